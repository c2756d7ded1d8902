"""Marks of emphasis are found where a pattern would find them, which takes seconds over a row of marks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.agendas.emphasis import without_emphasis

PATTERN = re.compile(r"(\*{1,3}|_{1,3}|~~)(?=\S)(.{1,600}?)(?<=\S)\1(?!\w)")


@given(st.text(alphabet="*_~ ab.\n", max_size=40))
def test_emphasis_is_what_the_pattern_finds(text: str) -> None:
    assert without_emphasis(text) == PATTERN.sub(r"\2", text)


def test_a_mark_that_closes_far_behind_stays() -> None:
    for count in (600, 601):
        text = f"*{'a' * count}*"
        assert without_emphasis(text) == PATTERN.sub(r"\2", text)
