"""A minute of a random moderator and a random timekeeper; an hour of it is run by hand before a release."""

from pathlib import Path

import pytest

from tests.faults.room import Room


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_minute_of_random_keys_in_two_terminals(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(home)  # what is exported lies here
    story = Room(tmp_path, seed).run(60)
    assert story.wrong == []
    assert story.undone > 0
