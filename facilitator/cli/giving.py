"""What the shell gives out: documents, tables, calendars, the whole session; a blank form for homework."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.options import with_json, with_session, with_store
from facilitator.cli.speaking import say, show, show_json

if TYPE_CHECKING:
    from facilitator.domain.records import Everything

STDOUT = "-"
_FORMS = ("md", "html", "docx", "pdf", "csv", "json", "ics")
_LISTS = ("decisions", "ideas", "parked", "commitments")
_BINARY = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One format, and for CSV which list of the session."""

    form: str
    listed: str = ""

    @property
    def ending(self) -> str:
        """What stands behind the title in the file's name: `.csv`, ` ideas.csv`."""
        return f"{f' {self.listed}' if self.listed not in ('', _LISTS[0]) else ''}.{self.form}"


@click.command()
@with_session
@click.option("--to", "forms", metavar=",".join(_FORMS), default="md", help="Formats; csv:ideas, csv:parked … too.")
@click.option("--out", metavar="DIR|-", default=".", help="A folder, or - for stdout.")
@click.option("--appendix", is_flag=True, help="Ideas and votes, minutes, plan against reality.")
@with_json
@with_store
def export(path: Path, session: str | None, forms: str, out: str, appendix: bool, as_json: bool) -> None:
    """Write the result as files, or one text format to stdout."""
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole

    wanted = [_wanted(part) for part in forms.split(",") if part.strip()]
    if not wanted:
        raise CantDo(f"--to names no format. There are: {', '.join(_FORMS)}.")
    if out == STDOUT:
        _must_be_one_text(wanted, as_json)
    everything = whole(path, session_meant(path, session).id)
    if out == STDOUT:
        sys.stdout.buffer.write(written(everything, wanted[0], appendix=appendix, bom=False))
        return
    files = [_write(everything, one, Path(out).expanduser(), appendix) for one in wanted]
    if as_json:
        show_json({"files": [str(file) for file in files]})


@click.command()
@with_session
@click.option("--blank", is_flag=True, help="The form that each manager fills in.")
@with_json
@with_store
def homework(path: Path, session: str | None, blank: bool, as_json: bool) -> None:
    """Print the homework that came in, or with --blank the form for it."""
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole

    everything = whole(path, session_meant(path, session).id, journal=False)
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
        show("\n\n".join("\n".join(f"{key}: {value}" for key, value in one.items() if value) for one in told))
    else:
        say("No homework came in yet. Print the form with: facilitator homework --blank")


def written(session: "Everything", wanted: Wanted, *, appendix: bool, bom: bool) -> bytes:
    """One format as the bytes of its file; ExportError says why it can't be made."""
    if wanted.form in ("md", "html", "docx", "pdf"):
        return _document(session, wanted.form, appendix)
    match wanted.form:
        case "csv":
            from facilitator.exchange.tables import TABLES

            return dict(TABLES)[wanted.listed](session, bom=bom).encode()
        case "ics":
            from facilitator.exchange.calendar import calendar

            return calendar(session)
        case _:
            from facilitator.exchange.session_json import to_json

            return to_json(session).encode()


def _document(session: "Everything", form: str, appendix: bool) -> bytes:
    from facilitator.exchange.document import build

    document = build(session, appendix=appendix)
    match form:
        case "md":
            from facilitator.exchange.markdown import markdown

            return markdown(document).encode()
        case "html":
            from facilitator.exchange.html import html

            return html(document).encode()
        case "docx":
            from facilitator.exchange.docx import docx

            return docx(document)
        case _:
            from facilitator.exchange.pdf import pdf

            return pdf(document)


def _write(session: "Everything", wanted: Wanted, folder: Path, appendix: bool) -> Path:
    from facilitator.exchange.files import file_name, write_atomically

    name = file_name(session.session.title, wanted.form)
    file = folder / (name.removesuffix(f".{wanted.form}") + wanted.ending)
    write_atomically(file, written(session, wanted, appendix=appendix, bom=True))
    say(f"Wrote {file}")
    return file


def _wanted(part: str) -> Wanted:
    form, _, listed = part.strip().lower().partition(":")
    if form not in _FORMS:
        raise CantDo(f"--to knows no “{form}”. There are: {', '.join(_FORMS)}.")
    if listed and (form != "csv" or listed not in _LISTS):
        raise CantDo(f"--to knows no “{part.strip()}”. There are: {', '.join(f'csv:{one}' for one in _LISTS)}.")
    return Wanted(form, listed or (_LISTS[0] if form == "csv" else ""))


def _must_be_one_text(wanted: list[Wanted], as_json: bool) -> None:
    if len(wanted) != 1:
        raise CantDo(f"--out - writes one format, and --to names {len(wanted)}. Name one, or a folder with --out.")
    if wanted[0].form in _BINARY:
        raise CantDo(f"--out - writes text, and {wanted[0].form} is none. Name a folder with --out.")
    if as_json and wanted[0].form != "json":
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
