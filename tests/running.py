"""A session with an agenda, ready to be run by the tests."""

from datetime import timedelta
from typing import Any

from facilitator.domain.records import Item
from facilitator.domain.views import Frame
from facilitator.store import tables as t
from facilitator.store.commands import sessions
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import NINE

SESSION = "session1"
Wanted = tuple[str, int] | tuple[str, int, dict[str, Any]]


def plan(store: Store, *items: Wanted, timezone: str = "UTC") -> None:
    """A session that starts at nine, with items of so many minutes; their ids are their titles in small letters."""
    ends_at = NINE + timedelta(minutes=sum(item[1] for item in items))
    store.run(
        sessions.new_session, SESSION, "Pricing", timezone=timezone, starts_at=NINE, ends_at=ends_at, topic="Prices"
    )
    store.run(_plan, SESSION, items)


def _plan(tx: Transaction, session_id: str, items: tuple[Wanted, ...]) -> str:
    for title, minutes, *more in items:
        place = tx.place(t.Item, session_id) | {"id": title.lower()}
        values: dict[str, Any] = {"stage": "decisions", **(more[0] if more else {})}
        tx.add(t.Item(**place, title=title, planned_seconds=minutes * 60, **values))
    return "Plan"


def seen(store: Store) -> Frame:
    return store.read(frame, SESSION)


def item(store: Store, item_id: str) -> Item:
    return next(one for one in seen(store).agenda if one.id == item_id)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
