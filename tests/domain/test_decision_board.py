"""What the decisions screen works out: groups, load, fingers, the share that creates demand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.decision_board import NO_DEPARTMENT, DecisionBoard, Load, department_loads, loads
from facilitator.domain.demand import share_that_creates
from facilitator.domain.kinds import DecisionKind, Voice
from facilitator.domain.records import Decision, Person, SessionHead
from facilitator.domain.support import SupportError, lows, read_support

INES = Person(id="p-1", name="Ines Roth", handle="ines", department="Deck", present=True)
ADA = Person(id="p-2", name="Ada Li", handle="ada", present=True)
OLA = Person(id="p-3", name="Ola Zając", handle="ola", department="Deck", voice=Voice.INFORMED, present=True)


def decided(number: int, **more: object) -> Decision:
    return Decision(id=f"d-{number}", number=number, text=f"Decision {number}", **more)  # type: ignore[arg-type]  # by name


def board(*decisions: Decision) -> DecisionBoard:
    head = SessionHead(id="s", title="Ferry", moderator_id="p-2")
    return DecisionBoard(session=head, people=(INES, ADA, OLA), decisions=decisions, proposals=(), gaps=())


def test_bets_stand_first_by_rank_and_what_stops_stands_apart() -> None:
    shown = board(
        decided(1),
        decided(2, bet=2),
        decided(3, bet=1),
        decided(4, kind=DecisionKind.STOP),
        decided(5, kind=DecisionKind.WONT),
        decided(6, kind=DecisionKind.FIND_OUT),
    )
    assert [one.number for one in shown.to_do] == [3, 2, 1, 6]
    assert ([one.number for one in shown.stops], [one.number for one in shown.refused]) == ([4], [5])


def test_the_load_is_counted_by_person_and_by_department_without_what_was_refused() -> None:
    made = (
        decided(1, owner_id="p-1", bet=1),
        decided(2, owner_id="p-3"),
        decided(3, owner_id="p-1", kind=DecisionKind.WONT),
        decided(4),
    )
    people = (INES, ADA, OLA)
    assert loads(made, people) == (Load("Ines Roth", 1, 1), Load("Ola Zając", 1, 0), Load("Ada Li", 0, 0))
    assert department_loads(made, people) == (Load("Deck", 2, 1), Load(NO_DEPARTMENT, 0, 0))


def test_fingers_are_shown_by_who_is_here_but_not_by_the_moderator_or_who_is_only_informed() -> None:
    assert board().fingers_of == ("Ines",)


@pytest.mark.parametrize("text", ["4 4 5 3 2", "4,4,5,3,2", "44532", " 4/4/5/3/2 "])
def test_fingers_are_typed_as_they_are_counted(text: str) -> None:
    assert read_support(text) == (4, 4, 5, 3, 2)


@pytest.mark.parametrize("text", ["6", "0", "4 x", "four", "-1", "4 12"])
def test_what_no_hand_can_show_is_refused(text: str) -> None:
    with pytest.raises(SupportError, match="from 1 to 5"):
        read_support(text)


def test_the_lows_are_named_when_everybody_showed_and_counted_when_not() -> None:
    assert lows((5, 2, 1), ("Ines", "Ada", "Ola")) == ("Ada 2", "Ola 1")
    assert lows((5, 2), ("Ines", "Ada", "Ola")) == ("whoever showed 2",)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("20/80", 20),
        ("20 % create, 80 % capture", 20),
        ("80% capture", 20),
        ("capture 80, create 20", 20),
        ("30 to 70", 30),
        ("a quarter, 25 %", 25),
        ("25 create 75 capture", 25),
        ("mostly capture", None),
        ("15/01", None),
        (None, None),
    ],
)
def test_the_share_that_creates_is_found_in_the_words(words: str | None, share: int | None) -> None:
    assert share_that_creates(words) == share


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_words_give_a_share_or_none(words: str) -> None:
    share = share_that_creates(words)
    assert share is None or 0 <= share <= 100


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (DecisionKind.DO, "Publish the prices", "Publish the prices"),
        (DecisionKind.STOP, "print advertising", "stop print advertising"),
        (DecisionKind.STOP, "Stop print advertising", "Stop print advertising"),
        (DecisionKind.STOP, "Stopgap funding of the fair", "stop Stopgap funding of the fair"),
        (DecisionKind.WONT, "won’t print", "won’t print"),
        (DecisionKind.FIND_OUT, "what a customer costs", "find out what a customer costs"),
        (DecisionKind.WONT, "raise prices", "won't raise prices"),
    ],
)
def test_a_decision_is_never_said_without_its_kind(kind: DecisionKind, text: str, said: str) -> None:
    assert Decision(id="d", number=1, text=text, kind=kind).said == said
