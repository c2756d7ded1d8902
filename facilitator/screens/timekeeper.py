"""The big clock: readable from five metres, with the keys of the clock and nothing that is the moderator's alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer

from facilitator.domain.kinds import Status
from facilitator.domain.timebox import Level
from facilitator.domain.timewords import minutes
from facilitator.domain.views import Frame
from facilitator.guards.there import is_there
from facilitator.loading import with_model
from facilitator.screens import clock_keys
from facilitator.screens.signalling import signal
from facilitator.screens.ticking import seconds_to_next, to_next_second
from facilitator.screens.watching import Watching, look_at_the_clocks
from facilitator.store.room_glance import TIMEKEEPER_TABLES, live_session, room_frame
from facilitator.widgets import room_clock
from facilitator.widgets.big_digits import BigDigits
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.rows import Rows
from facilitator.widgets.running import TimeBar

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.lookout import Change


class TimekeeperScreen(Screen[None]):
    """One session's clock; without a session it waits for one to start.

    It reads without the model, which only a key that writes has loaded.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 – declared so by Textual
    HINTS = (
        Hint("n", "Next", "next"),
        Hint("+", "A minute", "extend(1)"),
        Hint("]", "Five", "extend(5)"),
        Hint("-", "Less", "extend(-1)"),
        Hint("!", "Signal", "nudge"),
        Hint("b", "Back", "back"),
        Hint("q", "Leave", "leave"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "start_or_pause", "Start or pause the clock"),
        Binding("n", "next", "Close this item, start the next"),
        Binding("b", "back", "Back to the item before"),
        Binding("plus,equals_sign", "extend(1)", "A minute more"),
        Binding("minus", "extend(-1)", "A minute less"),
        Binding("right_square_bracket,full_stop", "extend(5)", "Five minutes more"),
        Binding("left_square_bracket,comma", "extend(-5)", "Five minutes less"),
        Binding("exclamation_mark", "nudge", "Signal to the moderator: two minutes, please"),
        Binding("u", "undo", "Undo your own last step"),
        Binding("U", "redo", "Redo"),
        Binding("escape,q", "leave", "Leave; the clock runs on"),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    frame: reactive[Frame | None] = reactive(None, init=False, repaint=False)

    def __init__(self, session_id: str | None, watching: Watching | None = None) -> None:
        """`watching` is that of the stages below it, which goes on watching here."""
        super().__init__()
        self.session_id = session_id
        self._watching = watching or Watching()
        self._named = session_id is not None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Rows(id="clock-head")
        yield BigDigits(id="clock-digits")
        yield TimeBar(id="clock-bar")
        yield Rows(id="clock-foot")
        yield KeyBar(id="clock-keys")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, self._hear)
        self._reread()

    def on_screen_resume(self) -> None:
        self._reread()
        self.tick()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_moment)

    def _hear(self, changes: "tuple[Change, ...]") -> None:
        if any(change.tables & TIMEKEEPER_TABLES for change in changes):
            self._reread()

    def _reread(self) -> None:
        """Unless a session was named, show the one that is live; one that was closed stays until another starts."""
        live = None if self._named else self.app.lookout.look(live_session, self.session_id)
        self.session_id = live or self.session_id
        shown = self.app.lookout.look(room_frame, self.session_id) if self.session_id else None
        if self._named or live or (shown is not None and shown.session.status is Status.CLOSED):
            self.frame = shown
        else:
            self.frame = None

    def watch_frame(self) -> None:
        self.tick()

    def tick(self) -> None:
        """Show this second; the next look is due when a digit changes."""
        if self._timer is not None:
            self._timer.stop()
        if not is_there(self):
            return
        self._look_at_the_clocks()
        self.show_moment()
        now = self.app.now()
        wait = seconds_to_next(self.frame, now, self.app.speed) if self.frame else to_next_second(now)
        self._timer = self.set_timer(wait, self.tick)

    def show_moment(self) -> None:
        """Show the session as it is now."""
        now, shown = self.app.now(), self.frame
        head, bottom = self.query_one("#clock-head", Rows), self.query_one("#clock-foot", Rows)
        projection = shown.projection(now) if shown else None
        head.rows = room_clock.head(shown, now, head.content_size.width, low=self.has_class("-low"))
        bottom.rows = room_clock.foot(shown, projection, now, bottom.content_size.width)
        self.query_one(BigDigits).digits = room_clock.digits(shown, now)
        self._show_keys()
        bar = self.query_one(TimeBar)
        item = shown.current if shown else None
        self.set_class(item is None, "-waiting")
        if shown is None or item is None:
            bar.part = 0.0
            return
        box = shown.timebox(item)
        self.set_class(box.level(now) is Level.WARM, "-warm")
        self.set_class(box.level(now) is Level.ALARM, "-alarm")
        bar.part = box.used(now) / item.allowed if item.allowed else 1.0
        if words := self._watching.signals.due(shown, now):
            signal(self.app, bar, words)

    def _look_at_the_clocks(self) -> None:
        """A sleep is only told here; it is asked about on the moderator's screen."""
        if self.frame is None:
            return
        look_at_the_clocks(self.app, self.frame, self._watching, self.app.now())
        if self.app.big_clock and (sleep := self._watching.sleep) is not None:
            self._watching.sleep = None
            self.app.say(f"The computer slept for {minutes(sleep.length)}; the moderator says whether it counts.")

    def _show_keys(self) -> None:
        self.query_one(KeyBar).hints = self._hints()

    def _hints(self) -> tuple[Hint, ...]:
        """The keys that do something now."""
        back, leave = self.HINTS[-2:]
        shown = self.frame
        if shown is None or shown.session.status is Status.CLOSED:
            return (leave,)
        if shown.waits_for_nothing:
            return (back, leave) if shown.agenda else (leave,)
        return (Hint("space", "Pause" if shown.running else "Start", "start_or_pause"), *self.HINTS)

    def action_start_or_pause(self) -> None:
        self._write(lambda app, frame: clock_keys.start_or_pause(app, frame, self._watching))

    def action_next(self) -> None:
        self._write(lambda app, frame: clock_keys.move_on(app, frame, self._watching))

    def action_back(self) -> None:
        self._write(clock_keys.go_back)

    def action_extend(self, minutes: int) -> None:
        self._write(lambda app, frame: clock_keys.extend(app, frame, minutes))

    def action_nudge(self) -> None:
        self._write(clock_keys.nudge)

    def action_undo(self) -> None:
        self._write(lambda app, frame: app.undo(frame.session.id))

    def action_redo(self) -> None:
        self._write(lambda app, frame: app.redo(frame.session.id))

    def _write(self, key: "Callable[[FacilitatorApp, Frame], None]") -> None:
        """Carry out a key of the clock on what it was pressed at."""
        if (shown := self.frame) is not None:
            with_model(self.app, lambda: key(self.app, shown))

    def action_leave(self) -> None:
        """Back to the stage; the second process, which shows nothing else, ends."""
        if self.app.big_clock:
            self.app.exit()
        else:
            self.dismiss()

    @on(KeyBar.Pressed)
    async def _press(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action)
