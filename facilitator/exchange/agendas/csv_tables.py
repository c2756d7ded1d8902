"""CSV and TSV: any delimiter, with or without a header, with rows of something else above it."""

import csv
import io

from facilitator.exchange.agendas.blocks import GridRow
from facilitator.exchange.agendas.grids import grid_rows
from facilitator.exchange.agendas.shapes import AgendaError, Draft

MOST_COLUMNS = 200


def read_csv(text: str, draft: Draft, *, tabs: bool = False) -> None:
    """Fill the draft with the rows of a sheet; a quote that never closes is an AgendaError with its line."""
    grid = _grid(text, _delimiter(text, tabs=tabs))
    for row in grid:
        draft.why.update(dict.fromkeys(row.lines, "no item of the table"))
        if not any(cell.strip() for cell in row.cells):
            draft.placed.update(row.lines)
    draft.rows = grid_rows(grid, draft, sheet=True)


def _delimiter(text: str, *, tabs: bool) -> str:
    sample = text[:20000].split("\n")[:60]
    if tabs and any("\t" in line for line in sample):
        return "\t"
    return max(
        ",;\t|", key=lambda sign: (sum(sign in line for line in sample), sum(line.count(sign) for line in sample))
    )


def _grid(text: str, delimiter: str) -> list[GridRow]:
    grid: list[GridRow] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begun = 1
    while True:
        begun = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return grid
        except csv.Error as error:
            raise AgendaError(_says(str(error)), begun) from error
        grid.append(GridRow(begun, tuple(range(begun, reader.line_num + 1)), tuple(cells[:MOST_COLUMNS])))


def _says(error: str) -> str:
    if "unexpected end" in error:
        return "A quote opens here and never closes; close it or take it away."
    if "field larger" in error:
        return "One cell is longer than 131,072 characters; a quote before it may be missing its end."
    return "A quoted cell goes on after its closing quote; double the quotes inside it."
