"""Who presents an item: the names in brackets behind its title, or behind a word such as "Lead:"."""

import re

_BRACKETS = re.compile(r"^(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]]\s*\.?$", re.S)
_NAME = re.compile(
    r"@[\w-]{2,39}|(?:(?:Dr|Prof|Frau|Herr|Mr|Ms|Mrs)\.?\s)?[^\W\d_a-z][\w.'’-]*"
    r"(?:\s(?:van|von|de|der|di|la|el)(?=\s))*(?:\s[^\W\d_a-z][\w.'’-]*){0,3}"
)
_NO_NAMES = frozenset((
    "zoom", "online", "optional", "draft", "room", "main", "break", "lunch", "no", "yes", "all", "everyone",
    "plenary", "tbd", "tba", "tbc", "remote", "internal", "public", "new", "the", "day", "week", "part",
    "session", "keynote", "workshop", "talk", "slides", "video", "continued", "offline", "hybrid", "phase",
    "decision", "discussion", "info", "vote",
))  # fmt: skip
_LED = re.compile(
    r"(?:lead|led\sby|presenter|presented\sby|speakers?|facilitator|facilitated\sby|host|owner|champion|wer|verantwortlich|leitung"
    r"|referent(?:in)?|moderation|moderator|who|by|von|responsable|докладчик)\s*:\s*(.{2,80})",
    re.I,
)
_ASKED = re.compile(
    r"(?:key\s)?(?:question|decide|decision|to\sdecide|decision\sneeded|motion|frage|entscheidung|zu\sentscheiden|beschluss|pregunta"
    r"|вопрос|решить)\s*:\s*(.{3,300})",
    re.I,
)


def split_presenter(title: str) -> tuple[str, str | None]:
    """Part "Pricing (Anna Weber, Jonas)" into the title and its names; brackets without names stay."""
    match = _BRACKETS.match(title[:600])
    if match and (names := _names(match[2])):
        return match[1].rstrip(" ,;:-–—"), names
    return title, None


def led_by(text: str) -> str | None:
    """The names of a detail line such as "Lead: Greg"."""
    match = _LED.fullmatch(text.strip())
    return match[1].strip() if match else None


def asked(text: str) -> str | None:
    """The question of a detail line such as "Decide: which segment first"."""
    match = _ASKED.fullmatch(text.strip())
    return match[1].strip() if match else None


def _names(text: str) -> str | None:
    parts = [part.strip() for part in re.split(r",|;|&|\+|/|\sand\s|\sund\s|\sy\s|\set\s", text) if part.strip()]
    named = [
        part
        for part in parts
        if _NAME.fullmatch(part) and part.split()[0].lower() not in _NO_NAMES and not part.isupper()
    ]
    return ", ".join(parts) if parts and len(named) == len(parts) else None
