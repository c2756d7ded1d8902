"""YAML as plain values with their lines: strings only, no anchors or aliases, nested no deeper than twenty."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from facilitator.domain.fault_words import sentence
from facilitator.exchange.agendas.shapes import AgendaError

DEEPEST, MOST_VALUES = 20, 30_000

_NO_KEY = "\x00"


class _Mark(Protocol):
    """A place in a YAML text; libyaml and PyYAML have a class each."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(slots=True)
class Value:
    """A string, a list or a mapping (keys and values in turn in `parts`), and the lines it stands in."""

    kind: str
    line: int
    last: int
    text: str = ""
    parts: list["Value"] = field(default_factory=list)
    known: bool | None = None

    def pairs(self) -> Iterator[tuple["Value", "Value"]]:
        """Keys and values of a mapping."""
        return zip(self.parts[::2], self.parts[1::2], strict=False)

    def lines(self) -> tuple[int, ...]:
        """All lines from the first to the last."""
        return tuple(range(self.line, self.last + 1))


def load(text: str) -> list[Value]:
    """The documents of a YAML text. AgendaError with its line for what is broken, too deep, too much or an alias."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    documents: list[Value] = []
    open_values: list[Value] = []
    count = 0
    try:
        for event in yaml.parse(_spaced(text), Loader=loader):
            count += 1
            _refuse(event, len(open_values), count)
            _take(event, open_values, documents)
    except (yaml.YAMLError, ValueError) as error:
        raise _broken(error) from error
    return documents


def _spaced(text: str) -> str:
    """Leading tabs become spaces: editors put them into the braces of flow mappings, where they mean nothing."""
    if "\t" not in text:
        return text
    return "\n".join(
        line
        if not line[:1].isspace()
        else line[: -len(rest)].expandtabs(4) + rest
        if (rest := line.lstrip(" \t"))
        else ""
        for line in text.split("\n")
    )


def _refuse(event: yaml.Event, depth: int, count: int) -> None:
    line = _line(event.start_mark)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise AgendaError(sentence("IMP-ALIAS"), line)
    if depth > DEEPEST:
        raise AgendaError(f"The values are nested deeper than {DEEPEST} levels.", line)
    if count > MOST_VALUES:
        raise AgendaError(f"The file has more than {MOST_VALUES:,} values; an agenda has fewer.", line)


def _take(event: yaml.Event, open_values: list[Value], documents: list[Value]) -> None:
    line = _line(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        last = max(line, _line(event.end_mark, before=True))
        _close(Value("text", line, last, str(event.value)), open_values, documents)
    elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
        open_values.append(Value(kind, line, line, text="flow" if event.flow_style else ""))
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        value = open_values.pop()
        if value.text == "flow":
            value.last = _line(event.end_mark)
        _check_keys(value)
        _close(value, open_values, documents)


def _line(mark: _Mark | None, *, before: bool = False) -> int:
    """The line of a mark, from 1; `before` where a mark at the start of a line ends the one above it."""
    if mark is None:
        return 1
    return mark.line + (0 if before and mark.column == 0 else 1)


def _close(value: Value, open_values: list[Value], documents: list[Value]) -> None:
    if not open_values:
        documents.append(value)
        return
    open_values[-1].parts.append(value)
    open_values[-1].last = max(open_values[-1].last, value.last)


def _check_keys(value: Value) -> None:
    if value.kind != "mapping":
        return
    seen: dict[str, int] = {}
    for key, _ in value.pairs():
        if key.kind == "text" and key.text in seen:
            raise AgendaError(f"“{key.text}” stands here twice, first on line {seen[key.text]}; keep one.", key.line)
        seen[key.text if key.kind == "text" else _NO_KEY + str(key.line)] = key.line


def _broken(error: Exception) -> AgendaError:
    if isinstance(error, AgendaError):
        return error
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or "a character that YAML does not allow").splitlines()[0]
    return AgendaError(
        f"This is not valid YAML ({problem}); mend the line or the one above it.", mark.line + 1 if mark else None
    )
