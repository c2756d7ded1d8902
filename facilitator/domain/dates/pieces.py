"""A folded phrase cut into pieces: numbers, dates and times as signs, words left for the languages."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

AMOUNT_NUMBER = r"[0-9]+(?:[., '][0-9]{3})*(?:[.,][0-9]+)?"
MONEY = (
    r"(?:[€$£₽¥%]|(?:eur|euros?|usd|gbp|chf|dollars?|rub|k|tsd|mio|mln|mrd|bn|millions?|millionen|percent|prozent|pct"
    r"|pour\ cent|por\ ciento|млн|тыс|руб\w*|процент\w*)\b)"
)
PIECES = rf"""
  (?P<forever> 24/7 | 7/24)
| (?P<iso> [0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}) (?![0-9]) (?:[t ][0-9]{{2}}:[0-9]{{2}}\S*)?
| (?P<isoweek> [0-9]{{4}}[ -]?k?w-?[0-9]{{1,2}}) (?![0-9]) (?:-[1-7])?
| (?P<ymd> [0-9]{{4}}[./][0-9]{{1,2}}[./][0-9]{{1,2}}) (?![0-9])
| (?P<compact> (?:19|20)[0-9]{{6}}) (?![0-9])
| (?P<time> [0-9]{{1,2}}(?::[0-9]{{2}})?\s?-\s?[0-9]{{1,2}}(?::[0-9]{{2}})?\s?(?:utc|gmt|uhr|[ap]m|h)\b
    | [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:\s?(?:[ap]\.m\.|[ap]m\b|h\b|uhr\b))?
    | [0-9]{{1,2}}(?:\.[0-9]{{2}})?\s?(?:[ap]\.m\.?|[ap]m\b|uhr\b|o\ clock\b)
    | [0-9]{{1,2}}\s?h\s?[0-9]{{2}}\b)
| (?P<yearquarter> [0-9]{{4}}[/-]?[qt][1-4]) (?![0-9a-z])
| (?P<dmy> [0-9]{{1,2}}(?P<sep>\s?[./-]\s?)[0-9]{{1,2}}\s?[./-]\s?'?(?:[0-9]{{4}}|[0-9]{{2}})) (?!\.?[0-9])
| (?P<amount> [€$£₽¥]\s?{AMOUNT_NUMBER}\s?k? | {AMOUNT_NUMBER}\s?{MONEY}
    | [0-9]{{1,3}}(?:[.,'][0-9]{{3}})+(?:[.,][0-9]{{1,2}})?(?![0-9]) | [0-9]{{5,}} | [0-9]+,[0-9]+(?=\s|$))
| (?P<version> \bv\.?\s?[0-9]+(?:\.[0-9]+)* | [0-9]+(?:\.[0-9]+){{2,}})
| (?P<my> [0-9]{{1,2}}[./-][0-9]{{4}}) (?![0-9])
| (?P<ym> [0-9]{{4}}[./-][0-9]{{1,2}}) (?![0-9])
| (?P<dm> [0-9]{{1,2}}[./][0-9]{{1,2}}\.?) (?![0-9])
| (?P<quarter> (?:\b[qt][1-4]|\b[1-4][qt]) (?:[/'-]?(?P<qyear>(?:20)?[0-9]{{2}}))?) (?![0-9a-z])
| (?P<half> \b[hs][12] (?:[/'-]?(?P<hyear>(?:20)?[0-9]{{2}}))?) (?![0-9a-z])
| (?P<week> \b(?:(?:kw|cw|ww)\.?\s?|wk\s?|w)(?P<weekno>[0-9]{{1,2}}) (?:\s?[/'-]\s?(?P<wyear>(?:20)?[0-9]{{2}}))?
    | \bs(?P<semaine>[3-9]|[1-5][0-9])) (?![0-9a-z])
| (?P<ahead> (?:\+|\b[tjd]\s?\+)\s?(?P<far>[0-9]{{1,4}})\s?(?P<unit>[a-zа-я]{{1,2}})?) (?![0-9a-zа-я])
| (?P<plus> \+\s?(?=[0-9]))
| (?P<fiscal> \bfy\s?'?(?:20)?[0-9]{{2}}) (?![0-9])
| (?P<short> [0-9]{{1,3}}(?P<shortunit>d|w|wks?|mo|bd|wd|yrs?|y|j|q)) (?![0-9a-z])
| (?P<hours> [0-9]{{1,3}}\s?h) (?![0-9a-z])
| (?P<ordinal> [0-9]{{1,2}}(?:\.(?![0-9]) | \s?-?\s?(?:st|nd|rd|th|ere?|re|eme|ieme|e|nde?|o|a|te[nrs]?
    |го|ого|и|я|е|му|ому|ом|ое|ои|ыи|ая|ую|ю)
    (?![0-9a-zа-я])))
| (?P<shortyear> '[0-9]{{2}}) (?![0-9])
| (?P<number> [0-9]+)
| (?P<word> [^\W\d_]+)
| (?P<dash> [-/])
| (?P<other> \w)
"""
UNITS = {
    **dict.fromkeys(("d", "t", "j", "д"), "day"),
    **dict.fromkeys(("w", "wk", "wks", "s", "н"), "week"),
    **dict.fromkeys(("m", "mo", "м"), "month"),
    **dict.fromkeys(("bd", "wd"), "workday"),
    **dict.fromkeys(("y", "yr", "yrs", "a", "г"), "year"),
    "q": "quarter",
    "h": "hour",
}
# No plan is made for 2012: “KW 10/12” are three weeks, “KW 10/27” is one of a year.
YEARS_FROM = 20
PLAIN = {"forever": "VAGUE", "time": "TIME", "amount": "AMOUNT", "version": "VERSION", "plus": "IN", "dash": "-"}


class Piece(NamedTuple):
    """A word still to be looked up, or a sign that needs no language."""

    text: str
    is_word: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(PIECES, re.VERBOSE)


def cut(folded: str) -> Iterator[Piece]:
    """The pieces in order; what is neither word nor number (commas, brackets) is left out."""
    for found in _pattern().finditer(folded):
        if found["word"]:
            yield Piece(found["word"], is_word=True)
        else:
            yield from (Piece(sign) for sign in _signs(found).split())


def _digits(text: str) -> list[int]:
    return [int(digits) for digits in re.findall("[0-9]+", text)]


def _year(digits: str | None) -> str:
    return f" y{int(digits) + 2000 if int(digits) < 100 else int(digits)}" if digits else ""


def _day_and_month(text: str, first: int, second: int) -> str:
    """Two numbers and how they are parted: `/`, a point that may as well be a version's (`,`), or one that can't be."""
    if "/" in text:
        return f"dm{first}/{second}/"
    if re.search(r"\.(?:0[1-9]|1[0-2]|[0-9]{1,2}\.)$", text):
        return f"dm{first}/{second}."
    if not 1 <= first <= 31 or not 1 <= second <= 31 or min(first, second) > 12:
        return "TIME" if re.fullmatch(r"(?:1?[0-9]|2[0-4])\.[0-5][0-9]", text) else "VERSION"
    return f"dm{first}/{second},"


def _signs(found: re.Match[str]) -> str:
    """The signs of one piece, apart by spaces."""
    kind = found.lastgroup or "other"
    text, numbers = found[kind], _digits(found[kind])
    match kind:
        case "iso" | "ymd":
            return "date{}/{}/{}".format(*numbers)
        case "compact":
            return f"date{text[:4]}/{int(text[4:6])}/{int(text[6:])}"
        case "dmy":
            return "dmy{}/{}/{}{}".format(*numbers, found["sep"].strip())
        case "dm":
            return _day_and_month(text, *numbers)
        case "my" | "ym":
            return "M{} y{}".format(*sorted(numbers))
        case "isoweek":
            return f"W{numbers[1]} y{numbers[0]}"
        case "quarter":
            return f"Q{text[:2].strip('qt')}{_year(found['qyear'])}"
        case "yearquarter":
            return f"Q{numbers[1]} y{numbers[0]}"
        case "half":
            return f"H{text[1]}{_year(found['hyear'])}"
        case "week":
            ranges = len(numbers) > 1 and (numbers[1] == numbers[0] + 1 or numbers[0] < numbers[1] < YEARS_FROM)
            return "W{} - W{}".format(*numbers) if ranges else f"W{numbers[0]}{_year(found['wyear'])}"
        case "ahead":
            return f"IN n{found['far']} {UNITS.get(found['unit'], '?') if found['unit'] else 'AHEAD'}"
        case "short":
            return f"n{numbers[0]} {UNITS[found['shortunit']]}"
        case "fiscal" | "shortyear":
            return _year(str(numbers[0])).strip()
        case "ordinal" | "hours":
            return f"{'o' if kind == 'ordinal' else kind}{numbers[0]}"
        case "number":
            return f"y{text}" if re.fullmatch("(?:19|20|21)[0-9]{2}", text) else f"n{numbers[0]}"
    return PLAIN.get(kind, "?")
