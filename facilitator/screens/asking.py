"""What a screen of a session asks for in its line: words, a person, a day. What was typed stays until it is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from facilitator.domain.dates import DeadlineError, read_deadline
from facilitator.domain.owners import NewPerson, NoOwner, read_owner
from facilitator.domain.records import Person
from facilitator.domain.rules import RuleBroken
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


def person_meant(words: str, people: Sequence[Person]) -> tuple[str | None, str | None]:
    """The id of the one person who is meant, or a new name; RuleBroken where it is neither."""
    match read_owner(words, people):
        case NoOwner(says):
            raise RuleBroken(says)
        case NewPerson(new):
            return None, new
        case found:
            return found.person.id, None


def owner_meant(words: str, owner: str | None, people: Sequence[Person]) -> tuple[str | None, str | None] | None:
    """Whom a form names as owner, an id or a new name, or nobody; none where it says what stood there."""
    if words == (owner or ""):
        return None
    return person_meant(words, people) if words else (None, None)


def day_meant(words: str, today: date, *, day_first: bool) -> date:
    """The day that is meant; RuleBroken where it is none."""
    try:
        return read_deadline(words, today, day_first=day_first).day
    except DeadlineError as refused:
        raise RuleBroken(str(refused)) from refused


def ask_person(
    screen: SessionScreen, name: str, then: Callable[[str, str | None, str | None], None], text: str = ""
) -> None:
    """One person; `then` gets what was typed, and an id or a new name."""
    if (frame := screen.frame) is None:
        return

    def read(typed: str) -> None:
        try:
            person_id, new = person_meant(typed, frame.people)
        except RuleBroken as refused:
            screen.app.say(str(refused), warning=True)
            return
        then(typed, person_id, new)

    screen.ask(prompts.for_person(name, frame), read, text)


def ask_day(screen: SessionScreen, name: str, then: Callable[[str, date], None], text: str = "") -> None:
    """A day as people say it; `then` gets what was typed, and the day."""
    if screen.frame is None:
        return
    today = screen.frame.today(screen.app.now())
    day_first = screen.app.settings.day_first

    def read(typed: str) -> None:
        try:
            day = day_meant(typed, today, day_first=day_first)
        except RuleBroken as refused:
            screen.app.say(str(refused), warning=True)
            return
        then(typed, day)

    screen.ask(prompts.for_day(name, today, day_first=day_first), read, text)
