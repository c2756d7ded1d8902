"""Commercial numbers as people type them: `Revenue 1.2m EUR @2026-Q1 target 4m`."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from facilitator.domain.text import clean, fold, in_digits

NEEDS = "A number needs a name and a value: Revenue 900k EUR @2026-Q1"
_ONE_TARGET = "A target is one number behind the value: Revenue 900k EUR target 4m"
_CURRENCIES = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "zł": "PLN",
    "us$": "USD",
}
_DOLLARS = "US$"
# Of ISO 4217; in small letters most may be words: “we try 3 markets”.
_CODES = "EUR|USD|GBP|CHF"
_CAPITALS = (
    "AED|AUD|BGN|BRL|CAD|CNY|CZK|DKK|HKD|HUF|ILS|INR|ISK|JPY|KRW|MXN|NOK|NZD|PLN|RON|RSD|RUB|SAR|SEK|SGD|TRY|UAH|ZAR"
)
_POWERS = {
    **dict.fromkeys(("k", "tsd", "thousand", "тыс", "mil"), 3),
    **dict.fromkeys(("m", "mn", "mio", "mln", "million", "millions", "millionen", "millones", "млн"), 6),
    **dict.fromkeys(("b", "bn", "mrd", "billion", "billions", "milliarden", "milliards", "млрд"), 9),
}
_SIGNS = "".join(sign for sign in _CURRENCIES if len(sign) == 1)
_CODE = rf"(?<![/-])(?:{_CODES}|(?-i:{_CAPITALS}))"
_VALUE = (
    rf"(?<![\w.,])(?P<sign>[-+−]?)\s?(?P<currency>[{_SIGNS}]|{re.escape(_DOLLARS)}|{_CODE}|)\s?(?P<minus>[-−]?)"
    r"(?P<digits>[0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
    rf"(?:\s?(?P<times>{'|'.join(sorted(_POWERS, key=len, reverse=True))})\b\.?)?"
    rf"(?:\s?(?P<after>[%‰{_SIGNS}]|{re.escape(_DOLLARS)}|zł))?(?![\w])"
)
_PERIOD = r"(?:^|\s)@\s?(\S.*)$"
TARGET_WORDS = ("target", "goal", "ziel", "plan", "objectif")
# The years that a session speaks of: bare, they name a year. A value of that size is written with a unit, or as 2,026.
_YEAR = "20[1-4][0-9]"
_TARGET_WORD = rf"(?:{'|'.join(TARGET_WORDS)})"
# Between two values a sign does for the word: `NPS 31 → 50`, `Churn 7 % < 5 %`.
_NO_WORD = "".join(f"(?<!{word})" for word in TARGET_WORDS)
_ARROW, _BOUND = "(?:[→⇒]|[-=]>)", "(?<![-=])[<>≤≥]=?"
_TARGET = (
    rf"^(?P<said>.*)(?:[\s,;](?P<open>\(?){_TARGET_WORD}\s?(?:[:=]|{_BOUND})?|{_NO_WORD}(?:\s?{_ARROW}|\s{_BOUND}))"
    rf"\s?(?:(?:of|is|von|de)\s)?(?:(?:for\s|in\s)?{_YEAR}:?\s(?=[^\w@]*[0-9]))?"
    r"(?P<aim>[^@]*[^@\s])(?P<period>\s.*)?$"
)
_QUARTER = r"(?:q([1-4])[\s/-]*([0-9]{4})|([0-9]{4})[\s/-]*q([1-4]))"
_MONTH = r"(?:(0?[1-9]|1[0-2])[./-]([0-9]{4})|([0-9]{4})[./-](0?[1-9]|1[0-2]))"


class ReadNumber(NamedTuple):
    """One figure: `value` is none when the line names no number; `period` sorts as text (`2026-Q1`, `2026-03`).

    `target` is in the unit of the value. `refused` says what can't be kept as it was typed; then there is no value.
    """

    name: str
    value: float | None = None
    unit: str | None = None
    period: str | None = None
    target: float | None = None
    refused: str = ""


class Series(NamedTuple):
    """One number with its history as (period, value), oldest first; what is none stays as it is known."""

    name: str
    unit: str | None = None
    target: float | None = None
    values: tuple[tuple[str, float], ...] = ()


class Amount(NamedTuple):
    """A number in a text, its unit as a currency code, `%` or nothing, and where it stands."""

    value: float
    unit: str | None
    start: int
    end: int
    marked: bool


def read_number(line: str) -> ReadNumber:
    """`Name value unit @period target aim`; a value may stand as `1.2m`, `12 %`, `€4,200`, `4.200,50 €`, `900k`."""
    line = clean(line)
    number = _with_target(line) or _without_target(line)
    return ReadNumber(line, refused=_ONE_TARGET) if _speaks_of_target(number.unit) else number


def _with_target(line: str) -> ReadNumber | None:
    """The number and its target, behind the last word for one; none where no value stands on either side of it."""
    found = re.compile(_TARGET, re.IGNORECASE).search(line)
    aim = read_amount(found["aim"].removesuffix(")" if found["open"] else "")) if found else None
    if not found or not aim:
        return None
    number = _without_target(found["said"].rstrip(" ,;") + (found["period"] or ""))
    if number.value is None or _is_year(number, found["said"]):
        return None
    unit, other = number.unit or aim[1], aim[1] or number.unit
    if unit and other and not same_unit(unit, other):
        says = f"“{number.name}” is in “{unit}”, its target in “{other}”. Give both the same unit."
        return ReadNumber(line, refused=says)
    return number._replace(unit=max(unit or "", other or "", key=len) or None, target=aim[0])


def _is_year(number: ReadNumber, said: str) -> bool:
    years = re.findall(rf"(?<!\S){_YEAR}(?!\S)", said)
    return number.unit is None and any(float(year) == number.value for year in years)


def _speaks_of_target(unit: str | None) -> bool:
    return bool(unit and re.compile(rf"\b{_TARGET_WORD}\b", re.IGNORECASE).search(unit))


def _without_target(line: str) -> ReadNumber:
    """`Name value unit @period`."""
    period = None
    if found := re.search(_PERIOD, line):
        line, period = line[: found.start()].rstrip(), read_period(found.group(1))
    if not (amount := _likeliest(line)):
        return ReadNumber(line, None, None, period)
    before, after = line[: amount.start].strip(" :=–—,"), line[amount.end :].strip(" ,;")
    name, after = (before, after) if before else (after, "")
    return ReadNumber(name, amount.value, " ".join(filter(None, (amount.unit, after))) or None, period)


def of_number(name: str, line: str) -> str:
    """The whole line for what was typed as a value of a number; one that names its number itself stands as it is."""
    return f"{name} {line.strip()}" if _amount_and_rest(re.sub(_PERIOD, "", clean(line))) else line


def same_unit(one: str, other: str) -> bool:
    """Whether one is the other or begins it: `€` and `EUR`, `EUR` and `EUR a month`, `day` and `days`."""
    one, other = (fold(_CURRENCIES.get(unit, unit)) for unit in (one, other))
    return one.startswith(other) or other.startswith(one)


def read_amount(words: str) -> tuple[float, str | None] | None:
    """The value and the unit of a cell that holds a number and nothing else; none when it doesn't."""
    amount = _amount_and_rest(clean(words))
    return None if amount and _speaks_of_target(amount[1]) else amount


def read_past(words: str) -> tuple[str, float, str | None] | None:
    """Period, value and unit of `2026-Q1 12 %`, `Q1 2026 1 200 000 EUR`, `900k`: as much as can be is the value."""
    parts, found = clean(words).split(), None
    for cut in reversed(range(len(parts))):
        amount = read_amount(" ".join(parts[cut:]))
        if amount and not re.search("[0-9]", amount[1] or ""):
            found = read_period(" ".join(parts[:cut]).rstrip(":")), *amount
        elif found:
            break
    return found


def _amount_and_rest(words: str) -> tuple[float, str | None] | None:
    amount = next(amounts(words), None)
    if not amount or words[: amount.start].strip():
        return None
    return amount.value, " ".join(filter(None, (amount.unit, words[amount.end :].strip()))) or None


def as_typed(value: float) -> str:
    """The value in digits that `read_amount` takes back."""
    digits = in_digits(value, 12).replace(",", "")
    # Three digits behind a point would be thousands.
    return f"{digits}0" if digits[-4:-3] == "." else digits


def amounts(text: str) -> Iterator[Amount]:
    """Every number in a text, in order."""
    for found in re.compile(_VALUE, re.IGNORECASE).finditer(text):
        times = (found["times"] or "").lower()
        value = _value(found["digits"], times) * (-1 if (found["sign"] + found["minus"]).strip("+") else 1)
        if math.isfinite(value):
            sign = found["after"] or found["currency"]
            unit = _CURRENCIES.get(sign.lower(), sign.upper()) or None
            yield Amount(value, unit, found.start(), found.end(), bool(sign or times))


def read_period(words: str) -> str:
    """A quarter as `2026-Q1`, a month as `2026-03`, so that periods sort as text; anything else as typed."""
    if quarter := re.compile(_QUARTER, re.IGNORECASE).fullmatch(words):
        return f"{quarter[2] or quarter[3]}-Q{quarter[1] or quarter[4]}"
    if month := re.fullmatch(_MONTH, words):
        return f"{month[2] or month[3]}-{int(month[1] or month[4]):02}"
    return words


def _likeliest(line: str) -> Amount | None:
    """The first number that carries a unit, else the last: “Top 10 accounts 42” is 42, “Top 10 share 12 %” is 12 %.

    What stands behind a bound belongs to the name: “Deals > 5k 12” is 12.
    """
    found = list(amounts(line))
    found = [one for one in found if not re.search(rf"{_BOUND}\s?$", line[max(one.start - 4, 0) : one.start])] or found
    return next((amount for amount in found if amount.marked), found[-1] if found else None)


def _value(digits: str, times: str) -> float:
    digits = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    separators = [sign for sign in digits if sign in ".,"]
    decimal = separators[-1] if separators and _is_decimal(digits, separators, times) else ""
    whole, _, fraction = digits.rpartition(decimal) if decimal else (digits, "", "")
    # Not multiplied: 1.005 times a million is less than 1,005,000.
    return float(f"{re.sub('[.,]', '', whole)}.{fraction or 0}e{_POWERS.get(times, 0)}")


def _is_decimal(digits: str, separators: list[str], times: str) -> bool:
    """Three digits behind the only kind of separator are thousands, but for `0.125` and `1.250m`."""
    if len(separators) > 1:
        return separators[-1] != separators[0]
    whole, fraction = re.split("[.,]", digits)
    return len(fraction) != 3 or whole.strip("0") == "" or (bool(times) and separators[0] == ".")
