"""The door for text: made visible and safe, shortened for a column, folded for a search; numbers in digits."""

import re
from functools import lru_cache
from itertools import groupby
from unicodedata import category, combining, east_asian_width, normalize

# The characters of a line that is captured.
LINE_LIMIT = 10_000

_NEWLINE = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LIST_MARK = re.compile(r"\s*(?:[-*+•‣▪●◦–]\s+(?:\[[ xX]?\]\s+)?|\[[ xX]?\]\s+)(?=\S)")
_MANY_ACCENTS = re.compile(r"[^\w\x00-\x7f]{64,}")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Tab and line feed are dealt with before; the pictures of C0 stand in their order from U+2400 on.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: "␡"}
_C1_AND_BIDI = (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_ANNOTATIONS = (0xFFF9, 0xFFFA, 0xFFFB)
_SIGNS = _PICTURES | {code: f"⟨U+{code:04X}⟩" for code in (*_C1_AND_BIDI, *_ANNOTATIONS)}
_HIDDEN = re.compile("[" + re.escape("".join(map(chr, _SIGNS))) + "\ud800-\udfff]")
_BARE_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'"}
)


def clean(text: str, *, lines: bool = False) -> str:
    r"""What was typed, with every hidden character turned into a visible sign; NFC, without outer blanks.

    Loses nothing but the kind of a blank: a tab becomes a space, a line's end too, unless `lines` keeps it as `\n`.
    C0 and DEL become their pictures (␛), C1 and bidi characters their number (⟨U+202E⟩), a lone surrogate U+FFFD.
    Cleaning twice changes nothing; the time grows with the length. FAULTS 2.2.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _NEWLINE.sub("\n" if lines else " ", composed(text).replace("\t", " "))
    if _HIDDEN.search(text):  # to look takes a twentieth of what it takes to turn each character
        text = _SURROGATE.sub("\ufffd", text).translate(_SIGNS)
    return text.strip()


def unlisted(line: str) -> str:
    """A line of a list without what marks it as one, which nobody said: a dash, a dot or a star, a box to tick."""
    return line[mark.end() :] if (mark := _LIST_MARK.match(line)) else line


def hidden(text: str) -> int:
    """How many characters `clean` would turn into a sign."""
    if text.isascii() and text.isprintable():
        return 0
    return sum(ord(one) in _SIGNS for one in text.replace("\x85", "")) + len(_SURROGATE.findall(text))


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining and joining ones none."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def shorten(text: str, width: int) -> str:
    """The text within `width` columns of a terminal; what was cut is an ellipsis, which counts."""
    if cells(text) <= width:
        return text
    kept, room = 0, width - 1
    for character in text:
        room -= _cells_of(character)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip(" \u200d") + "…" if width > 0 else ""


def counted(count: int, one: str, many: str = "") -> str:
    """“1 idea”, “3 ideas”, “2 people”."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def in_digits(value: float, figures: int) -> str:
    """A number rounded to so many figures and written out, without a power of ten: `4.2`, `1,000`, `0.00004`."""
    rounded = f"{value:.{figures - 1}e}"
    places = max(figures - 1 - int(rounded.partition("e")[2]), 0)
    # Plus nothing: a zero has no sign.
    words = f"{float(rounded) + 0:,.{places}f}"
    return words.rstrip("0").rstrip(".") if places else words


def fold(text: str) -> str:
    """For search and for names: small letters without accents, so that “Łódź” is “lodz” and “Größe” is “grosse”."""
    if text.isascii():
        return text.lower()
    bare = "".join(one for one in normalize("NFD", text.casefold()) if combining(one) < 200)
    return normalize("NFC", bare).translate(_BARE_LETTERS)


def composed(text: str) -> str:
    """The text in NFC, where an accent is part of its letter; the time grows with the length."""
    # Composing sorts each run of accents by insertion: a megabyte of accents would take hours unless sorted before.
    return normalize("NFC", _MANY_ACCENTS.sub(_in_order, text))


def _in_order(match: re.Match[str]) -> str:
    runs = groupby(match.group(), key=lambda one: combining(one) > 0)
    return "".join("".join(sorted(run, key=combining) if accents else run) for accents, run in runs)


@lru_cache(maxsize=2000)
def _cells_of(character: str) -> int:
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
