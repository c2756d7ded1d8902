"""Rows of a list change places."""

from collections.abc import Sequence
from typing import TypeVar

from facilitator.domain.rules import RuleBroken
from facilitator.store.base import Held

R = TypeVar("R", bound=Held)


def swap(rows: Sequence[R], row_id: str, by: int) -> R:
    """One place up (-1) or down (1), with the neighbour there; the row that moved."""
    at = next((place for place, one in enumerate(rows) if one.id == row_id), -1)
    if at < 0 or not 0 <= at + by < len(rows):
        raise RuleBroken("It stands at the edge of the list already.")
    one, other = rows[at], rows[at + by]
    one.position, other.position = other.position, one.position
    return one
