"""Which form an agenda has, by the name of its file or, pasted, by what it looks like."""

import re
from collections.abc import Callable

FORMS = ("md", "html", "csv", "tsv", "txt", "yaml")

_ENDINGS = {
    **{form: form for form in FORMS},
    "markdown": "md",
    "mkd": "md",
    "htm": "html",
    "xhtml": "html",
    "yml": "yaml",
    "text": "txt",
    "tab": "tsv",
}


def guess_form(name_or_text: str) -> str:
    """The form of a file name ("plan.yml" → yaml) or of a pasted text; plain text when nothing else fits."""
    ending = re.fullmatch(r".{0,400}\.([A-Za-z]{2,8})", name_or_text.strip())
    form = _ENDINGS.get(ending[1].lower()) if ending else None
    return form or _by_looks(name_or_text[:50_000])


def _by_looks(text: str) -> str:
    lines = [line for line in text.split("\n")[:200] if line.strip()]
    if re.match(r"\s*<(?:!doctype|html|table|body|div|ul|ol|h\d)\b", text, re.I):
        return "html"
    if _most(lines, lambda line: "\t" in line.strip()):
        return "tsv"
    if any(
        re.match(r"#{1,6}\s|\s*\|.*\|\s*$|\s*[-*+]\s\S.*(?<!:)$|\*\*.+\*\*", line) for line in lines
    ) and not _is_yaml(lines):
        return "md"
    if _is_yaml(lines):
        return "yaml"
    return "csv" if _most(lines, lambda line: max(line.count(","), line.count(";")) >= 2) and len(lines) > 1 else "txt"


def _is_yaml(lines: list[str]) -> bool:
    """Say whether the lines are keys with values; a clock time ("9:00 Welcome") is no key."""
    keys = sum(bool(re.match(r"\s*(?:-\s+)*[\"']?[A-Za-z_][\w -]{0,30}[\"']?:(?:\s|$)", line)) for line in lines)
    return len(lines) > 1 and keys >= 0.7 * len(lines) and any(re.match(r"\s+\S|-\s", line) for line in lines)


def _most(lines: list[str], fits: Callable[[str], bool]) -> bool:
    return bool(lines) and sum(fits(line) for line in lines) >= 0.8 * len(lines)
