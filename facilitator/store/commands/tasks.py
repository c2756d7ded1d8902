"""The checklist: what is prepared before the session, by whom, by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.domain import rules
from facilitator.domain.dates import say_day
from facilitator.domain.kinds import Stage, TaskKind
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted, shorten
from facilitator.store import tables as t
from facilitator.store.commands.naming import named
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


@dataclass(frozen=True, slots=True)
class Given:
    """A task and who prepares it."""

    task_id: str
    person_id: str


def tick_task(tx: Transaction, session_id: str, task_id: str, done: bool) -> str:
    task = tx.get(t.Task, task_id)
    task.done_at = tx.now.wall if done else None
    return f"{'Done' if done else 'Open again'}: “{shorten(task.text, SAID)}”"


def give_task(
    tx: Transaction, session_id: str, task_id: str, person_id: str | None, new_name: str | None = None
) -> str:
    """One person; a new name becomes a person of the session."""
    task = tx.get(t.Task, task_id)
    person = named(tx, session_id, person_id, new_name)
    task.owner_id = person.id if person else None
    return f"{person.name if person else 'Nobody'} prepares “{shorten(task.text, SAID)}”"


def hand_out(tx: Transaction, session_id: str, given: Sequence[Given]) -> str:
    """Tasks that nobody owns yet; one that somebody took meanwhile stays as it is."""
    count = 0
    for one in given:
        task = tx.get(t.Task, one.task_id)
        if task.owner_id is None:
            task.owner_id = tx.get(t.Person, one.person_id).id
            count += 1
    if not count:
        raise RuleBroken("Nothing to hand out: each task has an owner, or nobody here whom the template asks for it.")
    return f"Hand out {counted(count, 'task')}"


def date_task(tx: Transaction, session_id: str, task_id: str, due: date | None) -> str:
    task = tx.get(t.Task, task_id)
    task.due = due
    return f"“{shorten(task.text, SAID)}” is due {say_day(due, due) if due else 'on no day'}"


def reword_task(tx: Transaction, session_id: str, task_id: str, text: str) -> str:
    rules.may_change(head(tx, session_id))
    task = tx.get(t.Task, task_id)
    if not text:
        raise RuleBroken("A task needs words.")
    task.text = text
    return f"Task “{shorten(text, SAID)}”"


def stage_task(tx: Transaction, session_id: str, task_id: str, stage: Stage | None) -> str:
    """The stage that it prepares."""
    rules.may_change(head(tx, session_id))
    task = tx.get(t.Task, task_id)
    task.stage = stage.value if stage else None
    return f"“{shorten(task.text, SAID)}” prepares {f'the {stage.value} stage' if stage else 'no stage in particular'}"


def mark_material(tx: Transaction, session_id: str, task_id: str, material: bool) -> str:
    """Material has to be circulated a week before."""
    rules.may_change(head(tx, session_id))
    task = tx.get(t.Task, task_id)
    task.kind = (TaskKind.MATERIAL if material else TaskKind.TASK).value
    return f"“{shorten(task.text, SAID)}” is {'material' if material else 'a task'}"


def remove_task(tx: Transaction, session_id: str, task_id: str) -> str:
    rules.may_change(head(tx, session_id))
    task = tx.get(t.Task, task_id)
    tx.remove(task)
    return f"Remove the task “{shorten(task.text, SAID)}”"
