"""A template as TOML that a person can read and edit, and that reads back as the same template."""

import os
import tempfile
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from facilitator.library.parts import must_be_name
from facilitator.library.template import Template

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def template_to_toml(template: Template) -> str:
    """Return the template as TOML; what has its usual value is left out."""
    plain, tables = [], []
    for name, value in _told(template):
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            tables += [_table(name, each) for each in value]
        else:
            plain.append(_line(name, value))
    return "\n".join(["".join(plain), *tables])


def save_template(template: Template, folder: Path) -> Path:
    """Write the template into a folder of one's own, whole or not at all; one of the same name is replaced."""
    must_be_name(template.name)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{template.name}.toml"
    number, beside = tempfile.mkstemp(dir=folder, prefix=f".{template.name}-")
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(template_to_toml(template))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)
    return path


def _told(value: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - any of the frozen shapes
    each = [(field, getattr(value, field.name)) for field in fields(value)]
    return [(field.name, held) for field, held in each if field.default is MISSING or held != field.default]


def _table(name: str, value: Any) -> str:  # noqa: ANN401 - any of the frozen shapes
    return f"[[{name}]]\n" + "".join(_line(field, held) for field, held in _told(value))


def _line(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return f"{name} = [\n" + "".join(f"  {_text(each)},\n" for each in value) + "]\n"
    return f"{name} = {value if isinstance(value, int) else _text(str(value))}\n"


def _text(text: str) -> str:
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"  # half a character can't be written as UTF-8
    return f"\\u{ord(sign):04x}" if sign < " " or sign == "\x7f" else sign
