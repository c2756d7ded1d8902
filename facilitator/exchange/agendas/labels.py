"""The time that a line carries as its label: at its start, at its end, or in brackets; never in mid-sentence."""

import re
from dataclasses import dataclass, replace

from facilitator.exchange.agendas.clocks import Clock, Found, clocks, ranges
from facilitator.exchange.agendas.durations import OTHER_LENGTH, Length, lengths
from facilitator.exchange.agendas.words import DATE, NUMBERED_DAY, WEEKDAY

LONGEST_LINE, LONGEST_LABEL = 2000, 300
SHORTEST = 60

_HIDDEN = re.compile(
    r"\b(?:https?://[^\s()<>]+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+|v\d+(?:\.\d+)*)|#\d+|\+\d[\d\s-]{6,20}", re.I
)
_NUMBERED = re.compile(
    r"\b(?:TOP|Session|Part|Teil|Block|Item|Room|Raum|Track|Talk|Phase|Module|Level|Step|Round|Runde|Group|Week|Woche|Chapter)"
    r"\s#?\d{1,3}(?:\.\d)?(?![\d:])",
    re.I,
)
_MAY_HOLD = re.compile(r"\d|[½¼¾]|noon|midnight|midday|hour|stunde|heure|hora|час|minut|мин", re.I)
_UNTIL = re.compile(r"(?:ends?\s)?(?:until|till|til|bis|ends?(?:\sat)?|hasta|jusqu'à|до)\s{0,2}:?\s{0,2}$", re.I)
_NOT_BEFORE = re.compile(
    r"\b(?:at|by|before|after|every|within|last|past|than|in|over|under|per|since|prior\sto|no\searlier\sthan|gegen|vor|nach"
    r"|alle|seit|innerhalb|until|about|next|for|um|ab|each|opens|closes|of|with|the|joined|left)\s{0,2}$",
    re.I,
)
_NOT_AFTER = re.compile(
    r"\s{0,2}(?:per|a\sweek|a\sday|ago|later|walk|each|limit|every|early|earlier|late|away|from\sthe|from\shere|before|after|notice"
    r"|delay|pro|je|vorher|später|drive|ride|of|on\sfoot|old|prior|beforehand|in\sadvance|rule|windows?|intervals?)(?!\w)",
    re.I,
)
# Nothing is given back: what stands between the parts of both is in more than one of their sets.
_LEAD = re.compile(
    r"[\s*_~`\[(|>•·–—-]*+(?:(?:\d{1,3}|[a-z])[.)]\s)?[\s*_~`\[(<]*+(?:time|zeit|when|uhrzeit|from|von|at|um|ab)?\s*+:?[\s*_(\[]*+",
    re.I,
)
_TAIL = re.compile(
    r"[\s*_~`\])|:.,;?!–—-]*+(?:(?:uhr|utc|gmt|cet|cest|[pecm][sd]?t|pacific|eastern|central)(?:[+-]\d+)?(?:\stime)?)?[\s*_\])|:.,;?!–—-]*+"
    r"(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\])?[\s*_\])|:.,;]*+",
    re.I,
)
_ITALIC = re.compile(r"(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])")
_BETWEEN = re.compile(r"(\S.{0,120}?\S)\s+[-–—|]\s+([^-–—|()]{1,24}?)\s+[-–—|]\s+([^-–—|()]{2,60})$")
_SPLIT = re.compile(r"(?:[-–—:|,;·(\[/*_=→>]|\s{2,}|\t|\.)\s*(?:\*\*|__)?\s*$")
_OPEN = re.compile(r"[(\[{][^()\[\]{}]*$")
_CLOSE = re.compile(r"[^()\[\]{}]*[)\]}]")


@dataclass(frozen=True, slots=True)
class Label:
    """What a line says of its time, and the text that is left when it is taken out."""

    rest: str
    start: Clock | None = None
    end: Clock | None = None
    until: Clock | None = None
    seconds: int | None = None
    says: tuple[str, ...] = ()
    leads: bool = False

    @property
    def bare(self) -> bool:
        """True when the line says nothing but a time."""
        return not re.search(r"[^\W_]", self.rest)


@dataclass(frozen=True, slots=True)
class _Token:
    begin: int
    end: int
    clock: Found | None = None
    length: Length | None = None
    until: bool = False


def label(text: str, *, loose: bool = False, digits: bool = False) -> Label | None:
    """Read the time label of one line; `loose` where a column or a key says that it is a time.

    `digits` where the text around it writes 0900, so that 1400 is a time too.
    """
    if len(text) > LONGEST_LINE or not (loose or _MAY_HOLD.search(text)):
        return None
    text = _tail_first(text)
    hidden = _HIDDEN.sub(lambda m: "§" * len(m[0]), _ITALIC.sub(lambda m: " " * len(m[0]), text))
    if len(hidden) - hidden.count("§") > LONGEST_LABEL:
        return None
    for pattern in (DATE, NUMBERED_DAY, _NUMBERED):
        hidden = pattern.sub(lambda m: "§" * len(m[0]), hidden)
    tokens = _tokens(hidden, loose, digits)
    bare = _blanked(hidden, tokens)
    kept = [token for token in tokens if loose or _is_label(hidden, token, bare)]
    if not kept:
        return None
    return _told(text, kept)


def _tail_first(text: str) -> str:
    """Put "Bets - 10 min - Priya" as "Bets (Priya) - 10 min", so that the time stands at the end."""
    match = _BETWEEN.match(text)
    found = lengths(match[2]) if match else []
    if not match or len(found) != 1 or found[0].end - found[0].begin < len(match[2]) - 1:
        return text
    return f"{match[1]} ({match[3].strip()}) - {match[2]}"


def _tokens(text: str, loose: bool, digits: bool) -> list[_Token]:
    """Find ranges first, then durations, then single clocks, each in what the ones before have left."""
    tokens = [_Token(found.begin, found.end, clock=found) for found in ranges(text, loose=loose)]
    text = _masked(text, tokens)
    found_lengths = [_Token(length.begin, length.end, length=length) for length in lengths(text)]
    text = _masked(text, found_lengths)
    for found in clocks(text, loose=loose, digits=digits):
        before = _UNTIL.search(text, max(0, found.begin - 16), found.begin)
        begin = before.start() if before else found.begin
        found_lengths.append(_Token(begin, found.end, clock=found, until=bool(before)))
    return sorted(tokens + found_lengths, key=lambda token: token.begin)


def _masked(text: str, tokens: list[_Token]) -> str:
    for token in tokens:
        text = text[: token.begin] + "§" * (token.end - token.begin) + text[token.end :]
    return text


def _is_label(text: str, token: _Token, bare: str) -> bool:
    """Say whether a time is the label of its line; `bare` is that line without any times."""
    before, after = text[: token.begin], text[token.end :]
    if token.length and token.length.seconds < SHORTEST:
        return False
    leads = bool(_LEAD.fullmatch(bare[: token.begin]))
    if _NOT_AFTER.match(after) and not (leads and token.clock and token.clock.stop):
        return False
    if leads:
        return True
    if _NOT_BEFORE.search(before[-24:]) or (token.length and re.search(r"\bvon\s*$", before[-8:], re.I)):
        return False
    if (opened := _OPEN.search(before[-120:])) and (closed := _CLOSE.match(after[:120])):
        prose = len(before.split()) > 14 and bool(re.search(r"[^\W\d]{3}[.!?]\s", before))
        return len((opened[0] + closed[0]).split()) <= 9 and not prose
    tail = _TAIL.fullmatch(WEEKDAY.sub("", bare[token.end :]))
    return bool(tail) and (bool(_SPLIT.search(before[-6:])) or _is_short(before))


def _is_short(before: str) -> bool:
    """Take "Welcome 10 min" as an item, and "We meet again in the big room 10:30" as a sentence."""
    words = before.split()
    return len(words) <= 8 and not before.rstrip().endswith((".", "!", "?")) and ". " not in before


def _blanked(text: str, tokens: list[_Token]) -> str:
    """Blank the times out of a text, so that "2:00-2:05 (5 min) - Check-in" leads with both."""
    for token in tokens:
        text = text[: token.begin] + " " * (token.end - token.begin) + text[token.end :]
    return text


def _told(text: str, tokens: list[_Token]) -> Label:
    told = Label(rest=_rest(text, _used(tokens)), leads=bool(_LEAD.fullmatch(text[: tokens[0].begin])))
    for token in tokens:
        told = _with(told, token)
    return told


def _used(tokens: list[_Token]) -> list[_Token]:
    """The tokens that say when the item is; a second clock in its text stays there."""
    clocks = [token for token in tokens if token.clock and not token.until]
    return [token for token in tokens if token not in clocks[1:]]


def _with(told: Label, token: _Token) -> Label:
    if token.length and told.seconds is None:
        says = (token.length.says,) if token.length.says else ()
        return replace(told, seconds=token.length.seconds, says=told.says + says)
    if token.clock and token.until and told.until is None:
        return replace(told, until=token.clock.start)
    if token.clock and told.start is None:
        return replace(told, start=token.clock.start, end=token.clock.stop)
    return told


def _rest(text: str, tokens: list[_Token]) -> str:
    for token in reversed(tokens):
        text = f"{text[: token.begin]}\x00{text[token.end :]}"
    text = re.sub(r"\*{1,3}|(?<![\w/])_{1,3}|_{1,3}(?![\w/])", "", text)
    text = re.sub(rf"([(\[]\s*\x00)\s*/\s*{OTHER_LENGTH}\s*(?=[)\]])", r"\1", text)
    text = re.sub(r"[(\[{][\s\x00,;:.?~+–—-]*[)\]}]", "\x00", text)
    text = re.sub(r"^[\W_]{0,6}(?:ab|um|von|from|at|starting)\s+\x00", "\x00", text, flags=re.I)
    text = re.sub(r"([(\[{])[\s\x00,;:–—-]*\x00[\s\x00,;:/–—-]*", r"\1", text)
    text = re.sub(r"[\s,;:–—-]*\x00[\s\x00,;:]*([)\]}])", r"\1", text)
    text = re.sub(r"\s*\x00[\s\x00]*", " \x00 ", text)
    text = re.sub(r"(?:\x00 [-–—:|,;.·=>→/]+|[-–—|,;·=→/]+ \x00(?= *$)|\x00)", " ", text)
    return tidy(text)


def tidy(text: str) -> str:
    """Take stray separators and spaces off both ends of a title."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"^[\s:;,|·–—=>→-]+(?=\s|\w|\[|\(|\"|“|$)", "", text)
    text = re.sub(r"[\s:;,|·–—=→-]+$", "", text)
    return text.strip()
