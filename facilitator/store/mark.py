"""The high-water mark beside the store: the last step that was committed, so that a lost tail is noticed.

SQLite can't see that its log was lost or that an older file was put in its place: what is left is sound, only shorter.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

PRIVATE = 0o600
_LENGTH = 96


@dataclass(frozen=True, slots=True)
class Mark:
    """A step of the journal: its number, what it was, when (ISO 8601, UTC)."""

    seq: int
    digest: str
    at: str

    @property
    def day(self) -> str:
        """When, as one reads it here."""
        try:
            return f"{datetime.fromisoformat(self.at).astimezone():%d %b %H:%M}"
        except ValueError:
            return "an unknown time"


def digest(seq: int, session_id: str, did: str) -> str:
    return sha256(f"{seq}\n{session_id}\n{did}".encode(errors="replace")).hexdigest()[:16]


def mark_of(path: Path) -> Path:
    return path.with_name(path.name + ".mark")


def read_mark(path: Path) -> Mark | None:
    """The mark of a store; none where there is none or it can't be read."""
    with suppress(OSError, ValueError):
        seq, found, at, check = mark_of(path).read_text(encoding="ascii").split()
        if check == _check(f"{seq} {found} {at}"):
            return Mark(int(seq), found, at)
    return None


def write_mark(path: Path, mark: Mark) -> None:
    """Overwrite it in place; a mark that can't be written is an older one, which notices less and no more.

    It is not waited for: that would cost a commit a quarter more (4 to 8 ms), and a power cut loses no commit anyway.
    """
    line = f"{mark.seq} {mark.digest} {mark.at}"
    with suppress(OSError):
        handle = os.open(mark_of(path), os.O_CREAT | os.O_WRONLY, PRIVATE)
        try:
            os.write(handle, f"{line} {_check(line)}".ljust(_LENGTH).encode("ascii"))
        finally:
            os.close(handle)


def forget_mark(path: Path) -> None:
    """What is there now is what is meant to be there."""
    mark_of(path).unlink(missing_ok=True)


def _check(line: str) -> str:
    return sha256(line.encode()).hexdigest()[:8]
