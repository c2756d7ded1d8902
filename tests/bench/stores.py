"""The stores that are measured: sessions of any size, written through the door as everything is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from facilitator.store import tables as t
from facilitator.store.commands import clock, sessions
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction

SESSION = "bench"
TITLE = "Pricing and reach"
RUNNING = "Weigh the offers"
IDEA = "Idea number {0}: a page of our own for the {0}th trade"
OTHERS = 12
LONG = 4 * 3600
# Of ten records so many of each kind: what a brainstorm and a diagnosis leave.
_MIX: tuple[type[t.Held], ...] = (
    t.Idea,
    t.Idea,
    t.Finding,
    t.Idea,
    t.Idea,
    t.Finding,
    t.Idea,
    t.Parked,
    t.Idea,
    t.Decision,
)
# Nobody decides a thousand things: beyond these a decision's place is taken by an idea.
MOST_DECISIONS = 40
PEOPLE = ("Anna Weber", "Jonas Beck", "Mira Sand", "Paul Roth", "Lena Kraus")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A store: how many records its live session holds, in which stage its clock runs, whether all are ideas."""

    records: int
    stage: str = "decisions"
    ideas: bool = False


def make(path: Path, wanted: Wanted) -> Path:
    """A live session whose clock runs, and a dozen others beside it."""
    store = Store(path)
    now = datetime.now(UTC)
    for number in range(OTHERS):
        name = f"Strategy of team {number}"
        store.run(sessions.new_session, f"other{number}", name, timezone="UTC", starts_at=now, ends_at=now, topic=name)
    ends = now + timedelta(hours=6)
    store.run(sessions.new_session, SESSION, TITLE, timezone="UTC", starts_at=now, ends_at=ends, topic="Prices")
    store.run(_plan, SESSION, wanted.stage)
    store.run(_fill, SESSION, wanted.records, (t.Idea,) if wanted.ideas else _MIX)
    store.run(clock.next_item, SESSION, None)
    store.close()
    return path


def _plan(tx: Transaction, session_id: str, stage: str) -> str:
    for place, name in enumerate(PEOPLE):
        handle = name.split()[0].lower()
        tx.db.add(t.Person(id=f"p{place}", session_id=session_id, position=place, name=name, handle=handle))
    tx.db.add(t.Question(id="q", session_id=session_id, position=0, key="why", text="Why should they choose us?"))
    titles = (RUNNING, "The offer in one line", "Who carries what", "What we stop")
    for place, title in enumerate(titles):
        seconds = LONG if title == RUNNING else 1800
        here: dict[str, Any] = {"id": f"item{place}", "session_id": session_id, "position": place}
        tx.db.add(t.Item(**here, title=title, stage=stage, planned_seconds=seconds))
    return "Plan"


def _fill(tx: Transaction, session_id: str, count: int, mix: tuple[type[t.Held], ...]) -> str:
    decisions = 0
    for place, kind in zip(range(count), cycle(mix), strict=False):
        decisions += kind is t.Decision
        model = t.Idea if kind is t.Decision and decisions > MOST_DECISIONS else kind
        tx.db.add(_record(model, session_id, place, decisions))
    return f"{count} records"


def _record(model: type[t.Held], session_id: str, place: int, number: int) -> t.Held:
    here: dict[str, Any] = {"id": f"r{place}", "session_id": session_id, "position": place, "text": IDEA.format(place)}
    if model is t.Decision:
        due = datetime.now(UTC).date() + timedelta(days=30 + number)
        return t.Decision(**here, number=number, owner_id=f"p{number % len(PEOPLE)}", due=due, measure="+€5k a month")
    return model(**here | {"at": datetime.now(UTC)})
