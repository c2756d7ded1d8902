"""Editing an agenda: typed lines, forms, clocks, splits, sums, and what like items took before."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda_editing import (
    ItemPlan,
    following,
    one_of,
    plan_of,
    read_clock,
    read_form,
    read_length,
    split_seconds,
    summed,
    typed_plan,
)
from facilitator.domain.agenda_past import Took, last_time
from facilitator.domain.capture import read_agenda_line
from facilitator.domain.kinds import ItemKind, Stage, Voice
from facilitator.domain.moment import Moment
from facilitator.domain.plan import project
from facilitator.domain.records import Day, Item
from facilitator.domain.rules import RuleBroken

NINE = datetime(2027, 1, 15, 9, tzinfo=UTC)
UTC_ZONE = ZoneInfo("UTC")
ITEM = Item(id="a", title="Numbers", stage=Stage.DIAGNOSIS, day=2, round=3, planned_seconds=1530)


def test_an_item_follows_the_one_before_it() -> None:
    plan = typed_plan(read_agenda_line("Findings 20 @Anna"), ITEM)
    assert plan == ItemPlan(
        title="Findings", planned_seconds=1200, stage=Stage.DIAGNOSIS, day=2, round=3, presenter="Anna"
    )


def test_an_item_with_a_question_is_there_to_decide() -> None:
    assert typed_plan(read_agenda_line("Positioning 25 ?Why us"), ITEM).stage is Stage.DECISIONS
    assert typed_plan(read_agenda_line("Ideas 25 ?Which #brain"), ITEM).stage is Stage.BRAINSTORM


def form(**changes: str) -> dict[str, str]:
    same = {name: str(getattr(ITEM, name) or "") for name in ItemPlan.__dataclass_fields__ if name != "planned_seconds"}
    return same | {"minutes": "26"} | changes


def test_a_form_that_was_not_touched_changes_nothing() -> None:
    assert read_form(form(), ITEM) == plan_of(ITEM)


def test_a_day_beyond_what_is_typed_stays_as_it_was_read_in() -> None:
    late = replace(ITEM, day=12, round=120)
    plan = read_form(form(title="Figures", day="12", round="120"), late)
    assert plan == replace(plan_of(late), title="Figures")
    with pytest.raises(RuleBroken, match="“13” is no day"):
        read_form(form(day="13", round="120"), late)


def test_a_form_reads_minutes_clocks_and_words() -> None:
    plan = read_form(form(minutes="1h30", pinned_start="930", stage="dec", kind="item", day="1"), ITEM)
    assert (plan.planned_seconds, plan.pinned_start, plan.stage, plan.day) == (5400, "09:30", Stage.DECISIONS, 1)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": " "}, "needs a title"),
        ({"minutes": "long"}, "is no length"),
        ({"pinned_end": "noonish"}, "is no time of day"),
        ({"stage": "d"}, "is no stage. There are: introduction"),
        ({"day": "0"}, "is no day. Write a number from 1"),
    ],
)
def test_a_form_that_can_not_be_read_says_which_field(changes: dict[str, str], says: str) -> None:
    with pytest.raises(RuleBroken, match=says):
        read_form(form(**changes), ITEM)


@pytest.mark.parametrize(
    ("words", "clock"),
    [("9:30", "09:30"), ("9h30", "09:30"), ("0930", "09:30"), ("9", "09:00"), ("2:30 pm", "14:30"), ("", None)],
)
def test_clocks_as_people_type_them(words: str, clock: str | None) -> None:
    assert read_clock(words) == clock


def test_lengths_as_people_type_them() -> None:
    assert [read_length(words).total_seconds() for words in ("25", "45 min", "1h30", "½ h")] == [1500, 2700, 5400, 1800]


@given(st.integers(120, 86_400))
def test_a_split_loses_nothing(seconds: int) -> None:
    first, second = split_seconds(seconds)
    assert first + second == seconds
    assert min(first, second) > 0


def test_what_is_too_short_is_not_split() -> None:
    with pytest.raises(RuleBroken, match="shorter than two minutes"):
        split_seconds(119)


def test_words_of_a_closed_set_go_round() -> None:
    assert [following(Voice, voice) for voice in Voice] == [Voice.CONSULTED, Voice.INFORMED, Voice.DECIDES]
    assert one_of(Voice, "In", "voice") is Voice.INFORMED


def test_the_sums_of_an_agenda() -> None:
    items = (
        Item(id="a", title="Numbers", planned_seconds=3600, stage=Stage.DIAGNOSIS),
        Item(id="b", title="Break", position=1, planned_seconds=900, kind=ItemKind.BREAK),
        Item(id="c", title="Decide", position=2, planned_seconds=1200, stage=Stage.DECISIONS),
    )
    days = (Day(id="d", day=1, starts_at=NINE),)
    total = summed(project(days, items, (), Moment(NINE), UTC_ZONE), items)
    assert total.words == "1 h 35 · breaks 15 min · deciding 25 %"
    assert total.ends == ((1, datetime(2027, 1, 15, 10, 35, tzinfo=UTC)),)


def test_what_an_item_of_this_title_took_last_time() -> None:
    past = [Took("NUMBERS", Stage.DIAGNOSIS, 1500, 1920), Took("Numbers", Stage.DIAGNOSIS, 600, 600)]
    assert last_time(ITEM, past) == "25 planned, 32 taken last time"


def test_without_the_title_the_stage_tells_how_long_things_take() -> None:
    past = [Took(f"Item {number}", Stage.DIAGNOSIS, 1000, 1200) for number in range(3)]
    assert last_time(ITEM, past) == "3 past items of this stage took 120 % of their plan"
    assert last_time(ITEM, past[:2]) == ""
