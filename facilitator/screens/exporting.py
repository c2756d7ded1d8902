"""The export dialog: what, where, how long, how it reads; and the extract for one owner."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen

from facilitator.domain.kinds import Status
from facilitator.domain.records import Everything
from facilitator.domain.text import counted
from facilitator.exchange.bundle import FORMATS
from facilitator.exchange.document import Document, build
from facilitator.exchange.extracts import extract
from facilitator.exchange.length import page_words
from facilitator.exchange.writing import Outcome, write_files
from facilitator.guards.there import is_there
from facilitator.memory import give_back
from facilitator.remembered import LastExport, last_export, remember_export
from facilitator.screens.dialogs import Ask, Option, Page, Pick
from facilitator.screens.export_lines import lines_of, ticked
from facilitator.screens.page_meter import Length, length_rows, measure
from facilitator.screens.preview import mail_rows, rows_of
from facilitator.settings import at_home
from facilitator.store.queries.everything import everything
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.line_list import Column, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.lookout import Change

__all__ = ["ExportDialog", "page_words", "pick_extract"]

_WIDTH = 68


class ExportDialog(ModalScreen[None]):
    """Ticks say what is written; enter writes it into the folder."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "Write the files", priority=True),
        Binding("x,space", "tick", "Take this one, or leave it"),
        Binding("w", "where", "Choose the folder"),
        Binding("v", "preview", "Read the document here"),
        Binding("c", "copy", "Copy the document as Markdown"),
        Binding("o", "extract", "What one person took on, to paste into a mail"),
        Binding("escape,q,e", "dismiss", "Back", show=False),
    ]
    HINTS = (
        Hint("enter", "Write", "write"),
        Hint("x", "Tick", "tick"),
        Hint("w", "Where", "where"),
        Hint("v", "Preview", "preview"),
        Hint("c", "Copy", "copy"),
        Hint("o", "Owner", "extract"),
        Hint("esc", "Back", "dismiss"),
    )

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    choice: reactive[LastExport] = reactive(LastExport("."), init=False, repaint=False)
    length: reactive[Length | None] = reactive(None, init=False, repaint=False)
    progress: reactive[tuple[Row, ...]] = reactive((), init=False, repaint=False)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self._session_id = session_id

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="export"):
            yield Rows(id="export-title")
            yield LineList((Column(width=2), Column(width=16), Column()), id="export-what")
            yield Rows(id="export-foot")
            yield KeyBar(id="export-keys")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, self._hear)
        self.query_one(KeyBar).hints = self.HINTS
        self.query_one(LineList).focus()
        self.choice = last_export()
        self._show_session()

    def _hear(self, changes: "tuple[Change, ...]") -> None:
        if any(change.concerns(self._session_id) for change in changes):
            self._show_session()

    def _show_session(self) -> None:
        session = self._read()
        draft = ("draft", Tone.WARM) if session.session.status is not Status.CLOSED else ""
        self.query_one("#export-title", Rows).rows = (
            row(("EXPORT   ", Tone.DIM), (session.session.title, Tone.STRONG), right=(draft,)),
            row(),
        )
        measure(self, session, self._measured)

    def _measured(self, length: Length) -> None:
        self.length = length

    def _read(self) -> Everything:
        return self.app.store.read(everything, self._session_id)

    def _document(self) -> Document:
        """As the files will hold it; what the appendix takes over is known once the pages are counted."""
        fitted = self.length.fit if self.length else None
        moved = fitted.moved if fitted and self.choice.appendix else 0
        return build(self._read(), appendix=self.choice.appendix, moved=moved)

    def watch_choice(self) -> None:
        self.query_one(LineList).lines = lines_of(self.choice)
        self._show_foot()

    def watch_length(self) -> None:
        self._show_foot()

    def watch_progress(self) -> None:
        self._show_foot()

    def _show_foot(self) -> None:
        meter = length_rows(self.length, _WIDTH, appendix=self.choice.appendix)
        folder = row(("into ", Tone.DIM), (self.choice.folder, Tone.STRONG))
        self.query_one("#export-foot", Rows).rows = (row(), folder, *meter, *self.progress, row())

    def action_tick(self) -> None:
        if name := self.query_one(LineList).current:
            self.choice = ticked(self.choice, name)

    @on(LineList.Chosen)
    def _clicked(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_tick()

    @on(KeyBar.Pressed)
    async def _press(self, event: KeyBar.Pressed) -> None:
        event.stop()
        await self.run_action(event.action)

    @work
    async def action_where(self) -> None:
        """Another folder; `~` is one's own."""
        folder = await self.app.push_screen_wait(Ask("Into which folder?", self.choice.folder))
        if folder:
            self.choice = replace(self.choice, folder=str(at_home(folder).absolute()))

    def action_preview(self) -> None:
        from facilitator.exchange.markdown import markdown

        document = self._document()
        self.app.push_screen(Page("Preview", rows_of(document, _WIDTH), copies=markdown(document)))

    def action_copy(self) -> None:
        from facilitator.exchange.markdown import markdown

        self.app.copy_to_clipboard(markdown(self._document()))
        self.app.say("Copied the document as Markdown.")

    @work
    async def action_extract(self) -> None:
        await pick_extract(self.app, self._read())

    def action_write(self) -> None:
        """Write in a thread; what is ticked then is what is ticked next time."""
        formats = tuple(one for one in FORMATS if one.name in self.choice.formats)
        if not formats:
            self.progress = (row(("Nothing is ticked. x ticks a format.", Tone.WARM)),)
            return
        session, choice = self._read(), self.choice
        # A dialog that was left knows its app no more, and what was written is said all the same.
        app = self.app
        remember_export(choice)

        def tell(words: str) -> None:
            app.call_from_thread(self._told, words)

        def write() -> None:
            ways = {"appendix": choice.appendix, "bom": choice.for_spreadsheet}
            outcome = write_files(session, formats, Path(choice.folder), tell, **ways)
            app.call_from_thread(self._written, outcome, choice.folder)
            give_back()

        # The app's worker: leaving the dialog leaves no half of an export.
        app.run_worker(write, thread=True, group="exporting")

    def _told(self, words: str) -> None:
        if is_there(self):
            self.progress = (row((words, Tone.DIM)),)

    def _written(self, outcome: Outcome, folder: str) -> None:
        if outcome.written:
            to_share = self._read().session
            waits = to_share.status is Status.CLOSED and to_share.shared_at is None
            then = " · once it is sent, mark it as shared: x on the home screen" if waits else ""
            self.app.say(f"Exported {counted(len(outcome.written), 'file')} into {folder}{then}")
        if not is_there(self):
            for failure in outcome.failures:
                self.app.say(failure, warning=True)
            return
        if outcome.failures:
            words = (line for failure in outcome.failures for line in plain(failure).wrap(_WIDTH))
            self.progress = tuple(row((str(line), Tone.ALARM)) for line in words)
        else:
            self.dismiss()


async def pick_extract(app: "FacilitatorApp", session: Everything) -> None:
    """Whose? Then their extract, to read and to copy."""
    owned = {person.id: sum(one.owner_id == person.id for one in session.decisions) for person in session.people}
    people = sorted(session.people, key=lambda person: -owned[person.id])
    options = [Option(one.id, one.name, hint=counted(owned[one.id], "decision")) for one in people]
    if not options:
        app.say("Nobody is in this session yet, so there is no extract.", warning=True)
    elif person := session.person(await app.push_screen_wait(Pick("An extract for whom?", options))):
        text = extract(session, person)
        await app.push_screen_wait(Page(f"For {person.name}", mail_rows(text, _WIDTH), copies=text))
