"""The first half of a session as a story: from the roll call over what is true to the first proposals, by keys."""

from pathlib import Path

import pytest
from textual import events

from facilitator.app import FacilitatorApp
from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Demand, IdeaState, Part, Stage, Standing
from facilitator.store.commands import agenda, capture, people, sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.screens.test_wrap_up import press

SESSION = "session1"
PASTED = "Calls on groups\nA price a chair\nWe answer searches faster\n"


@pytest.mark.slow
async def test_a_room_finds_out_what_is_true_and_what_to_do(store: Store, path: Path, clock: FakeClock) -> None:
    store.run(sessions.new_session, SESSION, "Prices", topic="Prices for 2027", goal="Three price points decided")
    store.run(people.add_person, SESSION, "Ruth Adler", part=Part.PRINCIPAL)
    for name in ("Anna Weber", "Jonas Beck"):
        store.run(people.add_person, SESSION, name)
    for title, stage in (
        ("Welcome", Stage.INTRODUCTION),
        ("What is true", Stage.DIAGNOSIS),
        ("Ideas", Stage.BRAINSTORM),
    ):
        store.run(agenda.add_item, SESSION, ItemPlan(title=title, stage=stage, planned_seconds=1200))
    revenue = read_line(Kind.NUMBER, "Revenue 900k EUR @2026-Q3", today=clock().wall.date(), people=(), keys=())
    store.run(capture.capture, SESSION, revenue)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)

    async with app.run_test(size=(120, 34)) as pilot:
        # The opening is read aloud; then the roll call, one key each; one comes late.
        await press(pilot, "1", "space", "Z")
        assert "Three price points decided" in screen_text(app)
        await press(pilot, "escape", "x", "down", "x")
        clock.advance(minutes=6)
        await press(pilot, "down", "x", "c", " One price list @jonas", "enter", "escape")
        assert "6 min late" in screen_text(app)
        await press(pilot, "h", " Phones away", "enter", "escape", "down", "x", "down", "x")
        assert "1 of 1 agreed" in screen_text(app)

        # The numbers before the findings; what is disputed is walked through; a solution goes to the brainstorm.
        clock.advance(minutes=5)
        await press(pilot, "n", "Z", "escape")
        await press(pilot, "f", " Half pay the old price @anna", "enter", " Discounts win nobody @jonas", "enter")
        await press(pilot, " We should raise prices", "enter", "escape")
        assert "a solution? I" in screen_text(app)
        assert "said nothing yet: Ruth Adler" in screen_text(app)
        await press(pilot, "end", "I", "home", "y", "j", "down", "y", "y")
        assert "1 agreed · 1 disputed" in screen_text(app)
        await press(pilot, "D", "a")
        assert "2 agreed" in screen_text(app)

        # Ideas: typed with their twins in view, pasted, merged, themed, marked.
        clock.advance(minutes=5)
        await press(pilot, "n", "i", " Three price points", "enter", " Price points, three", "enter", "escape", "j")
        app.screen.post_message(events.Paste(PASTED))
        await pilot.pause()
        await pilot.pause()
        await press(pilot, "enter", "escape")
        assert "5 said" in screen_text(app)
        await press(pilot, "K", " price", "enter", "h", " Price list", "enter", "end", "y", "y")
        assert "The one marked idea captures demand; none creates it." in screen_text(app)

        # The room votes hidden, the vote is shown, the shortlist cut and corrected by hand.
        await press(pilot, "D", "2", "enter", "enter", " 2 2", "enter", " 2 3", "enter", " 4 4", "enter")
        assert "▇" not in screen_text(app)
        await press(pilot, "S", "L", "backspace", " 2", "enter")
        assert "2 shortlisted" in screen_text(app)
        await press(pilot, "home", "down", "down", "l", "Z")
        assert "3 proposed" in screen_text(app)

        # At the end the room looks again at what it expected.
        await press(pilot, "5", "end")
        app.screen.look_at("expectations")  # type: ignore[attr-defined]  # by the mouse it is one click
        await press(pilot, "enter", "y")

    held = store.read(everything, SESSION)
    assert [person.arrived_at is not None for person in held.people] == [True] * 3
    assert [one.met for one in held.expectations] == [True]
    assert held.session.promised_at is not None
    assert {one.standing for one in held.findings} == {Standing.AGREED}
    assert [(idea.text, idea.votes, idea.state, idea.theme) for idea in held.ideas] == [
        ("We should raise prices", 0, IdeaState.RAW, "Price list"),
        ("Three price points", 3, IdeaState.PROPOSAL, "Price list"),
        ("Calls on groups", 1, IdeaState.PROPOSAL, None),
        ("A price a chair", 2, IdeaState.PROPOSAL, "Price list"),
        ("We answer searches faster", 0, IdeaState.RAW, None),
    ]
    assert held.ideas[-1].demand is Demand.CAPTURE
