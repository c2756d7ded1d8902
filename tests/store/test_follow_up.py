"""The quarter after: what was carried out, what broke, what comes along into the next session."""

from datetime import date

import pytest

from facilitator.domain.capture import Kind
from facilitator.domain.follow_up_board import Consequence, Filter
from facilitator.domain.following import following, next_title
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus, IdeaState, SessionKind, Status
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import assumptions, bets, closing, follow_up, parking
from facilitator.store.commands.clock import start_item
from facilitator.store.queries.everything import everything
from facilitator.store.queries.follow_up import follow_up_board
from facilitator.store.queries.gaps import gaps
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.store.test_closing import S, say, seen
from tests.store.test_closing import session as session

DAY = 24 * 60


def begin(store: Store, session_id: str = "next") -> None:
    """Start its first item: from then on what came along is followed up there."""
    store.run(start_item, session_id, store.read(everything, session_id).agenda[0].id)


@pytest.fixture
def closed(session: Store) -> Store:
    say(session, Kind.DECISION, "Train the north @ines by 26 feb")
    say(session, Kind.ASSUMPTION, "Clinics pay per visit @ines by 1 mar")
    say(session, Kind.NUMBER, "Margin 38 %")
    session.run(assumptions.rest_on, S, seen(session).assumptions[0].id, seen(session).decisions[0].id)
    session.run(closing.set_check_ins, S, "FREQ=WEEKLY;INTERVAL=2")
    session.run(closing.close_session, S, "the room had to leave")
    return session


def test_a_status_is_kept_with_its_day(closed: Store, clock: FakeClock) -> None:
    clock.advance(minutes=10 * DAY)
    first = seen(closed).decisions[0]
    closed.run(follow_up.set_status, S, first.id, DecisionStatus.UNDER_WAY)
    clock.advance(minutes=DAY)
    closed.run(follow_up.note_decision, S, first.id, "the printer is late")
    closed.run(follow_up.set_status, S, first.id, DecisionStatus.DONE)
    assert [(note.on.day, note.text) for note in seen(closed).decisions[0].notes] == [
        (25, "under way"),
        (26, "the printer is late"),
        (26, "done"),
    ]
    assert closed.run(follow_up.set_status, S, first.id, DecisionStatus.DONE) is None
    closed.undo(S)
    assert seen(closed).decisions[0].status is DecisionStatus.UNDER_WAY


def test_what_is_late_and_what_is_due_this_week_can_be_seen_alone(closed: Store, clock: FakeClock) -> None:
    clock.advance(minutes=36 * DAY)
    board = closed.read(follow_up_board, S)
    assert [one.number for one in board.shown(Filter.LATE)] == [1]
    assert [one.number for one in board.shown(Filter.WEEK)] == [1, 2]
    closed.run(follow_up.set_status, S, board.decisions[0].id, DecisionStatus.DONE)
    assert closed.read(follow_up_board, S).shown(Filter.LATE) == ()


def test_a_check_in_that_was_held_is_to_come_no_more(closed: Store, clock: FakeClock) -> None:
    clock.advance(minutes=14 * DAY)
    board = closed.read(follow_up_board, S)
    assert (board.today, board.next_check_in()) == (date(2027, 1, 29), date(2027, 1, 29))
    closed.run(follow_up.log_check_in, S, "All on their way")
    board = closed.read(follow_up_board, S)
    assert board.next_check_in() == date(2027, 2, 12)
    assert date(2027, 1, 29) not in board.not_held()
    clock.advance(minutes=15 * DAY)
    assert closed.read(follow_up_board, S).not_held()[0] == date(2027, 2, 12)


def test_what_is_late_since_closing_stands_first_in_the_gap_list(closed: Store, clock: FakeClock) -> None:
    before = [gap.code for gap in closed.read(gaps, S)]
    assert before[0] == "Q01"
    clock.advance(minutes=36 * DAY)
    late = [gap.code for gap in closed.read(gaps, S)]
    assert late[:3] == ["U01", "U02", "U03"]
    assert late[3:] == before


def test_the_document_is_shared_within_48_hours(closed: Store, clock: FakeClock) -> None:
    clock.advance(minutes=17 * 60)
    left = closed.read(follow_up_board, S).share_left(clock().wall)
    assert left is not None
    assert left.total_seconds() == 31 * 3600
    with pytest.raises(RuleBroken, match="with whom"):
        closed.run(follow_up.mark_shared, S, "")
    closed.run(follow_up.mark_shared, S, "everyone who was there")
    assert seen(closed).session.shared_with == "everyone who was there"
    assert closed.read(follow_up_board, S).share_left(clock().wall) is None


def test_a_number_gets_its_new_value_and_a_check_in_its_day(closed: Store, clock: FakeClock) -> None:
    number = seen(closed).numbers[0]
    closed.run(follow_up.new_value, S, number.id, "2027-Q1", 41.0)
    closed.run(follow_up.new_value, S, number.id, "2027-Q1", 42.0)
    with pytest.raises(RuleBroken, match="kept in “%”, not in “days”"):
        closed.run(follow_up.new_value, S, number.id, "2027-Q1", 20.0, "days")
    assert seen(closed).numbers[0].values == (("", 38.0), ("2027-Q1", 42.0))
    closed.run(follow_up.log_check_in, S, "All on track")
    assert [(one.on, one.notes) for one in seen(closed).check_in_log] == [(date(2027, 1, 15), "All on track")]


@pytest.mark.parametrize(
    ("then", "status"),
    [
        (Consequence.REOPEN, DecisionStatus.OPEN),
        (Consequence.SUPERSEDE, DecisionStatus.DROPPED),
        (Consequence.LEAVE, DecisionStatus.DONE),
    ],
)
def test_when_an_assumption_breaks_its_decision_is_looked_at(
    closed: Store, then: Consequence, status: DecisionStatus
) -> None:
    first = seen(closed).decisions[0]
    closed.run(follow_up.set_status, S, first.id, DecisionStatus.DONE)
    closed.run(follow_up.judge_broken, S, seen(closed).assumptions[0].id, then)
    assert seen(closed).assumptions[0].standing is AssumptionStanding.BROKEN
    assert seen(closed).decisions[0].status is status


def test_what_is_open_broken_or_parked_comes_along_into_the_next_session(closed: Store, clock: FakeClock) -> None:
    closed.run(follow_up.judge_broken, S, seen(closed).assumptions[0].id, Consequence.REOPEN)
    planned = following(seen(closed), "Pricing: review", SessionKind.REVIEW, date(2027, 4, 15))
    closed.run(follow_up.begin_next, "next", planned)
    found = closed.read(everything, "next")
    assert (found.session.follows, found.session.status) == (S, Status.PREPARING)
    assert [(one.number, one.text, one.owner) for one in found.decisions] == [(1, "Train the north", "Ines Roth")]
    assert found.decisions[0].notes[-1].text == "from “Pricing”, decision 2"
    assert [(one.text, one.state) for one in found.ideas] == [("Publish one price list", IdeaState.PROPOSAL)]
    assert [one.text for one in found.findings] == ["No longer so: Clinics pay per visit"]
    assert [one.text for one in found.parked] == ["The discounts of the north"]
    assert found.numbers[0].values == (("", 38.0),)
    closed.undo(None)
    with pytest.raises(RuleBroken):
        closed.read(everything, "next")


def test_bets_close_ranks_and_tasks_that_were_taken_on_keep_their_day(session: Store) -> None:
    for text in ("Train the north @ines by 26 feb", "Sell in the south @ines by 5 mar"):
        say(session, Kind.DECISION, text)
    for decision in seen(session).decisions:
        session.run(bets.place_bet, S, decision.id)
    say(session, Kind.TASK, "Book the room by 10 jan 2027")
    session.run(
        parking.assign_parked, S, seen(session).parked[0].id, seen(session).people[0].id, None, date(2027, 2, 8)
    )
    session.run(closing.close_session, S, "the room had to leave")
    session.run(follow_up.set_status, S, seen(session).decisions[0].id, DecisionStatus.DONE)
    planned = following(seen(session), "Pricing: review", SessionKind.REVIEW, date(2027, 4, 15))
    assert [(one.text, one.bet) for one in planned.decisions] == [("Train the north", 1), ("Sell in the south", 2)]
    assert [(one.text, one.due) for one in planned.tasks] == [
        ("Book the room", None),
        ("The discounts of the north", date(2027, 2, 8)),
    ]
    assert [one.text for one in session.read(follow_up_board, S).tasks] == ["The discounts of the north"]


def test_what_sleeps_until_a_later_day_stays_asleep(session: Store) -> None:
    parked = seen(session).parked[0]
    session.run(parking.sleep_parked, S, parked.id, date(2027, 9, 1))
    whole = seen(session)
    assert following(whole, "Review", SessionKind.REVIEW, date(2027, 4, 15)).parked == ()
    assert [one.text for one in following(whole, "2028", SessionKind.STRATEGY, date(2028, 1, 17)).parked] == [
        parked.text
    ]


def test_what_came_along_is_followed_up_in_the_next_session_alone(closed: Store, clock: FakeClock) -> None:
    planned = following(seen(closed), "Pricing: review", SessionKind.REVIEW, date(2027, 4, 15))
    closed.run(follow_up.begin_next, "next", planned)
    begin(closed)
    clock.advance(minutes=80 * DAY)
    here, there = (closed.read(follow_up_board, one) for one in (S, "next"))
    assert (here.shown(Filter.LATE), here.due_assumptions(), here.next_title) == ((), (), "Pricing: review")
    assert (len(there.shown(Filter.LATE)), len(there.due_assumptions())) == (2, 1)
    assert not {"U02", "U04"} & {gap.code for gap in closed.read(gaps, S)}
    with pytest.raises(RuleBroken, match="along into “Pricing: review”"):
        closed.run(follow_up.set_status, S, here.decisions[0].id, DecisionStatus.DONE)
    with pytest.raises(RuleBroken, match="Follow it up there"):
        closed.run(assumptions.judge_assumption, S, here.assumptions[0].id, AssumptionStanding.HOLDS)


def test_success_counts_what_was_carried_out_after_it_came_along(closed: Store, clock: FakeClock) -> None:
    def on_time() -> tuple[int, int]:
        return next((one.count, one.of) for one in closed.read(follow_up_board, S).measures if "60" in one.words)

    for follows, title in ((S, "next"), ("next", "and the next")):
        planned = following(closed.read(everything, follows), title, SessionKind.REVIEW, date(2027, 4, 15))
        closed.run(follow_up.begin_next, title, planned)
        begin(closed, title)
    last = closed.read(everything, "and the next").decisions[0]
    closed.run(follow_up.set_status, "and the next", last.id, DecisionStatus.DONE)
    clock.advance(minutes=60 * DAY)
    assert on_time() == (1, 2)


def test_what_is_decided_anew_is_no_longer_open_here(closed: Store) -> None:
    closed.run(follow_up.judge_broken, S, seen(closed).assumptions[0].id, Consequence.REOPEN)
    first = seen(closed).decisions[0]
    planned = following(seen(closed), "Pricing: review", SessionKind.REVIEW, date(2027, 4, 15))
    closed.run(follow_up.begin_next, "next", planned)
    begin(closed)
    board = closed.read(follow_up_board, S)
    assert not board.open(first)
    assert first.id in board.along


def test_what_sleeps_wakes_on_its_day_or_another_one_and_is_taken_up_once(session: Store, clock: FakeClock) -> None:
    parked = seen(session).parked[0]
    session.run(parking.sleep_parked, S, parked.id, date(2027, 3, 1))
    session.run(closing.close_session, S, "the room had to leave")
    assert session.read(follow_up_board, S).awake() == ()
    clock.advance(minutes=50 * DAY)
    assert [one.text for one in session.read(follow_up_board, S).awake()] == ["The discounts of the north"]
    session.run(follow_up.sleep_until, S, parked.id, date(2027, 4, 1))
    assert session.read(follow_up_board, S).awake() == ()
    assert seen(session).parked[0].resolution == "sleeps until 2027-04-01"
    session.run(follow_up.begin_next, "next", following(seen(session), "Review", SessionKind.REVIEW, date(2027, 4, 15)))
    begin(session)
    assert parked.id in session.read(follow_up_board, S).along
    with pytest.raises(RuleBroken, match="Follow it up there"):
        session.run(follow_up.sleep_until, S, parked.id, None)


def test_the_next_session_is_called_after_its_year() -> None:
    assert next_title("Northwind 2027 marketing strategy", date(2027, 11, 19)) == "Northwind 2028 marketing strategy"
    assert next_title("Pricing", date(2028, 1, 17)) == "Pricing 2028"
