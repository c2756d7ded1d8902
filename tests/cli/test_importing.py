"""`import`: agendas, sessions and homework, from files and from stdin."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell

AGENDA = """# Harbour day

| Time | Item | Min |
| --- | --- | --- |
| 09:00 | Welcome | 15 |
| 09:15 | Numbers of the year | 45 |
| 10:00 | Coffee break | 15 |
| 10:30 | Which tours do we stop? | 60 |

The crane is out of order.
"""


@pytest.fixture
def agenda(tmp_path: Path) -> str:
    path = tmp_path / "harbour.md"
    path.write_text(AGENDA, encoding="utf-8")
    return str(path)


def test_an_agenda_is_shown_without_being_taken(shell: Shell, agenda: str) -> None:
    found = shell.ok("import", agenda, "--dry-run", "--json").json
    assert list(found) == ["title", "items", "leftovers", "contradictions", "headings"]
    assert found["title"] == "Harbour day"
    assert found["items"][0] == {
        "title": "Welcome",
        "stage": "introduction",
        "kind": "item",
        "day": 1,
        "starts_at": "09:00",
        "planned_seconds": 900,
        "line": 5,
    }
    assert [one["text"] for one in found["leftovers"]] == ["The crane is out of order."]
    assert not shell.path.exists()


def test_a_break_is_shown_as_one(shell: Shell, agenda: str) -> None:
    assert "10:00  15 min  break         Coffee break" in shell.ok("import", agenda, "--dry-run").out


def test_an_agenda_becomes_a_session_on_its_day_and_its_gap_a_pin(shell: Shell, agenda: str) -> None:
    said = shell.ok("import", agenda, "--at", "2031-03-03", "--tz", "Europe/Berlin")
    assert "The crane is out of order." in said.out
    found = shell.ok("show", "--json").json
    assert found["session"]["title"] == "Harbour day"
    assert [item["planned_start"][11:16] for item in found["agenda"]] == ["09:00", "09:15", "10:00", "10:30"]
    assert [item["pinned_start"] is not None for item in found["agenda"]] == [False, False, False, True]
    assert found["agenda"][3]["question"] == "Which tours do we stop?"
    assert found["agenda"][2]["kind"] == "break"


def test_a_time_moves_the_first_start(shell: Shell, agenda: str) -> None:
    shell.ok("import", agenda, "--at", "2031-03-03 08:30", "--tz", "UTC", "--title", "Early")
    session = shell.ok("show", "--json").json
    assert (session["session"]["title"], session["agenda"][0]["planned_start"]) == (
        "Early",
        "2031-03-03T08:30:00+00:00",
    )


def test_an_agenda_without_a_day_keeps_its_times(shell: Shell, agenda: str) -> None:
    shell.ok("import", agenda)
    assert shell.ok("show", "--json").json["agenda"][0]["pinned_start"] == "09:00"


def test_an_agenda_goes_behind_the_items_of_a_session(planned: Shell, agenda: str) -> None:
    before = planned.ok("show", "--json").json["agenda"]
    planned.ok("import", agenda, "--into", "harbour")
    after = planned.ok("show", "--json").json
    assert [item["title"] for item in after["agenda"]] == [
        *(item["title"] for item in before),
        "Welcome",
        "Numbers of the year",
        "Coffee break",
        "Which tours do we stop?",
    ]
    assert after["journal"][-1]["did"] == "Take over 4 items of an agenda"


def test_stdin_is_read_by_its_looks(shell: Shell) -> None:
    said = shell.ok("import", "-", "--json", stdin="time,item,minutes\n09:00,Welcome,15\n09:15,Prices,30\n")
    assert [item["title"] for item in said.json["items"]] == ["Welcome", "Prices"]


def test_a_session_comes_back_byte_for_byte(planned: Shell, tmp_path: Path) -> None:
    planned.ok("clock", "start")
    planned.ok("add", "decision", "Call every harbour @Ines by 14 mar 2031")
    planned.ok("add", "stop", "Print leaflets @marketing")
    planned.ok("add", "number", "Revenue 1.5m EUR @2030-Q4")
    planned.ok("clock", "next")
    first = planned.ok("export", "--to", "json", "--out", "-").out
    (tmp_path / "a.json").write_text(first, encoding="utf-8")
    other = Shell(tmp_path / "other.db")
    other.ok("import", str(tmp_path / "a.json"))
    assert other.ok("export", "--to", "json", "--out", "-").out == first


def test_a_session_that_is_there_is_refused_unless_copied(planned: Shell, tmp_path: Path) -> None:
    planned.ok("clock", "start")
    planned.ok("add", "decision", "Call every harbour @Ines by 14 mar 2031")
    file = tmp_path / "a.json"
    file.write_text(planned.ok("export", "--to", "json", "--out", "-").out, encoding="utf-8")
    assert "“Harbour 2031” is here already." in planned.refuses("import", str(file))
    planned.ok("import", str(file), "--copy", "--title", "Twin")
    one, twin = (planned.ok("show", "--json", title).json for title in ("Harbour", "Twin"))
    assert one["session"]["id"] != twin["session"]["id"]
    assert not {item["id"] for item in one["agenda"]} & {item["id"] for item in twin["agenda"]}
    assert twin["decisions"][0]["owner_id"] == twin["people"][0]["id"]
    assert twin["spans"][0]["item"] == twin["agenda"][0]["id"]
    assert [done["did"] for done in twin["journal"]] == [done["did"] for done in one["journal"]]


def test_homework_goes_out_blank_and_comes_back_filled(planned: Shell, tmp_path: Path) -> None:
    harbour = planned.ok("show", "--json").json["session"]["id"]
    planned.ok("new", "Review 2031")
    way_on = f"Print the form with: facilitator --db {planned.path} homework {harbour} --blank\n"
    assert planned.ok("homework", "Harbour").err.endswith(way_on)
    form = planned.ok("homework", harbour, "--blank").out
    assert form.startswith("# Homework for “Harbour 2031”")
    filled = form.replace("Name: ", "Name: Ines Duarte").replace(
        "## What you ask for", "## What you ask for\n\nA crane"
    )
    (tmp_path / "ines.md").write_text(filled, encoding="utf-8")
    said = planned.ok("import", str(tmp_path / "ines.md"), "--into", "Harbour").out
    assert said == "Homework of Ines Duarte, who is new in the room\n"
    assert planned.ok("homework", harbour, "--json").json["homework"] == [
        {"person": "Ines Duarte", "results": None, "problems": None, "asks": "A crane"}
    ]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("gone.md", None, "is not there"),
        ("a.json", b"{", "is no JSON"),
        ("a.json", json.dumps({"format": "other"}).encode(), "format must be “facilitator/1”"),
        ("a.docx", b"PK\x03\x04\x00\x00\x00", "not text"),
        ("a.md", b"Nothing planned.\n", "No item was found"),
        ("a.yaml", b"a: &x [1]\nb: *x\n", "a.yaml"),
        ("a.csv", b"name;unit;target;2030-Q3\nGuests;;900;41\nRevenue;EUR;;5\n", "sheet of numbers and no agenda"),
    ],
)
def test_what_can_not_be_read_is_refused_and_nothing_is_made(
    name: str, data: bytes | None, says: str, shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert says in shell.refuses("import", str(path))
    assert shell.ok("list", "--json").json == {"sessions": []}


def test_nothing_on_stdin_is_called_by_its_name(shell: Shell) -> None:
    assert shell.refuses("import", "-", stdin="").startswith("No item was found in stdin. See what was read with: ")


def test_a_folder_is_refused(shell: Shell, tmp_path: Path) -> None:
    assert "is a folder" in shell.refuses("import", str(tmp_path))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "~nobodyofthatname/a.md"), "~nobodyofthatname/a.md is not there"),
        (("export", "--out", "~nobodyofthatname"), "there is no folder ~nobodyofthatname"),
        (("restore", "~nobodyofthatname/a.db"), "~nobodyofthatname/a.db"),
        (("--db", "~nobodyofthatname/a.db", "check"), "no session"),
    ],
)
def test_the_folder_of_somebody_unknown_is_no_fault_of_ours(words: tuple[str, ...], says: str, planned: Shell) -> None:
    assert says in planned.refuses(*words)


def test_a_lone_surrogate_and_an_escape_in_a_session_become_visible(shell: Shell) -> None:
    text = '{"format": "facilitator/1", "session": {"title": "Bad \\ud800 \\u001b title"}}'
    shell.ok("import", "-", stdin=text)
    assert shell.ok("list", "--json").json["sessions"][0]["title"] == "Bad � ␛ title"


def test_a_session_file_with_no_more_than_is_documented_is_taken(shell: Shell) -> None:
    found = {
        "format": "facilitator/1",
        "session": {"id": "k3f9a1", "title": "Quay", "timezone": "Europe/Berlin", "monitor": "Ines Duarte"},
        "people": [{"id": "p1", "name": "Ines Duarte", "handle": "ines"}],
        "journal": [{"at": "2031-03-03T09:00:00+01:00", "by": "moderator", "did": "Begin"}],
    }
    shell.ok("import", "-", stdin=json.dumps(found))
    session = shell.ok("show", "--json").json
    assert (session["session"]["id"], session["session"]["monitor"]) == ("k3f9a1", "Ines Duarte")
    assert [done["did"] for done in session["journal"]] == ["Begin"]
