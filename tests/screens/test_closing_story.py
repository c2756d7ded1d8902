"""The sample session, closed without one error by keys alone: each error is mended where it stands."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.demo.making import SESSION
from facilitator.domain.gaps import check, errors
from facilitator.domain.kinds import Status
from facilitator.domain.records import Everything
from facilitator.store.queries.everything import everything
from tests.conftest import FakeClock, screen_text
from tests.screens.test_wrap_up import press


@pytest.fixture
def app(path: Path, clock: FakeClock, sample: str) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=sample)


def seen(app: FacilitatorApp) -> Everything:
    return app.store.read(everything, SESSION, journal=False)


async def mend(pilot: Pilot[None], app: FacilitatorApp, code: str, *keys: str) -> None:
    """The first gap of the list has this code; enter opens what mends it, and these keys do."""
    before = errors(check(seen(app)))
    await press(pilot, "k")
    first = next(line for line in screen_text(app).splitlines() if f"  {code}  " in line)
    assert code in first
    await press(pilot, "enter", *keys)
    assert len(errors(check(seen(app)))) == len(before) - 1


async def test_the_sample_session_is_closed_with_no_error(app: FacilitatorApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await press(pilot, "5")
        await mend(pilot, app, "Q01", "a", " Dental groups of 5 to 20 practices", "enter")
        await mend(pilot, app, "Q01", "a", " €120k of pipeline from groups by June", "enter")
        await mend(pilot, app, "C01", "d", "ctrl+u", " Brief one agency for the groups @anna by 26 feb", "enter")
        await mend(pilot, app, "C01", "o", " elena", "enter")
        await mend(pilot, app, "C01", "n")
        await mend(pilot, app, "C02", "enter")
        await mend(pilot, app, "D01", " elena", "enter")
        await press(pilot, "5", "z", "y")
        assert "■ closed" in screen_text(app)
    head = seen(app).session
    assert head.status is Status.CLOSED
    assert head.closing_reason is None
    assert errors(check(seen(app))) == []
