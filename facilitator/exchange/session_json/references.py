"""Whether everything that a session file refers to is in it."""

from collections.abc import Iterator

from facilitator.domain.records import Everything
from facilitator.exchange.session_json.place import SessionFileError, shown

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


def _references(session: Everything, places: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for key, attr in places:
        for index, record in enumerate(getattr(session, key)):
            if (wanted := getattr(record, attr)) is not None:
                yield f"{key}[{index}].{attr}", wanted
