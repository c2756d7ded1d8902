"""What lies beside the numbers: what each manager handed in, what went well and what went wrong in the last period."""

from collections.abc import Iterable
from textwrap import wrap

from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.kinds import FindingKind
from facilitator.domain.text import clean
from facilitator.widgets.text import Row, Tone, row

TITLES = {FindingKind.ACHIEVEMENT: "WHAT WENT WELL", FindingKind.MISTAKE: "WHAT WENT WRONG"}
# A page shows so much of one entry; the rest stands where it was handed in.
LONGEST = 2000


def beside(board: DiagnosisBoard, width: int) -> tuple[Row, ...]:
    """Achievements and mistakes, then homework by person, as rows of `width`; nothing where there is none."""
    rows: list[Row] = []
    for kind, title in TITLES.items():
        said = [one.text for one in board.past if one.kind is kind]
        rows += [row((title, Tone.DIM)), *_entries(said, width), row()] if said else []
    for one in board.homework:
        parts = (("did", one.results), ("problems", one.problems), ("asks", one.asks))
        said = [f"{word}: {text}" for word, text in parts if text]
        if said:
            who = board.name(one.person_id) or "somebody"
            rows += [row((f"HOMEWORK OF {who.upper()}", Tone.DIM)), *_entries(said, width), row()]
    return tuple(rows)


def _entries(texts: Iterable[str], width: int) -> list[Row]:
    rows = []
    for text in texts:
        # Homework is often a list: what is a line there is one here.
        written = clean(text[:LONGEST], lines=True).splitlines()
        lines = [line for one in written for line in wrap(one, max(width - 2, 10))] or [""]
        rows += [row(("· ", Tone.ACCENT), lines[0]), *(row(f"  {line}") for line in lines[1:])]
    return rows
