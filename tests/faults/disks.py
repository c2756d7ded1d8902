"""Disks that are small and full, or can't be written: mounted for one test, where that is allowed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def a_disk(folder: Path, *, kilobytes: int = 1024) -> Iterator[Path]:
    """A file system of its own, so small; skips the test where none may be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a disk takes an administrator on Linux")
    place = folder / "disk"
    place.mkdir()
    size = f"size={kilobytes}k,mode=700"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine mounts nothing")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path, *, leave: int = 0) -> None:
    """Not one more byte fits in, but for those that are left."""
    handle = os.open(place / "ballast", os.O_CREAT | os.O_WRONLY)
    for size in (4096, 1):
        with suppress(OSError):
            while os.write(handle, b"x" * size):
                pass
    os.truncate(handle, os.fstat(handle).st_size - leave)
    os.close(handle)


def free(place: Path) -> None:
    (place / "ballast").unlink()


def turn_read_only(place: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)


def files(place: Path) -> set[str]:
    """What lies on a disk, without the ballast and SQLite's shared memory."""
    return {each.name for each in place.rglob("*") if each.name != "ballast" and not each.name.endswith("-shm")}
