"""A room at random: two real processes on one file, each in a terminal that is typed into, pasted into and resized.

`python -m tests.faults.room MINUTES SEED` says what became of it; the same seed presses the same keys. In a run of half
an hour and more neither leaves any more after the first sixth: what a process holds on to shows only with its age.
"""

import os
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter, deque
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.demo import make_demo
from facilitator.store.care import examine
from tests.faults import hands
from tests.faults.growth import memory, rise
from tests.faults.hands import CTRL_Q, ENTER, ESCAPE, Size
from tests.faults.looking_back import is_told, last_step, rows_of, undo_back_to
from tests.faults.terminal import Terminal

ANSWER_SECONDS = 30.0
# So long may what was typed ahead be worked off on a busy machine, looked at every so many actions.
WORK_SECONDS, WORK_ACTIONS, RESTS = 120.0, 20, 10
# Of memory, after the first sixth of a run; a short one does not say what an hour would.
MOST_MB, LONG_SECONDS = 20.0, 1800.0
# A long run goes on after a fault that was outlived, as a room would, until there are too many.
MOST_WRONG = 20
# What Textual (copying, too), or our own signals, write: anything else came out of somebody's text.
WRITTEN = re.compile(
    rb"\x1b(?:\[[0-9;:]*[mHABCDJKfrXnt]|\[\?[0-9;]+(?:[hl]|\$p)|\[[<>=?][0-9;]*u|\[>[0-9]*[qc]|\[[0-9 ]*q"
    rb"|\]52;c;(?!cm0g)[A-Za-z0-9+/=]*\x07|\]22;[a-z-]*(?:\x07|\x1b\\)|\](?:9|777);[^\x00-\x1f\x7f]*\x1b\\|[78=>])"
)


@dataclass
class Seat:
    """One of the two: how it is started, what it presses, what was seen of it."""

    name: str
    arguments: tuple[str, ...]
    escapes: int
    window: Terminal | None = None
    began: float = 0.0
    used: list[tuple[float, int]] = field(default_factory=list)
    grown: float = 0.0
    highest: int = 0
    oldest: float = 0.0
    ends: int = 0
    slowest: float = 0.0
    pressed: deque[bytes] = field(default_factory=lambda: deque(maxlen=60))
    foreign: Counter[bytes] = field(default_factory=Counter)


@dataclass
class Story:
    """What became of it all; `wrong` is empty when every promise held."""

    actions: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    steps: int = 0
    undone: int = 0
    # Of the process that lived longest: MB by which it grew after it was warm, MB at its most, minutes of its life.
    grown: dict[str, float] = field(default_factory=dict)
    highest: dict[str, float] = field(default_factory=dict)
    oldest: dict[str, float] = field(default_factory=dict)
    slowest: dict[str, float] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


class Room:
    """A moderator and a timekeeper who press whatever comes into their heads."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.path = folder / "room.db"
        self.state = folder / "state"
        self.story = Story()
        self._chance = random.Random(seed)
        self._began = self._warm_up = 0.0
        self._is_long = False
        self._session = make_demo(self.path)
        self._nothing_before()
        self._start, self._first = rows_of(self.path), last_step(self.path)
        db = ("-m", "facilitator", "--db", str(self.path))
        self.seats = (
            Seat("moderator", (*db, "open", self._session), escapes=40),
            Seat("timekeeper", (*db, "timekeeper", self._session), escapes=1),
        )

    def _nothing_before(self) -> None:
        """Whoever takes back more than was done here would leave the start behind: what led to it is history."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("UPDATE journal SET history = 1")

    def _is_there(self) -> bool:
        """Whether the session can be opened: nobody has deleted it or put it away, or that was taken back."""
        with closing(sqlite3.connect(self.path, timeout=10)) as connection:
            row = connection.execute(
                "SELECT 1 FROM session WHERE id = ? AND deleted_at IS NULL AND archived_at IS NULL", (self._session,)
            ).fetchone()
            return row is not None

    def run(self, seconds: float) -> Story:
        """Press keys for so long, then look whether everything is as it was promised."""
        self._began = time.monotonic()
        ends = self._began + seconds
        self._warm_up, self._is_long = seconds / 6, seconds >= LONG_SECONDS
        try:
            while time.monotonic() < ends and len(self.story.wrong) <= (MOST_WRONG if self._is_long else 0):
                seat = self.seats[0] if self._chance.random() < 0.75 else self.seats[1]
                self._act(seat)
            for seat in self.seats:
                self._leave(seat)
        finally:
            for seat in self.seats:
                if seat.window is not None:
                    seat.window.end()
        self._look_back()
        return self.story

    def _act(self, seat: Seat) -> None:
        window = self._window(seat)
        self.story.actions += 1
        if self.story.actions % 1000 == 0:
            ages = (f"{each.name} {each.used[-1:]}" for each in self.seats)
            print(self.story.actions, *ages, file=sys.stderr, flush=True)  # noqa: T201
        if self.story.actions % 100 == 0:
            self._must_answer(seat, window)
        if self.story.actions % WORK_ACTIONS == 0:
            self._let_work_off(seat, window)
        action = self._drawn(seat)
        if isinstance(action, tuple):
            seat.pressed.append(b"<%dx%d>" % action)
            window.resize(*action)
        else:
            seat.pressed.append(action)
            window.type(action)
        for each in self.seats:
            self._hear(each, self._chance.choice((0.01, 0.03, 0.1)))
        log = self.state / "faults.log"
        if log.exists():
            self.story.wrong += [log.read_text(encoding="utf-8")[-4000:], window.drawn()[-2500:]]
            self.story.wrong += [f"{each.name} had pressed {list(each.pressed)}" for each in self.seats]
            log.rename(log.with_name(f"faults-{self.story.actions}.log"))

    def _drawn(self, seat: Seat) -> bytes | Size:
        """The next thing that this seat does."""
        stays = self._stays(seat)
        weights = hands.weights(escapes=seat.escapes, stays=stays)
        kind = self._chance.choices(list(weights), list(weights.values()))[0]
        self.story.kinds[kind] += 1
        if kind == "home" and stays and not self._is_in_session(seat):
            return ENTER
        return hands.act(self._chance, kind, stays=stays)

    def _stays(self, seat: Seat) -> bool:
        return self._is_long and seat.window is not None and time.monotonic() - self._began > self._warm_up

    def _is_in_session(self, seat: Seat) -> bool:
        """Whether q leads home, not out: what was typed is worked off, and a session is open."""
        assert seat.window is not None
        self._let_work_off(seat, seat.window)
        return any(self.state.glob(f"**/*-{seat.window.pid}.json"))

    def _window(self, seat: Seat) -> Terminal:
        """The terminal of a seat; where it was left, it is opened again."""
        if seat.window is not None and (not seat.window.is_running() or seat.window.echoes()):
            self._ended(seat, seat.window)
        if seat.window is None:
            arguments = seat.arguments if self._is_there() else seat.arguments[:4]
            seat.window = Terminal(*arguments, state=self.state, size=(120, 34))
            seat.began, seat.used = time.monotonic(), []
            self._must_draw(seat, seat.window)
        return seat.window

    def _ended(self, seat: Seat, window: Terminal) -> None:
        asked = time.monotonic()
        try:
            status = window.status(within=WORK_SECONDS)
        except AssertionError:
            self.story.wrong.append(f"{seat.name} did not end after {list(seat.pressed)}")
            window.end()
            seat.window = None
            return
        seat.slowest = max(seat.slowest, time.monotonic() - asked)
        window.listen(1.0)
        seat.ends += 1
        self._read_sequences(seat, window)
        if status != 0 and self._is_there():
            tail = window.drawn()[-1500:]
            self.story.wrong.append(f"{seat.name} ended with {status} after {list(seat.pressed)}: {tail}")
        if not window.is_given_back():
            self.story.wrong.append(f"{seat.name} left its terminal as it was: {window.seen[-900:]!r}")
        window.end()
        seat.window = None

    def _must_answer(self, seat: Seat, window: Terminal) -> None:
        """Ask for a frame, as a window does that was moved to another screen."""
        window.resize(self._chance.randint(90, 140), self._chance.randint(26, 40))
        self._must_draw(seat, window)

    def _must_draw(self, seat: Seat, window: Terminal) -> None:
        asked, before = time.monotonic(), len(window.seen)
        while len(window.seen) == before and window.is_running():
            window.listen(0.02)
            for other in self.seats:  # a terminal that nobody reads would be another fault
                if other.window not in (None, window):
                    other.window.listen(0.001)
            if time.monotonic() - asked > ANSWER_SECONDS:
                self.story.wrong.append(f"{seat.name} stands still after {list(seat.pressed)}")
                return
        seat.slowest = max(seat.slowest, time.monotonic() - asked)

    def _let_work_off(self, seat: Seat, window: Terminal) -> None:
        """Type no further ahead than the machine can follow: wait until it rests, for half a second."""
        begun, rested = time.monotonic(), 0
        while rested < RESTS and window.is_running() and time.monotonic() - begun < WORK_SECONDS:
            for each in self.seats:
                if each.window is not None:
                    each.window.listen(0.025)
            rested = rested + 1 if window.is_resting() else 0

    def _hear(self, seat: Seat, seconds: float) -> None:
        if (window := seat.window) is None:
            return
        window.listen(seconds)
        if len(window.seen) > 1 << 20:
            self._read_sequences(seat, window)
        age = time.monotonic() - seat.began
        if self.story.actions % 40 == 0 and window.is_running():
            seat.used.append((age, memory(window.pid)))
            if age > seat.oldest:
                warm = [sample for sample in seat.used if sample[0] > self._warm_up]
                seat.oldest, seat.grown = age, rise(warm)
                seat.highest = max((used for _, used in warm), default=0)

    def _read_sequences(self, seat: Seat, window: Terminal) -> None:
        """Look at every sequence that was written, and forget them but for the last, which may be half of one."""
        cut = window.seen.rfind(b"\x1b", 0, -4096)
        seen, window.seen = window.seen[:cut], window.seen[cut:]
        left = WRITTEN.sub(b"", seen)
        seat.foreign.update(left[place.start() : place.start() + 12] for place in re.finditer(rb"\x1b", left))

    def _leave(self, seat: Seat) -> None:
        window = self._window(seat)
        self._let_work_off(seat, window)
        for key in (ESCAPE, ESCAPE, ESCAPE, CTRL_Q):
            if window.is_running():
                window.type(key)
                window.listen(0.3)
        self._ended(seat, window)

    def _look_back(self) -> None:
        told = self.story
        for seat in self.seats:
            told.grown[seat.name] = round(seat.grown / 1024, 1)
            told.highest[seat.name] = round(seat.highest / 1024, 1)
            told.oldest[seat.name] = round(seat.oldest / 60, 1)
            told.slowest[seat.name] = round(seat.slowest, 1)
            told.ends[seat.name] = seat.ends
            if self._is_long and told.grown[seat.name] > MOST_MB:
                told.wrong.append(f"{seat.name} grew by {told.grown[seat.name]} MB")
            if seat.foreign:
                told.wrong.append(f"{seat.name} wrote {seat.foreign.most_common(5)}")
        told.wrong += [
            f"{check.name}: {check.says}" for check in examine(self.path, own_folder=False) if not check.fine
        ]
        told.wrong += is_told(self.path, self._first, self._start)
        told.steps = last_step(self.path) - self._first
        told.undone, refused = undo_back_to(self.path, self._first)
        told.wrong += refused
        left = rows_of(self.path)
        told.wrong += [
            f"undone to the start, {key} is {left.get(key)} and was {self._start.get(key)}"
            for key in sorted(left.keys() | self._start.keys())
            if left.get(key) != self._start.get(key)
        ][:10]


def main() -> int:
    minutes, seed = float(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        os.environ |= {"HOME": str(home), "FACILITATOR_STATE": str(Path(folder) / "state")}
        os.chdir(home)
        story = Room(Path(folder), seed).run(60 * minutes)
    print(story)  # noqa: T201 – this is what it is for
    return 1 if story.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
