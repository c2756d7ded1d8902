"""What the pages of the prepare screen share: a list of rows, what is said above and below it, its own keys."""

from collections.abc import Callable
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.prepare_board import Page, PrepareBoard
from facilitator.screens import asking
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone
from facilitator.widgets.width import width_of

if TYPE_CHECKING:
    from facilitator.screens.prepare import PrepareScreen
    from facilitator.store.transaction import Transaction

P = ParamSpec("P")
BESIDE = 30
NARROWEST = 24


class PreparePage(Vertical):
    """One page: it shows rows of the board that its screen holds, and carries out its own keys."""

    PAGE: ClassVar[Page]
    HINTS: ClassVar[tuple[Hint, ...]] = ()
    COLUMNS: ClassVar[tuple[Column, ...]] = (Column(),)
    EMPTY: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__(id=self.PAGE.value)

    def compose(self) -> ComposeResult:
        yield Rows(classes="page-says")
        yield LineList(self.COLUMNS, empty=self.EMPTY, classes="page-rows")
        yield Rows(classes="page-sums")

    def says(self) -> tuple[Row, ...]:
        """What stands above the rows."""
        return ()

    def lines(self) -> tuple[Line, ...]:
        """The rows."""
        raise NotImplementedError

    def sums(self) -> tuple[Row, ...]:
        """What stands below the rows."""
        return ()

    def detail(self) -> tuple[Row, ...]:
        """What is known of the selected row, for the side."""
        return ()

    def paste(self, lines: tuple[str, ...]) -> None:  # noqa: ARG002 – pages that take a list do so
        """Several lines were pasted into the line of this page."""
        self.host.app.say("Only people, tasks, numbers and agendas can be pasted as a list.", warning=True)

    def action_add(self) -> None:
        """Open the line for one more of what this page lists; a page that lists nothing of its own does nothing."""

    def mend(self, gap: Gap) -> None:
        """Select what a gap is about and open what mends it."""
        self.rows.select(gap.about_id or "")

    def begin(self) -> None:
        """Open what the page begins with."""

    @property
    def host(self) -> "PrepareScreen":
        return cast("PrepareScreen", self.screen)

    @property
    def seen(self) -> PrepareBoard:
        """The board, which is there before any key is."""
        assert self.host.board is not None
        return self.host.board

    @property
    def rows(self) -> LineList:
        return self.query_one(LineList)

    @property
    def current(self) -> str:
        """The id of the selected row."""
        return self.rows.current

    @property
    def width(self) -> int:
        """How wide the rows are; before the page was ever laid out, as wide as the place it comes up in."""
        place = self.parent if isinstance(self.parent, Widget) and not self.size.width else self
        return max(width_of(place) - 1, NARROWEST)

    @property
    def beside(self) -> int:
        """How wide what is known of the selected row may be: beside the rows, or below them in a narrow window."""
        return self.width if self.host.has_class("-narrow") else BESIDE

    def on_resize(self) -> None:
        self.fill()

    def fill(self) -> None:
        """Show the board; while somebody types, the cursor goes to the row that came in."""
        if self.host.board is None:
            return
        known = {line.id for line in self.rows.lines}
        lines = self.lines()
        self.query_one(".page-says", Rows).rows = says = self.says()
        self.rows.lines = lines
        self.query_one(".page-sums", Rows).rows = sums = self.sums()
        self.set_class(0 < self.size.height < len(says) + self.rows.full_height + len(sums), "-full")
        fresh = [line.id for line in lines if line.id and line.id not in known]
        if fresh and self.host.is_typing:
            self.rows.select(fresh[-1])

    def do(self, command: "Callable[Concatenate[Transaction, str, P], str]", *args: P.args, **kwargs: P.kwargs) -> None:
        """Carry out one command on this session."""
        self.host.app.do(command, self.host.session_id, *args, **kwargs)

    def keep(
        self,
        text: str,
        command: "Callable[Concatenate[Transaction, str, P], str]",
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Carry out a command for what was typed; the line makes room once that is committed."""
        asking.keep(self.host, text, command, *args, **kwargs)

    def refuse(self, error: Exception) -> None:
        """Say why what was typed can't be taken; the line keeps it."""
        self.host.app.say(str(error), warning=True)


def heading(words: str, count: str = "", *, first: bool = False, indent: int = 0) -> tuple[Line, ...]:
    """A title between rows, a blank line before it unless it is the first; `indent` is its column."""
    said: Cell = ((words, Tone.DIM), (f"   {count}" if count else "", Tone.DIM))
    title = Line("", (*[""] * indent, said))
    return (title,) if first else (Line("", ("",)), title)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns; never empty."""
    return [line for part in text.splitlines() or [""] for line in wrap(part, max(width, 8)) or [""]]


def folded(line_id: str, before: tuple[Cell, ...], text: str, width: int, tone: Tone = Tone.PLAIN) -> tuple[Line, ...]:
    """A row whose last cell goes on in the lines below it, which can't be selected."""
    first, *rest = wrapped(text, width)
    blanks = ("",) * len(before)
    return (
        Line(line_id, (*before, ((first, tone),))),
        *(Line("", (*blanks, ((words, tone),))) for words in rest),
    )


def said(text: str, width: int, tone: Tone = Tone.PLAIN) -> tuple[Row, ...]:
    """The text as rows of at most so many columns."""
    return tuple(Row(((words, tone),)) for words in wrapped(text, width))
