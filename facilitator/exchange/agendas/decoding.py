"""From the bytes of a file to text: UTF-8, UTF-16 by its mark, else Windows' Latin; and the limits of size."""

import codecs
import re
from math import ceil

from facilitator.domain.fault_words import sentence
from facilitator.exchange.agendas.shapes import AgendaError

LARGEST = 1024 * 1024
MOST_LINES, MOST_TIMES = 20_000, 2_500

_TIME = re.compile(r"\d(?:[:.h]\d\d|\s?(?:min|h|[ap]m?)\b|\d\d\b)")


def read_bytes(data: bytes) -> str:
    """Decode an agenda of at most 1 MiB; AgendaError for more, or for what is no text."""
    if len(data) > LARGEST:
        raise AgendaError(sentence("IMP-SIZE", size=_size(len(data))))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16")
    if b"\x00" in data[:4096]:
        raise AgendaError("The file is not text; save it as Markdown, CSV or plain text.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252", errors="replace")


def refuse_large(text: str) -> None:
    """Raise AgendaError for more text or lines than an agenda can have."""
    if len(text) > LARGEST:
        raise AgendaError(sentence("IMP-SIZE", size=_size(len(text))))
    refuse_many(text.count("\n") + 1)
    timed = sum(1 for line in text.split("\n") if len(line) <= 2000 and _TIME.search(line))
    if timed > MOST_TIMES:
        raise AgendaError(sentence("IMP-TIMES", lines=f"{timed:,}", most=f"{MOST_TIMES:,}"))


def refuse_many(lines: int) -> None:
    """Raise AgendaError for more lines, or texts that a page has in one line, than an agenda can have."""
    if lines > MOST_LINES:
        raise AgendaError(sentence("IMP-LINES", lines=f"{lines:,}", most=f"{MOST_LINES:,}"))


def _decoded(data: bytes, encoding: str, errors: str = "strict") -> str:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise AgendaError("The file begins like UTF-16 but is broken; save it again as UTF-8.") from error


def _size(count: int) -> str:
    # Rounded up: what is refused is never said to be as large as what is taken.
    return f"{ceil(count * 10 / LARGEST) / 10:.1f} MB" if count < 10 * LARGEST else f"{count // LARGEST} MB"
