"""A whole session as a story: from an agenda that somebody else wrote to the decisions in a document, by keys."""

from pathlib import Path

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import DecisionKind, IdeaState, ItemState, Status
from facilitator.domain.records import Everything
from facilitator.exchange.document import build
from facilitator.exchange.markdown import markdown
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from tests.conftest import FakeClock, screen_text
from tests.screens.test_wrap_up import press

AGENDA = """# Prices for 2027

| Time  | Item                    | Minutes |
| ----- | ----------------------- | ------- |
| 09:00 | Welcome                 | 10      |
| 09:10 | Diagnosis: the figures  | 20      |
| 09:30 | Brainstorm              | 20      |
| 09:50 | Decide on price points  | 30      |
| 10:20 | Wrap-up                 | 10      |
"""


async def test_a_session_from_an_agenda_file_to_exported_decisions(
    path: Path, tmp_path: Path, clock: FakeClock
) -> None:
    agenda = tmp_path / "agenda.md"
    agenda.write_text(AGENDA, encoding="utf-8")
    app = FacilitatorApp(path, clock=clock)

    def session() -> Everything:
        (line,) = sessions(path, clock().wall.date())
        return app.store.read(everything, line.id)

    async with app.run_test(size=(120, 34)) as pilot:
        # From home: the file is shown before it is taken, then opened, then the clock runs.
        await press(pilot, "i", f" {agenda}", "enter")
        assert "5 items" in screen_text(app)
        await press(pilot, "enter")
        await press(pilot, "space")
        assert "● live" in screen_text(app)
        assert "on time · ends 10:30" in screen_text(app)

        # Ten minutes later the figures; a finding is disputed.
        clock.advance(minutes=10)
        await press(pilot, "n", "f", " Half of the customers pay the old price @jonas", "enter")
        await press(pilot, " Discounts win no customers", "enter", "escape", "down", "y", "y")
        assert "≠ Discounts win no customers" in screen_text(app)

        # The brainstorm, counted, cut, proposed.
        clock.advance(minutes=22)
        await press(pilot, "n", "i", " Three price points", "enter", " A price a chair", "enter", "escape")
        await press(pilot, "home", "v", "v", "l", "Z")
        assert [idea.state for idea in session().ideas] == [IdeaState.PROPOSAL, IdeaState.RAW]

        # Decisions: one key, one line, enter. What was wrong is taken back.
        clock.advance(minutes=20)
        await press(pilot, "n", "d", " Offer three price points @anna by 31 mar 2027 !30 upgrades $€5k", "enter")
        await press(pilot, "s", " discounts at the end of a quarter @jonas by 26 feb 2027", "enter")
        await press(pilot, "d", " A mistake", "enter", "u")
        await press(pilot, "p", " Who pays for the new price list?", "enter")
        assert "2 made · 2 owned · 2 dated" in screen_text(app)
        assert "1 open" in screen_text(app)

        # Behind the last item stands the wrap-up; what is missing stands between the session and its end.
        clock.advance(minutes=31)
        await press(pilot, "n")
        clock.advance(minutes=9)
        await press(pilot, "n", "5", "z")
        await press(pilot, "c", " No review before the prices are out", "enter")
        assert "■ closed" in screen_text(app)

    held = session()
    assert held.session.status is Status.CLOSED
    assert held.session.closing_reason == "No review before the prices are out"
    assert [item.state for item in held.agenda] == [ItemState.DONE] * 5
    assert [(one.kind, one.text, one.owner) for one in held.decisions] == [
        (DecisionKind.DO, "Offer three price points", "Anna"),
        (DecisionKind.STOP, "discounts at the end of a quarter", "Jonas"),
    ]
    document = markdown(build(held))
    for words in ("Prices for 2027", "Offer three price points", "30 upgrades", "discounts at the end of a quarter"):
        assert words in document
