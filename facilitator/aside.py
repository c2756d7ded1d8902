"""A long step, carried out beside the screen: in a thread, through a door of its own to the same file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from facilitator.domain.rules import RuleBroken

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.journal import Entry
    from facilitator.store.transaction import Transaction

P = ParamSpec("P")


def do_aside(
    app: "FacilitatorApp",
    after: "Callable[[Entry | None], None]",
    command: "Callable[Concatenate[Transaction, str, P], str]",
    session_id: str,
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    """Carry out one command without the screen waiting for it; `after` gets its entry, None when it was refused.

    What is done meanwhile waits its turn, as it would for another program's step.
    """
    from facilitator.store.faults import StoreFault
    from facilitator.store.store import Store

    path, role, clock = app.store.path, app.role, app.clock

    def work() -> None:
        entry: Entry | None = None
        try:
            store = Store(path, role=role, clock=clock)
            try:
                entry = store.run(command, session_id, *args, **kwargs)
            finally:
                store.close()
        except (RuleBroken, StoreFault) as refused:
            app.call_from_thread(app.say, str(refused), warning=True)
        finally:
            app.call_from_thread(app.spread_news)
            app.call_from_thread(after, entry)

    app.run_worker(work, thread=True, group="aside", exit_on_error=False)
