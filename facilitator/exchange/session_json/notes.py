"""Values with a shape of their own: dated notes, fingers shown, ground rules, the triage, a vote that goes on."""

from datetime import date
from zoneinfo import ZoneInfo

from facilitator.domain.records import Ballot, Dots, GroundRule, Note
from facilitator.exchange.session_json.codecs import DAY, TEXT, TRUTH, Codec, many, optional, whole
from facilitator.exchange.session_json.place import Place

_COUNT = whole("a whole number")
_IDS = many(TEXT)


def _write_note(note: Note, zone: ZoneInfo) -> object:
    return {"on": DAY.write(note.on, zone), "text": note.text}


def _read_note(found: object, place: Place) -> Note:
    given = place.mapping(found)
    on: date = DAY.read(given.get("on"), place.at("on"))
    return Note(on=on, text=TEXT.read(given.get("text"), place.at("text")))


def _write_fingers(fingers: tuple[int, ...], _: ZoneInfo) -> object:
    return list(fingers) or None


def _read_fingers(found: object, place: Place) -> tuple[int, ...]:
    return () if found is None else tuple(_COUNT.read(one, at) for at, one in place.items(found))


def _write_rule(rule: GroundRule, _: ZoneInfo) -> object:
    return {"text": rule.text, "agreed": rule.agreed}


def _read_rule(found: object, place: Place) -> GroundRule:
    if isinstance(found, str):
        return GroundRule(text=found)
    given = place.mapping(found)
    agreed = TRUTH.read(given.get("agreed", False), place.at("agreed"))
    return GroundRule(text=TEXT.read(given.get("text"), place.at("text")), agreed=agreed)


def _write_dots(dots: Dots, _: ZoneInfo) -> object:
    return {"person": dots.person_id, "ideas": list(dots.ideas)}


def _read_dots(found: object, place: Place) -> Dots:
    given = place.mapping(found)
    person = TEXT.read(given.get("person"), place.at("person"))
    return Dots(person_id=person, ideas=_IDS.read(given.get("ideas", []), place.at("ideas")))


def _write_ballot(ballot: Ballot, zone: ZoneInfo) -> object:
    voters = _IDS.write(ballot.voters, zone)
    return {"each": ballot.each, "voters": voters, "given": _DOTS.write(ballot.given, zone)}


def _read_ballot(found: object, place: Place) -> Ballot:
    given = place.mapping(found)
    return Ballot(
        each=_COUNT.read(given.get("each"), place.at("each")),
        voters=_IDS.read(given.get("voters", []), place.at("voters")),
        given=_DOTS.read(given.get("given", []), place.at("given")),
    )


def _read_triage(found: object, place: Place) -> tuple[tuple[str, bool], ...]:
    return tuple((key, TRUTH.read(said, place.at(key))) for key, said in place.mapping(found).items())


_DOTS = many(Codec("dots", _write_dots, _read_dots))
NOTES = many(Codec("a note", _write_note, _read_note))
FINGERS = Codec("a list of whole numbers or null", _write_fingers, _read_fingers)
RULES = many(Codec("a rule", _write_rule, _read_rule))
TRIAGE = Codec("an object", lambda value, _: dict(value), _read_triage)
BALLOT = optional(Codec("an object", _write_ballot, _read_ballot))
