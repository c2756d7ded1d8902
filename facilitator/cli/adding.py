"""What the shell does to a session: a captured line, the keys of the clock."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from facilitator.cli.faults import CantDo, sentence
from facilitator.cli.judging import kind_argument
from facilitator.cli.options import seconds_of, with_json, with_session, with_store
from facilitator.cli.speaking import say, show, show_json
from facilitator.domain.text import unlisted

if TYPE_CHECKING:
    from facilitator.domain.capture import Captured, Kind
    from facilitator.store.journal import Entry
    from facilitator.store.store import Store

# At most, in UTF-8.
_BYTES_A_CHARACTER = 4
_LISTS = {
    "finding": "findings",
    "idea": "ideas",
    "decision": "decisions",
    "stop": "decisions",
    "assumption": "assumptions",
    "park": "parked",
    "person": "people",
    "number": "numbers",
    "task": "tasks",
}


@click.command()
@kind_argument
@click.argument("text", metavar="LINE")
@with_session
@with_json
@with_store
def add(path: Path, kind: str, text: str, session: str | None, as_json: bool) -> None:
    """Capture one line, as the capture line does; - reads one from each line of stdin."""
    from facilitator.cli.finding import say_where, session_meant
    from facilitator.cli.stored import opened
    from facilitator.domain.capture import Kind
    from facilitator.settings import read_settings

    meant = session_meant(path, session)
    with opened(path) as store:
        adding = _Adding(store, meant.id, Kind(kind), read_settings().day_first, as_json)
        if text == "-":
            adding.all_of_stdin()
        else:
            adding.one(text, indent=2)
    say_where(meant, session)


class _Adding:
    """Lines of one kind going into one session, each a step of its own."""

    def __init__(self, store: "Store", session_id: str, kind: "Kind", day_first: bool, as_json: bool) -> None:
        self.store = store
        self.session_id = session_id
        self.kind = kind
        self.day_first = day_first
        self.as_json = as_json

    def one(self, text: str, *, indent: int | None = None) -> None:
        """Commit, then say what was kept."""
        from facilitator.domain import fault_words
        from facilitator.domain.text import LINE_LIMIT
        from facilitator.store.commands.capture import capture

        if len(text) > LINE_LIMIT:
            raise CantDo(fault_words.sentence("LINE-LONG", most=f"{LINE_LIMIT:,}"))
        line = self._read(text)
        entry = self.store.run(capture, self.session_id, line)
        if entry is None:
            say("Nothing to change: it stands there already.")
        elif self.as_json:
            show_json(self._added(entry), indent=indent)
        else:
            show(entry.did)
        for remark in (*(gap.says for gap in line.gaps), *(one.sentence for one in line.refused)):
            say(remark)

    def all_of_stdin(self) -> None:
        """Take each line that can be taken, and name the others at the end."""
        refused = 0
        for number, raw in enumerate(_lines(sys.stdin.buffer), 1):
            text = unlisted(raw.decode("utf-8-sig", "replace").strip())
            if not text:
                continue
            try:
                self.one(text)
            except Exception as error:  # noqa: BLE001 – one bad line must not cost the lines behind it
                refused += 1
                say(f"Line {number}: {sentence(error)}")
        if refused:
            raise CantDo(f"{refused} {'line was' if refused == 1 else 'lines were'} not kept; the others were.")

    def _read(self, text: str) -> "Captured":
        from facilitator.domain.capture import read_line
        from facilitator.store.queries.frame import frame

        found = self.store.read(frame, self.session_id)
        keys = tuple(question.key for question in found.questions)
        today = found.today(self.store.clock())
        return read_line(self.kind, text, today=today, people=found.people, keys=keys, day_first=self.day_first)

    def _added(self, entry: "Entry") -> object:
        """The record as the session's JSON shows it."""
        from facilitator.exchange.session_json import as_json
        from facilitator.store.queries.one import LISTED, session_with

        key = _LISTS[self.kind]
        table = next(one.table.__name__.lower() for one in LISTED if one.key == key)
        row_id = next(row["id"] for row in entry.rows if row["table"] == table)
        told = as_json(self.store.read(session_with, self.session_id, key, row_id))[key]
        return next(one for one in told if one["id"] == row_id)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Its lines; of one that is too long to be kept, as much as shows that it is."""
    from facilitator.domain.text import LINE_LIMIT

    most = _BYTES_A_CHARACTER * LINE_LIMIT + 1
    while line := stream.readline(most):
        yield line
        while len(line) == most and not line.endswith(b"\n"):
            line = stream.readline(most)


@click.command()
@click.argument("action", type=click.Choice(["start", "pause", "next", "back", "extend"]))
@with_session
@click.option("--by", metavar="5m", help="How much to extend by; --by=-5m takes time back.")
@with_json
@with_store
def clock(path: Path, action: str, session: str | None, by: str | None, as_json: bool) -> None:
    """Do what the keys of the clock do."""
    from facilitator.cli.clockwork import day_ahead, turn
    from facilitator.cli.finding import say_where, session_meant
    from facilitator.cli.stored import opened

    if by and action != "extend":
        from facilitator.to_type import to_type

        extend = to_type(path, "clock", "extend", *filter(None, (session,)), f"--by={by}")
        raise CantDo(f"--by belongs to extend, not to {action}. Write: {extend}")
    seconds = seconds_of(by or "5m")
    meant = session_meant(path, session)
    with opened(path) as store:
        ahead = day_ahead(store, meant.id)
        did = turn(store, meant.id, action, seconds)
    if as_json:
        show_json({"session": meant.id, "did": did})
    else:
        show(did)
    if ahead:
        say(f"“{meant.title}” was planned to begin {ahead}, and is live now. In the app u takes that back.")
    say_where(meant, session)
