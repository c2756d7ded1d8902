"""The door for whole records: every text in them made visible and safe, on the way in and on the way out."""

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from operator import is_not
from typing import Any, TypeVar

from facilitator.domain.text import clean

T = TypeVar("T")


def cleaned(value: T) -> T:
    """The same with every text cleaned, its lines kept; what needs nothing comes back as it is."""
    found: T = _cleaned(value)
    return found


def _cleaned(value: Any) -> Any:  # noqa: ANN401 – any record, and whatever stands in it
    if value is None or isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        made = clean(value, lines=True)
        return value if made == value else made
    if isinstance(value, tuple):
        each = tuple(map(_cleaned, value))
        return each if any(map(is_not, each, value)) else value
    changed = {}
    for name in _names(type(value)):  # type: ignore[arg-type]  # every class is hashable
        old = getattr(value, name)
        if (new := _cleaned(old)) is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 – any class
    """The fields of a record; what is none has none."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
