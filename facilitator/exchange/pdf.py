"""A document as a tagged PDF, and how many pages it takes; Typst sets it, and gets what people typed as data."""

import json
import re
from dataclasses import asdict, replace
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from facilitator.exchange.document.blocks import Bars, Block, Document, Heading, Table
from facilitator.exchange.errors import ExportError

# Latin, Greek, Cyrillic and the punctuation that the fonts inside Typst have; anything else needs the system's fonts.
_EMBEDDED = re.compile(
    "[\t\n -~\xa0-\u0377\u0400-\u052f\u1e00-\u1eff\u2010-\u2027\u202f\u2030-\u203a\u20ac\u2190-\u2193\u2212]*"
)
_LONG_IN_CELL = re.compile(r"\S{17,}")
_LONG = re.compile(r"\S{41,}")
_STEP = 4
# The height of a page between its margins: 297 − 18 − 20 mm, as doc.typ has them.
_PAGE_POINTS = 259 / 25.4 * 72


def pdf(document: Document) -> bytes:
    """The file's bytes, the same for the same document; ExportError where Typst is missing or gives up."""
    at = int(document.made_at.timestamp())
    try:
        return bytes(_compiler(document).compile(format="pdf", pdf_standards=["ua-1"], timestamp=at))
    except RuntimeError:
        # PDF/UA refuses a sign that no font here has. Plain PDF, tagged too, shows an empty box for it.
        pass
    try:
        return bytes(_compiler(document).compile(format="pdf", timestamp=at))
    except RuntimeError as error:
        raise ExportError(f"The PDF could not be set: {_first_line(error)}. The other formats still work.") from error


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
    compiler = _compiler(document)
    try:
        return json.loads(compiler.query("<length>", field="value", one=True))
    except RuntimeError as error:
        raise ExportError(f"The pages could not be counted: {_first_line(error)}.") from error
    finally:
        _forget()


def _forget() -> None:
    """Typst keeps what each question made, two megabytes of it; only a compilation clears away what is old."""
    import typst

    typst.Compiler(b"", font_paths=_fonts(system=False)).compile(format="svg")


def _compiler(document: Document) -> Any:  # noqa: ANN401 – typst is typed loosely and imported only here
    try:
        import typst
    except ImportError as error:
        says = "A PDF needs the package typst, which is not installed here. The other formats still work."
        raise ExportError(says) from error
    written = json.dumps(_plain(document), ensure_ascii=False)
    fonts = _fonts(system=not _EMBEDDED.fullmatch(written))
    text = json.dumps(_plain(document) | {"fonts": fonts.families()}, ensure_ascii=False)
    source = resources.files("facilitator.exchange").joinpath("doc.typ").read_bytes()
    return typst.Compiler(source, font_paths=fonts, sys_inputs={"doc": text})


@cache
def _fonts(*, system: bool) -> Any:  # noqa: ANN401 – as above
    """Looked for once: the system's take a tenth of a second."""
    import typst

    return typst.Fonts(include_system_fonts=system)


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


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0].rstrip(".")
