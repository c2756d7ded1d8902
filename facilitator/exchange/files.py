"""Files that are whole or not there, under names that every system takes."""

import errno
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from time import time
from unicodedata import category, normalize

from facilitator.domain.fault_words import sentence
from facilitator.domain.text import shorten
from facilitator.exchange.errors import ExportError

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_GAPS = re.compile(r"[\s_]+")
# Windows keeps these for devices, with any ending.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
_MOST_BYTES = 120
_PREFIX, _SUFFIX, _STRAY_SECONDS = ".export-", ".part", 3600.0
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDS = (errno.EACCES, errno.EPERM, errno.EROFS)


def file_name(title: str, ending: str) -> str:
    """A name for a file about the title: `Marketing strategy 2027.pdf`; never a path, never empty.

    Letters of every script stay, NFC. What one of Linux, macOS and Windows refuses becomes a dash or goes; at most 120
    bytes before the ending, cut between characters.
    """
    text = normalize("NFC", _FORBIDDEN.sub("-", title))
    text = "".join(" " if one.isspace() else one for one in text if one.isspace() or category(one)[0] != "C")
    stem = _cut(_GAPS.sub(" ", text)).strip(" .-~")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"session {stem}".strip()
    return f"{stem}.{ending.lstrip('.')}"


def _cut(text: str) -> str:
    return text.strip(" .-~").encode()[:_MOST_BYTES].decode(errors="ignore")


def write_atomically(path: Path, data: bytes) -> None:
    """Put the file in its place whole and read back, for its owner alone; what was there before stays until then.

    ExportError says in one sentence why it could not be written; then nothing is left behind.
    """
    try:
        _write(path, data)
    except OSError as error:
        raise ExportError(_sentence(path, error)) from error


def _write(path: Path, data: bytes) -> None:
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if part.read_bytes() != data:
            raise OSError(errno.EIO, "what was read back differs from what was written")
        part.replace(path)
    except BaseException:
        # Also when somebody interrupts: half a file helps nobody.
        part.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _sweep(folder: Path) -> None:
    """Take away halves that a killed process left; a fresh one may be another process's work."""
    before = time() - _STRAY_SECONDS
    for part in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if part.stat().st_mtime < before:
                part.unlink()


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def no_folder(folder: Path) -> str:
    return sentence("EXP-NONE", folder=folder)


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return sentence("EXP-FULL", name=path.name)
    if error.errno in _FORBIDS:
        return sentence("EXP-RO", name=path.name, folder=path.parent)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return no_folder(path.parent)
    if isinstance(error, IsADirectoryError):
        return sentence("EXP-TAKEN", name=path.name, path=path)
    return sentence("EXP-OTHER", name=shorten(path.name, 60), folder=path.parent, why=error.strerror or error)
