"""Sharing a whole number out: in proportion, nobody above their limit, nothing lost to rounding."""

from collections.abc import Sequence


def share(total: int, weights: Sequence[int], limits: Sequence[int]) -> list[int]:
    """Shares in proportion to the weights; who reaches the limit stays there, and the others carry the rest.

    The shares add up to the total, or to all limits together when these are less.
    """
    given = [0] * len(limits)
    open_ = [index for index, limit in enumerate(limits) if limit > 0]
    rest = min(total, sum(limits[index] for index in open_))
    while rest > 0:
        parts = _proportion(rest, [max(weights[index], 1) for index in open_])
        for index, part in zip(open_, parts, strict=True):
            given[index] = min(part, limits[index])
        # Who is full stays so; the others are asked again, because they must carry what is missing.
        full = [index for index, part in zip(open_, parts, strict=True) if part >= limits[index]]
        rest = rest - sum(limits[index] for index in full) if full else 0
        open_ = [index for index in open_ if index not in full]
    return given


def _proportion(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts of the total by largest remainder, earlier ones first."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda index: -(total * weights[index] % whole))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts
