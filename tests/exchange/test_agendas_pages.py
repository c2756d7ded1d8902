"""Agendas in the middle of pages and notes, where more than the agenda speaks of times."""

import pytest

from facilitator.exchange.agendas import read_agenda
from tests.exchange.test_agendas import shown

PAGES = {
    "an agenda says how long it takes, and what follows it explains it": (
        "md",
        ("## Agenda (60 min)\n\n- 0:00–0:20 Numbers\n- 0:20–1:00 Bets\n\n## How to count (10 min)\n"
        "\nTake the sheet.\n"),
        [(1, "00:00", 20, "Numbers"), (1, "00:20", 40, "Bets")],
    ),
    "a bold line with its minutes heads its steps": (
        "md",
        ("**Agenda (50 min):**\n\n**1. Pricing (30 min)**\nWhat it costs us.\n- Priya shows the sheet (10 min)\n"
        "- All vote (20 min)\n\n**2. Hiring (15 min)**\n\n**3. Close (5 min)**\n"),
        [(1, None, 30, "Pricing"), (1, None, 15, "Hiring"), (1, None, 5, "Close")],
    ),
    "headings repeat the rows of a table": (
        "md",
        ("| # | Item | Time |\n|---|---|---|\n| 1 | Welcome, roll call | 5 min |\n| 2 | Bets of the year | 20 min |\n\n"
        "## Notes for the speaker\n\n### 1. Welcome (5 min)\n- thank all\n\n### 2. Bets of the year (15–20 min)\n"),
        [(1, None, 5, "Welcome, roll call"), (1, None, 20, "Bets of the year")],
    ),
    "what only takes minutes below the table of the day explains it": (
        "md",
        ("| Time | Block |\n|---|---|\n| 9:00–9:30 | Frame |\n| 9:30–10:30 | Numbers |\n| 10:30–10:45 | Coffee |\n"
        "| 10:45–12:00 | Bets |\n\n## Frame (9:00–9:30)\n\n## Exercise: draw the market (20 min)\n"),
        [(1, "09:00", 30, "Frame"), (1, "09:30", 60, "Numbers"), (1, "10:30", 15, "Coffee"), (1, "10:45", 75, "Bets")],
    ),
    "an hour is written with a zero before it, on a clock of twelve hours": (
        "md",
        "- 09:00 - 12:00 Numbers\n- 12:00 - 01:00 Lunch\n- 01:00 - 03:30 Walk through the bets\n",
        [(1, "09:00", 180, "Numbers"), (1, "12:00", 60, "Lunch"), (1, "13:00", 150, "Walk through the bets")],
    ),
    "dates stand before what happens on them": (
        "md",
        "- 3 May - Numbers\n  - 9:00 Sheet\n  - 10:00 Talk (30 min)\n- 4 May - Bets\n  - 9:00 Vote (1 h)\n",
        [(1, "09:00", 60, "Sheet"), (1, "10:00", 30, "Talk"), (2, "09:00", 60, "Vote")],
    ),
    "each line has a weekday, a date and its hours": (
        "md",
        ("* Lundi 3/05 (17h30-19h) : chiffres\n* Mardi 4/05 (18h00-19h) : vote\n\n"
        "## Horaires d'ouverture\n\n* 9h00-17h00 au bureau\n"),
        [(1, "17:30", 90, "chiffres"), (2, "18:00", 60, "vote")],
    ),
    "a day stands in one line": (
        "txt",
        ("Our week\n\nMontag - 09:00 Uhr Zahlen, 10:30 Uhr Wetten, 12:00 Uhr Ende\n\n"
        "Dienstag - 9:00 Zahlen · 9:30 Rest · 11:00 Ende\n"),
        [(1, "09:00", 90, "Zahlen"), (1, "10:30", 90, "Wetten"), (2, "09:00", 30, "Zahlen"), (2, "09:30", 90, "Rest")],
    ),
    "items are counted in one line": (
        "txt",
        "Board 2027\nTagesordnung: 1. Begrüßung 2. Zahlen 3. Verschiedenes\n",
        [(1, None, None, "Begrüßung"), (1, None, None, "Zahlen"), (1, None, None, "Verschiedenes")],
    ),
    "minutes are counted from the start": (
        "md",
        "| Time | Topic |\n|---|---|\n| 0–10 | Frame |\n| 10–25 | Numbers |\n| 25–30 | Close |\n",
        [(1, None, 10, "Frame"), (1, None, 15, "Numbers"), (1, None, 5, "Close")],
    ),
    "numbers before the rows are no minutes": (
        "md",
        ("| # | Goal |\n|---|---|\n| 1 | Understand |\n| 2 | Choose |\n| 3 | Go |\n\n"
        "| Block | Min | Topic |\n|---|---|---|\n| 1 | 5 | Frame |\n| 2 | 15 | Numbers |\n"),
        [(1, None, 5, "Frame"), (1, None, 15, "Numbers")],
    ),
    "a row of the table looks like its head": (
        "md",
        "| Section | Time |\n|---|---|\n| Numbers | 10 min |\n| What to end | 5 min |\n| Who owns it | 5 min |\n",
        [(1, None, 10, "Numbers"), (1, None, 5, "What to end"), (1, None, 5, "Who owns it")],
    ),
    "each day has a column": (
        "csv",
        "Time,Monday 3,Tuesday 4\n9.00-10.15,Frame,Bets\n10.15-10.30,Break,-\n10.30-11.30,Numbers,Vote\n",
        [
            (1, "09:00", 75, "Frame"),
            (1, "10:15", 15, "Break"),
            (1, "10:30", 60, "Numbers"),
            (2, "09:00", 75, "Bets"),
            (2, "10:30", 60, "Vote"),
        ],
    ),
    "the head of a page holds its agenda": (
        "md",
        ("---\nlayout: day\ndata:\n  - type: day\n    time: Friday, 7 May 2027\n  - title: Frame\n"
        "    time: 9am - 10am\n"
        "  - title: Coffee\n    time: 10am - 10:15am\n    tags: [food]\n---\n\nBring a pen.\n"),
        [(1, "09:00", 60, "Frame"), (1, "10:00", 15, "Coffee")],
    ),
    "rows of a table without the table": (
        "md",
        ("# Day 1\n\n<tr><td>9:00 - 9:30</td><td>Frame</td></tr>\n"
        "<tr><td>9:30 - ??</td><td>Bets</td></tr>\n\nSee you!\n"),
        [(1, "09:00", 30, "Frame"), (1, "09:30", None, "Bets")],
    ),
    "digits before a colon": (
        "md",
        "- 800-830: Frame\n- 830-1030: Numbers\n- 1030-1100: Break\n- 1100: Class adjourns\n",
        [(1, "08:00", 30, "Frame"), (1, "08:30", 120, "Numbers"), (1, "10:30", 30, "Break")],
    ),
    "minutes with their sum beside them, a part that is longer than its head": (
        "md",
        ("## Frame (5 min/5 min)\n\n## Practice (5 min/10 min)\n\n### Together (30 min/40 min)\n\n"
        "### Alone (20 min/1 h)\n"),
        [(1, None, 5, "Frame"), (1, None, 5, "Practice"), (1, None, 30, "Together"), (1, None, 20, "Alone")],
    ),
    "steps between what is timed to the minute": (
        "md",
        "9:00–9:30 | Frame\nTalking points\nRound of names (10 min)\n9:30–10:00 | Numbers\n12:13\n10:00–10:30 | Bets\n",
        [(1, "09:00", 30, "Frame"), (1, "09:30", 30, "Numbers"), (1, "10:00", 30, "Bets")],
    ),
    "some entries of the agenda say no minutes": (
        "md",
        "# Agenda\n- Frame\n- Numbers (10 min)\n- Bets\n",
        [(1, None, None, "Frame"), (1, None, 10, "Numbers"), (1, None, None, "Bets")],
    ),
    "the part of a day heads its hours, and the whole is no item": (
        "md",
        ("# Two-hour workshop\n\n**Duration:** half a day (4 hours with lunch)\n**Format:** talk\n\n"
        "### Morning (2 hours)\n"
        "9:00 Frame\n10:00 Numbers\n\n### Lunch (1 hour)\n12:00 Lunch\n\n### Afternoon (1 hour)\n"
        "13:00 Bets (1 hour)\n"),
        [(1, "09:00", 60, "Frame"), (1, "10:00", 120, "Numbers"), (1, "12:00", 60, "Lunch"), (1, "13:00", 60, "Bets")],
    ),
    "an evening follows the end of the day": (
        "md",
        ("* 9:00 Uhr - Zahlen\n* ca. 12:00 Uhr - Ende der Sitzung\n\n#### Abend\n\n"
        "* ab ca. 18:30 Uhr - Essen (1 Std.)\n"),
        [(1, "09:00", 180, "Zahlen"), (1, "18:30", 60, "Essen")],
    ),
    "an end that is long past is a slip": (
        "csv",
        "start,end,title\n13:00,13:45,Numbers\n12:00,11:45,Bets\n",
        [(1, "13:00", 45, "Numbers"), (1, "12:00", None, "Bets")],
    ),
    "each topic is called one": (
        "md",
        "**Topic:** Numbers\n* asked by Tom\n\n**Topic:** Bets\n\n**Topic:** Close\n",
        [(1, None, None, "Topic: Numbers"), (1, None, None, "Topic: Bets"), (1, None, None, "Topic: Close")],
    ),
    "headings that are set in": (
        "md",
        "tab: plan\n    ### Day 1\n    - 9:00 Frame (1 h)\n\n    ### Day 2\n    - 9:00 Bets (1 h)\n",
        [(1, "09:00", 60, "Frame"), (2, "09:00", 60, "Bets")],
    ),
    "a list and nothing else": (
        "md",
        "* Frame\n  * why\n* Numbers\n* Bets\n",
        [(1, None, None, "Frame"), (1, None, None, "Numbers"), (1, None, None, "Bets")],
    ),
    "the first column of a week has no heading": (
        "md",
        ("| | Monday - 3 May | Tuesday - 4 May |\n|---|---|---|\n| 9:00 | Frame | Bets |\n| 10:00 | Break | Vote |\n"
        "| 10:15 | Close of day | Close of day |\n"),
        [(1, "09:00", 60, "Frame"), (1, "10:00", 15, "Break"), (2, "09:00", 60, "Bets"), (2, "10:00", 15, "Vote")],
    ),
    "a date stands over the times of a table, and another within it": (
        "md",
        ("| Monday 3 May | Title | Speaker |\n|---|---|---|\n| 9:00-10:00 | Frame | Mia |\n"
        "| 10:00-10:15 | Coffee | |\n| Tuesday 4 May | | |\n"
        "| 9:00-9:30 | Bets | Tom |\n| 9:30-10:00 | Vote | |\n"),
        [(1, "09:00", 60, "Frame"), (1, "10:00", 15, "Coffee"), (2, "09:00", 30, "Bets"), (2, "09:30", 30, "Vote")],
    ),
    "a date stands beside the hour": (
        "md",
        "| Datum & Zeit | Thema |\n|---|---|\n| 03.05.2027 20h00 | Frame |\n| 10.05.2027 20h00 | Bets |\n",
        [(1, "20:00", None, "Frame"), (2, "20:00", None, "Bets")],
    ),
    "headings between rules": (
        "md",
        "<h3> 08:00-09:00 Doors </h3><hr>\n\n<h3> 09:00-10:00 Frame </h3>\nWith Mia\n\n<hr> <h3> Coffee </h3> <hr>\n",
        [(1, "08:00", 60, "Doors"), (1, "09:00", 60, "Frame")],
    ),
    "each line ends with its minutes": (
        "md",
        "frame slide 1 : 5 min\nnumbers slide 2-3 : 10 min\nend: 5 min\n",
        [(1, None, 5, "frame slide 1"), (1, None, 10, "numbers slide 2-3"), (1, None, 5, "end")],
    ),
    "capitals are no Saturday, and two days are one heading": (
        "md",
        ("- Friday and Saturday:\n  - 9h – 10h30 : walk\n  - 18h : yoga, puis dîner à 20h.\n"
        "- Sunday:\n  - 9h – 10h : walk\n\n"
        "### Higher order SAT.\n\n- 10:00 – 11:00 talk\n"),
        [
            (1, "09:00", 90, "walk"),
            (1, "18:00", None, "yoga, puis dîner à 20h."),
            (2, "09:00", 60, "walk"),
            (2, "10:00", 60, "talk"),
        ],
    ),
    "how long all of it takes stands above it": (
        "md",
        ("## Duration\n4 hours (3 if need be)\n\n## Plan\n\nFull day (7–8 hours)\n\n- 9:00 Frame\n- 10:00 Numbers\n"
        "- 11:00 Bets\n- 12:00 End\n"),
        [(1, "09:00", 60, "Frame"), (1, "10:00", 60, "Numbers"), (1, "11:00", 60, "Bets")],
    ),
    "the table of the day is told again, hour by hour": (
        "md",
        ("| Time | Block |\n|---|---|\n| 8:00 – 8:30 | Arrival |\n| 8:30 – 9:00 | Kickoff |\n"
        "| 9:00 – 10:00 | Numbers |\n"
        "| 1:00 – 2:00 | Bets |\n\n### 8:00 AM – 8:30 AM | Arrival & set-up\n\n### 8:30 AM – 9:00 AM | Kickoff\n\n"
        "**First half (8:30–8:45):**\n- why\n\n**Second half (8:45–9:00):**\n- how\n"),
        [
            (1, "08:00", 30, "Arrival"),
            (1, "08:30", 30, "Kickoff"),
            (1, "09:00", 60, "Numbers"),
            (1, "13:00", 60, "Bets"),
        ],
    ),
    "the minutes below an agenda tell its headings again": (
        "md",
        ("# Board\n\n## Welcome [ 5 min ]\n\n## Numbers [ 10 min ]\n\n## Bets [ 20 min, if there is time ]\n\n"
        "-----\n\n# What the board said\n\n## Welcome [ 5 min ]\n\n## Numbers [ 10 min ]\n\nFine.\n\n"
        "## Bets [ 20 min, if there is time ]\n"),
        [(1, None, 5, "Welcome"), (1, None, 10, "Numbers"), (1, None, 20, "Bets if there is time")],
    ),
    "what the page says of the meeting stands above the heading of its agenda": (
        "md",
        ("# Offsite\n\n- **Dinner** on Wednesday:\n    - 6:00 PM - 8:00 PM: Walk through the town\n\n"
        "## Agenda items\n\n1. Numbers (30 min)\n1. Bets (½-1 hr)\n1. Votes (1-2 hrs)\n"),
        [(1, None, 30, "Numbers"), (1, None, 30, "Bets"), (1, None, 60, "Votes")],
    ),
    "when the meeting is, said in two time zones": (
        "md",
        ("- **When**: June 20th, 4pm-5pm UTC (June 20th, 9am-10am Pacific Time)\n\n## Agenda\n\n"
        "1. Numbers [Priya, 30 mins]\n1. Bets [20 mins]\n"),
        [(1, None, 30, "Numbers Priya"), (1, None, 20, "Bets")],
    ),
    "an entry with minutes says what may stand in the table below it": (
        "md",
        ("1. Welcome (5m)\n1. Short (&le;30m) bets\n\n    | timebox | topic |\n    |---|---|\n"
        "    | 15m | Market |\n    | 30m | Price |\n\n1. Longer (>30m) bets\n\n    | timebox | topic |\n"
        "    |---|---|\n"),
        [(1, None, 5, "Welcome"), (1, None, 15, "Market"), (1, None, 30, "Price")],
    ),
    "slots without a title are called after who or what fills them": (
        "yaml",
        "- {time: 9:00 - 9:05, speaker: Opening, title: ''}\n- {time: 9:05 - 9:35, speaker: Priya, title: Bets}\n",
        [(1, "09:00", 5, "Opening"), (1, "09:05", 30, "Bets")],
    ),
    "the first day of two weeks": (
        "yaml",
        ("- title: Week 1, Day 1\n  start: 2027-05-03\n  agenda:\n    - {title: Numbers, duration: 30 min}\n"
        "- title: Week 2, Day 1\n  start: 2027-05-10\n  agenda:\n    - {title: Bets, duration: 1 hour}\n"),
        [(1, None, 30, "Numbers"), (2, None, 60, "Bets")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_the_agenda_of_a_page_is_read_and_the_rest_of_it_left(page: str) -> None:
    form, text, items = PAGES[page]
    assert shown(read_agenda(text, form=form)) == items


def test_what_explains_an_agenda_is_named_and_what_repeats_an_item_is_in_its_notes() -> None:
    text = (
        "| Time | Block |\n|---|---|\n| 9:00–9:30 | Frame |\n| 9:30–10:00 | Numbers |\n| 10:00–10:15 | Coffee |\n"
        "| 10:15–12:00 | Bets |\n\n## Bets (10:15–12:00)\n\nOne each.\n\n## Exercise (20 min)\n"
    )
    agenda = read_agenda(text, form="md")
    assert agenda.items[3].notes == "One each."
    assert [(left.text, left.says) for left in agenda.leftovers] == [
        ("## Exercise (20 min)", "below the table of the agenda")
    ]


def test_an_agenda_that_is_told_twice_keeps_what_was_said_in_the_notes_of_its_items() -> None:
    once = "## Welcome [ 5 min ]\n\n## Numbers [ 10 min ]\n\n{}\n\n## Bets [ 20 min ]\n\n"
    agenda = read_agenda(once.format("See the sheet.") + "-----\n\n" + once.format("All agreed."), form="md")
    assert [item.notes for item in agenda.items] == [None, "See the sheet.\nAll agreed.", None]
    assert not agenda.leftovers


def test_a_time_above_the_agenda_is_named_as_left_out() -> None:
    text = "# Offsite\n\n- 6 PM - 8 PM: Walk\n\n## Agenda\n\n- 9:00 Numbers\n- 9:30 Bets (1 h)\n"
    agenda = read_agenda(text, form="md")
    assert [(left.line, left.says) for left in agenda.leftovers] == [(3, "above the agenda")]


def test_a_day_that_stands_in_one_line_keeps_its_name_among_the_headings() -> None:
    agenda = read_agenda("Agenda of the offsite: 9:00 Frame · 9:30 Numbers · 11:00 Bets", form="txt")
    assert [head.text for head in agenda.headings] == ["Agenda of the offsite:"]


def test_a_long_line_of_dashes_in_a_table_is_read_in_linear_time() -> None:
    text = "| 9:00 | Frame |\n" + "-" * 5000 + "|x\n| 9:30 | Bets |\n"
    assert [item.title for item in read_agenda(text, form="md").items][:1] == ["Frame"]


def test_the_stage_is_guessed_from_the_words_of_a_board() -> None:
    text = "1. Approval of previous minutes\n2. Schedule and budget status\n3. Policy proposals\n4. Hands-on\n5. AOB\n"
    agenda = read_agenda("Agenda:\n" + text, form="txt")
    assert [item.stage for item in agenda.items] == [
        "introduction", "diagnosis", "decisions", "brainstorm", "wrap-up",
    ]  # fmt: skip
