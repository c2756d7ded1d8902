"""Whatever somebody brings in a file: an agenda, a whole session, or homework; told apart, read, nothing stored."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import BinaryIO, TypeAlias
from zoneinfo import ZoneInfo

from facilitator.domain.fault_words import sentence
from facilitator.domain.moment import Moment
from facilitator.domain.records import Everything, Round, SessionHead
from facilitator.domain.text import clean, shorten
from facilitator.exchange.agendas import AgendaError, ReadAgenda, guess_form, read_agenda, read_bytes
from facilitator.exchange.agendas.as_items import as_items
from facilitator.exchange.door import cleaned
from facilitator.exchange.homework import ReadHomework, is_homework, read_homework
from facilitator.exchange.numbers_csv import holds_numbers
from facilitator.exchange.session_json import MOST_BYTES, SessionFileError, from_json

STDIN = "-"
NO_NAME = "stdin"
# Of a path: more than that is no name but a text that was pasted.
SAID = 240
NUMBERS = (
    "This is a sheet of numbers and no agenda. In the app I reads it: 0 prepares a session, and Numbers is one page."
)
INCOMING = "an agenda, a session (.json) or homework"


class IncomingError(ValueError):
    """A file that can't be taken: one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Handed:
    """Homework of one person or several."""

    homework: tuple[ReadHomework, ...]


Incoming: TypeAlias = ReadAgenda | Everything | Handed


def file_bytes(path: Path, wanted: str = INCOMING) -> bytes:
    """The bytes of a plain file of reasonable size; IncomingError says why it is none, and what is wanted."""
    named = shorten(str(path), SAID)
    try:
        if path.is_dir():
            raise IncomingError(f"{named} is a folder. Name the file in it.")
        if not path.is_file():
            what = "is no plain file" if path.exists() else "is not there"
            raise IncomingError(f"{named} {what}. Name {wanted}.")
        with path.open("rb") as file:
            return bytes_of(file, named)
    except OSError as error:
        raise IncomingError(f"{named} can't be read: {error.strerror or error}.") from error
    except ValueError as error:
        if isinstance(error, IncomingError):
            raise
        raise IncomingError("That is no name of a file.") from error


def bytes_of(stream: BinaryIO, named: str = NO_NAME) -> bytes:
    """All that a stream holds; IncomingError if that is more than any file may be, and then the rest is not read."""
    found = stream.read(MOST_BYTES + 1)
    if len(found) > MOST_BYTES:
        raise IncomingError(sentence("IMP-LARGE", name=named, most=MOST_BYTES // 1024**2))
    return found


def read_incoming(data: bytes, name: str, now: Moment) -> Incoming:
    """What a file of this name holds (`-` has none: then its looks decide); IncomingError names the file."""
    shown = NO_NAME if name == STDIN else clean(name)
    try:
        return _read(data, name, now)
    except (AgendaError, SessionFileError) as error:
        raise IncomingError(f"{shown}: {error}") from error


def as_session(
    read: ReadAgenda, title: str, zone: ZoneInfo, now: Moment, *, on: date | None = None, starts: time | None = None
) -> Everything:
    """A session that begins with this agenda; ids are placeholders."""
    planned = as_items(read, on, zone, starts)
    return Everything(
        now=now,
        session=SessionHead(id="session", title=title, timezone=zone.key),
        days=planned.days,
        rounds=(Round(id="round-1", number=1, focus=""),),
        agenda=planned.items,
    )


def _read(data: bytes, name: str, now: Moment) -> Incoming:
    if name.lower().endswith(".json") or (name == STDIN and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
        session: Everything = cleaned(from_json(_utf8(data), now))
        return session
    text = read_bytes(data)
    if is_homework(text):
        homework = read_homework(text)
        if not homework:
            raise AgendaError("The form is empty: it has no name, or no answer below its headings.")
        return Handed(homework)
    form = guess_form(text if name == STDIN else Path(name).name)
    if form in ("csv", "tsv") and holds_numbers(text):
        raise AgendaError(NUMBERS)
    return read_agenda(text, form=form)


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SessionFileError("The file is not UTF-8.") from error
