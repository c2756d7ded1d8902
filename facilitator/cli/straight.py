"""What opens on the terminal and is asked for plainly comes up without click: a tenth of its start, two megabytes."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

# Click's own name for the question that a shell puts when it completes a line.
_COMPLETING = "_FACILITATOR_COMPLETE"


def asks_plainly(words: Sequence[str]) -> bool:
    """Whether the words of a command line, the program's name left out, need no parser.

    They do not where they ask for home, a session or its big clock and name no more than a store and the session.
    """
    if is_completed():
        return False
    match _behind_the_store(words):
        case []:
            return True
        case ["open" | "timekeeper", *session] if len(session) < 2:
            return not any(word.startswith("-") for word in session)
    return False


def is_completed() -> bool:
    """Whether it is a shell that asks, which completes a line."""
    return _COMPLETING in os.environ


def open_straight(words: Sequence[str]) -> NoReturn:
    """Show what `asks_plainly` allowed until it is left, and end."""
    from facilitator.cli.ending import carry_out
    from facilitator.cli.showing import show, show_clock, show_session
    from facilitator.cli.stored import store_named

    behind = _behind_the_store(words)
    shows: dict[str, Callable[[Path, str | None], int]] = {"open": show_session, "timekeeper": show_clock}

    def act() -> int:
        path = store_named(words[1] if len(behind) < len(words) else None)
        return shows[behind[0]](path, behind[1] if behind[1:] else None) if behind else show(path)

    carry_out(act)


def _behind_the_store(words: Sequence[str]) -> Sequence[str]:
    """The words without a store that is named before them."""
    match words:
        case ["--db", path, *behind] if not path.startswith("-"):
            return behind
    return words
