"""The program on the terminal, where one is there to draw on."""

import gc
import os
import sys
from pathlib import Path

from facilitator.cli.faults import CantDo

# A screen that runs for hours lets go of little at a time; a command that shows nothing looks for garbage seldom.
OFTEN = 700
# All of it is looked through once thirty thousand things were made that stay or lie about: three times as early as by
# Python's own count, by which up to seventeen megabytes of screens that were left lay between what is needed.
EARLY = 3


def show(path: Path, **wanted: object) -> int:
    """Run the app on a store until it is left; its exit status."""
    must_be_terminal()
    set_up_textual()
    from facilitator.app import FacilitatorApp
    from facilitator.settings import read_settings

    app = FacilitatorApp(path, settings=read_settings(), **wanted)  # type: ignore[arg-type]  # named as the app names them
    app.run()
    return app.return_code or 0


def show_session(path: Path, session: str | None) -> int:
    """Open a session where its clock stands; CantDo where the words name none."""
    from facilitator.cli.finding import session_meant

    must_be_terminal()
    return show(path, session_id=session_meant(path, session).id)


def show_clock(path: Path, session: str | None) -> int:
    """The big clock; it waits where no session is live and none is named."""
    from facilitator.cli.finding import session_meant
    from facilitator.domain.kinds import Role

    must_be_terminal()
    session_id = session_meant(path, session).id if session else None
    return show(path, session_id=session_id, role=Role.TIMEKEEPER, big_clock=True)


def set_up_textual() -> None:
    """Set what has to stand before the first module of Textual is loaded."""
    # Modules are no garbage: looking through them again and again costs a start a tenth. `loading` lets it run again.
    gc.disable()
    gc.set_threshold(OFTEN, 10, EARLY)
    # Textual's frames come at fixed moments: at four times as many a key waits a quarter as long for the next.
    os.environ.setdefault("TEXTUAL_FPS", "240")


def must_be_terminal() -> None:
    """Refuse, before anything is read, where a screen could not be drawn."""
    from facilitator.domain.fault_words import sentence

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CantDo(sentence("TERM-NONE"))
    if os.name != "nt" and os.environ.get("TERM", "") in ("dumb", ""):
        raise CantDo(sentence("TERM-DUMB"))
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise CantDo(sentence("TERM-LATIN", encoding=sys.stdout.encoding))
