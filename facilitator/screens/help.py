"""Help: the keys of the screen that asked, and the same things by name in the command palette."""

from collections.abc import Iterator

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from facilitator.screens.dialogs import Page
from facilitator.widgets.text import Tone, row

_KEYS = {
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "exclamation_mark": "!",
    "ctrl+up": "ctrl+↑",
    "ctrl+down": "ctrl+↓",
}


def keyed(screen: Screen[object]) -> tuple[Widget, ...]:
    """What has keys here: the part of the screen that is worked on, where there is one, and the screen."""
    part = getattr(screen, "page", None)
    return (part, screen) if isinstance(part, Widget) else (screen,)


def bindings_of(node: Widget) -> list[Binding]:
    """The bindings of a screen, or of a part of it, that say what they do, one an action, its keys together."""
    found: dict[str, Binding] = {}
    for binding in (one for bindings in node._bindings.key_to_bindings.values() for one in bindings):
        if not binding.description or not binding.show:
            continue
        key = _KEYS.get(binding.key, binding.key_display or binding.key)
        known = found.get(binding.action)
        keys = f"{known.key_display} {key}" if known else key
        found[binding.action] = Binding(binding.key, binding.action, binding.description, key_display=keys)
    return list(found.values())


def help_page(screen: Screen[object]) -> Page:
    """All keys of a screen, in a column as wide as the longest of them asks."""
    here = [(one.key_display or "", one.description) for node in keyed(screen) for one in bindings_of(node)]
    always = [("ctrl+p", "Everything by name"), ("ctrl+q", "Quit the program; the clock runs on")]
    width = max(len(keys) for keys, _ in here + always) + 2
    rows = [row((f"{keys:{width}}", Tone.ACCENT), words) for keys, words in here + always]
    return Page("Keys", (*rows[: len(here)], row(), *rows[len(here) :]))


def commands_of(screen: Screen[object]) -> Iterator[SystemCommand]:
    """What the keys of a screen do, for the command palette."""
    for node in keyed(screen):
        for binding in bindings_of(node):

            def run(action: str = binding.action, node: Widget = node) -> None:
                screen.call_later(node.run_action, action)

            yield SystemCommand(binding.description, f"key: {binding.key_display}", run)
