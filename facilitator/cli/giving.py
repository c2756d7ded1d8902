"""What the shell gives out: documents, tables, calendars, the whole session; a blank form for homework."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.options import with_json, with_session, with_store
from facilitator.cli.speaking import say, show, show_json
from facilitator.domain.text import clean, counted
from facilitator.settings import at_home

if TYPE_CHECKING:
    from facilitator.domain.records import Everything
    from facilitator.exchange.bundle import Format

STDOUT = "-"
_FORMATS = "md,html,docx,pdf,csv,json,ics"


@click.command()
@with_session
@click.option("--to", "words", metavar=_FORMATS, default="md", help="Formats; csv:ideas, csv:parked … too.")
@click.option("--out", metavar="DIR|-", default=".", help="A folder, made where it is not there yet, or - for stdout.")
@click.option("--appendix", is_flag=True, help="Ideas and votes, minutes, plan against reality.")
@click.option("--bom", is_flag=True, help="Begin CSV with the mark by which a spreadsheet knows UTF-8.")
@with_json
@with_store
def export(path: Path, session: str | None, words: str, out: str, appendix: bool, bom: bool, as_json: bool) -> None:
    """Write the result as files, or one text format to stdout."""
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole
    from facilitator.exchange.bundle import bundle, name_of, read_formats
    from facilitator.exchange.writing import write_files

    formats = read_formats(words)
    if not formats:
        raise CantDo(f"--to names no format. There are: {_FORMATS}.")
    if out == STDOUT:
        _must_be_one_text(formats, as_json)
    everything = whole(path, session_meant(path, session).id)
    if out == STDOUT:
        sys.stdout.buffer.write(next(bundle(everything, formats, appendix=appendix, bom=bom)).content)
        return
    folder = _made(at_home(out))
    outcome = write_files(everything, formats, folder, say, appendix=appendix, bom=bom)
    written = outcome.written
    if written:
        say(f"Wrote {counted(len(written), 'file')} into {folder.absolute()}.")
    # With its appendix a PDF has more pages than are counted here.
    counted_already = None if appendix else outcome.pages
    length = _say_length(everything, appendix, counted_already) if any(one.is_document for one in written) else None
    if as_json:
        show_json({"files": [str(folder / name_of(everything, one)) for one in written], "pages": length})
    if outcome.failures:
        raise CantDo(" ".join(outcome.failures))


def _made(folder: Path) -> Path:
    """The folder, which may be a new one in a folder that is there; `~` of somebody unknown is nobody's."""
    from facilitator.exchange.files import no_folder

    if not folder.exists() and folder.parent.is_dir() and not str(folder).startswith("~"):
        with suppress(OSError):
            folder.mkdir()
    if not folder.is_dir():
        raise CantDo(no_folder(folder))
    return folder


@click.command()
@with_session
@click.option("--blank", is_flag=True, help="The form that each manager fills in.")
@with_json
@with_store
def homework(path: Path, session: str | None, blank: bool, as_json: bool) -> None:
    """Print the homework that came in, or with --blank the form for it."""
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole

    meant = session_meant(path, session)
    everything = whole(path, meant.id, journal=False)
    if blank:
        _blank(everything, as_json)
        return
    told = [
        {"person": everything.name(one.person_id), "results": one.results, "problems": one.problems, "asks": one.asks}
        for one in everything.homework
    ]
    if as_json:
        show_json({"homework": told})
    elif told:
        for number, one in enumerate(told):
            lines = (f"{key}: {clean(value, lines=True)}" for key, value in one.items() if value)
            show("\n".join(("", *lines) if number else lines))
    else:
        from facilitator.to_type import to_type

        say(f"No homework came in yet. Print the form with: {to_type(path, 'homework', meant.id, '--blank')}")


def _say_length(session: "Everything", appendix: bool, pages: int | None) -> int | None:
    """The pages before the appendix, and where too long a document could give; none where they can't be counted."""
    from facilitator.exchange.errors import ExportError
    from facilitator.exchange.length import fit, page_words, shorten_words

    try:
        found = fit(session, pages)
    except ExportError as error:
        say(str(error))
        return None
    if appendix and found.could_move:
        names = ", ".join(title for title, _ in found.could_move)
        say(f"The document has {page_words(found.pages_then)}. Into the appendix went: {names}.")
        return found.pages_then
    say(f"The document has {page_words(found.pages)}.")
    if said := shorten_words(found):
        say(f"{said} Write it with --appendix." if found.could_move else said)
    return found.pages


def _must_be_one_text(formats: "tuple[Format, ...]", as_json: bool) -> None:
    if len(formats) != 1:
        raise CantDo(f"--out - writes one format, and --to names {len(formats)}. Name one, or a folder with --out.")
    if not formats[0].is_text:
        raise CantDo(f"--out - writes text, and {formats[0].name} is none. Name a folder with --out.")
    if as_json and formats[0].name != "json":
        raise CantDo("--json and --out - both want stdout. Leave --json out, or write --to json.")


def _blank(session: "Everything", as_json: bool) -> None:
    from facilitator.exchange.homework import blank_homework

    form = blank_homework(session.session.title, _questions(session))
    if as_json:
        show_json({"form": form})
    else:
        show(form.rstrip("\n"))


def _questions(session: "Everything") -> list[tuple[str, str]]:
    """Those of the session's template and its sector packs; none where it began without one."""
    from facilitator.cli.beginning import template_named
    from facilitator.library.applying import apply_sector
    from facilitator.library.shelf import LibraryError, load_sector

    head = session.session
    if head.template is None:
        return []
    try:
        template = template_named(head.template)
        for sector in head.sectors:
            template = apply_sector(template, load_sector(sector))
    except LibraryError as gone:
        say(f"{gone} The form has the usual questions.")
        return []
    return [(one.part, one.text) for one in template.homework]
