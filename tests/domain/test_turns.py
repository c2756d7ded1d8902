"""A round robin inside a timebox."""

from datetime import timedelta

from facilitator.domain.kinds import Part
from facilitator.domain.moment import Moment
from facilitator.domain.records import Person
from facilitator.domain.turns import Turn, Turns, speaking_order
from tests.domain.agendas import NINE

FIVE = ("anna", "ben", "cleo", "dan", "eva")


def after(seconds: float, *, clock_set_by: float = 0) -> Moment:
    return Moment(NINE + timedelta(seconds=seconds + clock_set_by), "first", 100 + seconds)


def round_robin(*skips: float) -> Turns:
    return Turns(people=FIVE, seconds_each=120, started_at=NINE, boot="first", boot_seconds=100, skips=skips)


def test_each_person_has_two_minutes_in_turn() -> None:
    assert round_robin().length == timedelta(minutes=10)
    assert round_robin().turn(after(0)) == Turn(
        person_id="anna", number=1, of=5, left=timedelta(minutes=2), next_id="ben"
    )
    assert round_robin().turn(after(130)) == Turn(
        person_id="ben", number=2, of=5, left=timedelta(seconds=110), next_id="cleo"
    )


def test_after_the_last_turn_nobody_is_left() -> None:
    last = round_robin().turn(after(599))
    assert last is not None
    assert (last.person_id, last.next_id) == ("eva", None)
    assert round_robin().turn(after(600)) is None


def test_a_skip_starts_the_next_turn_at_once_with_its_full_time() -> None:
    turn = round_robin(30).turn(after(30))
    assert turn is not None
    assert (turn.person_id, turn.left) == ("ben", timedelta(minutes=2))


def test_two_skips_at_once_move_on_by_two() -> None:
    turn = round_robin(30, 30).turn(after(40))
    assert turn is not None
    assert (turn.person_id, turn.left) == ("cleo", timedelta(seconds=110))


def test_a_skip_in_the_very_first_instant_counts() -> None:
    turn = round_robin(0).turn(after(10))
    assert turn is not None
    assert turn.person_id == "ben"


def test_setting_the_clock_changes_nobodys_turn() -> None:
    assert round_robin().turn(after(130, clock_set_by=-3600)) == round_robin().turn(after(130))


def test_the_owner_of_the_business_speaks_last_and_observers_do_not() -> None:
    people = (
        Person(id="boss", name="Olga", handle="olga", part=Part.PRINCIPAL, present=True),
        Person(id="anna", name="Anna", handle="anna", present=True),
        Person(id="late", name="Ben", handle="ben"),
        Person(id="watch", name="Cleo", handle="cleo", part=Part.OBSERVER, present=True),
        Person(id="dan", name="Dan", handle="dan", present=True),
    )
    assert speaking_order(people) == ("anna", "dan", "boss")


def test_before_the_roll_call_everyone_is_counted() -> None:
    assert speaking_order([Person(id="anna", name="Anna", handle="anna")]) == ("anna",)
