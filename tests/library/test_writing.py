"""A template that is saved reads back as the same template."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import SessionKind
from facilitator.domain.text import clean
from facilitator.library.applying import apply_sector
from facilitator.library.parts import (
    HomeworkQuestion,
    TemplateDay,
    TemplateItem,
    TemplateNumber,
    TemplateQuestion,
    TemplateRound,
    TemplateTask,
)
from facilitator.library.reading import read
from facilitator.library.shelf import list_templates, load_sector, load_template
from facilitator.library.template import Template
from facilitator.library.writing import save_template, template_to_toml

_names = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
_texts = st.text(max_size=12).map(clean)
_notes = st.text(max_size=12).map(lambda text: clean(text, lines=True))
_perhaps = st.none() | _texts
_clocks = st.none() | st.from_regex(r"([01][0-9]|2[0-3]):[0-5][0-9]", fullmatch=True)
_items = st.builds(
    TemplateItem,
    title=_texts,
    minutes=st.integers(0, 1440),
    day=st.just(1),
    round=st.integers(1, 2),
    question=_perhaps,
    answers=_perhaps,
    method=_perhaps,
    notes=st.none() | _notes,
    pinned_start=_clocks,
    pinned_end=_clocks,
)
_templates = st.builds(
    Template,
    name=_names,
    title=_texts,
    about=_texts,
    kind=st.sampled_from(SessionKind),
    days=st.just((TemplateDay("08:30", "16:45"),)),
    items=st.lists(_items, max_size=4).map(tuple),
    rounds=st.just((TemplateRound("Price"), TemplateRound('"Reach"'))),
    check_ins=st.just("FREQ=MONTHLY"),
    rules=st.lists(_texts, max_size=3).map(tuple),
    goal_prompts=st.lists(_texts, max_size=3).map(tuple),
    questions=st.lists(st.builds(TemplateQuestion, _names, _texts), max_size=3, unique_by=lambda q: q.key).map(tuple),
    tasks=st.lists(st.builds(TemplateTask, _texts, st.integers(0, 90)), max_size=3).map(tuple),
    homework=st.lists(st.builds(HomeworkQuestion, text=_texts), max_size=2).map(tuple),
    numbers=st.lists(st.builds(TemplateNumber, _texts, _texts), max_size=2).map(tuple),
)


@settings(max_examples=60)
@given(_templates)
def test_what_is_saved_reads_back_the_same(template: Template) -> None:
    assert read(Template, template_to_toml(template), "it.toml") == template


@given(st.text(st.characters(), max_size=30))
def test_any_text_survives_quotes_controls_and_half_characters_too(text: str) -> None:
    template = Template("ours", text, SessionKind.REVIEW, (TemplateDay("09:00", "10:00"),), ())
    whole = "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    assert tomllib.loads(template_to_toml(template))["title"] == whole


@pytest.mark.parametrize("template", list_templates().templates, ids=lambda template: str(template.name))
def test_the_templates_of_the_program_can_be_saved_as_ones_own(template: Template, tmp_path: Path) -> None:
    with_pack = apply_sector(template, load_sector("health-care"))
    path = save_template(with_pack, tmp_path / "templates")
    assert path.name == f"{template.name}.toml"
    assert load_template(template.name, tmp_path / "templates") == with_pack


def test_what_has_its_usual_value_is_not_written() -> None:
    template = Template("ours", "Ours", SessionKind.REVIEW, (TemplateDay("09:00", "10:00"),), ())
    written = (
        'name = "ours"\ntitle = "Ours"\nkind = "review"\nitems = [\n]\n\n[[days]]\nstarts = "09:00"\nends = "10:00"\n'
    )
    assert template_to_toml(template) == written


def test_saving_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    for _ in range(2):
        save_template(load_template("crisis"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["crisis.toml"]
