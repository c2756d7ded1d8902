"""Drawing a stretch of a widget at once, in a fraction of what one of Textual's frames takes.

A frame goes through four messages and a timer, asks every container on its rows for lines, and writes whole rows of a
widget. Where nothing lies above a widget that is seen, its own lines are all there is to draw.
"""

from collections.abc import Sequence

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class Lines(CompositorUpdate):
    """Strips, each at its place (column, row) on the screen; Textual writes them as it does a frame of its own."""

    def __init__(self, strips: Sequence[tuple[int, int, Strip]]) -> None:
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
    """Draw regions of a widget's content: at once where they are in plain view, else in the next frame."""
    if not _draw_at_once(widget, regions):
        widget.refresh(*regions)


def _draw_at_once(widget: Widget, regions: Sequence[Region]) -> bool:
    screen = widget.screen if widget.is_attached else None
    if screen is None or not _is_settled(screen, widget):
        return False
    place = screen._compositor.visible_widgets.get(widget)
    if place is None:
        return False
    region, clip = place
    inner = [one.translate(widget.content_offset) for one in regions]
    outer = [one.translate(region.offset) for one in inner]
    if not all(one and clip.contains_region(one) and _is_in_front(screen, widget, one) for one in outer):
        return False
    widget._styles_cache.set_dirty(*inner)
    strips = [
        (there.x, there.y + down, strip)
        for here, there in zip(inner, outer, strict=True)
        for down, strip in enumerate(widget.render_lines(here))
    ]
    widget.app._display(screen, Lines(strips))  # type: ignore[arg-type]  # what Textual gives it is no renderable either
    return True


def _is_settled(screen: Screen[object], widget: Widget) -> bool:
    """Whether the screen is the one that is shown, and everything is where it was drawn last."""
    app = screen.app
    return (
        app.screen is screen
        and not app.is_inline
        and not app._batch_count
        and not screen._layout_required
        and not screen._scroll_required
        and not widget._layout_required
        and not widget._repaint_required
    )


def _is_in_front(screen: Screen[object], widget: Widget, region: Region) -> bool:
    """Whether the widget is the foremost wherever the region is; it lies in the screen."""
    layers = screen._compositor.layers_visible
    return all(
        next((found for found, shown, _ in layers[y] if shown.overlaps(region)), None) is widget
        for y in region.line_range
    )
