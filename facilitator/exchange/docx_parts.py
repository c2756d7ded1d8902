"""What python-docx has no words for: styles of ours, fields, lines, drawn bars, and a file without the hour in it."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import RGBColor
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as Grid
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph as Line

_ACCENT, _PALE, _QUIET, _RULE = "0F5A66", "A9C5C9", "5C6669", "D5DCDD"
_FONT = "Cambria"
_EMU = 36000
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
# Word draws a rectangle of its own; whoever can't draw it still has the figure beside it.
_RECTANGLE = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="{a}" xmlns:wps="{wps}">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>
<wp:docPr id="{id}" name="Bar {id}" descr=""/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="{wps}"><wps:wsp><wps:cNvSpPr/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>
<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>
</w:drawing></mc:Choice></mc:AlternateContent></w:r>"""


def accent() -> "RGBColor":
    return _colour(_ACCENT)


def muted() -> "RGBColor":
    return _colour(_QUIET)


def _colour(hexadecimal: str) -> "RGBColor":
    from docx.shared import RGBColor

    return RGBColor.from_string(hexadecimal)


def styled(file: "WordFile") -> None:
    """The page, and the look of every kind of paragraph."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm

    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin, page.footer_distance = Mm(16), Mm(17), Mm(9)
    for name in ("Point", "Fact", "Cell", "Bar", "Figure"):
        file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = file.styles["Normal"]
    # name, points, colour, before, after
    for name, points, colour, before, after in (
        ("Normal", 10, None, 0, 2),
        ("Title", 22, _ACCENT, 0, 2),
        ("Subtitle", 10, _QUIET, 0, 10),
        ("Heading 1", 12, _ACCENT, 9, 2),
        ("Heading 2", 10.5, _ACCENT, 9, 3),
        ("Point", 10, None, 0, 2),
        ("Fact", 10, None, 0, 1),
        ("Cell", 9, None, 1.5, 1.5),
        ("Bar", 4, None, 3, 2),
        ("Figure", 9, None, 2, 2),
        ("Footer", 8, _QUIET, 0, 0),
    ):
        _style(file.styles[name], points, colour, before, after)
    _tabs(file)


def _style(style: "ParagraphStyle", points: float, colour: str | None, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size, style.font.italic = _FONT, Pt(points), False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The theme's font would win over the name.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if colour:
        style.font.color.rgb = _colour(colour)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0


def _tabs(file: "WordFile") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    title = file.styles["Title"].element.get_or_add_pPr()
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    file.styles["Title"].font.bold, file.styles["Subtitle"].font.bold = True, False
    spacing = file.styles["Subtitle"].element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        file.styles["Subtitle"].element.rPr.remove(spacing)
    point = file.styles["Point"].paragraph_format
    point.left_indent, point.first_line_indent, point.keep_together = Mm(6), Mm(-6), True
    point.tab_stops.add_tab_stop(Mm(6))
    file.styles["Figure"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = file.styles["Footer"].paragraph_format
    footer.tab_stops.clear_all()
    footer.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    footer.space_before = Pt(0)


def styled_line(file: "WordFile", style: str, text: str = "") -> "Line":
    """A paragraph at the end, in the style of that id: looking styles up by name goes through all of them each time."""
    line: Line = file.add_paragraph(text)
    line._p.style = style
    return line


def said_in(cell: "_Cell", style: str = "Cell") -> "Line":
    """The first paragraph of a cell, for its text."""
    line: Line = cell.paragraphs[0]
    line._p.style = style
    return line


def set_widths(grid: "Grid", widths: Sequence[float]) -> None:
    """Widths in millimetres; Word believes only what stands in every cell."""
    from docx.shared import Mm

    grid.autofit = False
    _flush(grid)
    sizes = [Mm(width) for width in widths]
    for column, size in zip(grid.columns, sizes, strict=True):
        column.width = size
    for row in grid.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size


def _flush(grid: "Grid") -> None:
    """Cells that begin where the text above them begins."""
    margins = _element("w:tblCellMar")
    margins.append(_element("w:left", w="0", type="dxa"))
    margins.append(_element("w:right", w="110", type="dxa"))
    grid._tbl.tblPr.append(margins)


def repeat_header(row: "_Row") -> None:
    """On every page that the table reaches."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    keep_whole(row)


def keep_whole(row: "_Row") -> None:
    """Never half of a row on one page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def line_below(line: "Line") -> None:
    """The rule under the title."""
    borders = _element("w:pBdr")
    borders.append(_line("w:bottom", _ACCENT, 12, 6))
    line._p.get_or_add_pPr().append(borders)


def lines_below(grid: "Grid") -> None:
    """A hair under every row, and the accent under the header."""
    for index, row in enumerate(grid.rows):
        for cell in row.cells:
            borders = _element("w:tcBorders")
            borders.append(_line("w:bottom", _RULE if index else _ACCENT, 4 if index else 8, 0))
            cell._tc.get_or_add_tcPr().append(borders)


def page_number(line: "Line") -> None:
    """`2 / 3`, counted by the word processor."""
    for field, text in (("PAGE", " / "), ("NUMPAGES", "")):
        simple = _element("w:fldSimple", instr=field)
        run = _element("w:r")
        shown = _element("w:t")
        shown.text = "1"
        run.append(shown)
        simple.append(run)
        line._p.append(simple)
        if text:
            line.add_run(text)


def bar_drawing(line: "Line", number: int, width: float, height: float, *, pale: bool) -> None:
    """A rectangle in the line, in millimetres; nothing where it has no width."""
    from docx.oxml import parse_xml

    if width <= 0:
        return
    line._p.append(
        parse_xml(
            _RECTANGLE.format(
                a=_A,
                wps=_WPS,
                x=max(round(width * _EMU), 1),
                y=round(height * _EMU),
                id=number,
                colour=_PALE if pale else _ACCENT,
            )
        )
    )


def rezipped(made: bytes, at: datetime) -> bytes:
    """The same file with one hour on every part, so that it is the same each time."""
    out = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, (max(at.year, 1980), at.month, at.day, at.hour, at.minute, 0))
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()


def _line(name: str, colour: str, eighths: int, space: int) -> "BaseOxmlElement":
    return _element(name, val="single", sz=str(eighths), space=str(space), color=colour)


def _element(name: str, **attributes: str) -> "BaseOxmlElement":
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
