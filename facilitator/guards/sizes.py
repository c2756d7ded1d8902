"""Sizes: what Textual and Rich worked out for a window of another size is let go."""

from rich.segment import Segment
from textual.css.scalar import Scalar
from textual.geometry import Region
from textual.strip import Strip


def forget_sizes() -> None:
    """Empty the caches of regions and of cut lines. In a window that is resized they only ever fill: sixteen megabytes.

    What is there still is worked out again with the next frame, in a few milliseconds.
    """
    for owner in (Region, Scalar, Segment, Strip):
        for made in vars(owner).values():
            clear = getattr(getattr(made, "__func__", made), "cache_clear", None)
            if clear is not None:
                clear()
