"""From the bytes of a file to text: UTF-8, UTF-16 by its mark, else Windows' Latin; and the limits of size."""

import codecs
import re
from collections.abc import Sequence
from math import ceil

from facilitator.domain.fault_words import sentence
from facilitator.exchange.agendas.shapes import AgendaError

LARGEST = 1024 * 1024
MOST_LINES, MOST_TIMES, MOST_ITEMS = 20_000, 2_500, 2_000
# Times in a line, one line with the other.
EACH = 4

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
    refuse_many(text.split("\n"))


def refuse_many(lines: Sequence[str]) -> None:
    """Raise AgendaError for more lines, or texts and rows that a page has in one line, than an agenda can have."""
    if len(lines) > MOST_LINES:
        raise AgendaError(sentence("IMP-LINES", lines=f"{len(lines):,}", most=f"{MOST_LINES:,}"))
    times = [len(_TIME.findall(line)) for line in lines if len(line) <= 2000 and _TIME.search(line)]
    if len(times) > MOST_TIMES:
        raise AgendaError(sentence("IMP-TIMES", lines=f"{len(times):,}", most=f"{MOST_TIMES:,}"))
    if sum(times) > MOST_TIMES * EACH:
        raise AgendaError(f"The agenda tells {sum(times):,} times; the limit is {MOST_TIMES * EACH:,}.")


def refuse_items(items: int) -> None:
    """Raise AgendaError for more items than an agenda can have, as soon as so many are found."""
    if items > MOST_ITEMS:
        raise AgendaError(f"The agenda has more than {MOST_ITEMS:,} items, which is the limit.")


def _decoded(data: bytes, encoding: str, errors: str = "strict") -> str:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise AgendaError("The file begins like UTF-16 but is broken; save it again as UTF-8.") from error


def _size(count: int) -> str:
    # Rounded up: what is refused is never said to be as large as what is taken.
    return f"{ceil(count * 10 / LARGEST) / 10:.1f} MB" if count < 10 * LARGEST else f"{count // LARGEST} MB"
