"""Small pieces of the sentences: a quotation, a count, a day."""

from datetime import date

from facilitator.domain.text import shorten

_WIDTH = 60


def quoted(text: str) -> str:
    return f"“{shorten(' '.join(text.split()), _WIDTH)}”"


def on_day(day: date) -> str:
    """“Friday 15 January 2027”."""
    return f"{day:%A} {day.day} {day:%B %Y}"
