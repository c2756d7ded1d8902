"""A document as one HTML file: no script, nothing fetched, prints well; what people typed is escaped."""

from collections.abc import Iterable
from html import escape
from importlib import resources

from facilitator.exchange.document.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Point,
    Table,
)

# Should a text slip through unescaped one day, the browser still runs and fetches nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(document: Document) -> str:
    """The whole page."""
    look = resources.files("facilitator.exchange").joinpath("page.css").read_text("utf-8")
    author = f'<meta name="author" content="{escape(document.author)}">\n' if document.author else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{author}'
        f"<title>{escape(document.title)}</title>\n<style>\n{look}</style>\n</head>\n<body>\n"
        f"{_opening(document)}\n<main>\n{_joined(map(_block, document.blocks))}\n</main>\n</body>\n</html>\n"
    )


def _opening(document: Document) -> str:
    draft = '<p class="draft">Draft</p>' if document.draft else ""
    return f"<header>{draft}{_tag('h1', document.title)}{_tag('p', document.subtitle)}</header>"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level, new_page):
            return _tag(f"h{level + 1}", text, "new-page" * new_page)
        case Paragraph(text, quiet):
            return _tag("p", text, "quiet" if quiet else "")
        case Bullets(points, numbered):
            kind = "ol" if numbered else "ul"
            return f"<{kind}>\n{_joined(map(_point, points))}\n</{kind}>"
        case Facts(rows):
            return f"<dl>\n{_joined(_tag('dt', label) + _tag('dd', text) for label, text in rows)}\n</dl>"
        case Table():
            return _table(block)
        case Bars():
            return _bars(block)


def _tag(name: str, text: str, css: str = "") -> str:
    """An element with text; right-to-left scripts find their own direction."""
    marked = f' class="{css}"' if css else ""
    return f'<{name}{marked} dir="auto">{escape(text)}</{name}>'


def _point(point: Point) -> str:
    detail = _tag("small", point.detail) if point.detail else ""
    return f'<li dir="auto">{escape(point.text)}{detail}</li>'


def _table(table: Table) -> str:
    whole = sum(column.share for column in table.columns)
    widths = "".join(f'<col style="width:{100 * column.share / whole:.1f}%">' for column in table.columns)
    head = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
    rows = (
        "".join(_tag("td", cell, "firm" * column.firm) for column, cell in zip(table.columns, row, strict=True))
        for row in table.rows
    )
    body = _joined(f"<tr>{row}</tr>" for row in rows)
    return (
        f"<table>\n<colgroup>{widths}</colgroup>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _bars(bars: Bars) -> str:
    rows = _joined(
        f"<tr>{_tag('td', bar.label)}<td>{_drawing(bar, bars.longest)}</td>{_tag('td', bar.figure)}</tr>"
        for bar in bars.bars
    )
    css = "bars two" if len(bars.series) > 1 else "bars"
    return f'<table class="{css}">\n<caption>{_key(bars.series)}</caption>\n<tbody>\n{rows}\n</tbody>\n</table>'


def _key(series: tuple[str, ...]) -> str:
    """What the colours stand for."""
    marks = zip(("first", "second"), series, strict=False)
    square = '<svg class="key" viewBox="0 0 1 1" aria-hidden="true"><rect class="{}" width="1" height="1"/></svg>'
    return "".join(square.format(css) + escape(name) for css, name in marks)


def _drawing(bar: Bar, longest: float) -> str:
    high = 10 / len(bar.values)
    drawn = "".join(
        f'<rect class="{css}" y="{index * high:g}" width="{100 * value / longest:.2f}" height="{high - 1:g}"/>'
        for index, (css, value) in enumerate(zip(("first", "second"), bar.values, strict=False))
    )
    return f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)
