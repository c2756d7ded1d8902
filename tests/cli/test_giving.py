"""`export`, `due`, `backup`, `restore`, `doctor`: what the shell gives out and looks after."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.exchange import pdf
from facilitator.store.backups import take
from tests.cli.shell import Shell


@pytest.fixture
def decided(planned: Shell) -> Shell:
    planned.ok("add", "decision", "Call every harbour @Ines by 14 mar 2031 !10 calls")
    planned.ok("add", "idea", "Sell the night tour")
    return planned


def test_every_format_is_a_file_of_its_own(decided: Shell, tmp_path: Path) -> None:
    words = ["export", "--to", "md,html,docx,pdf,csv,csv:ideas,json,ics", "--out", str(tmp_path), "--json"]
    files = [Path(file) for file in decided.ok(*words).json["files"]]
    assert [file.name for file in files] == [
        "Harbour 2031.md",
        "Harbour 2031.html",
        "Harbour 2031.docx",
        "Harbour 2031.pdf",
        "Harbour 2031.csv",
        "Harbour 2031 ideas.csv",
        "Harbour 2031.json",
        "Harbour 2031.ics",
    ]
    assert all(file.stat().st_size for file in files)
    assert files[3].read_bytes().startswith(b"%PDF")


def test_the_length_of_the_document_is_said_beside_the_pdf(decided: Shell, tmp_path: Path) -> None:
    said = decided.ok("export", "--to", "pdf", "--out", str(tmp_path)).err
    assert said.splitlines() == [
        "1 of 1  Harbour 2031.pdf",
        f"Wrote 1 file into {tmp_path}.",
        "The document has 1 page of 3 at most.",
    ]


def test_a_pdf_is_set_once_and_its_pages_are_known_then(
    decided: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs, script = tmp_path / "runs.txt", tmp_path / "typesetter.py"
    ours = Path(pdf.__file__).with_name("typesetter.py")
    noted = f"open({str(runs)!r}, 'a').write('.')"
    script.write_text(f"{noted}; import runpy; runpy.run_path({str(ours)!r}, run_name='__main__')", encoding="utf-8")
    monkeypatch.setattr("facilitator.exchange.pdf._TYPESETTER", str(script))
    said = decided.ok("export", "--to", "md,pdf", "--out", str(tmp_path), "--json")
    assert (said.json["pages"], runs.read_text(encoding="utf-8")) == (1, ".")
    decided.ok("export", "--to", "md,pdf", "--out", str(tmp_path), "--appendix")
    assert len(runs.read_text(encoding="utf-8")) > 2


def test_what_can_be_written_is_and_the_rest_says_why(decided: Shell, tmp_path: Path) -> None:
    (tmp_path / "Harbour 2031.md").mkdir()
    said = decided("export", "--to", "md,csv", "--out", str(tmp_path), "--json")
    assert said.status == 2
    assert [Path(file).name for file in said.json["files"]] == ["Harbour 2031.csv"]
    assert said.err.splitlines()[-1].endswith("Harbour 2031.md is a folder. Move it away, or name another folder.")


def test_a_spreadsheet_gets_its_mark_when_it_is_asked_for(decided: Shell, tmp_path: Path) -> None:
    file = tmp_path / "Harbour 2031.csv"
    decided.ok("export", "--to", "csv", "--out", str(tmp_path))
    assert file.read_bytes().startswith(b"Name,")
    decided.ok("export", "--to", "csv", "--bom", "--out", str(tmp_path))
    assert file.read_bytes().startswith(b"\xef\xbb\xbfName,")


def test_one_text_format_goes_to_stdout(decided: Shell) -> None:
    assert "Call every harbour" in decided.ok("export", "--out", "-").out
    assert decided.ok("export", "--to", "csv:ideas", "--out", "-").out.startswith("Summary,")
    assert decided.ok("export", "--to", "ics", "--out", "-").out.startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--to", "xlsx"], "There is no format “xlsx”"),
        (["--to", ","], "--to names no format"),
        (["--to", "csv:votes"], "csv:ideas"),
        (["--to", "md,html", "--out", "-"], "writes one format"),
        (["--to", "pdf", "--out", "-"], "writes text"),
        (["--out", "/nowhere/at/all"], "there is no folder /nowhere/at/all"),
        (["nobody"], "No session is called “nobody”"),
    ],
)
def test_an_export_that_can_not_be_made_says_why(words: list[str], says: str, decided: Shell) -> None:
    assert says in decided.refuses("export", *words)


def test_a_folder_that_is_not_there_yet_is_made_in_one_that_is(decided: Shell, tmp_path: Path) -> None:
    said = decided.ok("export", "--to", "md,csv", "--out", str(tmp_path / "result"), "--json")
    assert sorted(said.json["files"]) == sorted(str(file) for file in (tmp_path / "result").iterdir())
    (tmp_path / "notes").write_text("mine")
    for no_place in (tmp_path / "a" / "b", tmp_path / "notes", tmp_path / "notes" / "in"):
        assert f"there is no folder {no_place}" in decided.refuses("export", "--out", str(no_place))
    assert not (tmp_path / "a").exists()


def test_what_is_late_fails_and_what_comes_is_listed(shell: Shell) -> None:
    shell.ok("new", "Harbour", "--tz", "UTC")
    today = datetime.now(UTC).date()
    assert shell("due").status == 0
    shell.ok("add", "decision", f"Call every harbour @Ines by {today + timedelta(days=3)}")
    shell.ok("add", "decision", f"Much later @Ines by {today + timedelta(days=40)}")
    assert [line["text"] for line in shell.ok("due", "--json").json["due"]] == ["Call every harbour"]
    assert len(shell.ok("due", "--within", "8w", "--json").json["due"]) == 2
    shell.ok("add", "task", f"Print the numbers @Ines by {today - timedelta(days=2)}")
    said = shell("due")
    assert said.status == 1
    assert said.out.splitlines()[0].split("  ")[1:4] == ["2 days late", "Ines", "task: Print the numbers"]


def test_due_refuses_what_is_no_number_of_days(shell: Shell) -> None:
    assert "Write 14d or 2w" in shell.refuses("due", "--within", "a while")


def test_a_backup_is_whole_private_and_the_way_back(decided: Shell, tmp_path: Path) -> None:
    file = tmp_path / "kept.db"
    decided.ok("backup", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    decided.ok("add", "idea", "Said after the backup")
    said = decided.ok("restore", str(file), "--json")
    assert [idea["text"] for idea in decided.ok("show", "--json").json["ideas"]] == ["Sell the night tour"]
    aside = Shell(Path(said.json["kept"]))
    assert len(aside.ok("show", "--json").json["ideas"]) == 2


def test_a_damaged_store_is_found_kept_aside_and_replaced(decided: Shell, tmp_path: Path) -> None:
    file = tmp_path / "kept.db"
    decided.ok("backup", str(file))
    decided.path.write_bytes(b"not a database at all" * 200)
    said = decided("doctor", "--json")
    assert (said.status, said.json["sound"]) == (1, False)
    kept = Path(decided.ok("restore", str(file), "--json").json["kept"])
    assert kept.read_bytes().startswith(b"not a database")
    assert decided.ok("doctor", "--json").json["sound"]


def test_what_is_no_backup_is_refused(decided: Shell, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE stranger (id)")
    connection.close()
    assert "is no backup of Facilitator" in decided.refuses("restore", str(other))
    assert "is no backup" in decided.refuses("backup", str(other))
    assert "There is no backup" in decided.refuses("restore", str(tmp_path / "gone.db"))
    assert "is the store itself" in decided.refuses("backup", str(decided.path))


def test_a_backup_takes_the_place_of_an_older_one_and_of_no_other_store(decided: Shell, tmp_path: Path) -> None:
    """Another store under the name that was given was written over, and what it held was lost."""
    file, other = tmp_path / "kept.db", Shell(tmp_path / "other.db")
    decided.ok("backup", str(file))
    decided.ok("add", "idea", "Said after the backup")
    decided.ok("backup", str(file))
    other.ok("new", "Winter sales")
    said = decided.refuses("backup", str(other.path))
    assert said.startswith(f"{other.path} holds steps that are not in {decided.path}: it is another store")
    assert [one["title"] for one in other.ok("list", "--json").json["sessions"]] == ["Winter sales"]
    Shell(file).ok("add", "idea", "Said in the copy")
    assert "or a newer copy" in decided.refuses("backup", str(file))
    nowhere = tmp_path / "nowhere" / "kept.db"
    assert decided.refuses("backup", str(nowhere)).startswith(f"There is no folder {nowhere.parent}. Make it,")


def test_the_doctor_says_once_and_shortly_that_a_file_is_damaged_and_then_what_to_do(decided: Shell) -> None:
    whole = decided.path.read_bytes()
    decided.path.write_bytes(whole[: len(whole) // 2])
    said = decided("doctor")
    assert said.status == 1
    (line,) = (line for line in said.out.splitlines() if line.startswith("wrong"))
    assert line.startswith("wrong  integrity    damaged: ")
    assert len(line) < 120
    assert said.err.startswith(f"{decided.path} is damaged. ")
    assert f"facilitator --db {decided.path} doctor --fix" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("gone", [False, True])
def test_the_doctor_puts_the_newest_backup_in_the_place_of_a_store_that_is_empty_or_gone(
    decided: Shell, gone: bool
) -> None:
    newest = take(decided.path, datetime(2031, 3, 3, 10, 0))  # noqa: DTZ001 – local time, as in its name
    decided.path.unlink() if gone else os.truncate(decided.path, 0)
    assert "is empty, but it held 3 steps" in decided("doctor").err
    assert decided.ok("doctor", "--fix").err == f"The newest backup is in its place: {newest}.\n"
    assert [idea["text"] for idea in decided.ok("show", "--json").json["ideas"]] == ["Sell the night tour"]


@pytest.mark.parametrize("gone", [False, True])
def test_a_store_that_is_empty_or_gone_and_has_no_backup_says_how_to_begin_anew(decided: Shell, gone: bool) -> None:
    decided.path.unlink() if gone else os.truncate(decided.path, 0)
    way = f"facilitator --db {decided.path} doctor --fix"
    assert f"There is no backup of it. To begin anew, type “{way}”. [DB-EMPTY]" in decided.refuses("list")
    said = decided.ok("doctor", "--fix", "--json")
    assert said.err == f"{decided.path} begins anew with the next session.\n"
    assert said.json == {"file": str(decided.path), "sound": True, "checks": []}
    decided.ok("new", "Again")


def test_the_doctor_leaves_what_never_was_a_store_as_it_is(shell: Shell) -> None:
    shell.path.write_text("notes of a meeting\n" * 50, encoding="utf-8")
    for words in (("doctor",), ("doctor", "--fix")):
        said = shell(*words)
        assert said.status == 1
        assert "damaged" not in said.out + said.err
        assert said.err.endswith(
            "is not a database of Facilitator. It was left untouched. Name another with --db. [DB-NOTADB]\n"
        )
    assert [each.name for each in shell.path.parent.iterdir()] == [shell.path.name]
    assert shell.path.read_text(encoding="utf-8").startswith("notes")


def test_a_store_whose_first_page_is_lost_is_called_damaged_and_not_another_s(decided: Shell) -> None:
    whole = decided.path.read_bytes()
    decided.path.write_bytes(bytes(100) + whole[100:])
    assert decided.refuses("list").endswith(f"type “facilitator --db {decided.path} doctor --fix”. [DB-CORRUPT]\n")


def test_the_doctor_says_of_a_newer_store_what_opening_it_says(decided: Shell) -> None:
    with closing(sqlite3.connect(decided.path)) as connection:
        connection.execute("PRAGMA user_version=9")
    assert decided("doctor").err == decided.refuses("list")


def test_the_doctor_makes_files_private_again(decided: Shell) -> None:
    decided.path.chmod(0o644)
    assert decided("doctor").status == 1
    decided.ok("doctor", "--fix")
    assert decided.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("words", [("doctor",), ("doctor", "--fix"), ("backup",), ("list",)])
def test_a_pipe_or_a_folder_is_no_store_to_look_after(shell: Shell, words: tuple[str, ...]) -> None:
    os.mkfifo(shell.path, 0o644)
    assert shell.refuses(*words).endswith("is a pipe or a device, and not a file. Name a file with --db. [DB-NOFILE]\n")
    assert shell.path.stat().st_mode & 0o777 == 0o644
    shell.path.unlink()
    shell.path.mkdir(0o755)
    assert shell.refuses(*words).endswith("is a folder. Name a file with --db. [DB-FOLDER]\n")
    assert shell.path.stat().st_mode & 0o777 == 0o755


def test_the_doctor_and_the_backup_make_no_store(shell: Shell) -> None:
    assert "There is no store" in shell.refuses("doctor")
    assert "There is no store" in shell.refuses("backup")
    assert not shell.path.exists()


def test_a_store_that_is_none_is_refused_everywhere(shell: Shell) -> None:
    shell.path.write_text(f"notes of {date(2031, 3, 3)}\n" * 50, encoding="utf-8")
    for words in (["list"], ["show"], ["due"], ["add", "idea", "x"], ["new", "x"]):
        assert "is not a database of Facilitator" in shell.refuses(*words)
