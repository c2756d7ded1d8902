"""The terminal's driver, hardened: bad bytes, spoofed sizes and floods come in, a stalled terminal goes out."""

import asyncio
import os
import re
import selectors
import termios
import threading
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from facilitator.domain.fault_words import sentence
from facilitator.guards.pastes import Cut, Paste, Pastes
from facilitator.guards.writer import GIVE_BACK, STDERR, Writer, own_handle

READ_BYTES = 65536
MOST_QUEUED = 8
MOST_COLUMNS, MOST_LINES = 1000, 500
TERMINAL_GONE = 129
AWAY_SECONDS = 10.0
# Sequences begin otherwise: CSI, SS3, strings and their end. Alt is bound nowhere here.
_ESCAPE = re.compile(r"\x1b(?=[^\x1b\[\]OPX^_\\])")


@runtime_checkable
class Speaking(Protocol):
    """An app that says a sentence."""

    def say(self, sentence: str) -> None: ...


class SafeDriver(LinuxDriver):
    """Textual's driver with its input loop and its writer replaced."""

    _writer: Writer | None = None

    def __init__(self, app: App[Any], **stock: Any) -> None:  # noqa: ANN401 – what Textual gives it is Textual's
        super().__init__(app, **stock)
        self._knock = os.pipe()

    @property  # type: ignore[override]  # stands in for Textual's thread
    def _writer_thread(self) -> Writer | None:
        return self._writer

    @_writer_thread.setter
    def _writer_thread(self, stock: WriterThread | None) -> None:
        # Textual makes its own thread, whose full queue would freeze the app; it is never started.
        self._writer = None if stock is None else Writer(STDERR, self._paint_anew)

    def _sigcont_application(self, *_: object) -> None:
        """Awake again: the terminal shows nothing of what was there, and what stands still is not drawn by itself."""
        super()._sigcont_application()
        self._paint_anew(0.0)

    def _paint_anew(self, away: float) -> None:
        def paint() -> None:
            self._app.screen.refresh(layout=True)
            if away >= AWAY_SECONDS and isinstance(self._app, Speaking):
                self._app.say(sentence("AWAY", seconds=round(away)))

        self._loop.call_soon_threadsafe(paint)

    def run_input_thread(self) -> None:
        """Read until the end; nothing that comes in ends it, but a terminal that is gone.

        It sleeps until something comes. Stock Textual looks ten times a second, most of what an app costs that stands.
        """
        decode = getincrementaldecoder("utf-8")("replace").decode
        pastes, parser = Pastes(), XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._knock[0], selectors.EVENT_READ)
            while not self.exit_event.is_set():
                came = {key.fd for key, _ in selector.select(seconds_to_tick(parser))}
                raw = self._read() if self.fileno in came else None
                if raw == b"":
                    self._loop.call_soon_threadsafe(self._app.exit, None, TERMINAL_GONE)
                    return
                try:
                    for message in messages(parser, pastes, decode(raw) if raw else ""):
                        self._take(message)
                except Exception:  # noqa: BLE001 – whatever the parser can't read is skipped, and it begins anew
                    parser = XTermParser(self._debug)

    def disable_input(self) -> None:
        """End the thread that reads: Textual says so with an event, and it may be asleep."""
        os.write(self._knock[1], b"!")
        super().disable_input()
        os.read(self._knock[0], 1)

    def give_back(self) -> None:
        """Put the terminal's settings back at once, from any thread."""
        with suppress(OSError, termios.error):
            os.write(own_handle(STDERR), GIVE_BACK.encode())
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""

    def _take(self, message: Message) -> None:
        if isinstance(message, events.Resize):
            width, height = message.size
            if not (0 < width <= MOST_COLUMNS and 0 < height <= MOST_LINES):
                return
        if isinstance(message, events.MouseMove) and self._queued() > MOST_QUEUED:
            return  # the next one says where the mouse is
        self.process_message(message)

    def send_message(self, message: Message) -> None:
        """Hand it over, and wait while the app has enough to do: the kernel keeps what is not read yet."""
        posted = asyncio.run_coroutine_threadsafe(self._app._post_message(message), loop=self._loop)
        if threading.current_thread() is not self._key_thread:
            return
        while not self.exit_event.is_set() and (not posted.done() or self._queued() > MOST_QUEUED):
            self.exit_event.wait(0.001)

    def _queued(self) -> int:
        app = self._app
        if not app._screen_stack:
            return app.message_queue_size
        pumps = [app, app._screen_stack[-1]]
        focused = app._screen_stack[-1].focused
        return sum(pump.message_queue_size for pump in (*pumps, *([focused] if focused else [])))


def seconds_to_tick(parser: XTermParser) -> float | None:
    """How long the parser waits for what may follow an escape; None when it waits for nothing."""
    until = parser._timeout_time
    return None if until is None else max(0.0, until - monotonic())


def messages(parser: XTermParser, pastes: Pastes, text: str) -> Iterator[Message]:
    """What was pressed and pasted, in order. Escape with a letter right behind it is two keys, not one with alt."""
    yield from parser.tick()
    for piece in pastes.feed(text):
        if isinstance(piece, Paste):
            yield events.Paste(piece.text.replace("\x00", ""))
            if piece.length > len(piece.text):
                yield Cut(piece.length)
            continue
        for place, keys in enumerate(_ESCAPE.split(piece)):
            if place:
                yield events.Key("escape", "\x1b")
            if keys:
                yield from parser.feed(keys)
    yield from parser.tick()
