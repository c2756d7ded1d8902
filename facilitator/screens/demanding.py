"""The split between creating and capturing demand, in one form."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.domain.records import DemandSplit
from facilitator.screens.form import Field, Form, Typed, cleaned
from facilitator.store.commands.demand import split_demand

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen

TITLE = "Creating demand against capturing it"


def edit_split(screen: "SessionScreen", split: DemandSplit) -> None:
    """Now, next, the evidence, what would change it."""
    fields = (
        Field("now", "Now", split.now or "", "20/80: what creates comes first"),
        Field("next", "Next", split.next or "", "40/60"),
        Field("evidence", "Because", split.evidence or "", "what you have seen"),
        Field("would_change", "Until", split.would_change or "", "what would change it"),
    )

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        wanted = DemandSplit(**cleaned(typed))
        screen.app.then(done, split_demand, screen.session_id, wanted)

    screen.app.push_screen(Form(TITLE, fields, keep))
