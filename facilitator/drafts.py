"""What was typed and not saved, for the next start: a small file beside the store, gone when nothing is left in it."""

import json
import os
from contextlib import suppress
from pathlib import Path

from facilitator.widgets.prompt import Memory, Place

Drafts = dict[str, list[tuple[str, str, str]]]


def memory_of(path: Path, session_id: str) -> Memory:
    """What the line remembers of a session, as the last process left it; what it keeps from now on is written."""
    file = path.with_name(f"{path.name}.drafts")

    def write(place: Place, text: str) -> None:
        """Read anew each time: another process on the same store has drafts of its own in there."""
        drafts = _read(file)
        others = [one for one in drafts.pop(session_id, []) if (one[0], one[1]) != place]
        if mine := [*others, (*place, text)] if text else others:
            drafts[session_id] = mine
        with suppress(OSError):  # the store says what is wrong with the folder
            _write(file, drafts)

    return Memory({(name, about): text for name, about, text in _read(file).get(session_id, [])}, write=write)


def _read(file: Path) -> Drafts:
    """What can't be read is no reason to stop anybody."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {str(one): [(str(a), str(b), str(c)) for a, b, c in drafts] for one, drafts in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(file: Path, drafts: Drafts) -> None:
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
