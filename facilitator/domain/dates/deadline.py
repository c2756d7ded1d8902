"""Deadlines as people say them, in English, German, French, Spanish and Russian: a phrase in, a day out."""

import re
from datetime import date
from functools import cache

from facilitator.domain.dates.grammar import Place, find
from facilitator.domain.dates.reading import Asked, Deadline, DeadlineError
from facilitator.domain.dates.refusals import quoted, reason
from facilitator.domain.dates.signs import Line, lines

MOST_CHARACTERS = 200
OPEN = {"SOMETIME", "EVERY"}


def read_deadline(phrase: str, today: date, *, day_first: bool = True) -> Deadline:
    """The day that the phrase means on this day, and what else it could well mean.

    Days without a year roll forward; a year that was given is kept, even when it is past. Raises DeadlineError, whose
    text is one sentence for the person who typed the phrase, when it names no day.
    """
    if len(phrase) > MOST_CHARACTERS:
        raise DeadlineError(f"A deadline is a few words; these are {len(phrase)} characters.")
    if not phrase.strip():
        raise DeadlineError("A deadline names a day; nothing was typed.")
    try:
        return _read(phrase, Asked(today, day_first))
    except DeadlineError:
        raise
    except (ValueError, OverflowError) as beyond:  # what `datetime` says outside the years 1 to 9999
        raise DeadlineError(f"{quoted(phrase)} lies outside the calendar.") from beyond


def says_more(phrase: str) -> bool:
    """Whether a phrase that names a day says something else as well: “friday@mia”, “friday room 3”."""
    return all(line.strange for line in lines(phrase))


def _read(phrase: str, asked: Asked) -> Deadline:
    """As the language that knows most of the words reads it; among equals, the one that needs fewest days for it."""
    clearest, *others = lines(phrase)
    best, places = clearest, _days(clearest, asked)
    for line in others:
        if (places and line.unknown > best.unknown) or "?event" in clearest.signs:
            break
        if (found := _days(line, asked)) and (not places or len(found) < len(places)):
            best, places = line, found
    if not places:
        raise DeadlineError(reason(phrase, clearest.signs))
    if _slipped().search(best.signs) and _too_long().search(phrase):
        raise DeadlineError(f"{quoted(phrase)} has a year with too many digits.")
    return _together(best.signs, places)


@cache
def _slipped() -> re.Pattern[str]:
    """A number too large for a year, where the year of a date stands."""
    return re.compile(r"(?:M\d+(?: [no]\d+)?|dm\S+)(?: -)? AMOUNT(?!\S)")


@cache
def _too_long() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,])(?:19|20|21)\d{3,}(?![\d.,]*\d)")


def _days(line: Line, asked: Asked) -> list[Place]:
    return [] if OPEN.intersection(line.signs.split()) else find(line.signs, asked)


def _together(signs: str, places: list[Place]) -> Deadline:
    """The first day that was named, the rest beside it; of a span from one to the other the last."""
    if len(places) > 1 and signs[places[0].end : places[1].start].strip() == "-":
        places = [places[1], places[0], *places[2:]]
    days = [place.reading.day for place in places]
    every = dict.fromkeys([*days, *(other for place in places for other in place.reading.others)])
    day, *others = every
    return Deadline(day, tuple(others))
