"""From raw rows to items: durations filled from starts, gaps pinned, contradictions and leftovers named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain.fault_words import sentence
from facilitator.domain.text import hidden
from facilitator.exchange.agendas.clocks import DAY, Clock, hhmm
from facilitator.exchange.agendas.decoding import refuse_items
from facilitator.exchange.agendas.durations import minutes_text
from facilitator.exchange.agendas.said import unsaid
from facilitator.exchange.agendas.settle import Placed, day_end, on_twelve_hours, settle
from facilitator.exchange.agendas.shapes import (
    Contradiction,
    Draft,
    Frame,
    Leftover,
    ReadAgenda,
    ReadItem,
    Row,
)
from facilitator.exchange.agendas.stages import kind_of, stages
from facilitator.exchange.agendas.words import is_end, is_total


@dataclass(frozen=True, slots=True)
class _Timed:
    """A placed row with its planned seconds and whether a published gap lies before it."""

    placed: Placed
    seconds: int | None
    pinned: bool = False


def assemble(text: str, draft: Draft) -> ReadAgenda:
    """Make the agenda of what a reader found in a text."""
    refuse_items(len(draft.rows))
    named = draft.named
    draft.rows = on_twelve_hours(draft.rows)
    days = _days(draft.rows)
    written = _on_24_hours(draft.rows)
    timed: list[list[_Timed]] = []
    ends: list[str | None] = []
    for day, rows in days:
        frame = _frame(draft, day, single=len(days) == 1)
        items, end = _day(rows, frame, draft, written=written)
        timed.append(items)
        ends.append(end)
    named += [Contradiction(row.line, says) for row in draft.rows for says in row.says]
    named += [
        Contradiction(number, sentence("IMP-HIDDEN", count=count))
        for number, line in enumerate(text.split("\n"), 1)
        if (count := hidden(line))
    ]
    shown = sorted(set(named), key=lambda found: (found.line, found.says))
    left = _leftovers(text, draft)
    heads = _headings(text, left, timed)
    agenda = ReadAgenda(draft.title, _items(timed), left, tuple(shown), tuple(ends), (*heads, *draft.heads))
    named_days = [Leftover(rows[0].line, day, "names the day") for day, rows in days if day]
    unnamed = unsaid(agenda, (*draft.beside, *named_days))
    headings = sorted((*agenda.headings, *unnamed), key=lambda head: head.line)
    return replace(agenda, headings=tuple(headings))


def _days(rows: Sequence[Row]) -> list[tuple[str | None, list[Row]]]:
    """Rows by day in the order in which the days appear; without labels, a part that starts earlier is a day."""
    days: dict[str | None, list[Row]] = {}
    for row in rows:
        days.setdefault(row.day, []).append(row)
    if None in days and len(days) > 1:
        first = next(key for key in days if key is not None)
        days[first] = [row for row in rows if row.day in (None, first)]
        del days[None]
    if list(days) == [None]:
        return [(None, part) for part in _parts(days[None])]
    return list(days.items())


def _parts(rows: Sequence[Row]) -> list[list[Row]]:
    parts: list[list[Row]] = [[]]
    last: Clock | None = None
    for row in rows:
        other = bool(parts[-1]) and row.part != parts[-1][-1].part
        if other and row.start and last and row.start.minutes < last.minutes and row.start.settled and last.settled:
            parts.append([])
        parts[-1].append(row)
        last = row.start or last
    return parts


def _on_24_hours(rows: Sequence[Row]) -> bool:
    starts = [clock for row in rows for clock in (row.start, row.end) if clock]
    halves = any(clock.half for clock in starts)
    return not halves and any(clock.settled and clock.minutes != 12 * 60 for clock in starts)


def _frame(draft: Draft, day: str | None, *, single: bool) -> Frame | None:
    own = [frame for frame in draft.frames if frame.day == day and day is not None]
    general = [frame for frame in draft.frames if frame.day is None or single]
    return next(iter(own + general), None)


def _day(rows: Sequence[Row], frame: Frame | None, draft: Draft, *, written: bool) -> tuple[list[_Timed], str | None]:
    rows, total = _without_totals(rows, draft)
    placed = settle(rows, frame, written=written, named=draft.named)
    placed, over = _without_end(placed, draft)
    if (
        placed
        and placed[0].start is None
        and frame
        and frame.start
        and (frame.day is not None and not any(p.start for p in placed))
    ):
        placed[0] = replace(placed[0], start=frame.start.minutes)
    latest = max((p.start for p in placed if p.start is not None), default=None)
    end = over if over is not None else day_end(frame, latest)
    timed = _filled(placed, end, draft.named)
    timed = _pinned(timed, draft.named)
    _check_until(timed, draft.named)
    _check_total(timed, total, draft.named)
    last = timed[-1].placed.end if timed else None
    end = last if end is None else end
    return timed, None if end is None or not timed else hhmm(end)


def _without_totals(rows: Sequence[Row], draft: Draft) -> tuple[list[Row], Row | None]:
    totals = [row for row in rows if is_total(row.title)]
    for row in totals:
        draft.placed.difference_update(row.lines)
        draft.why.update(dict.fromkeys(row.lines, "the total, not an item"))
    return [row for row in rows if row not in totals], totals[-1] if totals else None


def _without_end(placed: list[Placed], draft: Draft) -> tuple[list[Placed], int | None]:
    """Take "17:00 End" off the items: it is when the day ends, or the item before it where an evening follows."""
    kept: list[Placed] = []
    for item in placed:
        ends = is_end(item.row.title) and item.row.seconds is None and item.end is None
        ends = ends and (item.start is not None or item is placed[-1])
        if not kept or not ends:
            kept.append(item)
            continue
        draft.placed.difference_update(item.row.lines)
        draft.why.update(dict.fromkeys(item.row.lines, "the end of the day, not an item"))
        if kept[-1].end is None and kept[-1].row.seconds is None and item is not placed[-1]:
            kept[-1] = replace(kept[-1], end=item.start)
    over = placed[-1].start if len(kept) < len(placed) and kept[-1] is not placed[-1] else None
    return kept, over


def _filled(placed: Sequence[Placed], end: int | None, named: list[Contradiction]) -> list[_Timed]:
    return [_Timed(item, _seconds(item, placed[number + 1 :], end, named)) for number, item in enumerate(placed)]


def _seconds(item: Placed, later: Sequence[Placed], end: int | None, named: list[Contradiction]) -> int | None:
    """Planned seconds of an item: its range, its duration, or what is left until the next start."""
    if item.start is not None and item.end is not None and item.end > item.start:
        seconds = (item.end - item.start) * 60
        if item.row.seconds and item.row.seconds != seconds:
            said = minutes_text(item.row.seconds)
            says = f"{Clock(item.start)} to {Clock(item.end)} is {seconds // 60} min, but it says {said}"
            named.append(Contradiction(item.row.line, says))
        return seconds
    if item.row.seconds or item.start is None:
        return item.row.seconds
    taken = 0
    for other in later:
        if other.start is not None and other.start != item.start:
            seconds = (other.start - item.start) * 60 - taken
            return seconds if seconds > 0 else None
        taken += (other.row.seconds or 0) if other.start is None else 0
    if any(other.start is None and not other.row.seconds for other in later):
        return None
    return (end - item.start) * 60 - taken if end is not None and (end - item.start) * 60 > taken else None


def _pinned(timed: Sequence[_Timed], named: list[Contradiction]) -> list[_Timed]:
    """Mark what starts after a gap, and name what starts before the item above it is over."""
    done: list[_Timed] = []
    runs: int | None = None
    above: Placed | None = None
    for item in timed:
        start, pin = item.placed.start, False
        if start is not None and runs is not None and above is not None:
            pin = start * 60 > runs
            if start * 60 < runs:
                named.append(Contradiction(item.placed.row.line, _overlap(item.placed, above, runs)))
        begins = start * 60 if start is not None else runs
        if begins is not None:
            runs = max(begins + (item.seconds or 0), runs or 0) if start is None or start * 60 >= (runs or 0) else runs
            runs = begins + (item.seconds or 0) if above and start is not None and _earlier(start, above) else runs
        above = item.placed if start is not None else above
        done.append(replace(item, pinned=pin))
    return done


def _earlier(start: int, above: Placed) -> bool:
    return above.start is not None and start < above.start


def _overlap(item: Placed, above: Placed, runs: int) -> str:
    start = Clock(item.start or 0)
    if above.start is not None and (item.start or 0) < above.start:
        return f"{start} comes after {Clock(above.start)} (line {above.row.line}): the times run backwards"
    if above.start == item.start:
        return f"starts at {start}, at the same time as line {above.row.line}"
    return f"starts at {start}, but what comes before runs until {Clock(runs // 60)}"


def _check_until(timed: Sequence[_Timed], named: list[Contradiction]) -> None:
    """Compare "10 min, until 0:55" with the item before it."""
    before: int | None = None
    for number, item in enumerate(timed):
        until, seconds = item.placed.row.until, item.seconds
        if until is None:
            before = before + seconds // 60 if before is not None and seconds else before
            continue
        if number == 0 and seconds and until.minutes <= 2 * seconds // 60:
            before = 0
        if before is not None and seconds and before + seconds // 60 != until.minutes:
            made = Clock(before + seconds // 60)
            says = f"until {until}, but {Clock(before)} and {minutes_text(seconds)} make {made}"
            named.append(Contradiction(item.placed.row.line, says))
        before = until.minutes


def _check_total(timed: Sequence[_Timed], total: Row | None, named: list[Contradiction]) -> None:
    summed = sum(item.seconds or 0 for item in timed)
    if total and total.seconds and total.seconds != summed:
        says = f"the total says {minutes_text(total.seconds)}, but the items make {minutes_text(summed)}"
        named.append(Contradiction(total.line, says))


def _items(days: Sequence[Sequence[_Timed]]) -> tuple[ReadItem, ...]:
    flat = [(number, item) for number, day in enumerate(days, 1) for item in day]
    kinds = [kind_of(item.placed.row.title, item.placed.row.kind) for _, item in flat]
    rows = [(item.placed.row, number) for number, item in flat]
    guessed = stages([(row.title, kind, row.stage, number) for (row, number), kind in zip(rows, kinds, strict=True)])
    found = zip(flat, kinds, guessed, strict=True)
    return tuple(_item(item, number, kind, stage) for (number, item), kind, stage in found)


def _item(item: _Timed, day: int, kind: str, stage: str) -> ReadItem:
    row, start = item.placed.row, item.placed.start
    question = row.question or (row.title if row.title.endswith("?") else None)
    seconds = item.seconds if item.seconds and item.seconds <= DAY * 60 else None
    return ReadItem(
        title=row.title, stage=stage, day=day, starts_at=None if start is None else hhmm(start),
        planned_seconds=seconds, line=row.line, kind=kind, question=question, presenter=row.presenter,
        notes="\n".join(row.notes) or None, pinned=item.pinned,
    )  # fmt: skip


def _leftovers(text: str, draft: Draft) -> tuple[Leftover, ...]:
    """Every line that says something and was not placed: the net below all readers."""
    placed, why = draft.placed, draft.why
    return tuple(
        Leftover(number, line.strip(), why.get(number, "no part of an item"))
        for number, line in enumerate(text.split("\n"), 1)
        if number not in placed and re.search(r"\S", line)
    )


def _headings(text: str, left: Sequence[Leftover], days: Sequence[Sequence[_Timed]]) -> tuple[Leftover, ...]:
    """Lines that are understood without being an item's: titles, sections, dates, heads of tables."""
    known = {one.line for one in left} | {line for day in days for item in day for line in item.placed.row.lines}
    return tuple(
        Leftover(number, line.strip(), "heads what follows")
        for number, line in enumerate(text.split("\n"), 1)
        if number not in known and re.search(r"\w", re.sub(r"<[^<>]*>", "", line))
    )
