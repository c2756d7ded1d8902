"""The sizes of a window at which a session's screen changes its layout."""

from textual.geometry import Size
from textual.screen import Screen

NORMAL = 100
ACROSS = [(0, "-narrow"), (NORMAL, "-normal"), (160, "-wide")]
DOWN = [(0, "-low"), (30, "-high")]


def lay_out_for(screen: Screen[None], window: Size) -> None:
    """Stock Textual does so behind a first picture, which would jump."""
    for extent, points in ((window.width, ACROSS), (window.height, DOWN)):
        fitting = max(least for least, _ in points if least <= extent)
        for least, name in points:
            screen.set_class(least == fitting, name)
