"""The checklist on the home screen: what is late or due soon before a session, under the session."""

from collections.abc import Iterator, Sequence

from facilitator.domain.due import DueLine
from facilitator.domain.text import shorten
from facilitator.widgets.line_list import Line
from facilitator.widgets.text import Tone

WITHIN_DAYS, MOST, LONGEST = 21, 3, 90


def task_lines(due: Sequence[DueLine], session_id: str) -> Iterator[Line]:
    """The next tasks of one session, the latest first; how many more there are."""
    tasks = [line for line in due if line.session == session_id and line.kind == "task"]
    for task in tasks[:MOST]:
        tone = Tone.ALARM if task.late else Tone.DIM
        words = (("  ○ ", tone), (shorten(task.text, LONGEST), Tone.DIM))
        yield Line("", (words, ((task.owner or "no owner", Tone.DIM),), ((_when(task), tone),)))
    if more := tasks[MOST:]:
        yield Line("", (((f"    and {len(more)} more{_how_soon(more)}", Tone.DIM),), "", ""))


def _how_soon(tasks: Sequence[DueLine]) -> str:
    late = sum(task.late for task in tasks)
    if late == len(tasks):
        return ", late as well"
    return f" within three weeks{f', {late} of them late' if late else ''}"


def _when(task: DueLine) -> str:
    return f"{task.due.day} {task.due:%b}, {task.when}"
