"""From a key to the screen: typing into the capture line, and moving in a list of ten thousand ideas."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.bench.figures import PERCENTILE_MARGIN, Figure, percentile
from tests.bench.stores import IDEA, RUNNING, Wanted, make
from tests.bench.terminal import Terminal, bare, ours

DOWN = "\x1b[B"
LINE = "Publish the pricing calculator @jonas by 15 jan #why !€5k pipeline a month $two days of Mira"
# Pauses between keys, so that they fall anywhere between two frames.
SHORTEST, LONGEST = 0.01, 0.05
SETTLE_SECONDS = 1.5


def typing(folder: Path, lines: int) -> Iterator[Figure]:
    decisions = make(folder / "type.db", Wanted(100))
    with bare(folder) as theirs, ours(folder, decisions, "open") as line:
        theirs.wait_for("bare and ready")
        line.wait_for(RUNNING)
        typist = Typist(theirs, line)
        for _ in range(lines):
            typist.type_line()
    floor, found = typist.floor, typist.typed
    yield _ratio("typing", "key → screen in the capture line, p95", percentile(found, 95), floor, 95, 1.5)
    yield _ratio("typing", "key → screen in the capture line, p99, of bare p50", percentile(found, 99), floor, 50, 6.0)
    yield Figure("typing", "keys lost", typist.lost, 0, "", f"{len(found)} keys")


def moving(folder: Path, moves: int) -> Iterator[Figure]:
    ideas = make(folder / "list.db", Wanted(10_000, "brainstorm", ideas=True))
    with bare(folder) as theirs, ours(folder, ideas, "open") as rows:
        theirs.wait_for("bare and ready")
        rows.wait_for(IDEA.format(0))
        typist = Typist(theirs, rows)
        for _ in range(moves):
            typist.move()
    found = percentile(typist.moved, 95)
    yield _ratio("moving", "key → screen in a list of 10,000 ideas, p95", found, typist.floor, 95, 1.3)


def _ratio(group: str, what: str, found: float, floor: list[float], share: int, bound: float) -> Figure:
    theirs = percentile(floor, share)
    seen = f"{found * 1000:.1f} ms, bare p{share} {theirs * 1000:.1f} ms"
    return Figure(group, what, found / theirs, bound, "×", seen, PERCENTILE_MARGIN)


class Typist:
    """Types into two programs, a key each in turn."""

    def __init__(self, theirs: Terminal, ours: Terminal) -> None:
        self.floor: list[float] = []
        self.typed: list[float] = []
        self.moved: list[float] = []
        self.lost = 0
        self._theirs, self._ours = theirs, ours
        self._pauses = Random(1)
        self._keys = self._steps = 0
        for terminal in (theirs, ours):
            terminal.listen(SETTLE_SECONDS)

    def type_line(self) -> None:
        """One whole decision, letter by letter; what stands in the end must be what was typed."""
        since = len(self._ours.sent)
        self._ours.press("d")
        self._ours.wait_for("enter saves", since)
        for place, key in enumerate(LINE):
            self.press_bare()
            self._pause(self._ours)
            since, pressed = len(self._ours.sent), self._ours.press(key)
            # A blank shows nothing that could be waited for.
            if key != " ":
                self.typed.append(self._ours.wait_for(LINE[: place + 1], since) - pressed)
        self._ours.listen(0.3)
        self.lost += not self._ours.shows(LINE)
        since = len(self._ours.sent)
        self._ours.press("\x15")
        self._ours.wait_for("enter saves", since)
        self._ours.press("\x1b")
        self._ours.listen(0.3)

    def move(self) -> None:
        """One idea down."""
        self.press_bare()
        self._pause(self._ours)
        following = IDEA.format(self._steps + 1)
        before = self._ours.look_of(following)
        pressed = self._ours.press(DOWN)
        self.moved.append(self._ours.wait_for_look(following, before) - pressed)
        self._steps += 1

    def press_bare(self) -> None:
        self._pause(self._theirs)
        self._keys += 1
        pressed = self._theirs.press("x")
        self.floor.append(self._theirs.wait_for(f"key number {self._keys}") - pressed)

    def _pause(self, terminal: Terminal) -> None:
        terminal.listen(self._pauses.uniform(SHORTEST, LONGEST))
