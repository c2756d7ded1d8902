"""What the shell judges: a session's gaps, what a code means, what a line would become."""

from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.lining import KINDS, show_line
from facilitator.cli.options import with_json, with_session, with_store, without_store
from facilitator.cli.speaking import say, show, show_json, show_table
from facilitator.domain.text import counted

if TYPE_CHECKING:
    from facilitator.domain.records import Everything

HAS_ERRORS = 1
kind_argument = click.argument("kind", metavar="KIND", type=click.Choice(KINDS))


@click.command()
@with_session
@click.option("--select", metavar="D,C01", default="", help="Only these codes, or what they begin with.")
@click.option("--ignore", metavar="D05,…", default="", help="Leave these out.")
@with_json
@with_store
def check(path: Any, session: str | None, select: str, ignore: str, as_json: bool) -> int:  # noqa: ANN401 – a Path
    """List the gaps of a session; exit status 1 when one is an error.

    The document's pages (C08) are counted once the session has come to its wrap-up.
    """
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole
    from facilitator.domain.gaps import check as gaps_of
    from facilitator.domain.gaps import errors
    from facilitator.settings import read_settings

    meant = session_meant(path, session)
    everything = whole(path, meant.id)
    silenced = read_settings().silenced
    hidden = (*_codes(ignore), *silenced)
    gaps = gaps_of(everything, select=_codes(select), ignore=hidden, pages=_pages(everything))
    if as_json:
        told = [
            {"code": gap.code, "severity": gap.severity, "about": gap.about, "says": gap.says, "mend": gap.mend}
            for gap in gaps
        ]
        show_json({"session": meant.id, "gaps": told})
    elif gaps:
        show_table([(gap.code, "error" if gap.severity == "error" else "", gap.about, gap.says) for gap in gaps])
    say(_summary(meant.title, len(errors(gaps)), len(gaps)))
    return HAS_ERRORS if errors(gaps) else 0


@click.command()
@click.argument("code")
@with_json
@without_store
def explain(code: str, as_json: bool) -> None:
    """Say why a gap is one, and how to mend it."""
    from facilitator.domain.gaps import explain as explained

    found = explained(code)
    if as_json:
        keys = ("code", "severity", "title", "why", "example", "mend")
        show_json({key: getattr(found, key) for key in keys})
        return
    show(f"{found.code} · {found.severity.value} · {found.title}\n\n{found.why}\n\n{found.example}\n\n{found.mend}")


@click.command()
@kind_argument
@click.argument("text", metavar="LINE")
@click.option("--today", metavar="DAY", help="Read deadlines from this day on; otherwise from today.")
@click.option("--people", metavar='"Anna Weber,…"', help="Who is in the session.")
@with_json
@without_store
def line(kind: str, text: str, today: str | None, people: str | None, as_json: bool) -> None:
    """Show what a capture line would become, and its gaps; touches no store."""
    show_line(kind, text, today, people, as_json=as_json)


def _pages(session: "Everything") -> int | None:
    """The length of the document, where that says something yet; what can't be counted is said."""
    from facilitator.exchange.document import build
    from facilitator.exchange.errors import ExportError
    from facilitator.exchange.length import is_settled
    from facilitator.exchange.pdf import pages

    try:
        return pages(build(session)) if is_settled(session) else None
    except ExportError as error:
        say(str(error))
        return None


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(part.strip() for part in text.split(",") if part.strip())
    if any(":" in code and not code.partition(":")[2] for code in codes):
        raise CantDo(f"“{text}” names no thing behind the colon. Write D05, or D05:ID for one decision.")
    return codes


def _summary(title: str, errors: int, gaps: int) -> str:
    if not gaps:
        return f"No gaps in “{title}”."
    return f"{counted(gaps, 'gap')} in “{title}”, {errors} of them {'an error' if errors == 1 else 'errors'}."
