"""Memory that a long piece of work took goes back to the system when it is done."""

import gc
import sys

TIDY_SECONDS = 10.0


def tidy() -> None:
    """Look for what nobody holds as often as it is due by Python's own count.

    Python itself puts that off until a quarter more has come to stay than there was: screens that were left lie about
    until then, twenty megabytes of them, and what is made meanwhile comes to lie between them, where it stays.
    """
    if gc.get_count()[2] > gc.get_threshold()[2]:
        gc.collect()


def give_back() -> None:
    """Let go of what nobody holds, and of what glibc keeps for later: fifty megabytes after a DOCX.

    It holds the interpreter for a twentieth of a second: call it behind work that took longer.
    """
    gc.collect()
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
