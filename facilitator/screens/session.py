"""The screens of one session: each made when it is first looked at, and kept while the session is open."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete

from facilitator.domain import rules
from facilitator.domain.kinds import Stage, Status
from facilitator.guards.painted import let_go
from facilitator.loading import module_of
from facilitator.screens.base import SessionScreen
from facilitator.screens.opening import OpeningScreen, stage_of
from facilitator.screens.watching import Watching
from facilitator.store.queries.frame import frame
from facilitator.widgets.capture_bar import Memory

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

UNSEEN_SECONDS = 30.0
PREPARE, FOLLOW_UP, RUNNING = "prepare", "follow-up", "running"
# Their classes, by place; a module is loaded with the first look at its screen.
SCREENS: dict[str, str] = {
    PREPARE: "PrepareScreen",
    Stage.INTRODUCTION: "IntroductionScreen",
    Stage.DIAGNOSIS: "DiagnosisScreen",
    Stage.BRAINSTORM: "BrainstormScreen",
    Stage.DECISIONS: "DecisionsScreen",
    Stage.WRAP_UP: "WrapUpScreen",
    FOLLOW_UP: "FollowUpScreen",
}


def show(app: "FacilitatorApp", session_id: str, place: str | None) -> None:
    """Show a session at a place: a screen's name, `running` for the running item, none for what is next to do."""
    place = _where(app, session_id, place)
    if isinstance(shown := app.screen, SessionScreen) and shown.session_id == session_id:
        switch(shown, place)
        return
    opened = isinstance(app.screen, OpeningScreen)
    leave(app)
    _make(app, place, session_id, app.drafts.memory_of(app.path, session_id), Watching())
    if opened:
        app.switch_screen(place)
    else:
        app.push_screen(place)


def switch(shown: SessionScreen, place: str) -> AwaitComplete:
    """Look at another place of the session that a screen is of."""
    app: FacilitatorApp = shown.app
    if not app.is_screen_installed(place):
        _make(app, place, shown.session_id, shown.memory, shown.watching)
    app.set_timer(UNSEEN_SECONDS, partial(_forget_unseen, app, shown))
    return app.switch_screen(place)


def _make(app: "FacilitatorApp", place: str, session_id: str, memory: Memory, watching: Watching) -> None:
    screen: type[SessionScreen] = getattr(import_module(module_of(place)), SCREENS[place])
    app.install_screen(screen(session_id, memory, watching), place)


def _forget_unseen(app: "FacilitatorApp", left: SessionScreen) -> None:
    """Going back and forth between two stages reads nothing anew; one that nobody looks at any more holds nothing."""
    if left not in app.screen_stack:
        let_go(left)
        left.forget()


def leave(app: "FacilitatorApp") -> None:
    """Go back to where the session was opened from; its screens go, and read nothing any more."""
    if isinstance(app.screen, SessionScreen):
        app.pop_screen()
    for name in map(str, SCREENS):
        if app.is_screen_installed(name):
            screen = app.get_screen(name)
            app.uninstall_screen(screen)
            if screen.is_running:
                screen.remove()


def _where(app: "FacilitatorApp", session_id: str, place: str | None) -> str:
    if place not in (None, RUNNING):
        return str(place)
    seen = app.store.read(frame, session_id)
    rules.may_be_opened(seen.session)
    if place is None and seen.session.status is Status.PREPARING:
        return PREPARE
    if place is None and seen.session.status is Status.CLOSED:
        return FOLLOW_UP
    return str(stage_of(seen))
