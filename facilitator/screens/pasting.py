"""Many lines pasted at once: one question, then one step that keeps them all and is taken back as one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from facilitator.aside import do_aside
from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.fault_words import sentence
from facilitator.domain.text import LINE_LIMIT, clean, fold, unlisted
from facilitator.guards.there import is_there
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import capture
from facilitator.store.queries.ideas import idea_texts
from facilitator.widgets.bars import progress
from facilitator.widgets.capture_bar import CaptureBar
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
    """Ask what the lines are; where one text is asked for (`kind` None), put them in the line as that.

    Kept one by one they lose the marks of the list that they were.
    """
    if kind is None:
        _as_one_text(screen, lines)
        return
    if len(lines) > MOST:
        screen.app.say(
            f"Not pasted: {len(lines):,} lines, and {MOST:,} at once are the most. Paste a part.", warning=True
        )
        return
    pasted, lines = lines, tuple(map(unlisted, lines))
    many = f"{len(lines)} {_PLURALS.get(kind, prompts.NAMES[kind] + 's')}" if len(lines) > 1 else prompts.NAMES[kind]
    new = _new(screen, kind, lines)
    said_before = f"{len(lines) - len(new)} were said before"
    fewer = (Option("new", f"Only the {len(new)} new ones", "n", said_before),) if len(new) < len(lines) else ()
    options = (Option("many", many, hint="enter"), *fewer, Option("one", "One text, in the line", "t"))
    more = (row(f"… and {len(lines) - SHOWN} more"),) if len(lines) > SHOWN else ()
    said = (*(row(clean(line[:LINE_LIMIT])) for line in lines[:SHOWN]), *more)
    match await screen.app.push_screen_wait(Pick(sentence("PASTE"), options, said)):
        case "many":
            _keep(screen, kind, lines)
        case "new" if new:
            _keep(screen, kind, new)
        case "one":
            _as_one_text(screen, pasted)
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
        if is_there(screen):
            bar.go_on()
        if entry:
            screen.app.say(f"{entry.did}. u takes all of them back.")

    app, read = screen.app, _reader(screen, kind)

    def tell(taken: int) -> None:
        app.call_later(bar.wait, _how_far(taken, len(texts)))

    if len(texts) <= AT_ONCE:
        app.then(kept, capture.capture_all, screen.session_id, tuple(map(read, texts)))
    else:
        do_aside(app, kept, lambda: _read_all(texts, read, tell), capture.capture_all, screen.session_id)


def _read_all(
    texts: Sequence[str], read: Callable[[str], Captured], tell: Callable[[int], None]
) -> tuple[Captured, ...]:
    """What the lines mean; says how far that is now and then."""
    lines: list[Captured] = []
    for text in texts:
        if len(lines) % STRIDE == 0:
            tell(len(lines))
        lines.append(read(text))
    tell(len(lines))
    return tuple(lines)


def _how_far(taken: int, of: int) -> Row:
    return row(*progress(taken, of), f"  {taken:,} of {of:,} read", ("   the clock and all keys go on", Tone.DIM))


def _as_one_text(screen: "SessionScreen", lines: tuple[str, ...]) -> None:
    text = " ".join(line.strip() for line in lines)
    line = screen.query_one(CaptureBar).line
    if len(line.value) + len(text) > LINE_LIMIT:
        screen.app.say(sentence("PASTE-LONG", most=f"{LINE_LIMIT:,}", count=f"{len(text):,}"), warning=True)
    else:
        line.insert_text_at_cursor(text)


def _reader(screen: "SessionScreen", kind: Kind) -> Callable[[str], Captured]:
    """What one line means, as the session stands now."""
    frame = screen.frame
    assert frame is not None
    today, day_first = frame.today(screen.app.now()), screen.app.settings.day_first
    keys = tuple(question.key for question in frame.questions)

    def read(text: str) -> Captured:
        line = read_line(kind, text, today=today, people=frame.people, keys=keys, day_first=day_first)
        if kind in (Kind.IDEA, Kind.FINDING) and line.new_person:
            # In a paste an unknown `@name` is text, nobody's arrival.
            return line._replace(text=line.line, owner=None, new_person=None)
        return line

    return read
