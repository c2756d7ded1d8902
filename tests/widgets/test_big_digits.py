"""The big digits: across the width of any terminal, upright, legible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.widgets.big_digits import draw

SIZES = [(54, 8), (74, 15), (114, 24), (294, 68), (54, 40), (294, 9)]
CLOCKS = ["07:19", "88:88", "+02:10", "1:05:00", "+1:05:00", "--:--"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("digits", CLOCKS)
def test_digits_fill_the_width_and_more_than_half_of_their_height(digits: str, size: tuple[int, int]) -> None:
    width, height = size
    lines = draw(digits.replace("1", "8"), width, height)
    assert [len(line) for line in lines] == [width] * height
    inked = [line for line in lines if line.strip()]
    first = min(len(line) - len(line.lstrip()) for line in inked)
    last = max(len(line.rstrip()) for line in inked)
    assert last - first > width - 8
    if "-" not in digits:
        assert len(inked) >= height / 2 - 1


def test_every_digit_looks_different() -> None:
    assert len({draw(str(digit), 12, 8) for digit in range(10)}) == 10


def test_a_digit_looks_as_on_a_clock() -> None:
    assert draw("2", 9, 7) == (
        "█████████",
        "       ██",
        "       ██",
        "█████████",
        "██       ",
        "██       ",
        "█████████",
    )


@given(st.text("0123456789:+-", max_size=9), st.integers(0, 320), st.integers(0, 90))
def test_any_size_is_drawn_exactly(digits: str, width: int, height: int) -> None:
    assert [len(line) for line in draw(digits, width, height)] == [width] * height
