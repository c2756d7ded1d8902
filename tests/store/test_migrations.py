"""A fresh file and one that was brought up to date have the same shape."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from facilitator.store.soundness import HEAD
from facilitator.store.store import Store
from tests.conftest import FakeClock

Shape = dict[str, list[object]]


def alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", "facilitator.store:migrations")
    return config


def shape(path: Path) -> Shape:
    """Every table's columns with their defaults, keys and indexes."""
    with closing(sqlite3.connect(path)) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found: Shape = {}
        for table in tables:
            columns = raw.execute(
                f"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{table}')"
            ).fetchall()
            keys = raw.execute(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{table}\')').fetchall()
            indexes = raw.execute(f"SELECT name FROM pragma_index_list('{table}') WHERE origin = 'c'").fetchall()
            found[table] = [columns, sorted(keys), sorted(indexes)]
        return found


def test_all_revisions_together_make_what_a_fresh_file_is(tmp_path: Path) -> None:
    Store(tmp_path / "fresh.db", clock=FakeClock()).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'moved.db'}")
    config = alembic()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()
    fresh, moved = shape(tmp_path / "fresh.db"), shape(tmp_path / "moved.db")
    assert fresh.keys() == moved.keys()
    for table, parts in fresh.items():
        assert moved[table] == parts, table


def test_the_newest_revision_is_the_one_that_the_store_knows() -> None:
    assert ScriptDirectory.from_config(alembic()).get_current_head() == f"{HEAD:04}"
