"""The prepare screen: a page a concern, the gaps beside it, and whether it is a go."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.reactive import reactive
from textual.widgets import ContentSwitcher

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import ItemState
from facilitator.domain.prepare_board import Page, PrepareBoard, page_of
from facilitator.guards.keys import own_bindings
from facilitator.library.parts import Flaw
from facilitator.screens import clock_keys, prompts
from facilitator.screens.base import SessionScreen
from facilitator.screens.preparing.agenda import AgendaPage
from facilitator.screens.preparing.brief import BriefPage
from facilitator.screens.preparing.checklist import ChecklistPage
from facilitator.screens.preparing.homework import HomeworkPage
from facilitator.screens.preparing.numbers import NumbersPage
from facilitator.screens.preparing.page import PreparePage
from facilitator.screens.preparing.readiness import ReadinessPage
from facilitator.screens.preparing.right_tool import RightToolPage
from facilitator.screens.preparing.room import RoomPage
from facilitator.screens.preparing.side import MARK, WIDTH, bar_rows, gap_rows, page_lines, top_row
from facilitator.screens.preparing.templates import save_as_template, take_template, template_name
from facilitator.store.commands import clock
from facilitator.store.queries.prepare import PREPARE_TABLES, prepare_board, took_before
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.line_list import Column, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row

PAGES: tuple[type[PreparePage], ...] = (
    RightToolPage,
    BriefPage,
    RoomPage,
    ChecklistPage,
    HomeworkPage,
    NumbersPage,
    AgendaPage,
    ReadinessPage,
)


class PrepareScreen(SessionScreen):
    TABLES = PREPARE_TABLES
    HINTS = (
        Hint("T", "Template", "template"),
        Hint("z", "Mend", "mend_next"),
        Hint("k", "Gaps", "gaps"),
        Hint("S", "Save as template", "save_template"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,tab", "enter_page", "Into the page", show=False),
        Binding("left,shift+tab", "leave_page", "Back to the pages", show=False),
        Binding("space", "start", "Start the session"),
        Binding("g", "look('running')", "Go to the running item"),
        Binding("z", "mend_next", "Mend the next gap of this page"),
        Binding("T", "template", "Take a template and sector packs"),
        Binding("S", "save_template", "Save this plan as a template of your own"),
    ]

    board: reactive[PrepareBoard | None] = reactive(None, init=False, repaint=False)
    _inside = False

    def compose(self) -> ComposeResult:
        yield Rows(id="top")
        with Horizontal(id="middle"):
            yield LineList((Column(), Column(width=MARK, right=True)), id="pages")
            with Container(id="preparing"):
                with ContentSwitcher(initial=Page.RIGHT_TOOL.value, id="page"):
                    yield from (page() for page in PAGES)
                with VerticalScroll(id="page-side", can_focus=False):
                    yield Rows(id="readiness-bar")
                    yield Rows(id="detail")
        yield CaptureBar(self.memory, id="capture")
        yield KeyBar(id="keys")

    def reread_board(self) -> None:
        self.board = self.app.store.read(prepare_board, self.session_id, self.app.settings.silenced)

    def on_mount(self) -> None:
        self.query_one(AgendaPage).remember(self.app.store.read(took_before, self.session_id))

    def watch_board(self, board: PrepareBoard) -> None:
        self.query_one("#top", Rows).rows = (top_row(board),)
        self.query_one("#pages", LineList).lines = page_lines(board)
        self.page.fill()
        self.show_keys()

    @property
    def page(self) -> PreparePage:
        """The page that is shown."""
        return self.query_one(f"#{self.query_one(ContentSwitcher).current}", PreparePage)

    def show_page(self, page: Page) -> None:
        """Bring one page up."""
        self.query_one(ContentSwitcher).current = page.value
        self.query_one("#pages", LineList).select(page.value)
        self.page.fill()
        self.show_side()
        self.show_keys()

    def show_side(self) -> None:
        """The readiness bar, what is known of the selected row, the page's gaps; in a narrow window the gaps first."""
        if self.board is None:
            return
        self.query_one("#readiness-bar", Rows).rows = bar_rows(self.board)
        narrow = self.has_class("-narrow")
        detail = self.page.detail()
        gaps = gap_rows(self.board, self.page.PAGE, self.page.beside if narrow else WIDTH, typing=self.is_typing)
        parts = (gaps, detail) if narrow else (detail, gaps)
        between = (Row(),) if detail and gaps else ()
        self.query_one("#detail", Rows).rows = (*parts[0], *between, *parts[1])

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_side)

    def mend(self, gap: Gap) -> None:
        """Go to the page of a gap and open what mends it."""
        self.show_page(page_of(gap))
        self.action_enter_page()
        self.page.mend(gap)

    def begin(self, page: Page) -> None:
        """Go to a page on which what must be there is not begun, and open what begins it."""
        self.show_page(page)
        self.action_enter_page()
        self.page.begin()

    def key_hints(self) -> tuple[Hint, ...]:
        if self._inside:
            return (*self.page.HINTS, Hint("esc", "Pages", "leave_page"), Hint("u", "Undo", "undo"))
        current = self.frame.current if self.frame else None
        running = current is not None and current.state is ItemState.RUNNING
        first = Hint("enter", "Into the page", "enter_page"), Hint("space", "Pause" if running else "Start", "start")
        return (*first, *super().key_hints())

    def focus_body(self) -> None:
        """The page's rows when somebody was in them, else the list of pages."""
        (self.page.rows if self._inside else self.query_one("#pages", LineList)).focus()

    def show_keys(self) -> None:
        super().show_keys()
        self.show_side()

    def begin_line(self, words: str) -> None:
        """Put words into the open line."""
        line = self.query_one(CaptureBar).line
        line.value = words
        line.cursor_position = len(words)

    def clear_line(self) -> None:
        """What was pasted is taken: the line makes room, whatever of it stands there."""
        for bar in self.query(CaptureBar):
            self.saved(bar.line.value)

    def action_enter_page(self) -> None:
        self._inside = True
        self.page.rows.focus()

    def action_leave_page(self) -> None:
        self._inside = False
        self.query_one("#pages", LineList).focus()

    def action_escape(self) -> None:
        self.action_leave_page()

    def action_start(self) -> None:
        """Start the first item and look at it; a session that runs is paused or goes on."""
        if self.frame is None:
            return
        if not self.frame.agenda:
            self.app.say("There is no item to start yet: T takes a template, or type one in the agenda.", warning=True)
            return
        current = self.frame.current
        if current is None and clock_keys.is_early(self.app, self.frame, self.watching):
            return
        if current is not None and current.state is ItemState.RUNNING:
            self.app.do(clock.pause_item, self.session_id, current.id)
        elif self.app.do(clock.start_item, self.session_id, current.id if current else None):
            self.app.open_session(self.session_id, "running")

    def action_mend_next(self) -> None:
        """The first gap of this page, else the first of all."""
        if self.board is not None:
            gaps = (*self.board.gaps_of(self.page.PAGE), *self.board.gaps)
            if gaps:
                self.mend(gaps[0])
            else:
                self.app.say("Nothing is missing.")

    @work
    async def action_template(self) -> None:
        if self.board is not None:
            if self.board.session.agenda:
                says = "There is an agenda already, and a template goes over an empty one."
                ways = "In the agenda X selects all items and delete removes them; u brings them back."
                self.app.say(f"{says} {ways}", warning=True)
                return
            await take_template(self, self.board.session)

    def action_save_template(self) -> None:
        def keep(text: str) -> None:
            try:
                if self.board is not None:
                    self.app.say(save_as_template(self.board.session, template_name(text)))
                    self.saved(text)
            except (Flaw, OSError) as error:
                self.app.say(str(error), warning=True)

        self.ask(prompts.for_text("template", "the name of the template"), keep, "")

    @on(LineList.Selected, "#pages")
    def _page_selected(self, event: LineList.Selected) -> None:
        if event.id and not self._inside:
            self.show_page(Page(event.id))

    @on(LineList.Chosen, "#pages")
    def _page_chosen(self) -> None:
        self.action_enter_page()

    @on(LineList.Selected, ".page-rows")
    def _row_selected(self) -> None:
        self.show_side()

    @on(KeyBar.Pressed)
    async def _press_of_page(self, event: KeyBar.Pressed) -> None:
        """What the mouse picks of the page's own keys."""
        if self._inside and any(hint.action == event.action for hint in self.page.HINTS):
            await self.page.run_action(event.action)

    @on(CaptureBar.Pasted)
    def _paste(self, event: CaptureBar.Pasted) -> None:
        event.prevent_default()  # what a stage asks of a paste is answered by the page
        self.page.paste(event.lines)

    def on_paste(self, event: events.Paste) -> None:
        """A paste while nobody types is for what this page lists."""
        if self.is_typing:
            return
        event.stop()
        self.action_enter_page()
        self.page.action_add()
        bar = self.query_one(CaptureBar)
        if bar.is_open:
            bar.line.post_message(events.Paste(event.text))
        else:
            self.page.paste(tuple(event.text.splitlines()))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into a page is the same as entering it."""
        if isinstance(event.widget, LineList):
            self._inside = event.widget.id != "pages"
            self.show_keys()

    async def on_key(self, event: events.Key) -> None:
        """The keys of a page act on it while the list of pages has the focus, too."""
        if self._inside or self.is_typing:
            return
        for binding in own_bindings(self.page).get(event.key, ()):
            event.stop()
            self.action_enter_page()
            await self.page.run_action(binding.action)
            return
