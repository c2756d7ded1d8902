"""Markdown as an outline: headings, lists by their indent, paragraphs, pipe tables, HTML tables in between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, takewhile

from facilitator.exchange.agendas.blocks import LIST, ROOT, Block, GridRow, paragraph, whole_bold
from facilitator.exchange.agendas.html_tables import html_blocks
from facilitator.exchange.agendas.labels import label
from facilitator.exchange.agendas.shapes import Draft
from facilitator.exchange.agendas.words import is_top

MOST_COLUMNS, LONGEST_HEAD = 60, 2000

_HEADING = re.compile(r"(?:\s{0,3}|\s{4,16}(?=##))(#{1,6})(?:[\s#]+|(?=\w))(.*?)[\s#]*$")
_TAGGED = re.compile(r"\s*(?:<hr\b[^<>]*>\s*)?<h([1-6])\b[^<>]*>(.*)</h\1>\s*(?:<hr\b[^<>]*>\s*)?", re.I)
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*+){3,}+|(?:-\s*+){3,}+|(?:_\s*+){3,}+|=+\s*)$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_BULLET = re.compile(r"(\s*)([-*+•‣▪●◦–]|(?:\d{1,3}|[a-z])[.)]|\(\d{1,2}\))(\s+)(?:\[[ xX]\]\s+)?(.*)$")
# 4.1. below 4. counts on; 9.30 is a time, and a date is no part of the entry above it.
_COUNTED = re.compile(
    r"(\s*)((\d{1,2})(?:(?:\.[1-9]){1,3}[.)]?|(?:\.\d{1,2}){1,3}[.)]|(?:\.\d{1,2}){2,3}))(\s+)(?=\D)(.*)$"
)
_ROMAN = re.compile(r"^(\s*)(?:[IVX]{1,5}|(?<=\s)[A-Z])[.)](?=\s)")
# Nothing is given back: a long row of dashes with something behind it would be tried in every way there is.
_SEPARATOR = re.compile(r"\s*+\|?+(?:\s*+:?+-++:?+\s*+\|?+)++\s*+$")
_KEY = re.compile(r"\*\*[^*:]{2,40}:\*\*\s|\*\*[^*:]{2,40}\*\*:\s")
_STRAY = re.compile(r"\s*<tr\b", re.I)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_BROKEN = re.compile(r"(.*?)\s*(?:<br\s*/?>|\\)\s*", re.I)
_FRONT = re.compile(r"([\w-]+):\s*(.*)$")


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines with bars that follow each other: how many of them from each on to the `end` say a time, or begin bare."""

    begin: int = 0
    end: int = 0
    timed: tuple[int, ...] = ()
    bare: tuple[int, ...] = ()

    @classmethod
    def of(cls, lines: Sequence[str], begin: int) -> "_Run":
        run = list(takewhile(lambda line: "|" in line and line.strip(), islice(lines, begin, None)))
        timed = [bool(label(line.split("|")[0], loose=True)) for line in run]
        bare = [not line.lstrip().startswith("|") for line in run]
        sums = (tuple(accumulate(reversed(each)))[::-1] for each in (timed, bare))
        return cls(begin, begin + len(run), *sums)

    def is_table(self, lines: Sequence[str], at: int) -> bool:
        """Say whether the lines from one of them on are a table: ruled, fenced with bars, or most with a time."""
        count = self.end - at
        ruled = count > 1 and _SEPARATOR.match(lines[at + 1]) and "-" in lines[at + 1]
        fenced = not self.bare[at - self.begin] or self.timed[at - self.begin] >= 0.6 * count
        return bool(ruled) or (count > 1 and fenced)


@dataclass(slots=True)
class _Reader:
    """The lines of a Markdown text and the paragraph that is being collected."""

    lines: list[str]
    draft: Draft
    at: int = 0
    open: list[tuple[int, str]] = field(default_factory=list)
    indent: int = 0
    depth: int | None = None
    lazy: bool = False
    each_line: bool = False
    complete: bool = False
    roman: bool = False
    number: str = ""
    run: _Run = _Run()

    def flush(self) -> Iterator[Block]:
        """End the open paragraph or list entry."""
        if self.open:
            numbers = tuple(number for number, _ in self.open)
            text = " ".join(part for _, part in self.open)
            if self.lazy and self.depth is not None:
                yield Block(numbers[0], numbers, text, LIST + self.depth, bullet=True)
            else:
                yield paragraph(numbers[0], numbers, text, indent=self.indent)
        self.open, self.lazy = [], False


def markdown_blocks(text: str, draft: Draft, *, each_line: bool = False) -> Iterator[Block]:
    """The blocks of a Markdown text, or of a plain one where `each_line` stands for itself."""
    reader = _Reader(text.split("\n"), draft, each_line=each_line)
    # One "I." may be somebody's initial; where there is a "II." too, both are numbers.
    reader.roman = bool(re.search(r"(?m)^[^\S\n]*II[.)]\s", text))
    _front_matter(reader)
    while reader.at < len(reader.lines):
        yield from _step(reader)
    yield from reader.flush()


def front_matter(lines: Sequence[str]) -> int:
    """The place of the line that ends the head of a page, counted from 0; 0 where a page has no head."""
    if len(lines) < 2 or lines[0].strip() != "---":
        return 0
    most = LONGEST_HEAD if _FRONT.match(lines[1]) else 60
    return next((i for i, line in enumerate(lines[1:most], 1) if line.strip() == "---"), 0)


def _front_matter(reader: _Reader) -> None:
    lines = reader.lines
    if not (end := front_matter(lines)):
        return
    reader.at = end + 1
    reader.draft.placed |= {1, reader.at}
    for number, line in enumerate(lines[1 : reader.at - 1], 2):
        reader.draft.why[number] = "the head of the file, not its agenda"
        if (match := _FRONT.match(line)) and match[1].lower() == "title" and match[2].strip():
            reader.draft.title = match[2].strip().strip("\"'")
            reader.draft.placed.add(number)


def _step(reader: _Reader) -> Iterator[Block]:
    line, number = reader.lines[reader.at], reader.at + 1
    if "<table" in line.lower() or _STRAY.match(line):
        yield from reader.flush()
        yield from _html(reader)
    elif "|" in line and (rows := _pipe_rows(reader)):
        yield from reader.flush()
        yield Block(number, (), "", LIST + 100, grid=tuple(rows))
    else:
        reader.at += 1
        yield from _line(reader, line, number)


def _line(reader: _Reader, line: str, number: int) -> Iterator[Block]:
    if not line.strip():
        yield from reader.flush()
    elif _FENCE.match(line):
        yield from reader.flush()
        reader.draft.placed.add(number)
    elif reader.open and not reader.lazy and len(reader.open) == 1 and _UNDERLINE.match(line):
        reader.draft.placed.add(number)
        first, title = reader.open.pop()
        reader.depth = None
        yield Block(first, (first,), title, ROOT + (1 if "=" in line else 2), heading=True)
    elif _RULE.match(line):
        yield from reader.flush()
        reader.draft.placed.add(number)
    elif len(line) < 400 and (match := _TAGGED.fullmatch(line)):
        yield from reader.flush()
        reader.depth = None
        yield Block(number, (number,), match[2].strip(), ROOT + int(match[1]), heading=True)
    elif not reader.each_line and len(line) < 400 and re.fullmatch(r"(?:\s|</?(?!br\b)[a-z][^<>]*>)+", line, re.I):
        yield from reader.flush()
        reader.draft.placed.add(number)
    elif match := _HEADING.match(line):
        yield from reader.flush()
        reader.depth = None
        yield Block(number, (number,), match[2].strip(), ROOT + len(match[1]), heading=True)
    elif (match := _COUNTED.match(line)) and match[3] == reader.number:
        yield from reader.flush()
        inside = max(len(match[1].expandtabs(4)), 2 * match[2].rstrip(".").count("."))
        reader.depth, reader.lazy = min(inside, 60), True
        reader.open.append((number, match[5].strip()))
    elif match := _BULLET.match(_ROMAN.sub(r"\1-", line) if reader.roman else line):
        yield from reader.flush()
        reader.number = match[2][:-1] if match[2][:-1].isdigit() else reader.number
        reader.depth, reader.lazy = min(len(match[1].expandtabs(4)), 60), True
        reader.open.append((number, match[4].strip()))
    else:
        yield from _running(reader, line, number)


def _running(reader: _Reader, line: str, number: int) -> Iterator[Block]:
    """Add a line to the open paragraph, or begin another: each line that leads with a time is its own."""
    stripped = re.sub(r"(?:^>\s?|<br\s*/?>|\\$)", "", line.strip()).strip()
    if line[:1] in " \t":
        yield from _broken(reader)
    led = label(stripped, digits=True)
    alone = reader.each_line and not (reader.lazy and line[:1] in " \t")
    if led and reader.open and _goes_on(reader.open[-1][1], stripped):
        led = None
    if (
        alone
        or (led and led.leads and (not led.bare or (reader.open and not label(reader.open[-1][1]))))
        or (led and not led.bare and reader.open and not reader.lazy and _ends_with_a_time(reader.open[-1][1]))
        or is_top(stripped)
        or _KEY.match(stripped)
        or (reader.open and reader.complete and not reader.lazy)
    ):
        yield from reader.flush()
    if not reader.open and not reader.lazy:
        inside = reader.depth is not None and line[:1] in " \t"
        reader.indent = 0 if not inside else 1
        if inside and reader.depth is not None:
            reader.lazy, reader.depth = True, reader.depth + 1
        else:
            reader.depth = None
    reader.complete = bool(led and not led.bare and (led.leads or whole_bold(stripped)))
    if stripped:
        reader.open.append((number, stripped))
    else:
        reader.draft.placed.add(number)


def _broken(reader: _Reader) -> Iterator[Block]:
    """End an entry that tells its time and then breaks its line: what is said below it is about it."""
    match = _BROKEN.fullmatch(reader.open[0][1]) if reader.lazy and len(reader.open) == 1 else None
    if match and (told := label(match[1], digits=True)) and not told.bare:
        reader.open = [(reader.open[0][0], match[1])]
        yield from reader.flush()


def _ends_with_a_time(line: str) -> bool:
    told = label(line, digits=True)
    return told is not None and not told.leads and not told.bare and line[-1:] not in ".!?"


def _goes_on(above: str, line: str) -> bool:
    """Say whether a line that begins with a time is the rest of the sentence above, broken for its width."""
    return len(above) >= 60 and bool(re.search(r"[^\W\d]$", above) and re.match(r"[\d:.h]+,? [^\W\dA-ZÄÖÜ]", line))


def _pipe_rows(reader: _Reader) -> list[GridRow]:
    run = reader.run = reader.run if reader.at < reader.run.end else _Run.of(reader.lines, reader.at)
    body = reader.lines[reader.at : run.end] if run.is_table(reader.lines, reader.at) else []
    rows = []
    for number, line in enumerate(body, reader.at + 1):
        if _SEPARATOR.match(line):
            reader.draft.placed.add(number)
        else:
            rows.append(GridRow(number, (number,), _cells(line)))
    reader.at += len(body)
    return rows


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
    return tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", inner, maxsplit=MOST_COLUMNS))


def _html(reader: _Reader) -> Iterator[Block]:
    begin = reader.at
    stray = "<table" not in reader.lines[begin].lower()
    while reader.at < len(reader.lines) and not _ends_table(reader.lines[reader.at], stray=stray):
        reader.at += 1
    reader.at += not stray
    text = "\n".join(reader.lines[begin : reader.at])
    yield from html_blocks(f"<table>{text}</table>" if stray else text, reader.draft, offset=begin)


def _ends_table(line: str, *, stray: bool) -> bool:
    """Say whether a table is over: at its tag, or, where a table has none, at a line that is no row of it."""
    return not re.match(r"\s*</?t[rdh]\b", line, re.I) and bool(line.strip()) if stray else "</table" in line.lower()
