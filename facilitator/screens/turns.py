"""Turns: a round robin inside the timebox of the item that is on; one key starts it, and moves it on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.domain.moment import Moment
from facilitator.domain.people import Found, find_person
from facilitator.domain.records import Item, Person
from facilitator.domain.rules import RuleBroken
from facilitator.domain.timebox import clock_digits
from facilitator.domain.timewords import minutes, whole_minutes
from facilitator.domain.turns import Turn, speaking_order
from facilitator.domain.views import Frame
from facilitator.library.scripts import methods
from facilitator.screens.dialogs import Option, Pick
from facilitator.screens.form import Field, Form, Typed
from facilitator.store.commands.room import skip_turn, start_turns, stop_turns
from facilitator.widgets.text import row

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen

EACH = timedelta(minutes=2)


async def run_turns(screen: "StageScreen") -> None:
    """Start a round, or say what becomes of the one that goes on."""
    shown = screen.frame
    if shown is None or shown.current is None:
        screen.app.say("Turns belong to an item that is on. Start one with space.", warning=True)
        return
    turn = shown.turns.turn(screen.app.now()) if shown.turns else None
    if turn is None:
        await _start(screen, shown, shown.current)
    else:
        await _go_on(screen, shown, turn)


async def _go_on(screen: "StageScreen", shown: Frame, turn: Turn) -> None:
    names = {person.id: person.name for person in shown.people}
    following = f"{names.get(turn.next_id, '')} is next" if turn.next_id else "the last one"
    ways = (Option("skip", "The next turn", "T", following), Option("stop", "End the round", "S"))
    said = (row(f"{names.get(turn.person_id, '')} · {turn.number} of {turn.of} · {clock_digits(turn.left)}"),)
    match await screen.app.push_screen_wait(Pick("Turns", ways, said)):
        case "skip":
            screen.app.do(skip_turn, screen.session_id, turn.number)
        case "stop":
            screen.app.do(stop_turns, screen.session_id)
        case _:
            pass


async def _start(screen: "StageScreen", shown: Frame, item: Item) -> None:
    if not shown.people:
        screen.app.say("Nobody is in the room yet, so nobody has a turn: 0 opens the preparation.", warning=True)
        return
    handles = {person.id: person.handle for person in shown.people}
    order = " ".join(handles[person] for person in speaking_order(shown.people))

    def people(typed: Mapping[str, str]) -> list[str]:
        return people_of(typed["who"], shown.people)

    def seconds(typed: Mapping[str, str]) -> int:
        found = seconds_of(typed["each"])
        if found is None:
            raise RuleBroken("Name minutes such as 2 or 1:30.")
        return found

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        screen.app.then(done, start_turns, screen.session_id, item.id, people(typed), seconds(typed))

    fields = (
        Field("each", "Minutes each", minutes_each(item, shown, screen.app.now()), reads=seconds),
        Field("who", "Who speaks, in this order", order, "anna jonas maria", reads=people),
    )
    if (typed := await screen.app.push_screen_wait(Form("Turns", fields, keep))) is not None:
        asked = timedelta(seconds=seconds(typed) * len(people(typed)))
        _say_when_too_long(screen, shown.timebox(item).left(screen.app.now()), asked)


def _say_when_too_long(screen: "StageScreen", left: timedelta, asked: timedelta) -> None:
    """A round may be longer than what is left of its item; nobody should find out in the middle of it."""
    if whole_minutes(asked) > max(whole_minutes(left), 0):
        there = f"{minutes(left)} are left" if left > timedelta(0) else "nothing is left"
        screen.app.say(f"This round takes {minutes(asked)}, and {there} of the timebox. ] gives five minutes more.")


def minutes_each(item: Item, shown: Frame, now: Moment) -> str:
    """As it is typed, `4` or `1:30`: what the method of the item gives each, where that fits in what is left of it."""
    each = timedelta(seconds=next((one.turn_seconds for one in methods() if one.name == item.method), 0))
    fits = timedelta(0) < each * len(shown.people) <= shown.timebox(item).left(now)
    whole, rest = divmod(round((each if fits else EACH).total_seconds()), 60)
    return f"{whole}:{rest:02}" if rest else str(whole)


def people_of(text: str, people: Sequence[Person]) -> list[str]:
    """Ids of those who are named, in that order; RuleBroken names who is not known."""
    ids: list[str] = []
    for word in text.replace(",", " ").split():
        found = find_person(word.removeprefix("@"), people)
        if not isinstance(found, Found):
            raise RuleBroken(f"“{word}” is nobody here. Name people by their handles, as in the room.")
        ids.append(found.person.id)
    if not ids:
        raise RuleBroken("Name people by their handles, as in the room.")
    return ids


def seconds_of(text: str) -> int | None:
    """`2`, `1.5` or `1:30` minutes in seconds; none when it is no length."""
    whole, colon, rest = text.strip().partition(":")
    try:
        if colon:
            return int(whole) * 60 + int(rest)
        return round(float(whole.replace(",", ".")) * 60)
    except (ValueError, OverflowError):
        return None
