"""The first frame of a live session: its clock runs while the rest of the program is loaded behind it."""

from typing import TYPE_CHECKING

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from facilitator.domain.kinds import Stage, Status
from facilitator.domain.views import Frame
from facilitator.loading import is_loaded, module_of
from facilitator.screens.breakpoints import ACROSS, DOWN
from facilitator.screens.ticking import seconds_to_next
from facilitator.store.faults import StoreFault
from facilitator.store.frame_glance import first_frame
from facilitator.widgets.columns import lot_column, side_column
from facilitator.widgets.frame import AgendaPanel, FoldedSide, ParkingPanel, QuestionsPanel, StageBar, TopBar
from facilitator.widgets.key_bar import KeyBar
from facilitator.widgets.running import RunningItem

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


class OpeningScreen(Screen[None]):
    """The frame around a stage, read without the model. It keeps the keys that are pressed until the stage is there."""

    HORIZONTAL_BREAKPOINTS = ACROSS
    VERTICAL_BREAKPOINTS = DOWN

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    def __init__(self, shown: Frame) -> None:
        super().__init__()
        self.frame = shown
        self.session_id = shown.session.id
        self.needs = (module_of(stage_of(shown)),)
        self.keys: list[events.Key] = []

    def compose(self) -> ComposeResult:
        yield TopBar(id="top")
        yield StageBar(id="stages")
        yield FoldedSide(id="folded")
        with Horizontal(id="middle"):
            yield from side_column()
            with Vertical(id="main"):
                yield RunningItem(id="running")
            yield from lot_column()
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.tick()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_moment)

    def tick(self) -> None:
        """Show this second, until the stage takes over."""
        if self.is_current:
            self.set_timer(seconds_to_next(self.frame, self.app.now(), self.app.speed), self.tick)
            self.show_moment()

    def show_moment(self) -> None:
        now, shown = self.app.now(), self.frame
        projection = shown.projection(now)
        stage = stage_of(shown)
        self.query_one(RunningItem).show(shown, projection, now, stage)
        self.query_one(TopBar).show(shown, projection, now)
        self.query_one(StageBar).show(shown, stage)
        self.query_one(AgendaPanel).show(shown, projection, stage)
        self.query_one(FoldedSide).show(shown, projection, stage)
        self.query_one(QuestionsPanel).show(shown)
        for panel in self.query(ParkingPanel):
            panel.show(shown)

    def on_key(self, event: events.Key) -> None:
        """Nothing that is pressed is lost: the stage gets it."""
        event.stop()
        self.keys.append(events.Key(event.key, event.character))


def stage_of(shown: Frame) -> Stage:
    """The stage that a session is in, or comes to next."""
    item = shown.current or shown.next
    return item.stage if item else Stage.WRAP_UP


def open_first(app: "FacilitatorApp", session_id: str) -> None:
    """Show a live session by its frame alone as long as the rest is not loaded; any other waits for that."""
    shown = None if is_loaded() else _live(app, session_id)
    if shown is None:
        app.open_session(session_id)
    else:
        app.push_screen(OpeningScreen(shown))


def go_on(app: "FacilitatorApp") -> None:
    """Everything is loaded: the stage takes the place of its first frame, and the keys that were pressed.

    Where the session can't be opened, home does, from where it can be tried again; keys for a stage mean nothing there.
    """
    opening = app.screen
    if isinstance(opening, OpeningScreen):
        keys = opening.keys
        app.hold_keys()
        try:
            app.open_session(opening.session_id)
        except StoreFault as refused:
            app.say(str(refused), warning=True)
        finally:
            if app.screen is opening:
                app.pop_screen()
                keys = []
            app.screen.call_after_refresh(app.give_keys, keys)


def _live(app: "FacilitatorApp", session_id: str) -> Frame | None:
    try:
        shown = first_frame(app.path, session_id)
    except StoreFault:
        return None  # the store says what is wrong, or mends it
    return shown if shown and shown.session.status is Status.LIVE else None
