"""The commands that open the program on the terminal."""

from pathlib import Path

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.options import with_session, with_store, without_store
from facilitator.cli.showing import must_be_terminal, show, show_clock, show_session
from facilitator.cli.speaking import say

FASTEST = 3600


@click.command("open")
@with_session
@with_store
def open_(path: Path, session: str | None) -> int:
    """Open a session where the clock stands."""
    return show_session(path, session)


@click.command()
@with_session
@with_store
def timekeeper(path: Path, session: str | None) -> int:
    """Show the big clock; waits when no session is live."""
    return show_clock(path, session)


@click.command()
@click.option(
    "--into", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help="Write it, don't open it."
)
@without_store
def demo(into: Path | None) -> int:
    """Open a rich sample session, live in its decisions, in a store that is thrown away."""
    from tempfile import TemporaryDirectory

    if into is None:
        must_be_terminal()
    from facilitator.demo import make_demo

    if into:
        if into.exists():
            raise CantDo(f"{into} is there already. Name a new file with --into, or remove that one.")
        make_demo(into)
        from facilitator.to_type import to_type

        say(f"The sample session is in {into}. Open it with: {to_type(into.absolute())}")
        return 0
    with TemporaryDirectory(prefix="facilitator-demo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "demo.db"
        return show(path, session_id=make_demo(path))


@click.command()
@with_session
@click.option("--speed", type=click.IntRange(1, FASTEST), default=60, show_default=True, help="Times as fast.")
@with_store
def rehearse(path: Path, session: str | None, speed: int) -> None:
    """Run the agenda fast on a copy, which is thrown away."""
    from facilitator import rehearsal
    from facilitator.cli.finding import session_meant
    from facilitator.settings import read_settings

    must_be_terminal()
    rehearsal.rehearse(path, session_meant(path, session).id, speed, read_settings())
    say("The rehearsal is over; nothing of it was kept.")
