"""One weak spot in what somebody said: its code, where it stands, and why it is weak in one line."""

from typing import NamedTuple

from facilitator.domain.severity import Severity


class Weakness(NamedTuple):
    """`words` are the start and the end of the weak words in the text that was judged."""

    code: str
    severity: Severity
    words: tuple[int, int]
    says: str


def quoting(code: str, severity: Severity, text: str, span: tuple[int, int], says: str) -> Weakness:
    """A weakness whose reason quotes the weak words, on one line whatever was typed."""
    return Weakness(code, severity, span, says.format(" ".join(text[slice(*span)].split())))
