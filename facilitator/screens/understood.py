"""What a session file holds, in rows to look at before it is taken."""

from collections.abc import Iterator

from facilitator.domain.records import Everything
from facilitator.domain.text import counted
from facilitator.domain.timewords import minutes
from facilitator.widgets.text import Row, Tone, row


def summary(found: Everything) -> tuple[Row, ...]:
    """What a session file holds, in counts."""
    return tuple(_session(found))


def _session(found: Everything) -> Iterator[Row]:
    planned = sum((item.planned for item in found.agenda), start=found.now.wall - found.now.wall)
    yield row((f"{found.session.status.value}, {counted(len(found.agenda), 'item')}, {minutes(planned)}", Tone.DIM))
    for each in (
        (len(found.people), "person", "people"),
        (len(found.findings), "finding", ""),
        (len(found.ideas), "idea", ""),
        (len(found.decisions), "decision", ""),
        (len(found.journal), "line of its journal", "lines of its journal"),
    ):
        if each[0]:
            yield row(counted(*each))
