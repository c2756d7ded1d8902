"""The screen that every stage shares: the frame and the clock's keys."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from facilitator.domain.capture import Kind
from facilitator.domain.kinds import ItemState, Stage
from facilitator.domain.moment import Moment
from facilitator.screens import prompts
from facilitator.screens.base import SessionScreen
from facilitator.screens.ticking import seconds_to_next
from facilitator.store.commands import clock
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.frame import AgendaPanel, ParkingPanel, QuestionsPanel, StageBar, TopBar
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.running import RunningItem
from facilitator.widgets.strip import NoticeStrip

CAPTURE_KEYS = (
    ("f", Kind.FINDING),
    ("i", Kind.IDEA),
    ("d", Kind.DECISION),
    ("s", Kind.STOP),
    ("a", Kind.ASSUMPTION),
    ("p", Kind.PARK),
)


class StageScreen(SessionScreen):
    """A frame around one stage. A stage adds its body, its board and its own keys."""

    STAGE: ClassVar[Stage]
    CAPTURES: ClassVar[Kind] = Kind.PARK
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "start_or_pause", "Start or pause the clock"),
        Binding("n", "next", "Close this item, start the next"),
        Binding("b", "back", "Back to the item before"),
        Binding("g", "go_to_running", "Back to the running item"),
        Binding("c", "capture_here", "Capture what this stage collects"),
        *(Binding(key, f"capture('{kind}')", f"Capture: {prompts.NAMES[kind]}") for key, kind in CAPTURE_KEYS),
    ]

    def compose(self) -> ComposeResult:
        yield TopBar(id="top")
        yield StageBar(id="stages")
        with Horizontal(id="middle"):
            with VerticalScroll(id="side", can_focus=False):
                yield AgendaPanel(id="agenda")
                yield QuestionsPanel(id="questions")
                yield ParkingPanel(id="parking")
            with Vertical(id="main"):
                yield RunningItem(id="running")
                with Vertical(id="stage"):
                    yield from self.compose_stage()
        yield NoticeStrip(id="notice")
        yield CaptureBar(self.memory, id="capture")
        yield KeyBar(id="keys")

    def compose_stage(self) -> ComposeResult:
        """The stage's own part of the screen."""
        yield from ()

    def on_screen_resume(self) -> None:
        self.tick()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_moment)

    def watch_frame(self) -> None:
        self.show_moment()
        self.show_keys()

    def tick(self) -> None:
        """Show this second; the next look is due when a digit changes."""
        if self.is_current and self.frame is not None:
            now = self.show_moment()
            self.set_timer(seconds_to_next(self.frame, now), self.tick)

    def show_moment(self) -> Moment:
        """Show the frame as it is now."""
        now = self.app.now()
        if (shown := self.frame) is not None:
            projection = shown.projection(now)
            self.query_one(TopBar).show(shown, projection, now)
            self.query_one(StageBar).show(shown, self.STAGE)
            self.query_one(RunningItem).show(shown, projection, now)
            self.query_one(AgendaPanel).show(shown, projection, self.STAGE)
            self.query_one(QuestionsPanel).show(shown)
            self.query_one(ParkingPanel).show(shown)
        return now

    def key_hints(self) -> tuple[Hint, ...]:
        running = self.frame is not None and self.frame.running
        clock_keys = (Hint("space", "Pause" if running else "Start", "start_or_pause"), Hint("n", "Next", "next"))
        return (*clock_keys, *super().key_hints())

    def action_start_or_pause(self) -> None:
        if self.frame is None:
            return
        current = self.frame.current
        if current is not None and current.state is ItemState.RUNNING:
            self.app.do(clock.pause_item, self.session_id, current.id)
        else:
            self.app.do(clock.start_item, self.session_id, current.id if current else None)

    @work
    async def action_next(self) -> None:
        if self.frame is None:
            return
        current = self.frame.current
        if current is None or not self.frame.undecided(current):
            self.move_on(current.id if current else None)
            return
        from facilitator.screens.moving_on import ask_how_to_move_on

        await ask_how_to_move_on(self, current)

    def move_on(self, item_id: str | None, reason: str | None = None) -> None:
        """Close the item and start the next; behind the last one the wrap-up is shown."""
        last = self.frame is not None and self.frame.next is None
        self.app.do(clock.next_item, self.session_id, item_id, reason)
        if last:
            self.action_look(Stage.WRAP_UP)
        else:
            self.action_go_to_running()

    def action_back(self) -> None:
        if self.frame is not None:
            current = self.frame.current
            self.app.do(clock.back_item, self.session_id, current.id if current else None)

    def action_go_to_running(self) -> None:
        self.app.open_session(self.session_id, "running")

    def action_capture_here(self) -> None:
        self.action_capture(self.CAPTURES)

    def action_escape(self) -> None:
        self.query_one(NoticeStrip).notice = None

    @on(StageBar.Picked)
    def _pick_stage(self, event: StageBar.Picked) -> None:
        self.action_look(event.stage)
