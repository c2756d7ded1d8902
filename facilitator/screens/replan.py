"""Re-planning: three ways out side by side, each with what every remaining item gets and when the day ends."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from facilitator.domain.moment import Moment
from facilitator.domain.replan import Change, Proposal, Ways, ways_out
from facilitator.domain.timewords import clock_time, minutes, standing, whole_minutes
from facilitator.domain.views import Frame
from facilitator.screens.times import time_of_day
from facilitator.store.commands.planning import apply_proposal
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Piece, Row, Tone, fit, plain, row

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen

NAMES = ("Shrink what is flexible", "Leave one out", "End later")
FOOT = "← → or 1 2 3 choose · ↑ ↓ which one is left out · e another end · enter applies · esc goes back"
SHORT_FOOT = "1 2 3 choose · ↑ ↓ left out · e end · enter applies · esc back"
NARROW = 100


async def replan(screen: "StageScreen") -> None:
    """Show the ways out, and apply the one that was chosen."""
    if screen.frame is None:
        return
    dialog = Replan(screen.frame, screen.app.now())
    proposal = await screen.app.push_screen_wait(dialog)
    if proposal is not None:
        entry = screen.app.do(apply_proposal, screen.session_id, proposal)
        screen.app.say(entry.did if entry else proposal.words)


class Replan(ModalScreen[Proposal | None]):
    """Returns the proposal to apply."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", show=False),
        Binding("left", "choose(-1)", show=False),
        Binding("right", "choose(1)", show=False),
        *(Binding(str(number), f"take({number - 1})", show=False) for number in (1, 2, 3)),
        Binding("up", "leave_out(-1)", show=False),
        Binding("down", "leave_out(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("e", "set_end", show=False),
        Binding("enter", "apply", show=False),
    ]

    chosen: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, frame: Frame, now: Moment) -> None:
        super().__init__()
        self._frame = frame
        self._now = now
        self._cut = 0
        self._ways = self._find(None)

    def _find(self, target: datetime | None) -> Ways:
        shown = self._frame
        return ways_out(shown.days, shown.agenda, shown.spans, self._now, shown.session.zone, target=target)

    def compose(self) -> ComposeResult:
        today = self._frame.projection(self._now).today
        title = standing(today, self._frame.session.zone) if today else "On time"
        with Vertical(classes="dialog -replan"):
            yield Label(plain(title), classes="dialog-title")
            with VerticalScroll(can_focus=False), Container(id="ways"):
                for number in range(3):
                    yield Rows(id=f"way-{number}")
            with Vertical(id="below-ways"):
                yield Input(placeholder="another end, such as 17:00", id="target", compact=True, disabled=True)
                yield Rows(id="foot")

    def on_mount(self) -> None:
        self.set_focus(None)

    def on_resize(self) -> None:
        narrow = self.app.size.width < NARROW
        self.set_class(narrow, "-narrow")
        self.query_one("#foot", Rows).rows = (row((SHORT_FOOT if narrow else FOOT, Tone.DIM)),)
        self.call_after_refresh(self._show)

    def watch_chosen(self) -> None:
        self._show()

    @property
    def proposals(self) -> tuple[Proposal | None, ...]:
        """One for each column; none where nothing can be left out."""
        cut = self._ways.cut[self._cut] if self._ways.cut else None
        return self._ways.shrink, cut, self._ways.later

    def _show(self) -> None:
        narrow = self.has_class("-narrow")
        for number, proposal in enumerate(self.proposals):
            column = self.query_one(f"#way-{number}", Rows)
            column.rows = self._column(number, proposal, max(column.content_size.width, 24), short=narrow)

    def _column(self, number: int, proposal: Proposal | None, width: int, *, short: bool) -> tuple[Row, ...]:
        chosen = number == self.chosen
        head = row((f"{'▶' if chosen else ' '} {number + 1} {NAMES[number]}", Tone.ACCENT if chosen else Tone.STRONG))
        if proposal is None:
            return head, row(("    nothing that waits may be left out", Tone.DIM)), row()
        end = proposal.words.partition(": ")[2].partition(",")[0]
        late = f", {minutes(proposal.short_by)} late" if whole_minutes(proposal.short_by) else ""
        reaches = row((f"    {end}{late}", Tone.WARM if late else Tone.GOOD))
        if short and not chosen:
            return head, reaches
        lines = tuple(line for change in proposal.changes for line in self._lines(proposal, change, width))
        blank = () if short else (row(),)
        return (head, reaches, *blank, *lines, *blank)

    def _lines(self, proposal: Proposal, change: Change, width: int) -> Iterator[Row]:
        """An item, below the time before it that nothing fills."""
        if free := proposal.free_before(change):
            yield row("    ", (fit("free until it begins", width - 20), Tone.DIM), (f"{free:>3}", Tone.DIM))
        yield self._line(change, width)

    def _line(self, change: Change, width: int) -> Row:
        """`Positioning      25 → 20   14:42`."""
        old, new = change.old_minutes, change.new_minutes
        starts = clock_time(change.starts, self._frame.session.zone) if change.starts else ""
        length: Piece = (f"{new:>3}      ", Tone.PLAIN)
        if change.cut:
            length = (f"{old:>3} → –  ", Tone.ALARM)
        elif old != new:
            length = (f"{old:>3} → {new:<3}", Tone.WARM)
        return row("    ", (fit(change.title, width - 20), Tone.PLAIN), length, (f"{starts:>6}", Tone.DIM))

    def action_choose(self, by: int) -> None:
        self.chosen = max(0, min(self.chosen + by, 2))

    def action_take(self, number: int) -> None:
        self.chosen = number

    def action_leave_out(self, by: int) -> None:
        """The column that leaves one out goes through the items that may be."""
        if self._ways.cut:
            self._cut = (self._cut + by) % len(self._ways.cut)
        self.chosen = 1
        self._show()

    def action_page(self, by: int) -> None:
        """In a small window a long day goes on below."""
        ways = self.query_one(VerticalScroll)
        ways.scroll_relative(y=by * max(ways.size.height - 1, 1), animate=False)

    def action_set_end(self) -> None:
        field = self.query_one(Input)
        field.disabled = False
        field.focus()

    def action_back(self) -> None:
        if self.query_one(Input).has_focus:
            self._leave_field()
        else:
            self.dismiss(None)

    def action_apply(self) -> None:
        if (proposal := self.proposals[self.chosen]) is not None:
            self.dismiss(proposal)

    @on(Input.Submitted)
    def _retarget(self, event: Input.Submitted) -> None:
        event.stop()
        day = self._ways.target or self._now.wall
        target = time_of_day(event.value, day, self._frame.session.zone)
        if target is None:
            self.app.notify("Type a time of day such as 17:00.", severity="warning", markup=False)
            return
        self._ways, self._cut = self._find(target), 0
        self._leave_field()
        self._show()

    def _leave_field(self) -> None:
        self.query_one(Input).disabled = True
        self.set_focus(None)
