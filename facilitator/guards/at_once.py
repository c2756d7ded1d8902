"""Drawing a stretch of a widget at once, in a fraction of what one of Textual's frames takes.

A frame goes through four messages and a timer, asks every container on its rows for lines, and writes whole rows of a
widget. Where nothing lies above a widget that is seen, its own lines are all there is to draw.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.messages import Layout
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

# Column and row on the screen, and what stands there.
Placed = tuple[int, int, Strip]


class Lines(CompositorUpdate):
    """Strips, each at its place (column, row) on the screen; Textual writes them as it does a frame of its own."""

    def __init__(self, strips: Sequence[Placed]) -> None:
        self._strips = strips

    def render_segments(self, console: Console) -> str:
        """What goes to the terminal; a stretch in the colours of the one before it does not name them again."""
        found: list[str] = []
        alike: Style | None = None
        text = ""
        for x, y, strip in self._strips:
            place = f"\x1b[{y + 1};{x + 1}H"
            style = strip._segments[0].style if len(strip._segments) == 1 else None
            if style is not None and style == alike:
                text += place + strip._segments[0].text
                continue
            found.append(_in_colours(alike, text, console))
            alike, text = style, ""
            if style is None:
                found.append(place + strip.render(console))
            else:
                found.append(place)
                text = strip._segments[0].text
        return "".join((*found, _in_colours(alike, text, console)))


def _in_colours(style: Style | None, text: str, console: Console) -> str:
    return Strip([Segment(text, style)]).render(console) if text else ""


def draw(widget: Widget, *regions: Region) -> None:
    """Draw regions of a widget's content anew: at once where they are in plain view, else in the next frame."""
    spoil(widget, *regions)
    _draw_kept(widget, regions)


def spoil(widget: Widget, *regions: Region) -> None:
    """What is kept of regions of a widget's content, painted, is right no more; whoever says so has them drawn."""
    widget._styles_cache.set_dirty(*_within(widget, regions))


def shift(widget: Widget, region: Region, by: int) -> None:
    """Draw a region of a widget's content whose lines have moved up by so many rows (below zero: down), as `draw` does.

    What is kept of its lines moves along; only those that come into view, and those that were spoilt, are painted anew.
    """
    if any(edge for edge, _ in widget.styles.outline):
        spoil(widget, region)
    else:
        (inner,) = _within(widget, (region,))
        _shift_painted(widget._styles_cache, inner, by)
    _draw_kept(widget, (region,))


def _shift_painted(painted: StylesCache, region: Region, by: int) -> None:
    rows = region.line_range
    moved = {y: y + by for y in rows if y + by in rows and not painted.is_dirty(y + by)}
    kept = {y: painted._cache[was] for y, was in moved.items() if was in painted._cache}
    for y in rows:
        painted._cache.pop(y, None)
    painted._cache.update(kept)
    painted._dirty_lines.difference_update(rows)


def _within(widget: Widget, regions: Sequence[Region]) -> list[Region]:
    """Regions of a widget's content, from the corner of the widget."""
    offset = widget.content_offset
    return [region.translate(offset) for region in regions]


def draw_what_changed(screen: Screen[Any]) -> None:
    """Draw at once whatever waits for the next frame and is in plain view; the rest goes on waiting."""
    if not _is_settled(screen):
        return
    strips: list[Placed] = []
    for widget in [one for one in screen._compositor.visible_widgets if one._repaint_required]:
        drawn = _strips(screen, widget, widget._repaint_regions)
        if drawn is not None:
            widget._repaint_regions.clear()
            widget._repaint_required = False
            strips += drawn
    _show(screen, strips)


def _draw_kept(widget: Widget, regions: Sequence[Region]) -> None:
    """Draw what of a widget is painted; what is not, or was spoilt, is painted first."""
    screen = widget.screen if widget.is_attached else None
    strips = None
    if screen is not None and _is_settled(screen):
        strips = _strips(screen, widget, _within(widget, regions))
    if screen is None or strips is None:
        widget.refresh(*regions)
    else:
        _show(screen, strips)


def _is_settled(screen: Screen[Any]) -> bool:
    """Whether the screen is the one that is shown, and everything is and stays where it was drawn last."""
    app = screen.app
    return (
        app.screen is screen
        and screen._size == app.size
        and not app.is_inline
        and not app._batch_count
        and not screen._scroll_required
        and not _is_to_be_laid_out(screen)
    )


def _is_to_be_laid_out(screen: Screen[Any]) -> bool:
    """Whether something wants another place, and the screen is still to hear of it: what stands beside it may move.

    It may be what is not seen as yet: a strip that comes up takes rows from the others.
    """
    widgets: list[Widget] = [screen]
    for widget in widgets:
        if widget._layout_required:
            return True
        widgets += widget._nodes._nodes
    on_their_way: Iterable[object] = (screen._pending_message, *screen._message_queue.values)
    return any(isinstance(message, Layout) for message in on_their_way)


def _strips(screen: Screen[Any], widget: Widget, regions: Iterable[Region]) -> list[Placed] | None:
    """Regions of a widget as they are drawn now; None where one of them is not in plain view."""
    place = screen._compositor.visible_widgets.get(widget)
    if place is None:
        return None
    region, clip = place
    placed = [(one, one.translate(region.offset)) for one in regions]
    if not all(there and clip.contains_region(there) and _is_in_front(screen, widget, there) for _, there in placed):
        return None
    return [
        (there.x, there.y + down, strip)
        for here, there in placed
        for down, strip in enumerate(widget.render_lines(here))
    ]


def _show(screen: Screen[Any], strips: Sequence[Placed]) -> None:
    if strips:
        screen.app._display(screen, Lines(strips))  # type: ignore[arg-type]  # what Textual gives it is no renderable either


def _is_in_front(screen: Screen[Any], widget: Widget, region: Region) -> bool:
    """Whether the widget is the foremost wherever the region is; it lies in the screen."""
    layers = screen._compositor.layers_visible
    return all(
        next((found for found, shown, _ in layers[y] if shown.overlaps(region)), None) is widget
        for y in region.line_range
    )
