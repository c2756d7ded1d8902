"""The lines of the export dialog: every format and what goes with it, ticked or not."""

from dataclasses import replace

from facilitator.exchange.bundle import FORMATS
from facilitator.remembered import LastExport
from facilitator.widgets.line_list import Line
from facilitator.widgets.text import Tone

APPENDIX, SPREADSHEET = "appendix", "spreadsheet"
_SAYS = {
    "md": "the document, as text",
    "html": "the document, for a browser; prints well",
    "docx": "the document, for word processors",
    "pdf": "the document, to send and to print",
    "csv": "decisions, for task tools",
    "csv:ideas": "ideas and votes",
    "csv:parked": "the parking lot",
    "csv:commitments": "who promised what",
    "json": "the whole session, without loss",
    "ics": "deadlines, tasks, check-ins, review, for calendars",
    APPENDIX: "ideas and votes, minutes, plan against reality",
    SPREADSHEET: "CSV begins with the mark that Excel looks for",
}


def lines_of(choice: LastExport) -> tuple[Line, ...]:
    files = tuple(_line(one.name, one.name in choice.formats) for one in FORMATS)
    ways = (_line(APPENDIX, choice.appendix), _line(SPREADSHEET, choice.for_spreadsheet))
    return (*files, Line("", ("", "", "")), *ways)


def _line(name: str, ticked: bool) -> Line:
    mark = ("x", Tone.ACCENT) if ticked else ("·", Tone.DIM)
    return Line(name, ((mark,), ((name, Tone.STRONG if ticked else Tone.PLAIN),), ((_SAYS[name], Tone.DIM),)))


def ticked(choice: LastExport, name: str) -> LastExport:
    """The other way round for this one."""
    if name == APPENDIX:
        return replace(choice, appendix=not choice.appendix)
    if name == SPREADSHEET:
        return replace(choice, for_spreadsheet=not choice.for_spreadsheet)
    rest = tuple(one for one in choice.formats if one != name)
    return replace(choice, formats=rest if name in choice.formats else (*rest, name))
