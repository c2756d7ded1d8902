"""What a closed session handed out and does not ask for any more: calendars that took it must let it go."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import String, cast, col, func, select

from facilitator.domain import records as r
from facilitator.domain.kinds import DecisionKind, Status
from facilitator.store import tables as t
from facilitator.store.journal import Entry, Values, row_of
from facilitator.store.queries.rows import make, table_of
from facilitator.store.transaction import Reading

# What a decision holds that no calendar shows: with either of these nothing of it was handed out.
_SHOWN_NOWHERE: Values = {"due": None, "kind": DecisionKind.WONT}
_DECISION, _SESSION = table_of(t.Decision).name, table_of(t.StrategySession).name


def withdrawn(
    tx: Reading, session_id: str, standing: Sequence[r.Decision], people: Sequence[r.Person]
) -> tuple[r.Decision, ...]:
    """Decisions with a day that stood at a closing, and since then were removed, lost their day or became a *won't*.

    Each with the last day and the last binding kind that it had. The journal of a session that was read in has no rows,
    so it knows none.
    """
    now = {one.id: one for one in standing if one.binds and one.due}
    changed = {each: before for each, before in _before(tx, session_id).items() if each not in now}
    here, names = {one.id: one for one in standing}, {person.id: person.name for person in people}
    former = (
        _as_it_was(here[each], before) if each in here else _removed(before, names) for each, before in changed.items()
    )
    return tuple(one for one in former if one.binds and one.due)


def _removed(image: Values, names: dict[str, str]) -> r.Decision:
    row = row_of(_DECISION, image).model_dump()
    return replace(make(r.Decision, row), owner=names.get(row["owner_id"] or "") or row["owner_words"])


def _as_it_was(one: r.Decision, before: Values) -> r.Decision:
    due, kind = before.get("due"), DecisionKind(before.get("kind", one.kind))
    return replace(one, kind=kind, due=date.fromisoformat(due) if due else one.due)


def _before(tx: Reading, session_id: str) -> dict[str, Values]:
    """What was changed of each decision that stood at a closing, as it was before, by its id."""
    found: dict[str, Values] = {}
    fresh: set[str] = set()
    for row in _rows(tx, session_id):
        if row["table"] == _SESSION and (row["after"] or {}).get("status") == Status.CLOSED:
            fresh.clear()
        elif row["table"] != _DECISION or row["id"] in fresh:
            continue
        elif row["before"] is not None:
            known = found.setdefault(row["id"], {})
            known |= {name: value for name, value in row["before"].items() if not _hides(name, value, known)}
        elif row["id"] not in found:
            fresh.add(row["id"])
    return found


def _hides(name: str, value: object, known: Values) -> bool:
    """Whether it would cover the last day, or the last kind that binds, with what stands in no calendar."""
    return name in known and name in _SHOWN_NOWHERE and value == _SHOWN_NOWHERE[name]


def _rows(tx: Reading, session_id: str) -> Iterator[Values]:
    """The rows that were touched from the first closing on, in order."""
    rows = cast(col(Entry.rows), String)
    here = Entry.session_id == session_id
    closings = select(func.min(Entry.seq)).where(here, rows.contains(f'"status": "{Status.CLOSED}"'))
    first = tx.db.exec(closings).one()
    if first is None:
        return
    later: Iterable[Entry] = tx.db.exec(select(Entry).where(here, col(Entry.seq) >= first).order_by(col(Entry.seq)))
    for entry in later:
        yield from entry.rows
