"""The screen that every stage shares: the frame and the clock's keys."""

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from facilitator.domain.capture import Kind
from facilitator.domain.kinds import Stage, Status, Thing
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Projection
from facilitator.domain.views import Frame
from facilitator.screens import clock_keys, offers, pressed_late, prompts
from facilitator.screens.base import SessionScreen
from facilitator.screens.converting import make_another
from facilitator.screens.deviation import deviation_page
from facilitator.screens.script_page import script_page
from facilitator.screens.signalling import signal
from facilitator.screens.standing import Standing
from facilitator.screens.ticking import seconds_to_next
from facilitator.screens.timekeeper import TimekeeperScreen
from facilitator.screens.turns import run_turns
from facilitator.screens.watching import Watching, look_at_the_clocks
from facilitator.store.commands import clock
from facilitator.widgets.capture_bar import CaptureBar, Memory
from facilitator.widgets.columns import lot_column, side_column
from facilitator.widgets.frame import AgendaPanel, FoldedSide, ParkingPanel, QuestionsPanel, SidePanel, StageBar, TopBar
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.rows import Rows
from facilitator.widgets.running import RunningItem, TimeBar
from facilitator.widgets.strip import NoticeStrip
from facilitator.widgets.too_small import TooSmall, is_too_small

WARM_UP_SECONDS = 0.4  # after the first frame, before the first key


class StageScreen(SessionScreen):
    """A frame around one stage. A stage adds its body, its board and its own keys."""

    STAGE: ClassVar[Stage]
    HAS_STRIP = True
    CAPTURES: ClassVar[Kind] = Kind.PARK
    WHEN_CLOSED: ClassVar[tuple[Hint, ...]] = clock_keys.WHEN_CLOSED
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "start_or_pause", "Start or pause the clock"),
        Binding("n", "next", "Close this item, start the next"),
        Binding("b", "back", "Back to the item before"),
        Binding("plus,equals_sign", "extend(1)", "A minute more"),
        Binding("minus", "extend(-1)", "A minute less"),
        Binding("right_square_bracket,full_stop", "extend(5)", "Five minutes more"),
        Binding("left_square_bracket,comma", "extend(-5)", "Five minutes less"),
        Binding("O", "extend_from", "More time, from whom you choose"),
        Binding("r", "replan", "Re-plan: three ways out"),
        Binding("G", "leave_out", "Leave an item of the agenda out, or bring it back"),
        Binding("E", "explain", "Explain how far off plan it is"),
        Binding("B", "began", "Began earlier: correct the start"),
        Binding("N", "ended", "Ended earlier: correct the end"),
        Binding("T", "turns", "Turns: a round robin inside the timebox"),
        Binding("t", "big_clock", "The big clock"),
        Binding("g", "go_to_running", "Back to the running item"),
        Binding("c", "capture_here", "Capture what this stage collects"),
        Binding("m", "script", "How to run this item: method, prompts"),
        Binding(
            "A",
            "make_another",
            "Make this another thing: a finding, an idea, a decision, an assumption or a parked item",
        ),
        *(Binding(key, f"capture('{kind}')", f"Capture: {prompts.NAMES[kind]}") for key, kind in prompts.KEYS),
    ]

    def __init__(self, session_id: str, memory: Memory, watching: Watching) -> None:
        super().__init__(session_id, memory, watching)
        self._timer: Timer | None = None
        self._standing = Standing()

    def compose(self) -> ComposeResult:
        yield TooSmall(id="too-small")
        yield TopBar(id="top")
        yield StageBar(id="stages")
        yield FoldedSide(id="folded")
        with Horizontal(id="middle"):
            yield from side_column()
            with Vertical(id="main"):
                yield RunningItem(id="running")
                with Vertical(id="stage"):
                    yield from self.compose_stage()
            yield from lot_column()
        yield NoticeStrip(id="notice")
        yield CaptureBar(self.memory, id="capture")
        yield KeyBar(id="keys")

    def compose_stage(self) -> ComposeResult:
        """The stage's own part of the screen."""
        yield from ()

    def on_mount(self) -> None:
        self.set_timer(WARM_UP_SECONDS, lambda: prompts.warm_up(self.app.now().wall.date()))

    def on_screen_resume(self) -> None:
        self.tick()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(is_too_small(event.size), "-tiny")
        self.call_after_refresh(self.show_moment)

    def forget(self) -> None:
        super().forget()
        self._standing = Standing()

    def watch_frame(self) -> None:
        self.tick()
        self.show_keys()

    def tick(self) -> None:
        """Show this second, also behind a dialog; the next look is due when a digit changes."""
        if self._timer is not None:
            self._timer.stop()
        if self.is_attached and self.is_current and self.frame is not None:
            # Wound up before anything is shown: a fault in a panel must not stop the clock.
            self._timer = self.set_timer(seconds_to_next(self.frame, self.app.now(), self.app.speed), self.tick)
            self.show_moment()

    def show_moment(self) -> Moment:
        """Show the frame as it is now; the clock and its signals first, so that no other panel's fault costs them."""
        now = self.app.now()
        if (shown := self.frame) is not None:
            room = tuple(panel.size for panel in self._panels)
            projection, has_changed = self._standing.look(shown, now, room)
            self.query_one(RunningItem).show(shown, projection, now, self.STAGE)
            if has_changed or self.has_class("-tiny"):
                self.query_one(TooSmall).show(shown, now)
            self._watch_over(shown, projection, now)
            if has_changed:
                self._show_what_stands(shown, projection, now)
        return now

    @cached_property
    def _panels(self) -> tuple[Rows, ...]:
        return (self.query_one(TopBar), self.query_one(StageBar), self.query_one(FoldedSide), *self.query(SidePanel))

    def _show_what_stands(self, shown: Frame, projection: Projection, now: Moment) -> None:
        """Show what no second changes."""
        self.query_one(TopBar).show(shown, projection, now)
        self.query_one(AgendaPanel).show(shown, projection, self.STAGE)
        self.query_one(FoldedSide).show(shown, projection, self.STAGE)
        self.query_one(StageBar).show(shown, self.STAGE)
        self.query_one(QuestionsPanel).show(shown)
        for panel in self._panels:
            if isinstance(panel, ParkingPanel):
                panel.show(shown)

    def _watch_over(self, shown: Frame, projection: Projection, now: Moment) -> None:
        """Say what is due: in the strip, by a signal, in the corner."""
        look_at_the_clocks(self.app, shown, self.watching, now)
        self.query_one(NoticeStrip).notice = self.watching.notice(shown, projection, now)
        if words := self.watching.signals.due(shown, now):
            signal(self.app, self.query_one(TimeBar), words)

    async def on_key(self, event: events.Key) -> None:
        """While the strip offers ways on, its keys mean them, unless somebody types."""
        notice = self.query_one(NoticeStrip).notice
        way = notice.way(event.character) if notice and not self.query_one(CaptureBar).is_open else None
        if way is not None:
            event.stop()
            await self.run_action(way.action)

    def dismiss_notice(self) -> None:
        """The notice was seen."""
        if (notice := self.query_one(NoticeStrip).notice) is not None:
            self.watching.dismiss(notice, self.app.now())
            self.show_moment()

    def key_hints(self) -> tuple[Hint, ...]:
        if self.frame is not None and self.frame.session.status is Status.CLOSED:
            return self.WHEN_CLOSED
        first, last = clock_keys.first_hints(self.frame), clock_keys.last_hints(self.frame)
        return (*first, *super().key_hints(), *last)

    def action_start_or_pause(self) -> None:
        if self.frame is not None:
            clock_keys.start_or_pause(self.app, self.frame, self.watching)

    @work
    async def action_next(self) -> None:
        if self.frame is None or clock_keys.holds_back(self.app, self.frame, self.watching):
            return
        current = self.frame.current
        if current is None or not self.frame.undecided(current):
            self.move_on(current.id if current else None)
            return
        from facilitator.screens.moving_on import ask_how_to_move_on

        await ask_how_to_move_on(self, current)

    def move_on(self, item_id: str | None, reason: str | None = None, done: Callable[[], None] | None = None) -> None:
        """Close the item and start the next; `done` when that is kept; behind the last one the wrap-up is shown."""
        place = Stage.WRAP_UP if self.frame is not None and self.frame.next is None else "running"

        def look(_: object) -> None:
            if done:
                done()
            self.action_look(place)

        self.app.then(look, clock.next_item, self.session_id, item_id, reason)

    def action_back(self) -> None:
        if self.frame is not None:
            clock_keys.go_back(self.app, self.frame)

    def action_extend(self, minutes: int) -> None:
        if self.frame is not None:
            clock_keys.extend(self.app, self.frame, minutes)

    @work
    async def action_extend_from(self) -> None:
        from facilitator.screens.extending import extend_from

        await extend_from(self)

    @work
    async def action_leave_out(self) -> None:
        from facilitator.screens.leaving_out import leave_out

        await leave_out(self)

    @work
    async def action_replan(self) -> None:
        from facilitator.screens.replan import replan

        await replan(self)

    def action_explain(self) -> None:
        if self.frame is not None:
            self.app.push_screen(deviation_page(self.frame, self.app.now()))

    def action_began(self) -> None:
        pressed_late.ask_when_it_began(self)

    def action_ended(self) -> None:
        pressed_late.ask_when_it_ended(self)

    @work
    async def action_turns(self) -> None:
        await run_turns(self)

    def action_big_clock(self) -> None:
        self.app.push_screen(TimekeeperScreen(self.session_id, self.watching))

    def action_offer(self, way: str, about: str) -> None:
        """A way on that the strip offers."""
        offers.take(self, way, about)

    def action_go_to_running(self) -> None:
        self.app.open_session(self.session_id, "running")

    @property
    def thing(self) -> tuple[Thing, str, str] | None:
        """What can be made another thing: the kind, the id and the words of what is selected."""
        return None

    @work
    async def action_make_another(self) -> None:
        if self.thing is not None:
            await make_another(self, *self.thing)

    def action_script(self) -> None:
        """How to run the item that is on, else the next; for the moderator alone."""
        if self.frame is not None and (item := self.frame.current or self.frame.next):
            questions = [(question.key, question.text) for question in self.frame.questions]
            self.app.push_screen(script_page(item, questions, self.frame.session.sectors))

    def action_capture_here(self) -> None:
        self.action_capture(self.CAPTURES)

    def on_paste(self, event: events.Paste) -> None:
        """A paste while nobody types is for what this stage collects."""
        bar = self.query_one(CaptureBar)
        if not bar.is_open:
            event.stop()
            self.action_capture_here()
            bar.line.post_message(events.Paste(event.text))

    def action_escape(self) -> None:
        if self.watching.was_seen(self.app.now()):
            self.dismiss_notice()

    @on(StageBar.Picked)
    def _pick_stage(self, event: StageBar.Picked) -> None:
        self.action_look(event.stage)

    @on(SidePanel.Picked)
    async def _pick_thing(self, event: SidePanel.Picked) -> None:
        from facilitator.screens.search import go_to_settle

        await go_to_settle(self, event.kind, event.id)
