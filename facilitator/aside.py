"""A long step, carried out beside the screen: in a thread, through a door of its own to the same file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.rules import RuleBroken

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.journal import Entry
    from facilitator.store.transaction import Transaction

T = TypeVar("T")


def do_aside(
    app: "FacilitatorApp",
    after: "Callable[[Entry | None], None]",
    prepare: Callable[[], T],
    command: "Callable[[Transaction, str, T], str]",
    session_id: str,
) -> None:
    """Prepare what a command takes and carry it out, without the screen waiting for either.

    `after` gets its entry, None when it was refused. What is done while it is prepared goes through; what is done
    while it is written waits its turn, as it would for another program's step. A fault is one of the app's.
    """
    from facilitator.store.faults import StoreFault
    from facilitator.store.store import Store

    path, role, clock = app.store.path, app.role, app.clock

    def work() -> None:
        entry: Entry | None = None
        try:
            taken = prepare()
            store = Store(path, role=role, clock=clock)
            try:
                entry = store.run(command, session_id, taken)
            finally:
                store.close()
        except (RuleBroken, StoreFault) as refused:
            app.call_later(app.say, str(refused), warning=True)
        finally:
            # Posted, not waited for: who leaves meanwhile leaves it to be kept all the same.
            app.call_later(app.spread_news)
            app.call_later(after, entry)

    app.run_worker(work, thread=True, group="aside")
