"""The settings silence codes of gaps, and only those that exist."""

from pathlib import Path

import pytest

from facilitator.settings import SettingsError, read_settings


def test_codes_and_their_beginnings_can_be_silenced(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('silenced = ["D05", "p", "C01:k3f9a1"]', encoding="utf-8")
    assert read_settings(path).silenced == ("D05", "p", "C01:k3f9a1")


def test_what_is_no_code_is_named_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('silenced = ["D05", "X99"]', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"settings\.toml silences “X99”, which is no code of a gap"):
        read_settings(path)
