"""Agendas in the shapes in which people bring them: mails, pads, sites, tables that begin anew."""

import pytest

from facilitator.exchange.agendas import read_agenda
from tests.exchange.test_agendas import shown

SHAPES = {
    "a mail names itself, and its end is no item": (
        "txt",
        ("Subject: Pricing day\n\nHi all,\n\n9:00 Arrive\n9:15 Numbers (45 min)\n10:00 Bets\n"
        "11:30 done, lunch downstairs\n"),
        "Pricing day",
        [(1, "09:00", 15, "Arrive"), (1, "09:15", 45, "Numbers"), (1, "10:00", 90, "Bets")],
    ),
    "the first line of a pad is its title": (
        "txt",
        "Product council\n\n9:00\nCheck-in\n9:10\nLast quarter\n9:40\nClose\n",
        "Product council",
        [(1, "09:00", 10, "Check-in"), (1, "09:10", 30, "Last quarter")],
    ),
    "a time heads what stands below it": (
        "md",
        ("## 10 a.m.\n\n- **Sketch**. Alone, on paper.\n\n## 11:30-ish\n\n- **Vote**. With dots.\n"
        "- Talk\n\n## 1 p.m.\n\n- **Lunch**\n"),
        None,
        [(1, "10:00", 90, "Sketch"), (1, "11:30", 90, "Vote"), (1, "13:00", None, "Lunch")],
    ),
    "French hours are clocks, at the start of a line": (
        "txt",
        "- 8h30 : accueil\n- 9h : ouverture (15 min)\n- 9h15 – 10h30 : chiffres\n- 17h : fin\n",
        None,
        [(1, "08:30", 30, "accueil"), (1, "09:00", 15, "ouverture"), (1, "09:15", 75, "chiffres")],
    ),
    "an hour alone ends a range without spaces": (
        "txt",
        "• 9–9:30 kickoff\n• 9:30–11 pricing\n• 12:30–1:15 lunch\n• 1:15–3 decide\n",
        None,
        [
            (1, "09:00", 30, "kickoff"),
            (1, "09:30", 90, "pricing"),
            (1, "12:30", 45, "lunch"),
            (1, "13:15", 105, "decide"),
        ],
    ),
    "minutes stand between a title and a name": (
        "txt",
        "1. Check-in - 10 mins - Priya\n2. Bets: keep, kill - 1 hr 15 mins - Tom\n",
        None,
        [(1, None, 10, "Check-in"), (1, None, 75, "Bets: keep, kill")],
    ),
    "bare numbers are minutes where every entry has one": (
        "md",
        "## Structure\n* 5 - Warm-up\n* 25 - Input\n* 30 - Practice\n",
        "Structure",
        [(1, None, 5, "Warm-up"), (1, None, 25, "Input"), (1, None, 30, "Practice")],
    ),
    "a heading keeps the parts that do not fill it": (
        "md",
        "# Offsite\n## 1. Opening (10')\n## 2. State (50')\n- numbers (Tom, 20')\n- customers (Jo, 20')\n- talk\n",
        "Offsite",
        [(1, None, 10, "Opening"), (1, None, 50, "State")],
    ),
    "a talk whose time opens the sentence below": (
        "md",
        "# Plan\n- 9:00 - 9:15 Frame\n\n## Lightning talks\n\n9:15 - 9:30. Each takes five minutes or less.\n",
        "Plan",
        [(1, "09:00", 15, "Frame"), (1, "09:15", 15, "Lightning talks")],
    ),
    "the hours of the day stand in a sentence": (
        "md",
        ("# Timeline\n\nThe workshop is on Tuesday 3 August 2027 from 14:00 - 18:00, room 2.\n\n"
        "| Time | Activity |\n|---|---|\n| 14:00 | Welcome |\n| | Introductions |\n"
        "| 15:40 | Break (20 minutes) |\n| 16:00 | Bets |\n"),
        "Timeline",
        [(1, "14:00", 100, "Welcome"), (1, "15:40", 20, "Break"), (1, "16:00", 120, "Bets")],
    ),
    "the hours of both days stand under their heading": (
        "md",
        ("# Summit\n\n## Timings:\n- Both days: 1000 - 1800\n\n## Agenda\n| Time | Topic |\n|---|---|\n"
        "| 1000 | Frame |\n| 1030 | Bets |\n"
        "| 1800 | END OF DAY 1 - drinks outside |\n"),
        "Summit",
        [(1, "10:00", 30, "Frame"), (1, "10:30", 450, "Bets")],
    ),
    "a table that is broken by a rule goes on": (
        "md",
        ("| Time | What |\n| --- | --- |\n**Day 1** |\n09.00 - 09.10 | Welcome |\n"
        "09.10 - 10.00 | Numbers |\nca. 10.00 | End of day 1 |\n"
        "---\n**Day 2** | |\n09.00 - 09.30 | Bets |\n09.30 - 10.00 | Close |\n"),
        None,
        [(1, "09:00", 10, "Welcome"), (1, "09:10", 50, "Numbers"), (2, "09:00", 30, "Bets"), (2, "09:30", 30, "Close")],
    ),
    "a length that is open is an item without minutes": (
        "md",
        ("| Item | Duration | Lead |\n|---|---|---|\n| Report | 30 min | CEO |\n"
        "| Closed session | As needed | Chair |\n| Close | 5 min | Chair |\n"),
        None,
        [(1, None, 30, "Report"), (1, None, None, "Closed session"), (1, None, 5, "Close")],
    ),
    "topics in a table without any times": (
        "md",
        ("**Time:** 12:30 - 13:30\n\n**Agenda:**\n\n| Order | Topic | Presenter |\n|---|---|---|\n"
        "| 1. | Privacy | Ana |\n| 2. | Maps | Kim |\n"),
        None,
        [(1, None, None, "Privacy"), (1, None, None, "Maps")],
    ),
    "an arrival is an item where it has a time": (
        "md",
        ("# Retreat\n## Friday\n### 18:00 - 20:00: Arrival & check-in\n- rooms\n### 20:00 - 22:00: Dinner\n"
        "## Saturday\n### 9:30 - 11:00: Opening\n## Venue\nBy the lake, 10 min from the station.\n"),
        "Retreat",
        [(1, "18:00", 120, "Arrival & check-in"), (1, "20:00", 120, "Dinner"), (2, "09:30", 90, "Opening")],
    ),
    "headings in HTML separate the days of tables": (
        "md",
        ("<div>\n<h2>Hackathon</h2>\n<h3>Saturday, 21 May</h3>\n</div>\n<table>\n"
        "<tr><th>Time</th><th>Event</th></tr>\n"
        "<tr><td>8:00 AM</td><td>Doors</td></tr>\n<tr><td>9:00 AM</td><td>Pitches</td></tr>\n</table>\n"
        "<h3>Sunday, 22 May</h3>\n"
        "<table>\n<tr><th>Time</th><th>Event</th></tr>\n<tr><td>8:00 AM</td><td>Breakfast</td></tr>\n</table>\n"),
        "Hackathon",
        [(1, "08:00", 60, "Doors"), (1, "09:00", None, "Pitches"), (2, "08:00", None, "Breakfast")],
    ),
    "Roman numbers count": (
        "txt",
        "I. Call to order (2:00 pm)\nII. Reports (2:10 pm)\n    A. Treasurer\nIII. Adjourn (3:00 pm)\n",
        None,
        [(1, "14:00", 10, "Call to order"), (1, "14:10", 50, "Reports")],
    ),
    "hours as they are spoken": (
        "txt",
        "from 9 to 9.30 coffee\n9.30 to 11 what went well\n11.15 to noon ideas\nnoon to 1 lunch\n1 to 2.30 decide\n",
        None,
        [
            (1, "09:00", 30, "coffee"),
            (1, "09:30", 90, "what went well"),
            (1, "11:15", 45, "ideas"),
            (1, "12:00", 60, "lunch"),
            (1, "13:00", 90, "decide"),
        ],
    ),
    "a line with the date heads the table below it": (
        "md",
        ("**2:30 PM, 16 July, room 7**\n\n| Duration | Activity |\n|---|---|\n| 5 min | Welcome |\n"
        "| 20 min | Numbers |\n"),
        None,
        [(1, "14:30", 5, "Welcome"), (1, None, 20, "Numbers")],
    ),
    "a title in bold above the date": (
        "md",
        "**Board session**\nThursday, 14 January 2027, 13:00–17:00\n\n1. Welcome – 13:00\n2. Numbers – 13:10\n",
        "Board session",
        [(1, "13:00", 10, "Welcome"), (1, "13:10", 230, "Numbers")],
    ),
    "times as keys, with an entry or a word below each": (
        "yaml",
        "'0930':\n  title: Opening\n  speaker: Mia\n'0945': Numbers\n'1015':\n  title: Coffee\n",
        None,
        [(1, "09:30", 15, "Opening"), (1, "09:45", 30, "Numbers"), (1, "10:15", None, "Coffee")],
    ),
    "an entry that only points somewhere is named by that": (
        "yaml",
        ("day1:\n  - {time: '10:00', title: Doors, duration: '0:30'}\n"
        "  - {duration: '0:20', slug: one-glossary-to-rule-them-all}\n"
        "  - {duration: '0:00', title: Day 1 ends}\n"),
        None,
        [(1, "10:00", 30, "Doors"), (1, None, 20, "One glossary to rule them all")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_an_agenda_of_this_shape_is_read_as_its_writer_meant_it(shape: str) -> None:
    form, text, title, items = SHAPES[shape]
    agenda = read_agenda(text, form=form)
    assert shown(agenda) == items
    assert title is None or agenda.title == title


def test_the_items_of_a_meeting_stand_below_the_headings_of_its_agenda() -> None:
    text = (
        "## Agenda for the call of 8 August\n\n- **Host**: Zoom\n- **Times**: 9:00am–10:00am\n\n## Agenda items\n\n"
        "1. Opening\n    1. Introductions\n1. Bets\n1. Closure\n\n## Meeting notes\n\n- all agreed\n"
    )
    agenda = read_agenda(text, form="md")
    assert [(item.title, item.planned_seconds) for item in agenda.items] == [
        ("Opening", None),
        ("Bets", None),
        ("Closure", None),
    ]
    assert agenda.ends == ("10:00",)


def test_noon_that_is_written_as_midnight_is_taken_as_noon_and_named() -> None:
    agenda = read_agenda("- 11:00 am Numbers\n- 12:00 am Lunch\n- 1:00 pm Bets\n", form="md")
    assert [item.starts_at for item in agenda.items] == ["11:00", "12:00", "13:00"]
    assert [found.says for found in agenda.contradictions] == ["“12:00 am” is taken as noon"]
