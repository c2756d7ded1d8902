"""The words around the big digits: what is on, whose turn it is, what comes next, when the session ends."""

from rich.cells import cell_len

from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Projection, what_next_gets
from facilitator.domain.records import Item
from facilitator.domain.timebox import Level, Timebox, clock_digits
from facilitator.domain.timewords import clock_time, day_and_time, minutes, off_plan, shown_end, whole_minutes
from facilitator.domain.views import Frame
from facilitator.widgets.text import Piece, Row, Tone, fit, row

NO_TIME = "--:--"
LEVELS = {Level.CALM: "running", Level.WARM: "ending soon", Level.ALARM: "almost over"}
WIDE = 100


def digits(frame: Frame | None, now: Moment) -> str:
    """What is left of the item that is on, or over it."""
    item = frame.current if frame else None
    return clock_digits(frame.timebox(item).left(now)) if frame and item else NO_TIME


def state_word(box: Timebox, now: Moment) -> str:
    """The word that goes with the colour."""
    match box.state(now):
        case ItemState.PAUSED:
            return "paused"
        case ItemState.OVER:
            return "over"
        case _:
            return LEVELS[box.level(now)]


def head(frame: Frame | None, now: Moment, width: int, *, low: bool = False) -> tuple[Row, ...]:
    """The question, and under it stage, item, minutes and state; or what the clock waits for.

    A long question takes two lines, on a `low` screen one.
    """
    lines = _waiting(frame, now) if frame is None or frame.current is None else _on(frame, frame.current, now)
    if not low and len(lines[0]) == 1:
        lines[:1] = in_two(*lines[0], width)
    return tuple(centred(width, *line) for line in lines)


def in_two(piece: Piece, width: int) -> list[tuple[Piece, ...]]:
    """A text on one line, or broken between words so that its halves are about as long."""
    text, tone = piece
    if cell_len(text) <= width:
        return [(piece,)]
    breaks = [place for place, letter in enumerate(text) if letter == " "]
    fitting = [place for place in breaks if cell_len(text[:place]) <= width]
    if not fitting:
        return [(piece,)]
    place = min(fitting, key=lambda place: max(cell_len(text[:place]), cell_len(text[place + 1 :])))
    return [((text[:place], tone),), ((text[place + 1 :], tone),)]


def turn_line(frame: Frame, now: Moment) -> tuple[Piece, ...]:
    """`Anna Weber 01:12 · 2 of 5 · then Jonas Beck`, while a round robin goes on."""
    turn = frame.turns.turn(now) if frame.turns else None
    if turn is None:
        return ()
    names = {person.id: person.name for person in frame.people}
    then = f" · then {names.get(turn.next_id, '')}" if turn.next_id else " · the last one"
    return (
        (f"{names.get(turn.person_id, 'somebody')} {clock_digits(turn.left)}", Tone.ACCENT),
        (f" · {turn.number} of {turn.of}{then}", Tone.DIM),
    )


def foot(frame: Frame | None, projection: Projection | None, now: Moment, width: int) -> tuple[Row, ...]:
    """What comes next and when, when the session ends, the wall clock: in one line where it fits, else in two."""
    if frame is None or projection is None:
        return (row(right=((clock_time_here(now), Tone.STRONG),)),)
    following, ends = _next(frame, projection, now), _ends(frame, projection, now)
    wall: tuple[Piece, ...] = ((clock_time(now.wall, frame.session.zone), Tone.STRONG),)
    length = sum(cell_len(text) for text, _ in (*following, *ends, *wall))
    if width < WIDE or length + 8 > width:
        return row(*_fitted(following, width)), row(*ends, right=wall)
    gap = (width - length) // 2
    return (row(*following, (" " * gap, Tone.PLAIN), *ends, right=wall),)


def _fitted(following: tuple[Piece, ...], width: int) -> tuple[Piece, ...]:
    """A long title is cut; its minutes and its time are not."""
    if len(following) < 2:
        return following
    first, (title, tone), *rest = following
    room = width - sum(cell_len(text) for text, _ in (first, *rest))
    return first, (fit(title, min(cell_len(title), max(room, 8))), tone), *rest


def centred(width: int, *pieces: Piece) -> Row:
    """Pieces in the middle of a line; what is too long loses its end."""
    free = width - sum(cell_len(text) for text, _ in pieces)
    if free >= 0:
        return row(" " * (free // 2), *pieces)
    (text, tone), *rest = pieces
    room = max(width - sum(cell_len(more) for more, _ in rest), 10)
    return row((fit(text, min(room, cell_len(text))), tone), *rest)


def clock_time_here(now: Moment) -> str:
    return now.wall.astimezone().strftime("%H:%M")


def _on(frame: Frame, item: Item, now: Moment) -> list[tuple[Piece, ...]]:
    box = frame.timebox(item)
    word = state_word(box, now)
    named = item.question not in (None, "", item.title)
    where = f"{item.stage.title} · {item.title}" if named else item.stage.title
    tone = {"paused": Tone.WARM, "ending soon": Tone.WARM, "running": Tone.DIM}.get(word, Tone.ALARM)
    lines: list[tuple[Piece, ...]] = [
        ((item.question or item.title, Tone.STRONG),),
        ((where, Tone.DIM), (f" · {minutes(item.allowed)} · ", Tone.DIM), (word, tone)),
    ]
    turn = turn_line(frame, now)
    return [*lines, turn] if turn else lines


def _waiting(frame: Frame | None, now: Moment) -> list[tuple[Piece, ...]]:
    if frame is None:
        return [
            (("No session is live", Tone.STRONG),),
            (("This clock shows the session as soon as one starts", Tone.DIM),),
        ]
    title: tuple[Piece, ...] = ((frame.session.title, Tone.STRONG),)
    match frame.session.status:
        case Status.PREPARING if not frame.agenda:
            return [title, (("There is no item to start yet", Tone.DIM),)]
        case Status.PREPARING:
            return [title, (("waiting for the session to start · space starts it", Tone.DIM),)]
        case Status.CLOSED:
            return [title, (("This session is closed", Tone.DIM),)]
        case _ if frame.next is None:
            return [title, (("Every item is closed", Tone.DIM),)]
        case _ if (begins := _another_day(frame, now)) is not None:
            return [title, ((f"Nothing more today · day {frame.next.day} begins {begins}", Tone.DIM),)]
        case _:
            return [title, (("Nothing is running · space starts the next item", Tone.WARM),)]


def _another_day(frame: Frame, now: Moment) -> str | None:
    """When the next item's day begins, where that is not today."""
    begins = frame.resumes
    zone = frame.session.zone
    if begins is None or begins.astimezone(zone).date() <= frame.today(now):
        return None
    return day_and_time(begins, now.wall, zone)


def _next(frame: Frame, projection: Projection, now: Moment) -> tuple[Piece, ...]:
    line, getting = projection.next, what_next_gets(projection, now)
    if line is None or getting is None:
        return (("the last item" if frame.current else "", Tone.DIM),)
    at = f" at {day_and_time(line.starts, now.wall, frame.session.zone)}" if line.starts else ""
    return ("next  ", Tone.DIM), (line.item.title, Tone.STRONG), (f"  {getting.words}{at}", Tone.PLAIN)


def _ends(frame: Frame, projection: Projection, now: Moment) -> tuple[Piece, ...]:
    """`session ends 17:10, 10 min behind`; on all days but the last it is the day that ends."""
    today = projection.today
    ends = shown_end(today, frame.session.zone, now.wall) if today else None
    if today is None or ends is None or frame.session.status is Status.CLOSED:
        return ()
    behind = whole_minutes(today.off) > 0
    what = "session" if today is projection.days[-1] else f"day {today.day}"
    tone = Tone.WARM if behind else Tone.GOOD
    return (f"{what} ends ", Tone.PLAIN), (ends, tone), (f", {off_plan(today.off)}", Tone.PLAIN)
