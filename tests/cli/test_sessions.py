"""`new`, `list`, `show`, `templates`, and which session is meant."""

from datetime import datetime

import click
import pytest

from facilitator.cli.shell import COMMANDS, facilitator
from tests.cli.shell import Shell


def shown(shell: Shell, *words: str) -> dict[str, object]:
    found: dict[str, object] = shell.ok("show", "--json", *words).json
    return found


def test_a_new_session_stands_in_its_own_zone(shell: Shell) -> None:
    words = ["new", "Harbour", "--at", "2031-03-03 09:00", "--until", "12:30", "--tz", "America/New_York"]
    said = shell.ok(*words, "--topic", "Prices", "--goal", "Decide three prices")
    assert "New session “Harbour”" in said.err
    session = shell.ok("show", "--json").json["session"]
    assert session["id"] == said.out.strip()
    assert (session["starts_at"], session["ends_at"]) == ("2031-03-03T09:00:00-05:00", "2031-03-03T12:30:00-05:00")
    assert (session["topic"], session["goal"]) == ("Prices", "Decide three prices")


def test_options_stand_in_any_order_and_the_store_before_or_behind(shell: Shell) -> None:
    shell.ok("--db", str(shell.path), "new", "--at", "2031-03-03", "Harbour", "--tz", "UTC")
    assert shell.ok("list", "--db", str(shell.path), "--json").json["sessions"][0]["starts_at"] == (
        "2031-03-03T09:00:00+00:00"
    )


def test_a_session_may_last_several_days(shell: Shell) -> None:
    shell.ok("new", "Harbour", "--at", "2031-03-03 09:00", "--until", "2031-03-05 17:00", "--tz", "UTC")
    days = shell.ok("show", "--json").json["days"]
    assert [day["starts_at"] for day in days] == [f"2031-03-0{number}T09:00:00+00:00" for number in (3, 4, 5)]
    assert {datetime.fromisoformat(day["ends_at"]).hour for day in days} == {17}


def test_a_template_brings_its_agenda_questions_rules_and_tasks_counted_back(shell: Shell) -> None:
    words = ["--template", "marketing-strategy-half-day", "--sector", "health-care", "--at", "2031-03-03 10:00"]
    shell.ok("new", "Harbour", *words, "--tz", "Europe/Berlin")
    found = shell.ok("show", "--json").json
    assert found["session"]["sectors"] == ["health-care"]
    assert found["session"]["rules"]
    assert found["session"]["check_ins"].startswith("FREQ=")
    assert found["agenda"][0]["planned_start"] == "2031-03-03T10:00:00+01:00"
    assert sum(item["planned_seconds"] for item in found["agenda"]) == 4 * 3600
    assert found["questions"]
    assert min(task["due"] for task in found["tasks"]) == "2031-02-01"
    assert {number["values"] == [] for number in found["numbers"]} == {True}


def test_each_day_of_a_template_keeps_the_hours_that_were_given(shell: Shell) -> None:
    # The clocks go forward in the night between the two days.
    words = ["--template", "strategy-two-days", "--at", "2031-03-29 08:30", "--until", "16:00", "--tz", "Europe/Berlin"]
    shell.ok("new", "Harbour", *words)
    found = shell.ok("show", "--json").json
    assert [(day["starts_at"], day["ends_at"]) for day in found["days"]] == [
        ("2031-03-29T08:30:00+01:00", "2031-03-29T16:00:00+01:00"),
        ("2031-03-30T08:30:00+02:00", "2031-03-30T16:00:00+02:00"),
    ]
    lunches = [item["pinned_start"] for item in found["agenda"] if item["title"] == "Lunch"]
    assert [one[11:16] for one in lunches] == ["11:30", "11:30"]
    says = [gap["about"] for gap in shell.ok("check", "--select", "T02", "--json").json["gaps"]]
    assert says == ["day 1", "day 2"]


def test_a_session_of_several_days_is_shown_day_by_day(shell: Shell) -> None:
    shell.ok("new", "Harbour", "--template", "strategy-two-days", "--at", "2031-03-29 08:30", "--tz", "Europe/Berlin")
    marks = [line for line in shell.ok("show").out.splitlines() if line.startswith("Day ")]
    assert marks == ["Day 1, Sat 2031-03-29", "Day 2, Sun 2031-03-30"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--at", "tomorrow"], "“tomorrow” is no day and time. Write it as"),
        (["--until", "17:00"], "needs a start"),
        (["--at", "2031-03-03 09:00", "--until", "08:00"], "is before the start"),
        (["--tz", "Mars/Olympus"], "is no time zone"),
        (["--template", "marketing-half"], "There is no template “marketing-half”."),
        (["--sector", "health-care"], "--sector adds to a template"),
        (["--template", "crisis", "--sector", "health"], "There is no sector pack “health”. Did you mean health-care?"),
    ],
)
def test_what_makes_no_session_is_refused_and_nothing_is_made(words: list[str], says: str, shell: Shell) -> None:
    assert says in shell.refuses("new", "Harbour", *words)
    assert shell.ok("list", "--json").json == {"sessions": []}


def test_a_session_without_a_title_is_refused(shell: Shell) -> None:
    way = f"facilitator --db {shell.path} new TITLE"
    assert shell.refuses("new", "  ") == f"A session needs a title. Write: {way}\n"


def test_a_part_of_a_title_names_a_session_and_two_that_fit_are_both_named(shell: Shell) -> None:
    for title in ("Harbour spring", "Harbour autumn", "Łódź 2031"):
        shell.ok("new", title)
    assert shell.ok("show", "lodz", "--json").json["session"]["title"] == "Łódź 2031"
    refusal = shell.refuses("show", "harbour")
    assert "Harbour spring" in refusal
    assert "Harbour autumn" in refusal


def test_without_a_name_the_live_session_is_meant_else_the_one_worked_on_last(shell: Shell) -> None:
    shell.ok("new", "First", "--template", "crisis")
    shell.ok("new", "Second")
    assert shell.ok("show", "--json").json["session"]["title"] == "Second"
    shell.ok("clock", "start", "First")
    shell.ok("add", "idea", "Sell the tour", "Second")
    assert shell.ok("show", "--json").json["session"]["title"] == "First"


def test_the_list_says_what_is_next(planned: Shell) -> None:
    (line,) = planned.ok("list", "--json").json["sessions"]
    assert (line["title"], line["status"], line["starts_at"]) == (
        "Harbour 2031",
        "preparing",
        "2031-03-03T09:00:00+01:00",
    )
    assert "Harbour 2031  2031-03-03 09:00  prepare" in planned.ok("list").out


def test_a_session_can_be_saved_as_a_template_and_used_again(planned: Shell) -> None:
    file = planned.ok("templates", "save", "our-own", "Harbour").out.strip()
    assert file.endswith("our-own.toml")
    assert "our-own" in {one["name"] for one in planned.ok("templates", "list", "--json").json["templates"]}
    planned.ok("new", "Again", "--template", "our-own", "--at", "2032-03-01 09:00", "--tz", "Europe/Berlin")
    first, again = (planned.ok("show", "--json", title).json for title in ("Harbour", "Again"))
    same = ("title", "stage", "planned_seconds", "kind", "flex", "question", "method", "notes")
    assert [[item[key] for key in same] for item in first["agenda"]] == [
        [item[key] for key in same] for item in again["agenda"]
    ]
    assert [task["text"] for task in first["tasks"]] == [task["text"] for task in again["tasks"]]


def test_a_template_is_shown_and_one_that_is_not_there_is_refused(shell: Shell) -> None:
    assert shell.ok("templates", "show", "crisis", "--toml").out.startswith('name = "crisis"')
    assert shell.ok("templates").out.startswith("crisis ")
    assert "Did you mean crisis?" in shell.refuses("templates", "show", "crisi")
    assert "Which template?" in shell.refuses("templates", "show")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "crisis"], "templates show crisis"),
        (["list", "--sector", "health-care"], "--sector belongs to show"),
        (["list", "--toml"], "--toml belongs to show"),
        (["save", "ours", "--sector", "nope"], "--sector belongs to show"),
        (["show", "crisis", "Harbour"], "takes one name"),
        (["show", "crisis", "--toml", "--json"], "Choose one"),
        (["show", "health-care", "--toml"], "--sector health-care --toml"),
        (["show", "health-care", "--sector", "regulated-finance"], "laid over a template"),
    ],
)
def test_no_word_about_templates_is_passed_over(words: list[str], says: str, shell: Shell) -> None:
    assert says in shell.refuses("templates", *words)


@pytest.mark.slow
def test_each_template_with_each_pack_prints_as_an_agenda_and_makes_a_session(shell: Shell) -> None:
    library = shell.ok("templates", "--json").json
    for template in library["templates"]:
        for sector in library["sectors"]:
            words = [template["name"], "--sector", sector["name"]]
            printed = shell.ok("templates", "show", *words).out
            items = shell.ok("templates", "show", *words, "--json").json["items"]
            assert all(item["title"] in printed for item in items)
            assert f"({template['name']}, with {sector['name']}" in printed
            shell.ok("new", f"{template['name']} {sector['name']}", "--template", *words, "--at", "2031-03-03")
            found = shell("check", "--select", "T,P", "--json", f"{template['name']} {sector['name']}").json
            assert [gap["code"] for gap in found["gaps"] if gap["severity"] == "error"] == ["P01"]
            assert not [gap for gap in found["gaps"] if gap["code"].startswith("T")]


def test_a_sector_pack_is_shown_with_what_it_adds(shell: Shell) -> None:
    assert "Adds to the agenda" in shell.ok("templates", "show", "health-care").out


def test_a_command_that_is_none_is_refused_with_the_one_that_was_meant(shell: Shell) -> None:
    assert shell.refuses("exprt") == "There is no command “exprt”. Did you mean export?\n"


def test_a_database_of_another_kind_is_refused(shell: Shell) -> None:
    assert "postgresql" in shell.refuses("list", "--db", "postgresql://localhost/x")
    for nowhere in ("sqlite://", "sqlite:///", "sqlite:///:memory:"):
        assert "names no file, and sessions are kept in one" in shell.refuses("list", "--db", nowhere)


def test_screens_need_a_terminal(planned: Shell) -> None:
    for words in ([], ["open"], ["timekeeper"], ["rehearse"], ["demo"]):
        assert "terminal" in planned.refuses(*words)


def test_every_command_takes_the_store(shell: Shell) -> None:
    for name in COMMANDS:
        command = facilitator.get_command(click.Context(facilitator), name)
        assert command is not None
        assert any("--db" in option.opts for option in command.params), name


def test_a_terminal_is_asked_for_the_least_that_is_needed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitator.cli.walking.has_terminal", lambda: True)
    answers = [
        "",
        "Harbour",
        "soon",
        "",
        "2031-03-03 09:00",
        "16:00",
        "9",
        "2",
        "1,2",
        "By five we know whom we go after",
    ]
    shell("new", "--tz", "UTC", stdin="\n".join(answers) + "\n")
    found = shell.ok("show", "--json").json
    assert (found["session"]["title"], found["session"]["goal"]) == ("Harbour", "By five we know whom we go after")
    assert found["days"][0]["ends_at"] == "2031-03-03T16:00:00+00:00"
    assert len(found["questions"]) > 5  # the packs brought theirs
    assert found["agenda"]


def test_without_a_terminal_a_session_needs_its_title(shell: Shell) -> None:
    assert "A session needs a title" in shell.refuses("new")


def test_what_is_to_stop_is_not_shown_as_what_is_to_be_done(planned: Shell) -> None:
    planned.ok("add", "stop", "Print leaflets @Ines by 14 mar 2031")
    planned.ok("add", "decision", "won't rent out the crane because it is old")
    rows = [line.split("  ")[1] for line in planned.ok("show").out.splitlines() if line[:2] in ("1.", "2.")]
    assert rows == ["stop Print leaflets", "won't rent out the crane"]
