"""How single values stand in JSON: what writes each, and what reads it back or refuses it in a sentence."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from facilitator.domain.zone_clock import YEARS
from facilitator.exchange.session_json.place import Place

# Any: what a codec takes and gives depends on the field that it stands in; the records' own types hold the whole.
Write: TypeAlias = Callable[[Any, ZoneInfo], object]
Read: TypeAlias = Callable[[object, Place], Any]

# SQLite holds no greater whole number.
_MOST = 2**63 - 1
_EXACT = 2**53
# Three years of seconds.
_MOST_SECONDS = 100_000_000
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Codec:
    """Both ways for one kind of value; `wanted` completes the sentence “… must be …”."""

    wanted: str
    write: Write
    read: Read


def optional(codec: Codec) -> Codec:
    """The same, or null."""
    write, read = codec.write, codec.read
    return Codec(
        f"{codec.wanted} or null",
        lambda value, zone: None if value is None else write(value, zone),
        lambda found, place: None if found is None else read(found, place),
    )


def many(codec: Codec) -> Codec:
    """A list of them, a tuple in the record."""
    return Codec(
        f"a list of {codec.wanted}",
        lambda value, zone: [codec.write(one, zone) for one in value],
        lambda found, place: tuple(codec.read(one, at) for at, one in place.items(found)),
    )


def pair(first: Codec, second: Codec) -> Codec:
    """A list of exactly two."""

    def read(found: object, place: Place) -> tuple[Any, Any]:
        if not isinstance(found, list) or len(found) != 2:
            place.refuse(f"a pair of {first.wanted} and {second.wanted}", found)
        return first.read(found[0], place.at(0)), second.read(found[1], place.at(1))

    return Codec("a pair", lambda value, zone: [first.write(value[0], zone), second.write(value[1], zone)], read)


def one_of(words: type[StrEnum]) -> Codec:
    """A word of a closed set."""
    wanted, known = f"one of {', '.join(words)}", {word.value: word for word in words}

    def read(found: object, place: Place) -> StrEnum:
        if not isinstance(found, str) or found not in known:
            place.refuse(wanted, found)
        return known[found]

    return Codec(wanted, _as_it_is, read)


def whole(wanted: str, least: int = -_MOST, most: int = _MOST) -> Codec:
    """A whole number between two others; `true` is none."""

    def read(found: object, place: Place) -> int:
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            place.refuse(wanted, found)
        return found

    return Codec(wanted, _as_it_is, read)


def _as_it_is(value: object, _: ZoneInfo) -> object:
    return value


def _read_text(found: object, place: Place) -> str:
    if not isinstance(found, str):
        place.refuse("text", found)
    return found


def _read_truth(found: object, place: Place) -> bool:
    if not isinstance(found, bool):
        place.refuse("true or false", found)
    return found


def _write_real(value: float, _: ZoneInfo) -> float | int:
    # 4200000 and not 4200000.0: people read this file too.
    return int(value) if value == int(value) and abs(value) < _EXACT else value


def _read_real(found: object, place: Place) -> float:
    if not isinstance(found, int | float) or isinstance(found, bool) or abs(found) > _MOST or not math.isfinite(found):
        place.refuse("a number", found)
    return float(found)


def _read_length(found: object, place: Place) -> float:
    seconds = _read_real(found, place)
    if abs(seconds) > _MOST_SECONDS:
        place.refuse("seconds", found)
    return seconds


def _read_day(found: object, place: Place) -> date:
    try:
        return date.fromisoformat(_read_text(found, place))
    except ValueError:
        place.refuse("a day such as 2027-01-15", found)


def _write_moment(value: datetime, zone: ZoneInfo) -> str:
    return value.astimezone(zone).isoformat()


def read_moment(found: object, place: Place) -> datetime:
    """UTC; without an offset the session's zone is meant."""
    wanted = "a moment such as 2027-01-15T09:00:00+01:00"
    try:
        moment = datetime.fromisoformat(_read_text(found, place))
    except ValueError:
        place.refuse(wanted, found)
    if moment.year not in YEARS:
        place.refuse(wanted, found)
    return (moment if moment.tzinfo else moment.replace(tzinfo=place.file.zone)).astimezone(UTC)


def _read_clock(found: object, place: Place) -> str:
    """`HH:MM` on the wall of the session's zone, from that or from a moment."""
    text = _read_text(found, place)
    if _CLOCK.fullmatch(text):
        return text
    try:
        moment = datetime.fromisoformat(text)
        # A time that the spring skips has an offset too; it must come back as it was typed.
        if moment.utcoffset() not in (None, moment.replace(tzinfo=place.file.zone).utcoffset()):
            moment = moment.astimezone(place.file.zone)
    except (ValueError, OverflowError):
        place.refuse("a time such as 12:30 or a moment", found)
    return f"{moment:%H:%M}"


TEXT = Codec("text", _as_it_is, _read_text)
WORDS = optional(TEXT)
TRUTH = Codec("true or false", _as_it_is, _read_truth)
REAL = Codec("a number", _write_real, _read_real)
SECONDS = whole("whole seconds", -_MOST_SECONDS, _MOST_SECONDS)
LENGTH = Codec("seconds", _write_real, _read_length)
DAY = Codec("a day", lambda value, _: value.isoformat(), _read_day)
MOMENT = Codec("a moment", _write_moment, read_moment)
CLOCK = Codec("a time", _as_it_is, _read_clock)
