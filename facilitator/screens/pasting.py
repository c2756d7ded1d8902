"""Many lines pasted at once: one question, then one step that keeps them all and is taken back as one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.text import clean
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import capture
from facilitator.widgets.capture_bar import LIMIT, CaptureBar
from facilitator.widgets.text import row

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen

SHOWN = 3
_PLURALS = {Kind.STOP: "things to stop", Kind.PARK: "parked items", Kind.PERSON: "people"}


async def take_in(screen: "SessionScreen", kind: Kind | None, lines: tuple[str, ...]) -> None:
    """Ask what the lines are; where one text is asked for (`kind` None), put them in the line as that."""
    if kind is None:
        _as_one_text(screen, lines)
        return
    many = f"{len(lines)} {_PLURALS.get(kind, prompts.NAMES[kind] + 's')}" if len(lines) > 1 else prompts.NAMES[kind]
    options = (Option("many", many, hint="enter"), Option("one", "One text, in the line", "t"))
    more = (row(f"… and {len(lines) - SHOWN} more"),) if len(lines) > SHOWN else ()
    said = (*(row(clean(line[:LIMIT])) for line in lines[:SHOWN]), *more)
    match await screen.app.push_screen_wait(Pick("Pasted: what is it?", options, said)):
        case "many":
            read = tuple(_read(screen, kind, line) for line in lines)
            if entry := screen.app.do(capture.capture_all, screen.session_id, read):
                screen.app.say(f"{entry.did}. u takes all of them back.")
        case "one":
            _as_one_text(screen, lines)
        case _:
            pass


def _as_one_text(screen: "SessionScreen", lines: tuple[str, ...]) -> None:
    text = " ".join(line.strip() for line in lines)
    line = screen.query_one(CaptureBar).line
    if len(line.value) + len(text) > LIMIT:
        screen.app.say(f"Not pasted: the line holds {LIMIT:,} characters, and this has {len(text):,}.", warning=True)
    else:
        line.insert_text_at_cursor(text)


def _read(screen: "SessionScreen", kind: Kind, text: str) -> Captured:
    """What one line means; in a paste an unknown `@name` is text, nobody's arrival."""
    frame = screen.frame
    assert frame is not None
    line = read_line(
        kind,
        text,
        today=frame.today(screen.app.now()),
        people=frame.people,
        keys=tuple(question.key for question in frame.questions),
        day_first=screen.app.settings.day_first,
    )
    if kind in (Kind.IDEA, Kind.FINDING) and line.new_person:
        return replace(line, text=line.line, owner=None, new_person=None)
    return line
