"""From the gap list to the field: where each gap is mended."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.gaps import check
from facilitator.screens.dialogs import Form
from facilitator.store.store import Store
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock
from tests.screens.test_wrap_up import SIZE, press, seen
from tests.store.test_closing import S
from tests.store.test_closing import session as session


@pytest.fixture
def app(session: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=S)


async def test_the_missing_split_is_asked_for_among_the_decisions_wherever_the_list_was_opened(
    app: FacilitatorApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "k")
        listed = app.screen.query_one(LineList)
        place = next(at for at, line in enumerate(listed.lines) if "creating and capturing" in str(line.cells))
        listed.select(str(place))
        await press(pilot, "enter")
        assert isinstance(app.screen, Form)
        await press(pilot, " 10 / 90", "tab", " 30 / 70", "ctrl+s")
        assert seen(app).session.demand_split.next == "30 / 70"
        assert "Q05" not in {gap.code for gap in check(seen(app))}
