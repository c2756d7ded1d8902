"""A TOML file that does not fit is refused in one sentence, with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import Flex, Stage
from facilitator.library.reading import Broken, Unreadable, read
from facilitator.library.template import Template

LEAST = """name = "ours"
title = "Our morning"
kind = "strategy"

[[days]]
starts = "09:00"
ends = "12:00"

[[items]]
title = "The numbers"
stage = "diagnosis"
minutes = 30
"""


def _refused(text: str) -> str:
    with pytest.raises(Unreadable) as refused:
        read(Template, text, "ours.toml")
    return str(refused.value)


def test_what_is_not_written_has_its_usual_value() -> None:
    template = read(Template, LEAST, "ours.toml")
    (item,) = template.items
    assert (item.stage, item.flex, item.day, item.round, item.question) == (Stage.DIAGNOSIS, Flex.FLEXIBLE, 1, 1, None)
    assert (template.max_bets, template.check_ins, template.starts()) == (3, "FREQ=WEEKLY;INTERVAL=2", ("09:00",))


@pytest.mark.parametrize(
    ("was", "is_now", "says"),
    [
        ("minutes = 30", "minuts = 30", "line 12: There is no field “minuts”. Did you mean minutes?"),
        ("minutes = 30", 'minutes = "half an hour"', "line 12: “minutes” must be a whole number."),
        ("minutes = 30", "minutes = true", "line 12: “minutes” must be a whole number."),
        ("minutes = 30", "minutes = -5", "line 12: “The numbers” takes -5 minutes. Write 0 to 1440."),
        ("minutes = 30\n", "", "line 9: “minutes” is missing."),
        ("minutes = 30", "minutes = 30\nday = 2", "line 13: “The numbers” is in day 2, but there are 1."),
        (
            "minutes = 30",
            'minutes = 30\npinned_start = "noon"',
            "line 13: pinned_start is “noon”. Write a time such as 09:30.",
        ),
        ('"diagnosis"', '"diagnose"', "line 11: “stage” is “diagnose”. It must be one of: introduction, diagnosis,"),
        ('"diagnosis"', "3", "line 11: “stage” is “3”. It must be one of: introduction, diagnosis,"),
        ('"Our morning"', "7", "line 2: “title” must be text in quotes."),
        ('"Our morning"', '"Our morning"\nrules = "Be short"', "line 3: “rules” must be a list."),
        ('"Our morning"', '"Our morning"\ntasks = ["Book a room"]', "line 3: Write each of “tasks” as [[tasks]]."),
        ('"ours"', '"Our Morning"', "line 1: “Our Morning” is no name. Use small letters, digits and single dashes."),
        ('"12:00"', '"08:00"', "line 7: The day ends at 08:00, before it starts at 09:00."),
        ('"09:00"', '"25:00"', "line 6: starts is “25:00”. Write a time such as 09:30."),
        ('"Our morning"', '"Our morning', "line 2: This is no TOML: Illegal character '\\n'."),
        ('"Our morning"', '"Our morning"\ncheck_ins = "weekly"', "line 3: check_ins is “weekly”. Write a rule"),
    ],
)
def test_a_refusal_names_the_line_and_what_to_do(was: str, is_now: str, says: str) -> None:
    assert _refused(LEAST.replace(was, is_now)).startswith(f"ours.toml, {says}")


def test_a_key_that_two_questions_share_is_refused_at_the_second() -> None:
    twice = LEAST + '\n[[questions]]\nkey = "who"\ntext = "Who?"\n\n[[questions]]\nkey = "who"\ntext = "Whom?"\n'
    assert _refused(twice) == "ours.toml, line 19: The key “who” belongs to two questions."


def test_a_file_that_ends_too_early_is_refused_at_its_last_line() -> None:
    assert _refused(LEAST + "rules = [").startswith("ours.toml, line 13: This is no TOML:")


def test_hidden_characters_become_visible_and_only_notes_keep_their_lines() -> None:
    hidden = LEAST.replace('"The numbers"', '"The\\u001b[31m numbers\\nagain"') + 'notes = "First.\\nThen."\n'
    (item,) = read(Template, hidden, "ours.toml").items
    assert (item.title, item.notes) == ("The␛[31m numbers again", "First.\nThen.")


def test_what_is_missing_altogether_is_refused_without_a_line() -> None:
    assert _refused("") == "ours.toml: “name” is missing."
    no_day = LEAST.replace('[[days]]\nstarts = "09:00"\nends = "12:00"\n', "").replace("kind =", "days = []\nkind =")
    assert _refused(no_day) == "ours.toml: There is no day. Add [[days]] with starts and ends."


@settings(max_examples=100)
@given(st.data())
def test_any_damage_is_either_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(LEAST)))
    until = data.draw(st.integers(at, min(at + 20, len(LEAST))))
    damaged = LEAST[:at] + data.draw(st.text(max_size=8)) + LEAST[until:]
    broken = _broken(damaged)
    if broken:
        assert broken.says
        assert broken.line is None or 1 <= broken.line <= damaged.count("\n") + 1


def _broken(text: str) -> Broken | None:
    try:
        read(Template, text, "ours.toml")
    except Unreadable as refused:
        return refused.broken
    return None
