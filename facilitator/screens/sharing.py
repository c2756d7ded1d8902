"""The document is out: with whom, asked where one is reminded of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.domain.kinds import Status
from facilitator.domain.rules import may_share
from facilitator.domain.text import clean
from facilitator.screens.form import Field, Form, Typed
from facilitator.store.commands.follow_up import mark_shared
from facilitator.store.queries.everything import everything

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


def ask_with_whom(app: "FacilitatorApp", session_id: str) -> None:
    """Mark the document of a closed session as shared; everybody who was in it is proposed."""
    whole = app.store.read(everything, session_id, journal=False)
    session = whole.session
    if session.status is not Status.CLOSED:
        app.say("Its document is shared once the session is closed.")
        return
    if session.shared_at is not None:
        app.say(f"Shared already with {session.shared_with or 'somebody'}. The follow-up takes that back.")
        return
    known = ", ".join(person.name for person in whole.people)
    whom = Field("whom", "Who has the document now?", known, reads=lambda typed: may_share(typed["whom"]))

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        app.then(done, mark_shared, session_id, clean(typed["whom"]))

    app.push_screen(Form("The document is out", (whom,), keep))
