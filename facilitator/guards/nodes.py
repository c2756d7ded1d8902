"""A guard around each widget: what it does with a message and how it draws may fail without ending anything."""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import OptionList

from facilitator.guards.coming_up import ComingUp
from facilitator.guards.painted import hold_nothing, take_leave
from facilitator.guards.timers import set_timer

if TYPE_CHECKING:
    from types import TracebackType

# C0, DEL, C1, bidi, lone surrogates: no text of ours draws them.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
Outlive = Callable[[Exception, Widget | None], None]


def guard(widget: Widget, app: App[Any], outlive: Outlive) -> None:
    """Let a widget's faults come to `outlive`; those of drawing name the widget."""
    coming_up = ComingUp(widget, app) if isinstance(widget, Screen) else None
    dispatch = partial(_dispatch, widget, outlive, coming_up)
    widget._dispatch_message = dispatch  # type: ignore[method-assign]  # the pump has no hook
    widget.render_lines = partial(_draw, widget, outlive)  # type: ignore[method-assign]  # nor has the compositor
    widget.set_timer = partial(set_timer, widget)  # type: ignore[method-assign]  # nor have timers
    hold_nothing(widget)
    if isinstance(widget, Screen):
        widget.dismiss = partial(_dismiss, widget)  # type: ignore[method-assign]  # nor have screens


def _dismiss(screen: Screen[Any], result: object = None) -> AwaitComplete:
    """Leave a screen that is in front. Stock Textual would take away whatever is, and this one could never be left."""
    return type(screen).dismiss(screen, result) if screen.app.screen is screen else AwaitComplete()


async def _dispatch(widget: Widget, outlive: Outlive, coming_up: ComingUp | None, message: Message) -> None:
    if _is_overtaken(widget, message):
        return
    if coming_up is not None and isinstance(widget, Screen) and isinstance(message, events.ScreenResume):
        await _come_up(widget, outlive, coming_up, message)
        return
    try:
        await MessagePump._dispatch_message(widget, message)
    except Exception as error:  # noqa: BLE001 – stock Textual would end the program, whatever it is
        if not _is_late_click(widget, message, error):
            outlive(error, None)
    if isinstance(message, events.Unmount):
        take_leave(widget)


async def _come_up(screen: Screen[Any], outlive: Outlive, coming_up: ComingUp, message: events.ScreenResume) -> None:
    """What fails is ours; Textual's own part comes behind it and lays the screen out. Without it nothing is seen."""
    coming_up.begin(screen, message)
    try:
        await MessagePump._dispatch_message(screen, message)
    except Exception as error:  # noqa: BLE001 – stock Textual would end the program, whatever it is
        outlive(error, None)
        with suppress(Exception):
            screen._on_screen_resume(message)
    coming_up.end(screen)


def _is_overtaken(widget: Widget, message: Message) -> bool:
    """Whether a screen is told of a size that its window has no more; of the one that it has it is told as well.

    Stock Textual's screens tell themselves of each size that they take on: two that wait in one queue would take turns
    for ever, and nothing else would get a turn.
    """
    return isinstance(widget, Screen) and isinstance(message, events.Resize) and message.size != widget.app.size


def _is_late_click(widget: Widget, message: Message, error: Exception) -> bool:
    """Whether somebody clicked on a line of the command palette that had just gone."""
    return isinstance(widget, OptionList) and isinstance(message, events.Click) and isinstance(error, IndexError)


def came_to_nothing(message: Message, error: Exception) -> bool:
    """Whether what was pressed or clicked had just gone, so that stock Textual stumbles where nothing was to be done.

    A page of the command palette in a window too small for a line of it; a widget that is drawn still and has no parent
    any more.
    """
    if isinstance(message, events.Key):
        return isinstance(error, KeyError) and isinstance(blamed(error), OptionList)
    return isinstance(message, events.MouseEvent) and isinstance(error, AttributeError) and _in_forwarding(error)


def _in_forwarding(error: Exception) -> bool:
    """Whether an exception was raised where Textual takes an event to the widget under the mouse."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code is Screen._forward_event.__code__


def _draw(widget: Widget, outlive: Outlive, crop: Region) -> list[Strip]:
    try:
        return [_shown(strip) for strip in type(widget).render_lines(widget, crop)]
    except Exception as error:  # noqa: BLE001 – one widget that can't be drawn must not cost the whole frame
        outlive(error, widget)
        return [Strip.blank(crop.width)] * crop.height


def _shown(strip: Strip) -> Strip:
    """The last door before the terminal: what came past all others is made visible here."""
    if not _HIDDEN.search(strip.text):
        return strip
    seen = [Segment(_HIDDEN.sub("␦", text), style, control) for text, style, control in strip]
    return Strip(seen).adjust_cell_length(strip.cell_length)


def blamed(error: Exception) -> Widget | None:
    """The widget in whose code an exception was raised, by the deepest frame that belongs to one."""
    found: Widget | None = None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        owner = trace.tb_frame.f_locals.get("self")
        if isinstance(owner, Widget) and not isinstance(owner, Screen):
            found = owner
        trace = trace.tb_next
    return found


def not_composed(error: Exception) -> Screen[Any] | None:
    """The screen whose parts could not be made, where an exception was raised in that."""
    trace = error.__traceback__
    while trace is not None:
        owner = trace.tb_frame.f_locals.get("self")
        if trace.tb_frame.f_code is Widget._compose.__code__ and isinstance(owner, Screen):
            return owner
        trace = trace.tb_next
    return None
