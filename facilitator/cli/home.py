"""Home, where nothing but a store is named: it comes up without click, which would be a tenth of its start."""

import os
from collections.abc import Sequence
from typing import NoReturn

# Click's own name for the question that a shell puts when it completes a line.
_COMPLETING = "_FACILITATOR_COMPLETE"


def is_home(words: Sequence[str]) -> bool:
    """Whether the words of a command line, the program's name left out, ask for home and nothing else."""
    if _COMPLETING in os.environ:
        return False
    match words:
        case []:
            return True
        case ["--db", path]:
            return not path.startswith("-")
    return False


def come_home(words: Sequence[str]) -> NoReturn:
    """Show home until it is left, and end."""
    from facilitator.cli.ending import carry_out
    from facilitator.cli.showing import show
    from facilitator.cli.stored import store_named

    carry_out(lambda: show(store_named(words[1] if words else None)))
