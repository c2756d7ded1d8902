"""A whole session under new ids: everything that refers to something goes on referring to it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from facilitator.domain.records import Ballot, Dots, Everything, Extension, SessionHead

# Fields that hold an id, and those that hold `kind:id`.
_REFERENCES = frozenset(
    {
        "id",
        "item",
        "decision",
        "by_id",
        "owner_id",
        "who_id",
        "person_id",
        "moderator_id",
        "timekeeper_id",
        "monitor_id",
    }
)
_TAGGED = frozenset({"origin", "became"})


def renamed(session: Everything, new_id: Callable[[], str]) -> Everything:
    """The same session with fresh ids; what it refers to outside itself stays."""
    new = {old: new_id() for old in _ids(session)}
    lists: dict[str, Any] = {
        field.name: tuple(_with(one, new) for one in getattr(session, field.name))
        for field in fields(session)
        if isinstance(getattr(session, field.name), tuple) and field.name != "journal"
    }
    return replace(session, session=_head(session.session, new), **lists)


def _ids(session: Everything) -> list[str]:
    lists = (getattr(session, field.name) for field in fields(session))
    held = [one.id for records in lists if isinstance(records, tuple) for one in records if hasattr(one, "id")]
    return list(dict.fromkeys([session.session.id, *held]))


def _head(head: SessionHead, new: dict[str, str]) -> SessionHead:
    renamed_head: SessionHead = _with(head, new)
    # Silenced gaps may name one thing: `D05:k3f9a1`.
    silenced = tuple(_tagged(entry, new) for entry in head.silenced)
    return replace(renamed_head, silenced=silenced, ballot=_ballot(head.ballot, new) if head.ballot else None)


def _ballot(ballot: Ballot, new: dict[str, str]) -> Ballot:
    given = tuple(
        Dots(person_id=new.get(one.person_id, one.person_id), ideas=tuple(new.get(idea, idea) for idea in one.ideas))
        for one in ballot.given
    )
    return replace(ballot, voters=tuple(new.get(one, one) for one in ballot.voters), given=given)


def _with(record: Any, new: dict[str, str]) -> Any:  # noqa: ANN401 – any record in, the same kind out
    assert is_dataclass(record)
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in _REFERENCES and isinstance(value, str):
            changed[field.name] = new.get(value, value)
        elif field.name in _TAGGED and isinstance(value, str):
            changed[field.name] = _tagged(value, new)
    if isinstance(record, Extension):
        changed["taken"] = tuple((new.get(item, item), seconds) for item, seconds in record.taken)
    return replace(record, **changed)  # type: ignore[type-var]  # is_dataclass narrows to a type, too


def _tagged(text: str, new: dict[str, str]) -> str:
    kind, colon, old = text.partition(":")
    return f"{kind}{colon}{new.get(old, old)}" if colon else new.get(text, text)
