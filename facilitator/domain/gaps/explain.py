"""Why a gap is one, in the words of the trade; the texts stand in `explanations.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

from facilitator.domain.severity import Severity


@dataclass(frozen=True, slots=True)
class Explanation:
    code: str
    severity: Severity
    title: str
    why: str
    example: str
    mend: str


class UnknownCode(ValueError):
    """Its text is one sentence that names codes near the one that was asked for."""

    def __init__(self, code: str, codes: Sequence[str]) -> None:
        super().__init__(f"“{code.strip()}” is no code of a gap. {_nearest(code.strip().upper(), codes)}.")


def _nearest(asked: str, codes: Sequence[str]) -> str:
    if near := sorted(get_close_matches(asked, codes, n=9, cutoff=0.6)):
        return f"Near it: {', '.join(near[:3])}"
    if letter := [code for code in codes if asked and code.startswith(asked[0])]:
        return f"Those with {asked[0]} run from {letter[0]} to {letter[-1]}"
    return f"Codes begin with {', '.join(dict.fromkeys(code[0] for code in codes))}, such as {codes[0]}"


def written(code: str, severity: Severity) -> Explanation:
    """The texts of one code; KeyError if nobody wrote them, which a test forbids."""
    text = _texts()[code]
    return Explanation(code, severity, text["title"], text["why"], text["example"], text["mend"])


@cache
def _texts() -> dict[str, dict[str, str]]:
    file = resources.files("facilitator.domain.gaps") / "explanations.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
