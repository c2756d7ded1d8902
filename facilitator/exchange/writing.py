"""Files into a folder, one after the other: what can be made is made, what can't says why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.records import Everything
from facilitator.exchange.bundle import Format, bundle, name_of
from facilitator.exchange.errors import ExportError
from facilitator.exchange.files import write_atomically


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which files were written, and a sentence for each reason why others were not; the pages of a PDF among them."""

    written: tuple[Format, ...]
    failures: tuple[str, ...] = ()
    pages: int | None = None


def write_files(
    session: Everything,
    formats: Sequence[Format],
    folder: Path,
    tell: Callable[[str], None],
    *,
    appendix: bool = False,
    bom: bool = False,
) -> Outcome:
    """Write each file whole and read it back; `tell` hears `1 of 3  Strategy.pdf` before each."""
    written: list[Format] = []
    failures: list[str] = []
    pages = None
    for number, one in enumerate(formats, 1):
        tell(f"{number} of {len(formats)}  {name_of(session, one)}")
        try:
            for file in bundle(session, (one,), appendix=appendix, bom=bom):
                write_atomically(folder / file.name, file.content)
                written.append(one)
                pages = file.pages or pages
        except ExportError as error:
            failures.append(str(error))
    return Outcome(tuple(written), tuple(dict.fromkeys(failures)), pages)
