"""When the app makes backups: behind the first frame, every ten minutes when something changed, and at the end."""

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.domain.kinds import Role
from facilitator.store.faults import StoreFault

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

AFTER_START_SECONDS = 2.0
EVERY_SECONDS = 600.0


def keep_backups(app: "FacilitatorApp") -> None:
    """Have the moderator's app copy the store from now on, away from the interface's thread."""
    if app.role is Role.MODERATOR:
        app.set_timer(AFTER_START_SECONDS, lambda: back_up(app))
        app.set_interval(EVERY_SECONDS, lambda: back_up(app))


def back_up(app: "FacilitatorApp") -> None:
    app.run_worker(lambda: _take_and_tell(app), thread=True, exclusive=True, group="backup", exit_on_error=False)


def back_up_at_the_end(app: "FacilitatorApp") -> None:
    """The last one; there is no screen left to say that it failed, and the one before is at most ten minutes old."""
    if app.role is Role.MODERATOR:
        with suppress(StoreFault):
            _take(app)


def _take_and_tell(app: "FacilitatorApp") -> None:
    try:
        _take(app)
    except StoreFault as fault:
        app.call_from_thread(_tell, app, fault)


def _tell(app: "FacilitatorApp", fault: StoreFault) -> None:
    """Once: home says itself what is wrong with its store, as long as it is so."""
    from facilitator.screens.home import HomeScreen

    if not (isinstance(app.screen, HomeScreen) and app.screen.says_what_is_wrong):
        app.say(str(fault), warning=True)


def _take(app: "FacilitatorApp") -> None:
    from facilitator.store.backups import is_due, take

    now = app.now().wall.astimezone().replace(tzinfo=None)
    if is_due(app.path, now, timedelta(0)):
        take(app.path, now)
