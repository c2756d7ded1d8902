"""From the gap list to the field: where each gap is mended."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.domain.gaps import check
from facilitator.domain.kinds import FindingKind, IdeaState, ItemState, Standing
from facilitator.domain.records import Finding, Idea
from facilitator.screens.form import Form
from facilitator.screens.gap_list import GapList
from facilitator.store.commands.importing import import_session
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock, screen_text
from tests.domain.sessions import AGENDA, COMPLETE, PEOPLE, a_session, decision
from tests.screens.test_wrap_up import SIZE, press, seen
from tests.store.test_closing import S
from tests.store.test_closing import session as session

ON = "s1"
OBSTACLE = Finding(id="f2", text="Nobody calls on groups", kind=FindingKind.OBSTACLE)
DISPUTED = replace(OBSTACLE, standing=Standing.DISPUTED)
LISTED = tuple(Idea(id=f"x{at}", text=f"Idea number {at}", state=IdeaState.SHORTLISTED) for at in range(14))
BETS = tuple(decision(at, f"Sign dealer number {at}", bet=at - 4) for at in range(5, 11))
ALL_IN_ONE = tuple(
    replace(one, question=None, stage=AGENDA[0].stage if one.title == "Ideas" else one.stage)
    for one in AGENDA
    if one.title not in ("Coffee", "Air")
)
WEAK = (
    decision(5, "Call on laboratories", owner=None, owner_id=None),
    decision(6, "Print a leaflet", owner="marketing", owner_id=None),
    decision(7, "Book the fair in Lyon", due=None),
    decision(8, "Look into pricing"),
    decision(9, "Film a repair", measure=None),
    decision(10, "Open a shop", measure="likes"),
    decision(11, "Call every trial user", due=date(2026, 3, 2)),
    decision(12, "Sell refurbished units"),
    decision(13, "Sell refurbished units", resources=None),
)

# What is wrong with a session, and for each code what stands on the screen once enter was pressed on its gap.
PREPARED: tuple[dict[str, Any], dict[str, str]] = (
    {
        "goal": None,
        "topic": None,
        "known": None,
        "numbers": (),
        "homework": COMPLETE.homework[1:],
        "agenda": (
            *ALL_IN_ONE,
            replace(AGENDA[0], id="open", title="Open talk", planned_seconds=0, state=ItemState.WAITING),
        ),
    },
    {
        "P01": "goal",
        "P02": "topic",
        "P03": "known",
        "P08": "number",
        "P10": "Homework of Jonas Beck",
        "T01": "Open talk",
        "T03": "Break 15",
        "T04": "item",
        "T05": "question",
        "T09": "item",
    },
)
DECIDED: tuple[dict[str, Any], dict[str, str]] = (
    {"decisions": WEAK, "people": tuple(replace(one, present=one.id != "jonas") for one in PEOPLE)},
    {
        "D01": "owner of 5",
        "D02": "owner of 6",
        "D03": "deadline of 7",
        "D04": "Look into pricing",
        "D05": "measure of 9",
        "D06": "measure of 10",
        "D08": "stop doing",
        "D09": "It was left undecided",
        "D10": "owner of 7",
        "D11": "owner of 13",
        "D12": "deadline of 11",
        "D13": "Sell refurbished units",
        "D14": "resources of 13",
        "U02": "It was missed",
    },
)
CLOSING: tuple[dict[str, Any], dict[str, str]] = (
    {
        "review_on": None,
        "monitor_id": None,
        "check_ins": None,
        "feedback": (),
        "assumptions": (replace(COMPLETE.assumptions[0], on=None),),
        "commitments": COMPLETE.commitments[1:],
        "questions": (replace(COMPLETE.questions[0], answer="SMEs"), replace(COMPLETE.questions[1], answer=None)),
        "numbers": (replace(COMPLETE.numbers[0], shown_at=None),),
        "findings": (replace(DISPUTED, text="We should hire"),),
        "ideas": LISTED,
        "decisions": BETS,
    },
    {
        "F01": "Decide to find it out",
        "F02": "finding, anew",
        "F03": "Revenue",
        "I02": "shortlist how many",
        "F04": "Marketing's problem, or the business's?",
        "D07": "6 bets, and the session allows 5",
        "Q01": "Write the answer",
        "Q02": "#who",
        "C02": "review",
        "C03": "who watches",
        "C04": "check in",
        "C05": "goal met",
        "C06": "Laboratories buy online",
        "C07": "Jonas Beck, you said",
    },
)


@pytest.fixture
def app(session: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=S)


async def mend(pilot: Pilot[None], code: str) -> None:
    """Enter on the first gap of a code, in the list that k opens."""
    await press(pilot, "k")
    listed = pilot.app.screen
    assert isinstance(listed, GapList)
    lines = listed.query_one(LineList)
    lines.select(next(line.id for line in lines.lines if line.id.startswith(f"{code}:")))
    await press(pilot, "enter")


@pytest.mark.slow
@pytest.mark.parametrize(("wrong", "opened"), [PREPARED, DECIDED, CLOSING], ids=["prepared", "decided", "closing"])
async def test_enter_on_a_gap_opens_what_mends_it(
    wrong: dict[str, Any], opened: dict[str, str], store: Store, path: Path, clock: FakeClock
) -> None:
    store.run(import_session, ON, a_session(**wrong))
    app = FacilitatorApp(path, clock=clock, session_id=ON)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        for code, words in opened.items():
            await mend(pilot, code)
            assert words in screen_text(app), code
            assert not isinstance(app.screen, GapList), code
            await press(pilot, "escape", "escape")


async def test_a_finding_is_settled_a_bet_let_go_and_an_item_given_its_reason_from_the_list(
    store: Store, path: Path, clock: FakeClock
) -> None:
    store.run(import_session, ON, a_session(findings=(DISPUTED,), decisions=BETS))
    app = FacilitatorApp(path, clock=clock, session_id=ON)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        await mend(pilot, "F01")
        await press(pilot, "a")
        await mend(pilot, "F04")
        await press(pilot, "s")
        await mend(pilot, "D07")
        await press(pilot, "2")
        await mend(pilot, "D09")
        await press(pilot, "r", " the figures are missing", "enter")
        whole = store.read(everything, ON)
        assert (whole.findings[0].standing, whole.findings[0].nature) == (Standing.AGREED, "sales")
        assert [one.bet for one in whole.decisions] == [1, None, 2, 3, 4, 5]
        assert "the figures are missing" in {one.undecided_reason for one in whole.agenda}


async def test_the_missing_split_is_asked_for_among_the_decisions_wherever_the_list_was_opened(
    app: FacilitatorApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5")
        await mend(pilot, "Q05")
        assert isinstance(app.screen, Form)
        await press(pilot, " 10 / 90", "tab", " 30 / 70", "ctrl+s")
        assert seen(app).session.demand_split.next == "30 / 70"
        assert "Q05" not in {gap.code for gap in check(seen(app))}
