"""What a session file holds, in rows to look at before it is taken."""

from collections.abc import Iterator

from facilitator.domain.records import Everything
from facilitator.domain.timewords import minutes
from facilitator.widgets.text import Row, Tone, row


def summary(found: Everything) -> tuple[Row, ...]:
    """What a session file holds, in counts."""
    return tuple(_session(found))


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


def _counted(count: int, word: str) -> str:
    plural = {"person": "people", "line of its journal": "lines of its journal"}.get(word, f"{word}s")
    return f"{count} {word if count == 1 else plural}"
