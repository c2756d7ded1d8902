"""Templates and sector packs are found by name, one's own beside those of the program."""

from pathlib import Path

import pytest

from facilitator.library.shelf import LibraryError, list_templates, load_sector, load_template

OURS = 'name = "NAME"\ntitle = "Ours"\nkind = "review"\nitems = []\n\n[[days]]\nstarts = "09:00"\nends = "10:00"\n'


def _write(folder: Path, name: str, text: str = "") -> None:
    (folder / f"{name}.toml").write_text(text or OURS.replace("NAME", name), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("halfday", "marketing-strategy-half-day"),
        ("Full Day", "marketing-strategy-full-day"),
        ("crises", "crisis"),
        ("two_days", "strategy-two-days"),
        ("quarterly-revue", "quarterly-review"),
    ],
)
def test_an_unknown_name_is_answered_with_the_one_that_was_meant(name: str, meant: str) -> None:
    with pytest.raises(LibraryError) as said:
        load_template(name)
    assert str(said.value) == f"There is no template “{name}”. Did you mean {meant}?"


def test_a_name_that_is_near_to_nothing_is_answered_with_all_there_are() -> None:
    with pytest.raises(LibraryError) as said:
        load_sector("fish")
    packs = "b2b-technology, health-care, long-sales-cycles, regulated-finance"
    assert str(said.value) == f"There is no sector pack “fish”. There are: {packs}."
    with pytest.raises(LibraryError, match=r"There are: crisis, "):
        load_template("")


def test_ones_own_stand_beside_those_of_the_program(tmp_path: Path) -> None:
    _write(tmp_path, "board-morning")
    names = [template.name for template in list_templates(tmp_path).templates]
    assert names[0] == "board-morning"
    assert len(names) == 6
    assert load_template("board-morning", tmp_path).title == "Ours"


def test_ones_own_stands_in_for_one_of_the_same_name(tmp_path: Path) -> None:
    _write(tmp_path, "crisis")
    assert load_template("crisis", tmp_path).title == "Ours"
    assert load_template("crisis").title == "Crisis session"


def test_a_broken_file_is_named_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    _write(tmp_path, "board-morning")
    _write(tmp_path, "broken", OURS.replace('"review"', '"revue"'))
    library = list_templates(tmp_path)
    assert len(library.templates) == 6
    (broken,) = library.broken
    assert (Path(broken.path).name, broken.line) == ("broken.toml", 3)
    assert str(broken).endswith("broken.toml, line 3: “kind” is “revue”. It must be one of: strategy, review, crisis.")


def test_asking_for_a_broken_one_says_why_it_can_t_be_read(tmp_path: Path) -> None:
    _write(tmp_path, "broken", OURS + "[[days]")
    with pytest.raises(LibraryError, match=r"The template “broken” can't be read\. .*line 9: This is no TOML"):
        load_template("broken", tmp_path)


def test_two_files_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    _write(tmp_path, "a", OURS.replace("NAME", "a"))
    _write(tmp_path, "b", OURS.replace("NAME", "a"))
    (broken,) = list_templates(tmp_path).broken
    assert broken.says == "Another file here is already named “a”."


def test_files_that_are_no_text_are_named_too(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'name = "ours"\ntitle = "Caf\xe9"\n')
    (tmp_path / "folder.toml").mkdir()
    folder, latin = list_templates(tmp_path).broken
    assert (latin.line, latin.says) == (2, "This is not UTF-8. Save it again as UTF-8.")
    assert folder.says.startswith("The file can't be opened: ")  # each system has its own words for why


def test_a_mark_at_the_beginning_of_the_file_does_not_matter(tmp_path: Path) -> None:
    _write(tmp_path, "ours", "\ufeff" + OURS.replace("NAME", "ours"))
    assert load_template("ours", tmp_path).name == "ours"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list_templates(tmp_path / "none") == list_templates()
