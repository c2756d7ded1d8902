"""The homework of each manager: a form to fill in, as Markdown, and the way back from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.text import clean, fold
from facilitator.exchange.phrases import one_line

_PARTS = (("problems", "Problems"), ("results", "Results so far"), ("asks", "What you ask for"))
_USUAL = (
    ("problems", "What stands in the way of your goals, and what does it cost?"),
    ("results", "What did you reach since the last session, in numbers?"),
    ("asks", "What do you need from the others, and from whom?"),
)
_NAME = re.compile(r"\s*(?:\*\*)?name(?:\*\*)?\s*:\s*(?:\*\*)?\s*(.*)", re.I)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*")


@dataclass(frozen=True, slots=True)
class ReadHomework:
    """What one person handed in; at least one of the three says something."""

    name: str
    results: str | None = None
    problems: str | None = None
    asks: str | None = None


def blank_homework(title: str, questions: Iterable[tuple[str, str]] = ()) -> str:
    """The form: `questions` are pairs of a part (`problems`, `results`, `asks`) and the question to answer there."""
    asked = tuple(questions) or _USUAL
    return "\n".join(_form(title, asked)) + "\n"


def is_homework(text: str) -> bool:
    """Whether a text is such a form, filled in."""
    lines = text.splitlines()
    named = any(_NAME.fullmatch(line) for line in lines)
    return named and any((found := _HEADING.fullmatch(line)) and _part(found[1]) for line in lines)


def read_homework(text: str) -> tuple[ReadHomework, ...]:
    """What each `Name:` handed in, in order; quoted questions (`>`) are no answers, nor is an empty form.

    A heading of one's own belongs to the part above it, what stands before any heading to the problems.
    """
    found = []
    for name, parts in _people(text):
        told = {part: clean("\n".join(lines), lines=True) or None for part, lines in parts.items()}
        if name and any(told.values()):
            found.append(ReadHomework(name, told["results"], told["problems"], told["asks"]))
    return tuple(found)


def _form(title: str, questions: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f"# Homework for “{one_line(title)}”"
    yield from ("", "Write below each question, and send it back a week before the session.", "", "Name: ")
    for part, heading in _PARTS:
        yield from ("", f"## {heading}", "")
        yield from (f"> {one_line(text)}" for key, text in questions if key == part)
        yield ""


def _people(text: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    name, part, own = "", "", list[str]()
    parts: dict[str, list[str]] = {key: [] for key, _ in _PARTS}
    for line in text.splitlines():
        said, heading = _NAME.fullmatch(line), _HEADING.fullmatch(line)
        if said or (heading and fold(heading[1]).startswith("homework")):
            yield name, parts
            name, part, own = clean(said[1]) if said else "", "", []
            parts = {key: [] for key, _ in _PARTS}
        elif heading:
            opened = _part(heading[1])
            part, own = (opened, []) if opened else (part, [*own, heading[1]])
        elif not line.lstrip().startswith(">"):
            # An answer before the first heading, or below one of their own, is an answer too.
            said_here = bool(line.strip())
            parts[part or _PARTS[0][0]] += [*own, line.rstrip()] if said_here else [""] * (not own)
            own = [] if said_here else own
    yield name, parts


def _part(heading: str) -> str:
    """Which part a heading opens; none when it opens none."""
    first = fold(heading)
    for part, words in (("problems", "problem"), ("results", "result"), ("asks", "ask")):
        if words in first:
            return part
    return ""
