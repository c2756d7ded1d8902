"""One line typed into the agenda: `12:30 Positioning 25 ?Why should they choose us @anna`."""

import re
from typing import NamedTuple

from facilitator.domain.kinds import ItemKind, Stage
from facilitator.domain.text import clean, fold

_SIGN = r"(?<!\S)([?@])(?=[^\s?@])|(?<!\S)(#)(?=[^\W\d_])"
_CLOCK = r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])(?:\s?([ap])\.?m\b\.?)?(?=\s|$)\s*"
_LENGTH = (
    r"(?:^|\s)(?:(?P<hours>[0-9]{1,2}(?:[.,][0-9])?|½)\s?(?:h|hrs?|hours?|std|ч)\.?\s?(?:(?P<rest>[0-9]{1,2})\s?(?:m|min)?)?"
    r"|(?P<minutes>[0-9]{1,4})\s?(?:m|min|mins|minutes?|minuten|мин|['′])?)\.?$"
)
_DAY = 24 * 60
_BREAKS = {
    "break", "lunch", "coffee", "pause", "mittagessen", "mittagspause", "kaffeepause", "kaffee", "dejeuner", "almuerzo",
    "comida", "pausa", "descanso", "dinner", "breakfast", "обед", "перерыв",
}  # fmt: skip
_BUFFERS = {"buffer", "puffer", "tampon", "margen", "slack", "буфер", "резерв"}


class AgendaLine(NamedTuple):
    """One item as it was typed; `minutes` is none when no length was given, `pinned_start` is `HH:MM`."""

    title: str
    minutes: int | None = None
    question: str | None = None
    kind: ItemKind = ItemKind.ITEM
    stage: Stage | None = None
    pinned_start: str | None = None
    presenter: str | None = None


def read_agenda_line(line: str) -> AgendaLine:
    """A start that is pinned, the title, the minutes (`25`, `45 min`, `1h30`), `?question`, `@presenter`, `#stage`.

    A sign begins a token after a space, and the token runs to the next sign. What is no token stays in the title.
    """
    line = clean(line)
    found = list(re.finditer(_SIGN, line))
    starts = [sign.start() for sign in found]
    head, *told = (line[start:end].rstrip() for start, end in zip([0, *starts], [*starts, len(line)], strict=True))
    question = presenter = stage = late = None
    for words in told:
        # Minutes may stand behind a presenter or a stage too; behind a question they could be part of it.
        said, minutes = (words[1:], None) if words[0] == "?" else _timed(words[1:])
        if words[0] == "?" and not question:
            question = said
        elif words[0] == "@" and not presenter:
            presenter, late = said, late or minutes
        elif words[0] == "#" and not stage and _stage(said):
            stage, late = _stage(said), late or minutes
        else:
            head = f"{head} {words}".strip()
    pinned, head = _pinned(head)
    title, minutes = _timed(head)
    return AgendaLine(title, minutes or late, question, _kind(title), stage, pinned, presenter)


def _pinned(head: str) -> tuple[str | None, str]:
    found = re.compile(_CLOCK, re.IGNORECASE).match(head)
    if not found or found.end() == len(head):
        return None, head
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{found[2]}", head[found.end() :].lstrip("-–— ")


def _timed(head: str) -> tuple[str, int | None]:
    """Title and minutes; a number that leaves no title, or no time that a day could hold, is part of the title."""
    found = re.compile(_LENGTH, re.IGNORECASE).search(head)
    if not found or not head[: found.start()].strip():
        return head, None
    hours = 0.5 if found["hours"] == "½" else float((found["hours"] or "0").replace(",", "."))
    minutes = round(hours * 60) + int(found["rest"] or found["minutes"] or 0)
    return (head[: found.start()].rstrip(" ,-–—"), minutes) if 0 < minutes <= _DAY else (head, None)


def _kind(title: str) -> ItemKind:
    words = set(re.findall(r"\w+", fold(title))[:2])
    if words & _BUFFERS:
        return ItemKind.BUFFER
    return ItemKind.BREAK if words & _BREAKS else ItemKind.ITEM


def _stage(words: str) -> Stage | None:
    """A stage by its name or how it begins."""
    fitting = [stage for stage in Stage if words and stage.value.startswith(fold(words).replace(" ", "-"))]
    return fitting[0] if len(fitting) == 1 else None
