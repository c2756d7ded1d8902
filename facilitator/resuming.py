"""Where the moderator was: after an end that nobody meant, the next start opens there."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.fault_words import sentence
from facilitator.domain.kinds import Role
from facilitator.settings import state_folder
from facilitator.store.faults import StoreFault

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

STILL_HERE_SECONDS = 10.0
FORGOTTEN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Place:
    """A session, the screen of it that was open, and when that was seen last."""

    session_id: str
    screen: str | None
    at: datetime


class Whereabouts:
    """A small file of one process in the state folder, there while a session is open."""

    def __init__(self, app: "FacilitatorApp") -> None:
        self._app = app
        self._file = state_folder() / f"{_beginning(app.path)}-{os.getpid()}.json"

    @property
    def _counts(self) -> bool:
        """A rehearsal is thrown away, and a timekeeper finds the live session anyway."""
        return self._app.role is Role.MODERATOR and self._app.speed == 1.0

    def note(self, session_id: str, screen: str | None) -> None:
        """The moderator is here now. Where that can't be kept, the next start is at home: no fault."""
        if not self._counts:
            return
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"session": session_id, "screen": screen, "boot": self._app.now().boot}, file)
        self.still_here()

    def still_here(self) -> None:
        """So that it can be said when somebody was here last."""
        with suppress(OSError):
            now = self._app.now().wall.timestamp()
            os.utime(self._file, (now, now))

    def forget(self) -> None:
        """The session was left as one leaves it."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def lost(self) -> Place | None:
        """Where a process was that ended without leaving; asked once, then forgotten."""
        if not self._counts:
            return None
        places = list(self._of_the_dead())
        return max(places, key=lambda place: place.at, default=None)

    def _of_the_dead(self) -> Iterator[Place]:
        for file in self._file.parent.glob("open-*.json"):
            with suppress(OSError, ValueError, KeyError):
                at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                if self._app.now().wall - at > FORGOTTEN:
                    file.unlink()
                if not file.name.startswith(_beginning(self._app.path)):
                    continue
                found = json.loads(file.read_text(encoding="utf-8"))
                if found["boot"] != self._app.now().boot or not _lives(file):
                    file.unlink()
                    yield Place(found["session"], found["screen"], at)


def begin(app: "FacilitatorApp") -> None:
    """Open what was asked for, else what was open when the program ended without being left."""
    if app.big_clock:
        return
    place = app.whereabouts.lost()
    app.set_interval(STILL_HERE_SECONDS, app.whereabouts.still_here)
    if place is not None and app.session_id in (None, place.session_id):
        with suppress(StoreFault):  # home says what is wrong with the store
            if _open_again(app, place):
                return
    if app.session_id:
        from facilitator.screens.opening import open_first

        # From its first frame on: the screen behind it notes its own place once it is loaded.
        app.whereabouts.note(app.session_id, None)
        open_first(app, app.session_id)


def _open_again(app: "FacilitatorApp", place: Place) -> bool:
    from facilitator.domain.timebox import clock_digits
    from facilitator.domain.timewords import clock_time
    from facilitator.store.glance import sessions
    from facilitator.store.queries.frame import frame

    now = app.now()
    if place.session_id not in {line.id for line in sessions(app.path, now.wall.date())}:
        return False
    app.open_session(place.session_id, place.screen)
    seen = app.store.read(frame, place.session_id)
    at = clock_time(place.at, seen.session.zone)
    if seen.current is not None and seen.running:
        left = clock_digits(seen.timebox(seen.current).left(now))
        words = f"{left[1:]} over" if left.startswith("+") else f"{left} left"
        app.say(sentence("RESUME", at=at, left=words))
    else:
        app.say(sentence("RESUME-STILL", at=at))
    return True


def _beginning(path: Path) -> str:
    return f"open-{sha256(os.fsencode(path)).hexdigest()[:12]}"


def _lives(file: Path) -> bool:
    """Whether the process that the file names runs; one's own number may have been another's before."""
    pid = int(file.stem.rpartition("-")[2])
    if pid == os.getpid():
        return False
    if os.name == "nt":
        return datetime.now(UTC).timestamp() - file.stat().st_mtime < 3 * STILL_HERE_SECONDS
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
