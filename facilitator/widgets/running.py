"""The running item: its countdown, its question, how it is worked on, and what comes next."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.domain.fault_words import sentence
from facilitator.domain.kinds import ItemState, Stage, Status
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Getting, Projection, what_next_gets
from facilitator.domain.records import Item
from facilitator.domain.timebox import Level, clock_digits
from facilitator.domain.timewords import clock_time, minutes
from facilitator.domain.views import Frame
from facilitator.widgets.countdown import Countdown
from facilitator.widgets.looks import REST, Looks
from facilitator.widgets.room_clock import in_two, turn_line
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, fit, row
from facilitator.widgets.width import width_of

_WORDS = {
    ItemState.RUNNING: "",
    ItemState.OVER: "over time · ",
    ItemState.PAUSED: "paused · ",
}


class TimeBar(Widget):
    """How much of the timebox has gone, as a thin line; beyond its end it is full."""

    DEFAULT_CSS = "TimeBar { height: 1; width: 1fr; }"

    part: reactive[float] = reactive(0.0, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 – Textual's name
        super().__init__(id=id)
        self._looks = Looks(self)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.forget()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def validate_part(self, part: float) -> float:
        """To a column's width, so that nothing is drawn again while nothing moves."""
        width = max(self.content_size.width, 1)
        return round(max(0.0, min(part, 1.0)) * width) / width

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        gone = round(self.part * width)
        rest = self._looks.on_ground(REST)
        return Strip([Segment("━" * gone, self.rich_style), Segment("━" * (width - gone), rest)], width)


class RunningItem(Widget):
    """Takes the frame and a moment; knows nothing else."""

    DEFAULT_CSS = "RunningItem { height: 5; layout: vertical; }"

    def compose(self) -> ComposeResult:
        with Horizontal(id="running-top"):
            yield Countdown(id="countdown")
            yield Rows(id="running-words")
        yield TimeBar(id="time-bar")

    def show(self, frame: Frame, projection: Projection, now: Moment, looks_at: Stage | None = None) -> None:
        """The item that is on, else what would start; `looks_at` is the stage whose screen this is."""
        item = frame.current
        digits, bar = self.query_one(Countdown), self.query_one(TimeBar)
        if item is None:
            self._level(Level.CALM)
            digits.value = "--:--"
            bar.part = 0.0
            self.query_one(Rows).rows = _waiting(frame, looks_at)
            return
        box = frame.timebox(item)
        self._level(box.level(now))
        digits.value = clock_digits(box.left(now))
        bar.part = box.used(now) / item.allowed if item.allowed else 1.0
        words = self.query_one(Rows)
        words.rows = _words(frame, projection, item, now, width_of(words))

    def _level(self, level: Level) -> None:
        self.set_class(level is Level.WARM, "-warm")
        self.set_class(level is Level.ALARM, "-alarm")


def _words(frame: Frame, projection: Projection, item: Item, now: Moment, width: int) -> tuple[Row, ...]:
    box = frame.timebox(item)
    state = box.state(now)
    started = min((span.started_at for span in box.spans), default=None)
    facts = [minutes(item.allowed)]
    if started:
        facts.append(f"started {clock_time(started, frame.session.zone)}")
    if box.after_restart(now):
        facts.append(sentence("REBOOT"))
    following = what_next_gets(projection, now)
    over, said = _WORDS.get(state, ""), ", ".join(facts)
    tone = {ItemState.OVER: Tone.ALARM, ItemState.PAUSED: Tone.WARM}.get(state, Tone.PLAIN)
    turn = turn_line(frame, now)
    how = _spoken(item.method) or (f"with {item.presenter}" if item.presenter else None)
    named = item.question not in (None, "", item.title)
    second = row(item.title if named else (how or ""), (f" · {how}" if named and how else "", Tone.DIM))
    asked = [row(*pieces) for pieces in in_two((item.question or item.title, Tone.STRONG), width)]
    # What is to be decided is read whole: a long question takes the place of the item's title.
    upper = (asked[0], row(*turn)) if turn else (*asked, second)[:2]
    return (*upper, row((over, tone), said, (_then(following, width - cell_len(over + said)), Tone.PLAIN)))


def _then(following: Getting | None, room: int) -> str:
    """What comes next and what it would get; a long title is cut, its minutes are not."""
    if following is None:
        return " · the last item"
    around = f" · then  ({following.words})"
    title = following.item.title
    return f" · then {fit(title, min(cell_len(title), max(room - cell_len(around), 8)))} ({following.words})"


def _waiting(frame: Frame, looks_at: Stage | None) -> tuple[Row, ...]:
    if frame.session.status is Status.CLOSED:
        return (row(("The session is closed.", Tone.STRONG)), row(("6 shows the follow-up.", Tone.DIM)), row())
    following = frame.next
    if not frame.agenda:
        return (row(("There is no item yet.", Tone.STRONG)), row(("0 prepares the agenda.", Tone.DIM)), row())
    if following is None:
        way_on = "z closes the session." if looks_at is Stage.WRAP_UP else "5 shows the wrap-up."
        return (row(("Every item is closed.", Tone.STRONG)), row((way_on, Tone.DIM)), row())
    return (
        row((following.question or following.title, Tone.STRONG)),
        row(following.title if following.question not in (None, "", following.title) else ""),
        row((f"{minutes(following.allowed)} · press space to start", Tone.DIM)),
    )


def _spoken(method: str | None) -> str | None:
    """A method's name as people say it: `round-robin` is “Round robin”."""
    return method.replace("-", " ").capitalize() if method and method.islower() and " " not in method else method
