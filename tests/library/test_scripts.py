"""Methods, prompts and the opening are complete, and written in the program's tone."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from facilitator.domain.kinds import Stage
from facilitator.domain.prepare_board import TRIAGE_QUESTIONS
from facilitator.library.sayings import Method
from facilitator.library.scripts import method, methods, methods_for, opening, prompts, prompts_for_question, script
from facilitator.library.shelf import LibraryError, list_sectors, list_templates


def test_there_are_more_than_twenty_five_methods_and_no_name_twice() -> None:
    names = [each.name for each in methods()]
    assert len(names) == len(set(names)) >= 25
    named = ("silent-brainwriting", "round-robin", "one-two-four-all", "pre-mortem", "dot-voting", "fist-of-five")
    assert {*named, "start-stop-continue"} <= set(names)


@pytest.mark.parametrize("one", methods(), ids=lambda one: str(one.name))
def test_a_method_can_be_run_from_what_is_written(one: Method) -> None:
    assert one.purpose
    assert one.pitfalls
    assert one.stages
    assert len(one.steps) >= 3
    assert 0 < one.minutes_least < one.minutes_most
    assert 2 <= one.people_least < one.people_most
    assert 0 <= one.turn_seconds <= one.minutes_most * 60


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_methods_and_prompts(stage: Stage) -> None:
    assert len(methods_for(stage)) >= 5
    found = prompts(stage)
    assert len(found.ask) >= 6
    assert found.stay
    assert found.move_on


def test_warm_ups_come_first_and_closings_last() -> None:
    moments = [each.moment for each in methods_for(Stage.WRAP_UP)]
    assert moments == sorted(moments, key=("warm-up", "work", "closing").index)
    assert {each.moment for each in methods()} == {"warm-up", "work", "closing"}


def _keys() -> set[str]:
    asked = [template.questions for template in list_templates().templates]
    asked += [sector.questions for sector in list_sectors()]
    return {question.key for questions in asked for question in questions}


def test_every_question_of_every_template_and_pack_has_its_prompts() -> None:
    for key in _keys():
        found = prompts_for_question(key)
        assert len(found.ask) >= 4, key
        assert found.stay, key
        assert found.move_on, key


def test_no_prompt_of_a_pack_is_written_for_a_question_that_nobody_asks() -> None:
    assert {each.about for sector in list_sectors() for each in sector.prompts} <= _keys() | set(Stage)


def test_a_sector_pack_speaks_first_and_only_when_it_is_named() -> None:
    plain, with_pack = prompts_for_question("who"), prompts_for_question("who", ["health-care"])
    assert len(with_pack.ask) > len(plain.ask)
    assert with_pack.ask[-len(plain.ask) :] == plain.ask
    assert prompts_for_question("proof") == prompts_for_question("proof", ["health-care"])
    assert not prompts_for_question("nobody-asks-this").ask


def test_a_script_holds_the_method_then_the_question_then_the_stage() -> None:
    found = script(Stage.DECISIONS, "competitor-swap", "why")
    assert found.method == method("competitor-swap")
    assert found.prompts.ask == prompts_for_question("why").ask + prompts(Stage.DECISIONS).ask


def test_a_script_without_method_or_question_is_that_of_the_stage() -> None:
    found = script(Stage.DIAGNOSIS, "a way of our own")
    assert found.method is None
    assert found.prompts == prompts(Stage.DIAGNOSIS)


def test_an_unknown_method_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(LibraryError, match=r"There is no method “premortem”\. Did you mean pre-mortem\?"):
        method("premortem")


def test_three_questions_and_four_warnings_come_before_a_session() -> None:
    found = opening()
    assert (len(found.questions), len(found.warnings)) == (3, 4)
    assert len({each.key for each in (*found.questions, *found.warnings)}) == 7
    assert "listen" in found.promise


def test_one_no_makes_a_session_worth_holding_and_a_warning_is_said_plainly() -> None:
    found = opening()
    control = found.warnings[0]
    advice = found.advice({"who-answers": False, control.key: True, found.warnings[1].key: False})
    assert advice == (found.worth_it, found.questions[0].says, control.says)


def test_three_times_yes_asks_whether_a_session_is_needed_and_no_answer_says_to_answer_first() -> None:
    found = opening()
    assert found.advice({question.key: True for question in found.questions}) == (found.not_needed,)
    assert found.advice({}) == (found.not_asked,)
    assert found.advice({"who-answers": True}) == (found.not_asked,)


def test_the_rules_of_the_templates_are_short_enough_to_be_read_aloud() -> None:
    for rules in (opening().rules, *(template.rules for template in list_templates().templates)):
        assert 5 <= len(rules) <= 12
        assert all(len(rule) <= 120 for rule in rules)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _everything() -> set[str]:
    spoken = (*map(prompts, Stage), *map(prompts_for_question, _keys()))
    return set(_texts((methods(), opening(), list_sectors(), list_templates().templates, spoken)))


def test_all_texts_keep_the_tone() -> None:
    out_of_tone = re.compile(r"!|\b(please|simply|sorry|unfortunately|leverage|synergy)\b", re.IGNORECASE)
    assert [text for text in _everything() if out_of_tone.search(text)] == []
    assert [text for text in _everything() if text != text.strip() or "  " in text] == []


def test_no_text_names_a_time_that_a_sessions_own_hours_may_belie() -> None:
    hours = (
        r"o'clock|\bnoon\b|.\d:\d\d\b.|\bat (?:nine|ten|eleven|twelve|one|two)\b(?! \w)|\bthe (?:morning|afternoon)\b"
    )
    clock = re.compile(hours, re.IGNORECASE)
    assert [text for text in _everything() if clock.search(text)] == []


def test_straight_quotes_never_stand_around_a_word() -> None:
    assert [text for text in _everything() if '"' in text] == []


def test_the_three_questions_are_what_makes_the_right_tool_answered() -> None:
    assert {one.key for one in opening().questions} == TRIAGE_QUESTIONS
