"""Items that an agenda tells twice: in its list, and as the heading of what was said about them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from facilitator.exchange.agendas.clocks import NOON
from facilitator.exchange.agendas.durations import minutes_text
from facilitator.exchange.agendas.heads import LONG, length
from facilitator.exchange.agendas.labels import Label
from facilitator.exchange.agendas.shapes import Draft, Row

FEWEST = 4
FEWER = 3

_NUMBERED = re.compile(
    r"^(?:(?:part|section|step|item|block|teil|schritt|parte|partie|étape)\s)?\d+\s?[.):–—-]+\s", re.I
)
_APART = re.compile(rf"\([^()]*\)|{_NUMBERED.pattern}", re.I)

_MINUTES = re.compile(r"(.*\S)\s+(?:minutes|notes|protokoll|notizen)\W*", re.I)


def without_repeats(rows: Sequence[Row], headed: Collection[int]) -> list[Row]:
    """Put a heading that repeats an item of a list above it, with the same time, to that item's notes.

    `headed` has the lines of the rows that are headings.
    """
    kept: list[Row] = []
    listed = _Listed()
    for row in rows:
        at = listed.first_same(row) if row.line in headed else None
        if row.line in headed and at is None and kept and _minutes_of(row, kept[-1]):
            at = len(kept) - 1
        if at is None:
            if row.line not in headed:
                listed.add(row, len(kept))
            kept.append(row)
        else:
            first = kept[at]
            told = " ".join(filter(None, (first.title, first.presenter, *first.notes)))
            said = () if _words(row.title, whole=True) <= _words(told, whole=True) else (row.title,)
            kept[at] = _joined(first, replace(row, notes=(*said, *row.notes)))
    return kept


def retold(rows: Sequence[Row]) -> list[Row]:
    """Put an agenda that is told again below itself, as minutes do, to the notes of the items that it repeats."""
    seen: dict[object, int] = {}
    places = [seen.setdefault(_told(row), at) for at, row in enumerate(rows)]
    begin = 1 + max((at for at, place in enumerate(places) if at == place), default=-1)
    again = places[begin:]
    if len(again) < FEWER or again != sorted(set(again)):
        return list(rows)
    kept = list(rows[:begin])
    for place, other in zip(again, rows[begin:], strict=True):
        kept[place] = _joined(kept[place], other)
    return kept


def _joined(first: Row, other: Row) -> Row:
    """An item with the notes and the presenter of a row that repeats it."""
    who = other.presenter if first.presenter else None
    also = (who,) if who and not _words(who) <= _words(first.presenter or "") else ()
    presenter = first.presenter or other.presenter
    notes = (*first.notes, *also, *other.notes)
    return replace(first, notes=notes, lines=first.lines + other.lines, presenter=presenter)


class _Listed:
    """The items of the list so far, by what a heading may repeat of them; each with its place."""

    def __init__(self) -> None:
        self._ranges: dict[object, int] = {}
        self._titles: dict[frozenset[str], int] = {}
        self._words: dict[tuple[object, str], list[tuple[int, frozenset[str]]]] = {}

    def add(self, item: Row, place: int) -> None:
        words = _words(item.title)
        self._ranges.setdefault(_range(item), place)
        self._titles.setdefault(words, place)
        for word in words:
            self._words.setdefault((item.start, word), []).append((place, words))
            self._words.setdefault((length(item), word), []).append((place, words))

    def first_same(self, heading: Row) -> int | None:
        """The first that has the clock of a heading; or its words and its start, or its length, or no word more."""
        words = _words(heading.title)
        found = [self._ranges.get(_range(heading))] if _range(heading) else []
        if len(words) > 1:
            found.append(self._titles.get(words))
        when = heading.seconds if heading.start is None else heading.start
        if words and when is not None:
            rarest = min((self._words.get((when, word), []) for word in words), key=len)
            found.append(next((place for place, others in rarest if words <= others), None))
        return min((place for place in found if place is not None), default=None)


def _minutes_of(row: Row, above: Row) -> bool:
    """Say whether a row is called "Hiring minutes" below the item "Hiring": it tells what was said of that."""
    base = _MINUTES.fullmatch(row.title)
    return base is not None and _words(base[1]) == _words(above.title) and row.seconds == above.seconds


def _told(row: Row) -> object:
    return (row.start, row.end, row.seconds, row.day, frozenset(_words(row.title)))


def without_steps(rows: Sequence[Row]) -> list[Row]:
    """Put what only says how long it takes to the item above, where that one runs until the next begins."""
    kept: list[Row] = []
    starting = [row for row in reversed(rows) if row.start]
    for row in rows:
        above = kept[-1] if kept else None
        if row.start:
            starting.pop()
        later = starting[-1] if starting else None
        full = above is not None and above.start and above.end and later and later.start == above.end
        if full and above and not row.start and row.seconds and row.day == above.day:
            note = f"{row.title} ({minutes_text(row.seconds)})"
            kept[-1] = replace(above, notes=(*above.notes, note, *row.notes), lines=above.lines + row.lines)
        else:
            kept.append(row)
    return kept


def without_remarks(rows: Sequence[Row], tabled: Collection[int], draft: Draft) -> list[Row]:
    """Leave out what only says how long it takes, below a table that is the whole agenda of its day: it explains it.

    `tabled` has the lines of the rows that stand in a table.
    """
    tables = [row for row in rows if row.line in tabled]
    if len(tables) < FEWEST or not all(length(row) or row.start for row in tables):
        return list(rows)
    last, days = tables[-1].line, {row.day for row in tables}
    later = [row for row in rows if row.line > last and not row.until and row.day in days]
    remarks = [row for row in later if not row.start or any(_within(row, table) for table in tables)]
    for row in remarks:
        draft.placed.difference_update(row.lines)
        draft.why.update(dict.fromkeys(row.lines, "below the table of the agenda"))
    return [row for row in rows if row not in remarks]


def without_frame(rows: Sequence[Row], draft: Draft) -> list[Row]:
    """Leave out a first line that only says how long all that follows on the clock takes: "Full day (7 hours)"."""
    first, later = (rows[0], rows[1:]) if rows else (None, ())
    if first is None or first.start or (first.seconds or 0) < LONG or len(later) < 3 or not all(r.start for r in later):
        return list(rows)
    draft.placed.difference_update(first.lines)
    draft.why.update(dict.fromkeys(first.lines, "the hours of a day, not an item"))
    return list(later)


def same_range(one: Row | Label, other: Row) -> bool:
    """Say whether two have the same start and the same end, whatever they say of the half of the day."""
    return (asked := _range(one)) is not None and asked == _range(other)


def _range(one: Row | Label) -> tuple[int, int] | None:
    return (one.start.minutes % NOON, one.end.minutes % NOON) if one.start and one.end else None


def _within(row: Row, table: Row) -> bool:
    """Say whether a row begins while one of the table runs."""
    if not (row.start and table.start and table.end):
        return False
    return (row.start.minutes - table.start.minutes) % NOON < (table.end.minutes - table.start.minutes) % NOON


def _words(title: str, *, whole: bool = False) -> frozenset[str]:
    """The words that two titles have to share; the `whole` ones also in brackets, but without the item's number."""
    return frozenset(re.findall(r"\w+", (_NUMBERED if whole else _APART).sub(" ", title).lower()))
