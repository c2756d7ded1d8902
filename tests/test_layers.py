"""Who may import whom, and how long a file may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import facilitator

ROOT = Path(facilitator.__file__).parent
# What Alembic wrote is read by nobody in one sitting.
FILES = sorted(path for path in ROOT.rglob("*.py") if path.parent.name != "versions")
TOP = "facilitator"
SQL = ("sqlmodel", "sqlalchemy", "alembic")
# What each layer must never import, at the top of a module or inside a function.
NEVER: dict[str, tuple[str, ...]] = {
    "domain": (
        "textual",
        "rich",
        "click",
        *SQL,
        *(
            f"{TOP}.{layer}"
            for layer in ("store", "exchange", "library", "widgets", "screens", "app", "cli", "settings")
        ),
    ),
    "store": (
        "textual",
        "rich",
        "click",
        *(f"{TOP}.{layer}" for layer in ("screens", "widgets", "app", "exchange", "cli")),
    ),
    "exchange": (
        "textual",
        "rich",
        "click",
        *SQL,
        *(f"{TOP}.{layer}" for layer in ("store", "screens", "widgets", "app", "cli")),
    ),
    "library": (
        "textual",
        "rich",
        "click",
        *SQL,
        *(f"{TOP}.{layer}" for layer in ("store", "screens", "widgets", "app", "cli")),
    ),
    "guards": (
        "click",
        *SQL,
        f"{TOP}.store.store",
        f"{TOP}.store.tables",
        *(f"{TOP}.{layer}" for layer in ("screens", "widgets", "app", "cli", "exchange", "library")),
    ),
    "widgets": (
        "click",
        *SQL,
        *(f"{TOP}.{layer}" for layer in ("store", "screens", "app", "cli", "exchange", "library")),
    ),
    "screens": ("click", *SQL, f"{TOP}.store.tables", f"{TOP}.store.journal", f"{TOP}.cli"),
    "app.py": (*SQL, f"{TOP}.store.tables", f"{TOP}.cli"),
}
# Data and words may be long; code may not.
LONGEST = 300


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, typing_only: bool = False) -> Iterator[str]:
    tree = tree_of(path)
    guarded = {
        id(node)
        for test in ast.walk(tree)
        if isinstance(test, ast.If) and "TYPE_CHECKING" in ast.dump(test.test)
        for node in ast.walk(test)
    }
    for node in ast.walk(tree):
        if id(node) in guarded and not typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_layer_imports_only_what_is_below_it(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    for name in imports(path):
        for never in NEVER.get(layer, ()):
            assert not (name + ".").startswith(never + "."), f"{path}: {layer} may not import {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or text.startswith('"""')


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_one_function_counts(path: Path) -> None:
    """`counted` puts the s behind what is more than one."""
    ways = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.IfExp)]
    assert [ast.unparse(node) for node in ways if adds_an_s(node)] == []


def adds_an_s(node: ast.IfExp) -> bool:
    one, many = ast.unparse(node.body), ast.unparse(node.orelse)
    return ast.unparse(node.test).endswith("== 1") and one[:1] in {"'", "f"} and many == f"{one[:-1]}s'"


def test_no_command_changes_rows_in_bulk() -> None:
    """The journal sees rows, not statements: what it does not see can't be undone."""
    for path in (ROOT / "store" / "commands").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id
            assert called not in ("update", "delete", "insert"), f"{path}: {called}()"


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("facilitator.domain.gaps", ("sqlalchemy", "textual", "rich", "pydantic")),
        ("facilitator.domain.capture", ("sqlalchemy", "textual", "rich", "pydantic")),
        ("facilitator.store.store", ("textual", "alembic")),
        ("facilitator.store.glance", ("textual", "sqlalchemy", "pydantic")),
        ("facilitator.exchange.document", ("textual", "sqlalchemy", "docx", "typst", "icalendar")),
        ("facilitator.library", ("textual", "sqlalchemy")),
        ("facilitator.cli.shell", ("textual", "sqlalchemy", "alembic", "docx", "typst", "icalendar")),
        ("facilitator.screens.home", ("sqlalchemy", "pydantic")),
    ],
)
def test_a_module_does_not_load_what_it_does_not_need(module: str, unwanted: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(unwanted) & set(loaded)
