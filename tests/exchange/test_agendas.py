"""Agendas as people write them, read into items; nothing of them is lost without being named."""

import pytest

from facilitator.exchange.agendas import AgendaError, ReadAgenda, guess_form, read_agenda, read_bytes


def shown(agenda: ReadAgenda) -> list[tuple[int, str | None, int | None, str]]:
    return [
        (item.day, item.starts_at, item.planned_seconds and item.planned_seconds // 60, item.title)
        for item in agenda.items
    ]


def test_a_list_of_ranges_keeps_its_clock_its_presenter_and_its_details() -> None:
    agenda = read_agenda(
        "# Pricing day\n\n## Monday, 3 May\n\n- 9:00am - 9:20am: Welcome (Anna Weber)\n"
        "  - Decide: which tier goes first\n- 9:20am - 10:00am: Where we stand\n- 10:00am - 10:15am: Coffee break\n",
        form="md",
    )
    assert agenda.title == "Pricing day"
    assert shown(agenda) == [
        (1, "09:00", 20, "Welcome"),
        (1, "09:20", 40, "Where we stand"),
        (1, "10:00", 15, "Coffee break"),
    ]
    first, _, third = agenda.items
    assert (first.presenter, first.question, first.line) == ("Anna Weber", "which tier goes first", 5)
    assert (first.stage, third.kind) == ("introduction", "break")
    assert agenda.leftovers == ()


def test_start_only_ends_at_the_next_start_and_the_afternoon_needs_no_pm() -> None:
    text = (
        "| Time | Topic |\n|---|---|\n| 11:00 | Frame |\n| 12:00 | Lunch |\n"
        "| 1:00 | Bets |\n| 2:30 | Wrap-up |\n| 3:00 | End |\n"
    )
    agenda = read_agenda(text, form="md")
    assert shown(agenda) == [
        (1, "11:00", 60, "Frame"),
        (1, "12:00", 60, "Lunch"),
        (1, "13:00", 90, "Bets"),
        (1, "14:30", 30, "Wrap-up"),
    ]
    assert agenda.ends == ("15:00",)
    assert [(left.line, left.says) for left in agenda.leftovers] == [(7, "the end of the day, not an item")]


def test_a_broken_sum_is_named_with_its_line() -> None:
    text = (
        "# Welcome [ 5 min, until 0:05 ]\n# Numbers [ 10 min, until 0:15 ]\n# Bets [ 10 min, until 0:30 ]\n# Adjourn\n"
    )
    agenda = read_agenda(text, form="md")
    assert [minutes for _, _, minutes, _ in shown(agenda)] == [5, 10, 10]
    assert [(found.line, found.says) for found in agenda.contradictions] == [
        (3, "until 0:30, but 0:15 and 10 min make 0:25")
    ]
    assert [(left.line, left.text) for left in agenda.leftovers] == [(4, "# Adjourn")]


def test_a_gap_is_pinned_and_an_overlap_is_named() -> None:
    agenda = read_agenda("9:00-9:30 Frame\n10:00-11:00 Bets\n10:45-11:15 Read-back\n", form="txt")
    assert [item.pinned for item in agenda.items] == [False, True, False]
    assert [found.line for found in agenda.contradictions] == [3]


def test_minutes_may_stand_on_a_line_below_and_a_span_takes_its_lower_end() -> None:
    text = "- Segments (with a vote)\n  - 30-45 min (Anna Weber, Jonas Beck)\n- Channels\n  - 1 hour\n"
    agenda = read_agenda(text, form="md")
    assert shown(agenda) == [(1, None, 30, "Segments (with a vote)"), (1, None, 60, "Channels")]
    assert agenda.items[0].presenter == "Anna Weber, Jonas Beck"
    assert "lower end" in agenda.contradictions[0].says


def test_german_tops_keep_their_minutes_and_those_without_are_listed() -> None:
    agenda = read_agenda(
        "Tagesordnung\n\nTOP 1: Begrüßung (5 Min.)\nTOP 2: Raumwahl\nTOP 3: Preise (Jonas, ½ Std)\n", form="md"
    )
    assert [minutes for _, _, minutes, _ in shown(agenda)] == [5, 30]
    assert agenda.items[1].presenter == "Jonas"
    assert (4, "no time and no duration") in [(left.line, left.says) for left in agenda.leftovers]


def test_a_sheet_finds_its_header_below_rows_of_something_else() -> None:
    text = (
        "Run sheet,,\nask Mia before changing,,\nTitle,Time Start,Duration\n"
        "Doors,09:00:00,00:30:00\nTalk,,00:45:00\nStrike,,\n"
    )
    agenda = read_agenda(text, form="csv")
    assert shown(agenda) == [(1, "09:00", 30, "Doors"), (1, None, 45, "Talk"), (1, None, None, "Strike")]
    assert [left.line for left in agenda.leftovers] == [1, 2]


def test_a_sheet_without_a_header_is_read_by_what_its_columns_hold() -> None:
    agenda = read_agenda("9:00;15 min;Welcome\n9:15;45 min;Numbers\n", form="csv")
    assert shown(agenda) == [(1, "09:00", 15, "Welcome"), (1, "09:15", 45, "Numbers")]


def test_an_html_table_may_stand_in_markdown() -> None:
    text = (
        "# Plan\n<table>\n<tr><th>Start</th><th>End</th><th>Session</th></tr>\n"
        "<tr><td>09:00</td><td>10:00</td><td>Frame &amp; aim</td></tr>\n</table>\n"
    )
    assert shown(read_agenda(text, form="md")) == [(1, "09:00", 60, "Frame & aim")]
    assert shown(read_agenda(text.replace("# Plan", "<h1>Plan</h1>"), form="html")) == [(1, "09:00", 60, "Frame & aim")]


def test_yaml_days_hold_items_with_times() -> None:
    text = (
        "- date: 2027-05-03\n  slots:\n    - {startTime: '09:00', endTime: '09:30', title: Welcome}\n"
        "- date: 2027-05-04\n  slots:\n    - {startTime: '10:00', endTime: '11:00', title: Bets, speaker: Mia}\n"
    )
    agenda = read_agenda(text, form="yaml")
    assert shown(agenda) == [(1, "09:00", 30, "Welcome"), (2, "10:00", 60, "Bets")]
    assert agenda.items[1].presenter == "Mia"


def test_the_hours_of_the_day_and_prose_are_no_items_but_are_listed() -> None:
    text = "# Day\n\n- **Times**: 9:00 - 17:00\n\nThe door opens at 8:30 and closes at 9.\n\n- 9:00-10:00 Frame\n"
    agenda = read_agenda(text, form="md")
    assert shown(agenda) == [(1, "09:00", 60, "Frame")]
    assert agenda.ends == ("17:00",)
    assert [left.line for left in agenda.leftovers] == [3, 5]


def test_half_to_full_day_is_no_duration() -> None:
    agenda = read_agenda("- 10 min Frame\n- Workshop (half to full day)\n", form="md")
    assert [left.says for left in agenda.leftovers] == ["“half to full day” is no duration"]


@pytest.mark.parametrize(
    ("text", "form", "says"),
    [
        ("a: &x 1\nb: *x\n", "yaml", "line 1: The file uses YAML anchors or aliases"),
        ("[" * 40 + "]" * 40, "yaml", "line 1: The values are nested deeper than 20 levels."),
        ("a: 1\nb: [\n", "yaml", "line 3: This is not valid YAML"),
        ("title: x\ntitle: y\n", "yaml", "line 2: “title” stands here twice, first on line 1"),
        ('- title: Frame\n  minutes: "twelve-ish"\n', "yaml", 'line 2: "minutes" must be a number from 1 to 600'),
        ('start,title\n9:00,"Frame\n9:30,Bets\n', "csv", "line 2: A quote opens here and never closes"),
        ("9:00 a\n" * 3000, "md", "The agenda has 3,000 lines with a time; the limit is 2,500."),
        ("x" * 1_100_000, "txt", "The agenda is 1.1 MB; the limit is 1 MB."),
        ("", "pdf", "“pdf” is no form of an agenda"),
    ],
)
def test_what_cannot_be_read_says_why_and_that_nothing_was_imported(text: str, form: str, says: str) -> None:
    with pytest.raises(AgendaError) as refused:
        read_agenda(text, form=form)
    assert str(refused.value).startswith(says)
    assert str(refused.value).endswith("Nothing was imported.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_by_its_mark_or_as_windows_wrote_it(encoding: str) -> None:
    assert read_bytes("9:00 Begrüßung".encode(encoding)) == "9:00 Begrüßung"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(AgendaError, match="not text"):
        read_bytes(b"\x89PNG\x00\x00")
    with pytest.raises(AgendaError, match="38 MB"):
        read_bytes(b"x" * (38 * 1024 * 1024))


@pytest.mark.parametrize(
    ("given", "form"),
    [
        ("plan.yml", "yaml"),
        ("Plan.MD", "md"),
        ("x.tsv", "tsv"),
        ("<table>\n<tr>", "html"),
        ("a\tb\n9:00\tFrame", "tsv"),
        ("# Plan\n- 9:00 Frame", "md"),
        ("9:00 Welcome\n10:00 Bets", "txt"),
        ("start,end,title\n9:00,9:30,Frame", "csv"),
        ("- title: Frame\n  start: 9:00\n", "yaml"),
    ],
)
def test_the_form_is_guessed_from_a_name_or_from_a_paste(given: str, form: str) -> None:
    assert guess_form(given) == form


def test_hours_in_words_settle_the_day_and_its_last_item() -> None:
    text = "Beginn: 9.00 Uhr, Ende: 12.00 Uhr\n\n9.15 Uhr Zahlen\n10.30 Uhr Kaffeepause\n10.45 Uhr Sonstiges\n"
    agenda = read_agenda(text, form="txt")
    assert shown(agenda) == [(1, "09:15", 75, "Zahlen"), (1, "10:30", 15, "Kaffeepause"), (1, "10:45", 75, "Sonstiges")]


def test_a_weekday_behind_a_range_parts_the_days() -> None:
    agenda = read_agenda("* **Frame** *10am - 12pm Thursday*\n* **Bets** *1pm - 3pm Friday*\n", form="md")
    assert shown(agenda) == [(1, "10:00", 120, "Frame"), (2, "13:00", 120, "Bets")]


def test_a_line_of_many_tags_takes_no_time() -> None:
    agenda = read_agenda("<a>  " * 380 + "x\n", form="html")
    assert agenda.items == ()


@pytest.mark.parametrize(
    ("text", "form", "says"),
    [
        (
            "| Time | Min | What |\n|---|---|---|\n| 9:00 | 20 | Prices |\n| 25:00 | 20 | Bets |\n",
            "md",
            [(4, "“25:00”")],
        ),
        ("start,end,title\n9:00,9:20,Prices\n9:20,10:75,Bets\n10:15,10:30,End\n", "csv", [(3, "“10:75”")]),
    ],
)
def test_what_is_no_time_of_day_is_named_with_its_line(text: str, form: str, says: list[tuple[int, str]]) -> None:
    named = read_agenda(text, form=form).contradictions
    assert [(one.line, one.says) for one in named] == [(line, f"{clock} is no time of day") for line, clock in says]
