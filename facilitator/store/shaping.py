"""Rows to records: the same names, the domain's types. It knows no SQL, so that a first frame need not load any."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from facilitator.domain.kinds import ItemState
from facilitator.domain.nudge import Nudge
from facilitator.domain.records import Ballot, DemandSplit, Dots, GroundRule, Item, Note
from facilitator.domain.turns import Turns

R = TypeVar("R")
Read = Callable[[Any], object]
_SPECIAL: Mapping[object, Callable[[Any], object]] = {
    DemandSplit: lambda value: DemandSplit(**value),
    Ballot: lambda value: ballot_of(value),
    tuple[GroundRule, ...]: lambda value: tuple(GroundRule(**one) for one in value),
    tuple[Note, ...]: lambda value: tuple(Note(on=date.fromisoformat(one["on"]), text=one["text"]) for one in value),
    tuple[tuple[str, bool], ...]: lambda value: tuple(value.items()),
    tuple[tuple[str, float], ...]: lambda value: tuple((one, number) for one, number in value),
    tuple[tuple[str, int], ...]: lambda value: tuple((one, number) for one, number in value),
}


def make(record: type[R], row: Mapping[str, Any]) -> R:
    """A record from a row of the same column names; other columns are passed over."""
    made: R = making(record, tuple(row))(tuple(row.values()))  # type: ignore[arg-type]  # every class is hashable
    return made


@cache
def making(
    record: Any,  # noqa: ANN401 – any record's class
    columns: tuple[str, ...],
    kept: Callable[[Any], Mapping[str, Read]] | None = None,
) -> Callable[[Sequence[Any]], Any]:
    """What makes a record of a row with these columns; worked out once, since a day of pauses has a thousand spans.

    `kept` tells of a record how what is kept in its columns becomes what the model would give.
    """
    first = kept(record) if kept else {}
    wanted = tuple(
        (columns.index(name), name, _one_of(first.get(name), then))
        for name, then in fields_of(record)
        if name in columns
    )

    def made_of(row: Sequence[Any]) -> object:
        values = {}
        for place, name, read in wanted:
            value = row[place]
            values[name] = value if read is None or value is None else read(value)
        return record(**values)

    return made_of


def _one_of(first: Read | None, then: Read | None) -> Read | None:
    """Two readers as one; what the first finds empty the second is not asked for."""
    if first is None or then is None:
        return first or then

    def read(value: Any) -> object:  # noqa: ANN401 – any column's value
        found = first(value)
        return None if found is None else then(found)

    return read


@cache
def fields_of(record: Any) -> tuple[tuple[str, Read | None], ...]:  # noqa: ANN401 – any record's class
    hints = get_type_hints(record)
    return tuple((field.name, _reader(kind_of(hints[field.name]))) for field in dataclasses.fields(record))


def kind_of(hint: Any) -> Any:  # noqa: ANN401 – a type annotation
    """What is there where it is not None."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if isinstance(hint, UnionType) else [hint]
    return kinds[0]


def _reader(kind: Any) -> Read | None:  # noqa: ANN401 – a type annotation
    if kind in _SPECIAL:
        return _SPECIAL[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if getattr(kind, "__origin__", None) is tuple:
        return tuple
    return None


def ballot_of(kept: Mapping[str, Any]) -> Ballot | None:
    """The vote that goes on; None when there is none."""
    if not kept:
        return None
    given = tuple(Dots(person_id=one["person_id"], ideas=tuple(one["ideas"])) for one in kept["given"])
    return Ballot(each=kept["each"], voters=tuple(kept["voters"]), given=given)


def nudge_of(kept: Mapping[str, Any] | None) -> Nudge | None:
    """The timekeeper's latest signal."""
    return Nudge(kept["text"], datetime.fromisoformat(kept["at"])) if kept else None


def turns_of(kept: Mapping[str, Any] | None, agenda: Iterable[Item]) -> Turns | None:
    """The round robin of the item that is on; one that belongs to another item is over."""
    on = (item.id for item in agenda if item.state in (ItemState.RUNNING, ItemState.PAUSED))
    if not kept or kept["item"] not in on:
        return None
    return Turns(
        people=tuple(kept["people"]),
        seconds_each=kept["seconds_each"],
        started_at=datetime.fromisoformat(kept["started_at"]),
        boot=kept["boot"],
        boot_seconds=kept["boot_seconds"],
        skips=tuple(kept["skips"]),
    )
