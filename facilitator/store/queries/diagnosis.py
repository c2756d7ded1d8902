"""What the diagnosis shows; a window of its findings, however many there are."""

from typing import Any

from sqlmodel import col, func, select

from facilitator.domain import records as r
from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.kinds import Nature, Standing
from facilitator.store import tables as t
from facilitator.store.queries.rows import make, records
from facilitator.store.transaction import Reading

DIAGNOSIS_TABLES = frozenset({"finding", "number", "person"})
SHOWN = 200
# What can be looked at alone: everything, one standing, or what has no evidence yet.
FILTERS = ("", *Standing, "no evidence")


def diagnosis_board(tx: Reading, session_id: str, wanted: str = "") -> DiagnosisBoard:
    """Numbers, the newest findings that pass the filter, and the counts of all."""
    mine = t.Finding.session_id == session_id
    passing: list[Any] = [mine]
    if wanted == "no evidence":
        passing.append(col(t.Finding.evidence).is_(None))
    elif wanted:
        passing.append(t.Finding.standing == wanted)
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
        standings=tuple((one, standings.get(one.value, 0)) for one in Standing),
        natures=tuple((one, natures[one.value]) for one in Nature if one.value in natures),
        people=people,
        silent=tuple(one for one in people if one.present and one.id not in speakers and one.part != "observer"),
    )
