"""A list of people as it is pasted or read: one a line, or a sheet with a header."""

import csv
import io
import re
from dataclasses import dataclass

from facilitator.domain.fault_words import sentence
from facilitator.domain.people import ReadPerson, read_person
from facilitator.domain.text import clean, fold
from facilitator.domain.wording import judge_owner

MOST, LONGEST = 500, 10_000
_NUMBER = r"^\d{1,3}[.)]\s+"
_NAMES = ("name", "full name", "person", "who", "nom", "nombre", "имя", "teilnehmer", "participant")
_MAILS = ("email", "e-mail", "mail", "e-mail address", "email address", "correo", "почта")
_WORK = ("department", "role", "title", "function", "job title", "position", "abteilung", "funktion", "отдел", "team")
_FIRST, _LAST = ("first name", "given name", "vorname", "prenom"), ("last name", "surname", "family name", "nachname")


class PeopleError(ValueError):
    """More than a list of people holds: one sentence that says so."""


@dataclass(frozen=True, slots=True)
class ReadPeople:
    """Who was read, and the lines that name nobody."""

    people: tuple[ReadPerson, ...]
    leftovers: tuple[str, ...] = ()


def read_people(text: str) -> ReadPeople:
    """`Anna Weber <anna@…>, Head of Sales` a line, or `;` between them, or CSV with a header.

    PeopleError for more than a list can hold.
    """
    lines = [re.sub(_NUMBER, "", line.strip(" \t-*•")) for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and lines[0].count("@") > 1:
        lines = [part.strip() for part in lines[0].replace(">,", ">;").split(";")]
    if len(lines) > MOST:
        raise PeopleError(f"Not pasted: {len(lines):,} lines, and {MOST} people at once are the most. Paste a part.")
    if (longest := max(map(len, lines), default=0)) > LONGEST:
        raise PeopleError(sentence("PASTE-LONG", most=f"{LONGEST:,}", count=f"{longest:,}"))
    if lines and (sheet := _sheet(lines)):
        return sheet
    read = [(line, _if_person(read_person(_commas(line)))) for line in lines]
    return ReadPeople(
        tuple(person for _, person in read if person), tuple(clean(line) for line, person in read if person is None)
    )


def _commas(line: str) -> str:
    """A row of a sheet without a header as people write it in a line."""
    return ", ".join(cell for part in line.split("\t") if (cell := part.strip()))


def _if_person(person: ReadPerson | None) -> ReadPerson | None:
    """Who was read, unless the name is that of a function or a group."""
    return None if person is None or judge_owner(person.name) else person


def _sheet(lines: list[str]) -> ReadPeople | None:
    """The rows below a header that names a name; none when there is no such header."""
    sign = max(";\t,", key=lines[0].count)
    header = [fold(clean(cell)).strip() for cell in next(csv.reader([lines[0]], delimiter=sign), [])]
    if not set(header) & {*_NAMES, *_FIRST, *_LAST}:
        return None
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines[1:])), delimiter=sign))
    except csv.Error:
        # A quote that never closes makes one cell of all that follows: no sheet, then, but lines.
        return None
    people, left = [], []
    for row in rows:
        person = _if_person(_person(dict(zip(header, map(clean, row), strict=False))))
        if person:
            people.append(person)
        else:
            left.append(clean(sign.join(row)))
    return ReadPeople(tuple(people), tuple(left))


def _person(cells: dict[str, str]) -> ReadPerson | None:
    name = _cell(cells, _NAMES) or f"{_cell(cells, _FIRST)} {_cell(cells, _LAST)}".strip()
    return ReadPerson(name, _cell(cells, _MAILS) or None, _cell(cells, _WORK) or None) if name else None


def _cell(cells: dict[str, str], names: tuple[str, ...]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")
