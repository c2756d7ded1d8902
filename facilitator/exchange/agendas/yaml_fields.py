"""The values of one entry of a YAML file by what they hold: title, times, names, and the rest for the notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from facilitator.exchange.agendas.blocks import plain
from facilitator.exchange.agendas.columns import ROLES, role_of
from facilitator.exchange.agendas.durations import column_seconds
from facilitator.exchange.agendas.labels import label
from facilitator.exchange.agendas.words import DATE, WEEKDAY, day_label
from facilitator.exchange.agendas.yaml_values import Value

# A word, not the T of a moment, nor the zone of a clock time.
_WORD = re.compile(r"(?![A-Z]{3,4}\b)[^\W\d_]{4,}")


@dataclass(slots=True)
class Fields:
    """The values of one item by what they hold."""

    by_role: dict[str, Value] = field(default_factory=dict)
    others: list[tuple[str, Value]] = field(default_factory=list)

    def text(self, role: str) -> str:
        """The text of a role, "" when it is not there."""
        value = self.by_role.get(role)
        return " · ".join(flat(value)) if value else ""


def fields_of(value: Value) -> Fields:
    """Sort the values of a mapping."""
    fields = Fields()
    # An exact name goes before one that only contains it: time before timeImg.
    for key, content in sorted(value.pairs(), key=lambda pair: pair[0].text.lower() not in ROLES):
        role = role_of(key.text)
        if role == "number" and key.text.lower() not in ("#", "nr", "number", "id"):
            role = None
        if (
            role
            and role != "number"
            and role not in fields.by_role
            and (role != "name" or "title" not in fields.by_role)
        ):
            fields.by_role[role] = content
        else:
            fields.others.append((key.text, content))
    return fields


def title_of(fields: Fields) -> str:
    """The title of an entry; without one its type, or what it points to."""
    for role in ("title", "name", "kind"):
        if text := plain(fields.text(role)):
            if role == "kind":
                return text[:1].upper() + text[1:] + (f": {found}" if (found := _reference(fields)) else "")
            if role == "title" and (name := plain(fields.text("name"))) and name != text:
                fields.others.append(("", fields.by_role["name"]))
            return text
    if found := plain(fields.text("presenter")):
        # "speaker: Coffee break" is all that a slot without a title says.
        del fields.by_role["presenter"]
        return found
    if found := _reference(fields):
        spoken = found.replace("-", " ").replace("_", " ") if re.fullmatch(r"[a-z\d]+(?:[-_][a-z\d]+)+", found) else ""
        return spoken[:1].upper() + spoken[1:] if spoken else f"Session {found}"
    return next((plain(" ".join(flat(v))) for _, v in fields.others), "")


def saying_more(fields: Fields, value: Value) -> Iterator[tuple[str, str]]:
    """The fields for times and days that hold more words than are read, so that these do not get lost."""
    for key, content in value.pairs():
        for role in ("time", "start", "end", "duration", "day"):
            if fields.by_role.get(role) is content and _unread(role, text := fields.text(role)):
                yield key.text, text


def _unread(role: str, text: str) -> bool:
    """“9:00 in the garden”, “midmorning, 7 May 2027”, “Monday in the garden”."""
    told = label(text, loose=True)
    if told is None and role == "duration" and column_seconds(text):
        return False
    known = (day_label(text) or text[:40]).lower() if role == "day" else ""
    rest = WEEKDAY.sub(" ", DATE.sub(" ", told.rest if told else text))
    return any(word.lower() not in known for word in _WORD.findall(rest))


def _reference(fields: Fields) -> str:
    """Name what an entry points to, where it has no title of its own: sessionIds: [101, 102]."""
    return next(
        (
            ", ".join(flat(other))
            for key, other in fields.others
            if key.lower().rstrip("s").endswith(("id", "slug", "ref"))
        ),
        "",
    )


def flat(value: Value, inside: int = 0) -> Iterator[str]:
    """Every string of a value in order, keys before their values."""
    if value.kind == "text":
        if value.text.strip():
            yield " ".join(value.text.split())
    elif value.kind == "list":
        for part in value.parts:
            yield from flat(part, inside + 1)
    else:
        for key, content in value.pairs():
            found = list(flat(content, inside + 1))
            yield f"{key.text}: {', '.join(found)}" if found else key.text
