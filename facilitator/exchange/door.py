"""The door for whole records: every text in them made visible and safe, on the way in and on the way out."""

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from facilitator.domain.text import clean

T = TypeVar("T")


def cleaned(value: T) -> T:
    """The same with every text cleaned, its lines kept; what needs nothing comes back as it is."""
    found: T = _cleaned(value)
    return found


def _cleaned(value: Any) -> Any:  # noqa: ANN401 – any record, and whatever stands in it
    if isinstance(value, str):
        made = value if isinstance(value, StrEnum) else clean(value, lines=True)
        return value if made == value else made
    if isinstance(value, tuple):
        each = tuple(map(_cleaned, value))
        return each if any(new is not old for new, old in zip(each, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((each.name, getattr(value, each.name)) for each in fields(value))
        changed = {name: new for name, old in parts if (new := _cleaned(old)) is not old}
        return replace(value, **changed) if changed else value
    return value
