"""D02: an owner that is no person, each kind with its own sentence."""

import re

from facilitator.domain.severity import Severity
from facilitator.domain.wording.lexicon import words
from facilitator.domain.wording.tokens import masked
from facilitator.domain.wording.weakness import Weakness, quoting

_EMPTY = "No name here. Name the one person who does it."
_NOBODY = "“{}” is nobody yet. Name the one person who does it."
_EVERYONE = "“{}” is everyone, so each waits for the others. Name the one person who does it."
_FUNCTION = "“{}” is a function. Name the person there who does it."
_POST = "“{}” is a post. Name the person who holds it."
_GROUP = "“{}” is a group. Name the person in it who answers for the result."
_SEVERAL = "“{}” are several people. Name the one who answers for the result."
_UNNAMED = "“{}” is no name. Name the person it is."
_TWO = "“{}” names more than one person. Name the one who answers; the others help."

_SIGN = re.compile(r"\s*[,/&+;|]\s*")
_NAME = re.compile(r"[^\W\d_]", re.UNICODE)


def judge_owner(text: str) -> Weakness | None:
    """What is wrong with an owner who is no person of the session; none for what reads like one person's name.

    Ask only about a name that the session does not know: “Anna Board” may well sit in the room.
    """
    start = len(text) - len(text.lstrip(" @\t"))
    end = len(text.rstrip(" .!?\t"))
    says = _what_it_is(" ".join(masked(text[start:end]).split()))
    if says is None:
        return None
    span = (start, end) if start < end else (0, len(text))
    return quoting("D02", Severity.ERROR, text, span, says)


def post_named(text: str) -> int:
    """How far the words at the beginning name a post: “head of sales publishes it” to the end of “sales”."""
    found = words("owner", "posts").of(text).match(text)
    return found.end() if found else 0


def _what_it_is(owner: str) -> str | None:
    if not owner:
        return _EMPTY
    if not _NAME.search(owner) or words("owner", "nobody").of(owner).fullmatch(owner):
        return _NOBODY
    if words("owner", "everyone").of(owner).fullmatch(owner):
        return _EVERYONE
    if words("owner", "posts").of(owner).fullmatch(owner):
        return _POST
    if _is_only_functions(owner):
        return _FUNCTION
    if len(_people(owner)) > 1:
        return _TWO
    if words("owner", "groups").of(owner).search(owner):
        return _GROUP
    if words("owner", "roles").of(owner).fullmatch(owner):
        return _SEVERAL
    return _UNNAMED if words("owner", "unnamed").of(owner).fullmatch(owner) else None


def _is_only_functions(owner: str) -> bool:
    """“Marketing”, “the sales” and “Sales & Marketing”, but not “Mark Sales”."""
    left, count = words("owner", "functions").of(owner).subn("", owner)
    for filler in ("qualifiers", "joins"):
        left = words("owner", filler).of(left).sub("", left)
    return count > 0 and not _NAME.search(left)


def _people(owner: str) -> list[str]:
    """The parts that a sign or an “and” separates; “Anna Weber, head of sales” is one."""
    joins, titles = words("owner", "joins").of(owner), words("owner", "titles").of(owner)
    parts = [part for piece in _SIGN.split(owner) for part in joins.split(piece)]
    return [part for part in parts if part and _NAME.search(part) and not titles.match(part.strip())]
