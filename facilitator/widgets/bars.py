"""Bars in rows of text: shares of a whole, side by side."""

from collections.abc import Sequence

from facilitator.widgets.text import Piece, Row, Tone, fit, row

FULL = "━"
STEPS = " ▁▂▃▄▅▆▇█"
# So many periods stand side by side.
MOST = 8


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


def upright(values: Sequence[tuple[str, str, float]], width: int, height: int = 4) -> tuple[Row, ...]:
    """Columns over their names, (name, value in words, value), the latest `MOST` of them; each `width` columns wide."""
    shown = values[-MOST:]
    if not shown:
        return ()
    numbers = [value for _, _, value in shown]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    eighths = [round((value - low) / (high - low or 1) * height * 8) for value in numbers]
    rows = [
        row(
            *(
                (fit(STEPS[max(0, min(eighth - 8 * (height - 1 - y), 8))] * (width - 3), width), Tone.ACCENT)
                for eighth in eighths
            )
        )
        for y in range(height)
    ]
    said = row(*((fit(words, width - 1) + " ", Tone.STRONG) for _, words, _ in shown))
    return (*rows, said, row(*((fit(name, width - 1) + " ", Tone.DIM) for name, _, _ in shown)))


def legend(parts: Sequence[tuple[str, int, Tone]]) -> tuple[Piece, ...]:
    """`9 agreed · 2 disputed`, each in its tone; what there is none of is left out."""
    said: list[Piece] = []
    for words, count, tone in parts:
        if count:
            said += [(" · ", Tone.DIM)] if said else []
            said.append((f"{count} {words}", tone))
    return tuple(said)
