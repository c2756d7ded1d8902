"""The shape of a record in JSON: its fields in their order, written and read by the same table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from facilitator.exchange.session_json.codecs import TEXT, Codec, Read, optional
from facilitator.exchange.session_json.place import Place, SessionFileError, shown

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Field:
    """One stored value; `attr` is the record's name for it where the JSON has another."""

    key: str
    codec: Codec
    attr: str = ""

    @property
    def name(self) -> str:
        return self.attr or self.key


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, shown for whoever the record's `attr` means; read only where there is no id.

    A `loose` one is stored as words too, so that it may name nobody.
    """

    key: str
    attr: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """A value that follows from the others, or from the moment: written, where it is known, and never read."""

    key: str


class Among(NamedTuple):
    """What is known of a session wherever one of its records is written: its zone, and names of people by their ids."""

    zone: ZoneInfo
    names: Mapping[str, str]


@dataclass(frozen=True)
class Shape(Generic[R]):
    """What a record of one type looks like in JSON."""

    record: type[R]
    parts: tuple[Field | Name | Live, ...]

    def write(self, one: R, among: Among, extra: dict[str, object] | None = None) -> dict[str, object]:
        """The record as an object in the documented order; `extra` has what follows from the rest."""
        return dict(self._written(one, among, extra or {}))

    def _written(self, one: R, among: Among, extra: dict[str, object]) -> Iterator[tuple[str, object]]:
        for part in self.parts:
            match part:
                case Field():
                    written = part.codec.write(getattr(one, part.name), among.zone)
                    yield part.key, extra.get(part.key, written)
                case Name(loose=False):
                    yield part.key, among.names.get(getattr(one, part.attr))
                case Live() if part.key in extra:
                    yield part.key, extra[part.key]

    def read(self, found: object, place: Place) -> R:
        """The record; a missing value takes the record's own default, a missing id a fresh one."""
        values = self.values(found, place)
        for missing in sorted(_needed(self.record) - values.keys()):  # type: ignore[arg-type]  # every class is hashable
            if missing != "id":
                raise SessionFileError(f"{place.at(missing).path} is missing.")
            values["id"] = place.fresh_id()
        return self.record(**values)

    def values(self, found: object, place: Place) -> dict[str, Any]:
        """What the object says, by the record's names."""
        given = place.mapping(found)
        values = self._named(given, place)
        for key, name, read in self._read_by:
            if key in given:
                values[name] = read(given[key], place.at(key))
        return values

    @cached_property
    def _read_by(self) -> tuple[tuple[str, str, Read], ...]:
        """Of each stored value its key, the record's name for it, and what reads it."""
        return tuple((part.key, part.name, part.codec.read) for part in self.parts if isinstance(part, Field))

    def _named(self, given: dict[str, object], place: Place) -> dict[str, Any]:
        """Whom the names mean, where the file gives a name and no id; two that are there must mean one person."""
        people: dict[str, Any] = {}
        for part in self._people:
            if part.key not in given:
                continue
            if part.attr not in given:
                name = optional(TEXT).read(given[part.key], place.at(part.key))
                people[part.attr] = name and _known(name, part.loose, place.at(part.key))
            elif other := place.other_than(given[part.attr], given[part.key]):
                raise SessionFileError(
                    f"{place.at(part.key).path} is {shown(given[part.key])}, and {part.attr} beside it is that of "
                    f"{shown(other)}. Leave one of the two out."
                )
        return people

    @cached_property
    def _people(self) -> tuple[Name, ...]:
        return tuple(part for part in self.parts if isinstance(part, Name))


@cache
def _needed(record: Any) -> frozenset[str]:  # noqa: ANN401 – any record's class
    """The fields of a record that nothing can stand for."""
    return frozenset(one.name for one in fields(record) if one.default is MISSING and one.default_factory is MISSING)


def _known(name: str, loose: bool, place: Place) -> str | None:
    person = place.person(name)
    if person or loose:
        return person
    raise SessionFileError(f"{place.path} names {shown(name)}, who is not among the people.")


def read_all(shape: Shape[R], found: object, place: Place) -> tuple[R, ...]:
    """Each record of a list; two with one id are refused."""
    records = tuple(shape.read(one, at) for at, one in place.items(found))
    return _distinct(records, place)


def _distinct(records: Sequence[R], place: Place) -> tuple[R, ...]:
    seen: set[object] = set()
    for index, record in enumerate(records):
        mark = getattr(record, "id", index)
        if mark in seen:
            raise SessionFileError(f"{place.at(index).path}.id is there twice: {shown(mark)}.")
        seen.add(mark)
    return tuple(records)
