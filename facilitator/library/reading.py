"""TOML in, frozen values out: the dataclass is the schema, and every refusal names its line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from facilitator.domain.text import clean
from facilitator.library.parts import Flaw

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that could not be read, and why; `line` is None when the file as a whole is at fault."""

    path: str
    says: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.path}, line {self.line}" if self.line else self.path
        return f"{where}: {self.says}"


class Unreadable(ValueError):
    """Raised by `read`; carries what is broken."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(str(broken))
        self.broken = broken


def read(shape: type[T], text: str, path: str) -> T:
    """Read one TOML text as one value of a dataclass; `Unreadable` says what is wrong and where."""
    try:
        return _value(shape, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(_not_toml(error, text, path)) from None
    except Flaw as flaw:
        raise Unreadable(Broken(path, flaw.says, _line_of(text, flaw))) from None


def _not_toml(error: tomllib.TOMLDecodeError, text: str, path: str) -> Broken:
    # Python 3.11 tells the line only inside the message; at the end of the text it tells none.
    says = str(error)
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", says)
    line = int(found[1]) if found and found[1] else text.rstrip("\n").count("\n") + 1
    return Broken(path, f"This is no TOML: {says[: found.start()] if found else says}.", line)


def _line_of(text: str, flaw: Flaw) -> int | None:
    """Find the line of a field, else of its table; None when neither is written on a line of its own."""
    header, count, found = "", -1, None
    for number, line in enumerate(text.split("\n"), 1):
        if opens := re.match(r"\s*\[\[?\s*([\w-]+)\s*\]", line):
            header = opens[1]
            count += header == flaw.table
            if header == flaw.table and count == flaw.index:
                found = number
        here = header == flaw.table and (not header or count == flaw.index)
        if here and flaw.field and re.match(rf"\s*[\"']?{re.escape(flaw.field)}[\"']?\s*=", line):
            return number
    return found


@cache
def _hints(shape: type) -> Mapping[str, Any]:
    return get_type_hints(shape)


def _value(shape: type[T], table: Mapping[str, object]) -> T:
    assert is_dataclass(shape)
    known = {field.name: field for field in fields(shape)}
    for name in table:
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise Flaw(f"There is no field “{name}”." + (f" Did you mean {near[0]}?" if near else ""), field=name)
    given: dict[str, Any] = {}
    for name, field in known.items():
        if name in table:
            given[name] = _field(_hints(shape)[name], name, table[name])
        elif field.default is MISSING:
            raise Flaw(f"“{name}” is missing.", field=name)
    return shape(**given)


def _field(hint: Any, name: str, value: object) -> object:  # noqa: ANN401 - a type hint is any object
    if get_origin(hint) in (Union, UnionType):
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return _many(get_args(hint)[0], name, value)
    if get_origin(hint) is Literal:
        return _one_of(get_args(hint), name, value)
    if issubclass(hint, StrEnum):
        return hint(_one_of(tuple(hint), name, value))
    if type(value) is not hint:
        wanted = "a whole number" if hint is int else "text in quotes"
        raise Flaw(f"“{name}” must be {wanted}.", field=name)
    return clean(value, lines=name == "notes") if isinstance(value, str) else value


def _one_of(choices: tuple[str, ...], name: str, value: object) -> object:
    if value not in choices:
        raise Flaw(f"“{name}” is “{value}”. It must be one of: {', '.join(choices)}.", field=name)
    return value


def _many(hint: Any, name: str, value: object) -> tuple[object, ...]:  # noqa: ANN401 - a type hint is any object
    if not isinstance(value, list):
        raise Flaw(f"“{name}” must be a list.", field=name)
    if not is_dataclass(hint):
        return tuple(_field(hint, name, each) for each in value)
    return tuple(_row(hint, name, index, each) for index, each in enumerate(value))


def _row(shape: Any, name: str, index: int, value: object) -> object:  # noqa: ANN401 - a dataclass
    if not isinstance(value, dict):
        raise Flaw(f"Write each of “{name}” as [[{name}]].", field=name)
    try:
        return _value(shape, value)
    except Flaw as flaw:
        raise Flaw(flaw.says, table=name, index=index, field=flaw.field) from None
