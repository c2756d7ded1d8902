"""Fitting a plan into its days."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from facilitator.domain.fitting import Shorter, fit
from facilitator.domain.kinds import Flex, ItemKind
from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Everything, Item, SessionHead

NINE, NOON = datetime(2027, 1, 15, 9, tzinfo=UTC), datetime(2027, 1, 15, 12, tzinfo=UTC)

DAY = timedelta(days=1)


def item(name: str, minutes: int, **fields: object) -> Item:
    return replace(Item(id=name, title=name, planned_seconds=minutes * 60), **fields)  # type: ignore[arg-type]  # any field


def a_session(*items: Item) -> Everything:
    placed = tuple(replace(one, position=at) for at, one in enumerate(items))
    days = (Day(id="d", day=1, starts_at=NINE, ends_at=NOON),)
    return Everything(now=Moment(NINE), session=SessionHead(id="s", title="Plan"), days=days, agenda=placed)


def test_what_is_flexible_gives_in_proportion_until_the_end_holds() -> None:
    found = fit(a_session(item("a", 60), item("lunch", 30, kind=ItemKind.BREAK), item("b", 120)))
    assert found.shorter == (Shorter("a", 50 * 60), Shorter("b", 100 * 60))
    assert found.over == 0


def test_what_stands_before_a_pinned_time_gives_before_it() -> None:
    pinned = item("guest", 30, pinned_start="10:00")
    found = fit(a_session(item("a", 40), item("b", 40), pinned, item("c", 30)))
    assert found.shorter == (Shorter("a", 30 * 60), Shorter("b", 30 * 60))


def test_nothing_goes_below_half_and_what_is_left_over_is_said() -> None:
    kept = item("kept", 150, flex=Flex.PROTECTED)
    found = fit(a_session(kept, item("a", 60)))
    assert (found.shorter, found.over) == ((Shorter("a", 30 * 60),), 0)
    assert fit(a_session(kept, item("a", 80))).over == 10


def test_what_one_day_has_to_spare_does_not_help_another() -> None:
    kept = item("kept", 190, flex=Flex.PROTECTED)
    session = a_session(kept, item("short", 30, day=2))
    second = Day(id="d2", day=2, starts_at=NINE + DAY, ends_at=NOON + DAY)
    assert fit(replace(session, days=(*session.days, second))).over == 10


def test_a_day_without_a_start_has_nothing_to_fit_into() -> None:
    session = a_session(item("a", 300))
    found = fit(replace(session, days=(Day(id="d", day=1, ends_at=NOON),)))
    assert (found.shorter, found.over) == ((), 0)


def test_a_plan_that_fits_stays_as_it_is() -> None:
    found = fit(a_session(item("a", 90), item("b", 90)))
    assert (found.shorter, found.over) == ((), 0)
