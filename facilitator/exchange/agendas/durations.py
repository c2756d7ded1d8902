"""Lengths of time as people write them: 15 min, ½ hr, 1h30, 5+10 min, 10-15 Minuten, an hour and a half."""

import re
from dataclasses import dataclass
from re import Match

LONGEST = 24 * 3600

_WORDS = {
    **dict.fromkeys(("a", "an", "one", "ein", "eine", "einer", "une", "un", "una", "один", "одна"), 1.0),
    **dict.fromkeys(("half a", "half an", "half", "halbe", "halben", "eine halbe", "demi", "une demi", "media"), 0.5),
    **dict.fromkeys(("quarter", "quarter of an", "a quarter of an", "viertel", "eine viertel"), 0.25),
    **dict.fromkeys(("three quarters of an", "dreiviertel", "drei viertel"), 0.75),
    **dict.fromkeys(("one and a half", "anderthalb", "eineinhalb", "полтора"), 1.5),
    **dict.fromkeys(("two and a half", "zweieinhalb"), 2.5),
    **{
        word: float(n)
        for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)
    },
    **{
        word: float(n)
        for n, word in enumerate(["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"], 2)
    },
    **{word: float(n) for n, word in enumerate(["deux", "trois", "quatre", "cinq", "six"], 2)},
    "fifteen": 15.0,
    "fünfzehn": 15.0,
    "twenty": 20.0,
    "zwanzig": 20.0,
    "thirty": 30.0,
    "dreißig": 30.0,
    "forty-five": 45.0,
    "sixty": 60.0,
    "ninety": 90.0,
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_MINUTE = r"min(?:ut(?:en?|es|os?)|s)?\.?|mn|мин(?:ут[аыу]?)?\.?|[′']|m"
_HOUR = r"h(?:ou)?rs?\.?|hours?|h|std\.?|stunden?|heures?|horas?|час(?:а|ов)?|ч"
_SECOND = r"sec(?:ond)?s?\.?|sek(?:unden?)?\.?"
_UNIT = rf"(?P<unit>(?:{_HOUR}|{_MINUTE}|{_SECOND})(?![^\W\d_]))"
# The second length of “(5 min/10 min)”, which says how long it takes elsewhere.
OTHER_LENGTH = rf"\d{{1,4}}(?:[.,]\d{{1,2}})?\s?(?:{_HOUR}|{_MINUTE}|{_SECOND})"
_ANY_WORD = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s") for word in _WORDS), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,4}}\s\d/\d|\d/\d|\d{{0,2}}\s?[½¼¾⅓⅔]|\d{{1,5}}(?:[.,]\d{{1,2}})?|(?:{_ANY_WORD})(?=[\s-]))"
_JOIN = r"\s?(?P<join>-{1,2}|[–—−~+x×*/]|to|bis|or|oder|à|до|and|и)\s?"
_LENGTH = re.compile(
    rf"(?:\b|(?=[½¼¾⅓⅔~≈<≤−-]))(?:(?<!\w)(?:ca|circa|approx|etwa|about|around|c)\.?\s{{1,2}}|[~≈<≤])?(?<![\w:.,$€£#@/])(?P<minus>[-−]?)(?P<first>{_NUMBER})(?P<plus>\s?\+)?"
    rf"(?:{_JOIN}(?P<second>{_NUMBER}))?(?:\s{{0,3}}|-){_UNIT}"
    rf"(?:\s?(?:(?:and|und|et|y|,)\s)?(?P<more>\d{{1,2}})(?:\s?(?:{_MINUTE}))?(?![\w:])|\s(?P<half>and\sa\shalf))?",
    re.I,
)
_COMPOUND = re.compile(r"(?<!\w)(?:viertelstunde|halbstunde|полчаса)(?!\w)", re.I)
_COLON = re.compile(r"(?<![\w:.])(\d{1,2}):([0-5]\d)\s?(?:std\.?|stunden|hours|hrs?)(?!\w)", re.I)
_TO = re.compile(r"\s?(?:-{1,2}|[–—−/]|to|bis|or|oder)\s?", re.I)
_NO_LENGTH = re.compile(
    r"\b(?:(?:half|full|whole|all|halb\w*|ganz\w*|demi)[\s/-]*(?:to|bis|or|-)?[\s-]*){1,2}[\s-]?"
    r"(?:days?|tage?|tags|tägig|journée)(?!\w)",
    re.I,
)

OPEN_LENGTH = re.compile(
    r"as\s(?:needed|required|long\sas.*)|if\sneeded|tb[acd]|open(?:[\s-]ended)?|var(?:ies|iable)|flexib(?:le|el)|rest|\?+"
    r"|nach\sbedarf|bei\sbedarf|offen|variabel|selon\sbesoin|à\sdéfinir|según\snecesidad|por\sdefinir|по\sнеобходимости",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Length:
    """A duration in a text, from `begin` up to `end`; `says` names what was chosen among several readings."""

    begin: int
    end: int
    seconds: int
    says: str | None = None


def lengths(text: str) -> list[Length]:
    """Every duration in a text; a span of two ("10-15 min") counts with its lower end and says so."""
    found = [_length(match) for match in _LENGTH.finditer(text) if _is_length(match)]
    found += [Length(m.start(), m.end(), 1800 if m[0][0] in "hHпП" else 900) for m in _COMPOUND.finditer(text)]
    found += [Length(m.start(), m.end(), int(m[1]) * 3600 + int(m[2]) * 60) for m in _COLON.finditer(text)]
    kept = [length for length in found if 0 < length.seconds <= LONGEST]
    return _merged(sorted(kept, key=lambda length: length.begin), text)


def no_length(text: str) -> str | None:
    """The words of a text that sound like a duration and are none: "half to full day"."""
    match = _NO_LENGTH.search(text)
    return match[0].strip() if match else None


def column_seconds(text: str) -> int | None:
    """Seconds of a cell that is known to hold a duration: 10, 0:10, 00:10:00, 10 min; None when it holds none."""
    text = text[:200].strip().strip("~≈()[]").strip()
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?", text):
        return _colons(int(match[1]), int(match[2]), match[3])
    if re.fullmatch(r"\d{1,4}(?:[.,]\d)?", text):
        return _sane(float(text.replace(",", ".")) * 60)
    found = lengths(text)
    return found[0].seconds if found else None


def minutes_text(seconds: int) -> str:
    """Say a duration: "10 min", "90 s"."""
    return f"{seconds // 60} min" if seconds % 60 == 0 else f"{seconds} s"


def _colons(first: int, second: int, third: str | None) -> int | None:
    if third is not None:
        return _sane(first * 3600 + second * 60 + int(third))
    # Nobody plans one item of nine hours: 10:00 in a column of durations is ten minutes.
    return _sane(first * 3600 + second * 60 if first < 9 else first * 60 + second)


def _sane(seconds: float) -> int | None:
    return round(seconds) if 0 < seconds <= LONGEST else None


def _is_length(match: Match[str]) -> bool:
    unit = match["unit"].lower()
    if match["minus"] and match.start() == 0:
        return False
    if unit == "m" and not match[0].rstrip()[-2:-1].isdigit() and not match["more"]:
        return False
    if (
        unit == "h"
        and not match["more"]
        and not match["join"]
        and re.search(r"(?:à|a|at|um|ab|bis)\s*$", match.string[: match.start()], re.I)
    ):
        # "… suivi du dîner à 20h" is a clock.
        return False
    if unit == "h" and not match["more"] and not match["join"] and not re.search(r"\w", match.string[: match.start()]):
        # "9h: ouverture" begins at nine; nobody plans an item of nine hours.
        return _number(match["first"]) < 7
    if unit == "h" and match["more"] and not match["join"]:
        return _number(match["first"]) < 7
    return unit not in ("'", "′") or match["first"].isdigit()


def _length(match: Match[str]) -> Length:
    unit = _unit_seconds(match["unit"])
    first = _number(match["first"])
    second = _number(match["second"]) if match["second"] else None
    total = _joined(first, second, match["join"]) * unit
    if match["more"]:
        total += int(match["more"]) * (60 if unit == 3600 else 1)
    if match["half"]:
        total += unit / 2
    seconds = round(total)
    spread = match["plus"] or (second is not None and _TO.fullmatch(match["join"] or ""))
    says = f"“{match[0].strip()}” is taken as {minutes_text(seconds)}, its lower end" if spread else None
    return Length(match.start(), match.end(), seconds, says)


def _joined(first: float, second: float | None, join: str | None) -> float:
    if second is None:
        return first
    if join == "+" or (join or "").lower() in ("and", "и"):
        return first + second
    if join in ("x", "×", "*"):
        return first * second
    return min(first, second)


def _merged(found: list[Length], text: str) -> list[Length]:
    """Take "30 min - 1 hour" as one span, and drop what overlaps."""
    kept: list[Length] = []
    for length in found:
        last = kept[-1] if kept else None
        if last and length.begin < last.end:
            continue
        if last and last.says is None and _TO.fullmatch(text, last.end, length.begin):
            low = min(last.seconds, length.seconds)
            says = f"“{text[last.begin : length.end]}” is taken as {minutes_text(low)}, its lower end"
            kept[-1] = Length(last.begin, length.end, low, says)
        else:
            kept.append(length)
    return kept


def _unit_seconds(unit: str) -> int:
    if re.fullmatch(_SECOND, unit, re.I):
        return 1
    return 3600 if re.fullmatch(_HOUR, unit, re.I) else 60


def _number(text: str) -> float:
    text = " ".join(text.lower().split())
    if text in _WORDS:
        return _WORDS[text]
    if text[-1] in _FRACTIONS:
        return float(text[:-1].strip() or 0) + _FRACTIONS[text[-1]]
    if "/" in text:
        whole, _, rest = text.rpartition(" ")
        over, under = rest.split("/")
        return float(whole or 0) + (int(over) / int(under) if int(under) else 0)
    return float(text.replace(",", "."))
