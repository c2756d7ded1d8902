"""Whether a screen is there still: one that is taken away loses its parts one by one, while others tell it things."""

from typing import Any

from textual.screen import Screen


def is_there(screen: Screen[Any]) -> bool:
    """Whether a screen has all its parts. Textual's own `is_attached` is true until the last of them is gone."""
    return screen.is_attached and screen.display
