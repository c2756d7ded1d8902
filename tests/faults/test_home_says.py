"""Home says at once, before any key, what is wrong with its store: it does not show it as if all were well."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.store.faults import StoreFault
from tests.conftest import FakeClock
from tests.faults import causes
from tests.faults.met import started


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (causes.an_empty_file, "DB-EMPTY"),
        (causes.a_file_gone_since, "DB-EMPTY"),
        (causes.an_older_copy, "DB-BEHIND"),
        (causes.a_newer_one, "DB-NEWER"),
        (causes.anothers_database, "DB-FOREIGN"),
        (causes.a_text_file, "DB-NOTADB"),
        (causes.a_folder_in_its_place, "DB-FOLDER"),
    ],
)
async def test_home_says_what_is_wrong(path: Path, clock: FakeClock, cause: Callable[[Path], None], code: str) -> None:
    with suppress(StoreFault):
        cause(path)
    shown, _ = await started(path, clock)
    assert f"[{code}]" in shown
