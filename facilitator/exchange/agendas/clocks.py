"""Clock times as people write them: 9:00, 0900, 1030a, 9h30, 9.30 Uhr, noon, 12:00-ish, and ranges of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

NOON = 12 * 60
DAY = 24 * 60

# A letter alone stands at its clock: “9:00 A quick welcome”, “9:30 P&L”.
_HALF = r"[ap]\.?\s?m\.?(?![^\W_])|(?<!\s)[ap](?![^\W_]|&)"
_BLANKS = r"\s{0,3}"


def _clock(n: int) -> str:
    return (
        rf"(?:(?P<d{n}>\d{{3,4}})(?:{_BLANKS}(?P<q{n}>{_HALF}))?(?!\d|:\d)(?:\s{{0,3}}(?P<v{n}>uhr|hrs|h)(?!\w))?"
        rf"|(?P<h{n}>\d{{1,2}})(?:(?P<s{n}>[:.]|\s?h\s?)(?P<m{n}>[0-5]\d)(?!\d)(?::[0-5]\d(?!\d)(?:\.\d+)?)?)?"
        rf"(?:{_BLANKS}(?P<p{n}>{_HALF}))?(?:\s{{0,3}}(?P<u{n}>uhr|hrs|h|час\w*|ч)(?!\w))?(?!\d|:\d)"
        rf"|(?P<w{n}>noon|midday|midnight)(?!\w))(?:\s?-?\s?ish(?!\w))?"
    )


_BEFORE = r"(?<![\w:.,/$€£#@+])(?:(?:ca\.?|circa|approx\.?|around|etwa|gegen|um|c\.)\s{0,2})?[~≈]?"
_SEPARATOR = r"\s{0,3}(?:-{1,3}|[–—−‐‑~→›]|to|until|till|til|bis|à|a|до|and|und)\s{0,3}"
_RANGE = re.compile(rf"{_BEFORE}(?:from\s|von\s|de\s|с\s)?{_clock(1)}{_SEPARATOR}[~≈]?{_clock(2)}", re.I)
_SINGLE = re.compile(_BEFORE + _clock(1), re.I)
_WRITTEN = re.compile(r"(?<![\d:.])(\d{1,3}):(\d{2})(?![\d:])")


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since midnight; `settled` when am, pm or a 24-hour clock leave no doubt which half of the day."""

    minutes: int
    settled: bool = True
    half: str | None = None

    def __str__(self) -> str:
        """Show hours without a leading zero, as in 9:05."""
        return f"{self.minutes // 60 % 24}:{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class Found:
    """A clock or a range in a text, from `begin` up to `end` characters."""

    begin: int
    end: int
    start: Clock
    stop: Clock | None = None


def hhmm(minutes: int) -> str:
    """HH:MM of minutes since midnight."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def ranges(text: str, *, loose: bool = False) -> list[Found]:
    """Every "9:00 to 10:30" in a text; `loose` where a column or a key says that it is a time."""
    pairs = ((match, _pair(match, loose)) for match in _RANGE.finditer(text))
    return [Found(match.start(), match.end(), *pair) for match, pair in pairs if pair]


def clocks(text: str, *, loose: bool = False, digits: bool = False) -> list[Found]:
    """Every single clock time in a text; `digits` where the text is known to write 1400 for 14:00."""
    return [
        Found(match.start(), match.end(), clock)
        for match in _SINGLE.finditer(text)
        if (clock := _read(match, 1)) and (loose or _sure(match, 1, alone=match.start() == 0, digits=digits))
    ]


def odd_clocks(text: str) -> Iterator[str]:
    """What is written as a clock time and is none: “25:00”, “9:75”."""
    for found in _WRITTEN.finditer(text):
        if int(found[1]) * 60 + int(found[2]) > DAY or int(found[2]) > 59:
            yield found[0]


def _pair(match: Match[str], loose: bool) -> tuple[Clock, Clock] | None:
    start, stop = _read(match, 1), _read(match, 2)
    if start is None or stop is None or not (loose or _anchored(match)):
        return None
    if stop.half and not start.half and not start.settled:
        start = _same_half(start, stop)
    return start, stop


def _anchored(match: Match[str]) -> bool:
    if match["d1"] and match["d2"] and not (match["q1"] or match["q2"]):
        years = all(match[key].startswith(("19", "20")) for key in ("d1", "d2"))
        fives = all(int(match[key]) % 5 == 0 for key in ("d1", "d2")) and not years
        return fives and (len(match["d1"]) == len(match["d2"]) == 4 or _heads_line(match))
    if match["s1"] == match["s2"] == "." and match["m1"] and match["m2"]:
        return int(match["h1"]) < int(match["h2"]) or bool(match["u2"]) or _heads_line(match)
    if _hours(match, 2) and match["h1"] and (_hours(match, 1) or not (match["s1"] or match["s2"] or match["p1"])):
        return max(int(match["h1"]), int(match["h2"])) >= 7
    if _spoken(match):
        return True
    if match["s1"] == ":" and _bare_hour(match):
        return 0 < (int(match["h2"]) * 60 - int(match["h1"]) * 60 - int(match["m1"])) % NOON <= 4 * 60
    return _sure(match, 2) and (bool(match["h1"] or match["w1"]) or _sure(match, 1))


def _heads_line(match: Match[str]) -> bool:
    """Say whether a range stands before a line and its colon: "800-830: numbers", "11.20-11.30: debrief"."""
    start, stop = _read(match, 1), _read(match, 2)
    begins = not re.search(r"\w", match.string[: match.start()]) and match.string[match.end() :].lstrip()[:1] == ":"
    return begins and start is not None and stop is not None and start.minutes < stop.minutes


def _spoken(match: Match[str]) -> bool:
    """Say whether a line opens as people speak: "from 9 to 9.30 coffee", "11.15 to noon ideas"."""
    if re.search(r"\w", match.string[: match.start()]) or not re.match(r"\s+[^\W\d]", match.string[match.end() :]):
        return False
    if match["d1"] or match["d2"] or match["u1"] or match["u2"]:
        return False
    exact = [int(match[f"m{n}"]) % 5 == 0 for n in (1, 2) if match[f"m{n}"]]
    clear = bool(exact or match["w1"] or match["w2"]) and all(exact)
    start, stop = _read(match, 1), _read(match, 2)
    return clear and start is not None and stop is not None and 0 < (stop.minutes - start.minutes) % NOON <= NOON // 2


def _bare_hour(match: Match[str]) -> bool:
    """Say whether a range ends in an hour alone, with nothing around its dash: "9:30-11", not "9:30 - 11 ideas"."""
    alone = bool(match["h2"]) and not (match["m2"] or match["p2"] or match["u2"] or match["p1"])
    return alone and bool(re.search(r"\d[-–—−]\d{1,2}$", match[0]))


def _hours(match: Match[str], n: int) -> bool:
    """Say whether a time is written with an h, which may also mean hours."""
    return bool(match[f"h{n}"]) and "h" in ((match[f"s{n}"] or match[f"u{n}"]) or "").lower()[:3].strip()[:1]


def _sure(match: Match[str], n: int, *, alone: bool = False, digits: bool = False) -> bool:
    if match[f"w{n}"] or match[f"p{n}"] or match[f"q{n}"] or match[f"v{n}"]:
        return True
    if number := match[f"d{n}"]:
        # 1055 may open an address; 0900, 1055: and 1055 in a text that also has 0900 are times.
        marked = number.startswith("0") or digits or re.match(r"\s{0,2}[-–—:|]", match.string[match.end() :])
        year = number.startswith(("19", "20")) and not digits
        return alone and len(number) == 4 and int(number) % 5 == 0 and bool(marked) and not year
    separator, unit = (match[f"s{n}"] or "").strip().lower(), (match[f"u{n}"] or "").lower()
    if separator == "h":
        return int(match[f"h{n}"]) >= 7
    if unit == "h" and not separator:
        return alone and int(match[f"h{n}"]) >= 7
    return separator == ":" or bool(unit)


def _read(match: Match[str], n: int) -> Clock | None:
    if word := match[f"w{n}"]:
        return Clock(DAY if word.lower() == "midnight" else NOON)
    digits = match[f"d{n}"]
    hours = int(digits[:-2]) if digits else int(match[f"h{n}"])
    minutes = int(digits[-2:]) if digits else int(match[f"m{n}"] or 0)
    half = match[f"q{n}"] if digits else match[f"p{n}"]
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        return None
    if half and 1 <= hours <= 12:
        return Clock(hours % 12 * 60 + minutes + (NOON if half[0] in "pP" else 0), half=half[0].lower() + "m")
    written = digits or match[f"h{n}"]
    return Clock(hours * 60 + minutes, settled=hours == 0 or hours > 12 or written.startswith("0"))


def _same_half(start: Clock, stop: Clock) -> Clock:
    """Take 5 in "5-8pm" for the afternoon, 11 in "11-1pm" for the morning."""
    other = start.minutes % NOON + (NOON if stop.half == "pm" else 0)
    if other < stop.minutes or start.minutes == stop.minutes:
        return Clock(other, half=stop.half)
    return Clock(start.minutes % NOON + (0 if stop.half == "pm" else NOON), half="am")
