"""What the shell says: data to stdout, everything else to stderr."""

import os
import re
import sys
from collections.abc import Sequence
from typing import TextIO

from facilitator.domain.text import cells, clean

# DEL, C1, bidirectional marks, lone surrogates; JSON escapes C0 by itself.
_UNSEEN = "[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def speak_utf8() -> None:
    """JSON and names need UTF-8, whatever the terminal's locale says; a terminal that can't show it gets signs."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            if stream.isatty():
                reconfigure(errors="backslashreplace")
            else:
                reconfigure(encoding="utf-8")


def say(text: str) -> None:
    """Messages and progress go to stderr; what they quote of a command line or a file is made visible."""
    _write(clean(text, lines=True), err=True)


def show(text: str) -> None:
    """What was asked for goes to stdout."""
    _write(text)


def show_json(value: object, *, indent: int | None = 2) -> None:
    """Print one JSON document; without an indent it is one line."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    # What came past the door into a store is the same value to a reader, and no sequence to a terminal.
    _write(re.sub(_UNSEEN, lambda found: json.dumps(found[0])[1:-1], text))


def show_table(rows: Sequence[Sequence[str]], *, gap: int = 2) -> None:
    """Print columns that line up by what a terminal shows, the last one as long as it is."""
    rows = [[clean(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cells(cell) + gap) for cell, width in zip(row, widths, strict=True))
        _write("".join(padded).rstrip())


def _write(text: str, *, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    if _takes_all(stream) and "\x1b" not in text:
        stream.write(f"{text}\n")
        stream.flush()
        return
    # It knows what else there is: consoles, encodings, no stream at all. Home and `line` come up without it.
    import click

    click.echo(text, err=err)


def _takes_all(stream: TextIO | None) -> bool:
    """Whether any text can be written to it as it is."""
    return bool(stream and os.name != "nt" and (stream.encoding or "").lower().replace("-", "") == "utf8")
