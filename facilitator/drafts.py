"""What was typed and not saved, for the next start: a small file beside the store, gone when nothing is left in it.

What a full disk did not take is tried again at the end; and where that fails, too, the terminal gets it.
"""

import json
import os
from pathlib import Path

from facilitator.widgets.prompt import Memory, Place

Kept = dict[str, list[tuple[str, str, str]]]


class Drafts:
    """The drafts of one process."""

    def __init__(self) -> None:
        self._not_taken: dict[tuple[Path, str, Place], str] = {}

    def memory_of(self, path: Path, session_id: str) -> Memory:
        """What the line remembers of a session, as the last process left it; what it keeps from now on is written."""
        file = path.with_name(f"{path.name}.drafts")
        kept = {(name, about): text for name, about, text in _read(file).get(session_id, [])}
        here = {place: text for (_, held, place), text in self._not_taken.items() if held == session_id}
        return Memory(kept | here, write=lambda place, text: self._write(file, session_id, place, text))

    def not_taken(self) -> tuple[str, ...]:
        """What the disk takes now no more than it did before."""
        for (file, session_id, place), text in tuple(self._not_taken.items()):
            self._write(file, session_id, place, text)
        return tuple(self._not_taken.values())

    def _write(self, file: Path, session_id: str, place: Place, text: str) -> None:
        """Read anew each time: another process on the same store has drafts of its own in there."""
        self._not_taken.pop((file, session_id, place), None)
        drafts = _read(file)
        others = [one for one in drafts.pop(session_id, []) if (one[0], one[1]) != place]
        if mine := [*others, (*place, text)] if text else others:
            drafts[session_id] = mine
        try:
            _write(file, drafts)
        except OSError:  # the store says what is wrong with the folder
            if text:
                self._not_taken[file, session_id, place] = text


def _read(file: Path) -> Kept:
    """What can't be read is no reason to stop anybody."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {str(one): [(str(a), str(b), str(c)) for a, b, c in drafts] for one, drafts in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(file: Path, drafts: Kept) -> None:
    """Whole or as it was, and for its owner alone."""
    if not drafts:
        file.unlink(missing_ok=True)
        return
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            json.dump(drafts, written, ensure_ascii=False)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
