"""Take the pictures of the README: each screen of the sample session, at 120 × 34 and at 80 × 24.

Run it with the project's own Python: `.venv/bin/python docs/take_pictures.py [FOLDER]`. The same program makes the same
pictures: the session stands at a fixed moment, and the folder that is named is the machine's for what is thrown away.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory, gettempdir

from facilitator.app import FacilitatorApp
from facilitator.demo import make_demo
from facilitator.domain.kinds import Role
from facilitator.domain.moment import Moment

AFTERNOON = datetime(2027, 1, 15, 13, 32, 20, tzinfo=UTC)
SIZES = ((120, 34), (80, 24))
# The name of a picture, and the keys that lead to it from the running item.
SCREENS: tuple[tuple[str, Sequence[str]], ...] = (
    ("home", ("q",)),
    ("prepare", ("0",)),
    ("introduction", ("1",)),
    ("diagnosis", ("2",)),
    ("brainstorm", ("3",)),
    (
        "decisions",
        (
            "4",
            "d",
            *"Publish",
            "space",
            *"the",
            "space",
            *"guide",
            "space",
            *"@jonas",
            "space",
            *"by",
            "space",
            *"9",
            "space",
            *"apr",
        ),
    ),
    ("wrap-up", ("5",)),
    ("follow-up", ("6",)),
    ("gaps", ("4", "k")),
    ("re-plan", ("4", "r")),
    ("export", ("4", "e")),
    ("search", ("4", "slash", *"groups")),
    ("help", ("4", "question_mark")),
)


def afternoon() -> Moment:
    """The moment at which every picture is taken."""
    return Moment(AFTERNOON, "pictures", 100_000.0, 100_000.0)


async def take(folder: Path) -> None:
    """Write one SVG a screen and size."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, chdir(gettempdir()):
        # Nothing that was chosen on this machine before, such as where to export, is in a picture.
        os.environ["FACILITATOR_STATE"] = scratch
        sample = Path(scratch) / "sample.db"
        session = make_demo(sample, afternoon, "Europe/Berlin")
        for number, (name, keys) in enumerate((*SCREENS, ("timekeeper", ()))):
            for width, height in SIZES:
                path = Path(scratch) / f"{number}-{width}.db"
                copy(sample, path)
                big = name == "timekeeper"
                role = Role.TIMEKEEPER if big else Role.MODERATOR
                app = FacilitatorApp(path, clock=afternoon, session_id=session, role=role, big_clock=big)
                async with app.run_test(size=(width, height)) as pilot:
                    await pilot.pause()
                    await pilot.press(*keys)
                    await pilot.pause(0.3)
                    # Dialogs wait in workers of their own, for keys that never come.
                    if counting := [one for one in app.workers if one.group == "pages"]:
                        await app.workers.wait_for_complete(counting)
                        await pilot.pause()
                    app.save_screenshot(f"{name}-{width}x{height}.svg", path=str(folder))


if __name__ == "__main__":
    asyncio.run(
        take(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else Path(__file__).absolute().parent / "screens")
    )
