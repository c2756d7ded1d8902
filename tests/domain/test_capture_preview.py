"""What stands below the line while it is typed, and what tab does in it."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.domain.capture import (
    Completion,
    Kind,
    Tone,
    complete,
    preview,
    read_line,
    take_near_person,
    take_other_date,
)
from facilitator.domain.dates import say_day
from facilitator.domain.records import Person, Question
from tests.domain.test_capture import KEYS, LINES, ROOM, SUNDAY, read, room

FRIDAY = date(2026, 11, 27)
QUESTIONS = (Question(id="q1", key="why", text="Why should they choose us?"),)


def shown(line: str, kind: Kind = Kind.DECISION) -> list[tuple[str, Tone]]:
    return [(piece.words, piece.tone) for piece in preview(read(line, kind), ROOM, QUESTIONS, SUNDAY)]


def test_a_whole_line_is_shown_piece_by_piece() -> None:
    assert shown("Ship the video @mia by 2027-01-15 #why !40 % finish setup $two weeks") == [
        ("decision", Tone.KIND),
        ("Mia van Dijk", Tone.PERSON),
        ("Fri 15 Jan 2027", Tone.DATE),
        ("Why should they choose us?", Tone.QUESTION),
        ("measure: 40 % finish setup", Tone.MEASURE),
        ("resources: two weeks", Tone.RESOURCES),
    ]


def test_a_second_reading_is_named_with_its_key() -> None:
    captured = read("Ship the video @mia by next friday !ten users")
    assert captured.due is not None
    pieces = shown(captured.line)
    assert (say_day(captured.due, SUNDAY), Tone.DATE) in pieces
    assert (f"or {say_day(captured.due_others[0], SUNDAY)}: tab", Tone.OTHER) in pieces


def test_gaps_and_refused_tokens_follow() -> None:
    pieces = shown("Ship the video @jo by asap")
    tones = [tone for _, tone in pieces]
    assert tones == [Tone.KIND, Tone.REFUSED, Tone.REFUSED, Tone.ERROR, Tone.ERROR, Tone.WEAK]
    assert pieces[1][0].startswith("“@jo” fits ")
    assert pieces[2][0].startswith("“by asap” ")


def test_a_slip_in_a_name_is_asked_about_and_tab_takes_whom_it_is_near_to() -> None:
    line = "Ship the video @miia by friday"
    assert ("did you mean Mia van Dijk? tab takes them", Tone.OTHER) in shown(line)
    assert take_near_person(read(line), ROOM) == "Ship the video @mia by friday"
    assert take_near_person(read("Ship the video @Xaver by friday"), ROOM) is None


def test_an_unknown_name_is_offered_as_a_new_person() -> None:
    assert ("Lena, new in the room", Tone.PERSON) in shown("Ship the video @lena")


def test_a_team_is_shown_as_weak() -> None:
    assert ("marketing", Tone.WEAK) in shown("Ship the video @marketing")


def test_a_no_asks_for_its_reason() -> None:
    assert shown("won't go to the fair") == [
        ("won't", Tone.KIND),
        ("No reason: add “because” and why.", Tone.ERROR),
    ]
    assert shown("won't go because of its price")[-1] == ("because of its price", Tone.REASON)


def test_a_task_on_a_day_off_says_so() -> None:
    assert ("Sat 16 Jan 2027 is a day off.", Tone.WEAK) in shown("Book the room by 2027-01-16", Kind.TASK)


def test_people_and_numbers_are_shown_as_read() -> None:
    assert [words for words, _ in shown("Lena Vogt <lena@acme.example>, Finance", Kind.PERSON)] == [
        "person",
        "Lena Vogt",
        "lena@acme.example",
        "Finance",
    ]
    assert [words for words, _ in shown("Revenue 1.2m EUR @2026-Q1 target 4m", Kind.NUMBER)] == [
        "number",
        "Revenue",
        "1,200,000 EUR",
        "2026-Q1",
        "target 4,000,000 EUR",
    ]
    assert [words for words, _ in shown("Revenue 900k target €4m", Kind.NUMBER)] == [
        "number",
        "Revenue",
        "900,000 EUR",
        "target 4,000,000 EUR",
    ]
    assert shown("Revenue €900k target $4m", Kind.NUMBER)[-1] == (
        "Revenue €900k target $4m: “Revenue” is in “EUR”, its target in “USD”. Give both the same unit.",
        Tone.REFUSED,
    )
    assert ("20,000,000,000 EUR", Tone.MEASURE) in shown("Revenue 20bn EUR", Kind.NUMBER)
    assert shown("Revenue", Kind.NUMBER)[-1] == (
        "Revenue: A number needs a name and a value: Revenue 900k EUR @2026-Q1",
        Tone.REFUSED,
    )


@pytest.mark.parametrize("line", ["lena vogt", "Marketing", "Head of Sales"])
def test_a_function_is_no_person_and_nobody_is_in_the_room_twice(line: str) -> None:
    lena = Person(id="p-1", name="Lena Vogt", handle="lena")
    read = read_line(Kind.PERSON, line, today=SUNDAY, people=[lena])
    assert [one.token for one in read.refused] == [line]


def test_an_empty_line_shows_nothing() -> None:
    assert shown("  ") == []


@given(st.sampled_from(Kind), LINES)
@settings(max_examples=60, deadline=None)
def test_any_line_has_a_preview(kind: Kind, line: str) -> None:
    captured = read_line(kind, line, today=SUNDAY, people=ROOM)
    assert bool(preview(captured, ROOM, QUESTIONS, SUNDAY)) == bool(captured.line)


def test_tab_takes_the_second_reading_once() -> None:
    captured = read("Ship it by next friday #why")
    line = take_other_date(captured)
    assert line == f"Ship it by {captured.due_others[0]} #why"
    assert read(line).due == captured.due_others[0]
    assert take_other_date(read(line)) is None


def test_tab_leaves_the_sign_that_closed_a_deadline_behind() -> None:
    """Found by a fuzzer: what follows began with the sign, “; then call on friday”."""
    line = take_other_date(read_line(Kind.DECISION, "by friday; then call on friday", today=FRIDAY))
    assert line == "then call on friday by 2026-11-27"


DATES = st.sampled_from(
    ["by: October 9,", "by next friday", "bis 7.11.", "by 1/2/27;", "by friday, ", "до 5 ноября!", "@miia)"]
)


@given(st.lists(DATES | LINES, min_size=1, max_size=3).map(" ".join))
@example("Ship it by: October 9, call them")
@example("Ship it @anna by by: October 9, \ufffdcto\\ip")
@example("Ship it @miia) and go")
@example("by den o\x02by 3/=4 \x04iff march or*apr \ufffd\ufffd")
@example("by den o\x02by 3/=4 \x04iff march or*apr ")
@settings(max_examples=100, deadline=None)
def test_what_tab_takes_is_what_it_said(line: str) -> None:
    captured = read(line)
    if (other := take_other_date(captured)) and captured.due_others:
        assert read(other).due == captured.due_others[0]
        assert not read(other).due_others
    if near := take_near_person(captured, ROOM):
        assert read(near).new_person is None


def test_nothing_typed_has_no_weak_words() -> None:
    assert [gap.words for gap in read(" ", Kind.STOP).gaps] == [None, None, None]


def test_there_is_no_second_reading_without_a_deadline() -> None:
    assert take_other_date(read("Ship it @mia")) is None


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("Ship it @mi", "Ship it @mia "),
        ("Ship it @JON", "Ship it @jonas "),
        ("Ship it @web", "Ship it @anna "),
        ("Ship it @jo", "Ship it @jonas "),
        ("Ship it #ch", "Ship it #channels "),
        ("Ship it #wh", "Ship it #why "),
        ("Ship it @", "Ship it @anna "),
    ],
)
def test_tab_completes_an_open_token(line: str, completed: str) -> None:
    found = complete(line, len(line), ROOM, KEYS)
    assert found is not None
    assert line[: found.start] + found.text + line[found.end :] == completed


@pytest.mark.parametrize("line", ["Ship it", "Ship it @mia", "Ship it @mia ", "Ship it @nobody", "a@mi", "@@mi", "#x"])
def test_tab_leaves_everything_else_alone(line: str) -> None:
    assert complete(line, len(line), ROOM, KEYS) is None


def test_tab_works_in_the_middle_of_a_line() -> None:
    assert complete("Ship it @mi by friday", 11, ROOM, KEYS) == Completion(8, 11, "@mia")


def test_of_two_annas_the_first_is_completed_in_full() -> None:
    people = room("Anna Weber", "Anna Schmidt")
    found = complete("@annaw", 6, people, ())
    assert found == Completion(0, 6, "@Anna Weber ")
    assert read_line(Kind.DECISION, found.text, today=SUNDAY, people=people).owner == "Anna Weber"
