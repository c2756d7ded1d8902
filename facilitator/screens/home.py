"""Home: the sessions by what is next to do with each."""

from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from facilitator.domain.glance import SessionLine
from facilitator.domain.timewords import clock_time
from facilitator.screens.coming_back import cursor_on_what_comes_back
from facilitator.screens.home_state import state
from facilitator.screens.home_tasks import WITHIN_DAYS, task_lines
from facilitator.store.connection import must_take_steps
from facilitator.store.due import due
from facilitator.store.faults import StoreFault
from facilitator.store.glance import sessions
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, plain, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.lookout import Change

FIRST_STEPS = (
    row((" n", Tone.ACCENT), "  begins one, from a template or empty"),
    row((" i", Tone.ACCENT), "  reads an agenda that you have, or a session that was exported"),
    row(),
    row((" facilitator demo", Tone.ACCENT), "  in another terminal shows a sample session"),
)
NONE_YET = (row(), row((" No session yet.", Tone.STRONG)), row(), *FIRST_STEPS)
ALL_AWAY = (
    row(),
    row((" Every session was put away.", Tone.STRONG)),
    row(),
    row((" A", Tone.ACCENT), "  shows what was put away"),
    *FIRST_STEPS,
)
WHEN = 22
GROUPS = (("live", "LIVE"), ("prepare", "TO PREPARE"), ("follow up", "TO FOLLOW UP"))


# The keys that do something where no session is listed.
EMPTY = ("n", "i", "A", "u", "q")
# The key that does something while the store can't be read.
WITHOUT_A_STORE = ("q",)


class HomeScreen(Screen[None]):
    """The sessions by what is next: live, to prepare, to follow up."""

    HINTS = (
        Hint("enter", "Open", "open"),
        Hint("n", "New", "new"),
        Hint("i", "Import", "import"),
        Hint("y", "Copy", "copy"),
        Hint("e", "Export", "export"),
        Hint("x", "Shared", "share"),
        Hint("z", "Archive", "archive"),
        Hint("delete", "Delete", "delete"),
        Hint("u", "Undo", "undo"),
        Hint("q", "Quit", "app.quit"),
    )
    # Where one looks at what was put away.
    AWAY = (
        Hint("enter", "Open", "open"),
        Hint("z", "Bring back", "archive"),
        Hint("delete", "Delete", "delete"),
        Hint("A", "Sessions", "show_archived"),
        Hint("u", "Undo", "undo"),
        Hint("q", "Quit", "app.quit"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open this session"),
        Binding("n", "new", "New session"),
        Binding("i", "import", "Import an agenda or a session from a file"),
        Binding("y", "copy", "Copy this session, without what happened in it"),
        Binding("e", "export", "Export this session"),
        Binding("x", "share", "Mark the document of this session as shared"),
        Binding("z", "archive", "Put this session away, or bring it back"),
        Binding("delete,backspace", "delete", "Delete this session"),
        Binding("A", "show_archived", "Show what was put away, or the sessions again"),
        Binding("u", "undo", "Undo"),
        Binding("U", "redo", "Redo"),
        Binding("q", "app.quit", "Quit"),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    def __init__(self) -> None:
        super().__init__()
        self._archived = False
        # The session that was selected before the store could not be read.
        self._last = ""
        self._minute: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Rows(id="top")
        yield LineList((Column(),), empty="Nothing was put away.", id="sessions")
        yield Rows(NONE_YET, id="first-steps")
        yield Static(id="fault")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, self._hear)
        self.query_one(KeyBar).hints = self.HINTS
        self.query_one(LineList).focus()

    def on_screen_resume(self) -> None:
        self._reread()

    def _hear(self, changes: "tuple[Change, ...]") -> None:
        with cursor_on_what_comes_back(self, changes, self.app.role):
            self._reread()

    def _reread(self) -> None:
        if not self.is_current:
            return
        self._show_time()
        try:
            self._show_sessions()
        except StoreFault as fault:
            # It stands there as long as it is so; a sentence in the corner would be gone by the time it is needed.
            self.query_one("#fault", Static).update(plain(str(fault)))
            self._show(fault=True)
            # Nothing is to be seen of what it held before, so no key may reach that.
            self._last = self._current or self._last
            self.query_one(LineList).lines = ()
            self.query_one(KeyBar).hints = tuple(hint for hint in self.HINTS if hint.key in WITHOUT_A_STORE)

    @property
    def says_what_is_wrong(self) -> bool:
        """Whether a fault of the store stands on it."""
        return bool(self.query_one("#fault").display)

    def _works(self) -> bool:
        """Whether a key may reach the store: one that could not be read is looked at again, it may be mended."""
        if self.says_what_is_wrong:
            self._reread()
        return not self.says_what_is_wrong

    def _show(self, *, fault: bool = False, first_steps: bool = False) -> None:
        self.query_one("#fault").display = fault
        self.query_one("#first-steps").display = first_steps
        self.query_one(LineList).set_class(fault or first_steps, "-none")

    def _show_sessions(self) -> None:
        now = self.app.now().wall
        every = sessions(self.app.path, now.date())
        must_take_steps(self.app.path)
        found = [line for line in every if line.archived is self._archived]
        soon = due(self.app.path, now, WITHIN_DAYS) if any(line.next == "prepare" for line in found) else ()
        lines: list[Line] = []
        for group, title in GROUPS:
            members = [line for line in found if line.next == group]
            if members:
                lines += [Line("", ("", "", "")), Line("", (((title, Tone.DIM),), "", ""))]
                for line in members:
                    lines.append(Line(line.id, self._cells(line)))
                    lines += task_lines(soon, line.id) if group == "prepare" else ()
        shown = self.query_one(LineList)
        shown.columns = (Column(), Column(width=WHEN), Column(width=max(map(_beside, lines), default=0)))
        shown.lines = tuple(lines)
        shown.select(self._last)
        self._last = ""
        shown.refresh()
        hints = self.AWAY if self._archived else self.HINTS
        self.query_one(KeyBar).hints = hints if lines else tuple(hint for hint in hints if hint.key in EMPTY)
        self.query_one("#first-steps", Rows).rows = ALL_AWAY if every else NONE_YET
        self._show(first_steps=not lines and not self._archived)

    def _show_time(self) -> None:
        """The day and the time; when the minute is over everything is looked at again."""
        now = self.app.now().wall
        here = now.astimezone()
        time = f"{here:%a} {here.day} {here:%b %H:%M} "
        which = ("   put away" * self._archived, Tone.DIM)
        self.query_one("#top", Rows).rows = (row(("Facilitator", Tone.STRONG), which, right=(time,)),)
        if self._minute is not None:
            self._minute.stop()
        self._minute = self.set_timer(60 - now.second, self._reread)

    def _cells(self, line: SessionLine) -> tuple[Cell, ...]:
        when = ""
        if line.starts_at:
            zone = _zone(line)
            day = line.starts_at.astimezone(zone)
            when = f"{day:%a} {day.day} {day:%b %Y} {clock_time(line.starts_at, zone)}"
        return (line.title, when, (state(line, self.app.now().wall),))

    @property
    def _current(self) -> str:
        return self.query_one(LineList).current

    @on(LineList.Chosen)
    def _open(self, event: LineList.Chosen) -> None:
        self.app.open_session(event.id)

    def action_open(self) -> None:
        self.query_one(LineList).action_choose()

    @work
    async def action_new(self) -> None:
        """A session needs a title; everything else is prepared."""
        from facilitator.screens.beginning import new_session

        if self._works():
            await new_session(self.app)

    @work
    async def action_import(self) -> None:
        from facilitator.screens.beginning import import_asked

        if self._works():
            await import_asked(self.app)

    @work
    async def on_paste(self, event: events.Paste) -> None:
        from facilitator.screens.beginning import import_pasted

        if self._works():
            await import_pasted(self.app, event.text)

    def action_copy(self) -> None:
        from facilitator.screens.beginning import copy_session

        if self._current:
            copy_session(self.app, self._current)

    def action_export(self) -> None:
        from facilitator.screens.exporting import ExportDialog

        if self._current:
            self.app.push_screen(ExportDialog(self._current))

    def action_share(self) -> None:
        """Who has the document; it ends the 48 hours."""
        from facilitator.screens.sharing import ask_with_whom

        if self._current:
            ask_with_whom(self.app, self._current)

    def action_archive(self) -> None:
        from facilitator.store.commands.sessions import archive_session, unarchive_session

        if self._current:
            self.app.do(unarchive_session if self._archived else archive_session, self._current)

    def action_show_archived(self) -> None:
        if self._works():
            self._archived = not self._archived
            self._reread()

    @work
    async def action_delete(self) -> None:
        from facilitator.screens.dialogs import Option, Pick
        from facilitator.store.commands.sessions import delete_session

        session_id = self._current
        sure = (Option("yes", "Delete it", "y", "u brings it back"), Option("no", "Keep it", "n"))
        if session_id and await self.app.push_screen_wait(Pick("Delete this session?", sure)) == "yes":
            self.app.do(delete_session, session_id)

    def action_undo(self) -> None:
        if self._works():
            self.app.undo(None)

    def action_redo(self) -> None:
        if self._works():
            self.app.redo(None)

    @on(KeyBar.Pressed)
    async def _press(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action)


def _beside(line: Line) -> int:
    """The room that the last cell of a line takes: what it doesn't need is the title's."""
    last = line.cells[-1]
    return len(last) if isinstance(last, str) else sum(len(text) for text, _ in last)


def _zone(line: SessionLine) -> ZoneInfo:
    return ZoneInfo(line.timezone)
