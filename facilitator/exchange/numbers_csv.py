"""Numbers from a sheet: a period a column, or a period a row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.domain.capture import TARGET_WORDS, Series, read_amount, read_period
from facilitator.domain.text import clean, fold

MOST_ROWS, MOST_COLUMNS = 500, 120
_UNITS = ("unit", "units", "einheit", "currency", "unite", "unidad")
_PERIOD = re.compile(
    r"(?:19|20)\d\d(?:[-/. ]?(?:q[1-4]|h[12]|0?[1-9]|1[0-2]))?(?:-\d\d)?|[qh][1-4][-/ ]?(?:19|20)?\d\d"
    r"|(?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez)[a-z]*\.?[ -]?(?:(?:19|20)?\d\d)?",
    re.IGNORECASE,
)
_NAMED_UNIT = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{1,12})[)\]]")


class NumbersError(ValueError):
    """A sheet that can't be read: one sentence that says why."""


@dataclass(frozen=True, slots=True)
class ReadNumbers:
    """What a sheet holds, and the cells that are no numbers, each with its row and column as people count them."""

    series: tuple[Series, ...]
    leftovers: tuple[str, ...] = ()


def read_numbers_csv(text: str) -> ReadNumbers:
    """`Name, Unit, Target, 2026-Q1, …` with a number a row, or `Period, Revenue, …` with a period a row.

    Commas, semicolons or tabs between the cells. NumbersError when no row or column names a period.
    """
    rows = _rows(text)
    header = rows[0]
    if any(_is_period(cell) for cell in header[1:]):
        return _by_column(rows)
    if len(rows) > 1 and sum(_is_period(row[0]) for row in rows[1:]) * 2 > len(rows) - 1:
        return _by_row(rows)
    raise NumbersError(
        "No period was found. Write one a column (Name, 2026-Q1, 2026-Q2) or one a row (Period, Revenue, Churn)."
    )


def holds_numbers(text: str) -> bool:
    """Whether it is a sheet of numbers through and through: a period a column, a number in each cell below it."""
    try:
        header, read = _rows(text)[0], read_numbers_csv(text)
    except NumbersError:
        return False
    whole = bool(read.series) and not read.leftovers and all(one.values for one in read.series)
    return whole and any(map(_is_period, header[1:]))


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip(" ,;\t")]
    if not lines:
        raise NumbersError("The sheet is empty.")
    if len(lines) > MOST_ROWS:
        raise NumbersError(f"The sheet has {len(lines)} rows; the limit is {MOST_ROWS}.")
    sign = max("\t;,", key=lambda each: sum(line.count(each) for line in lines[:20]))
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=sign)
    try:
        return [[clean(cell) for cell in row[:MOST_COLUMNS]] for row in rows]
    except csv.Error as error:
        raise NumbersError(f"The sheet can't be read: {error}.") from error


def _by_column(rows: Sequence[Sequence[str]]) -> ReadNumbers:
    header = rows[0]
    left: list[str] = []
    series = []
    for at, row in enumerate(rows[1:], 2):
        cells = dict(zip(header, row, strict=False))
        told = ((name, cell) for name, cell in zip(header[1:], row[1:], strict=False) if _is_period(name))
        values = tuple(_values(told, f"row {at}", left))
        # A decimal comma makes two cells of a number: what is behind the last column says so.
        if more := "”, “".join(filter(None, row[len(header) :])):
            left.append(f"row {at}: “{more}” behind the last column")
        name, unit = _named(row[0])
        if name:
            unit = _cell(cells, _UNITS) or unit or _unit_in(row[1:])
            series.append(Series(name, unit, _target(cells), tuple(sorted(values))))
    return ReadNumbers(tuple(series), tuple(left))


def _by_row(rows: Sequence[Sequence[str]]) -> ReadNumbers:
    left: list[str] = []
    targets = next((row for row in rows[1:] if fold(row[0]) in TARGET_WORDS), None)
    series = []
    for at, title in enumerate(rows[0][1:], 1):
        name, unit = _named(title)
        told = ((row[0], row[at] if at < len(row) else "") for row in rows[1:] if fold(row[0]) not in TARGET_WORDS)
        values = tuple(_values(told, f"column {at + 1}", left))
        if name:
            cells = [row[at] for row in rows[1:] if at < len(row)]
            aim = read_amount(targets[at]) if targets and at < len(targets) else None
            series.append(Series(name, unit or _unit_in(cells), aim[0] if aim else None, tuple(sorted(values))))
    return ReadNumbers(tuple(series), tuple(left))


def _values(cells: Iterator[tuple[str, str]], where: str, left: list[str]) -> Iterator[tuple[str, float]]:
    """Empty cells are no values; what is no number, or another one for a period that has one, is left over."""
    known: dict[str, float] = {}
    for name, cell in cells:
        if not cell or cell in ("-", "–", "n/a"):
            continue
        period, amount = read_period(name), read_amount(cell)
        if amount is None:
            left.append(f"{where}, {name}: “{cell}” is no number")
        elif known.setdefault(period, amount[0]) != amount[0]:
            left.append(f"{where}, {name}: “{cell}” is the second number of that period")
    yield from known.items()


def _is_period(cell: str) -> bool:
    return _PERIOD.fullmatch(cell) is not None


def _named(cell: str) -> tuple[str, str | None]:
    """`Revenue (EUR)` is a name and its unit."""
    found = _NAMED_UNIT.fullmatch(cell)
    return (found[1], found[2]) if found else (cell, None)


def _unit_in(cells: Sequence[str]) -> str | None:
    """The unit that the values themselves carry."""
    return next((amount[1] for cell in cells if (amount := read_amount(cell)) and amount[1]), None)


def _target(cells: dict[str, str]) -> float | None:
    amount = read_amount(_cell(cells, TARGET_WORDS) or "")
    return amount[0] if amount else None


def _cell(cells: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((cell for name, cell in cells.items() if fold(name) in names and cell), None)
