"""How wide a widget is, also before the screen was ever laid out: its first picture is then its last."""

from textual.css.scalar import Scalar
from textual.widget import Widget


def width_of(widget: Widget) -> int:
    """Columns for its content: those it has, else what the window and all of a given width beside it will leave."""
    return widget.content_size.width or max(_to_be(widget), 0)


def _to_be(widget: Widget) -> int:
    taken = 0
    node: object = widget
    while isinstance(node, Widget):
        taken += node.gutter.width
        if (given := _cells(node.styles.width)) is not None:
            return given - taken
        taken += node.styles.margin.width
        parent = node.parent
        if isinstance(parent, Widget) and parent.layout.name == "horizontal":
            taken += sum(_beside(one) for one in parent.children if one is not node and one.display)
        node = parent
    return widget.app.size.width - taken


def _beside(widget: Widget) -> int:
    """What a neighbour takes, as far as that is given."""
    given = _cells(widget.styles.width)
    if given is None:
        given = _cells(widget.styles.min_width) or 0
    return given + widget.styles.margin.width if given else 0


def _cells(scalar: Scalar | None) -> int | None:
    return int(scalar.value) if scalar is not None and scalar.is_cells else None
