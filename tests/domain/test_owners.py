"""Who answers for something, typed into a field that asks for one person."""

import pytest

from facilitator.domain.owners import NewPerson, NoOwner, read_owner
from facilitator.domain.people import Found
from facilitator.domain.records import Person

WERNER = Person(id="p-1", name="Petra Werner", handle="petra")
ALDA = Person(id="p-2", name="Allegra Weiss", handle="allegra")
BOARD = Person(id="p-3", name="Paul Board", handle="paul")
ROOM = (WERNER, ALDA, BOARD)


@pytest.mark.parametrize("words", ["petra", "@petra", "Werner", "Petra Werner", "petr"])
def test_a_person_of_the_session_is_found_by_any_of_their_names(words: str) -> None:
    assert read_owner(words, ROOM) == Found(WERNER)


@pytest.mark.parametrize(
    "words", ["we", "all", "the team", "marketing", "tbd", "petra and paul", "Petra & Jan", "", "@"]
)
def test_words_that_name_no_one_person_are_refused_even_where_a_name_begins_so(words: str) -> None:
    assert isinstance(read_owner(words, ROOM), NoOwner)


def test_a_surname_that_is_also_a_group_is_its_person() -> None:
    assert read_owner("board", ROOM) == Found(BOARD)


def test_initials_that_fit_two_people_ask_for_more_of_the_name() -> None:
    both = (WERNER, Person(id="p-4", name="Pia Wolf", handle="pia"))
    assert read_owner("PW", both) == NoOwner("“PW” fits Petra Werner and Pia Wolf. Type more of the name.")


@pytest.mark.parametrize(("words", "name"), [("lena", "Lena"), ("Jan van Dijk", "Jan van Dijk")])
def test_a_name_that_nobody_has_is_a_new_person(words: str, name: str) -> None:
    assert read_owner(words, ROOM) == NewPerson(name)
