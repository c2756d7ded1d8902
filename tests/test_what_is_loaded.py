"""What each command may load, counted in a fresh interpreter: no command pays for what it does not show."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from facilitator.demo import make_demo
from facilitator.domain.kinds import ItemState
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store

# What costs a start: the terminal's interface, the model, the formats, the readers of dates and words.
HEAVY = {
    *("textual", "rich", "markdown_it", "asyncio"),
    *("sqlalchemy", "sqlmodel", "pydantic", "alembic", "sqlite3"),
    *("docx", "lxml", "typst", "icalendar", "yaml", "json", "csv"),
    *("dateutil", "zoneinfo", "tomllib", "platformdirs", "difflib"),
    "facilitator.domain.records",
}
MODEL = {
    "facilitator.domain.records",
    "asyncio",
    "csv",
    "json",
    "pydantic",
    "sqlalchemy",
    "sqlite3",
    "sqlmodel",
    "zoneinfo",
}
JUDGED = {"dateutil", "difflib", "tomllib"}
EXPORTED = ("export", "--to", "md", "--out", "-")
ALLOWED: dict[tuple[str, ...], set[str]] = {
    ("--version",): set(),
    ("--help",): {"zoneinfo"},
    ("list",): {"sqlite3", "zoneinfo"},
    ("due",): {"sqlite3", "zoneinfo"},
    ("line", "decision", "Publish it @anna by 15 jan !€5k a month"): {"platformdirs"},
    ("explain", "D02"): JUDGED | {"zoneinfo", "facilitator.domain.records"},
    ("templates", "list"): {"platformdirs", "tomllib", "zoneinfo", "difflib"},
    ("show",): MODEL,
    ("add", "idea", "A page for every trade"): MODEL | {"platformdirs", "tomllib"},
    ("clock", "pause"): MODEL,
    ("homework", "--blank"): MODEL | {"difflib", "tomllib"},
    ("check",): MODEL | JUDGED | {"platformdirs"},
    EXPORTED: MODEL | JUDGED,
    ("export", "--to", "csv", "--out", "-"): MODEL | JUDGED,
    ("doctor",): MODEL | {"platformdirs"},
}
# The first frames, with what draws on the terminal.
FRAMES = {
    "home": ("facilitator.screens.home", set[str]()),
    "a live session": ("facilitator.screens.opening", {"facilitator.domain.records"}),
}
KEEPER = """
import asyncio, sqlite3
from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Role
from pathlib import Path

async def show() -> None:
    journal = sqlite3.connect({path!r})
    steps = lambda: journal.execute("SELECT max(seq) FROM journal").fetchone()[0]
    wanted = steps() + len({pressed!r})
    app = FacilitatorApp(Path({path!r}), role=Role.TIMEKEEPER, big_clock=True)
    async with app.run_test() as pilot:
        await pilot.press(*{pressed!r})
        for _ in range(600):  # a slow machine loads the model in its own time
            if steps() >= wanted:
                break
            await pilot.pause(0.05)

asyncio.run(show())
"""
SESSION_OPEN = """
import asyncio, sqlite3
from facilitator.app import FacilitatorApp
from facilitator.loading import is_loaded
from facilitator.screens.opening import OpeningScreen
from pathlib import Path

async def show() -> None:
    live = sqlite3.connect({path!r}).execute("SELECT id FROM session WHERE status = 'live'").fetchone()[0]
    app = FacilitatorApp(Path({path!r}), session_id=live)
    async with app.run_test() as pilot:
        for _ in range(1200):  # a slow machine loads the model in its own time
            await pilot.pause(0.05)
            if is_loaded() and not isinstance(app.screen, OpeningScreen) and app.screen.query("Countdown"):
                break
        await pilot.press(*{pressed!r})
        await pilot.pause(0.1)

asyncio.run(show())
"""
# Of a session that is run: its screens, and what only prepares one or writes it down.
APART = {
    *(f"facilitator.screens.{one}" for one in ("prepare", "introduction", "diagnosis", "brainstorm", "decisions")),
    *(f"facilitator.screens.{one}" for one in ("wrap_up", "follow_up", "import_preview", "exporting", "beginning")),
    *(f"facilitator.exchange.{one}" for one in ("agendas", "bundle", "document", "incoming", "session_json")),
    *("click", "yaml", "html", "docx", "lxml", "typst", "icalendar", "alembic"),
}
LOOKED_AT: dict[str, tuple[list[str], set[str]]] = {
    "its stage alone": ([], set()),
    "the brainstorm": (["3"], {"facilitator.screens.brainstorm"}),
    "the preparation": (["0"], {"facilitator.screens.prepare"}),
    "the wrap-up": (["5"], {"facilitator.screens.wrap_up", "facilitator.exchange.document"}),
}
DRAWN = {"difflib", "textual", "rich", "asyncio", "json", "platformdirs", "sqlite3", "tomllib", "zoneinfo"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loaded") / "demo.db"
    make_demo(path)
    return path


def loaded_by(code: str, heavy: set[str] = HEAVY) -> set[str]:
    """Which of the heavy ones an interpreter has loaded when it ends."""
    at_the_end = f"import atexit, sys; atexit.register(lambda: print('LOADED', *sys.modules)); {code}"
    run = subprocess.run([sys.executable, "-c", at_the_end], capture_output=True, text=True, check=False)
    assert "Traceback" not in run.stderr, run.stderr
    return heavy & set(run.stdout.rpartition("LOADED")[2].split())


def often(cases: Iterable[object], *chosen: object) -> list[Any]:
    """All cases; but for the chosen ones they wait for the slow run: each is an interpreter's start."""
    return [pytest.param(case, marks=() if case in chosen else pytest.mark.slow) for case in cases]


@pytest.mark.parametrize("words", often(ALLOWED, ("--version",), ("list",), ("show",), EXPORTED), ids=" ".join)
def test_a_command_loads_what_it_needs(words: tuple[str, ...], demo: Path) -> None:
    argv = ["facilitator", "--db", str(demo), *words]
    found = loaded_by(f"sys.argv = {argv!r}; from facilitator.__main__ import main; main()")
    assert found <= ALLOWED[words], f"{' '.join(words)} loads {found - ALLOWED[words]}"


@pytest.mark.parametrize(("module", "also"), FRAMES.values(), ids=FRAMES)
def test_a_first_frame_waits_for_no_model(module: str, also: set[str]) -> None:
    drawn = f"import facilitator.app, facilitator.guards.driver, facilitator.terminal, {module}"
    found = loaded_by(drawn)
    assert found <= DRAWN | also, f"{module} loads {found - DRAWN - also}"


def test_what_opens_on_the_terminal_waits_for_no_parser_of_options() -> None:
    before = "".join(
        f"import facilitator.cli.{name}; " for name in ("straight", "ending", "showing", "stored", "finding")
    )
    assert not loaded_by(before, {"click", "gettext", "textual"})


def test_a_line_waits_for_no_parser_of_options_and_for_no_class_that_writes_itself() -> None:
    argv = ["facilitator", "line", "decision", "Publish it @anna by 15 jan !€5k a month"]
    code = f"sys.argv = {argv!r}; from facilitator.__main__ import main; main()"
    assert not loaded_by(code, {"click", "dataclasses", "inspect", "tomllib", "dateutil"})


def test_what_sets_textual_up_stands_before_any_of_it_is_loaded() -> None:
    """Else its frames come as slowly as they do by themselves, and its modules are searched for garbage."""
    seen = "print(gc.isenabled(), 'textual' in sys.modules); import facilitator.app, textual.constants as c"
    up = "from facilitator.cli.showing import set_up_textual as up; up()"
    code = f"import gc, sys; {up}; {seen}; print(c.MAX_FPS)"
    code += "; print(gc.get_threshold()[0])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False", "240", "700"]


def test_a_clock_that_only_shows_never_loads_the_model(demo: Path) -> None:
    found = loaded_by(KEEPER.format(path=str(demo), pressed=[]))
    also = {"facilitator.domain.records"}
    assert found <= DRAWN | also, f"the timekeeper loads {found - DRAWN - also}"


@pytest.mark.parametrize("looked_at", often(LOOKED_AT, "its stage alone"))
def test_a_session_loads_the_screens_that_are_looked_at(looked_at: str, demo: Path) -> None:
    """Nobody who runs a session pays for what prepares one, nor for what reads an agenda."""
    pressed, also = LOOKED_AT[looked_at]
    found = loaded_by(SESSION_OPEN.format(path=str(demo), pressed=pressed), APART)
    assert found == {"facilitator.screens.decisions"} | also


@pytest.mark.slow
def test_a_key_of_it_loads_the_model_and_those_that_are_pressed_meanwhile_come_behind(tmp_path: Path) -> None:
    session_id = make_demo(tmp_path / "demo.db")
    assert "sqlmodel" in loaded_by(KEEPER.format(path=str(tmp_path / "demo.db"), pressed=["space", "plus", "plus"]))
    store = Store(tmp_path / "demo.db")
    shown = store.read(frame, session_id)
    store.close()
    assert shown.current is not None
    assert shown.current.state is ItemState.PAUSED
    assert shown.given[-2:] == (60, 60)
