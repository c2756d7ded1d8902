"""Memory that a long piece of work took goes back to the system when it is done."""

import gc
import sys


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
