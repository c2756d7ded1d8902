"""The brainstorm's keys: what its footer names, and what each of them does."""

from textual.binding import Binding, BindingType

from facilitator.widgets.key_bar import Hint

PROPOSE = Hint("Z", "Propose", "propose")
HINTS = (
    Hint("i", "Idea", "capture('idea')"),
    Hint("v", "Vote", "vote(1)"),
    Hint("h", "Theme", "theme"),
    Hint("j", "Merge", "merge"),
    Hint("l", "Shortlist", "list"),
    PROPOSE,
    Hint("x", "Tick", "tick"),
    Hint("z", "Count votes", "count"),
    Hint("D", "Dots", "dots"),
    Hint("y", "Create/capture", "demand"),
    Hint("S", "Order", "order"),
    Hint("L", "Cut", "cut"),
)
BINDINGS: list[BindingType] = [
    Binding("x", "tick", "Tick the idea; the keys then act on all that are ticked"),
    Binding("K", "tick_words", "Tick every idea that holds some words"),
    Binding("v", "vote(1)", "A vote more"),
    Binding("V", "vote(-1)", "A vote less"),
    Binding("z", "count", "Type the votes that were counted, one idea after the other"),
    Binding("D", "dots", "Vote with dots: one person after the other, hidden until shown"),
    Binding("h", "theme", "Set the theme"),
    Binding("H", "theme_again", "The same theme as before"),
    Binding("less_than_sign", "shift(-1)", "Listed by theme: into the theme before"),
    Binding("greater_than_sign", "shift(1)", "Listed by theme: into the next theme"),
    Binding("y", "demand", "Creates demand, captures it, or neither"),
    Binding("j", "merge", "Merge with what says nearly the same, or what is ticked"),
    Binding("l", "list", "On the shortlist, or off it"),
    Binding("L", "cut", "Cut the shortlist by votes"),
    Binding("Z", "propose", "Make proposals of the shortlist"),
    Binding("X", "drop", "Drop the idea, or bring it back"),
    Binding("S", "order", "List as said, by votes, by theme, or the dropped ones"),
    Binding("enter", "edit", "Edit the idea"),
    Binding("delete,backspace", "remove", "Remove the idea"),
    Binding("pagedown", "turn(1)", show=False),
    Binding("pageup", "turn(-1)", show=False),
]


def carrying_on(hints: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """With a shortlist, the key that carries it on stands before the stage's other keys, on a narrow screen too."""
    if PROPOSE not in hints:
        return hints
    others = tuple(one for one in hints if one != PROPOSE)
    place = others.index(HINTS[0])
    return (*others[:place], PROPOSE, *others[place:])
