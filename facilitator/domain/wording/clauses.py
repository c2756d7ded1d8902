"""Where a sentence can promise something: its main clauses, and the places in them where a verb may stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from facilitator.domain.wording.lexicon import words

_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|`[^`]*`|(?<!\w)'[^']+'(?!\w)|‘[^’]*’(?!\w)|https?://\S+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STOP = re.compile(r"(?:(?<!\b\d)(?<!\b\d\d)\.|[;!?:…])(?=\s|$)|\n|\s[-–—]+\s")
_JOINT = re.compile(r",|\s&\s")
_NOT_A_WORD = re.compile(r"[^\w@]*")
_NAME = r"(?:@[\w.-]+|(?:the )?[^\W\d_a-zа-яё][\w.'-]*)"
_NAMES = re.compile(rf"{_NAME}(?:\s*[/+&]?\s*{_NAME}){{0,3}}\s+(?:to\s+)?")
_LONE_NAME = re.compile(r"[\w.-]+\s+to\s+")


@dataclass(frozen=True)
class Clause:
    """One main clause of `text` (masked), from `start` to `end`; the sentence that it is in ends at `stop`."""

    text: str
    start: int
    end: int
    stop: int

    @cached_property
    def begin(self) -> int:
        """Where it says something, behind “then” and “also”."""
        return _after_fillers(self.text, self.start, self.end)

    @cached_property
    def openings(self) -> tuple[int, ...]:
        """The places where its verb may begin: at once, after a name, after “Anna will”."""
        return tuple(dict.fromkeys(_openings(self.text, self.begin, self.end)))


def masked(text: str) -> str:
    """The text at the same length, with what is quoted, in brackets or an idiom made unreadable."""
    seen = text.replace("’", "'")
    seen = _QUOTED.sub(_blot, seen)
    seen = _ASIDE.sub(_blank, seen)
    return words("commitment", "idioms").sub(_blot, seen)


def clauses(text: str) -> Iterator[Clause]:
    """The main clauses of a masked text; what follows “which”, “how” or “so that” is no promise and left out."""
    start = 0
    for stop in [found.span() for found in _STOP.finditer(text)] + [(len(text), len(text))]:
        yield from _of_sentence(text, start, stop[0])
        start = stop[1]


def _of_sentence(text: str, start: int, stop: int) -> Iterator[Clause]:
    joints = sorted(
        found.span() for joint in (_JOINT, words("opening", "joints")) for found in joint.finditer(text, start, stop)
    )
    for end, following in [*joints, (stop, stop)]:
        main = words("opening", "subordinates").search(text, start, end)
        end = main.start() if main else end
        yield Clause(text, start, end, stop)
        start = following


def _openings(text: str, begin: int, end: int) -> Iterator[int]:
    """A clause that begins with a verb that delivers has one: in “Stop discussing” nobody is called Stop."""
    yield begin
    if words("opening", "delivers").match(text, begin, end):
        return
    for subject in (_NAMES, _LONE_NAME, words("opening", "subjects")):
        if named := subject.match(text, begin, end):
            yield _after_fillers(text, named.end(), end)
    for modal in words("opening", "modals").finditer(text, begin, end):
        yield _after_fillers(text, modal.end(), end)


def _after_fillers(text: str, position: int, end: int) -> int:
    fillers = words("opening", "fillers")
    while True:
        if found := _NOT_A_WORD.match(text, position, end):
            position = found.end()
        if not (filler := fillers.match(text, position, end)):
            return position
        position = filler.end()


def _blot(found: re.Match[str]) -> str:
    return "x" * len(found.group())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
