"""F02: a finding that is worded as a solution, before anybody has agreed what is wrong."""

import re
from functools import cache

from facilitator.domain.patterns import Alternatives
from facilitator.domain.wording.clauses import Clause, Reading
from facilitator.domain.wording.lexicon import words
from facilitator.domain.wording.tokens import masked

# What an expression asks of the words behind it.
_BEHIND = re.compile(r"(?:\(\?!.*\)|\$)$")


def prescribes(text: str) -> tuple[int, int] | None:
    """Start and end of the words that prescribe (“we should”, “launch a”); none when the text only states."""
    if not _could().search(masked(text)):
        return None
    reading = Reading(text)
    for number, clause in enumerate(reading.clauses()):
        lists = ("opens", "imperatives") if number == 0 else ("opens",)
        for name in lists:
            for index in (clause.begin, _first_word(clause)):
                if index < clause.stop:
                    start, stop = reading.span(index, clause.stop)
                    if found := words("solution", name).of(reading.text).match(reading.text, start, stop):
                        return found.span()
    return None


@cache
def _could() -> re.Pattern[str]:
    """What stands in any text that prescribes: most don't, and needn't be read by their clauses."""
    every = (*words("solution", "opens").expressions, *words("solution", "imperatives").expressions)
    return Alternatives((_BEHIND.sub("", one) for one in every), r"(?<![\w-])").whole


def _first_word(clause: Clause) -> int:
    words = clause.reading.tokens
    return next((index for index in range(clause.start, clause.stop) if words[index].is_word), clause.stop)
