"""A knock on the door of the other processes after a commit, so that they look at once and not at their next tick.

A knock says nothing and may be lost: what happened is in the file, and everybody looks each second anyway.
"""

import os
import socket
import stat
import tempfile
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path

_NUMBERS = count(1)


class Bell:
    """Where one process hears that something was committed to a file; OSError where there is no place for a socket."""

    def __init__(self, path: Path) -> None:
        folder = _folder()
        if folder is None:
            raise OSError("no private place for a socket")
        self._address = folder / f"{_name(path)}-{os.getpid()}-{next(_NUMBERS)}"
        self._address.unlink(missing_ok=True)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.setblocking(False)
        try:
            self.socket.bind(str(self._address))
        except OSError:
            self.socket.close()
            raise

    def answer(self) -> None:
        """Take the knocks that came; one look serves them all."""
        with suppress(BlockingIOError):
            while self.socket.recv(16):
                pass

    def close(self) -> None:
        self.socket.close()
        self._address.unlink(missing_ok=True)


def hang(path: Path) -> Bell | None:
    """A bell for a file, else none, and everybody looks each second all the same.

    Not every system has sockets that are files, and a folder for them that is ours alone, with a short name and room.
    """
    try:
        return Bell(path)
    except OSError:
        return None


def ring(path: Path) -> None:
    """Knock at everybody who listens to a file; a door that nobody opens any more is cleared away."""
    folder = _folder()
    if folder is None:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as knocking:
        knocking.setblocking(False)
        for address in folder.glob(f"{_name(path)}-*"):
            try:
                knocking.sendto(b"!", str(address))
            except (ConnectionRefusedError, FileNotFoundError):
                with suppress(OSError):  # a folder that may only be read by now: it is knocked at once more next time
                    address.unlink()
            except OSError:
                continue  # a full queue: whoever listens has knocks enough


def _folder() -> Path | None:
    """Private, and short: a socket's path may have a hundred letters, a user's data folder more.

    None where that can't be: anybody may have made a folder of that name among the temporary files before us.
    """
    if not hasattr(socket, "AF_UNIX"):
        return None
    owner = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"facilitator-{owner}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == owner and not stat.S_IMODE(found.st_mode) & 0o077
    return folder if ours else None


def _name(path: Path) -> str:
    return sha256(os.fsencode(path.resolve())).hexdigest()[:16]
