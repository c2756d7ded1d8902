"""What is known already as words for the capture line, which reads them back as they are."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.capture.captured import Kind
from facilitator.domain.capture.reading import read_line
from facilitator.domain.capture.tokens import doubled
from facilitator.domain.dates import DeadlineError, read_deadline
from facilitator.domain.dates.days import MONTHS

if TYPE_CHECKING:
    from facilitator.domain.person import Person


def write_line(
    kind: Kind,
    text: str,
    *,
    today: date,
    people: "Sequence[Person]" = (),
    person_id: str | None = None,
    day: date | None = None,
    measure: str | None = None,
    resources: str | None = None,
    day_first: bool = True,
) -> str:
    """A line of the text, whose it is, by when, with what and how it is measured.

    A sign in the text that would stand for what is given here is doubled.
    """
    given = (("@", person_id), ("!", measure), ("$", resources))
    text = doubled(text, "".join(sign for sign, value in given if value))
    due = f"by {_day(day, today, day_first=day_first)}" if day else ""
    values = [_value(sign, words) for sign, words in (("$", resources), ("!", measure)) if words]
    rest = " ".join(filter(None, (due, *values)))

    def means(name: str) -> bool:
        line = f"{text} {name} {rest}"
        return read_line(kind, line, today=today, people=people, day_first=day_first).owner_id == person_id

    owner = next(filter(means, _names(person_id, people)), "")
    return " ".join(filter(None, (text, owner, rest)))


def _names(person_id: str | None, people: "Sequence[Person]") -> Iterator[str]:
    """What one person may be called, the shortest first."""
    for person in people:
        if person.id == person_id:
            yield f"@{person.handle}"
            yield f"@{person.name}"


def _day(day: date, today: date, *, day_first: bool) -> str:
    """The shortest words that mean this day and no other."""
    short = f"{day.day} {MONTHS[day.month - 1][:3].lower()}"
    for words in (short, f"{short} {day.year}"):
        try:
            read = read_deadline(f"by {words}", today, day_first=day_first)
        except DeadlineError:
            continue  # the calendar of the next year has no such day
        if read.day == day and not read.others:
            return words
    return day.isoformat()


def _value(sign: str, words: str) -> str:
    """Behind its sign; one that stands before the words already is left out, since two would be text."""
    first, blank, more = re.sub(rf"^[\s{re.escape(sign)}]+", "", words).partition(" ")
    twice = first[:1] in "@#!$" and first[:1] == first[1:2]
    return f"{sign}{first[:1] * twice}{first}{blank}{doubled(f' {more}', '@#!$')[1:]}"
