"""A sector pack adds what its trade needs, and takes the time from where it can be spared."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import Flex, ItemKind, SessionKind, Stage
from facilitator.library.applying import apply_sector
from facilitator.library.parts import TemplateDay, TemplateItem
from facilitator.library.shelf import list_sectors, list_templates, load_sector, load_template
from facilitator.library.template import Sector, SectorItem, Template

HALF = load_template("marketing-strategy-half-day")


def _item(stage: Stage, minutes: int, kind: ItemKind = ItemKind.ITEM, flex: Flex = Flex.FLEXIBLE) -> TemplateItem:
    return TemplateItem(f"{stage.title} {minutes}", stage, minutes, kind=kind, flex=flex)


def _template(*items: TemplateItem) -> Template:
    return Template("mine", "Mine", SessionKind.STRATEGY, (TemplateDay("09:00", "17:00"),), items)


def _pack(stage: Stage, minutes: int) -> Sector:
    return Sector("pack", "Pack", items=(SectorItem("Added", stage, minutes, question="Which?"),))


def _minutes(template: Template) -> list[int]:
    return [item.minutes for item in template.items]


def test_there_are_the_four_packs_that_were_promised() -> None:
    names = ["b2b-technology", "health-care", "long-sales-cycles", "regulated-finance"]
    assert [sector.name for sector in list_sectors()] == names


@pytest.mark.parametrize("sector", list_sectors(), ids=lambda sector: str(sector.name))
def test_a_pack_brings_a_question_an_item_that_answers_it_and_prompts_for_it(sector: Sector) -> None:
    (question,) = sector.questions
    assert [item.answers for item in sector.items if item.stage is Stage.DECISIONS] == [question.key]
    assert any(prompts.about == question.key for prompts in sector.prompts)
    assert sector.about
    assert sector.tasks
    assert sector.numbers
    assert sector.homework


@pytest.mark.parametrize("sector", list_sectors(), ids=lambda sector: str(sector.name))
@pytest.mark.parametrize("template", list_templates().templates, ids=lambda template: str(template.name))
def test_everything_of_a_pack_arrives_in_the_same_time(template: Template, sector: Sector) -> None:
    applied = apply_sector(template, sector)
    assert applied.planned_seconds == template.planned_seconds
    assert set(sector.questions) <= set(applied.questions)
    assert set(sector.numbers) <= set(applied.numbers)
    assert {task.text for task in sector.tasks} <= {task.text for task in applied.tasks}
    added = [item for item in applied.items if item.title in {item.title for item in sector.items}]
    assert len(added) == len(sector.items)
    assert all(item.minutes == 15 for item in added)
    assert applied.sectors == (sector.name,)


def test_applied_twice_a_pack_adds_nothing_more() -> None:
    once = apply_sector(HALF, load_sector("health-care"))
    assert apply_sector(once, load_sector("health-care")) == once


def test_a_question_that_the_template_asks_already_keeps_its_words() -> None:
    (asked,) = load_sector("regulated-finance").questions
    ours = replace(HALF, questions=(replace(asked, text="What may we say?"), *HALF.questions))
    assert apply_sector(ours, load_sector("regulated-finance")).questions == ours.questions


def test_the_minutes_come_from_flexible_items_of_the_stage_the_longest_first() -> None:
    before = _template(_item(Stage.DIAGNOSIS, 40), _item(Stage.DIAGNOSIS, 20), _item(Stage.BRAINSTORM, 30))
    assert _minutes(apply_sector(before, _pack(Stage.DIAGNOSIS, 15))) == [25, 20, 15, 30]


def test_no_item_gives_more_than_half_or_falls_below_ten_minutes_then_the_buffer_gives() -> None:
    before = _template(
        _item(Stage.DECISIONS, 20), _item(Stage.DECISIONS, 12), _item(Stage.DECISIONS, 15, ItemKind.BUFFER)
    )
    assert _minutes(apply_sector(before, _pack(Stage.DECISIONS, 20))) == [10, 10, 20, 7]


def test_an_item_stands_beside_the_question_it_belongs_to() -> None:
    full = apply_sector(load_template("marketing-strategy-full-day"), load_sector("regulated-finance"))
    answers = [item.answers for item in full.items if item.answers]
    assert answers == ["who", "why", "claims", "reach", "stop", "measure"]


def test_protected_items_give_nothing() -> None:
    before = _template(_item(Stage.DECISIONS, 60, flex=Flex.PROTECTED), _item(Stage.DECISIONS, 10, ItemKind.BUFFER))
    assert _minutes(apply_sector(before, _pack(Stage.DECISIONS, 20))) == [60, 5, 5]


def test_a_stage_that_can_give_nothing_still_gets_five_minutes_for_what_was_added() -> None:
    before = _template(_item(Stage.DECISIONS, 10))
    assert _minutes(apply_sector(before, _pack(Stage.DECISIONS, 20))) == [10, 5]


def test_a_stage_that_is_missing_is_opened_before_the_next_one() -> None:
    before = _template(_item(Stage.INTRODUCTION, 10), _item(Stage.DECISIONS, 30))
    stages = [item.stage for item in apply_sector(before, _pack(Stage.DIAGNOSIS, 15)).items]
    assert stages == [Stage.INTRODUCTION, Stage.DIAGNOSIS, Stage.DECISIONS]
    assert [item.title for item in apply_sector(_template(), _pack(Stage.DIAGNOSIS, 15)).items] == ["Added"]


def test_a_task_is_not_due_before_the_preparation_begins() -> None:
    crisis = load_template("crisis")
    applied = apply_sector(crisis, load_sector("regulated-finance"))
    assert max(task.days_before for task in applied.tasks) == max(task.days_before for task in crisis.tasks)


_items = st.lists(
    st.builds(_item, st.sampled_from(Stage), st.integers(1, 90), st.sampled_from(ItemKind), st.sampled_from(Flex)),
    max_size=12,
)


@settings(max_examples=60)
@given(_items, st.sampled_from(Stage), st.integers(5, 45))
def test_every_stretch_between_breaks_keeps_its_length_when_it_has_time_to_give(
    items: list[TemplateItem], stage: Stage, minutes: int
) -> None:
    before = _template(*items)
    after = apply_sector(before, _pack(stage, minutes))
    added = next(item for item in after.items if item.title == "Added")
    gained = sum(_minutes(after)) - sum(_minutes(before))
    assert 0 <= gained <= added.minutes
    assert gained == 0 or added.minutes <= max(5, minutes)
    assert [item.title for item in after.items if item.title != "Added"] == [item.title for item in items]
    breaks = [item for item in after.items if item.kind is ItemKind.BREAK]
    assert breaks == [item for item in items if item.kind is ItemKind.BREAK]
    if gained == 0:
        assert _stretches(after) == _stretches(before)


def _stretches(template: Template) -> list[int]:
    sums = [0]
    for item in template.items:
        if item.kind is ItemKind.BREAK:
            sums.append(0)
        else:
            sums[-1] += item.minutes
    return sums
