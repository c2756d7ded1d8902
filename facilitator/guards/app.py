"""The app's own guard: a fault is caught, noted, said in a sentence, and the clock goes on."""

import asyncio
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from facilitator.domain.fault_words import sentence, words
from facilitator.domain.rules import RuleBroken
from facilitator.guards.corner import let_go_of_the_unsaid
from facilitator.guards.crash import Seen, crashes, report_crash
from facilitator.guards.frames import Frames
from facilitator.guards.keys import Acted, KeysInTurn
from facilitator.guards.nodes import blamed, came_to_nothing, guard, not_composed
from facilitator.guards.pastes import LIMIT, Cut
from facilitator.guards.report import fault_log, note
from facilitator.guards.sizes import forget_sizes
from facilitator.guards.strikes import STRIKES, Strikes
from facilitator.guards.threads import Threads
from facilitator.guards.timers import set_timer
from facilitator.guards.writer import say_last
from facilitator.store.faults import StoreFault
from facilitator.to_type import typed_again

# Sentences in the corner: as many as a small window shows.
MOST_SAID = 6


class GuardedApp(App[None]):
    """An app that outlives its faults. `strict` makes a headless run, which is a test, fail at its end all the same."""

    strict = True

    def __init__(self) -> None:
        super().__init__()
        self._strikes = Strikes()
        self._keys_in_turn = KeysInTurn(self)
        self._frames = Frames(self, self._show_said)
        self._sized_for = Size(0, 0)
        self.set_timer = partial(set_timer, self)  # type: ignore[method-assign]  # as `guard` does for widgets

    async def on_event(self, event: events.Event) -> None:
        """Let one key act before the next is looked at."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._carry_out(self._keys_in_turn.take(event))
        elif isinstance(event, events.Ready):
            await super().on_event(event)
            await self._carry_out(self._keys_in_turn.begin())
        else:
            if isinstance(event, events.Resize) and event.size != self._sized_for:
                self._sized_for = event.size
                forget_sizes()
            await super().on_event(event)

    def on_acted(self, message: Acted) -> None:
        """A key has done what it does; what it opened has the focus behind what waits here already."""
        self.call_later(self._go_on_after, message)

    def pop_screen(self) -> AwaitComplete:
        """The key that closes a screen has done what it does."""
        popped = super().pop_screen()
        self._keys_in_turn.closed()
        return popped

    def keys_wait(self) -> None:
        """The keys behind the one that is at work wait until `keys_go_on`, or a moment."""
        self._keys_in_turn.hold()

    def keys_go_on(self) -> None:
        self._keys_in_turn.closed()

    def hold_keys(self) -> None:
        """The screen is changing hands: what is pressed waits until `give_keys`."""
        self._keys_in_turn.pause()

    async def give_keys(self, kept: Sequence[events.Key]) -> None:
        """The screen is there: first what the one before it kept, then what was pressed since."""
        await self._carry_out(self._keys_in_turn.go_on(kept))

    async def _go_on_after(self, message: Acted) -> None:
        await self._carry_out(self._keys_in_turn.acted(message))

    async def _carry_out(self, key: events.Key | None) -> None:
        while key is not None:
            target = self.focused or self.screen
            try:
                await super().on_event(key)
            except Exception as error:  # noqa: BLE001 – the keys behind it would wait for the next one
                if not came_to_nothing(key, error):
                    self.outlive(error)
            key = self._keys_in_turn.follow(key, target)
        self._frames.look(self._keys_in_turn.waiting)

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say one sentence; what shows it is the app's own."""
        raise NotImplementedError

    def unsay(self, sentence: str) -> None:
        """Take a sentence out of the corner, where it stands there."""
        for said in [one for one in self._notifications if one.message == sentence]:
            self._unnotify(said)

    def make_room_to_say(self) -> None:
        """Of more sentences than the corner holds the oldest goes; what warns stays as long as it can."""
        standing = sorted(self._notifications, key=lambda one: one.severity == "warning")
        for old in standing[: max(len(standing) - MOST_SAID + 1, 0)]:
            self._unnotify(old)

    def _refresh_notifications(self) -> None:
        """The corner is part of a frame: who waits for one does not see what was said and unsaid since."""
        if not self._frames.are_held:
            self._show_said()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if self._batch_count:
            self._frames.miss()
        super()._display(screen, renderable)

    def _show_said(self) -> None:
        super()._refresh_notifications()
        self.call_later(let_go_of_the_unsaid, self)

    def to_terminal(self, sequence: str) -> None:
        """Write a sequence of our own to the terminal, if there is one."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

    def give_terminal_back(self) -> None:
        """Undo what was set in the terminal, without the app's help; for an end that can't wait."""
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back()

    def outlive(self, error: Exception, drawn: Widget | None = None) -> None:
        """Go on after a fault. What fails to be drawn, three times in ten seconds, is switched off."""
        if isinstance(error, RuleBroken | StoreFault):
            self._tell(str(error))
            return
        if self.is_headless and self.strict and self._exception is None:
            self._exception = error
            self._exception_event.set()
        number = note(error)
        if self._strikes.hit(number, monotonic()) == 1:
            self._tell(words("APP", number=number, log=fault_log()))
        # What was due to be drawn once more when it was switched off fails once more, and is off already.
        if drawn is not None and drawn.display and self._strikes.hit(f"drawn {id(drawn)}", monotonic()) == STRIKES:
            self._switch_off(drawn)

    def on_cut(self, message: Cut) -> None:
        """A paste that was too long: what came in is where it belongs, the rest is said to be missing."""
        self.say(sentence("PASTE-CUT", size=f"{message.length / LIMIT:.1f} MB"), warning=True)

    def _switch_off(self, widget: Widget) -> None:
        widget.display = False
        name = widget.id or type(widget).__name__
        self._tell(words("APP-PANEL", name=name.replace("-", " ")))

    def _tell(self, sentence: str) -> None:
        # Said later, not from within what failed; and a fault in the saying is not said.
        with suppress(Exception):
            self.call_later(self.say, sentence, warning=True)

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, WorkerFailed):
            self.outlive(error.error if isinstance(error.error, Exception) else error)
        elif self._running and self._is_mounted:
            self.outlive(error, blamed(error))
            if (screen := not_composed(error)) is not None:
                self.call_later(self._leave_empty, screen, error)
        elif self._exit:
            note(error)  # it is leaving, and a screen looked for a part of itself that was gone
        else:
            self.give_up(error)

    def _leave_empty(self, screen: Screen[Any], error: Exception) -> None:
        """A screen without its parts shows nothing, no sentence either: go back to the one below it, where there is."""
        if screen not in self._screen_stack[1:]:
            self.give_up(error)
        elif self.screen is screen:
            # Whoever waits for its answer gets none.
            screen.dismiss(None)

    def give_up(self, error: BaseException) -> None:
        """The last resort: leave by the front door, with a sentence and without the values of variables."""
        if self.is_headless and isinstance(error, Exception) and self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._return_code = 1
        said = str(error) if isinstance(error, RuleBroken | StoreFault) else self._last_words(error)
        self.say_at_the_end(said)
        self._close_messages_no_wait()

    def say_at_the_end(self, said: str) -> None:
        """Write on the terminal once it is given back; of several, stock Textual would show the first."""
        before = (one for one in self._exit_renderables if isinstance(one, Text))
        self._exit_renderables[:] = [Text("\n").join([*before, Text(said)])]

    def seen(self) -> Seen:
        """What is on the terminal, for the report of a crash."""
        return Seen((self.size.width, self.size.height), tuple(type(one).__name__ for one in self._screen_stack))

    def _last_words(self, error: BaseException) -> str:
        note(error)
        way = typed_again(sys.argv[1:])
        if report := report_crash(error, self.seen()):
            return words("APP-EXIT", command=way, report=report)
        return words("APP-EXIT-BARE", command=way, folder=crashes())

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 – they may hold what was said in a session
        self.give_up(sys.exception() or RuntimeError("panic"))

    def _print_error_renderables(self) -> None:
        if self.is_headless:
            super()._print_error_renderables()
        elif self._exit_renderables:
            with self.error_console.capture() as told:
                super()._print_error_renderables()
            say_last(told.get())

    def _fatal_error(self) -> None:
        self.give_up(sys.exception() or RuntimeError("fatal"))

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:  # noqa: BLE001 – the pump would break off, and the app with it
            if isinstance(message, events.Load | events.Compose | events.Mount):
                self.give_up(error)
            elif not came_to_nothing(message, error):
                self.outlive(error)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """What is seen behind the screen in front: nothing behind one that covers it.

        Stock Textual takes what lies below for seen all the same, and has the one in front painted anew, all of it,
        whenever that hears of anything.
        """
        stack = self._screen_stack
        return [] if stack and stack[-1].styles.background.a == 1 else super()._background_screens

    def _register_child(self, parent: DOMNode, child: Widget, before: int | None, after: int | None) -> None:
        guard(child, self, self.outlive)
        super()._register_child(parent, child, before, after)

    def _start_widget(self, parent: Widget, widget: Widget) -> None:
        guard(widget, self, self.outlive)
        super()._start_widget(parent, widget)

    def get_driver_class(self) -> type[Driver]:
        stock = super().get_driver_class()
        if stock.__name__ != "LinuxDriver":
            return stock
        from facilitator.guards.driver import SafeDriver

        return SafeDriver

    def watch_loop(self) -> None:
        """Faults in the loop's own callbacks come here, too; and its threads are ours."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_failed)
        loop.set_default_executor(Threads())

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception) and self._running:
            self.outlive(error)
        else:
            loop.default_exception_handler(context)
