"""What a file was understood as, in rows to look at before it is taken."""

from collections.abc import Iterator, Sequence

from facilitator.domain.records import Everything
from facilitator.domain.timewords import minutes
from facilitator.exchange.agendas import Contradiction, Leftover, ReadAgenda
from facilitator.widgets.text import Row, Tone, row

ITEMS_SHOWN, LINES_SHOWN = 8, 4


def summary(found: ReadAgenda | Everything) -> tuple[Row, ...]:
    """The first items, every kind of doubt, and how much more there is; short enough for a small terminal."""
    return tuple(_session(found) if isinstance(found, Everything) else _agenda(found))


def _agenda(found: ReadAgenda) -> Iterator[Row]:
    days = max(item.day for item in found.items)
    yield row((f"{_counted(len(found.items), 'item')}, {_counted(days, 'day')}", Tone.DIM))
    for item in found.items[:ITEMS_SHOWN]:
        length = f"{item.planned_seconds // 60} min" if item.planned_seconds else "no time"
        yield row((f"{item.starts_at or '':>5}  {length:>8}  ", Tone.DIM), item.title)
    yield from _more(len(found.items) - ITEMS_SHOWN)
    yield from _lines("Not placed", found.leftovers)
    yield from _lines("Contradictions", found.contradictions)
    if found.headings:
        yield row((f"{_counted(len(found.headings), 'line')} read as headings", Tone.DIM))


def _lines(title: str, lines: Sequence[Leftover | Contradiction]) -> Iterator[Row]:
    if lines:
        yield row((f"{title}: {len(lines)}", Tone.WARM))
    for one in lines[:LINES_SHOWN]:
        said = f"{one.text} – {one.says}" if isinstance(one, Leftover) else one.says
        yield row((f"line {one.line:>4}  ", Tone.DIM), said)
    yield from _more(len(lines) - LINES_SHOWN)


def _session(found: Everything) -> Iterator[Row]:
    planned = sum((item.planned for item in found.agenda), start=found.now.wall - found.now.wall)
    yield row((f"{found.session.status.value}, {_counted(len(found.agenda), 'item')}, {minutes(planned)}", Tone.DIM))
    for count, word in (
        (len(found.people), "person"),
        (len(found.findings), "finding"),
        (len(found.ideas), "idea"),
        (len(found.decisions), "decision"),
        (len(found.journal), "line of its journal"),
    ):
        if count:
            yield row(_counted(count, word))


def _more(count: int) -> Iterator[Row]:
    if count > 0:
        yield row((f"and {count} more", Tone.DIM))


def _counted(count: int, word: str) -> str:
    plural = {"person": "people", "line of its journal": "lines of its journal"}.get(word, f"{word}s")
    return f"{count} {word if count == 1 else plural}"
