"""Why a phrase is no deadline, in one sentence for the person who typed it."""

import re

LONGEST_QUOTE = 40
# What the signs show, and what to say about the phrase; the first that fits is said.
REASONS = (
    (r"EVERY", "{} repeats: give the first day."),
    (r"SOMETIME", "{} leaves the day open: say which."),
    (r"VAGUE", "{} is no day: say which."),
    (r"SEASON", "{} is a season: give a day in it."),
    # It may be an event, or a day with a letter too few.
    (r"(?:NEXT|THIS|LAST)(?: OF)? \?|NEXT", "{} names no day: give its date."),
    (
        r"(?:AFTER|BEFORE|FROM)\b|(?:END|START|MID|BY|OF|year|[QH]\d|F\d+|easter\S+)(?: OF)? \?",
        "{} is an event: give its date.",
    ),
    (r"AMOUNT", "{} is an amount, not a day."),
    (r"VERSION", "{} is a version, not a day."),
    (r"TIME", "{} is a time: say of which day."),
    (r"^(?:BY )?[no]\d+$", "{} is a number: say the month too."),
    (r"", "{} names no day: try “15 jan”, “friday” or “in two weeks”."),
)


def reason(phrase: str, signs: str) -> str:
    """The sentence for a phrase in which no day was found."""
    said = next(sentence for shows, sentence in REASONS if re.search(rf"(?<!\S)(?:{shows})", signs))
    return said.format(quoted(phrase))


def quoted(phrase: str) -> str:
    """The phrase in quotes, shortened to fit a line."""
    short = " ".join(phrase.split())
    return f"“{short if len(short) <= LONGEST_QUOTE else short[: LONGEST_QUOTE - 1] + '…'}”"
