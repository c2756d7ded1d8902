"""Which session is meant: an id, any unambiguous part of a title, else the live one, else the one worked on last."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from facilitator.cli.faults import CantDo
from facilitator.domain.glance import SessionLine
from facilitator.domain.kinds import Status
from facilitator.domain.text import fold

_SHOWN = 5


def session_meant(path: Path, words: str | None) -> SessionLine:
    """Look at the file only; CantDo names what there is when the words fit none or several."""
    from facilitator.store.glance import sessions

    lines = sessions(path, datetime.now(UTC).date())
    if not lines:
        from facilitator.to_type import to_type

        raise CantDo(f"There is no session in {path}. Make one with: {to_type(path, 'new', 'TITLE')}")
    return _named(lines, words) if words else _at_hand(lines)


def say_where(meant: SessionLine, words: str | None) -> None:
    """What was written into a session that was not named says into which, so that nobody writes unseen."""
    from facilitator.cli.speaking import say

    if not words:
        say(f"In “{meant.title}”.")


def _at_hand(lines: Sequence[SessionLine]) -> SessionLine:
    live = [line for line in lines if line.status is Status.LIVE and not line.archived]
    if len(live) > 1:
        raise CantDo(f"{len(live)} sessions are live: {_listed(live)}. Name one.")
    return next(iter(live or [line for line in lines if not line.archived] or lines))


def _named(lines: Sequence[SessionLine], words: str) -> SessionLine:
    wanted = fold(words.strip())
    for fits in (
        lambda line: line.id == words,
        lambda line: fold(line.title) == wanted,
        lambda line: wanted in fold(line.title),
    ):
        found = [line for line in lines if fits(line)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CantDo(f"“{words}” could be {_listed(found)}. Say more of the title, or its id.")
    raise CantDo(f"No session is called “{words}”. There are: {_listed(lines)}.")


def _listed(lines: Sequence[SessionLine]) -> str:
    shown = ", ".join(f"“{line.title}” ({line.id})" for line in lines[:_SHOWN])
    return f"{shown} and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else shown
