"""The bar beside a list: it is painted only where it is seen to move."""

from math import ceil

from textual.scrollbar import ScrollBar

# A bar's ends are drawn to an eighth of a row.
PARTS = 8


def move_bar(bar: ScrollBar, position: float) -> None:
    """Move a bar to a position, in rows of what it stands beside. In a list of thousands a row moves nothing there."""
    before, after = bar.position, bar.validate_position(position)
    if _starts_at(bar, before) == _starts_at(bar, after):
        bar.set_reactive(ScrollBar.position, after)
    else:
        bar.position = after


def _starts_at(bar: ScrollBar, position: float) -> int:
    """How many eighths of a row are above it: `ScrollBarRender`'s own reckoning."""
    size, window, virtual = bar.size.height, ceil(bar.window_size), ceil(bar.window_virtual_size)
    if not size or window >= virtual:
        return 0
    return int((size - max(1, window / (virtual / size))) * (position / (virtual - window)) * PARTS)
