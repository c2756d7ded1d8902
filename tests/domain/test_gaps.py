"""`check` as a whole: what it selects, what stays silent, how it explains itself."""

import re
from dataclasses import replace

import pytest

from facilitator.domain.gaps import RULES, Gap, UnknownCode, check, errors, explain
from facilitator.domain.kinds import Stage
from facilitator.domain.moment import Moment
from facilitator.domain.records import Everything, Parked, SessionHead
from facilitator.domain.severity import Severity
from tests.domain.sessions import a_session, at, decision

BARE = Everything(now=Moment(at("9:00")), session=SessionHead(id="s", title="Bare"))
CODES = [rule.code for rule in RULES]
ERRORS = "P01 T01 D01 D02 D03 D04 D09 Q01 C01 C02 C03"


def codes(gaps: list[Gap]) -> list[str]:
    return [gap.code for gap in gaps]


def test_a_complete_session_has_no_gap() -> None:
    assert check(a_session()) == []


def test_an_empty_session_lacks_nearly_everything_and_says_so_in_the_order_of_the_manual() -> None:
    found = codes(check(BARE))
    assert found == sorted(found, key=CODES.index)
    assert {"P01", "P03", "P08", "T04", "T09", "D08", "C02", "C03"} <= set(found)


def test_the_codes_run_from_one_in_each_letter_and_come_once() -> None:
    assert [len([code for code in CODES if code[0] == letter]) for letter in "PTFIDQCU"] == [10, 10, 4, 3, 14, 5, 8, 4]
    assert len(set(CODES)) == len(CODES) == 58


def test_only_what_stands_before_the_closing_is_an_error() -> None:
    assert " ".join(rule.code for rule in RULES if rule.severity is Severity.ERROR) == ERRORS
    assert codes(errors(check(BARE))) == ["P01", "C02", "C03"]


def test_a_gap_says_what_it_is_about_what_mends_it_and_where() -> None:
    session = a_session(
        decisions=(*a_session().decisions, decision(5, "Call ten lost customers", owner=None, owner_id=None))
    )
    assert check(session) == [
        Gap(
            code="D01",
            severity=Severity.ERROR,
            about="decision 5",
            about_kind="decision",
            about_id="d5",
            says="Decision 5 has no owner.",
            mend="Name one person: select it and press o.",
            field="owner",
            stage=Stage.DECISIONS,
        )
    ]


def test_codes_are_selected_and_ignored_by_their_beginnings() -> None:
    assert {code[0] for code in codes(check(BARE, select=["C"]))} == {"C"}
    assert codes(check(BARE, select=["c02", "P01"])) == ["P01", "C02"]
    assert codes(check(BARE, select=["P", "C02"], ignore=["P"])) == ["C02"]


def test_a_beginning_that_no_code_has_is_refused() -> None:
    with pytest.raises(UnknownCode, match="“X1” is no code"):
        check(BARE, select=["X1"])
    with pytest.raises(UnknownCode):
        check(BARE, ignore=["D99"])


def test_a_session_silences_a_code_or_one_thing_of_it() -> None:
    session = a_session(parked=(Parked(id="p1", text="Commission model"), Parked(id="p2", text="Office in Vienna")))
    assert [gap.about for gap in check(session)] == ["parked item 1", "parked item 2"]
    assert check(replace(session, session=replace(session.session, silenced=("C01",)))) == []
    one = replace(session, session=replace(session.session, silenced=("C01:p1",)))
    assert [gap.about_id for gap in check(one)] == ["p2"]
    assert [gap.about_id for gap in check(session, ignore=["C01:p2"])] == ["p1"]


def test_what_was_silenced_under_a_code_that_is_gone_harms_nobody() -> None:
    assert check(a_session(silenced=("X99", ""))) == []


def test_the_same_session_gives_the_same_gaps() -> None:
    assert check(BARE) == check(BARE)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    text = explain(code.lower())
    assert text.code == code
    for part in (text.title, text.why, text.example, text.mend):
        assert part.strip() == part
        assert len(part) > 8
    for sentence in (text.why, text.example, text.mend):
        assert re.search(r"[.?”]$", sentence)
    assert "!" not in text.title + text.why + text.example + text.mend


@pytest.mark.parametrize("gap", [*check(BARE), *check(BARE, pages=4)], ids=lambda gap: f"{gap.code} {gap.about}")
def test_what_a_gap_says_is_a_sentence(gap: Gap) -> None:
    assert gap.says.endswith(".")
    assert gap.mend.endswith((".", "?"))


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("D99", "D09"),
        ("d1", "D01"),
        ("P", "from P01 to P10"),
        ("Z7", "begin with P, T, F"),
        ("", "P01"),
        ("D001", "D01"),
    ],
)
def test_an_unknown_code_names_those_near_it(asked: str, near: str) -> None:
    with pytest.raises(UnknownCode, match=near):
        explain(asked)
