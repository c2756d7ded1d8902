"""Help: the keys of the screen that asked, and the same things by name in the command palette."""

from collections.abc import Iterator
from textwrap import wrap

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from facilitator.guards.keys import own_bindings
from facilitator.screens.dialogs import Page
from facilitator.widgets.text import Row, Tone, row

# The width of a page, what a narrow window leaves beside it, and what stands around its words.
WIDEST, BESIDE, AROUND = 76, 5, 6
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
    "number_sign": "#",
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
    for binding in (one for bindings in own_bindings(node).values() for one in bindings):
        if not binding.description or not binding.show:
            continue
        key = _KEYS.get(binding.key, binding.key_display or binding.key)
        known = found.get(binding.action)
        keys = f"{known.key_display} {key}" if known else key
        found[binding.action] = Binding(binding.key, binding.action, binding.description, key_display=keys)
    return list(found.values())


def help_page(screen: Screen[object]) -> Page:
    """All keys of a screen, what is its own first, in a column as wide as the longest of them asks."""
    here = [(node, one) for node in keyed(screen) for one in bindings_of(node)]
    own = [_told(one) for node, one in here if one.action in _own_actions(node)]
    shared = [_told(one) for node, one in here if one.action not in _own_actions(node)]
    always = [("ctrl+p", "Everything by name"), ("ctrl+q", "Quit the program; the clock runs on")]
    groups = [group for group in (own, shared, always) if group]
    width = max(len(keys) for group in groups for keys, _ in group) + 2
    room = max(min(screen.size.width - BESIDE, WIDEST) - AROUND - width, 20)
    rows = [one for group in groups for one in (row(), *_rows(group, width, room))]
    return Page("Keys", tuple(rows[1:]))


def _own_actions(node: Widget) -> set[str]:
    """What the class itself binds, beside what it shares with its like."""
    bound = vars(type(node)).get("BINDINGS", ())
    return {binding.action for binding in bound if isinstance(binding, Binding)}


def _told(binding: Binding) -> tuple[str, str]:
    return binding.key_display or "", binding.description


def _rows(group: list[tuple[str, str]], width: int, room: int) -> Iterator[Row]:
    """Each key with what it does, on more rows than one where there is too little room."""
    for keys, words in group:
        for place, part in enumerate(wrap(words, room)):
            yield row((f"{'' if place else keys:{width}}", Tone.ACCENT), part)


def commands_of(screen: Screen[object]) -> Iterator[SystemCommand]:
    """What the keys of a screen do, for the command palette."""
    for node in keyed(screen):
        for binding in bindings_of(node):

            def run(action: str = binding.action, node: Widget = node) -> None:
                screen.call_later(node.run_action, action)

            yield SystemCommand(binding.description, f"key: {binding.key_display}", run)
