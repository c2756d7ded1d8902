"""The diagnosis: numbers first, then findings with their marks, one key each."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import FindingKind, Nature, Standing
from facilitator.store import tables as t
from facilitator.store.commands import capture, homework, people, sessions
from facilitator.store.queries.diagnosis import disputed
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import FakeClock, keys, screen_text
from tests.screens.test_wrap_up import press

SESSION = "session1"


def add_number(tx: Transaction, session_id: str) -> str:
    values = [["2026-Q2", 84], ["2026-Q3", 79]]
    tx.add(t.Number(**tx.place(t.Number, session_id), name="Customers kept", unit="%", target=88, values=values))
    return "Number"


def bring_finding(tx: Transaction, session_id: str) -> str:
    """As an assumption that broke comes along from the session before: nobody said it here."""
    tx.add(t.Finding(**tx.place(t.Finding, session_id), text="No longer so: the north books early"))
    return "Finding"


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(people.add_person, SESSION, "Jonas Beck")
    store.run(add_number, SESSION)
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


async def test_findings_are_typed_fast_and_marked_by_one_key_each(app: FacilitatorApp, store: Store) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2", "c", *keys("Set-up takes five weeks @jonas"), "enter", *keys("We should hire"), "enter")
        await pilot.press("escape", "y", "h", "h", "j", "l", *keys("Billing"), "enter")
        await pilot.pause()
        text = screen_text(app)
    assert "a solution? I" in text
    assert "evidence: Billing" in text
    assert "1 agreed · 1 unknown" in text
    first, second = store.read(everything, SESSION).findings
    assert (first.standing, first.kind, first.nature) == (Standing.AGREED, FindingKind.MISTAKE, Nature.MARKETING)
    assert (first.evidence, second.text) == ("Billing", "We should hire")


async def test_a_finding_worded_as_a_solution_goes_to_the_brainstorm(app: FacilitatorApp, store: Store) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "f", *keys("We should hire"), "enter", "escape", "I")
        await pilot.pause()
    session = store.read(everything, SESSION)
    assert session.findings == ()
    assert [(idea.text, (idea.origin or "").partition(":")[0]) for idea in session.ideas] == [
        ("We should hire", "finding")
    ]


async def test_a_disputed_finding_becomes_a_decision_to_find_out(app: FacilitatorApp, store: Store) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2", "f", *keys("Fairs bring nobody"), "enter", "escape", "y", "y", "F")
        await pilot.press(*keys("@jonas by 9 dec 2027"), "enter")
        await pilot.pause()
    (decision,) = store.read(everything, SESSION).decisions
    assert (decision.kind, decision.text, decision.owner) == ("find-out", "Fairs bring nobody", "Jonas Beck")


async def test_the_screen_says_when_findings_begin_before_the_numbers(app: FacilitatorApp, store: Store) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        store.run(bring_finding, SESSION)
        await pilot.press("2")
        await pilot.pause()
        assert "FINDINGS   1" in screen_text(app)
        assert "before the numbers were shown" not in screen_text(app)
        await pilot.press("f", *keys("Fairs bring nobody"), "enter", "escape")
        await pilot.pause()
        assert "findings began before the numbers were shown" in screen_text(app)
        await pilot.press("Z")
        await pilot.pause()
        assert "9 pts below target" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "before the numbers were shown" not in screen_text(app)
    assert store.read(everything, SESSION).numbers[0].shown_at is not None


async def test_one_standing_kind_or_side_is_shown_on_demand(app: FacilitatorApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2", "f", *keys("One"), "enter", *keys("Two"), "enter", "escape")
        await pilot.press("y", "y", "h", "h", "j", "l", *keys("Billing"), "enter")
        for key, only in (("d", "disputed"), ("k", "mistake"), ("m", "marketing")):
            await press(pilot, "z", key)
            assert f"1 of 2 · {only} only" in screen_text(app)
            assert "Two" not in screen_text(app)
        for key, only in (("j", "not judged"), ("e", "no evidence")):
            await press(pilot, "z", key)
            assert f"1 of 2 · {only} only" in screen_text(app)
            assert "≠ One" not in screen_text(app)
        await press(pilot, "z", "z")
        assert "FINDINGS   2" in screen_text(app)


async def test_the_disputed_are_walked_through_until_none_is_open(app: FacilitatorApp, store: Store) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2")
        for text in ("Fairs bring nobody", "Price is too high", "Nobody reads it"):
            await pilot.press("f", *keys(text), "enter", "escape", "end", "y", "y")
        await pilot.press("D")
        await pilot.pause()
        assert "Disputed, 3 still open" in screen_text(app)
        await press(pilot, "a", "f", " @jonas by 9 dec 2027", "enter")
        assert "Disputed, 1 still open" in screen_text(app)
        await press(pilot, "s")
        assert [str(one.message) for one in app._notifications] == ["1 stays disputed."]
        await press(pilot, "D", "f", " @jonas by 9 dec 2027", "enter")
        assert str([*app._notifications][-1].message) == "No dispute is left open."
    session = store.read(everything, SESSION)
    assert [one.standing for one in session.findings] == [Standing.AGREED, Standing.DISPUTED, Standing.DISPUTED]
    assert [one.text for one in session.decisions] == ["Price is too high", "Nobody reads it"]
    assert store.read(disputed, SESSION) == ()


async def test_achievements_mistakes_and_homework_lie_beside_the_numbers(app: FacilitatorApp, store: Store) -> None:
    (jonas,) = store.read(everything, SESSION).people
    store.run(homework.hand_in, SESSION, jonas.id, homework.HandedIn(results="Forty calls", problems="No list\nNo one"))
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2", "f", *keys("The webinar brought 14 demos"), "enter", "escape", "h", "Z")
        await pilot.pause()
        text = screen_text(app)
        for words in ("79 %   target 88 %", "2026-Q2", "· The webinar brought 14 demos", "· problems: No list"):
            assert words in text
        await pilot.press("escape", "H")
        await pilot.pause()
        assert "HOMEWORK OF JONAS BECK" in screen_text(app)
        lines = [line.strip() for line in screen_text(app).splitlines()]
        assert any(line.endswith("· problems: No list") for line in lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
async def test_the_selected_finding_is_seen_however_many_numbers_and_findings_there_are(
    app: FacilitatorApp, store: Store, size: tuple[int, int]
) -> None:
    for _ in range(8):
        store.run(add_number, SESSION)
    for number in range(1, 21):
        line = Captured(kind=Kind.FINDING, line="", text=f"What is true, part {number}")
        store.run(capture.capture, SESSION, line)
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        for number in range(1, 21):
            assert f"part {number} " in screen_text(app)
            await pilot.press("down")
