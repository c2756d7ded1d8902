from datetime import date
from pathlib import Path

from facilitator.domain.capture import Kind, read_line
from facilitator.store import frame_glance
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import next_item, pause_item, start_item
from facilitator.store.commands.planning import extend_item
from facilitator.store.commands.room import nudge_moderator
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, plan, seen


def same(path: Path, store: Store, session_id: str = SESSION) -> bool:
    return frame_glance.first_frame(path, session_id) == store.read(frame, session_id)


def test_the_frame_without_the_model_is_the_frame_with_it(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 20), ("Decide", 30))
    assert same(path, store)
    store.run(start_item, SESSION)
    clock.advance(minutes=3)
    for kind, text in ((Kind.PARK, "The office"), (Kind.DECISION, "Publish the prices @Anna Weber by friday #why")):
        store.run(capture, SESSION, read_line(kind, text, today=date(2027, 1, 15), keys=("why",)))
    store.run(nudge_moderator, SESSION)
    store.run(extend_item, SESSION, "frame", 420)
    store.run(extend_item, SESSION, "frame", -60)
    assert same(path, store)
    assert seen(store).given == (420, -60)
    store.run(pause_item, SESSION, "frame")
    store.run(next_item, SESSION, "frame")
    assert same(path, store)


def test_it_is_so_for_the_sample_session_too(sample: str, store: Store, path: Path) -> None:
    assert same(path, store, sample)


def test_a_session_that_is_not_there_has_none(store: Store, path: Path) -> None:
    assert frame_glance.first_frame(path, "nobody") is None
