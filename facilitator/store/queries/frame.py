"""What the frame of a session shows."""

from sqlmodel import col, func, select

from facilitator.domain import records as r
from facilitator.domain.kinds import ItemState
from facilitator.domain.views import Frame, QuestionLine
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.room import nudge, turns
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

SHOWN = 12
# The tables that the frame is made of: a step that touches none of them changes nothing in it.
FRAME_TABLES = frozenset({"session", "day", "item", "span", "extension", "question", "person", "parked", "decision"})


def frame(tx: Reading, session_id: str) -> Frame:
    """Everything around a stage; the newest parked items only."""
    session, agenda = tx.session(session_id), records(tx, r.Item, t.Item, session_id)
    still_open = (t.Parked.session_id == session_id, col(t.Parked.resolution).is_(None), col(t.Parked.became).is_(None))
    parked = tx.db.exec(select(t.Parked).where(*still_open).order_by(col(t.Parked.position).desc()).limit(SHOWN))
    decided = select(t.Decision.item).where(t.Decision.session_id == session_id, col(t.Decision.item).is_not(None))
    return Frame(
        session=head(tx, session_id),
        days=records(tx, r.Day, t.Day, session_id),
        agenda=agenda,
        spans=records(tx, r.Span, t.Span, session_id),
        given=_given(tx, session_id),
        questions=question_lines(tx, session_id),
        people=records(tx, r.Person, t.Person, session_id),
        parked=tuple(r.Parked(id=one.id, text=one.text, at=one.at, item=one.item, by_id=one.by_id) for one in parked),
        decided=frozenset(item for item in tx.db.exec(decided) if item),
        parked_open=tx.db.exec(select(func.count()).where(*still_open)).one(),
        nudge=nudge(session),
        turns=turns(session, agenda),
    )


def _given(tx: Reading, session_id: str) -> tuple[int, ...]:
    own = col(t.Extension.session_id) == session_id
    is_on = col(t.Item.state).in_((ItemState.RUNNING, ItemState.PAUSED))
    item = select(t.Item.id).where(t.Item.session_id == session_id, is_on)
    given = select(t.Extension.seconds).where(own, col(t.Extension.item).in_(item))
    return tuple(tx.db.exec(given.order_by(col(t.Extension.position), col(t.Extension.id))))


def question_lines(tx: Reading, session_id: str) -> tuple[QuestionLine, ...]:
    """The must-answer questions, settled or not."""
    keys = select(t.Decision.answers).where(t.Decision.session_id == session_id, col(t.Decision.answers).is_not(None))
    settled = set(tx.db.exec(keys))
    questions = records(tx, r.Question, t.Question, session_id)
    return tuple(QuestionLine(one.id, one.key, one.text, bool(one.answer) or one.key in settled) for one in questions)
