"""People by the words that others use for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.people import (
    Found,
    Nobody,
    ReadPerson,
    Several,
    ending,
    find_person,
    first_name,
    full_name_at,
    handle_for,
    listed,
    read_person,
)
from facilitator.domain.records import Person


def room(*names: str) -> list[Person]:
    people: list[Person] = []
    for name in names:
        handle = handle_for(name, {one.handle for one in people})
        people.append(Person(id=handle, name=name, handle=handle))
    return people


ROOM = room("Anna Weber", "Jonas Beck", "Łucja Nowak", "Joan Baez", "Артём Ким", "Dr. Mia van Dijk")


@pytest.mark.parametrize(
    ("name", "taken", "handle"),
    [
        ("Anna Weber", (), "anna"),
        ("Anna Weber", ("anna",), "annaw"),
        ("Anna Weber", ("anna", "annaw"), "annawe"),
        ("Anna", ("anna",), "anna2"),
        ("Łucja Nowak", (), "lucja"),
        ("Dr. Mia van Dijk", (), "mia"),
        ("Jean-Luc Moreau", (), "jeanluc"),
        ("Артём Ким", (), "артем"),
        ("!!!", ("person",), "person2"),
    ],
)
def test_a_handle_is_the_first_name_until_two_share_it(name: str, taken: tuple[str, ...], handle: str) -> None:
    assert handle_for(name, taken) == handle


@given(st.lists(st.text(max_size=12), max_size=12))
@settings(max_examples=80, deadline=None)
def test_no_two_people_share_a_handle(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        taken.append(handle_for(name, taken))
    assert len(set(taken)) == len(taken)
    assert all(handle.isalnum() for handle in taken)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("anna", "Anna Weber"),
        ("ANNA", "Anna Weber"),
        ("ann", "Anna Weber"),
        ("Anna Weber", "Anna Weber"),
        ("anna.weber", "Anna Weber"),
        ("annaweber", "Anna Weber"),
        ("anna w", "Anna Weber"),
        ("weber", "Anna Weber"),
        ("aw", "Anna Weber"),
        ("lucja", "Łucja Nowak"),
        ("Артем", "Артём Ким"),
        ("mia", "Dr. Mia van Dijk"),
        ("MD", "Dr. Mia van Dijk"),
        ("vandijk", "Dr. Mia van Dijk"),
        ("jon", "Jonas Beck"),
    ],
)
def test_one_person_fits(words: str, name: str) -> None:
    match = find_person(words, ROOM)
    assert isinstance(match, Found)
    assert match.person.name == name


@pytest.mark.parametrize("words", ["jo", "JB", "jb"])
def test_initials_and_beginnings_can_fit_two(words: str) -> None:
    match = find_person(words, ROOM)
    assert isinstance(match, Several)
    assert [person.name for person in match.people] == ["Jonas Beck", "Joan Baez"]


def test_a_first_name_that_two_share_is_nobodys() -> None:
    people = room("Anna Weber", "Anna Schmidt")
    assert isinstance(find_person("anna", people), Several)
    assert find_person("annas", people) == Found(people[1])
    assert find_person("annaw", people) == Found(people[0])


@pytest.mark.parametrize("words", ["", "marketing", "@", "annabel", "Anna Schmidt"])
def test_nobody_fits(words: str) -> None:
    assert find_person(words, ROOM) == Nobody()


def test_a_full_name_takes_its_words_and_no_more() -> None:
    assert full_name_at(["Jonas", "Beck", "ships"], ROOM) == (ROOM[1], 2)
    assert full_name_at(["jonas", "beck,"], ROOM) == (ROOM[1], 2)
    assert full_name_at(["Dr.", "Mia", "van", "Dijk"], ROOM) == (ROOM[5], 4)
    assert full_name_at(["Jonas", "ships"], ROOM) is None


@pytest.mark.parametrize(
    ("line", "person"),
    [
        (
            "Anna Weber <anna@acme.example>, Head of Sales",
            ReadPerson("Anna Weber", "anna@acme.example", "Head of Sales"),
        ),
        ("Anna Weber, Sales", ReadPerson("Anna Weber", None, "Sales")),
        ("Anna Weber; Sales, Europe", ReadPerson("Anna Weber", None, "Sales, Europe")),
        ("Anna Weber", ReadPerson("Anna Weber")),
        ("Anna Weber anna@acme.example", ReadPerson("Anna Weber", "anna@acme.example")),
        ("Weber, Anna <anna@acme.example>", ReadPerson("Anna Weber", "anna@acme.example")),
        ('"Weber, Anna" <anna@acme.example>', ReadPerson("Anna Weber", "anna@acme.example")),
        ("Anna Weber, Sales <anna@acme.example>", ReadPerson("Anna Weber", "anna@acme.example", "Sales")),
        ("anna.weber@acme.example", ReadPerson("Anna Weber", "anna.weber@acme.example")),
        ("Anna Weber - Head of Sales", ReadPerson("Anna Weber", None, "Head of Sales")),
        ("Anna Weber – Sales, Europe", ReadPerson("Anna Weber", None, "Sales, Europe")),
        ("Anna Weber, Sales – Europe", ReadPerson("Anna Weber", None, "Sales – Europe")),
        ("Anna-Lena Weber", ReadPerson("Anna-Lena Weber")),
        ("Anna Weber (Sales)", ReadPerson("Anna Weber", None, "Sales")),
        (
            "Anna Weber (Sales, Europe) <anna@acme.example>",
            ReadPerson("Anna Weber", "anna@acme.example", "Sales, Europe"),
        ),
        ("Anna Weber (she/her)", ReadPerson("Anna Weber (she/her)")),
        ("Anna - CFO <anna@acme.example>", ReadPerson("Anna", "anna@acme.example", "CFO")),
        ("Anna Weber <anna@acme.example> – CFO", ReadPerson("Anna Weber", "anna@acme.example", "CFO")),
        ("Anna Weber <anna at acme>", ReadPerson("Anna Weber <anna at acme>")),
    ],
)
def test_a_person_is_one_line(line: str, person: ReadPerson) -> None:
    assert read_person(line) == person


def test_a_line_without_a_name_is_no_person() -> None:
    assert read_person("  ") is None
    assert read_person(", Sales") is None


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_asked_for(text: str) -> None:
    find_person(text, ROOM)
    person = read_person(text)
    assert person is None or person.name


def test_names_are_listed_as_they_are_spoken() -> None:
    assert listed(["Anna"]) == "Anna"
    assert listed(["Anna", "Jonas", "Mia"]) == "Anna, Jonas and Mia"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anna Weber", "Anna"),
        ("Dr. Karl-Heinz Müller sen.", "Karl-Heinz"),
        ("Prof. Dr. Mia van Dijk", "Mia"),
        ("Frau Weber", "Weber"),
        ("Dr.", "Dr."),
        ("", ""),
    ],
)
def test_a_title_is_nobodys_first_name(name: str, said: str) -> None:
    assert first_name(name) == said


def test_a_name_that_ends_with_a_full_stop_ends_its_sentence() -> None:
    assert ending(["Anna Müller", "Karl Müller sen."]) == "Anna Müller and Karl Müller sen."
    assert ending(["Anna Müller", "Karl Müller"]) == "Anna Müller and Karl Müller."
