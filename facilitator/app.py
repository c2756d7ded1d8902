"""The app: it owns the store, carries out commands and spreads the news. It shows nothing itself."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec

from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.theme import Theme

from facilitator.aside import do_again, take_back
from facilitator.backing_up import back_up_at_the_end, keep_backups
from facilitator.clock import Clock, system_clock
from facilitator.domain.fault_words import sentence
from facilitator.domain.kinds import Role
from facilitator.domain.moment import Moment
from facilitator.domain.rules import RuleBroken
from facilitator.drafts import Drafts
from facilitator.guards.app import GuardedApp
from facilitator.guards.signals import News
from facilitator.hearing import Hearing
from facilitator.in_turn import InTurn
from facilitator.loading import FirstLook, ModelLoaded, load_behind, load_the_rest
from facilitator.memory import TIDY_SECONDS, tidy
from facilitator.resuming import Whereabouts, begin
from facilitator.settings import Settings
from facilitator.widgets.looks import LOOKS
from facilitator.widgets.text import plain

if TYPE_CHECKING:
    from textual.screen import Screen

    from facilitator.screens.form import FormKey, Typed
    from facilitator.store.journal import Entry
    from facilitator.store.lookout import Change, Lookout
    from facilitator.store.store import Store
    from facilitator.store.transaction import Transaction

P = ParamSpec("P")
# The wait on the interface's thread is short: a locked store must not freeze the clock.
PATIENCE_MS = 50
NEWS_SECONDS = 0.8  # who lost the knock sees a step within a second all the same

THEME = Theme(
    name="facilitator",
    primary="#0178d4",
    accent="#ffa62b",
    success="#4ebf71",
    warning="#ffa62b",
    error="#ba3c5b",
    foreground="#e0e0e0",
    background="#121212",
    surface="#1e1e1e",
    panel="#242f38",
    dark=True,
)


class FacilitatorApp(GuardedApp):
    """One process of one role on one file."""

    TITLE = "Facilitator"
    CSS_PATH = "facilitator.tcss"
    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOKS)
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?", show=False),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(
        self,
        path: Path,
        *,
        role: Role = Role.MODERATOR,
        settings: Settings | None = None,
        clock: Clock = system_clock,
        session_id: str | None = None,
        big_clock: bool = False,
        speed: float = 1.0,
    ) -> None:
        """Start at home, or straight in `session_id`; `big_clock` is the timekeeper's first screen.

        `speed` is how much faster than time the clock of a rehearsal runs.
        """
        super().__init__()
        # Before the first frame: a theme that is set later has every style sheet read once more.
        self.register_theme(THEME)
        self.set_reactive(FacilitatorApp.theme, THEME.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.path = path
        self.role = role
        self.settings = settings or Settings()
        self.clock = clock
        self.session_id = session_id
        self.big_clock = big_clock
        self.speed = speed
        self.changed: News[tuple[Change, ...]] = News(self, "changed")
        self._store: Store | None = None
        self._hearing = Hearing(self)
        self.first_look: FirstLook | None = None
        self._in_turn = InTurn(self)
        self.drafts = Drafts()
        # What was typed into forms that were left with escape, by the form as it was opened.
        self.forms_left: dict[FormKey, Typed] = {}
        self.whereabouts = Whereabouts(self)

    def now(self) -> Moment:
        return self.clock()

    @property
    def store(self) -> "Store":
        """Opened at the first use, so that the first frame does not wait for it."""
        if self._store is None:
            from facilitator.store.store import Store

            first = self.first_look
            self._store = Store(
                self.path,
                role=self.role,
                clock=self.clock,
                patience_ms=PATIENCE_MS,
                lookout=self._hearing.lookout or (first.look_out(PATIENCE_MS) if first else None),
            )
            self._hearing.begin(self._store.lookout)
        return self._store

    @property
    def lookout(self) -> "Lookout":
        """What looks at the file; it takes the model only where the store has to be made or brought up to date."""
        if self._hearing.lookout is None:
            from facilitator.store.lookout import look_out

            self._hearing.begin(look_out(self.path, PATIENCE_MS) or self.store.lookout)
        assert self._hearing.lookout is not None
        return self._hearing.lookout

    def on_mount(self) -> None:
        from facilitator.terminal import end_cleanly

        self.watch_loop()
        if not self.is_headless:
            end_cleanly(self)
        keep_backups(self)
        self.set_interval(NEWS_SECONDS, self.spread_news)
        self.set_interval(TIDY_SECONDS, tidy)
        self.call_after_refresh(load_behind, self)
        begin(self)

    def on_model_loaded(self, message: ModelLoaded) -> None:
        try:
            message.act()
        finally:
            self.call_later(self.give_keys, ())

    def on_model_there(self) -> None:
        load_the_rest(self)

    def on_loaded(self) -> None:
        from facilitator.screens.opening import go_on

        go_on(self)

    def get_default_screen(self) -> "Screen[None]":
        """The first screen is ours, so that no empty one is made and drawn below it."""
        if self.big_clock:
            from facilitator.screens.timekeeper import TimekeeperScreen

            return TimekeeperScreen(self.session_id)
        from facilitator.screens.home import HomeScreen

        return HomeScreen()

    def on_unmount(self) -> None:
        if not self.return_code:
            self.whereabouts.forget()
        if left := self.drafts.not_taken():
            self.say_at_the_end("\n".join(str(plain(sentence("DRAFT", text=text))) for text in left))
        self._hearing.stop()
        if self._store is not None:
            back_up_at_the_end(self)
            self._store.close()
        elif self._hearing.lookout is not None:
            self._hearing.lookout.close()

    def do(
        self,
        command: "Callable[Concatenate[Transaction, str, P], str]",
        session_id: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> "Entry | None":
        """Carry out one command now; None when it was refused, changed nothing, or has to wait its turn."""
        done: list[Entry] = []

        def attempt() -> None:
            if entry := self.store.run(command, session_id, *args, **kwargs):
                done.append(entry)

        self._in_turn.take(attempt)
        return done[0] if done else None

    def then(
        self,
        after: "Callable[[Entry | None], None]",
        command: "Callable[Concatenate[Transaction, str, P], str]",
        session_id: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Carry out one command, once, and call `after` when it is committed; a refused one never calls it."""
        run = cache(lambda: self.store.run(command, session_id, *args, **kwargs))
        self._in_turn.take(lambda: after(run()))

    @property
    def is_saving(self) -> bool:
        """Something waits until the store is free."""
        return self._in_turn.is_waiting

    def undo(self, session_id: str | None, seq: int | None = None) -> None:
        """Take back and say what."""
        self._in_turn.take(lambda: take_back(self, session_id, seq))

    def redo(self, session_id: str | None) -> None:
        self._in_turn.take(lambda: do_again(self, session_id))

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """One sentence in the corner; it never takes the focus. Said again, it stands there once."""
        self.unsay(str(plain(sentence)))
        self.make_room_to_say()
        severity: SeverityLevel = "warning" if warning else "information"
        # As long as it takes to read, at fifteen signs a second.
        self.notify(str(plain(sentence)), markup=False, severity=severity, timeout=max(4.0, len(sentence) / 15))

    def spread_news(self) -> None:
        """Tell the screens of everybody's steps since the last time."""
        if self._hearing.lookout is not None:
            self._hearing.spread(self._store or self._hearing.lookout)

    def open_session(self, session_id: str, place: str | None = None) -> None:
        """Show a session at a place: a stage, `prepare`, `follow-up`, `running`; by default what is next to do."""
        from facilitator.screens.session import show

        try:
            show(self, session_id, place)
        except RuleBroken as refused:
            self.say(str(refused), warning=True)
        else:
            self.whereabouts.note(session_id, place)

    def leave_session(self) -> None:
        """Back home; the clock runs on."""
        from facilitator.screens.session import leave

        self.whereabouts.forget()
        leave(self)

    def action_help(self) -> None:
        from facilitator.screens.help import help_page

        self.push_screen(help_page(self.screen))

    def get_system_commands(self, screen: Any) -> Any:  # noqa: ANN401 – Textual's own type is an iterator of tuples
        """Everything that a key does here, by name."""
        from facilitator.screens.help import commands_of

        yield from commands_of(screen)
