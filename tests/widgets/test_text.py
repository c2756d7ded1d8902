"""Rows of toned pieces, as they reach the terminal."""

import pytest
from rich.cells import cell_len
from rich.style import Style

from facilitator.widgets.text import Tone, paint, row, wrap_words

LOOKS = {Tone.PLAIN: Style(color="white"), Tone.DIM: Style(color="grey50"), Tone.GOOD: Style(color="green")}


def test_neighbours_that_look_alike_are_told_the_terminal_once() -> None:
    line = row("Price ", "per ", ("seat", Tone.GOOD), (" of", Tone.DIM), (" 40", Tone.DIM), right=("3 votes",))
    strip = paint(line, 40, LOOKS.__getitem__)
    blank = " " * (40 - len("Price per seat of 403 votes"))
    assert [(text, style) for text, style, _ in strip] == [
        ("Price per ", LOOKS[Tone.PLAIN]),
        ("seat", LOOKS[Tone.GOOD]),
        (" of 40", LOOKS[Tone.DIM]),
        (f"{blank}3 votes", LOOKS[Tone.PLAIN]),
    ]
    assert strip.cell_length == 40


def test_words_that_need_more_lines_hang_behind_their_code() -> None:
    said = row(("D09  ", Tone.WARM), "Who sails at night? was left undecided", right=("1 of 2",))
    assert [line.text for line in wrap_words(said, 24)] == [
        "D09  Who sails at",
        "     night? was left ",
        "     undecided",
    ]
    assert [line.right for line in wrap_words(said, 24)] == [said.right, (), ()]
    assert wrap_words(said, 80) == (said,)


def test_words_with_more_blanks_than_find_room_do_not_run_into_each_other() -> None:
    assert [line.text for line in wrap_words(row("for cash   not for credit"), 10)] == [
        "for cash",
        "not for ",
        "credit",
    ]
    assert [line.text for line in wrap_words(row("measure    500"), 10)] == ["measure", "500"]


@pytest.mark.parametrize("word", ["https://harbour.example/tours/night/2027", "夜に船を出すのは誰ですかと港長が聞いた"])
def test_a_word_longer_than_the_line_goes_on_in_the_next_one(word: str) -> None:
    said = row(("D09  ", Tone.WARM), word, " at night", right=("1 of 2",))
    lines = wrap_words(said, 24)
    assert "".join(line.text for line in lines).replace(" ", "") == f"D09{word}atnight"
    assert all(sum(cell_len(text) for text, _ in (*line.pieces, *line.right)) <= 24 for line in lines)
