"""One line typed into the agenda."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.capture import AgendaLine, read_agenda_line
from facilitator.domain.kinds import ItemKind, Stage


@pytest.mark.parametrize(
    ("line", "item"),
    [
        (
            "Positioning 25 ?Why should they choose us",
            AgendaLine("Positioning", 25, "Why should they choose us"),
        ),
        ("Positioning", AgendaLine("Positioning")),
        ("Positioning 25m", AgendaLine("Positioning", 25)),
        ("Positioning, 25 min", AgendaLine("Positioning", 25)),
        ("Positioning 1h30", AgendaLine("Positioning", 90)),
        ("Positioning 1 h 30 min", AgendaLine("Positioning", 90)),
        ("Positioning 1.5h", AgendaLine("Positioning", 90)),
        ("Positioning ½ h", AgendaLine("Positioning", 30)),
        ("Positioning 45'", AgendaLine("Positioning", 45)),
        ("Lunch 45", AgendaLine("Lunch", 45, kind=ItemKind.BREAK)),
        ("Coffee break 15", AgendaLine("Coffee break", 15, kind=ItemKind.BREAK)),
        ("Mittagessen 60", AgendaLine("Mittagessen", 60, kind=ItemKind.BREAK)),
        ("Buffer 10", AgendaLine("Buffer", 10, kind=ItemKind.BUFFER)),
        ("12:30 Lunch 45", AgendaLine("Lunch", 45, kind=ItemKind.BREAK, pinned_start="12:30")),
        ("9h05 – Frame 20", AgendaLine("Frame", 20, pinned_start="09:05")),
        ("1:30 pm Guest 30 @Lena Vogt", AgendaLine("Guest", 30, pinned_start="13:30", presenter="Lena Vogt")),
        ("12:15 am Late 5", AgendaLine("Late", 5, pinned_start="00:15")),
        ("Frame 20 #intro", AgendaLine("Frame", 20, stage=Stage.INTRODUCTION)),
        (
            "Frame #diagnosis 20 ?What is true in 2027",
            AgendaLine("Frame", 20, "What is true in 2027", stage=Stage.DIAGNOSIS),
        ),
        ("Frame 20 #wrap up", AgendaLine("Frame", 20, stage=Stage.WRAP_UP)),
        ("Pick @anna 20", AgendaLine("Pick", 20, presenter="anna")),
        ("Q1 2027 review", AgendaLine("Q1 2027 review")),
        ("Become #1", AgendaLine("Become #1")),
        ("Frame #nothing 20", AgendaLine("Frame #nothing", 20)),
        ("What now? 20", AgendaLine("What now?", 20)),
        ("Plan 2027", AgendaLine("Plan 2027")),
        ("25", AgendaLine("25")),
        ("9:00", AgendaLine("9:00")),
        ("", AgendaLine("")),
    ],
)
def test_a_typed_line_is_an_item(line: str, item: AgendaLine) -> None:
    assert read_agenda_line(line) == item


@given(st.text(max_size=30), st.integers(1, 600), st.text(st.characters(categories=["L"]), min_size=1, max_size=20))
@settings(max_examples=100, deadline=None)
def test_minutes_and_question_stand_behind_any_title(title: str, minutes: int, question: str) -> None:
    item = read_agenda_line(f"Topic {title} x {minutes} ?{question}")
    assert item.question
    assert item.minutes == minutes or "?" in title or "@" in title or "#" in title


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_line_is_an_item(line: str) -> None:
    item = read_agenda_line(line)
    assert item.minutes is None or 0 < item.minutes <= 24 * 60
