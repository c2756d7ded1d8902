"""What a screen of a session asks for in its line: words, a person, a day. What was typed stays until it is kept."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from facilitator.domain.dates import DeadlineError, read_deadline
from facilitator.domain.owners import NewPerson, NoOwner, read_owner
from facilitator.domain.people import Found
from facilitator.domain.text import clean
from facilitator.screens import prompts
from facilitator.screens.base import SessionScreen
from facilitator.widgets.capture_bar import Prompt

if TYPE_CHECKING:
    from facilitator.store.transaction import Transaction

P = ParamSpec("P")


def keep(
    screen: SessionScreen,
    text: str,
    command: "Callable[Concatenate[Transaction, str, P], str]",
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    """Carry out a command for what was typed; the line makes room once that is committed."""
    screen.app.then(lambda _: screen.saved(text), command, screen.session_id, *args, **kwargs)


def ask_words(screen: SessionScreen, prompt: Prompt, then: Callable[[str, str], None], text: str = "") -> None:
    """Any words; `then` gets them as typed, and clean."""
    screen.ask(prompt, lambda typed: then(typed, clean(typed)), text)


def ask_person(
    screen: SessionScreen, name: str, then: Callable[[str, str | None, str | None], None], text: str = ""
) -> None:
    """One person; `then` gets what was typed, and an id or a new name."""
    if (frame := screen.frame) is None:
        return

    def read(typed: str) -> None:
        match read_owner(typed, frame.people):
            case Found(person):
                then(typed, person.id, None)
            case NewPerson(new):
                then(typed, None, new)
            case NoOwner(says):
                screen.app.say(says, warning=True)

    screen.ask(prompts.for_person(name, frame), read, text)


def ask_day(screen: SessionScreen, name: str, then: Callable[[str, date], None], text: str = "") -> None:
    """A day as people say it; `then` gets what was typed, and the day."""
    if screen.frame is None:
        return
    today = screen.frame.today(screen.app.now())
    day_first = screen.app.settings.day_first

    def read(typed: str) -> None:
        try:
            day = read_deadline(typed, today, day_first=day_first).day
        except DeadlineError as error:
            screen.app.say(str(error), warning=True)
            return
        then(typed, day)

    screen.ask(prompts.for_day(name, today, day_first=day_first), read, text)
