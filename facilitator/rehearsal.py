"""A rehearsal: the agenda at many times the speed, keys live, on a copy that is thrown away."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.app import FacilitatorApp
from facilitator.clock import Clock, system_clock
from facilitator.domain.moment import Moment
from facilitator.settings import Settings


def rehearse(path: Path, session_id: str, speed: float = 60.0, settings: Settings | None = None) -> None:
    """Open a copy of a session whose clock runs `speed` times as fast; nothing of it is kept."""
    with TemporaryDirectory(prefix="facilitator-rehearsal-", ignore_cleanup_errors=True) as folder:
        rehearsal(path, Path(folder), session_id, speed, settings).run()


def rehearsal(
    path: Path,
    folder: Path,
    session_id: str,
    speed: float,
    settings: Settings | None = None,
    clock: Clock = system_clock,
) -> FacilitatorApp:
    """The app on a copy in `folder`, its session begun at its planned start. RuleBroken when it has no agenda."""
    from facilitator.store.commands.clock import start_item
    from facilitator.store.commands.rehearsing import forget_run
    from facilitator.store.queries.frame import frame
    from facilitator.store.schema import copy
    from facilitator.store.store import Store

    copied = folder / "rehearsal.db"
    copy(path, copied)
    store = Store(copied, clock=clock)
    begins = min((day.starts_at for day in store.read(frame, session_id).days if day.starts_at), default=None)
    store.clock = fast_clock(speed, begins, clock)
    try:
        store.run(forget_run, session_id)
        store.run(start_item, session_id)
    finally:
        store.close()
    return FacilitatorApp(copied, settings=settings, clock=store.clock, session_id=session_id, speed=speed)


def fast_clock(speed: float, begins: datetime | None = None, clock: Clock = system_clock) -> Clock:
    """A clock that runs `speed` times as fast from now on; its wall shows `begins` now, else the present."""
    began = clock()
    wall = begins or began.wall

    def now() -> Moment:
        present = clock()
        passed = (present.boot_seconds - began.boot_seconds) * speed
        awake = (present.awake_seconds - began.awake_seconds) * speed
        return Moment(
            wall + timedelta(seconds=passed), began.boot, began.boot_seconds + passed, began.awake_seconds + awake
        )

    return now
