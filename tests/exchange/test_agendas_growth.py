"""An agenda twice as long takes about twice the work: counted in lines of the program that are run, not in seconds."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from facilitator.exchange.agendas import AgendaError, read_agenda
from tests.lines import lines_run

FEW = 150


def work(text: str, form: str) -> int:
    """How many lines of the program reading an agenda takes."""

    def read() -> None:
        with suppress(AgendaError):
            read_agenda(text, form=form)

    return lines_run(read)


def listed(line: Callable[[int], str], count: int) -> str:
    return "".join(line(number) for number in range(count))


def clock(number: int) -> str:
    return f"{9 + number // 12 % 12}:{number % 12 * 5:02d}"


SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "rows of a page in one line": (
        "html",
        lambda n: f"<table>{listed(lambda i: f'<tr><td>{clock(i)}<td>Talk {i}', n)}</table>",
    ),
    "headings that repeat a list": (
        "md",
        lambda n: listed(lambda i: f"- Talk {i} 10 min\n", n) + listed(lambda i: f"## Talk {i} 10 min\n", n),
    ),
    "headings that repeat nothing": (
        "md",
        lambda n: listed(lambda i: f"- Talk {i} 10 min\n", n) + listed(lambda i: f"## Word {i} 10 min\n", n),
    ),
    "lines with a bar in them": ("txt", lambda n: listed(lambda i: f"Person {i} | room {i}\n", n)),
    "numbers beside topics": ("csv", lambda n: "Time,Topic\n" + listed(lambda i: f"{1 + i % 60},Talk\n", 4 * n)),
}


@pytest.mark.parametrize(("form", "made"), SHAPES.values(), ids=SHAPES)
def test_twice_as_much_takes_twice_the_work(form: str, made: Callable[[int], str]) -> None:
    read_agenda(made(2), form=form)  # what is made once
    once, twice = work(made(FEW), form), work(made(2 * FEW), form)
    assert twice < 2.2 * once
