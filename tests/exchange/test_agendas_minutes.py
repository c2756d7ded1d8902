"""Agendas whose minutes stand among their items, or whose page sets rules for them above."""

import pytest

from facilitator.exchange.agendas import read_agenda
from tests.exchange.test_agendas import shown


def test_the_minutes_of_an_item_below_it_are_its_notes() -> None:
    text = (
        "# 0 Welcome [ 5 min, until 0:05 ]\n\n## 0 Welcome minutes [ 5 min, until 0:05 ]\n\nAll were there.\n\n"
        "## 1 Bets [10 min, until 0:15]\n\n## 1 Bets Minutes\n\nNone was taken.\n"
    )
    agenda = read_agenda(text, form="md")
    assert shown(agenda) == [(1, None, 5, "0 Welcome"), (1, None, 10, "1 Bets")]
    assert agenda.items[0].notes == "0 Welcome minutes\nAll were there."


def test_an_item_that_is_about_minutes_stays_one() -> None:
    text = "## Last meeting (5 min)\n\n## Approve its minutes (5 min)\n\n## Bets (20 min)\n"
    assert [item.title for item in read_agenda(text, form="md").items] == [
        "Last meeting",
        "Approve its minutes",
        "Bets",
    ]


def test_rules_for_an_agenda_are_not_the_agenda() -> None:
    text = (
        "# Meeting\n\n## Agenda topic rules\n\nDeadline: [**March 16, 15:00 UTC**](https://example.org)\n\n"
        "## Agenda items\n\n1. Numbers (15m)\n1. Bets (30m)\n"
    )
    agenda = read_agenda(text, form="md")
    assert shown(agenda) == [(1, None, 15, "Numbers"), (1, None, 30, "Bets")]
    assert (5, "a deadline, not an item") in [(left.line, left.says) for left in agenda.leftovers]


def test_numbers_that_count_on_below_an_item_are_its_parts() -> None:
    text = (
        "1. Welcome (10 mins) [10:00 - 10:10]\n2. Numbers (30 mins) [10:10 - 10:40]\n"
        "   2.1. Sales (15 mins) [10:10 - 10:25]\n   2.2. Costs (15 mins) [10:25 - 10:40]\n"
        "       2.2.1. Rent (5 mins) [10:25 - 10:30]\n       2.2.2. Pay (10 mins) [10:30 - 10:40]\n"
        "3. Close (5 mins) [10:40 - 10:45]\n"
    )
    for form in ("txt", "md"):
        assert shown(read_agenda(text, form=form)) == [
            (1, "10:00", 10, "Welcome"), (1, "10:10", 15, "Sales"), (1, "10:25", 5, "Rent"), (1, "10:30", 10, "Pay"),
            (1, "10:40", 5, "Close"),
        ]  # fmt: skip


def test_a_time_with_a_point_counts_nothing_on() -> None:
    text = "9. Numbers\n9.30 Uhr Coffee\n10.00 Uhr Bets\n"
    assert [item.title for item in read_agenda(text, form="txt").items][-2:] == ["Coffee", "Bets"]


def test_an_entry_that_breaks_its_line_ends_there() -> None:
    about = "        What we do here takes many words to tell. <br/>\n" * 9
    text = (
        f"* Day 1\n    * 09:00 Welcome (15 min) <br/>\n{about}    * 09:15 Bets (20 min)\n"
        "    * Numbers <br/>\n      09:35, 10 min\n"
    )
    agenda = read_agenda(text, form="md")
    assert shown(agenda) == [(1, "09:00", 15, "Welcome"), (1, "09:15", 20, "Bets"), (1, "09:35", 10, "Numbers")]
    assert (agenda.items[0].notes or "").count("What we do here") == 9


def test_minutes_before_a_call_are_no_item() -> None:
    text = (
        "**Before the call (30 min prior):**\n1. Read the answers\n\n"
        "**During the call (60 min):**\n1. Welcome (20 min)\n1. Bets (40 min)\n"
    )
    assert shown(read_agenda(text, form="md")) == [(1, None, 20, "Welcome"), (1, None, 40, "Bets")]


@pytest.mark.parametrize("minutes", ["-5", "0", "99999", "1e9"])
def test_a_number_that_is_no_length_of_an_item_is_named_with_its_line(minutes: str) -> None:
    agenda = read_agenda(f"title,minutes\nFrame,{minutes}\nNumbers,5\n", form="csv")
    assert [(item.title, item.planned_seconds) for item in agenda.items] == [("Frame", None), ("Numbers", 300)]
    assert [(at.line, at.says) for at in agenda.contradictions] == [(2, f"“{minutes}” is no duration")]
