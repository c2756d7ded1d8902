"""What is known already goes into the capture line, which reads it back as it was."""

from datetime import date

from hypothesis import assume, example, given
from hypothesis import strategies as st

from facilitator.domain.capture import Captured, Kind, read_line, write_line
from facilitator.domain.people import handle_for
from facilitator.domain.records import Person
from facilitator.domain.text import clean

TODAY = date(2027, 1, 15)
TEXT = "Publish the pricing calculator"
NAMES = st.one_of(
    st.text(st.characters(categories=("L", "Zs"), include_characters="-.'’"), min_size=1, max_size=24),
    st.sampled_from(["Jonas Klein", "Jan van Dijk", "Bill All", "Li", "Ann Sales", "Ömer Öz", "Маша Иванова"]),
)
WORDS = st.one_of(
    st.text(max_size=40),
    st.text("@#!$ abü5,.;", max_size=20),
    st.sampled_from(["€5k pipeline a month", "10 leads by june", "meet @anna #x !y $z", "$$ saved", "@@ and ##"]),
)


def person(name: str, others: tuple[Person, ...] = ()) -> Person:
    handle = handle_for(name, {one.handle for one in others})
    return Person(id=f"p{len(others)}", name=name, handle=handle)


def read(line: str, people: tuple[Person, ...]) -> Captured:
    return read_line(Kind.DECISION, line, today=TODAY, people=people, keys=("why",))


def test_an_owner_a_day_and_a_measure_stand_behind_the_words_as_they_are_typed() -> None:
    jonas = person("Jonas Klein")
    line = write_line(
        Kind.DECISION, TEXT, today=TODAY, people=(jonas,), person_id="p0", day=date(2027, 2, 5), measure="€5k a month"
    )
    assert line == f"{TEXT} @jonas by 5 feb !€5k a month"
    later = write_line(Kind.DECISION, TEXT, today=TODAY, day=date(2028, 2, 5), resources="2 people")
    assert later == f"{TEXT} by 5 feb 2028 $2 people"


def test_a_sign_in_the_words_does_not_take_the_place_of_what_is_known() -> None:
    anna = person("Anna Weber")
    jonas = person("Jonas Klein", (anna,))
    line = write_line(Kind.DECISION, "Ask @anna first", today=TODAY, people=(anna, jonas), person_id="p1")
    assert line == "Ask @@anna first @jonas"
    assert (read(line, (anna, jonas)).owner, read(line, (anna, jonas)).text) == ("Jonas Klein", "Ask @anna first")


@given(NAMES, NAMES, st.dates(), WORDS, WORDS)
@example("Jonas Klein", "Jonas Beck", date(2027, 1, 15), "10 leads by june", "")
def test_what_is_written_is_read_back(name: str, other: str, day: date, measure: str, resources: str) -> None:
    name, other = (clean(one) for one in (name, other))
    measure, resources = (clean(one).rstrip(" ,;").lstrip("!$ ") for one in (measure, resources))
    assume(any(letter.isalpha() for letter in name) and any(letter.isalpha() for letter in other))
    assume(name.casefold() != other.casefold())
    first = person(other)
    people = (first, person(name, (first,)))
    line = write_line(
        Kind.DECISION,
        TEXT,
        today=TODAY,
        people=people,
        person_id="p1",
        day=day,
        measure=measure or None,
        resources=resources or None,
    )
    found = read(line, people)
    assert (found.owner_id, found.due) == ("p1", day)
    assert (found.measure, found.resources, found.text) == (measure or None, resources or None, TEXT)
