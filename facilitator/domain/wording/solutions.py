"""F02: a finding that is worded as a solution, before anybody has agreed what is wrong."""

from facilitator.domain.wording.clauses import clauses, masked
from facilitator.domain.wording.lexicon import words


def prescribes(text: str) -> tuple[int, int] | None:
    """Start and end of the words that prescribe (“we should”, “launch a”); none when the text only states."""
    seen = masked(text)
    for number, clause in enumerate(clauses(seen)):
        lists = ("opens", "imperatives") if number == 0 else ("opens",)
        for name in lists:
            if found := words("solution", name).match(seen, clause.begin, clause.stop):
                return found.span()
            if found := words("solution", name).match(seen, _first_word(seen, clause.start), clause.stop):
                return found.span()
    return None


def _first_word(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start
