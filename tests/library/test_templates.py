"""The templates that come with the program have no gap of letter T, alone or with any sector packs."""

from itertools import combinations

import pytest
from dateutil.rrule import rrulestr

from facilitator.domain.kinds import Flex, ItemKind, SessionKind, Stage, TaskKind
from facilitator.library.applying import apply_sector
from facilitator.library.parts import TemplateItem, minutes_of
from facilitator.library.scripts import method, methods
from facilitator.library.shelf import list_sectors, list_templates, load_template
from facilitator.library.template import Template

PLAIN = list_templates().templates


def _with_packs() -> list[Template]:
    one = [apply_sector(template, sector) for template in PLAIN for sector in list_sectors()]
    two = [apply_sector(apply_sector(t, a), b) for t in PLAIN for a, b in combinations(list_sectors(), 2)]
    return [*PLAIN, *one, *two]


def _called(template: Template) -> str:
    return "+".join((template.name, *template.sectors))


every_template = pytest.mark.parametrize("template", _with_packs(), ids=_called)
plain_template = pytest.mark.parametrize("template", PLAIN, ids=_called)


def _work(template: Template) -> list[TemplateItem]:
    return [item for item in template.items if item.kind is not ItemKind.BREAK]


def _deciding(template: Template) -> int:
    return sum(item.minutes for item in template.items if item.kind is ItemKind.ITEM and item.stage is Stage.DECISIONS)


def test_there_are_the_five_templates_that_were_promised() -> None:
    names = ["crisis", "marketing-strategy-full-day", "marketing-strategy-half-day", "quarterly-review"]
    assert [template.name for template in PLAIN] == [*names, "strategy-two-days"]


def test_the_half_day_is_four_hours_on_one_day() -> None:
    half = load_template("marketing-strategy-half-day")
    assert (len(half.days), half.planned_seconds, half.title) == (1, 14400, "Marketing strategy, half a day")


def test_the_marketing_templates_ask_the_five_questions() -> None:
    for name in ("marketing-strategy-half-day", "marketing-strategy-full-day"):
        keys = [question.key for question in load_template(name).questions]
        assert keys == ["who", "why", "reach", "stop", "measure"]


@every_template
def test_no_item_is_without_a_timebox(template: Template) -> None:
    assert all(item.minutes > 0 for item in template.items)


@every_template
def test_each_day_is_filled_to_its_end_and_not_beyond(template: Template) -> None:
    for number, day in enumerate(template.days, 1):
        planned = sum(item.minutes for item in template.items if item.day == number)
        assert planned == day.minutes <= 8 * 60


@every_template
def test_a_pinned_lunch_begins_when_what_precedes_it_ends(template: Template) -> None:
    for at, (start, item) in enumerate(zip(template.starts(), template.items, strict=True)):
        if item.pinned_start:
            before = template.items[at - 1]
            ends = minutes_of(template.starts()[at - 1], "") + before.minutes
            assert start == item.pinned_start
            assert ends == minutes_of(start, "")


@every_template
def test_nobody_sits_longer_than_ninety_minutes(template: Template) -> None:
    day, sat = 0, 0
    for item in template.items:
        sat = 0 if item.kind is ItemKind.BREAK or item.day != day else sat
        day = item.day
        sat += item.minutes if item.kind is not ItemKind.BREAK else 0
        assert sat <= 90, item.title


@every_template
def test_every_stage_has_an_item_and_there_is_a_buffer(template: Template) -> None:
    assert {item.stage for item in template.items if item.kind is ItemKind.ITEM} == set(Stage)
    assert any(item.kind is ItemKind.BUFFER for item in template.items)


@every_template
def test_every_item_of_the_decisions_stage_has_a_question_to_decide(template: Template) -> None:
    deciding = [item for item in template.items if item.stage is Stage.DECISIONS and item.kind is ItemKind.ITEM]
    assert all(item.question and item.question.endswith("?") for item in deciding)


@every_template
def test_deciding_gets_a_quarter_of_the_working_time(template: Template) -> None:
    assert _deciding(template) * 4 >= sum(item.minutes for item in _work(template))


@every_template
def test_each_question_has_ten_minutes_to_be_decided(template: Template) -> None:
    assert _deciding(template) >= 10 * len(template.questions)
    if template.kind is SessionKind.STRATEGY:
        assert sum(day.minutes for day in template.days) >= 4 * 60


@every_template
def test_diagnosis_comes_before_prescription_in_every_round(template: Template) -> None:
    for number in range(1, len(template.rounds) + 1):
        stages = [item.stage for item in _work(template) if item.round == number and item.kind is ItemKind.ITEM]
        last_diagnosis = max(at for at, stage in enumerate(stages) if stage is Stage.DIAGNOSIS)
        prescribing = [at for at, stage in enumerate(stages) if stage in (Stage.BRAINSTORM, Stage.DECISIONS)]
        assert last_diagnosis < min(prescribing)


@every_template
def test_every_must_answer_question_is_answered_by_an_item(template: Template) -> None:
    answered = {item.answers for item in template.items if item.answers}
    assert answered == {question.key for question in template.questions}


@every_template
def test_every_method_named_is_written_down_and_suits_the_stage(template: Template) -> None:
    for item in template.items:
        assert item.kind is ItemKind.ITEM or item.method is None
        if item.kind is ItemKind.ITEM:
            assert item.stage in method(item.method or "").stages, item.title


@plain_template
def test_every_method_fits_into_its_timebox(template: Template) -> None:
    known = {each.name: each for each in methods()}
    for item in template.items:
        if item.method:
            assert known[item.method].minutes_least <= item.minutes <= known[item.method].minutes_most, item.title


@plain_template
def test_breaks_and_the_wrap_up_are_protected(template: Template) -> None:
    for item in template.items:
        if item.kind is ItemKind.BREAK or item.stage is Stage.WRAP_UP:
            assert item.flex is Flex.PROTECTED, item.title


@plain_template
def test_a_moderator_finds_the_session_prepared(template: Template) -> None:
    assert template.rules
    assert template.goal_prompts
    assert template.about
    assert 1 <= template.max_bets <= 5
    assert {"marketing", "sales", "budget"} <= set(template.seats)
    assert {question.part for question in template.homework} == {"results", "problems", "asks"}
    assert len(template.numbers) >= 5
    assert all(number.unit for number in template.numbers)
    assert all(item.notes for item in template.items if item.kind is not ItemKind.BREAK)
    rrulestr(template.check_ins)  # refuses what is no rule


@every_template
def test_the_checklist_runs_towards_the_session(template: Template) -> None:
    days = [task.days_before for task in template.tasks]
    assert days == sorted(days, reverse=True)
    assert min(days) <= 1
    material = [task for task in template.tasks if task.kind is TaskKind.MATERIAL]
    assert material
    assert all(task.ask for task in material)
    if template.kind is SessionKind.CRISIS:
        assert max(days) <= 2  # nobody knows of a crisis a month before
    else:
        assert all(task.days_before == 7 for task in material)
