"""The checklist, dated backwards from the session: who prepares what by when."""

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.domain.capture import Kind
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage, TaskKind
from facilitator.domain.people import first_name
from facilitator.domain.prepare_board import Page
from facilitator.domain.records import Task
from facilitator.domain.text import clean
from facilitator.screens import asking, prompts
from facilitator.screens.pasting import take_in
from facilitator.screens.preparing.page import PreparePage, folded, heading, said
from facilitator.screens.preparing.usual import owners, usual_template
from facilitator.store.commands import preparing, tasks
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

OWNER_WIDTH, DUE_WIDTH = 9, 6
# Days before the session, and what stands over the tasks that are due by then.
DISTANCES = (
    (22, "A MONTH BEFORE"),
    (18, "THREE WEEKS BEFORE"),
    (11, "TWO WEEKS BEFORE"),
    (3, "A WEEK BEFORE"),
    (1, "THE DAY BEFORE"),
    (0, "ON THE DAY"),
)


class ChecklistPage(PreparePage):
    PAGE = Page.CHECKLIST
    EMPTY = "Nothing to prepare yet. y takes the usual tasks, c adds one."
    COLUMNS = (Column(width=1), Column(width=OWNER_WIDTH), Column(width=DUE_WIDTH, right=True), Column())
    HINTS = (
        Hint("x", "Tick", "tick"),
        Hint("c", "Task", "add"),
        Hint("o", "Owner", "owner"),
        Hint("w", "Deadline", "deadline"),
        Hint("l", "Hand out", "hand_out"),
        Hint("y", "Usual tasks", "usual"),
        Hint("h", "Stage", "stage"),
        Hint("j", "Material", "material"),
        Hint("enter", "Reword", "edit"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "tick", "Checklist: tick the task"),
        Binding("c", "add", "Checklist: add a task"),
        Binding("o", "owner", "Checklist: who prepares it"),
        Binding("w", "deadline", "Checklist: by when"),
        Binding("l", "hand_out", "Checklist: give each usual task to who is asked for it"),
        Binding("h", "stage", "Checklist: the stage that it prepares"),
        Binding("j", "material", "Checklist: task or material to circulate"),
        Binding("y", "usual", "Checklist: take over the usual tasks"),
        Binding("delete,backspace", "remove", "Checklist: remove the task"),
    ]

    def lines(self) -> tuple[Line, ...]:
        found: list[Line] = []
        told = ""
        for task in sorted(self.seen.session.tasks, key=lambda one: one.due or date.max):
            group = _group(task, self.seen.first_day)
            if group != told:
                found += heading(group, first=not found, indent=3)
                told = group
            found += self._lines_of(task)
        return tuple(found)

    def says(self) -> tuple[Row, ...]:
        every = self.seen.session.tasks
        nobodys = sum(task.owner_id is None for task in every)
        given = len(owners(self.seen.session))
        words = f" · {nobodys} without an owner" if nobodys else ""
        words += f": l hands out {given if given < nobodys else 'them all'}" if given else ""
        return (row((f"{self.seen.ticked} of {len(every)} done{words}", Tone.DIM)), row()) if every else ()

    def detail(self) -> tuple[Row, ...]:
        if (task := self._current) is None:
            return ()
        kind = "material: circulate it a week before" if task.kind is TaskKind.MATERIAL else "a task"
        prepares = f"prepares the {task.stage} stage" if task.stage else "prepares no stage in particular"
        return (*said(task.text, self.beside, Tone.STRONG), row((kind, Tone.DIM)), row((prepares, Tone.DIM)))

    def mend(self, gap: Gap) -> None:
        self.rows.select(gap.about_id or "")
        self.host.app.say(gap.mend)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def action_tick(self) -> None:
        if task := self._current:
            self.do(tasks.tick_task, task.id, task.done_at is None)

    def paste(self, lines: tuple[str, ...]) -> None:
        """Tasks, one a line."""
        self.host.run_worker(take_in(self.host, Kind.TASK, lines))

    def action_add(self) -> None:
        self.host.action_capture("task")

    def action_owner(self) -> None:
        if task := self._current:
            task_id = task.id

            def keep(text: str, person_id: str | None, new_name: str | None) -> None:
                self.keep(text, tasks.give_task, task_id, person_id, new_name)

            asking.ask_person(self.host, "who prepares it", keep)

    def action_deadline(self) -> None:
        if task := self._current:
            task_id = task.id
            asking.ask_day(self.host, "by when", lambda text, day: self.keep(text, tasks.date_task, task_id, day))

    def action_edit(self) -> None:
        if task := self._current:
            task_id = task.id
            prompt = prompts.for_text("task, anew")
            self.host.ask(prompt, lambda text: self.keep(text, tasks.reword_task, task_id, clean(text)), task.text)

    def action_stage(self) -> None:
        if task := self._current:
            every = [None, *Stage]
            self.do(tasks.stage_task, task.id, every[(every.index(task.stage) + 1) % len(every)])

    def action_material(self) -> None:
        if task := self._current:
            self.do(tasks.mark_material, task.id, task.kind is not TaskKind.MATERIAL)

    def action_hand_out(self) -> None:
        self.do(tasks.hand_out, owners(self.seen.session))

    def action_usual(self) -> None:
        self.do(preparing.add_tasks, usual_template(self.seen.session).tasks)

    def action_remove(self) -> None:
        if task := self._current:
            self.do(tasks.remove_task, task.id)

    @property
    def _current(self) -> Task | None:
        return next((task for task in self.seen.session.tasks if task.id == self.current), None)

    def _lines_of(self, task: Task) -> tuple[Line, ...]:
        late = task.due is not None and task.done_at is None and task.due < self.seen.session.today
        due = f"{task.due.day} {task.due:%b}" if task.due else ""
        owner = first_name(self.seen.session.name(task.owner_id) or "")
        before: tuple[Cell, ...] = (
            (("✓", Tone.GOOD),) if task.done_at else (("○", Tone.DIM),),
            owner or (("no owner", Tone.DIM),),
            ((due, Tone.ALARM if late else Tone.PLAIN),),
        )
        room = self.width - OWNER_WIDTH - DUE_WIDTH - 6
        return folded(task.id, before, task.text, room, Tone.DIM if task.done_at else Tone.PLAIN)


def _group(task: Task, first: date | None) -> str:
    if task.due is None:
        return "WITHOUT A DAY"
    if first is None:
        return "TO PREPARE"
    before = (first - task.due).days
    return next((words for least, words in DISTANCES if before >= least), "AFTERWARDS")
