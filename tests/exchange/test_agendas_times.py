"""Clock times, durations and the labels of lines, as people write them."""

import pytest

from facilitator.exchange.agendas import read_agenda
from facilitator.exchange.agendas.clocks import clocks, ranges
from facilitator.exchange.agendas.durations import column_seconds, lengths, no_length
from facilitator.exchange.agendas.labels import label


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("9:00", 540),
        ("0900", 540),
        ("1030a", 630),
        ("140p", 820),
        ("9h30", 570),
        ("9.30 Uhr", 570),
        ("12:00-ish", 720),
        ("noon", 720),
        ("9 a.m.", 540),
        ("10:00:00", 600),
        ("14:30 h", 870),
        ("12:15am", 15),
        ("9 Uhr", 540),
    ],
)
def test_a_clock_time_is_read_however_it_is_written(written: str, minutes: int) -> None:
    assert [found.start.minutes for found in clocks(written)] == [minutes]


@pytest.mark.parametrize(
    ("written", "start", "stop"),
    [
        ("9:00 - 10:30", "9:00", "10:30"),
        ("0845-0900", "8:45", "9:00"),
        ("5-8PM", "17:00", "20:00"),
        ("8AM-530PM", "8:00", "17:30"),
        ("11-1pm", "11:00", "13:00"),
        ("9–10am", "9:00", "10:00"),
        ("10-12 Uhr", "10:00", "12:00"),
        ("9h30-10h15", "9:30", "10:15"),
    ],
)
def test_a_range_gives_both_ends(written: str, start: str, stop: str) -> None:
    assert [(str(found.start), str(found.stop)) for found in ranges(written)] == [(start, stop)]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("5 min", 5),
        ("½ hr", 30),
        ("1 ½ hours", 90),
        ("1,5 Std", 90),
        ("5+10 min", 15),
        ("10-15min", 10),
        ("1h30", 90),
        ("eine halbe Stunde", 30),
        ("an hour and a half", 90),
        ("30 min - 1 hour", 30),
        ("2 x 15 min", 30),
        ("90'", 90),
        ("1:30 Std", 90),
        ("10 минут", 10),
        ("Viertelstunde", 15),
        ("1 h 30 min", 90),
        ("ca. 20 Minuten", 20),
    ],
)
def test_a_duration_is_read_however_it_is_written(written: str, minutes: int) -> None:
    assert [length.seconds // 60 for length in lengths(written)] == [minutes]


@pytest.mark.parametrize("written", ["2010-2015", "1055 Canal Street", "version 9.30", "-5 min", "16:9"])
def test_other_numbers_are_no_times(written: str) -> None:
    assert label(written) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Any day after 3pm",
        "The garage opens at 7:30am and closes at 4pm.",
        "Done in ten minutes. Next.",
        "2 hours per week each",
    ],
)
def test_a_time_in_mid_sentence_is_no_label(sentence: str) -> None:
    assert label(sentence) is None


def test_a_cell_of_durations_needs_no_unit() -> None:
    assert [column_seconds(text) for text in ("10", "0:10", "00:10:00", "10:00", "soon")] == [600, 600, 600, 600, None]


def test_half_to_full_day_is_named_as_no_duration() -> None:
    assert no_length("half to full day") == "half to full day"
    assert lengths("half to full day") == []


@pytest.mark.parametrize("key", ["time", "start"])
@pytest.mark.parametrize("moment", ["2027-05-03T09:00Z", "2027-05-03T09:00:00+02:00", "2027-05-03 09:00"])
def test_a_moment_is_a_start_under_either_name(key: str, moment: str) -> None:
    agenda = read_agenda(f"- {{title: Frame, {key}: '{moment}'}}\n- {{title: Bets, {key}: '10:00'}}\n", form="yaml")
    assert [item.starts_at for item in agenda.items] == ["09:00", "10:00"]


@pytest.mark.parametrize("title", ["A", "P", "A quick welcome", "a look back", "P&L review"])
def test_a_letter_alone_stands_at_its_clock_or_begins_a_title(title: str) -> None:
    read = read_agenda(f"9:00 {title} (20 min)\n9:20a Numbers (10 min)\n", form="txt")
    assert [(item.title, item.starts_at) for item in read.items] == [(title, "09:00"), ("Numbers", "09:20")]
