"""A session file that somebody wrote or changed by hand: what the rest of it says may be left out."""

import pytest

from facilitator.domain.kinds import Voice
from facilitator.exchange.session_json import SessionFileError
from tests.exchange.by_hand import read


def test_an_agenda_without_places_is_taken_in_the_order_of_its_list() -> None:
    titles = ["Frame", "Numbers", "Ideas", "Bets", "Close"]
    agenda: list[dict[str, object]] = [{"title": title} for title in titles]
    assert [one.position for one in read(agenda=agenda).agenda] == [0, 1, 2, 3, 4]
    # One that was put in by hand among others that have their places.
    placed = [one | {"position": place} for place, one in enumerate(agenda)]
    read_back = read(agenda=[*placed[:2], {"title": "Break"}, *placed[2:]]).agenda
    assert [one.title for one in sorted(read_back, key=lambda one: one.position)] == [*titles[:2], "Break", *titles[2:]]


def test_places_that_are_all_there_stand() -> None:
    agenda = [{"title": "Close", "position": 7}, {"title": "Frame", "position": 2}]
    assert [one.position for one in read(agenda=agenda).agenda] == [7, 2]


def test_a_decision_without_a_number_gets_the_next_and_so_do_rounds_and_days() -> None:
    session = read(
        decisions=[{"text": "Do it"}, {"text": "And that", "number": 4}, {"text": "Then this"}],
        rounds=[{"focus": "Pricing"}, {"focus": "Reach"}],
        days=[{"starts_at": "2027-01-15T09:00"}, {"starts_at": "2027-01-16T09:00"}],
    )
    assert [one.number for one in session.decisions] == [5, 4, 6]
    assert [one.number for one in session.rounds] == [1, 2]
    assert [one.day for one in session.days] == [1, 2]


def test_a_person_needs_only_a_name_and_is_found_by_the_handle_that_follows_from_it() -> None:
    people = [{"name": "Anna Weber"}, {"name": "Zoë Ångström", "part": "principal"}, {"name": "Anna Wolf"}]
    session = read(people=[*people, {"name": "Ole", "handle": "annaw"}], tasks=[{"text": "Book", "owner": "zoe"}])
    assert [one.handle for one in session.people] == ["anna", "zoe", "annawo", "annaw"]
    assert [one.voice for one in session.people][:2] == [Voice.CONSULTED, Voice.DECIDES]
    assert session.tasks[0].owner_id == session.people[1].id


def test_more_people_than_a_room_holds_need_their_handles() -> None:
    with pytest.raises(SessionFileError, match=r"people\[0\].handle is missing"):
        read(people=[{"name": "Anna"}] * 501)


def test_a_name_and_an_id_that_mean_two_people_are_refused() -> None:
    """The id won, and the name that somebody had typed over another was lost without a word."""
    people = [{"id": "a", "name": "Anna Weber"}, {"id": "j", "name": "Jonas Beck"}]
    file = {"people": people, "decisions": [{"text": "Do it", "owner": "Anna Weber", "owner_id": "j"}]}
    with pytest.raises(SessionFileError) as refused:
        read(**file)
    assert str(refused.value) == (
        "decisions[0].owner is “Anna Weber”, and owner_id beside it is that of “Jonas Beck”. "
        "Leave one of the two out. Nothing was imported."
    )


def test_a_name_that_nobody_has_any_more_is_an_old_one_of_whom_the_id_means() -> None:
    people = [{"id": "a", "name": "Anna Schmidt"}, {"id": "b", "name": "Anna Schmidt"}]
    tasks = [{"text": "Book", "owner": name, "owner_id": "b"} for name in ("Anna Weber", "Anna Schmidt")]
    assert [one.owner_id for one in read(people=people, tasks=tasks).tasks] == ["b", "b"]
