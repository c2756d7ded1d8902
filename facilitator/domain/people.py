"""People by the words that others use for them: handles, first names, initials; and a person typed as one line."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from facilitator.domain.text import clean, fold

if TYPE_CHECKING:
    from facilitator.domain.person import Person

_TITLES = {"dr", "prof", "mr", "mrs", "ms", "herr", "frau", "ing", "dipl"}
# From where a word begins: a long one without an @ would be tried from each of its letters.
_MAIL = r"<?(?<![^\s<>,;\"])([^\s<>,;\"]+@[^\s<>,;\"]+)>?"
_BETWEEN = r"\s*[,;]\s*|\s+[-–—]\s+"
_STOPS = " ,;-–—"
# Not `(she/her)`, which is no department.
_IN_BRACKETS = r"^([^,;()]+?)\s*\(([^()/]+)\)$"
_QUOTED_NAME = r'^"([^"]+)"'


class Found(NamedTuple):
    person: "Person"


class Several(NamedTuple):
    """Two people or more fit the words."""

    people: "tuple[Person, ...]"


class Nobody(NamedTuple):
    """No person of the session fits the words."""


Match: TypeAlias = Found | Several | Nobody


class ReadPerson(NamedTuple):
    """What a line says of a person."""

    name: str
    email: str | None = None
    department: str | None = None


def handle_for(name: str, taken: Collection[str]) -> str:
    """A short word for `@`: “anna”; when that is taken “annaw” for Anna Weber, then longer, then with a number."""
    first, *rest = _parts(name) or ["person"]
    surname = "".join(rest)
    longer = [first + surname[:length] for length in range(len(surname) + 1)]
    numbered = (f"{first}{number}" for number in range(2, len(taken) + 3))
    return next(handle for handle in (*longer, *numbered) if handle not in taken)


def find_person(words: str, people: "Sequence[Person]") -> Match:
    """Whom the words mean: by handle, first name or full name, then surname, initials, or how a name begins.

    Capitals and accents don't matter. A first name that two people share is nobody's, even where it is the handle of
    one: a wrong owner would go unnoticed.
    """
    asked = _Asked.of(words)
    if not asked.joined:
        return Nobody()
    for fits in (asked.names, asked.surname, asked.initials_written, asked.begins):
        if found := tuple(person for person in people if fits(person)):
            return Found(found[0]) if len(found) == 1 else Several(found)
    return Nobody()


def name_of(words: str | None, people: "Sequence[Person]") -> str | None:
    """The name of the one person whom the words mean, else the words: a guest who presents is nobody of the session."""
    found = find_person(words, people) if words else None
    return found.person.name if isinstance(found, Found) else words


def cut_who(text: str) -> tuple[str, str]:
    """What is said, and the name behind its last ` @`, which is empty where none is written."""
    words, _, name = text.rpartition(" @")
    return (words, name) if words else (text, "")


def is_called(words: str, person: "Person") -> bool:
    """Whether the words are a whole name of theirs (handle, first name, surname, initials), not only how one begins."""
    asked = _Asked.of(words)
    return bool(asked.joined) and (asked.names(person) or asked.surname(person) or asked.initials_written(person))


def full_name_at(words: Sequence[str], people: "Sequence[Person]") -> "tuple[Person, int] | None":
    """The person whose full name the words begin with, and how many words that takes; the longest name first."""
    folded = [_plain(word) for word in words]
    for person in sorted(people, key=lambda one: -len(one.name)):
        parts = [_plain(part) for part in person.name.split()]
        if len(parts) > 1 and folded[: len(parts)] == parts:
            return person, len(parts)
    return None


def read_person(line: str) -> ReadPerson | None:
    """A person as people write them: `Anna Weber <anna@x.example>, Head of Sales`; none when there is no name at all.

    `Weber, Anna <anna@x.example>` is turned round, and a mail address alone gives its name.
    """
    line = clean(line)
    mail = re.search(_MAIL, line)
    if not mail:
        name, department = _cut(line)
        return ReadPerson(name, None, department) if name else None
    before, after = line[: mail.start()].strip(_STOPS), line[mail.end() :].strip(_STOPS)
    name, department = _name_before(before)
    name = name or _name_in(mail.group(1))
    return ReadPerson(name, mail.group(1), ", ".join(filter(None, (department, after))) or None)


def first_name(name: str) -> str:
    """What is said of somebody where there is little room: Karl-Heinz of `Dr. Karl-Heinz Müller`."""
    words = name.split()
    return next((word for word in words if _plain(word) not in _TITLES), name)


def listed(names: Iterable[str]) -> str:
    """“Anna Weber, Jonas Beck and Li Wei”."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def ending(names: Iterable[str]) -> str:
    """The names listed at the end of a sentence, with its full stop; “sen.” has it already."""
    return f"{listed(names).removesuffix('.')}."


class _Asked(NamedTuple):
    words: str
    joined: str
    first_to_last: tuple[str, ...]

    @classmethod
    def of(cls, words: str) -> "_Asked":
        return cls(words, _plain(words), tuple(_parts(words)))

    def names(self, person: "Person") -> bool:
        parts = _parts(person.name)
        return self.joined in (_plain(person.handle), "".join(parts), parts[0] if parts else None)

    def surname(self, person: "Person") -> bool:
        return self.joined in _parts(person.name)[1:] or self.joined == "".join(_parts(person.name)[1:])

    def initials_written(self, person: "Person") -> bool:
        return self.words.isupper() and self._initials(person)

    def begins(self, person: "Person") -> bool:
        parts = _parts(person.name)
        if len(self.first_to_last) > 1:
            return len(parts) >= len(self.first_to_last) and all(map(str.startswith, parts, self.first_to_last))
        starts = (_plain(person.handle), "".join(parts), *parts)
        return self._initials(person) or any(start.startswith(self.joined) for start in starts)

    def _initials(self, person: "Person") -> bool:
        parts = _parts(person.name)
        return len(parts) > 1 and self.joined in {"".join(part[0] for part in parts), parts[0][0] + parts[-1][0]}


def _parts(name: str) -> list[str]:
    """The words of a name as they are compared, without titles."""
    parts = [plain for part in name.split() if (plain := _plain(part))]
    return [part for part in parts if part not in _TITLES] or parts


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, fold(words)))


def _cut(line: str) -> tuple[str, str | None]:
    """Name and department around the first comma or semicolon, or a dash that stands alone; or `Anna Weber (Sales)`."""
    if found := re.match(_IN_BRACKETS, line):
        return found[1], found[2].strip() or None
    name, _, department = re.sub(_BETWEEN, ",", line, count=1).partition(",")
    return name.strip().strip('"').strip(), department.strip() or None


def _name_before(before: str) -> tuple[str, str | None]:
    """What stands before a mail address: a name, `Weber, Anna`, or a name and a department."""
    if quoted := re.match(_QUOTED_NAME, before):
        before = quoted.group(1) + before[quoted.end() :]
    first, second = _cut(before)
    if second and before.startswith(f"{first},") and " " not in first:
        return f"{second} {first}", None
    return first, second


def _name_in(mail: str) -> str:
    """`anna.weber@x.example` is Anna Weber until somebody says otherwise."""
    words = re.split(r"[._+-]+", mail.partition("@")[0])
    return " ".join(filter(None, words)).title() or mail
