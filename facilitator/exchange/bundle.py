"""What an export consists of: a session and formats in, named files out, for the shell and the screens alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.records import Everything
from facilitator.exchange.document import build
from facilitator.exchange.door import cleaned
from facilitator.exchange.errors import ExportError
from facilitator.exchange.files import file_name
from facilitator.exchange.tables import TABLES

_DOCUMENTS = ("md", "html", "docx", "pdf")
_LISTS = tuple(name for name, _ in TABLES)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file; for CSV `listed` says which list of the session it holds."""

    ending: str
    listed: str = ""

    @property
    def name(self) -> str:
        """`pdf`, `csv` for the decisions, `csv:ideas`."""
        return f"{self.ending}:{self.listed}" if self.listed not in ("", _LISTS[0]) else self.ending

    @property
    def is_document(self) -> bool:
        return self.ending in _DOCUMENTS

    @property
    def is_text(self) -> bool:
        return self.ending not in ("docx", "pdf")


FORMATS = (
    *(Format(ending) for ending in _DOCUMENTS),
    *(Format("csv", listed) for listed in _LISTS),
    Format("json"),
    Format("ics"),
)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that is not written yet; `pages` of a PDF."""

    name: str
    content: bytes
    pages: int | None = None


def read_formats(words: str) -> tuple[Format, ...]:
    """`md,csv:ideas` as formats, each once; ExportError names the one that there is not."""
    wanted = dict.fromkeys(part.strip().lower() for part in words.split(",") if part.strip())
    known = {one.name: one for one in FORMATS} | {"csv:decisions": Format("csv", _LISTS[0])}
    for name in wanted:
        if name not in known:
            raise ExportError(f"There is no format “{name}”. There are: {', '.join(one.name for one in FORMATS)}.")
    return tuple(dict.fromkeys(known[name] for name in wanted))


def bundle(
    session: Everything, formats: Iterable[Format], *, appendix: bool = False, bom: bool = False
) -> Iterator[NamedFile]:
    """The files, each made when it is asked for; ExportError says why one can't be made.

    `appendix` lengthens the documents, and takes over sections of one that is too long; `bom` begins CSV with the mark
    by which a spreadsheet knows UTF-8. What came past the door into the store goes out cleaned.
    """
    session = cleaned(session)
    for one in formats:
        content, pages = _document(session, one, appendix) if one.is_document else (_content(session, one, bom), None)
        yield NamedFile(name_of(session, one), content, pages)


def name_of(session: Everything, one: Format) -> str:
    """`Marketing strategy 2027.pdf`, `Marketing strategy 2027 ideas.csv`."""
    stem = file_name(session.session.title, one.ending).removesuffix(f".{one.ending}")
    return f"{stem} {one.listed}.csv" if ":" in one.name else f"{stem}.{one.ending}"


def _content(session: Everything, one: Format, bom: bool) -> bytes:
    # Each library is loaded only for its own format.
    match one.ending:
        case "csv":
            return dict(TABLES)[one.listed](session, bom=bom).encode()
        case "ics":
            from facilitator.exchange.calendar import calendar

            return calendar(session)
    from facilitator.exchange.session_json import to_json

    return to_json(session).encode()


def _document(session: Everything, one: Format, appendix: bool) -> tuple[bytes, int | None]:
    from facilitator.exchange.length import how_many_move

    document = build(session, appendix=appendix, moved=how_many_move(session) if appendix else 0)
    match one.ending:
        case "md":
            from facilitator.exchange.markdown import markdown

            return markdown(document).encode(), None
        case "html":
            from facilitator.exchange.html import html

            return html(document).encode(), None
        case "docx":
            from facilitator.exchange.docx import docx

            return docx(document), None
    from facilitator.exchange.pdf import pdf

    return pdf(document)
