"""A document as a tagged PDF, and how many pages it takes; Typst sets it, and gets what people typed as data."""

import json
import re
import subprocess
import sys
from dataclasses import asdict, replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.exchange.document.blocks import Bars, Block, Document, Heading, Table
from facilitator.exchange.errors import ExportError

# Latin, Greek, Cyrillic and the punctuation that the fonts inside Typst have; anything else needs the system's fonts.
_EMBEDDED = re.compile(
    "[\t\n -~\xa0-\u0377\u0400-\u052f\u1e00-\u1eff\u2010-\u2027\u202f\u2030-\u203a\u20ac\u2190-\u2193\u2212]*"
)
_LONG_IN_CELL = re.compile(r"\S{17,}")
_LONG = re.compile(r"\S{41,}")
_STEP = 4
_TYPESETTER = str(Path(__file__).with_name("typesetter.py"))
_PATIENCE_SECONDS = 60
# The height of a page between its margins: 297 − 18 − 20 mm, as doc.typ has them.
_PAGE_POINTS = 259 / 25.4 * 72


class Typeset(NamedTuple):
    """A file and how many pages it has."""

    content: bytes
    pages: int


def pdf(document: Document) -> Typeset:
    """The file, the same bytes for the same document; ExportError where Typst is missing or gives up."""
    made, measures = _set(document, "The PDF could not be set", at=int(document.made_at.timestamp()))
    return Typeset(made, int(measures["pages"]))


def pages(document: Document) -> int:
    """How many pages the PDF has."""
    return int(_measured(document)["pages"])


def sections(document: Document) -> tuple[tuple[str, float], ...]:
    """Each section by its heading, and how many pages of the PDF it takes."""
    found = _measured(document)
    places = [page + y / _PAGE_POINTS for page, y in (*found["starts"], found["end"])]
    titles = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    return tuple((title, end - start) for title, (start, end) in zip(titles, pairwise(places), strict=True))


def _measured(document: Document) -> Any:  # noqa: ANN401 – JSON from doc.typ
    return _set(document, "The pages could not be counted")[1]


def _set(document: Document, failed: str, *, at: int | None = None) -> tuple[bytes, Any]:
    """What the typesetter answers: a PDF made at that moment, else nothing; and its measures, which doc.typ names."""
    if find_spec("typst") is None:
        says = "A PDF needs the package typst, which is not installed here. The other formats still work."
        raise ExportError(says)
    written = json.dumps(_plain(document), ensure_ascii=False)
    system = not _EMBEDDED.fullmatch(written)
    question = f'{{"document": {written}, "at": {json.dumps(at)}, "system_fonts": {json.dumps(system)}}}'
    try:
        # Nothing is looked for beside the script: modules of the standard library have namesakes there.
        ran = subprocess.run(  # noqa: S603 – our own interpreter on our own script
            [sys.executable, "-P", _TYPESETTER],
            input=question.encode("utf-8", "replace"),
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
        )
    except subprocess.TimeoutExpired as slow:
        says = f"{failed}: it took longer than {_PATIENCE_SECONDS} seconds. The other formats still work."
        raise ExportError(says) from slow
    if ran.returncode:
        reason = _first_line(ran.stderr.decode("utf-8", "replace"))
        raise ExportError(f"{failed}: {reason}. The other formats still work.")
    measures, _, made = ran.stdout.partition(b"\n")
    return made, json.loads(measures)


def _plain(document: Document) -> dict[str, Any]:
    """The document as JSON takes it; each block says its kind."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "language": document.language,
        "draft": document.draft,
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Bars):
        scaled = (replace(bar, values=tuple(value / block.longest for value in bar.values)) for bar in block.bars)
        block = replace(block, bars=tuple(scaled))
    long = _LONG_IN_CELL if isinstance(block, Table | Bars) else _LONG
    return {"kind": type(block).__name__.lower(), **_breakable(asdict(block), long)}


def _breakable(said: Any, long: re.Pattern[str]) -> Any:  # noqa: ANN401 – any JSON
    """The same with places to break inside words that no line could hold."""
    match said:
        case str():
            return long.sub(_broken, said)
        case dict():
            return {key: _breakable(value, long) for key, value in said.items()}
        case list() | tuple():
            return [_breakable(value, long) for value in said]
    return said


def _broken(word: re.Match[str]) -> str:
    letters = word[0]
    return "\u200b".join(letters[at : at + _STEP] for at in range(0, len(letters), _STEP))


def _first_line(said: str) -> str:
    return (said.splitlines() or ["no reason given"])[0].rstrip(".")
