"""What a hand does at random: keys, lines, pastes, clicks, resizes, noise."""

import random

from tests.faults.hostile import PAYLOADS

Size = tuple[int, int]
CTRL_Q, ESCAPE, ENTER = b"\x11", b"\x1b", b"\r"
LETTERS = [bytes([code]) for code in range(0x20, 0x7F)]
STAYING = [letter for letter in LETTERS if letter != b"q"]
CONTROL = [bytes([code]) for code in range(0x20) if bytes([code]) not in (CTRL_Q, ESCAPE)]
ARROWS = [b"\x1b[" + way for way in (b"A", b"B", b"C", b"D", b"H", b"F", b"5~", b"6~", b"3~", b"1;5A", b"1;5B")]
LINES = (
    b"Publish the calculator @anna by 15 jan #who !5k $20 days", b"stop printing", b"find out what it costs by friday",
    b"won't do it because", b"An idea of its own", b"14:30", b"12", b"3 5 4", b"Lena Kurz <lena@example.com>, sales",
    b"Revenue 5m EUR @Q1", b"every 2 weeks", b"Talk about prices 20 min", b"export", b"undo", b"journal",
)  # fmt: skip
# Each opens a line of its own.
OPENING = (b"c", b"f", b"i", b"d", b"s", b"a", b"p", b"/", b"\x10")
SIZES = ((120, 34), (80, 24), (200, 60), (60, 18), (59, 17), (20, 5), (3, 2), (1, 1), (400, 20), (100, 120))
NOISE = (
    b"\xff\xfe",
    b"caf\xe9",
    b"\x1b[M \xf0\x21",
    b"\x1b[48;99999999;9999999t",
    b"\x1b]52;c;AA",
    b"\x1b[I",
    b"\x1b[O",
)


def weights(*, escapes: int, stays: bool) -> dict[str, int]:
    """How often each kind of act comes up. Who stays never leaves the program, and goes home only to come back.

    Where escape leaves (`escapes` is small), who stays presses neither it nor half a sequence that begins with it.
    """
    found = {
        "letter": 300, "arrow": 120, "enter": 90, "escape": escapes, "control": 20, "line": 80,
        "paste": 12, "click": 30, "resize": 15, "noise": 4, "burst": 10, "home": 2, "leave": 1,
    }  # fmt: skip
    if stays:
        found["leave"] = 0
        if escapes < found["paste"]:
            found |= {"escape": 0, "home": 0, "noise": 0}
    return found


def act(chance: random.Random, kind: str, *, stays: bool) -> bytes | Size:
    """One act: what is typed, or the size that the window gets."""
    letters = STAYING if stays else LETTERS
    match kind:
        case "letter":
            return chance.choice(letters)
        case "home":
            return b"q"
        case "arrow":
            return chance.choice(ARROWS)
        case "enter":
            return ENTER
        case "escape":
            return ESCAPE
        case "control":
            return chance.choice(CONTROL)
        case "line":
            return chance.choice(OPENING) + chance.choice(LINES) + ENTER
        case "paste":
            return b"\x1b[200~" + pasted(chance) + b"\x1b[201~"
        case "click":
            place = b"%d;%d" % (chance.randint(1, 120), chance.randint(1, 34))
            return b"\x1b[<0;" + place + b"M\x1b[<0;" + place + b"m"
        case "resize":
            return chance.choice(SIZES)
        case "noise":
            return chance.choice(NOISE)
        case "burst":
            return b"".join(chance.choices(letters, k=chance.randint(5, 120)))
    return chance.choice((b"q", CTRL_Q))


def pasted(chance: random.Random) -> bytes:
    lines = chance.choices(PAYLOADS, k=chance.choice((1, 1, 1, 3, 40)))
    return "\n".join(lines).encode("utf-8", "replace").replace(b"\x1b[201~", b"")
