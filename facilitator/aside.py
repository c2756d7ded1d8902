"""A long step, carried out beside the screen: in a thread, through a door of its own to the same file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.rules import RuleBroken
from facilitator.memory import give_back

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.journal import Entry
    from facilitator.store.store import Store
    from facilitator.store.transaction import Transaction

T = TypeVar("T")
# What the journal keeps of a step, in characters, from which on it is taken back beside the screen: about three to five
# hundred rows, which take a twentieth of a second.
LONG = 100_000
# How long it waits for another program's step before it says so and waits on.
PATIENCE_MS = 5000
WORKING = "A long step: the clock and all keys go on meanwhile."


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

    def act(store: "Store") -> "Entry | None":
        return store.run(command, session_id, prepare())

    _carry_out(app, act, after)


def take_back(app: "FacilitatorApp", session_id: str | None, seq: int | None = None) -> None:
    """Take a step back and say what; a long one beside the screen."""
    from facilitator.store.steps import length_of_undo

    if app.store.read(length_of_undo, app.role, session_id, seq) < LONG:
        app.say(app.store.undo(session_id, seq).did)
    else:
        _say_later(app, lambda store: store.undo(session_id, seq), lambda entry: app.say(entry.did))


def do_again(app: "FacilitatorApp", session_id: str | None) -> None:
    """Do again what was taken back last and say what; a long step beside the screen."""
    from facilitator.store.steps import length_of_redo

    if app.store.read(length_of_redo, app.role, session_id) < LONG:
        app.say(app.store.redo(session_id).did)
    else:
        _say_later(app, lambda store: store.redo(session_id), lambda entry: app.say(entry.did))


def keep_aside(
    app: "FacilitatorApp",
    after: "Callable[[Entry], None]",
    command: "Callable[[Transaction, str, T], str]",
    session_id: str,
    given: T,
) -> None:
    """Carry out a long step of which nothing is left to prepare; a refused one never calls `after`."""
    _say_later(app, lambda store: store.run(command, session_id, given), after)


def _say_later(app: "FacilitatorApp", act: "Callable[[Store], Entry | None]", after: "Callable[[Entry], None]") -> None:
    app.say(WORKING)

    def told(entry: "Entry | None") -> None:
        app.unsay(WORKING)
        if entry is not None:
            after(entry)

    _carry_out(app, act, told)


def _carry_out(
    app: "FacilitatorApp", act: "Callable[[Store], Entry | None]", after: "Callable[[Entry | None], None]"
) -> None:
    from facilitator.store.faults import StoreBusy, StoreFault
    from facilitator.store.store import Store

    path, role, clock = app.store.path, app.role, app.clock

    def once_free() -> "Entry | None":
        """Wait for another program's step as long as it takes, or until the app ends."""
        store = Store(path, role=role, clock=clock, patience_ms=PATIENCE_MS)
        try:
            while True:
                try:
                    return act(store)
                except StoreBusy as busy:
                    if not app.is_running:
                        raise
                    app.call_later(app.say, str(busy))
        finally:
            store.close()

    def work() -> None:
        entry: Entry | None = None
        try:
            entry = once_free()
        except (RuleBroken, StoreFault) as refused:
            app.call_later(app.say, str(refused), warning=True)
        finally:
            # Posted, not waited for: who leaves meanwhile leaves it to be kept all the same.
            app.call_later(app.spread_news)
            app.call_later(after, entry)
            give_back()

    app.run_worker(work, thread=True, group="aside")
