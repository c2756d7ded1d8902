"""No widget is given a bare text: only literals, and what passed `plain`, `cell`, `row` or `Content`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import facilitator

ROOT = Path(facilitator.__file__).parent
FILES = sorted([*(ROOT / "screens").rglob("*.py"), *(ROOT / "widgets").rglob("*.py"), ROOT / "app.py"])
# Constructors and methods that read markup in a text of theirs.
READ_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "Tab",
    "update",
}
NOTIFY = "notify"
SET = {"border_title", "border_subtitle", "tooltip"}
SAFE_CALLS = {"plain", "cell", "Content", "Text", "assemble", "styled", "from_text", "row"}


def is_safe(node: ast.expr) -> bool:
    """A literal, a value that is no text, or a call that makes it plain."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in SAFE_CALLS
        case ast.IfExp(body=body, orelse=orelse):
            return is_safe(body) and is_safe(orelse)
    return False


def offences(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_], keywords=keywords):
                if "igits" in ast.unparse(node):
                    continue  # Digits reads no markup
                if name in READ_MARKUP and not is_safe(first) and not any(each.arg == "markup" for each in keywords):
                    yield f"line {node.lineno}: {ast.unparse(node)[:80]}"
                if name == NOTIFY and not any(each.arg == "markup" for each in keywords):
                    yield f"line {node.lineno}: notify without markup=False"
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=value) if name in SET and not is_safe(value):
                yield f"line {node.lineno}: {ast.unparse(node)[:80]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_widget_gets_a_bare_text(path: Path) -> None:
    assert list(offences(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_the_test_sees_what_it_forbids() -> None:
    wrong = 'Label(name)\nself.update(f"{name}")\nbox.border_title = title\nself.notify(text)'
    right = '\nButton("Go")\nLabel(plain(name))'
    assert len(list(offences(ast.parse(wrong + right)))) == 4
