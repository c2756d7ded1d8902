"""Whether everything that a session file refers to is in it."""

from collections.abc import Iterator

from facilitator.domain.dots import MOST_EACH
from facilitator.domain.records import Everything
from facilitator.domain.text import counted
from facilitator.exchange.session_json.place import Place, SessionFileError, shown

_TO_PEOPLE = (
    ("expectations", "by_id"),
    ("findings", "by_id"),
    ("ideas", "by_id"),
    ("decisions", "owner_id"),
    ("assumptions", "who_id"),
    ("parked", "by_id"),
    ("commitments", "person_id"),
    ("feedback", "by_id"),
    ("tasks", "owner_id"),
    ("homework", "person_id"),
)
_TO_ITEMS = (("spans", "item"), ("extensions", "item"), ("decisions", "item"), ("parked", "item"))
_TO_DECISIONS = (("assumptions", "decision"),)


def check_references(session: Everything) -> None:
    """Refuse the first reference that leads nowhere."""
    for places, target, among in (
        (_TO_PEOPLE, session.people, "people"),
        (_TO_ITEMS, session.agenda, "agenda"),
        (_TO_DECISIONS, session.decisions, "decisions"),
    ):
        known = {record.id for record in target}
        for path, wanted in _references(session, places):
            if wanted not in known:
                raise SessionFileError(f"{path} is {shown(wanted)}, which is not among the {among}.")
    _check_ballot(session)


def _check_ballot(session: Everything) -> None:
    """Refuse a hidden vote in which somebody else votes, or with more than a person has."""
    if (ballot := session.session.ballot) is None:
        return
    people, ideas = {one.id for one in session.people}, {one.id for one in session.ideas}
    at, voters, voted = Place("session").at("ballot"), set[str](), set[str]()
    if not 1 <= ballot.each <= MOST_EACH:
        at.at("each").refuse(f"a whole number from 1 to {MOST_EACH}", ballot.each)
    for index, voter in enumerate(ballot.voters):
        if voter not in people or voter in voters:
            at.at("voters").at(index).refuse("a person of the session, named once", voter)
        voters.add(voter)
    for index, dots in enumerate(ballot.given):
        here = at.at("given").at(index)
        if dots.person_id not in voters or dots.person_id in voted:
            here.at("person").refuse("one of the voters, named once", dots.person_id)
        voted.add(dots.person_id)
        if len(dots.ideas) > ballot.each:
            raise SessionFileError(
                f"{here.at('ideas').path} holds {counted(len(dots.ideas), 'dot')}, where each has {ballot.each}."
            )
        for place, idea in enumerate(dots.ideas):
            if idea not in ideas:
                here.at("ideas").at(place).refuse("an idea of the session", idea)


def _references(session: Everything, places: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for key, attr in places:
        for index, record in enumerate(getattr(session, key)):
            if (wanted := getattr(record, attr)) is not None:
                yield f"{key}[{index}].{attr}", wanted
