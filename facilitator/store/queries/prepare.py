"""What the prepare screen shows, and what it remembers of other sessions: people, and how long items took."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import col

from facilitator.domain import records as r
from facilitator.domain.agenda_past import Took
from facilitator.domain.gaps import check
from facilitator.domain.kinds import ItemState, Stage
from facilitator.domain.people import ReadPerson
from facilitator.domain.prepare_board import PrepareBoard
from facilitator.domain.text import fold
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

PREPARE_TABLES = frozenset(
    {"session", "day", "round", "person", "question", "number", "task", "homework", "item", "span", "extension"}
)
# Older sessions tell little about how long things take today.
MOST_REMEMBERED = 2000


def prepare_board(tx: Reading, session_id: str, ignore: Sequence[str] = ()) -> PrepareBoard:
    """Everything that is prepared, and the gaps of the letters P and T."""
    session = r.Everything(
        now=tx.now,
        session=head(tx, session_id),
        days=records(tx, r.Day, t.Day, session_id),
        rounds=records(tx, r.Round, t.Round, session_id),
        people=records(tx, r.Person, t.Person, session_id),
        agenda=records(tx, r.Item, t.Item, session_id),
        spans=records(tx, r.Span, t.Span, session_id),
        questions=records(tx, r.Question, t.Question, session_id),
        numbers=records(tx, r.Number, t.Number, session_id),
        tasks=records(tx, r.Task, t.Task, session_id),
        homework=records(tx, r.Homework, t.Homework, session_id),
    )
    return PrepareBoard(session=session, gaps=tuple(check(session, select=["P", "T"], ignore=ignore)))


def known_people(tx: Reading, session_id: str) -> tuple[ReadPerson, ...]:
    """Who was in other sessions and is not in this one, each name once, as the latest session has it."""
    here = {fold(person.name) for person in tx.all(t.Person, session_id)}
    wanted = (
        select(t.Person.name, t.Person.email, t.Person.department)  # type: ignore[call-overload]  # columns, not values
        .join(t.StrategySession, col(t.StrategySession.id) == col(t.Person.session_id))
        .where(col(t.StrategySession.deleted_at).is_(None), col(t.Person.session_id) != session_id)
        .order_by(col(t.StrategySession.created_at), col(t.Person.position))
    )
    found = {fold(name): ReadPerson(name, email, department) for name, email, department in tx.db.execute(wanted)}
    return tuple(sorted((one for key, one in found.items() if key not in here), key=lambda one: fold(one.name)))


def took_before(tx: Reading, session_id: str) -> tuple[Took, ...]:
    """What items of other sessions were planned for and what they took, the latest first."""
    rows = tx.db.execute(
        select(t.Item.title, t.Item.stage, t.Item.planned_seconds, t.Span.seconds, t.Item.id)  # type: ignore[call-overload]  # columns, not values
        .join(t.Span, col(t.Span.item) == col(t.Item.id))
        .join(t.StrategySession, col(t.StrategySession.id) == col(t.Item.session_id))
        .where(
            col(t.Item.session_id) != session_id,
            col(t.Item.state) == ItemState.DONE.value,
            col(t.Span.seconds).is_not(None),
            col(t.StrategySession.deleted_at).is_(None),
        )
        .order_by(col(t.Span.started_at).desc())
        .limit(MOST_REMEMBERED)
    )
    found: dict[str, Took] = {}
    for title, stage, planned, seconds, item_id in rows:
        before = found[item_id].taken_seconds if item_id in found else 0
        found[item_id] = Took(title, Stage(stage), planned, before + round(seconds))
    return tuple(found.values())
