"""What the diagnosis shows; a window of its findings, however many there are."""

from typing import Any

from sqlmodel import col, func, select

from facilitator.domain import records as r
from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.kinds import FindingKind, Nature, Standing
from facilitator.store import tables as t
from facilitator.store.queries.rows import make, records, table_of
from facilitator.store.transaction import Reading

DIAGNOSIS_TABLES = frozenset({"finding", "number", "person", "homework"})
SHOWN = 200
NO_EVIDENCE, NOT_JUDGED = "no evidence", "not judged"
# What is told beside the numbers.
PAST = (FindingKind.ACHIEVEMENT, FindingKind.MISTAKE)


def diagnosis_board(tx: Reading, session_id: str, wanted: str = "") -> DiagnosisBoard:
    """Numbers, the newest findings that pass the filter, and the counts of all."""
    mine = t.Finding.session_id == session_id
    passing = [mine, *_filter(wanted)]
    newest = tx.db.exec(select(t.Finding).where(*passing).order_by(col(t.Finding.position).desc()).limit(SHOWN)).all()
    standings = dict(
        tx.db.exec(select(t.Finding.standing, func.count()).where(mine).group_by(t.Finding.standing)).all()
    )
    natures = dict(tx.db.exec(select(t.Finding.nature, func.count()).where(mine).group_by(t.Finding.nature)).all())
    speakers = set(tx.db.exec(select(t.Finding.by_id).where(mine).distinct()))
    people = records(tx, r.Person, t.Person, session_id)
    return DiagnosisBoard(
        numbers=records(tx, r.Number, t.Number, session_id),
        findings=tuple(make(r.Finding, one.model_dump()) for one in reversed(newest)),
        count=tx.db.exec(select(func.count()).where(*passing)).one(),
        total=sum(standings.values()),
        said=tx.db.exec(select(func.count()).where(mine, col(t.Finding.at).is_not(None))).one(),
        standings=tuple((one, standings.get(one.value, 0)) for one in Standing),
        natures=tuple((one, natures[one.value]) for one in Nature if one.value in natures),
        people=people,
        silent=tuple(one for one in people if one.present and one.id not in speakers and one.part != "observer"),
        past=records(tx, r.Finding, t.Finding, session_id, table_of(t.Finding).c.kind.in_(PAST), limit=SHOWN),
        homework=records(tx, r.Homework, t.Homework, session_id),
    )


def disputed(tx: Reading, session_id: str) -> tuple[r.Finding, ...]:
    """The disputed findings that nobody is to find out yet."""
    followed = set(tx.db.exec(select(t.Decision.origin).where(t.Decision.session_id == session_id)))
    found = records(tx, r.Finding, t.Finding, session_id, table_of(t.Finding).c.standing == Standing.DISPUTED)
    return tuple(one for one in found if f"finding:{one.id}" not in followed)


def _filter(wanted: str) -> list[Any]:
    """The condition behind what is looked at alone: a standing, a kind, whose problem, or what is missing."""
    if wanted == NO_EVIDENCE:
        return [col(t.Finding.evidence).is_(None)]
    if wanted == NOT_JUDGED:
        return [col(t.Finding.nature).is_(None)]
    columns = ((t.Finding.standing, Standing), (t.Finding.kind, FindingKind), (t.Finding.nature, Nature))
    return [column == wanted for column, words in columns if wanted in set(words)]
