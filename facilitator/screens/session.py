"""The screens of one session, kept while it is open, so that looking at a stage costs no set-up."""

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.kinds import Stage, Status
from facilitator.drafts import memory_of
from facilitator.guards.painted import let_go
from facilitator.screens.base import SessionScreen
from facilitator.screens.brainstorm import BrainstormScreen
from facilitator.screens.decisions import DecisionsScreen
from facilitator.screens.diagnosis import DiagnosisScreen
from facilitator.screens.follow_up import FollowUpScreen
from facilitator.screens.introduction import IntroductionScreen
from facilitator.screens.opening import OpeningScreen
from facilitator.screens.prepare import PrepareScreen
from facilitator.screens.watching import Watching
from facilitator.screens.wrap_up import WrapUpScreen
from facilitator.store.queries.frame import frame

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

UNSEEN_SECONDS = 30.0
PREPARE, FOLLOW_UP, RUNNING = "prepare", "follow-up", "running"
SCREENS: dict[str, type[SessionScreen]] = {
    PREPARE: PrepareScreen,
    Stage.INTRODUCTION: IntroductionScreen,
    Stage.DIAGNOSIS: DiagnosisScreen,
    Stage.BRAINSTORM: BrainstormScreen,
    Stage.DECISIONS: DecisionsScreen,
    Stage.WRAP_UP: WrapUpScreen,
    FOLLOW_UP: FollowUpScreen,
}


def show(app: "FacilitatorApp", session_id: str, place: str | None) -> None:
    """Show a session at a place: a screen's name, `running` for the running item, none for what is next to do."""
    place = _where(app, session_id, place)
    if isinstance(shown := app.screen, SessionScreen) and shown.session_id == session_id:
        app.switch_screen(place)
        app.set_timer(UNSEEN_SECONDS, partial(_forget_unseen, app, shown))
        return
    opened = isinstance(app.screen, OpeningScreen)
    leave(app)
    memory, watching = memory_of(app.path, session_id), Watching()
    for name, screen in SCREENS.items():
        made = screen(session_id, memory)
        made.watching = watching
        app.install_screen(made, str(name))
    if opened:
        app.switch_screen(place)
    else:
        app.push_screen(place)


def _forget_unseen(app: "FacilitatorApp", left: SessionScreen) -> None:
    """Going back and forth between two stages paints nothing anew; one that nobody looks at any more holds nothing."""
    if left not in app.screen_stack:
        let_go(left)


def leave(app: "FacilitatorApp") -> None:
    """Go back to where the session was opened from; its screens go, and read nothing any more."""
    if isinstance(app.screen, SessionScreen):
        app.pop_screen()
    for name in SCREENS:
        if app.is_screen_installed(str(name)):
            screen = app.get_screen(str(name))
            app.uninstall_screen(screen)
            if screen.is_running:
                screen.remove()


def _where(app: "FacilitatorApp", session_id: str, place: str | None) -> str:
    if place not in (None, RUNNING):
        return str(place)
    seen = app.store.read(frame, session_id)
    if place is None and seen.session.status is Status.PREPARING:
        return PREPARE
    if place is None and seen.session.status is Status.CLOSED:
        return FOLLOW_UP
    item = seen.current or seen.next
    return str(item.stage if item else Stage.WRAP_UP)
