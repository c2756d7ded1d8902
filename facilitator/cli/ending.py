"""How the program ends on the shell: with a status, and whatever went wrong as one sentence."""

import sys
from collections.abc import Callable
from typing import NoReturn, TypeVar

from facilitator.cli.faults import drop_output, sentence
from facilitator.cli.speaking import say, speak_utf8

CANT_DO = 2
INTERRUPTED = 130
T = TypeVar("T")


def to_a_reader(act: Callable[[], T]) -> T | int:
    """What `act` gives; a reader who has gone, as `head` has, is no failure."""
    try:
        status = act()
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
        return 0
    return status


def carry_out(act: Callable[[], object]) -> NoReturn:
    """Exit with the status that `act` gives, else 0; when it fails, with one sentence on stderr and status 2."""
    speak_utf8()
    try:
        status = act()
    except (KeyboardInterrupt, EOFError):
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 – whatever it is, a person gets a sentence and no traceback
        say(sentence(error))
        sys.exit(CANT_DO)
    sys.exit(status if isinstance(status, int) else 0)
