"""Memory that a long piece of work took goes back to the system when it is done."""

import gc
import sys
from collections.abc import Callable

TIDY_SECONDS = 3.0
# What glibc calls the size from which on a piece is asked of the system, and given back, apart. Its own first value, an
# eighth of this, has a live session take two megabytes more.
_M_MMAP_THRESHOLD = -3
_LARGE_BYTES = 1024 * 1024


def tidy() -> None:
    """Look for what nobody holds as often as it is due by the count of what was made since: a twentieth of a second.

    Python itself puts that off until a quarter more has come to stay than there was: screens that were left lie about
    until then, twenty megabytes of them, and what is made meanwhile comes to lie between them, where it stays.
    """
    if gc.get_count()[2] > gc.get_threshold()[2]:
        gc.collect()


def keep_nothing_large() -> None:
    """Have each large piece given back when it is let go of.

    By itself glibc takes the largest piece that was let go of for usual, and keeps as much and more in each thread from
    then on: a session that was imported is one row of four megabytes in the journal, and each backup looks at that.
    """
    if set_option := _of_glibc("mallopt"):
        set_option(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def give_back() -> None:
    """Let go of what nobody holds, and of what glibc keeps for later: fifty megabytes after a DOCX.

    It holds the interpreter for a twentieth of a second: call it behind work that took longer.
    """
    gc.collect()
    if trim := _of_glibc("malloc_trim"):
        trim(0)


def _of_glibc(name: str) -> Callable[..., int] | None:
    """A function of the C library, None where it has none of that name, as musl, or is another system's."""
    if sys.platform != "linux":
        return None
    import ctypes

    found: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    return found
