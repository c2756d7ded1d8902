"""iCalendar: what other people's calendars must agree on."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from icalendar import Calendar

from facilitator.domain.kinds import Status
from facilitator.domain.records import Decision, Done, Everything, Task
from facilitator.exchange.calendar import calendar
from tests.exchange.reading import golden
from tests.exchange.sample import DECISIONS, SESSION, at
from tests.exchange.strategies import texts


def events(session: Everything) -> list[Any]:
    return list(Calendar.from_ical(calendar(session)).walk("VEVENT"))


def named(session: Everything, start: str) -> Any:
    return next(event for event in events(session) if str(event["SUMMARY"]).startswith(start))


def with_head(**changes: object) -> Everything:
    return replace(SESSION, session=replace(SESSION.session, **changes))  # type: ignore[arg-type]  # fields of the head


def test_the_sample_is_written_as_in_the_golden_file() -> None:
    golden("session.ics", calendar(SESSION).decode())


def test_the_same_session_gives_the_same_bytes() -> None:
    assert calendar(SESSION) == calendar(SESSION)


def test_a_deadline_takes_the_whole_day_and_blocks_nobody() -> None:
    event = named(SESSION, "Ola Zając: Run")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert len(event.walk("VALARM")) == 1


def test_each_check_in_is_an_event_of_its_own_and_the_review_too() -> None:
    days = [event["DTSTART"].dt for event in events(SESSION) if str(event["SUMMARY"]).startswith("Check-in")]
    assert days == [
        date(2027, 1, 29),
        date(2027, 2, 12),
        date(2027, 2, 26),
        date(2027, 3, 12),
        date(2027, 3, 26),
        date(2027, 4, 9),
    ]
    assert named(SESSION, "Review")["DTSTART"].dt == date(2027, 4, 16)
    assert b"RRULE" not in calendar(SESSION)


def test_a_check_in_at_an_hour_keeps_it_over_the_change_of_the_clocks() -> None:
    timed = with_head(check_ins="FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9;BYMINUTE=30")
    starts = [event["DTSTART"].dt for event in events(timed) if str(event["SUMMARY"]).startswith("Check-in")]
    assert starts == [
        datetime(2027, month, day, hour, 30, tzinfo=UTC) for month, day, hour in ((1, 29, 8), (2, 26, 8), (3, 26, 8))
    ]
    assert b"VTIMEZONE" not in calendar(timed)


def test_the_document_is_to_be_shared_within_two_days_of_the_closing() -> None:
    event = named(SESSION, "Share the result")
    assert event["DTEND"].dt == datetime(2027, 1, 17, 15, 58, tzinfo=UTC)
    shared = named(with_head(shared_at=at(17, 20)), "Share the result")
    assert (shared["STATUS"], shared.walk("VALARM")) == ("CANCELLED", [])


def test_importing_again_updates_the_same_events() -> None:
    moved = replace(DECISIONS[0], due=date(2027, 4, 2))
    later = Done(seq=4, at=at(17, 5), by=SESSION.journal[0].by, did="Move the deadline")
    again = replace(SESSION, decisions=(moved, *DECISIONS[1:]), journal=(*SESSION.journal, later))
    before, after = named(SESSION, "Ola Zając: Run"), named(again, "Ola Zając: Run")
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert after["DTSTART"].dt == date(2027, 4, 2)


def test_what_was_dropped_is_cancelled_and_what_binds_nobody_is_left_out() -> None:
    assert named(SESSION, "Tomasz Brandt: Translate")["STATUS"] == "CANCELLED"
    assert not [event for event in events(SESSION) if "Warsaw" in str(event["SUMMARY"])]


def test_what_came_along_is_cancelled_where_it_stood_and_stands_once() -> None:
    first = replace(SESSION, decisions=DECISIONS[:1])
    came = replace(DECISIONS[0], id="new", origin=f"decision:{DECISIONS[0].id}")
    head = replace(SESSION.session, id="next", follows=SESSION.session.id)
    then = replace(SESSION, session=head, decisions=(came,), journal=SESSION.journal[:1])
    (before,) = [one for one in events(first) if "Run" in str(one["SUMMARY"])]
    now = {str(one["UID"]): one for one in events(then) if "Run" in str(one["SUMMARY"])}
    assert sorted(str(one["STATUS"]) for one in now.values()) == ["CANCELLED", "CONFIRMED"]
    gone = now[str(before["UID"])]
    assert (gone["STATUS"], gone["SEQUENCE"] > before["SEQUENCE"]) == ("CANCELLED", True)


def test_what_waits_for_its_session_to_begin_stands_under_the_one_before() -> None:
    came = replace(DECISIONS[0], id="new", origin=f"decision:{DECISIONS[0].id}")
    head = replace(SESSION.session, id="next", follows=SESSION.session.id, status=Status.PREPARING)
    planned = replace(SESSION, session=head, decisions=(came,), along=frozenset({"new"}))
    assert not [one for one in events(planned) if "Run" in str(one["SUMMARY"])]


def test_a_task_stands_in_it_until_what_was_prepared_is_past() -> None:
    tasks = (
        Task(id="t1", text="Room and screen", due=date(2027, 1, 14), done_at=at(8, 0)),
        Task(id="t2", text="Circulate the numbers", due=date(2027, 1, 8)),
        Task(id="t3", text="Mend the price page", due=date(2027, 2, 26), owner_id="p-ola", done_at=at(18, 0)),
    )
    live = replace(SESSION, session=replace(SESSION.session, status=Status.LIVE, closed_at=None))
    found = events(replace(live, tasks=tasks, decisions=()))
    told = [(str(one["SUMMARY"]), one["DTSTART"].dt, len(one.walk("VALARM"))) for one in found[:2]]
    assert told == [
        ("Circulate the numbers", date(2027, 1, 8), 1),
        ("Ola Zając: Mend the price page", date(2027, 2, 26), 0),
    ]
    assert not [one for one in found if "Room" in str(one["SUMMARY"])]
    closed = events(replace(SESSION, tasks=tasks, decisions=()))
    assert [str(one["SUMMARY"]) for one in closed[:1]] == ["Ola Zając: Mend the price page"]


def test_every_event_has_an_id_of_its_own() -> None:
    ids = [str(event["UID"]) for event in events(SESSION)]
    assert len(set(ids)) == len(ids) == 5 + 6 + 1 + 1


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_any_text_stays_within_its_line(text: str, owner: str) -> None:
    decision = Decision(id="d", number=1, text=text, owner=owner, measure=text, due=date(2027, 1, 29))
    made = calendar(replace(SESSION, decisions=(decision,)))
    assert made.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert made.count(b"\r\nBEGIN:VEVENT\r\n") == 1 + 6 + 1 + 1
    assert b"\x00" not in made


def test_a_deadline_on_the_last_day_of_all_is_no_fault() -> None:
    assert named(replace(SESSION, decisions=(replace(DECISIONS[0], due=date.max),)), "Ola")["DTSTART"].dt == date.max
