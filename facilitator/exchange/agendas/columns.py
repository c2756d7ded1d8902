"""What the columns of a table hold, by their headings or, without headings, by what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.exchange.agendas.clocks import clocks, ranges
from facilitator.exchange.agendas.durations import column_seconds
from facilitator.exchange.agendas.words import day_label

_NAMES = {
    "start": "start starts begin begins from beginning beginn von anfang ab début debut inicio desde de начало "
    "startzeit "
    "starttime time_start timestart start_time begintime startsat dtstart с",
    "end": "end ends finish stop to until ende bis fin hasta à конец endtime end_time timeend time_end endzeit "
    "endsat dtend по",
    "time": "time times when slot timeslot uhrzeit zeit hora heure horaire horario время clock hour hours zeitraum "
    "timing schedule timings",
    "duration": "duration length dur min mins minute minutes dauer minuten durée duree duración duracion "
    "timebox zeitrahmen "
    "zeitbedarf длительность allotted allocation minutos allocated zeitbudget",
    "title": "title titel titre título titulo название topic topics thema themen thème tema тема "
    "наименование subject headline betreff",
    "name": "session sessions talk item items agenda activity activities aktivität activité name event what "
    "was programmpunkt "
    "tagesordnungspunkt tagesordnung inhalt punkt task presentation segment summary description programme "
    "content inhalte contenu contenido "
    "module modul block blocks unit lesson lessons slot step actividad пункт содержание мероприятие quoi",
    "presenter": "speaker speakers presenter presenters who host hosts owner owners lead leads leader champion "
    "champions facilitator "
    "verantwortlich verantwortliche wer referent referentin sprecher moderator moderation chair intervenant "
    "ponente responsable кто "
    "докладчик author presented responsible author(s)",
    "day": "day date datum tag jour día dia fecha дата day# days",
    "kind": "type kind тип формат category categories art format kategorie timer",
    "question": "question decide decision frage entscheidung pregunta вопрос",
    "stage": "stage phase этап",
    "number": "nr no number # id index cue pos top №",
}
ROLES = {word: role for role, words in _NAMES.items() for word in words.split()}
_LENGTH = re.compile(r"[~≈(\[]{0,2}\d[\d\s.,:½+–-]*\s?[^\W\d_]{1,8}\.?[)\]]?")
_FIRST = (
    "duration",
    "end",
    "start",
    "title",
    "name",
    "time",
    "presenter",
    "day",
    "question",
    "kind",
    "stage",
    "number",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, by index, and the heading of each for the notes."""

    roles: tuple[str | None, ...]
    heads: tuple[str, ...]

    def of(self, role: str) -> int | None:
        """The first column of a role."""
        return self.roles.index(role) if role in self.roles else None

    @property
    def timed(self) -> bool:
        """True when a column holds times or durations."""
        return any(role in self.roles for role in ("start", "end", "time", "duration"))


def role_of(head: str) -> str | None:
    """What a column, or a key of a file, holds by its name: "Time Start", "Speakers/Champions", "startTime"."""
    if len(head) > 40:
        return None
    spaced = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", head)
    words = [word for word in re.split(r"[^\w#№]+|_", spaced.lower()) if word]
    if not words or len(words) > 5:
        return None
    if (joined := ROLES.get("".join(words))) and joined in ("start", "end"):
        return joined
    roles = [role for word in words if (role := ROLES.get(word) or (word != "tags" and ROLES.get(word.rstrip("s"))))]
    if "time" in roles and any(word in ("min", "mins", "minutes", "minuten", "needed", "box") for word in words):
        return "duration"
    return next((role for role in _FIRST if role in roles), None)


def headed(cells: Sequence[str], *, first: bool = False) -> Columns | None:
    """The columns of a table by its row of headings; None when this row is none. `first` where it opens the table."""
    roles: list[str | None] = [role_of(cell) for cell in cells]
    known = [role for role in roles if role and role != "number"]
    filled = [cell.strip() for cell in cells if cell.strip()]
    short = first and len(filled) > 1 and all(len(cell) < 30 and not re.search(r"\d", cell) for cell in filled)
    few = len(set(known)) < 2 and len(filled) > 1 and "time" not in known
    if not known or (few and not (short and known[0] in ("duration", "start"))):
        return None
    if any(len(cell) < 40 and _says_when(cell) for cell in cells) or not any(
        role in ("start", "time", "duration", "title", "name", "end") for role in known
    ):
        return None
    return Columns(_single(roles), tuple(cell.strip() for cell in cells))


def _says_when(cell: str) -> bool:
    return bool(
        clocks(cell) or ranges(cell) or re.match(r"\d{1,2}\.\d\d\s?[-–]", cell) or _LENGTH.fullmatch(cell.strip())
    )


def day_columns(columns: Columns) -> dict[int, str]:
    """Which columns hold a day each, by their headings ("Monday", "Day 2"); none where fewer than two do."""
    days = {
        place: label
        for place, (head, role) in enumerate(zip(columns.heads, columns.roles, strict=True))
        if role in (None, "day") and len(head) < 40 and (label := day_label(head))
    }
    return days if columns.timed and len(set(days.values())) == len(days) > 1 else {}


def headed_by_days(cells: Sequence[str]) -> Columns | None:
    """The columns of a table whose first column has no heading and whose others are days."""
    columns = Columns(("time", *(None for _ in cells[1:])), tuple(cell.strip() for cell in cells))
    return columns if not any(letter.isalpha() for letter in cells[0]) and day_columns(columns) else None


def guessed(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a table without headings, by what most of their cells hold."""
    width = max((len(row) for row in rows), default=0)
    roles: list[str | None] = [None] * width
    for column in range(width):
        cells = [row[column].strip() for row in rows if column < len(row) and row[column].strip()]
        roles[column] = _holds(cells, roles)
    if not any(roles):
        return None
    texts = [i for i, role in enumerate(roles) if role is None]
    if texts:
        roles[max(texts, key=lambda i: (_length(rows, i) > 0, -i))] = "title"
    return Columns(_single(roles), ("",) * width)


def _holds(cells: list[str], before: Sequence[str | None]) -> str | None:
    if not cells:
        return None
    enough = 0.6 * len(cells)
    if sum(len(cell) < 30 and bool(ranges(cell, loose=True)) for cell in cells) >= enough and "time" not in before:
        return "time"
    if sum(len(cell) < 26 and bool(re.search(r"\d[:.h]\d\d|\d[ap]m?\b|^\d{4}$", cell)) for cell in cells) >= enough:
        return "start" if "start" not in before else "end" if "end" not in before else None
    if (
        sum(len(cell) < 16 and column_seconds(cell) is not None for cell in cells) >= enough
        and "duration" not in before
    ):
        digits = [cell.rstrip(".") for cell in cells if cell.rstrip(".").isdigit()]
        counted = len(digits) > 1 and digits == [str(number) for number in range(1, len(digits) + 1)]
        return "number" if counted else "duration"
    return None


def _single(roles: list[str | None]) -> tuple[str | None, ...]:
    """Keep the first column of each role; a start beside a time column is the start."""
    seen: set[str] = set()
    kept: list[str | None] = []
    for role in roles:
        kept.append(role if role and role not in seen else None)
        seen.add(role or "")
    if "title" in kept and "name" in kept:
        kept[kept.index("name")] = None
    return tuple("title" if role == "name" else role for role in kept)


def _length(rows: Sequence[Sequence[str]], column: int) -> int:
    return sum(len(row[column]) for row in rows if column < len(row))
