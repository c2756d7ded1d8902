"""The capture line: text in, what it means out."""

from facilitator.domain.capture.agenda_line import AgendaLine, read_agenda_line
from facilitator.domain.capture.as_json import line_json
from facilitator.domain.capture.captured import Captured, Kind, LineGap, Refused, Token, TokenKind
from facilitator.domain.capture.complete import Completion, complete
from facilitator.domain.capture.gaps import odd_day, weak_words
from facilitator.domain.capture.numbers import (
    TARGET_WORDS,
    ReadNumber,
    Series,
    as_typed,
    of_number,
    read_amount,
    read_number,
    read_past,
    read_period,
    same_unit,
)
from facilitator.domain.capture.preview import Piece, Tone, did_you_mean, preview, take_near_person, take_other_date
from facilitator.domain.capture.reading import read_line
from facilitator.domain.capture.writing import write_line

__all__ = [
    "TARGET_WORDS",
    "AgendaLine",
    "Captured",
    "Completion",
    "Kind",
    "LineGap",
    "Piece",
    "ReadNumber",
    "Refused",
    "Series",
    "Token",
    "TokenKind",
    "Tone",
    "as_typed",
    "complete",
    "did_you_mean",
    "line_json",
    "odd_day",
    "of_number",
    "preview",
    "read_agenda_line",
    "read_amount",
    "read_line",
    "read_number",
    "read_past",
    "read_period",
    "same_unit",
    "take_near_person",
    "take_other_date",
    "weak_words",
    "write_line",
]
