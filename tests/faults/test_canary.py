"""The private names of Textual that the guards use: here is said when a new version has changed them."""

import inspect
from functools import cache

import pytest
from textual import _xterm_parser
from textual._compositor import Compositor, CompositorUpdate
from textual._node_list import NodeList
from textual._queue import Queue
from textual._styles_cache import StylesCache
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import ScreenResume
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.signal import Signal
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets._toast import ToastRack
from textual.worker import WorkerFailed

NAMES = {
    MessagePump: ("_dispatch_message", "_close_messages_no_wait", "message_queue_size"),
    App: (
        "_handle_exception",
        "_fatal_error",
        "_register_child",
        "_start_widget",
        "_post_message",
        "_print_error_renderables",
        "_unnotify",
        "_display",
        "_begin_batch",
        "_end_batch",
        "_background_screens",
        "_refresh_notifications",
        "_exception_event",
        "panic",
        "get_driver_class",
    ),
    StylesCache: ("get_inner_outer", "clear", "set_dirty", "is_dirty"),
    Compositor: ("visible_widgets", "layers_visible"),
    Input: ("_on_key",),
    Widget: (
        "_compose",
        "render_lines",
    ),
    Screen: ("_on_screen_resume", "_on_timer_update", "_forward_event", "_exchange_repaint_regions"),
    Driver: ("send_message", "process_message"),
    LinuxDriver: (
        "run_input_thread",
        "start_application_mode",
        "stop_application_mode",
        "disable_input",
        "_sigcont_application",
        "_sigtstp_application",
    ),
    _xterm_parser.XTermParser: ("feed", "tick"),
    ToastRack: ("_toast_id", "show"),
}
SIGNATURES = {
    MessagePump._dispatch_message: ["self", "message"],
    MessagePump.set_timer: ["self", "delay", "callback", "name", "pause"],
    App._handle_exception: ["self", "error"],
    App._register_child: ["self", "parent", "child", "before", "after"],
    App._start_widget: ["self", "parent", "widget"],
    Input._on_key: ["self", "event"],
    Widget.render_lines: ["self", "crop"],
    StylesCache.get_inner_outer: ["cls", "base_background", "background"],
    Screen._on_screen_resume: ["self", "event"],
    Screen._on_timer_update: ["self"],
    Screen._get_breakpoint_classes: ["self", "dimension", "breakpoints"],
    App._begin_batch: ["self"],
    App._end_batch: ["self"],
    App._refresh_notifications: ["self"],
    ToastRack.show: ["self", "notifications"],
    ScreenResume.__init__: ["self", "refresh_styles"],
    App._display: ["self", "screen", "renderable"],
    CompositorUpdate.render_segments: ["self", "console"],
    Driver.send_message: ["self", "message"],
    _xterm_parser.XTermParser.__init__: ["self", "debug"],
}
# Set in Textual's own constructors, or where it starts.
SET = {
    App: (
        "_notifications",
        "_exception",
        "_exit",
        "_exit_renderables",
        "_return_code",
        "_running",
        "_is_mounted",
        "_screen_stack",
        "_driver",
        "_batch_count",
        "_css_update_count",
    ),
    MessagePump: ("_message_queue", "_pending_message"),
    Signal: ("_subscriptions",),
    DOMNode: ("_bindings",),
    Queue: ("values",),
    StylesCache: ("_cache", "_dirty_lines"),
    Widget: (
        "_styles_cache",
        "_nodes",
        "_layout_required",
        "_repaint_required",
        "_repaint_regions",
        "_size",
        "_scroll_required",
    ),
    Strip: ("_segments",),
    NodeList: ("_nodes", "_displayed_nodes"),
    Screen: ("_compositor",),
    _xterm_parser.XTermParser: ("_timeout_time",),
    LinuxDriver: ("_writer_thread", "_key_thread", "_loop", "attrs_before", "exit_event", "fileno", "_debug"),
}


@pytest.mark.parametrize(("owner", "name"), [(owner, name) for owner, names in NAMES.items() for name in names])
def test_a_name_that_the_guards_use_is_there(owner: type, name: str) -> None:
    assert hasattr(owner, name)


@pytest.mark.parametrize("function", SIGNATURES, ids=lambda function: function.__qualname__)
def test_it_is_called_as_the_guards_call_it(function: object) -> None:
    assert list(inspect.signature(function).parameters) == SIGNATURES[function]  # type: ignore[arg-type]


@pytest.mark.parametrize(("owner", "name"), [(owner, name) for owner, names in SET.items() for name in names])
def test_a_field_that_the_guards_read_is_set(owner: type, name: str) -> None:
    source = source_of(owner)
    assert f"self.{name}" in source or f"def {name}(" in source


@cache
def source_of(owner: type) -> str:
    return "".join(inspect.getsource(each) for each in owner.__mro__ if each.__module__.startswith("textual"))


def test_the_stock_driver_still_makes_its_writer_where_ours_stands_in() -> None:
    assert "self._writer_thread = WriterThread(" in inspect.getsource(LinuxDriver.start_application_mode)


def test_a_bad_byte_still_ends_the_stock_driver() -> None:
    """When this fails, Textual has mended it, and our input loop may go."""
    assert 'getincrementaldecoder("utf-8")()' in inspect.getsource(LinuxDriver.run_input_thread)


def test_a_worker_that_failed_carries_its_error() -> None:
    assert WorkerFailed(ValueError("why")).error.args == ("why",)
