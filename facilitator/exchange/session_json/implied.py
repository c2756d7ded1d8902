"""What a file written by hand may leave out because the rest of it says so: places, numbers, handles, voices."""

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.domain.kinds import Part, voice_of
from facilitator.domain.people import handle_for

# No room has more people; beyond it each is asked for by name, as whatever else is missing.
_MOST_PEOPLE = 500
_LONGEST = 60


def implied(file: Mapping[str, Any]) -> dict[str, Any]:
    """The file with what its lists imply; what it says stands, and what is of another shape is left to the reader."""
    lists = {key: found for key in _WAYS if isinstance(found := file.get(key), list)}
    whole = {key: found for key, found in lists.items() if all(isinstance(one, dict) for one in found)}
    return {**file, **{key: _WAYS[key](found) for key, found in whole.items()}}


def _placed(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where one has no place, the order of the list is meant for all of them."""
    if all("position" in one for one in items):
        return items
    return [one | {"position": place} for place, one in enumerate(items)]


def _numbered(key: str) -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    """Those without a number follow the highest that is there, in their order."""

    def way(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        highest = max((one[key] for one in found if isinstance(one.get(key), int)), default=0)
        filled = []
        for one in found:
            highest += key not in one
            filled.append({key: highest} | one)
        return filled

    return way


def _known(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The handle follows from the name, the voice from the part."""
    filled = []
    taken = {one["handle"] for one in people if isinstance(one.get("handle"), str)}
    for one in people:
        follows: dict[str, Any] = {}
        if "handle" not in one and isinstance(one.get("name"), str) and len(people) <= _MOST_PEOPLE:
            follows["handle"] = handle_for(one["name"][:_LONGEST], taken)
            taken.add(follows["handle"])
        if one.get("part") in tuple(Part):
            follows["voice"] = voice_of(Part(one["part"]))
        filled.append(follows | one)
    return filled


_WAYS = {
    "people": _known,
    "days": _numbered("day"),
    "rounds": _numbered("number"),
    "agenda": _placed,
    "decisions": _numbered("number"),
}
