"""Bars in rows of text: shares of a whole, side by side."""

from collections.abc import Sequence

from facilitator.widgets.text import Piece, Tone

FULL = "━"


def shares(parts: Sequence[tuple[str, int, Tone]], width: int) -> tuple[Piece, ...]:
    """One bar of `width` columns, a stretch for each part in its tone; a part that exists is never invisible."""
    total = sum(count for _, count, _ in parts)
    if not total:
        return ((FULL * width, Tone.DIM),)
    lengths = [max(round(count / total * width), 1) if count else 0 for _, count, _ in parts]
    lengths[lengths.index(max(lengths))] += width - sum(lengths)
    return tuple((FULL * length, tone) for length, (_, _, tone) in zip(lengths, parts, strict=True) if length)


def progress(done: int, of: int, width: int = 24) -> tuple[Piece, ...]:
    """How far something is: a bar that fills."""
    filled = round(done / of * width) if of else width
    return (FULL * filled, Tone.GOOD), (FULL * (width - filled), Tone.DIM)


def legend(parts: Sequence[tuple[str, int, Tone]]) -> tuple[Piece, ...]:
    """`9 agreed · 2 disputed`, each in its tone; what there is none of is left out."""
    said: list[Piece] = []
    for words, count, tone in parts:
        if count:
            said += [(" · ", Tone.DIM)] if said else []
            said.append((f"{count} {words}", tone))
    return tuple(said)
