"""Many lines pasted at once: one question, then one step that keeps them all and is taken back as one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.aside import do_aside
from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.fault_words import sentence
from facilitator.domain.text import clean, fold
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import capture
from facilitator.store.queries.ideas import idea_texts
from facilitator.widgets.bars import progress
from facilitator.widgets.capture_bar import LIMIT, CaptureBar
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen
    from facilitator.store.journal import Entry

SHOWN = 3
# More lines than these are kept beside the screen: they would hold up the clock.
AT_ONCE = 100
MOST = 20_000
# So many are taken between two words on how far it is.
STRIDE = 50
_PLURALS = {Kind.STOP: "things to stop", Kind.PARK: "parked items", Kind.PERSON: "people"}


async def take_in(screen: "SessionScreen", kind: Kind | None, lines: tuple[str, ...]) -> None:
    """Ask what the lines are; where one text is asked for (`kind` None), put them in the line as that."""
    if kind is None:
        _as_one_text(screen, lines)
        return
    if len(lines) > MOST:
        screen.app.say(
            f"Not pasted: {len(lines):,} lines, and {MOST:,} at once are the most. Paste a part.", warning=True
        )
        return
    many = f"{len(lines)} {_PLURALS.get(kind, prompts.NAMES[kind] + 's')}" if len(lines) > 1 else prompts.NAMES[kind]
    new = _new(screen, kind, lines)
    said_before = f"{len(lines) - len(new)} were said before"
    fewer = (Option("new", f"Only the {len(new)} new ones", "n", said_before),) if len(new) < len(lines) else ()
    options = (Option("many", many, hint="enter"), *fewer, Option("one", "One text, in the line", "t"))
    more = (row(f"… and {len(lines) - SHOWN} more"),) if len(lines) > SHOWN else ()
    said = (*(row(clean(line[:LIMIT])) for line in lines[:SHOWN]), *more)
    match await screen.app.push_screen_wait(Pick(sentence("PASTE"), options, said)):
        case "many":
            _keep(screen, kind, lines)
        case "new" if new:
            _keep(screen, kind, new)
        case "one":
            _as_one_text(screen, lines)
        case _:
            pass


def _new(screen: "SessionScreen", kind: Kind, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Of ideas those that were not said yet, word for word, here or further up; of other kinds all."""
    if kind is not Kind.IDEA:
        return lines
    known = {fold(text) for _, _, text in screen.app.store.read(idea_texts, screen.session_id)}
    first: dict[str, str] = {}
    for line in lines:
        first.setdefault(fold(clean(line)), line)
    return tuple(line for words, line in first.items() if words not in known)


def _keep(screen: "SessionScreen", kind: Kind, texts: tuple[str, ...]) -> None:
    """A few at once; many beside the screen, while the line says how far it is."""
    bar = screen.query_one(CaptureBar)

    def kept(entry: "Entry | None") -> None:
        if screen.is_attached:
            bar.go_on()
        if entry:
            screen.app.say(f"{entry.did}. u takes all of them back.")

    def read_all() -> tuple[Captured, ...]:
        return tuple(_told(bar, map(partial(_read, screen, kind), texts), len(texts)))

    if len(texts) <= AT_ONCE:
        lines = tuple(_read(screen, kind, text) for text in texts)
        screen.app.then(kept, capture.capture_all, screen.session_id, lines)
    else:
        do_aside(screen.app, kept, read_all, capture.capture_all, screen.session_id)


def _told(bar: CaptureBar, lines: Iterable[Captured], of: int) -> Iterator[Captured]:
    """The lines as they are read, while the bar says how far that is."""
    for taken, line in enumerate(lines):
        if taken % STRIDE == 0:
            bar.call_later(bar.wait, _how_far(taken, of))
        yield line
    bar.call_later(bar.wait, _how_far(of, of))


def _how_far(taken: int, of: int) -> Row:
    return row(*progress(taken, of), f"  {taken:,} of {of:,} read", ("   the clock and all keys go on", Tone.DIM))


def _as_one_text(screen: "SessionScreen", lines: tuple[str, ...]) -> None:
    text = " ".join(line.strip() for line in lines)
    line = screen.query_one(CaptureBar).line
    if len(line.value) + len(text) > LIMIT:
        screen.app.say(sentence("PASTE-LONG", most=f"{LIMIT:,}", count=f"{len(text):,}"), warning=True)
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
