"""A text as the rules read it: words with every form that a list may hold, and the signs between them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\d\d?\.(?=\s)|'(?:ll|re|m|ve|d)\b|@?\w(?:\w|(?!'(?:ll|re|m|ve|d)\b)['.+/@-](?=\w))*|[^\w\s]|\n")
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|`[^`]*`|(?<!\w)'[^']+'(?!\w)|‘[^’]*’(?!\w)|https?://\S+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")

# What a verb looks like when no rule of spelling leads back to it.
_IRREGULAR = {
    **dict.fromkeys(("is", "are", "am", "was", "were", "been", "being", "'re", "'m"), "be"),
    **dict.fromkeys(("has", "had", "having", "'ve"), "have"),
    **dict.fromkeys(("does", "did", "done"), "do"),
    **dict.fromkeys(("goes", "went", "gone"), "go"),
    **dict.fromkeys(("took", "taken"), "take"),
    **dict.fromkeys(("gave", "given"), "give"),
    **dict.fromkeys(("wrote", "written"), "write"),
    **dict.fromkeys(("began", "begun"), "begin"),
    **dict.fromkeys(("chose", "chosen"), "choose"),
    **dict.fromkeys(("saw", "seen"), "see"),
    **dict.fromkeys(("spoke", "spoken"), "speak"),
    **dict.fromkeys(("drew", "drawn"), "draw"),
    **dict.fromkeys(("thought", "thoughts"), "think"),
    "made": "make",
    "got": "get",
    "gotten": "get",
    "kept": "keep",
    "held": "hold",
    "led": "lead",
    "met": "meet",
    "sent": "send",
    "built": "build",
    "bought": "buy",
    "brought": "bring",
    "found": "find",
    "left": "leave",
    "paid": "pay",
    "ran": "run",
    "sold": "sell",
    "told": "tell",
    "taught": "teach",
    "won": "win",
    "sought": "seek",
    "said": "say",
    "came": "come",
    "drove": "drive",
    "grew": "grow",
    "dug": "dig",
    "'ll": "will",
}


class Token(NamedTuple):
    """One word or sign; `forms` are what it matches: itself, its stem, `=x` nothing else,
    `#` with a digit, `@` with a capital, `.x` in small letters.
    """

    text: str
    start: int
    end: int
    forms: frozenset[str]

    @property
    def is_word(self) -> bool:
        return "*" in self.forms


def tokens(text: str) -> list[Token]:
    """In the order of the text; the spans count its characters."""
    return list(_read(text))


def masked(text: str) -> str:
    """The text at the same length, with what is quoted or in brackets made unreadable."""
    seen = text.replace("’", "'")
    seen = _QUOTED.sub(_blot, seen)
    return _ASIDE.sub(_blank, seen)


def _read(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        yield Token(found.group().lower(), *found.span(), forms(found.group()))


@lru_cache(4096)
def forms(word: str) -> frozenset[str]:
    """`Taking` as `taking`, `tak`, `take`, and the signs for what kind of word it is."""
    text = word.lower().rstrip(".") or word
    if not (text[-1].isalnum() or text[0] == "'"):
        return frozenset((f" {text}" if text in "*#@" else text,))
    signs = ["*", text, f"={text}", f".{word}", *_stems(text)]
    if any(map(str.isdigit, text)):
        signs.append("#")
    if word[0].isupper() or word[0] == "@":
        signs.append("@")
    return frozenset(signs)


def _stems(text: str) -> Iterator[str]:
    if text in _IRREGULAR:
        yield _IRREGULAR[text]
    elif text.endswith("ies"):
        yield text[:-3] + "y"
    elif text.endswith("s") and not text.endswith("ss"):
        yield text[:-1]
        if text.endswith("es"):
            yield text[:-2]
    elif text.endswith("ied"):
        yield text[:-3] + "y"
    elif text.endswith(("ed", "ing")):
        stem = text[: -2 if text.endswith("ed") else -3]
        yield from (stem, stem + "e")
        if stem[-2:-1] == stem[-1:]:
            yield stem[:-1]


def _blot(found: re.Match[str]) -> str:
    return "x" * len(found.group())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
