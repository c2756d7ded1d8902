"""What the tests share: a clock that stands until it is told, a store in a fresh folder, the screen as text."""

import gc
import os
import shutil
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from sqlalchemy import Connection, Dialect, Engine, event
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

import facilitator.screens.session  # noqa: F401 – loaded, so that no test begins with the first frame alone
from facilitator.demo.making import SESSION as SAMPLE
from facilitator.demo.making import make_demo
from facilitator.domain.kinds import Role
from facilitator.domain.moment import Moment
from facilitator.store.store import Store
from tests.settling import settling_keys

# How properties are searched. On one's own machine (`dev`) each run draws other cases; one that fails is shrunk, kept
# under .hypothesis (which git ignores) and tried first until it passes. Where CI is set (`ci`) each run draws the same
# cases, so that a red run is the fault of the change, not of the day; it prints the @reproduce_failure that draws the
# case again, and keeps no database: nothing is drawn there that another run would not draw. At home
# `pytest --hypothesis-profile=ci` does the same. A found case is kept for good by writing it down beside its mend: as
# an @example above its property, or, where steps led to it, as a test that tells them. No clock decides whether a
# property holds.
_FOUND = DirectoryBasedExampleDatabase(Path(__file__).parents[1] / ".hypothesis" / "examples")
_UNTIMED = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", _UNTIMED, database=_FOUND)
settings.register_profile("ci", _UNTIMED, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

NINE = datetime(2027, 1, 15, 9, 0, tzinfo=UTC)
AFTERNOON = datetime(2027, 1, 15, 13, 32, tzinfo=UTC)


# Where a folder of tests is a folder in memory, and what must be free there.
MEMORY, ROOM = Path("/dev/shm"), 1024**3
# New things between two looks for garbage. Python's own seven hundred cost the tests of screens three hundredths.
SELDOM = 10_000


def pytest_configure() -> None:
    """No test waits for a disk: each step of a store is written through to it, twice. The calls are the same."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """What is loaded now stays: the collector doesn't go through it, half a second each time, to find that it does."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, 10, 10)


class FakeClock:
    """All three clocks of a machine; they move together unless told otherwise."""

    def __init__(self, wall: datetime = NINE) -> None:
        self.moment = Moment(wall, "boot-1", 1000.0, 1000.0)

    def __call__(self) -> Moment:
        return self.moment

    def advance(self, *, minutes: float = 0, seconds: float = 0) -> None:
        passed = timedelta(minutes=minutes, seconds=seconds)
        now = self.moment
        self.moment = replace(
            now,
            wall=now.wall + passed,
            boot_seconds=now.boot_seconds + passed.total_seconds(),
            awake_seconds=now.awake_seconds + passed.total_seconds(),
        )

    def set_wall(self, by: timedelta) -> None:
        """Somebody sets the wall clock; the others don't notice."""
        self.moment = replace(self.moment, wall=self.moment.wall + by)

    def sleep(self, *, minutes: float) -> None:
        """The lid is closed: the machine's boot clock runs on, the awake clock stands."""
        awake = self.moment.awake_seconds
        self.advance(minutes=minutes)
        self.moment = replace(self.moment, awake_seconds=awake)

    def restart(self, *, minutes: float = 1) -> None:
        """The machine is off for a while and boots anew."""
        wall = self.moment.wall + timedelta(minutes=minutes)
        self.moment = Moment(wall, self.moment.boot + "+", 1.0, 1.0)


@pytest.fixture(scope="session", autouse=True)
def keys_that_settle() -> Iterator[None]:
    with settling_keys():
        yield


@pytest.fixture(autouse=True)
def frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame is made for a terminal that is not there: a quarter of the time. `screen_text` paints what it reads.

    The tests of faults, which are about what is drawn, have each frame made.
    """
    monkeypatch.setattr(Compositor, "render_update", _nothing_drawn)


def _nothing_drawn(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
) -> None:
    visible_screen_stack.set(screen_stack or [])
    compositor._dirty_regions.clear()


@pytest.fixture(scope="session", autouse=True)
def statements() -> Iterator[None]:
    """What was made of a statement for one store serves the next one, too: each test has a store of its own."""
    first: dict[str, Dialect] = {}
    kept: dict[Any, Any] = {}

    def share(connection: Connection) -> None:
        # SQLAlchemy keeps statements by the dialect that they were made for.
        connection.dialect = first.setdefault(connection.dialect.name, connection.dialect)
        connection.execution_options(compiled_cache=kept)

    event.listen(Engine, "engine_connect", share)
    yield
    event.remove(Engine, "engine_connect", share)


@pytest.fixture(scope="session", autouse=True)
def style_sheets() -> Iterator[None]:
    """What an app looks like is read once for all apps: a seventh of what it takes to start one."""
    read: dict[Hashable, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def kept(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        # In a theme of other colours the same text means others.
        asked = (given, tuple(named.items()), tuple(sheet._variables.items()))
        if asked not in read:
            read[asked] = parse(sheet, *given, **named)
        return read[asked]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", kept)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of nobody, one after the other."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, stores, logs: nothing of a test, and of what it starts, reaches the folders of who runs it."""
    folder = next(homes)
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("FACILITATOR_STATE", str(folder / "state"))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.delenv("FACILITATOR_DB", raising=False)
    return folder


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facilitator.db"


OpenStore = Callable[..., Store]


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a store that holds nothing: to copy it takes a twentieth of what it takes to make it."""
    path = tmp_path_factory.mktemp("empty") / "facilitator.db"
    Store(path).close()
    return path.read_bytes()


@pytest.fixture
def open_store(path: Path, clock: FakeClock, empty_store: bytes) -> Iterator[OpenStore]:
    """Open the same file as often as wanted: `open_store(role=Role.TIMEKEEPER)`."""
    opened: list[Store] = []
    ids = count(1)

    def opener(role: Role = Role.MODERATOR) -> Store:
        if not path.exists():
            path.touch(mode=0o600)
            path.write_bytes(empty_store)
        opened.append(Store(path, role=role, clock=clock, new_id=lambda: f"id{next(ids):06}"))
        return opened[-1]

    yield opener
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample session as it stands at AFTERNOON: two hundred steps, told once. To be copied, not written to."""
    path = tmp_path_factory.mktemp("sample") / "facilitator.db"
    make_demo(path, FakeClock(AFTERNOON), "Europe/Berlin")
    return path


@pytest.fixture
def sample(sample_store: Path, path: Path, clock: FakeClock) -> str:
    """The sample session in this test's own store, on its clock; its id."""
    clock.advance(seconds=(AFTERNOON - NINE).total_seconds())
    shutil.copy(sample_store, path)
    return SAMPLE


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    return open_store()


@pytest.fixture
def keeper(open_store: OpenStore, store: Store) -> Store:
    """A second process on the same file: the timekeeper's."""
    return open_store(role=Role.TIMEKEEPER)


def screen_text(app: App[Any]) -> str:
    """What stands on the screen, line by line; behind a dialog what it leaves to be seen, whoever drew that last."""
    visible_screen_stack.set(app._background_screens)
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def keys(text: str) -> list[str]:
    """The keys that type a text: `await pilot.press("d", *keys("Publish it @anna"), "enter")`."""
    return ["space" if letter == " " else letter for letter in text]
