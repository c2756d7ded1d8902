"""The brainstorm: ideas as fast as people speak, then themes, votes and a shortlist, one key each."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.timer import Timer

from facilitator.domain.capture import Kind
from facilitator.domain.idea_board import IdeaBoard, IdeaLine, Order, next_order
from facilitator.domain.kinds import Demand, Stage, Thing
from facilitator.domain.text import clean
from facilitator.screens import brainstorm_keys, dot_vote, idea_lines, idea_prompts, prompts, theme_shelves
from facilitator.screens.asking import keep
from facilitator.screens.stage import StageScreen
from facilitator.screens.twins import Twins
from facilitator.screens.voting import ask_cut, ask_theme, ask_words, count_votes
from facilitator.screens.watching import Watching
from facilitator.store.commands import ideas
from facilitator.store.queries.ideas import IDEA_TABLES, idea_board, idea_window, one_idea
from facilitator.widgets.capture_bar import CaptureBar, Memory
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.theme_columns import ThemeColumns
from facilitator.widgets.window_list import WindowList

END = 1_000_000_000
MARKS = (None, Demand.CREATE, Demand.CAPTURE)
# So much of an idea is seen where the themes are columns.
IN_COLUMN = 22
REST_SECONDS = 0.15


class BrainstormScreen(StageScreen):
    STAGE = Stage.BRAINSTORM
    CAPTURES = Kind.IDEA
    TABLES = IDEA_TABLES
    HINTS = brainstorm_keys.HINTS
    BINDINGS: ClassVar[list[BindingType]] = brainstorm_keys.BINDINGS

    board: reactive[IdeaBoard | None] = reactive(None, init=False, repaint=False)
    ticked: reactive[tuple[str, ...]] = reactive((), init=False, repaint=False)

    def __init__(self, session_id: str, memory: Memory, watching: Watching) -> None:
        super().__init__(session_id, memory, watching)
        self.order = Order.SAID
        self._to_end = False
        self.last_theme = ""
        self.twins = Twins(self)
        self._rest: Timer | None = None

    def compose_stage(self) -> ComposeResult:
        yield Rows(wraps=True, id="idea-count", classes="section")
        yield WindowList(idea_lines.COLUMNS, empty="No idea yet.", how="i writes one; a paste brings many.", id="ideas")
        yield ThemeColumns(id="theme-columns")
        yield Rows(id="idea-notes")

    @property
    def ideas(self) -> WindowList:
        return self.query_one("#ideas", WindowList)

    def focus_body(self) -> None:
        self.query_one("#theme-columns" if self.has_class("-columns") else "#ideas").focus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What the keys act on: the ticked ideas, else the one under the cursor."""
        return self.ticked or tuple(filter(None, (self.ideas.current,)))

    @property
    def current(self) -> IdeaLine | None:
        """The idea under the cursor, where the window holds it."""
        return self.board.idea(self.ideas.current) if self.board else None

    @property
    def thing(self) -> tuple[Thing, str, str] | None:
        return (Thing.IDEA, self.current.id, self.current.text) if self.current else None

    def reread_board(self) -> None:
        """Behind a new idea to the end, else where the cursor's idea went."""
        to_end, self._to_end = self._to_end and self.order is Order.SAID, False
        self._read(END) if to_end else self._read(self.ideas.window.start, self.ideas.current)
        if to_end and self.board is not None:
            self.ideas.cursor = self.board.total - 1

    def key_hints(self) -> tuple[Hint, ...]:
        listed = self.board is not None and self.board.counts.shortlisted
        return brainstorm_keys.carrying_on(super().key_hints()) if listed else super().key_hints()

    def watch_board(self, board: IdeaBoard) -> None:
        self.ideas.window = idea_lines.window_of(board, self.ticked)
        theme_shelves.show_themes(self)
        self.twins.hear(board.counts.said)
        self.show_keys()
        self.show_words()

    def on_resize(self, _event: events.Resize) -> None:
        if self.board is not None:
            self.call_after_refresh(self.watch_board, self.board)

    def watch_ticked(self) -> None:
        if self.board is not None:
            self.watch_board(self.board)

    def keep(self, kind: Kind, text: str, origin: str | None = None) -> None:
        self._to_end = kind is Kind.IDEA
        super().keep(kind, text, origin)

    def action_capture(self, kind: str) -> None:
        """Ideas are captured with what is like them in view."""
        super().action_capture(kind)
        bar = self.query_one(CaptureBar)
        if kind == Kind.IDEA and bar.is_open:
            bar.open(idea_prompts.with_twins(bar.line.prompt, self.twins.near))

    def action_tick(self) -> None:
        """Tick or untick; the cursor stays, as in every list."""
        if idea := self.ideas.current:
            ticked = self.ticked
            self.ticked = tuple(one for one in ticked if one != idea) if idea in ticked else (*ticked, idea)

    def action_tick_words(self) -> None:
        ask_words(self)

    def action_escape(self) -> None:
        if self.ticked:
            self.ticked = ()
        else:
            super().action_escape()

    def action_vote(self, by: int) -> None:
        if idea := self.ideas.current:
            self.app.do(ideas.add_votes, self.session_id, idea, by)

    def action_count(self) -> None:
        """Type counts, one idea after the other; a list that sorts itself by votes would run away below."""
        if self.order is Order.VOTES:
            self.list_as(Order.SAID, self.ideas.current)
        count_votes(self)

    def action_turn(self, by: int) -> None:
        """Turn the list while somebody types."""
        (self.query_one(ThemeColumns) if self.has_class("-columns") else self.ideas).action_page(by)

    @work
    async def action_dots(self) -> None:
        await dot_vote.vote(self)

    def action_demand(self) -> None:
        if self.chosen and (first := self.app.store.read(one_idea, self.session_id, self.chosen[0])):
            demand = MARKS[(MARKS.index(first.demand) + 1) % len(MARKS)]
            self.app.do(ideas.set_demand, self.session_id, self.chosen, demand)

    def action_theme(self) -> None:
        ask_theme(self)

    def action_shift(self, by: int) -> None:
        """Into the theme beside it, where the ideas are listed by theme."""
        if self.order is Order.THEMES and (theme := theme_shelves.neighbour(self.board, self.current, by)):
            self.app.do(ideas.set_theme, self.session_id, self._take(), theme.name)

    def action_theme_again(self) -> None:
        if self.last_theme and (chosen := self._take()):
            self.app.do(ideas.set_theme, self.session_id, chosen, self.last_theme)

    def action_merge(self) -> None:
        """Into the first that was ticked; with nothing ticked, with its near twin."""
        done = None
        if len(self.ticked) > 1:
            first, *others = self.ticked
            done = self.app.do(ideas.merge_ideas, self.session_id, first, others)
        elif idea := self.ideas.current:
            done = self.app.do(ideas.merge_twin, self.session_id, idea)
        if done is not None:
            self.ticked = ()
            self.app.say(f"{done.did}. u takes it back.")

    def action_list(self) -> None:
        self.app.do(ideas.list_ideas, self.session_id, self._take())

    def action_cut(self) -> None:
        """By votes, with the cut in view."""
        self.list_as(Order.VOTES)
        ask_cut(self)

    def action_propose(self) -> None:
        if self.app.do(ideas.propose_shortlist, self.session_id):
            self.app.say("The shortlist waits in the decisions stage: 4 shows it.")

    def action_drop(self) -> None:
        self.app.do(ideas.drop_ideas, self.session_id, self._take())

    def action_remove(self) -> None:
        self.app.do(ideas.remove_ideas, self.session_id, self._take())

    def action_order(self) -> None:
        """The next order; what was dropped is listed only when something was."""
        self.list_as(next_order(self.order, self.board.counts.dropped if self.board else 0))

    @on(LineList.Chosen, "#ideas")
    @on(ThemeColumns.Chosen)
    def action_edit(self) -> None:
        if idea := self.app.store.read(one_idea, self.session_id, self.ideas.current):
            self.ask(
                prompts.for_text("idea anew"),
                lambda typed: keep(self, typed, ideas.change_idea, idea.id, clean(typed)),
                idea.text,
            )

    def _take(self) -> tuple[str, ...]:
        """What is chosen; the ticks are used up."""
        chosen, self.ticked = self.chosen, ()
        return chosen

    def list_as(self, order: Order, sought: str = "") -> None:
        """List in an order, from its top or around one idea."""
        self.order = order
        self._read(0, sought)
        if sought:
            self.ideas.select(sought)
        else:
            self.ideas.action_move(-END)

    def _read(self, start: int, sought: str = "") -> None:
        self.board = self.app.store.read(idea_board, self.session_id, self.order, start, sought)
        self.order = self.board.order
        if not self.board.total and self.order is Order.DROPPED:
            self.list_as(Order.SAID)

    @on(WindowList.Wanted)
    def _fetch(self, event: WindowList.Wanted) -> None:
        """Another window; an idea that is not listed in this order is looked for as it was said."""
        if self.board is not None and not event.sought:
            self.board = self.app.store.read(idea_window, self.session_id, self.board, event.start)
            return
        self._read(event.start, event.sought)
        if self.ideas.current != event.sought and self.order is not Order.SAID:
            self.list_as(Order.SAID, event.sought)

    @on(LineList.Selected, "#ideas")
    def _follow(self, event: LineList.Selected) -> None:
        theme_shelves.follow(self, event.id)
        self.show_words()

    @on(ThemeColumns.Selected)
    def _select(self, event: ThemeColumns.Selected) -> None:
        self.ideas.select(event.id)

    @on(ThemeColumns.Wanted)
    def _fetch_column(self, event: ThemeColumns.Wanted) -> None:
        theme_shelves.fetch(self, event.key, event.start)

    def show_words(self) -> None:
        """The idea under the cursor at once; what is like it when the cursor has come to rest."""
        if (board := self.board) is None:
            return
        self.query_one("#idea-count", Rows).rows = (idea_lines.count_row(board, len(self.ticked)),)
        self._show_notes(())
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_SECONDS, self._show_twin)

    def _show_twin(self) -> None:
        if idea := self.current:
            self._show_notes(self.twins.near(idea.text, idea.id))

    def _show_notes(self, twins: tuple[tuple[str, int], ...]) -> None:
        if (board := self.board) is not None:
            notes, shown = self.query_one("#idea-notes", Rows), IN_COLUMN if self.has_class("-columns") else 0
            notes.rows = idea_lines.notes(board, self.current, notes.size.width, next(iter(twins), None), shown)
