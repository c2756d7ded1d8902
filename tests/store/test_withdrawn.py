"""What was handed out at a closing and taken back after it: the calendar cancels it, under the same event."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.records import Everything
from facilitator.exchange.calendar import calendar
from facilitator.store.commands import closing, decisions, sessions
from facilitator.store.commands.capture import capture
from facilitator.store.commands.people import add_person
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store

S = "session1"
TODAY = date(2027, 1, 15)


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, S, "Pricing")
    store.run(add_person, S, "Ines Roth")
    decide(store, "Publish one price list @ines by 5 feb")
    decide(store, "stop discounts @ines by 1 mar")
    return store


def decide(store: Store, text: str) -> None:
    store.run(capture, S, read_line(Kind.DECISION, text, today=TODAY, people=seen(store).people))


def seen(store: Store) -> Everything:
    return store.read(everything, S)


def close(store: Store) -> None:
    store.run(closing.close_session, S, "enough for today")


def reopen(store: Store) -> None:
    store.run(closing.reopen_session, S)


def remove(store: Store, place: int = 0) -> None:
    store.run(decisions.remove_decision, S, seen(store).decisions[place].id)


def events(store: Store) -> dict[str, Any]:
    """The deadlines by the words of their event."""
    found = Calendar.from_ical(calendar(seen(store))).walk("VEVENT")
    return {str(event["SUMMARY"]): event for event in found if "Ines" in str(event["SUMMARY"])}


def cancelled(store: Store) -> list[date]:
    """The days of what calendars are asked to let go."""
    return [event["DTSTART"].dt for event in events(store).values() if event["STATUS"] == "CANCELLED"]


def test_a_decision_that_was_removed_after_the_closing_is_cancelled_where_it_stood(session: Store) -> None:
    close(session)
    handed_out = events(session)["Ines Roth: Publish one price list"]
    reopen(session)
    remove(session)
    close(session)
    gone = events(session)["Ines Roth: Publish one price list"]
    assert (gone["UID"], gone["DTSTART"].dt) == (handed_out["UID"], date(2027, 2, 5))
    assert (gone["STATUS"], gone.walk("VALARM")) == ("CANCELLED", [])
    assert gone["SEQUENCE"] > handed_out["SEQUENCE"]
    assert events(session)["Ines Roth: Stop discounts"]["STATUS"] == "CONFIRMED"


def test_what_was_never_handed_out_stands_in_no_calendar(session: Store) -> None:
    remove(session)
    close(session)
    reopen(session)
    decide(session, "Hire a pricing lead @ines by 9 mar")
    remove(session, 1)
    close(session)
    assert list(events(session)) == ["Ines Roth: Stop discounts"]


def test_what_was_brought_back_stands_again(session: Store) -> None:
    close(session)
    reopen(session)
    remove(session)
    session.undo(S)
    assert events(session)["Ines Roth: Publish one price list"]["STATUS"] == "CONFIRMED"
    session.redo(S)
    assert events(session)["Ines Roth: Publish one price list"]["STATUS"] == "CANCELLED"


def test_a_day_that_was_taken_back_and_a_decision_that_became_a_no_are_cancelled_too(session: Store) -> None:
    close(session)
    reopen(session)
    first, second = seen(session).decisions
    session.run(decisions.set_due, S, first.id, None)
    session.run(decisions.change_decision, S, second.id, "kind", DecisionKind.WONT)
    found = events(session)
    assert [(str(one["STATUS"]), one["DTSTART"].dt) for one in found.values()] == [
        ("CANCELLED", date(2027, 2, 5)),
        ("CANCELLED", date(2027, 3, 1)),
    ]
    session.run(decisions.set_due, S, first.id, date(2027, 2, 8))
    assert events(session)["Ines Roth: Publish one price list"]["STATUS"] == "CONFIRMED"


def test_what_lost_its_day_or_became_a_no_stays_cancelled_when_it_is_removed_as_well(session: Store) -> None:
    close(session)
    reopen(session)
    first, second = seen(session).decisions
    session.run(decisions.set_due, S, first.id, None)
    session.run(decisions.change_decision, S, second.id, "kind", DecisionKind.WONT)
    remove(session)
    remove(session)
    assert cancelled(session) == [date(2027, 2, 5), date(2027, 3, 1)]


def test_a_cancellation_outlives_the_next_closing_and_the_removal_after_it(session: Store) -> None:
    close(session)
    reopen(session)
    session.run(decisions.set_due, S, seen(session).decisions[0].id, None)
    close(session)
    assert cancelled(session) == [date(2027, 2, 5)]
    reopen(session)
    remove(session)
    close(session)
    assert cancelled(session) == [date(2027, 2, 5)]


def test_what_was_moved_then_cleared_then_removed_is_cancelled_on_its_last_day(session: Store) -> None:
    close(session)
    reopen(session)
    first = seen(session).decisions[0]
    session.run(decisions.set_due, S, first.id, date(2027, 2, 8))
    close(session)
    reopen(session)
    session.run(decisions.set_due, S, first.id, None)
    remove(session)
    assert cancelled(session) == [date(2027, 2, 8)]


def test_a_no_that_was_handed_out_as_nothing_is_cancelled_nowhere(session: Store) -> None:
    session.run(decisions.change_decision, S, seen(session).decisions[0].id, "kind", DecisionKind.WONT)
    close(session)
    reopen(session)
    remove(session)
    assert cancelled(session) == []
