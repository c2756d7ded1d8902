"""`python -m tests.faults.pictures FOLDER`: each fault's sentence where it is said, as SVG or text, to be looked at.

What stands on a screen is drawn at two sizes; what is said of a store stands on the home screen, or in its corner. What
the shell says is text, as a terminal of that width breaks it.
"""

import asyncio
import inspect
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path
from textwrap import fill

import pytest
from textual.app import App

from facilitator.app import FacilitatorApp
from facilitator.exchange.errors import ExportError
from facilitator.store.faults import StoreFault
from tests.conftest import FakeClock
from tests.faults.causes import CAUSES
from tests.faults.met import MET, started
from tests.faults.met.stage import LOOK, WINDOW
from tests.settling import settling_keys

SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\r")
Cause = Callable[..., Awaitable[str] | None]
ALL: tuple[tuple[str, str, Cause], ...] = (*CAUSES, *MET)
SIZES = ((120, 34), (80, 24))


def main(folder: Path) -> None:
    # As the tests do: nothing reaches the folders of who runs this.
    os.environ |= {"HOME": tempfile.mkdtemp(), "COLUMNS": "80"}
    folder.mkdir(parents=True, exist_ok=True)
    with settling_keys():
        for (number, code, cause), size in product(ALL, SIZES):
            name = f"{number}-{code}-{cause.__name__}-{size[0]}"
            try:
                asyncio.run(_take(folder, name, cause, size))
            except pytest.skip.Exception as skipped:
                sys.stderr.write(f"{name}: {skipped}\n")


async def _take(folder: Path, name: str, cause: Cause, size: tuple[int, int]) -> None:
    clock, place = FakeClock(), Path(tempfile.mkdtemp()) / "facilitator.db"
    os.environ["FACILITATOR_STATE"] = str(place.parent / "state")
    taken: list[str] = []

    def look(app: App[None]) -> None:
        taken.append(app.export_screenshot())
        (folder / f"{name}-{len(taken)}.svg").write_text(taken[-1], encoding="utf-8")

    WINDOW.set((50, 14) if "too_small" in name else size)
    LOOK.set(look)
    if inspect.iscoroutinefunction(cause):
        said = await cause(place, clock)
    else:
        said = await _met_by_the_store(cause, place, clock)
    if not taken:
        lines = (fill(line, size[0]) for line in SEQUENCE.sub("", said).splitlines())
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


async def _met_by_the_store(cause: Cause, place: Path, clock: FakeClock) -> str:
    """What is said at a start, on the home screen; where the cause is gone by then, in the corner."""
    try:
        cause(place, clock) if len(inspect.signature(cause).parameters) > 1 else cause(place)
    except (StoreFault, ExportError) as fault:
        said = str(fault)
    shown, _ = await started(place, clock)
    if said.split("[")[-1] not in shown:
        look = LOOK.get()

        def say(app: FacilitatorApp) -> None:
            app.say(said, warning=True)

        LOOK.set(lambda app: None)
        place = Path(tempfile.mkdtemp()) / "facilitator.db"
        app = FacilitatorApp(place, clock=clock)
        async with app.run_test(size=WINDOW.get(), notifications=True) as pilot:
            say(app)
            await pilot.pause()
            look(app)
    return said


if __name__ == "__main__":
    main(Path(sys.argv[1]))
