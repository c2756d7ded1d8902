"""The log of faults: which, where in the code, when. Nothing that was said in a session, no values of variables."""

import os
import platform
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import facilitator
from facilitator.settings import state_folder

LIMIT_BYTES = 256 * 1024


def fault_log() -> Path:
    return state_folder() / "faults.log"


def note(error: BaseException, doing: str = "") -> str:
    """Write a fault to the log, readable by its owner only; its number, the same for the same place in the code."""
    number, kind = number_of(error), type(error).__name__
    when = datetime.now(UTC).isoformat(timespec="seconds")
    head = f"{when} {number} {kind} {doing} facilitator {facilitator.__version__} Python {platform.python_version()}"
    # A full disk or a read-only home must not make a second fault of the first.
    with suppress(OSError):
        _append(fault_log(), "\n".join([head, *(f"  {place}" for place in places(error))]) + "\n")
    return number


def number_of(error: BaseException) -> str:
    """The same for the same kind of exception at the same place in the code."""
    return "F-" + sha256("\n".join([type(error).__name__, *places(error)[-1:]]).encode()).hexdigest()[:4]


def places(error: BaseException) -> list[str]:
    """Where in the code it was raised, the outermost place first: file, line, function; no values."""
    trace = traceback.extract_tb(error.__traceback__)
    return [f"{short(frame.filename)}:{frame.lineno} {frame.name}" for frame in trace]


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LIMIT_BYTES:
        path.replace(path.with_name(f"{path.name}.1"))
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(text)


def short(filename: str) -> str:
    """The file within its package: a user's home folder is nobody's business."""
    parts = Path(filename).parts
    for package in ("facilitator", "site-packages"):
        if package in parts:
            found = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[found + (package == "site-packages") :])
    return parts[-1] if parts else "?"
