"""The sample session: believable, live in mid-item, and the same whenever it is made at the same moment."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from facilitator.demo import make_demo
from facilitator.demo.making import SESSION
from facilitator.demo.timeline import planned_start, zone_for
from facilitator.domain.gaps import check
from facilitator.domain.kinds import IdeaState, Stage, Status
from facilitator.domain.moment import Moment
from facilitator.domain.records import Everything
from facilitator.exchange.document import build
from facilitator.exchange.pdf import pages
from facilitator.exchange.session_json import to_json
from facilitator.store.queries.everything import everything
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from tests.conftest import AFTERNOON, FakeClock


@pytest.fixture(scope="module")
def made(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(sample_store, path)
    store = Store(path, clock=FakeClock(AFTERNOON))
    yield store, SESSION
    store.close()


@pytest.fixture
def session(made: tuple[Store, str]) -> Everything:
    store, session_id = made
    return store.read(everything, session_id)


def test_it_is_as_rich_as_a_real_one(session: Everything) -> None:
    assert len(session.people) == 8
    assert len(session.ideas) == 40
    assert len(session.decisions) == 9
    assert len([one for one in session.parked if one.resolution is None]) == 3
    assert all(len(number.values) > 2 and number.target for number in session.numbers)


def test_what_was_proposed_and_decided_waits_no_more(session: Everything) -> None:
    waiting = [one.text for one in session.ideas if one.state is IdeaState.PROPOSAL]
    assert waiting == ["One reference group in each region", "A report: what groups lose by five systems"]
    assert len([one for one in session.ideas if one.state is IdeaState.DECIDED]) == 5


def test_its_document_has_two_pages(session: Everything) -> None:
    assert pages(build(session)) == 2


def test_two_of_its_decisions_have_gaps(session: Everything) -> None:
    assert len({gap.about for gap in check(session, select=["D"])}) == 2


def test_its_clock_stands_in_mid_item(made: tuple[Store, str]) -> None:
    store, session_id = made
    shown = store.read(frame, session_id)
    assert shown.session.status is Status.LIVE
    assert shown.current is not None
    assert shown.current.stage is Stage.DECISIONS
    left = shown.timebox(shown.current).left(store.clock())
    assert 0 < left.total_seconds() < shown.current.planned_seconds


def test_it_is_reproducible(session: Everything, tmp_path: Path) -> None:
    clock = FakeClock(AFTERNOON)
    again = make_demo(tmp_path / "again.db", clock, "Europe/Berlin")
    store = Store(tmp_path / "again.db", clock=clock)
    assert to_json(store.read(everything, again)) == to_json(session)
    store.close()


@pytest.mark.parametrize("hour", range(24))
def test_it_begins_and_stands_on_the_same_day(hour: int) -> None:
    present = Moment(datetime(2027, 1, 15, hour, 32, tzinfo=UTC))
    zone = ZoneInfo(zone_for(present, "Europe/Berlin"))
    began, stands = planned_start(present).astimezone(zone), present.wall.astimezone(zone)
    assert began.date() == stands.date()
    assert 7 <= began.hour <= stands.hour <= 20
