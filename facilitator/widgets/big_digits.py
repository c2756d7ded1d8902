"""Digits as large as their widget: seven strokes each, drawn in half rows, line by line."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

#  a       The strokes of each sign.
# f b
#  g
# e c
#  d
STROKES = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
    "-": "g",
    ":": ":",
    "+": "+",
    ".": ".",
}
# How wide a sign is, and the gap between two, in hundredths of a digit.
WIDTHS = {":": 40, "+": 60, ".": 30}
GAP = 18
# A digit is about so tall, measured in its own width (a column is half as wide as a row is high), but where the signs
# are many it still takes so much of the height, and a third of a screen that has so many rows besides.
SHAPE = 1.6
LEAST = 0.6
BESIDES = 14
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sign:
    """Where one sign stands: its first column and its width."""

    text: str
    x: int
    width: int


class BigDigits(Widget):
    """Shows `digits` (`07:19`, `+02:10`, `--:--`) across its whole width, upright in the middle of its height."""

    DEFAULT_CSS = "BigDigits { height: 1fr; width: 1fr; }"

    digits: reactive[str] = reactive("", init=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return container.height

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        lines = draw(self.digits, width, height)
        text = lines[y] if y < len(lines) else " " * width
        # Blanks apart: a picture of the screen would lose those at the start of a text.
        runs = ("".join(run) for _, run in groupby(text, str.isspace))
        return Strip([Segment(run, self.rich_style) for run in runs], width)


@lru_cache(maxsize=4)
def draw(digits: str, width: int, height: int) -> tuple[str, ...]:
    """`height` lines of `width` columns, the digits across all of them."""
    signs, one = places(digits, width)
    tall = _even(min(2 * height, max(one * SHAPE, 2 * height * LEAST, 2 * (height + BESIDES) / 3)))
    top = _even((2 * height - tall) / 2)
    stroke = max(_even(min(one / 5, tall / 7)), 2)
    pixels = [bytearray(width) for _ in range(2 * height)]
    for sign in signs:
        for x, y, across, down in boxes(sign, tall, stroke):
            for line in pixels[max(top + y, 0) : top + y + down]:
                for column in range(max(x, 0), min(x + across, width)):
                    line[column] = 1
    return tuple(_halves(pixels[2 * y], pixels[2 * y + 1]) for y in range(height))


def places(digits: str, width: int) -> tuple[tuple[Sign, ...], int]:
    """Share the width among the signs, in whole columns, every digit as wide as the others; and that width."""
    parts = [WIDTHS.get(sign, 100) for sign in digits]
    total = sum(parts) + GAP * max(len(digits) - 1, 0)
    one = 100 * width // total if total else 0
    widths = [max(part * one // 100, 1) for part in parts]
    spare = width - sum(widths)
    gap = spare // max(len(digits) - 1, 1) if digits else 0
    at = (spare - gap * (len(digits) - 1)) // 2
    found: list[Sign] = []
    for sign, wide in zip(digits, widths, strict=True):
        found.append(Sign(sign, at, wide))
        at += wide + gap
    return tuple(found), one


def boxes(sign: Sign, tall: int, stroke: int) -> tuple[Box, ...]:
    """The filled boxes of one sign, as (x, y, across, down) in columns and half rows."""
    x, wide, middle = sign.x, sign.width, _even((tall - stroke) / 2)
    far = x + wide - stroke
    dot = min(stroke, wide)
    centre = x + (wide - dot) // 2
    strokes: dict[str, tuple[Box, ...]] = {
        "a": ((x, 0, wide, stroke),),
        "b": ((far, 0, stroke, middle + stroke),),
        "c": ((far, middle, stroke, tall - middle),),
        "d": ((x, tall - stroke, wide, stroke),),
        "e": ((x, middle, stroke, tall - middle),),
        "f": ((x, 0, stroke, middle + stroke),),
        "g": ((x, middle, wide, stroke),),
        ":": ((centre, _even(tall / 3 - dot / 2), dot, dot), (centre, _even(tall * 2 / 3 - dot / 2), dot, dot)),
        ".": ((centre, tall - dot, dot, dot),),
        "+": ((x, middle, wide, stroke), (centre, _even(middle - (wide - dot) / 2), dot, wide)),
    }
    return tuple(box for name in STROKES.get(sign.text, "") for box in strokes[name])


def _halves(upper: bytearray, lower: bytearray) -> str:
    return "".join(HALVES[bool(above), bool(below)] for above, below in zip(upper, lower, strict=True))


def _even(length: float) -> int:
    """Whole rows: half of one would blur an edge."""
    return 2 * round(length / 2)
