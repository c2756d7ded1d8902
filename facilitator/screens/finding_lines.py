"""Findings and numbers as lines and rows: pure functions from the board to what the diagnosis shows."""

from textwrap import wrap

from rich.cells import cell_len
from textual.geometry import Size

from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.figures import distance, latest, say_value, sparkline, trend
from facilitator.domain.kinds import Standing
from facilitator.domain.people import first_name
from facilitator.domain.records import Finding, Number
from facilitator.domain.text import clean
from facilitator.domain.wording import prescribes
from facilitator.widgets.bars import legend, shares
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Row, Tone, fit, row

COLUMNS = (Column("", 1), Column("Finding"), Column("Kind", 11), Column("Whose", 9), Column("Said by", 9))
SIGNS: dict[Standing, Cell] = {
    Standing.AGREED: (("✓", Tone.GOOD),),
    Standing.DISPUTED: (("≠", Tone.ALARM),),
    Standing.UNKNOWN: (("?", Tone.DIM),),
}
TONES = {Standing.AGREED: Tone.GOOD, Standing.DISPUTED: Tone.ALARM, Standing.UNKNOWN: Tone.DIM}
BAR = 24
# Below so many lines the numbers fold into one; each two more show one number more.
LOW = 30
# So wide that value, course, distance and trend fit beside it at 120 columns.
NAME_WIDTH = 24
# Rows for the words of the selected finding and its evidence.
WORDS = 3


def figures(board: DiagnosisBoard, *, room: Size) -> tuple[Row, ...]:
    """The numbers that have a value, as many as leave room for the findings; the walk on `Z` shows them all."""
    if not board.numbers:
        return ()
    unseen = bool(board.said) and not board.numbers_shown
    warning = "   findings began before the numbers were shown: Z" if unseen else ""
    valued = [number for number in board.numbers if number.values]
    shown = valued[: max((room.height - LOW + 5) // 2, 0)]
    left = f"   {len(board.numbers) - len(shown)} more: Z" if len(shown) < len(board.numbers) else ""
    looked_at = sum(number.shown_at is not None for number in board.numbers)
    count = left if shown else f"   {looked_at} of {len(board.numbers)} shown: Z"
    heading = row(("NUMBERS", Tone.DIM), (count, Tone.DIM), (warning, Tone.WARM))
    return (heading, *(_figure(number, wide=room.width >= 100) for number in shown), *([row()] if shown else []))


def _figure(number: Number, *, wide: bool) -> Row:
    now = latest(number)
    value = say_value(now, number.unit) if now is not None else "no value"
    apart = distance(number)
    tone = Tone.GOOD if apart == "on target" else Tone.PLAIN
    words = (fit(apart, 20), tone), (trend(number) if wide else "", Tone.DIM)
    return row(
        fit(number.name, NAME_WIDTH),
        (fit(value, 9, right=True), Tone.STRONG),
        "  ",
        (fit(sparkline(number), 9), Tone.ACCENT),
        *words,
    )


def line(finding: Finding, board: DiagnosisBoard) -> Line:
    solution = prescribes(finding.text) is not None
    text: Cell = ((finding.text, Tone.PLAIN), ("  a solution? I", Tone.WARM)) if solution else finding.text
    name = first_name(board.name(finding.by_id))
    kind: Cell = ((finding.kind.value, Tone.DIM),)
    return Line(finding.id, (SIGNS[finding.standing], text, kind, finding.nature or "", ((name, Tone.DIM),)))


def _in_full(text: str, width: int) -> list[Row]:
    """The words that the list has no room for, as far as two rows go."""
    room = width - sum(column.width + 1 for column in COLUMNS)
    words = clean(text[: width * 3])
    cut = 0 < room < cell_len(words)
    return [row(words) for words in wrap(words, width, max_lines=WORDS - 1, placeholder=" …")] if cut else []


def picture(board: DiagnosisBoard, current: Finding | None, *, airy: bool, width: int = 0) -> tuple[Row, ...]:
    """Below the list: the selected one's words and evidence, how much is agreed, whose problem it is, who is silent.

    Words that the list cuts stand where the `airy` picture has empty rows: one more would move the list.
    """
    if not board.total:
        return ()
    rows = [row()] if airy else []
    if current is not None:
        said = f"evidence: {current.evidence}" if current.evidence else "no evidence yet: l"
        cause = f" · cause: {current.cause}" if current.cause else ""
        rows = [row((said + cause, Tone.PLAIN if current.evidence else Tone.DIM))]
        if airy:
            rows = [*(_in_full(current.text, width) or [row()]), *rows]
            rows += [row()] * (WORDS - len(rows))
    standings = [(standing.value, count, TONES[standing]) for standing, count in board.standings]
    rows.append(row(*shares(standings, BAR), "  ", *legend(standings)))
    if board.natures:
        whose = [("marketing's", board.marketing, Tone.ACCENT), ("the business's", board.business, Tone.STRONG)]
        rows.append(row(*shares(whose, BAR), "  ", *legend(whose)))
    if board.silent:
        names = ", ".join(person.name for person in board.silent)
        rows.append(row(("said nothing yet: ", Tone.DIM), names))
    return tuple(rows)
