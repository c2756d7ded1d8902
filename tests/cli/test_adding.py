"""`add` and `clock`: what the shell does to a session."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from facilitator.cli.faults import CantDo
from facilitator.cli.options import seconds_of
from facilitator.domain.text import LINE_LIMIT
from tests.cli.shell import Shell


def test_a_captured_line_is_printed_as_the_session_shows_it(planned: Shell) -> None:
    said = planned.ok("add", "decision", "Call every harbour @Ines by 14 mar 2031 !10 calls #stop", "--json")
    assert said.json == planned.ok("show", "--json").json["decisions"][0]
    assert (said.json["owner"], said.json["due"], said.json["answers"]) == ("Ines", "2031-03-14", "stop")


def test_an_unknown_name_becomes_a_person_and_a_team_does_not(planned: Shell) -> None:
    planned.ok("add", "decision", "Call every harbour @Ines by 14 mar 2031")
    planned.ok("add", "stop", "Print leaflets @marketing")
    found = planned.ok("show", "--json").json
    assert [person["name"] for person in found["people"]] == ["Ines"]
    assert [(one["owner"], one["owner_id"] is None) for one in found["decisions"]] == [
        ("Ines", False),
        ("marketing", True),
    ]
    assert "D02" in planned("check").out


@pytest.mark.parametrize(
    ("kind", "line", "key"),
    [
        ("finding", "Half of the guests come twice", "text"),
        ("idea", "Sell the night tour", "text"),
        ("assumption", "Guests book ahead !bookings by 1 may 2031", "text"),
        ("park", "Who repairs the crane?", "text"),
        ("person", "Ines Duarte <ines@harbour.example>, Sales", "name"),
        ("number", "Revenue 1.2m EUR @2030-Q4", "name"),
        ("task", "Print the numbers @Ines by 1 mar 2031", "text"),
    ],
)
def test_every_kind_can_be_added(kind: str, line: str, key: str, planned: Shell) -> None:
    added = planned.ok("add", kind, line, "--json").json
    assert added["id"]
    assert line.startswith(added[key])


def test_lines_of_stdin_come_back_as_one_object_a_line(planned: Shell) -> None:
    said = planned.ok("add", "idea", "-", "--json", stdin="- Sell the night tour\n\n* [x] Rent out the crane @Ines\n")
    added = [json.loads(line) for line in said.out.splitlines()]
    assert [one["text"] for one in added] == ["Sell the night tour", "Rent out the crane"]
    assert [one["by"] for one in added] == [None, "Ines"]


def test_a_line_that_is_no_text_is_kept_visibly(planned: Shell) -> None:
    (added,) = planned.ok("add", "idea", "-", "--json", stdin=b"red \x1b[31m caf\xe9\n").out.splitlines()
    assert json.loads(added)["text"] == "red ␛[31m caf�"


def test_a_bad_line_of_stdin_is_named_and_the_others_are_kept(planned: Shell) -> None:
    said = planned("add", "number", "-", stdin="Revenue 5 EUR\nnothing here\nGuests 7\n")
    assert said.status == 2
    assert "Line 2: A number needs a name and a value" in said.err
    assert [one["name"] for one in planned.ok("show", "--json").json["numbers"]][-2:] == ["Revenue", "Guests"]


@pytest.mark.parametrize("letter", ["x", "é", "🙂"])
def test_a_line_too_long_to_keep_is_refused_and_its_end_is_no_line_of_its_own(letter: str, planned: Shell) -> None:
    most, longer, longest = (letter * many for many in (LINE_LIMIT, LINE_LIMIT + 1, 20 * LINE_LIMIT))
    said = planned("add", "idea", "-", stdin=f"{most}\n{longer}\n{longest}\nlast")
    assert said.status == 2
    assert said.err.splitlines()[:2] == [
        f"Line {number}: Not kept: a line holds 10,000 characters at most." for number in (2, 3)
    ]
    assert [one["text"] for one in planned.ok("show", "--json").json["ideas"]][-2:] == [most, "last"]
    assert planned.refuses("add", "idea", longer) == "Not kept: a line holds 10,000 characters at most.\n"


def test_an_empty_line_is_refused(planned: Shell) -> None:
    assert planned.refuses("add", "idea", " ") == "There is nothing to keep yet: type the idea first.\n"


def test_a_line_that_begins_with_a_dash_goes_behind_two_of_them(planned: Shell) -> None:
    assert planned.ok("add", "idea", "--json", "--", "-5 % on the tour").json["text"] == "-5 % on the tour"


def test_the_clock_does_what_its_keys_do(planned: Shell) -> None:
    first, second = (item["title"] for item in planned.ok("show", "--json").json["agenda"][:2])
    assert planned.ok("clock", "start").out == f"Start “{first}”\n"
    assert planned.ok("clock", "pause", "--json").json["did"] == f"Pause “{first}”"
    assert planned.ok("clock", "next").out == f"Move on from “{first}” to “{second}”\n"
    assert planned.ok("clock", "back", "Harbour").out == f"Go back to “{first}”\n"
    states = [item["state"] for item in planned.ok("show", "--json").json["agenda"]]
    assert states[:2] == ["running", "waiting"]
    assert planned.ok("show", "--json").json["session"]["status"] == "live"


def test_an_item_is_extended_and_given_back(planned: Shell) -> None:
    planned.ok("clock", "start")
    planned.ok("clock", "--by", "5m", "extend")
    assert planned.ok("show", "--json").json["agenda"][0]["extended_seconds"] == 300
    planned.ok("clock", "extend", "--by=-5m")
    assert {item["extended_seconds"] for item in planned.ok("show", "--json").json["agenda"]} == {0}


@pytest.mark.parametrize(
    ("by", "seconds"),
    [
        ("90s", 90),
        ("30s", 30),
        ("1m30s", 90),
        ("1 min 5 s", 65),
        ("1h30", 5400),
        ("1h30s", 3630),
        ("7", 420),
        ("−5m", -300),
    ],
)
def test_a_length_is_read_as_it_is_written(by: str, seconds: int) -> None:
    assert seconds_of(by) == seconds


@pytest.mark.parametrize("by", ["0", "0m", "--", "5 x", "s"])
def test_what_is_no_length_is_refused(by: str) -> None:
    with pytest.raises(CantDo, match="is no length of time"):
        seconds_of(by)


def test_a_clock_that_stands_says_what_to_do(planned: Shell) -> None:
    harbour = planned.ok("show", "--json").json["session"]["id"]
    planned.ok("new", "Review 2031")
    way_on = f"Start one with: facilitator --db {planned.path} clock start {harbour}\n"
    assert planned.refuses("clock", "pause", "Harbour").endswith(way_on)
    other = planned.refuses("clock", "start", "Harbour", "--by", "-5m")
    assert other == (
        f"--by belongs to extend, not to start. Write: facilitator --db {planned.path} clock extend Harbour --by=-5m\n"
    )
    planned.ok("clock", "start", "Harbour")
    assert "is no length of time" in planned.refuses("clock", "extend", "--by", "a bit")


@pytest.mark.parametrize("action", ["start", "pause", "next", "back", "extend"])
def test_a_clock_of_a_closed_session_says_so(action: str, shell: Shell) -> None:
    shell.ok("import", "-", stdin='{"format": "facilitator/1", "session": {"title": "Quay", "status": "closed"}}')
    assert shell.refuses("clock", action) == "This session is closed. Reopen it first.\n"


def test_a_line_that_begins_with_a_dash_is_told_where_it_goes(planned: Shell) -> None:
    assert planned.refuses("add", "idea", "-5% churn") == (
        "No such option '-5'. What begins with a dash and is no option stands behind --. See: facilitator add --help\n"
    )
    assert planned.ok("add", "idea", "--", "-5% churn").out == "Idea “-5% churn”\n"


def test_a_session_that_was_not_named_is_named_in_the_answer(planned: Shell) -> None:
    planned.ok("new", "Review 2031")
    assert planned.ok("add", "idea", "Sell the night tour").err == "In “Review 2031”.\n"
    planned.ok("clock", "start", "Harbour")
    assert planned.ok("clock", "extend", "Harbour").err == ""
    assert planned.ok("clock", "pause").err == "In “Harbour 2031”.\n"


def test_a_number_is_answered_as_people_say_it(planned: Shell) -> None:
    assert planned.ok("add", "number", "Revenue 4.2m EUR @2026-Q1").out == "Number Revenue: €4.2m (2026-Q1)\n"
    assert "A number needs a name and a value" in planned.ok("line", "number", "Churn").out


@pytest.mark.parametrize("action", ["start", "next"])
def test_a_clock_started_days_ahead_says_so_and_starts_all_the_same(action: str, shell: Shell) -> None:
    today = datetime.now(UTC).date()
    shell.ok("new", "Review", "--template", "crisis", "--at", f"{today + timedelta(days=12)} 09:00", "--tz", "UTC")
    ahead = "“Review” was planned to begin in 12 days, and is live now. In the app u takes that back.\n"
    assert shell.ok("clock", action, "Review").err == ahead
    assert shell.ok("clock", "pause", "Review").err == ""
    shell.ok("new", "Prices", "--template", "crisis", "--at", f"{today} 09:00", "--tz", "UTC")
    assert shell.ok("clock", action, "Prices").err == ""
