"""Success at three distances."""

from datetime import date

import pytest

from facilitator.domain.kinds import DecisionKind, DecisionStatus
from facilitator.domain.records import Decision, Note, Number
from facilitator.domain.success import measures, moved

ENDED = date(2027, 1, 15)


def decision(number: int, due: date | None, status: DecisionStatus, done: date | None = None) -> Decision:
    notes = (Note(on=done, text="done"),) if done else ()
    owner = "p1" if due else None
    return Decision(id=f"d{number}", number=number, text="Do it", owner_id=owner, due=due, status=status, notes=notes)


DECISIONS = (
    decision(1, date(2027, 2, 1), DecisionStatus.DONE, date(2027, 1, 30)),
    decision(2, date(2027, 2, 1), DecisionStatus.DONE, date(2027, 2, 20)),
    decision(3, date(2027, 3, 10), DecisionStatus.DONE),
    decision(4, date(2027, 3, 12), DecisionStatus.OPEN),
    decision(5, date(2027, 2, 1), DecisionStatus.DROPPED),
    decision(6, None, DecisionStatus.OPEN),
    Decision(id="d7", number=7, text="No fair", kind=DecisionKind.WONT),
)


def test_near_means_owner_and_day_and_later_means_done_by_the_day() -> None:
    found = measures(DECISIONS, (), ENDED, date(2027, 6, 1))
    assert [(one.count, one.of) for one in found] == [(4, 5), (1, 2), (2, 4), (2, 4), (0, 0)]


def test_a_deadline_that_is_still_to_come_is_not_missed_yet() -> None:
    found = measures(DECISIONS, (), ENDED, date(2027, 2, 2))
    assert [(one.count, one.of) for one in found][1:4] == [(1, 2)] * 3


def test_a_number_moved_when_it_came_nearer_to_its_target() -> None:
    assert moved(Number(id="n", name="Churn", target=2, values=(("Q1", 5), ("Q2", 3))))
    assert not moved(Number(id="n", name="Churn", target=2, values=(("Q1", 3), ("Q2", 5))))
    assert moved(Number(id="n", name="Visits", values=(("Q1", 3), ("Q2", 5))))
    numbers = (Number(id="n", name="Churn", target=2, values=(("Q1", 5), ("Q2", 3))), Number(id="m", name="New"))
    assert measures((), numbers, ENDED, ENDED)[-1].count == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((("2026-Q3", 5.0), ("2026-Q4", 4.0)), (0, 0)),
        ((("2026-Q3", 4.0), ("2026-Q4", 5.0), ("2027-Q1", 4.0)), (1, 1)),
        ((("2026-12", 4.0), ("2027-02", 5.0)), (0, 1)),
        ((("2026", 4.0), ("2027-02-20", 3.0)), (1, 1)),
        ((("2027-Q1", 3.0),), (0, 0)),
        ((("2026-13", 4.0), ("2026-99-99", 3.0)), (1, 1)),
    ],
)
def test_a_number_counts_once_it_has_a_value_since_the_session(
    values: tuple[tuple[str, float], ...], told: tuple[int, int]
) -> None:
    found = measures((), (Number(id="n", name="Churn", target=2, values=values),), ENDED, date(2027, 6, 1))[-1]
    assert (found.count, found.of) == told
