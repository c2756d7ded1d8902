"""A vote with dots: so many each, one person after the other, no number on any idea until it is shown."""

import json

import pytest

from facilitator.domain.dots import read_each, read_numbers, who_is_next
from facilitator.domain.idea_board import Order
from facilitator.domain.rules import RuleBroken
from facilitator.exchange.session_json import from_json, to_json
from facilitator.exchange.session_json.place import SessionFileError
from facilitator.store.commands import dots, ideas, people
from facilitator.store.commands.closing import close_session
from facilitator.store.queries.everything import everything
from facilitator.store.queries.ideas import ballot, idea_board
from facilitator.store.store import Store
from tests.store.test_ideas import SESSION, board, said, say
from tests.store.test_ideas import session as session


@pytest.fixture
def room(session: Store) -> list[str]:
    """Three people, by id."""
    for name in ("Anna Weber", "Jonas Beck", "Maria Lopes"):
        session.run(people.add_person, SESSION, name)
    return [person.id for person in session.read(everything, SESSION).people]


def test_dots_are_hidden_until_they_are_shown_and_taken_back_as_one(session: Store, room: list[str]) -> None:
    first, second = say(session, "Podcast", "Webinar")
    session.run(ideas.set_votes, SESSION, first, 1)
    session.run(dots.start_dots, SESSION, room, 3)
    session.run(dots.give_dots, SESSION, room[0], [second, second, first])
    entry = session.run(dots.give_dots, SESSION, room[1], [second])
    assert entry is not None
    assert entry.did == "Jonas Beck gives 1 dot"
    assert [idea.votes for idea in said(session).values()] == [1, 0]
    assert board(session, Order.VOTES).order is Order.SAID
    session.run(dots.show_dots, SESSION)
    assert [idea.votes for idea in said(session).values()] == [2, 3]
    assert session.read(ballot, SESSION) is None
    session.undo(SESSION)
    assert [idea.votes for idea in said(session).values()] == [1, 0]
    assert len(session.read(idea_board, SESSION, Order.SAID).ballot.given) == 2  # type: ignore[union-attr]  # it goes on


def test_nobody_has_more_dots_than_the_others_and_no_hands_are_counted_meanwhile(
    session: Store, room: list[str]
) -> None:
    (only,) = say(session, "Podcast")
    session.run(dots.start_dots, SESSION, room[:2], 2)
    with pytest.raises(RuleBroken, match="Anna Weber has 2 dots, and these are 3"):
        session.run(dots.give_dots, SESSION, room[0], [only] * 3)
    with pytest.raises(RuleBroken, match="Maria Lopes does not vote"):
        session.run(dots.give_dots, SESSION, room[2], [only])
    with pytest.raises(RuleBroken, match="A vote with dots is going on"):
        session.run(ideas.add_votes, SESSION, only, 1)
    with pytest.raises(RuleBroken, match="A vote with dots is going on"):
        session.run(ideas.cut_by_votes, SESSION, 3)
    with pytest.raises(RuleBroken, match="A vote is going on"):
        session.run(dots.start_dots, SESSION, room, 2)
    with pytest.raises(RuleBroken, match="Nobody has given any dots"):
        session.run(dots.show_dots, SESSION)


def test_dots_follow_an_idea_that_is_merged(session: Store, room: list[str]) -> None:
    first, second = say(session, "Podcast", "A podcast")
    session.run(dots.start_dots, SESSION, room, 2)
    session.run(dots.give_dots, SESSION, room[0], [first, second])
    session.run(ideas.merge_ideas, SESSION, first, [second])
    session.run(dots.show_dots, SESSION)
    assert [idea.votes for idea in said(session).values()] == [2]


def test_a_vote_that_goes_on_is_in_the_file_of_the_session(session: Store, room: list[str]) -> None:
    (only,) = say(session, "Podcast")
    session.run(dots.start_dots, SESSION, room, 2)
    session.run(dots.give_dots, SESSION, room[1], [only])
    before = session.read(everything, SESSION)
    assert from_json(to_json(before), before.now).session.ballot == before.session.ballot


def test_what_was_removed_counts_no_more_and_that_is_said(session: Store, room: list[str]) -> None:
    first, second = say(session, "Podcast", "Webinar")
    session.run(dots.start_dots, SESSION, room, 2)
    session.run(dots.give_dots, SESSION, room[0], [first, second])
    session.run(dots.give_dots, SESSION, room[1], [first, first])
    with pytest.raises(RuleBroken, match=r"every idea keeps its number\. X drops it"):
        session.run(ideas.remove_ideas, SESSION, [second])
    session.run(people.remove_person, SESSION, room[1])
    going_on = session.read(idea_board, SESSION, Order.SAID).ballot
    assert going_on is not None
    assert (len(going_on.given), len(going_on.voters)) == (1, 2)
    before = session.read(everything, SESSION)
    assert from_json(to_json(before), before.now).session.ballot == before.session.ballot
    entry = session.run(dots.show_dots, SESSION)
    assert entry is not None
    assert entry.did == "Show the vote: 2 dots of 1 person; 2 had gone with who or what was removed"
    assert [idea.votes for idea in said(session).values()] == [1, 1]


def test_a_session_does_not_close_over_a_vote_that_would_stay_hidden(session: Store, room: list[str]) -> None:
    (only,) = say(session, "Podcast")
    session.run(dots.start_dots, SESSION, room, 2)
    session.run(dots.give_dots, SESSION, room[0], [only])
    with pytest.raises(RuleBroken, match=r"is hidden\. Show it or throw it away first: D in the brainstorm"):
        session.run(close_session, SESSION, "it is late")
    session.run(dots.show_dots, SESSION)
    session.run(close_session, SESSION, "it is late")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"each": -5}, "session.ballot.each must be a whole number from 1 to 99, found -5"),
        ({"voters": ["nobody"]}, r"session.ballot.voters\[0\] must be a person of the session"),
        ({"given": [{"person": "ANNA", "ideas": ["IDEA"] * 3}]}, r"given\[0\].ideas holds 3 dots, where each has 2"),
        ({"given": [{"person": "ANNA", "ideas": []}] * 2}, r"given\[1\].person must be one of the voters, named once"),
        ({"given": [{"person": "ANNA", "ideas": ["gone"]}]}, r"given\[0\].ideas\[0\] must be an idea of the session"),
    ],
)
def test_a_vote_that_could_not_have_been_is_not_imported(
    session: Store, room: list[str], wrong: dict[str, object], says: str
) -> None:
    (only,) = say(session, "Podcast")
    session.run(dots.start_dots, SESSION, room, 2)
    before = session.read(everything, SESSION)
    file = json.loads(to_json(before))
    file["session"]["ballot"] |= wrong
    text = json.dumps(file).replace("ANNA", room[0]).replace("IDEA", only)
    with pytest.raises(SessionFileError, match=says):
        from_json(text, before.now)


def test_the_next_is_who_has_not_given_any(session: Store, room: list[str]) -> None:
    session.run(dots.start_dots, SESSION, room, 2)
    session.run(dots.give_dots, SESSION, room[1], [])
    going_on, there = session.read(ballot, SESSION), session.read(everything, SESSION).people
    assert going_on is not None
    names = [
        (one.name if one else None) for one in (who_is_next(going_on, there), who_is_next(going_on, there, room[0]))
    ]
    assert names == ["Anna Weber", "Maria Lopes"]


def test_numbers_are_read_as_they_are_said() -> None:
    assert (read_each("3 "), read_each("-3"), read_each("9" * 5000)) == (3, None, None)
    assert read_numbers("3 7, 7") == (3, 7, 7)
    assert read_numbers("0") == ()
    assert read_numbers("three") is None
