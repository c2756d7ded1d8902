"""Schedules in YAML as conference sites have them: days with lists of things that have times."""

import re
from dataclasses import replace

from facilitator.domain.fault_words import sentence
from facilitator.exchange.agendas.blocks import plain
from facilitator.exchange.agendas.clocks import Clock
from facilitator.exchange.agendas.columns import role_of
from facilitator.exchange.agendas.durations import column_seconds, minutes_text
from facilitator.exchange.agendas.labels import Label, label
from facilitator.exchange.agendas.people import split_presenter
from facilitator.exchange.agendas.shapes import AgendaError, Contradiction, Draft, Frame, Row
from facilitator.exchange.agendas.stages import kind_of
from facilitator.exchange.agendas.words import DATE, day_label, only_a_date
from facilitator.exchange.agendas.yaml_fields import Fields, fields_of, flat, saying_more, title_of
from facilitator.exchange.agendas.yaml_values import Value, load

LONGEST_MINUTES = 600
_UNTITLED = "an entry without a title"

_HOLDERS = frozenset(
    [
        "agenda",
        "items",
        "schedule",
        "program",
        "programme",
        "sessions",
        "slots",
        "timeslots",
        "events",
        "entries",
        "topics",
        "timetable",
        "rundown",
    ]
)
_DAY_KEYS = frozenset(("date", "day", "datereadable", "datum", "tag", "weekday", "name", "title", "label"))


def read_yaml(text: str, draft: Draft) -> None:
    """Fill the draft with the items of a YAML file."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("#"):
            draft.why[number] = "a comment"
        elif re.fullmatch(r"[-{}\[\],\s]++|\s*+\.\.\.\s*+", line):
            draft.placed.add(number)
    for document in load(text):
        _walk(document, draft, None)
    if not draft.rows:
        for document in load(text):
            _untimed(document, draft)


def _walk(value: Value, draft: Draft, day: str | None, *, listed: bool = False) -> None:
    """Go down to the lists that hold items, keeping the day that is spoken of on the way."""
    if value.kind == "text":
        if listed and (told := label(value.text)) and not told.bare:
            _line(value, told, draft, day)
        return
    if value.kind == "list":
        siblings = any(_timed(part) for part in value.parts) or any(_speaks(part) for part in value.parts)
        for part in value.parts:
            if part.kind == "mapping" and siblings and (heads := _day_entry(part)):
                day = heads
                draft.placed.update(part.lines())
            elif part.kind == "mapping" and siblings and not _holds_items(part):
                _item(part, draft, day)
            else:
                _walk(part, draft, day, listed=True)
        return
    _mapping(value, draft, day)


def _day_entry(value: Value) -> str | None:
    """The day of an entry that has no title and no time but a date: it heads the entries after it."""
    fields = fields_of(value)
    when = fields.text("time") or fields.text("day") or fields.text("start")
    untitled = "title" not in fields.by_role and "name" not in fields.by_role
    return day_label(when) if untitled and when and only_a_date(when) else None


def _mapping(value: Value, draft: Draft, day: str | None) -> None:
    if _clock_keys(value):
        for key, content in value.pairs():
            told = label(key.text, loose=True)
            if told and content.kind == "mapping":
                _item(content, draft, day)
                if draft.rows and draft.rows[-1].line == content.line:
                    lines = (*key.lines(), *draft.rows[-1].lines)
                    draft.rows[-1] = replace(draft.rows[-1], line=key.line, lines=lines, start=told.start, end=told.end)
                    draft.placed.update(lines)
            elif told and (title := plain(" · ".join(flat(content)))):
                draft.rows.append(_row(key.line, (*key.lines(), *content.lines()), title, told, day))
                draft.placed.update(draft.rows[-1].lines)
        return
    if _timed(value) and not _holds_items(value):
        _item(value, draft, day)
        return
    day = _own_day(value) or day
    _frame(value, draft, day)
    for key, content in value.pairs():
        if _any_timed(content):
            draft.placed.add(key.line)
            named = day_label(key.text) if len(value.parts) > 2 or key.text.lower() not in _HOLDERS else None
            inside = day or named or (key.text if content.kind == "list" and _years(value) else None)
            _walk(content, draft, named or inside)
        elif content.kind == "text" and role_of(key.text) in ("title", "name", "day", "start", "number"):
            draft.placed.update((*key.lines(), *content.lines()))
            if role_of(key.text) in ("title", "name") and draft.title is None and not day_label(content.text):
                draft.title = plain(content.text)


def _own_day(value: Value) -> str | None:
    """The day that a mapping of items is: by its date, its name, or its start."""
    texts = [(key.text.lower(), content.text) for key, content in value.pairs() if content.kind == "text"]
    dates = [text for key, text in texts if key in _DAY_KEYS or role_of(key) in ("day", "start")]
    # "Week 2, Day 1" begins on another date than "Week 1, Day 1".
    for text in sorted(dates, key=lambda text: not DATE.search(text)):
        if found := day_label(text):
            return found
    return next((text.lower() for key, text in texts if key in ("day", "date", "weekday") and text), None)


def _frame(value: Value, draft: Draft, day: str | None) -> None:
    fields = fields_of(value)
    start = _moment(fields.text("start") or fields.text("time"))
    if start and any(_any_timed(content) for _, content in value.pairs()):
        draft.frames.append(Frame(value.line, start, _moment(fields.text("end")), day))


def _item(value: Value, draft: Draft, day: str | None) -> None:
    fields = fields_of(value)
    told, more = _told(fields, draft, value), tuple(saying_more(fields, value))
    title, presenter = split_presenter(title_of(fields))
    if not title:
        draft.why.update(dict.fromkeys(value.lines(), _UNTITLED))
        return
    lines = tuple(line for line in value.lines() if draft.why.get(line) != "a comment")
    row = _row(value.line, lines, title, told or Label(""), _day_of(fields) or day)
    notes = [f"{key}: {text}" for key, other in fields.others if (text := " · ".join(flat(other)))]
    if (kind := plain(fields.text("kind"))) and kind.lower() not in title.lower() and kind_of("", kind) == "item":
        notes.append(kind)
    named = {one.says for one in draft.named}
    notes += [f"{key}: {text}" for key, text in more if not any(f"“{text}”" in says for says in named)]
    draft.rows.append(
        replace(
            row, presenter=plain(fields.text("presenter")) or presenter,
            question=plain(fields.text("question")) or None,
            kind=fields.text("kind") or None, stage=fields.text("stage") or None, notes=tuple(map(plain, notes)),
        )
    )  # fmt: skip
    draft.placed.update(lines)


def _row(line: int, lines: tuple[int, ...], title: str, told: Label, day: str | None) -> Row:
    return Row(line, title, told.start, told.end, told.until, told.seconds, day=day, lines=lines, says=told.says)


def _line(value: Value, told: Label, draft: Draft, day: str | None) -> None:
    title, presenter = split_presenter(plain(told.rest))
    if not title:
        draft.why.update(dict.fromkeys(value.lines(), _UNTITLED))
        return
    draft.rows.append(replace(_row(value.line, value.lines(), title, told, day), presenter=presenter))
    draft.placed.update(value.lines())


def _told(fields: Fields, draft: Draft, value: Value) -> Label | None:
    time = label(DATE.sub(" ", fields.text("time")), loose=True) or Label("")
    start = _moment(fields.text("start")) or time.start or _moment(fields.text("time")) or _moment(fields.text("day"))
    told = replace(time, start=start, end=_moment(fields.text("end")) or time.end)
    if "duration" in fields.by_role:
        told = replace(told, seconds=_duration(fields, draft, value) or told.seconds)
    for role, read in (("time", time.start or time.end or time.seconds), ("start", start), ("end", told.end)):
        if (text := fields.text(role).strip()) and not read and not DATE.search(text):
            line = next(key.line for key, content in value.pairs() if content is fields.by_role[role])
            draft.named.append(Contradiction(line, f"“{text[:60]}” is no time"))
    return told


def _duration(fields: Fields, draft: Draft, item: Value) -> int | None:
    value = fields.by_role["duration"]
    text = fields.text("duration").strip()
    key = next(key for key, content in item.pairs() if content is value)
    seconds = column_seconds(text)
    if key.text.lower() in ("minutes", "minuten") and text and not (seconds and seconds <= LONGEST_MINUTES * 60):
        raise AgendaError(sentence("IMP", name=key.text, most=LONGEST_MINUTES, found=text[:40]), key.line)
    if text and seconds is None:
        draft.named.append(Contradiction(key.line, f"“{text[:60]}” is no duration"))
    told = label(text, loose=True)
    draft.named += [Contradiction(key.line, says) for says in (told.says if told and seconds else ())]
    if seconds and re.fullmatch(r"\d{4,}", text):
        draft.named.append(Contradiction(key.line, f"“{text}” is taken as {minutes_text(seconds)}"))
    return seconds


def _moment(text: str) -> Clock | None:
    """The clock time of "9:00", "2027-05-03T09:00Z" or "2027-05-03-0900"."""
    time = DATE.sub(" ", text).replace("T", " ").strip(" -")
    read = label(re.sub(r"[+-]\d{2}:?\d{2}$|Z$", "", time).strip(), loose=True) if time else None
    return read.start if read else None


def _day_of(fields: Fields) -> str | None:
    text = fields.text("day").strip()
    if text:
        moment = DATE.search(text)
        return moment[0] if moment else day_label(text) or text.lower()[:40]
    found = DATE.search(fields.text("start")) or DATE.search(fields.text("time"))
    return found[0] if found else None


def _speaks(value: Value) -> bool:
    return value.kind == "text" and bool((told := label(value.text)) and not told.bare)


def _timed(value: Value) -> bool:
    """Say whether a mapping has a time or a duration of its own."""
    if value.kind != "mapping":
        return False
    roles = {role_of(key.text): content for key, content in value.pairs() if key.kind == "text"}
    if any(
        role in roles and roles[role].text
        for role in ("end", "duration", "time", "start")
        if roles.get(role, value).kind == "text"
    ):
        return True
    return "day" in roles and roles["day"].kind == "text" and bool(_moment(roles["day"].text))


def _holds_items(value: Value) -> bool:
    """Say whether a mapping is a day with items in it rather than an item with details."""
    roles = {role_of(key.text) for key, content in value.pairs() if key.kind == content.kind == "text"}
    if roles & {"duration", "time"}:
        return False
    lists = [content for _, content in value.pairs() if content.kind != "text"]
    return any(_any_timed(content) for content in lists)


def _any_timed(value: Value) -> bool:
    if value.known is None:
        value.known = _timed(value) or (value.kind == "mapping" and _clock_keys(value)) or any(
            _any_timed(part) or (value.kind == "list" and _speaks(part)) for part in value.parts
        )  # fmt: skip
    return value.known


def _clock_keys(value: Value) -> bool:
    keys = [key.text for key, _ in value.pairs()]
    return len(keys) > 1 and all(
        len(key) < 24 and (told := label(key, loose=True)) and told.start and told.bare for key in keys
    )


def _years(value: Value) -> bool:
    keys = [key.text for key, content in value.pairs() if content.kind == "list"]
    return len(keys) > 1 and all(re.fullmatch(r"\d{4}|[\w ]{1,20}", key) for key in keys)


def _untimed(value: Value, draft: Draft, day: str | None = None) -> None:
    """Take the titles under a key such as "agenda" where nothing in the file has a time."""
    for key, content in value.pairs() if value.kind == "mapping" else ():
        if key.text.lower() in _HOLDERS and content.kind == "list":
            for part in content.parts:
                if part.kind == "mapping":
                    _item(part, draft, day)
                elif part.kind == "text" and part.text.strip():
                    _line(part, Label(part.text), draft, day)
            draft.placed.add(key.line)
        else:
            _untimed(content, draft, day)
    for part in value.parts if value.kind == "list" else ():
        _untimed(part, draft, day)
