"""Decisions read back aloud: to each owner, changed as the room corrects them, accepted one by one."""

from datetime import date
from pathlib import Path

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.store.commands.capture import capture
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.screens.test_wrap_up import SIZE, press, seen
from tests.screens.test_wrap_up import app as app
from tests.store.test_closing import S
from tests.store.test_closing import session as session


async def test_decisions_are_read_back_person_by_person_and_the_nos_last(
    session: Store, path: Path, clock: FakeClock
) -> None:
    for kind, line in (
        (Kind.DECISION, "won't fly because of the fog"),
        (Kind.DECISION, "Paint the quay"),
        (Kind.DECISION, "Sell a pass @ines by 15 mar 2027"),
    ):
        read = read_line(kind, line, today=date(2027, 1, 15), people=session.read(everything, S).people)
        session.run(capture, S, read)
    app = FacilitatorApp(path, clock=clock, session_id=S)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "enter")
        read_to = []
        for _ in seen(app).decisions:
            read_to.append(next(line for line in screen_text(app).splitlines() if line.rstrip().endswith(":")).strip())
            await press(pilot, "right")
        assert read_to[-3:] == ["Ines Roth, you said:", "Nobody answers for it yet:", "We said:"]


async def test_a_decision_is_changed_while_it_is_read_back(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "y", "h", "end", " , printed", "ctrl+s")
        assert seen(app).decisions[0].text == "Publish one price list, printed"
        assert "changed, read it again" in screen_text(app)
        await press(pilot, "y")
        assert seen(app).decisions[0].accepted


async def test_an_owner_who_is_cleared_while_it_is_read_back_owns_it_no_more(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "y", "h", "tab", "ctrl+u", "ctrl+s")
        assert seen(app).decisions[0].owner is None
        assert "Nobody answers for it yet:" in screen_text(app)


async def test_a_team_typed_while_reading_back_is_refused_with_a_sentence_and_stays_typed(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "y", "h", "tab", "ctrl+u", " the sales team", "ctrl+s")
        told = screen_text(app)
        assert "“the sales team” is a group. Name the person in it who answers" in told
        assert told.count("the sales team") == 2
        assert not list(app._notifications)
        await press(pilot, "ctrl+u", " tom okafor", "ctrl+s")
        assert [person.name for person in seen(app).people] == ["Ines Roth", "Tom Okafor"]
        assert seen(app).decisions[0].owner == "Tom Okafor"
