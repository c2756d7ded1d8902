"""A session from JSON: tolerant of what is missing, strict about what is wrong, nothing half read."""

import json
from dataclasses import replace
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Everything
from facilitator.exchange.session_json.codecs import read_moment
from facilitator.exchange.session_json.head import read_head
from facilitator.exchange.session_json.implied import implied
from facilitator.exchange.session_json.lists import DAYS, LISTS, PEOPLE
from facilitator.exchange.session_json.place import File, Place, SessionFileError, hashed, shown
from facilitator.exchange.session_json.references import check_references
from facilitator.exchange.session_json.shape import read_all
from facilitator.exchange.session_json.writing import FORMAT

# Ten times and more what a day leaves behind: so much is read and stored within two seconds and 200 MB.
MOST_BYTES = 12 * 1024 * 1024
# What a session holds, without its journal.
MOST_THINGS = 20_000
MOST_LINES = 2 * MOST_THINGS
# Counted as commas, which part them, and stand in texts, too.
MOST_VALUES = 400_000
_MOST_DIGITS = 19


def from_json(text: str, now: Moment) -> Everything:
    """The session that the file describes, looked at `now`.

    What has no id gets one that depends on the file alone. A name without an id is looked for among the people, by
    name and by handle; what a list implies, such as the places of an agenda, may be left out. SessionFileError says in
    one sentence what is wrong and where.
    """
    file = Place().mapping(_parsed(text))
    if file.get("format") != FORMAT:
        Place("format").refuse(f"“{FORMAT}”", file.get("format"))
    things, lines = _things(file)
    _may_be_so_many(things, MOST_THINGS, "things")
    _may_be_so_many(lines, MOST_LINES, "lines of a journal")
    file = implied(file)
    known = File(seed=hashed(text), zone=_zone(file.get("session")))
    place = Place(file=known)
    people = read_all(PEOPLE.shape, file.get(PEOPLE.key, []), place.at(PEOPLE.key))
    called = (*((one.name, one.id) for one in people), *((one.handle, one.id) for one in people))
    # Whoever comes first keeps a name that two have.
    by_name = {name.casefold(): id_ for name, id_ in reversed(called)}
    place = Place(file=replace(known, people=by_name, names={one.id: one.name for one in people}))
    head = read_head(file.get("session"), file.get("brief"), place)
    lists: dict[str, Any] = {
        one.key: read_all(one.shape, file.get(one.key, []), place.at(one.key)) for one in LISTS if one is not PEOPLE
    }
    lists[DAYS.key] = lists[DAYS.key] or _day_of(file.get("session"), place)
    session = Everything(now=now, session=head, people=people, **lists)
    check_references(session)
    return session


def _parsed(text: str) -> object:
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise SessionFileError(f"The file is larger than {MOST_BYTES // 1024**2} MB.")
    _may_be_so_many(text.count(","), MOST_VALUES, "values")
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number, parse_int=_whole)
    except json.JSONDecodeError as error:
        says = f"The file is no JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        raise SessionFileError(says) from error
    except RecursionError as error:
        raise SessionFileError("The file is nested too deeply.") from error


def _may_be_so_many(many: int, most: int, what: str) -> None:
    if many > most:
        raise SessionFileError(f"The file holds more than {most:,} {what}, which is the limit.")


def _things(file: dict[str, object]) -> tuple[int, int]:
    """How many things the lists hold, the session's own among them, and how many lines the journal."""
    head = file.get("session")
    lists = file | {f"session.{key}": found for key, found in (head.items() if isinstance(head, dict) else ())}
    lengths = {key: len(found) for key, found in lists.items() if isinstance(found, list)}
    lines = lengths.pop("journal", 0)
    return sum(lengths.values()), lines


def _no_number(word: str) -> NoReturn:
    raise SessionFileError(f"The file holds {word}, which is no number.")


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > _MOST_DIGITS:
        raise SessionFileError(f"The file holds the number {shown(digits)}, which is too large.")
    return int(digits)


def _zone(found: object) -> ZoneInfo:
    """The session's zone, which every time of the file is read in."""
    place = Place("session")
    name = place.mapping(found).get("timezone", "UTC")
    if not isinstance(name, str):
        place.at("timezone").refuse("text", name)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise SessionFileError(
            f"session.timezone must be a zone such as Europe/Berlin, found {shown(name)}."
        ) from error


def _day_of(found: object, place: Place) -> tuple[Day, ...]:
    """The one day of a file that gives only the session's own start and end."""
    at, given = place.at("session"), place.at("session").mapping(found)
    starts, ends = (
        read_moment(given[key], at.at(key)) if given.get(key) is not None else None for key in ("starts_at", "ends_at")
    )
    return (Day(id=place.at("days").fresh_id(), day=1, starts_at=starts, ends_at=ends),) if starts else ()
