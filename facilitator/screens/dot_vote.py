"""The vote with dots, by keys: who votes, then one person's numbers after the other, hidden; then it is shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from facilitator.domain.dots import read_each, read_numbers, who_is_next
from facilitator.domain.idea_board import Order
from facilitator.domain.records import Ballot, Person
from facilitator.domain.rules import RuleBroken
from facilitator.domain.turns import speaking_order
from facilitator.screens.dialogs import Option, Pick
from facilitator.screens.form import Field, Form, Typed
from facilitator.screens.turns import people_of
from facilitator.store.commands import dots
from facilitator.store.queries.ideas import ballot, ideas_at
from facilitator.widgets.capture_bar import CaptureBar, Prompt
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.screens.brainstorm import BrainstormScreen

EACH = "3"
LATER = "s"


async def vote(screen: "BrainstormScreen") -> None:
    """Begin a vote, go on with the next person, or, when all have given theirs, ask what becomes of it."""
    if screen.board is None or screen.frame is None:
        return
    going_on = screen.app.store.read(ballot, screen.session_id)
    if not screen.board.counts.said:
        screen.app.say("There is no idea to vote on yet: i writes one.", warning=True)
    elif going_on is None:
        await _begin(screen)
    elif not going_on.given and (person := who_is_next(going_on, screen.frame.people)):
        ask_dots(screen, person, going_on.each)
    else:
        await _go_on(screen, going_on)


async def _begin(screen: "BrainstormScreen") -> None:
    assert screen.frame is not None
    people = screen.frame.people
    if not people:
        screen.app.say("Nobody is in the room yet, so nobody can vote: 0 opens the preparation.", warning=True)
        return
    handles = {person.id: person.handle for person in people}
    moderator = screen.frame.session.moderator_id
    order = " ".join(handles[person] for person in speaking_order(people) if person != moderator)

    def voters(typed: Mapping[str, str]) -> list[str]:
        return people_of(typed["who"], people)

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        screen.app.then(done, dots.start_dots, screen.session_id, voters(typed), _each(typed))

    fields = (
        Field("each", "Dots each", EACH, reads=_each),
        Field("who", "Who votes, in this order", order, "anna jonas maria", reads=voters),
    )
    form = Form("A vote with dots, hidden until it is shown", fields, keep)
    if await screen.app.push_screen_wait(form) is not None:
        screen.list_as(Order.SAID)
        ask_next(screen)


def _each(typed: Mapping[str, str]) -> int:
    each = read_each(typed["each"])
    if each is None:
        raise RuleBroken("Name a number of dots, such as 3.")
    return each


async def _go_on(screen: "BrainstormScreen", going_on: Ballot) -> None:
    """Show it, throw it away, or type the dots of one person, also anew."""
    assert screen.frame is not None
    given = {one.person_id for one in going_on.given}
    there = {person.id: person for person in screen.frame.people}
    voters = [there[one] for one in going_on.voters if one in there]
    waiting = len([one for one in voters if one.id not in given])
    hint = f"{waiting} have not given theirs" if waiting else "all have given theirs"
    options = (
        *(Option(one.id, one.name, hint="type anew" if one.id in given else "not yet") for one in voters),
        Option("show", "Show the result", "S", hint),
        Option("stop", "Throw the vote away", "X", "no dot is counted"),
    )
    if not waiting:
        options = (*options[-2:], *options[:-2])
    match await screen.app.push_screen_wait(Pick("The vote", options)):
        case None:
            return
        case "show":
            show(screen)
        case "stop":
            screen.app.do(dots.stop_dots, screen.session_id)
        case person_id:
            ask_dots(screen, there[person_id], going_on.each)


def show(screen: "BrainstormScreen") -> None:
    if screen.app.do(dots.show_dots, screen.session_id):
        screen.list_as(Order.VOTES)


def ask_dots(screen: "BrainstormScreen", person: Person, each: int) -> None:
    """Ask for one person's numbers; each enter goes on to the next person."""

    def given(typed: str) -> None:
        screen.saved(typed)
        ask_next(screen, person.id)

    def give(typed: str) -> None:
        if typed.strip() == LATER:
            ask_next(screen, person.id)
            return
        numbers = read_numbers(typed)
        ideas = screen.app.store.read(ideas_at, screen.session_id, numbers or ())
        if numbers is None or any(number not in ideas for number in numbers):
            screen.app.say(_wrong(numbers, ideas) + " Nothing was given yet.", warning=True)
            return
        mine = [ideas[number] for number in numbers]
        screen.app.then(lambda _: given(typed), dots.give_dots, screen.session_id, person.id, mine)

    screen.ask(for_dots(person, each), give, "")


def ask_next(screen: "BrainstormScreen", behind: str | None = None) -> None:
    """The next who has not voted; behind the last one the line closes and the result may be shown."""
    going_on = screen.app.store.read(ballot, screen.session_id)
    person = who_is_next(going_on, screen.frame.people, behind) if going_on and screen.frame else None
    if going_on is not None and person is not None:
        ask_dots(screen, person, going_on.each)
    else:
        screen.query_one(CaptureBar).close()
        screen.action_dots()


def _wrong(numbers: tuple[int, ...] | None, known: dict[int, str]) -> str:
    if numbers is None:
        return "Type the numbers of ideas, with blanks between them, 0 for none."
    missing = ", ".join(str(number) for number in numbers if number not in known)
    return f"No idea has the number {missing}."


def for_dots(person: Person, each: int) -> Prompt:
    """What is typed stays hidden; tab shows it, and hides it again."""

    def understand(typed: str) -> tuple[Row, ...]:
        numbers = read_numbers(typed)
        if typed.strip() == LATER:
            return (row(("later: the next person first", Tone.STRONG)),)
        if numbers is None:
            return (row(("numbers of ideas, with blanks between them", Tone.WARM)),)
        left = each - len(numbers)
        over = f"{-left} too many" if left < 0 else f"{left} left" if left else "all given"
        counted = row((f"{len(numbers)} of {each} dots · ", Tone.STRONG), (over, Tone.WARM if left < 0 else Tone.DIM))
        return (counted, row(("tab shows what was typed · page keys turn the list", Tone.DIM)))

    return Prompt(
        f"{person.name}'s dots",
        understand,
        stays=True,
        hint=f"the numbers of ideas, such as 3 7 7  0 none  {LATER} later",
        hidden=True,
    )
