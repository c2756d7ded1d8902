"""The cost of growth as a picture: what each size costs, of what ten records cost, as an SVG."""

from collections.abc import Sequence
from math import log10

from tests.bench.growing import Grown

WIDTH, HEIGHT = 720, 380
LEFT, RIGHT, TOP, BOTTOM = 60, 190, 50, 50
MOST = 3.0
LINES = (
    ("opening", "opened", 1000, "ms", "#0072b2"),
    ("a key, p95", "key", 1000, "ms", "#d55e00"),
    ("a command, p50", "command", 1000, "ms", "#009e73"),
    ("memory", "memory", 1, "MiB", "#cc79a7"),
)


def growth(grown: Sequence[Grown]) -> str:
    """One line each for opening, a key, a command and memory; ten records are 1."""
    first, last = log10(grown[0].records), log10(grown[-1].records)
    parts = [_text(LEFT, 26, "What 10 to 10,000 records cost, of what 10 cost", 16)]
    for ratio in (0, 1, 2, 3):
        parts.append(_rule(ratio))
        parts.append(_text(LEFT - 12, _y(ratio) + 4, f"{ratio} ×", 12, "end"))
    for one in grown:
        x = _x(one.records, first, last)
        parts.append(_text(x, HEIGHT - BOTTOM + 22, f"{one.records:,}", 12, "middle"))
    for place, (name, field, scale, unit, colour) in enumerate(LINES):
        values = [float(getattr(one, field)) for one in grown]
        points = [
            (_x(one.records, first, last), _y(value / values[0])) for one, value in zip(grown, values, strict=True)
        ]
        parts.append(_line(points, colour))
        y = TOP + 20 + place * 56
        parts.append(f'<circle cx="{WIDTH - RIGHT + 26}" cy="{y - 4}" r="5" fill="{colour}"/>')
        parts.append(_text(WIDTH - RIGHT + 38, y, name, 13))
        low, high = values[0] * scale, values[-1] * scale
        parts.append(_text(WIDTH - RIGHT + 38, y + 17, f"{low:.1f} → {high:.1f} {unit}", 12))
    return _page("\n".join(parts))


def _page(body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" fill="#222">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _x(records: int, first: float, last: float) -> float:
    return round(LEFT + (log10(records) - first) / (last - first) * (WIDTH - LEFT - RIGHT), 1)


def _y(ratio: float) -> float:
    return round(HEIGHT - BOTTOM - min(ratio, MOST) / MOST * (HEIGHT - TOP - BOTTOM), 1)


def _rule(ratio: float) -> str:
    y = _y(ratio)
    return f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>'


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = "L".join(f"{x} {y}" for x, y in points)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>' for x, y in points)
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'


def _text(x: float, y: float, words: str, size: int, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}">{words}</text>'
