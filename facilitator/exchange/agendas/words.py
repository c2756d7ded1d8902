"""The words that structure an agenda: dates, sections that are no agenda, labels of hours, ends, totals."""

import re

_MONTH = (
    r"jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]vr?(?:ier)?|m(?:ar(?:ch|s)?|ärz|arzo)|apr(?:il)?|avril"
    r"|abril|ma[iy]o?"
    r"|june?i?|juin|junio|july?i?|juillet|julio|aug(?:ust)?|août|agosto|sep(?:t(?:ember|embre)?)?"
    r"|o[ck]t(?:ober|obre|ubre)?"
    r"|nov(?:ember|embre|iembre)?|de[cz](?:ember|iembre)?|déc(?:embre)?|января|февраля|марта|апреля|мая|июня|июля"
    r"|августа|сентября|октября|ноября|декабря"
)
_WEEKDAY = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница"
    r"|суббота"
    r"|воскресенье"
)
_ORDINAL = r"one|two|three|four|five|six|seven|eins|zwei|drei|vier|fünf|un|deux|trois|uno|dos|tres|\d{1,2}|i{1,3}"
NUMBERED_DAY = re.compile(
    rf"\b(?:day|tag|jour|journée|d[ií]a|day\s?#|день|giorno|dag|hari|dzień)[\s:#-]{{0,2}}({_ORDINAL})(?!\w)", re.I
)
ORDINAL_DAY = re.compile(r"\b(first|second|third|fourth|fifth|\d{1,2}(?:st|nd|rd|th|\.))\s(?:day|tag|jour)(?!\w)", re.I)
DATE = re.compile(
    rf"\b(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?(?!\d)"
    rf"|(?<![\d/])\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d/])"
    rf"|(?<!\w)\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s?(?:of\s|de\s)?(?:{_MONTH})\.?(?!\w)(?:,?\s(?:de\s)?\d{{4}})?"
    rf"|(?<!\w)(?:{_MONTH})\.?\s?\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?![\w:])(?:,?\s\d{{4}})?)",
    re.I,
)
WEEKDAY = re.compile(rf"\b(?:{_WEEKDAY})s?\.?(?!\w)", re.I)

_DAY_FIRST = re.compile(
    rf"(?:the\s)?(?:{NUMBERED_DAY.pattern}|(?:{WEEKDAY.pattern})?[\s,]{{0,2}}(?:(?:the|den|le|el)\s)?(?:{DATE.pattern})?"
    rf"[\s,]{{0,2}}(?:\({WEEKDAY.pattern}\))?)\s{{0,2}}(?:[:–—|(,-]|$)",
    re.I,
)

_AGENDA = re.compile(
    r"\b(?:agenda|schedule|program(?:me|ma)?|timetable|time\s?table|tagesordnung|ablauf(?:plan)?|zeitplan"
    r"|run(?:ning)?"
    r"\s(?:order|sheet)|rundown|itinerary|tops?|tagesordnungspunkte|ordre\sdu\sjour|orden\sdel\sdía"
    r"|повестка(?:\sдня)?"
    r"|расписание|программа)(?!\w)|top-vorschläge",
    re.I,
)
_NOTES = re.compile(
    r"(?:(?:meeting|session|raw|discussion|detailed|call)\s)?(?:notes|minutes|protokoll|mitschrift"
    r"|compte[\s-]rendu|acta)"
    r"(?:\s(?:of|from|vom|taken|zur|der|aus)\b.*|\s*[:.]?)|.*\bmeeting\s(?:notes|minutes)\s*"
    r"|.*tatsächliche\sprotokoll.*|"
    r"протокол",
    re.I,
)
_ASIDE = re.compile(
    r"(?:.*\b(?:logistics|travel|getting\sto|parking|hotels?|venue|arrival|accommodations?)\b.*"
    r"|(?:key\s)?(?:location|ort|lieu"
    r"|(?:opening|office|business)\shours|öffnungszeiten|horaires?\sd['’]ouverture|horario\sde\sapertura"
    r"|contact|organi[sz]ers?|attendees?|attendance|attending|participants?|present|teilnehmer\w*|anwesen\w*"
    r"|apologies"
    r"|entschuldigt|registration|social(?:\sevents?)?|room\ssetup.*|code\sof\sconduct|table\sof\scontents"
    r"|dates\sand\slocations.*|schedule\sconstraints|action\sitems|actions|resolutions|next\smeeting"
    r"|pre-?reads?|sponsors?"
    r"|future\smeetings?|agenda\sitems\sfor\sfuture.*|previous\sminutes))\s*[:.]?",
    re.I,
)
_WHEN = re.compile(
    r"(?:(?:date|day|meeting|start(?:ing)?|end(?:ing)?|session|event)s?\s?(?:and|&|/|\+)?\s?)?(?:times?"
    r"|timings?|hours|when|dates?"
    r"|days?|datum|zeit|uhrzeit|wann|termin|beginn|ende|start|end|startzeit|endzeit|heure|horaires?|horario"
    r"|hora|fecha|время"
    r"|дата|datum\s(?:und|&)\suhrzeit|zeitraum|doors(?:\sopen)?|time\szone)\s*(?:\([^)]*\))?\s*[:.–-]?\s*",
    re.I,
)
_DEADLINE = re.compile(
    r"\W*+(?:\w[\w-]*\s(?:[\w-]+\s){0,2})?(?:deadline|due|closes|frist|(?:anmelde|einsende|redaktions)schluss|échéance|plazo|срок)\b",
    re.I,
)
_HOURS = re.compile(
    r"(?:(?:date|day)s?\s?(?:and|&|/)\s?)?(?:times?|timings?|hours|when|(?:uhr)?zeit(?:en)?|horaires?|horarios?|время)\W*",
    re.I,
)
_HOW_LONG = re.compile(
    r"(?:time\s?box|duration|length|dauer|zeitbedarf|zeit|time|estimated\stime|time\sneeded|durée|duración"
    r"|minutes|minuten|"
    r"allotted|время|длительность)\s*[:=–-]?\s*",
    re.I,
)
_END = re.compile(
    r"(?:the\s)?(?:end|ende|ends|finish|fin|fine|close|schluss|adjourn(?:ment|ed)?|feierabend|fertig|fini|конец"
    r"|close\sof\s(?:the\s)?day|end\sof\s(?:the\s|our\s)?[\w-]+(?:\s[\w-]+)?(?:\s?[,(:–—-].*)?"
    r"|(?:\w+\s)?(?:day|meeting|workshop|event|conference|program(?:me)?)(?:\s\w+)?\s(?:ends|closes|is\sover)"
    r"|ende\sde[rs]\s[\w-]+|(?:[\w-]+\s){0,2}adjourn(?:s|ed|ment)?|(?:sitzungs|veranstaltungs|workshop)ende"
    r"|fin\sde\s(?:la\s)?(?:journée|réunion)|fin\sdel?\s(?:la\s)?(?:día|jornada|reunión|taller)"
    r"|завершение\s(?:дня|работы)|окончание(?:\s\w+)?|(?:all\s)?done(?:[\s,;–-].{0,40})?)\W*",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:subject|betreff|objet|asunto|oggetto|тема|title|titel|titre|título)\s?:\s*(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)*(\S.*)",
    re.I,
)
_TOTAL = re.compile(
    r"(?:(?:grand|sub)?-?\s?total|sum(?:me)?|gesamt(?:zeit|dauer|summe)?|total\s(?:time|duration|minutes)"
    r"|insgesamt|итого|всего"
    r"|zusammen)\s*[:=]?",
    re.I,
)
_TOP = re.compile(
    r"(?:TOP|Punkt|Item|Agenda\sitem|Session|Part|Teil|Point|Пункт)\s?#?\d{1,3}(?:\.\d{1,2})?[a-z]?\b"
    r"|\*{0,2}(?:Topic|Agenda\sitem|Thema|Tema|Sujet)\s?:\*{0,2}\s*\S",
    re.I,
)
_CONTINUES = re.compile(
    r".*\b(?:previous|prior)\b.*\bcontinue[sd]?\b.*|\(?(?:cont(?:inue[sd]|'d|\.)?|fortsetzung)\)?\.?", re.I
)

_JOINS = re.compile(
    r"\b(?:on|from|at|the|of|am|den|dem|der|vom|von|bis|to|um|le|el|und|and|et|y|uhr|all\stimes|local|time|st|nd|rd"
    r"|th|\d{4})(?!\w)",
    re.I,
)
_ZONE = re.compile(r"\b(?:utc|gmt|cet|cest|[pecm][sd]?t|bst|ist|jst|pacific|eastern|central)(?:[+-]\d+)?(?!\w)", re.I)


def day_label(text: str) -> str | None:
    """The day that a heading speaks of, as a comparable label; None when it speaks of none."""
    if len(text) > 160:
        return None
    if match := NUMBERED_DAY.search(text) or ORDINAL_DAY.search(text):
        return "day " + _ordinal(match[1].lower())
    dates = DATE.findall(text)
    # SAT in the middle of a title is no Saturday.
    weekdays = [
        day for day in WEEKDAY.findall(text) if not (len(day.rstrip(".")) == 3 and day.isupper()) or text.isupper()
    ]
    if len(dates) == 1:
        return " ".join(re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", dates[0].lower()).split())
    if len(weekdays) > 1 and not dates and only_a_date(text):
        return " ".join(day.lower()[:3] for day in weekdays)
    return weekdays[0].lower()[:3] if len(weekdays) == 1 and not dates else None


def undated(text: str) -> str:
    """Take days, dates, time zones and the words that join them out of a text."""
    text = text[:300]
    for pattern in (NUMBERED_DAY, ORDINAL_DAY, WEEKDAY, DATE, _JOINS, _ZONE):
        text = pattern.sub(" ", text)
    return text


def only_a_date(text: str) -> bool:
    """True when nothing remains of a text but a day, a date, a time zone or a word that joins them."""
    return not re.search(r"[^\W_]", undated(text))


def begins_with_a_day(text: str) -> bool:
    """True for "Oct 31 - Introduction" and "Monday: numbers"; what stands below is on that day."""
    match = _DAY_FIRST.match(text) if len(text) < 160 else None
    return bool(match and day_label(match[0]))


def has_date(text: str) -> bool:
    """True when a calendar date stands in the text."""
    return bool(DATE.search(text[:300]))


def is_agenda(text: str) -> bool:
    """True for a heading that announces the agenda."""
    return len(text) < 200 and bool(_AGENDA.search(text))


def announces_agenda(text: str) -> bool:
    """True for a title that ends or begins with the agenda: "Workshop agenda", "Agenda for the board"."""
    found = _AGENDA.search(text)
    return found is not None and (found.start() == 0 or not re.search(r"\w", text[found.end() :]))


def subject(text: str) -> str | None:
    """What a mail is about, by its line "Subject: Strategy day"."""
    match = _SUBJECT.fullmatch(text.strip()) if len(text) < 200 else None
    return match[1].strip() if match else None


def is_notes(text: str) -> bool:
    """True for a heading under which the minutes of the meeting follow, not its agenda."""
    return _whole(_NOTES, text)


def is_aside(text: str) -> bool:
    """True for a heading of rooms, people and travel."""
    return len(text) < 60 and _whole(_ASIDE, re.sub(r"^[^\w(]+", "", text))


def is_when(text: str) -> bool:
    """True for a label such as "Date and time:"; what follows are the hours of a day, not an item."""
    if len(text) > 120:
        return False
    if all(_WHEN.fullmatch(part.strip()) for part in re.split(r"[,;/&:\s]+", text) if part.strip()):
        return True
    label, colon, rest = text.partition(":")
    return bool(_WHEN.fullmatch(text.strip()) or (colon and _WHEN.fullmatch(label.strip()) and only_a_date(rest)))


def is_deadline(text: str) -> bool:
    """True for a line that says by when something must be in: it begins no day."""
    return bool(_DEADLINE.match(text))


def is_hours(text: str) -> bool:
    """True for a heading such as "Times:", under which the hours of each day stand."""
    return _whole(_HOURS, text)


def is_how_long(text: str) -> bool:
    """True for a label such as "Duration:"."""
    return _whole(_HOW_LONG, text)


def is_end(text: str) -> bool:
    """True for a line that only says that the day is over."""
    return _whole(_END, text)


def is_total(text: str) -> bool:
    """True for a line that adds up the others."""
    return _whole(_TOTAL, text)


def is_top(text: str) -> bool:
    """True for a line that is numbered as an item of an agenda: "TOP 3"."""
    return bool(_TOP.match(text))


def continues(text: str) -> bool:
    """True for a cell that only says that the thing above goes on."""
    return _whole(_CONTINUES, text)


def _whole(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) < 120 and bool(pattern.fullmatch(text.strip()))


def _ordinal(word: str) -> str:
    names = (
        "one eins un uno first i,two zwei deux dos second ii,three drei trois tres third iii,"
        "four vier fourth,five fünf fifth"
    )
    for number, group in enumerate(names.split(","), 1):
        if word in group.split():
            return str(number)
    return re.sub(r"\D", "", word) or word
