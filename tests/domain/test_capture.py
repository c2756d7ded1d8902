"""The capture line: what a moderator types, and what it means."""

import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.domain.capture import Captured, Kind, TokenKind, read_line
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.people import handle_for
from facilitator.domain.records import Person

SUNDAY = date(2026, 11, 22)
KEYS = ("why", "who", "channels")


def room(*names: str) -> list[Person]:
    people: list[Person] = []
    for name in names:
        handle = handle_for(name, {one.handle for one in people})
        people.append(Person(id=f"id-{handle}", name=name, handle=handle))
    return people


ROOM = room("Anna Weber", "Jonas Beck", "Joan Baez", "Mia van Dijk")


def read(line: str, kind: Kind = Kind.DECISION) -> Captured:
    return read_line(kind, line, today=SUNDAY, people=ROOM, keys=KEYS)


def codes(captured: Captured) -> list[str]:
    return [gap.code for gap in captured.gaps]


def refused(captured: Captured) -> list[str]:
    return [one.token for one in captured.refused]


def test_one_line_holds_a_whole_decision() -> None:
    captured = read("Ship the onboarding video @mia by 15 jan #who !40 % finish setup $two weeks of Mia")
    assert captured.decision is DecisionKind.DO
    assert captured.text == "Ship the onboarding video"
    assert (captured.owner, captured.owner_id) == ("Mia van Dijk", "id-mia")
    assert captured.due == date(2027, 1, 15)
    assert captured.answers == "who"
    assert captured.measure == "40 % finish setup"
    assert captured.resources == "two weeks of Mia"
    assert captured.gaps == ()
    assert captured.refused == ()


def test_tokens_stand_in_any_order() -> None:
    captured = read("@mia #who Ship the video by 2027-01-15 !40 % finish setup")
    assert captured.text == "Ship the video"
    assert (captured.owner, captured.due, captured.answers) == ("Mia van Dijk", date(2027, 1, 15), "who")


def test_a_comma_before_a_token_goes_with_it() -> None:
    captured = read("Ship the video, @mia, by 2027-01-15, #who")
    assert captured.text == "Ship the video"
    assert captured.due == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Spend $$5k on the fair", "Spend $5k on the fair"),
        ("Launch @@home today", "Launch @home today"),
        ("Own ##pricing", "Own #pricing"),
        ("Tell everybody !!", "Tell everybody !"),
        ("Meet @ 5, become #1, write to a@b.example", "Meet @ 5, become #1, write to a@b.example"),
        ("Ship it !", "Ship it !"),
    ],
)
def test_a_doubled_sign_is_itself_and_a_lone_one_too(typed: str, text: str) -> None:
    captured = read(typed)
    assert captured.text == text
    assert captured.refused == ()


def test_a_doubled_sign_is_itself_inside_a_measure() -> None:
    assert read("Ship it !at least $$5k a month").measure == "at least $5k a month"


def test_what_is_said_twice_counts_twice() -> None:
    assert read("Ship it !40 % finish !ten referrals").measure == "40 % finish, ten referrals"


class TestQuestions:
    def test_a_key_of_the_session_is_taken_whatever_its_capitals(self) -> None:
        captured = read("Ship it #WHY @mia")
        assert captured.answers == "why"
        assert captured.text == "Ship it"

    def test_an_unknown_key_stays_in_the_text(self) -> None:
        captured = read("Ship it #price @mia")
        assert captured.answers is None
        assert captured.text == "Ship it #price"
        assert "why, who, channels" in captured.refused[0].says

    def test_without_a_session_any_key_is_taken_as_typed(self) -> None:
        assert read_line(Kind.DECISION, "Ship it #Price", today=SUNDAY).answers == "Price"

    def test_a_second_key_stays_in_the_text(self) -> None:
        captured = read("Ship it #why #who")
        assert captured.answers == "why"
        assert captured.text == "Ship it #who"


class TestKinds:
    @pytest.mark.parametrize(
        ("typed", "decision", "text"),
        [
            ("stop sponsoring fairs", DecisionKind.STOP, "sponsoring fairs"),
            ("Stop: fairs", DecisionKind.STOP, "fairs"),
            ("find out what a lead costs by channel", DecisionKind.FIND_OUT, "what a lead costs by channel"),
            ("won't go to the fair", DecisionKind.WONT, "go to the fair"),
            ("wont go to the fair", DecisionKind.WONT, "go to the fair"),
            ("will not go to the fair", DecisionKind.WONT, "go to the fair"),
            ("We won’t go to the fair", DecisionKind.WONT, "go to the fair"),
            ("Stopwatch for every talk", DecisionKind.DO, "Stopwatch for every talk"),
            ("Ship it and stop there", DecisionKind.DO, "Ship it and stop there"),
            ("stop", DecisionKind.DO, "stop"),
            ("won't ", DecisionKind.WONT, "won't"),
            ("we will not:", DecisionKind.WONT, "we will not:"),
            ("find out", DecisionKind.FIND_OUT, "find out"),
        ],
    )
    def test_the_first_words_say_what_kind_of_decision_it_is(
        self, typed: str, decision: DecisionKind, text: str
    ) -> None:
        captured = read(typed)
        assert (captured.decision, captured.text) == (decision, text)

    def test_a_no_has_its_reason_and_needs_nothing_else(self) -> None:
        captured = read("won't go to the fair, because it never brought a lead @anna")
        assert captured.text == "go to the fair"
        assert captured.reason == "it never brought a lead"
        assert captured.owner == "Anna Weber"
        assert captured.gaps == ()

    def test_a_no_that_is_begun_lacks_its_reason_only(self) -> None:
        assert codes(read("won't ")) == ["D04"]

    def test_a_no_without_a_reason_says_nothing_yet(self) -> None:
        assert codes(read("won't go to the fair")) == ["D04"]

    def test_because_is_a_reason_only_for_a_no(self) -> None:
        captured = read("Ship it because customers ask")
        assert captured.text == "Ship it because customers ask"
        assert captured.reason is None

    def test_the_stop_key_needs_no_stop(self) -> None:
        for typed in ("sponsoring fairs", "stop sponsoring fairs"):
            captured = read(typed, Kind.STOP)
            assert (captured.decision, captured.text) == (DecisionKind.STOP, "sponsoring fairs")

    def test_stopping_needs_owner_and_deadline_but_no_measure(self) -> None:
        assert codes(read("sponsoring fairs", Kind.STOP)) == ["D01", "D03"]

    def test_a_task_takes_all_tokens_and_has_no_gaps(self) -> None:
        captured = read("Book the room @anna by 2027-01-15 $€200", Kind.TASK)
        assert (captured.text, captured.owner, captured.resources) == ("Book the room", "Anna Weber", "€200")
        assert captured.due == date(2027, 1, 15)
        assert captured.decision is None
        assert captured.gaps == ()

    def test_an_assumption_takes_who_when_and_the_signal(self) -> None:
        captured = read("Prices hold @anna by 2027-03-01 !three lost deals #why $5k", Kind.ASSUMPTION)
        assert captured.text == "Prices hold"
        assert captured.measure == "three lost deals #why $5k"
        assert (captured.owner, captured.due) == ("Anna Weber", date(2027, 3, 1))

    def test_what_a_kind_does_not_take_stays_in_its_text(self) -> None:
        idea = read("Sell by 2027-01-15 #why !soon $$5 @anna", Kind.IDEA)
        assert idea.text == "Sell by 2027-01-15 #why !soon $$5"
        parked = read("Sell by 2027-01-15 #why !soon $5 @anna", Kind.PARK)
        assert parked.text == parked.line
        assert parked.tokens == ()

    def test_a_person_is_read_as_a_person(self) -> None:
        captured = read("Lena Vogt <lena@acme.example>, Finance", Kind.PERSON)
        assert captured.person is not None
        assert captured.person.department == "Finance"

    def test_a_number_is_read_as_a_number(self) -> None:
        captured = read("Revenue 1.2m EUR @2026-Q1", Kind.NUMBER)
        assert captured.number is not None
        assert captured.number.value == 1_200_000


class TestGaps:
    def test_a_bare_sentence_lacks_owner_deadline_and_measure(self) -> None:
        assert codes(read("Ship the onboarding video")) == ["D01", "D03", "D05"]

    def test_weak_words_are_marked_in_the_text_and_found_in_the_line(self) -> None:
        captured = read("@mia We'll see what happens by 2027-01-15 !ten users")
        weak = next(gap for gap in captured.gaps if gap.code == "D04")
        assert weak.words is not None
        marked = captured.text[slice(*weak.words)]
        assert [captured.line[slice(*span)] for span in captured.in_line(weak.words)] == [marked]

    @pytest.mark.parametrize(
        "typed", ["stop exploring new channels", "stop trying to serve everyone", "find out why customers leave?"]
    )
    def test_to_stop_and_to_find_out_are_judged_as_sentences(self, typed: str) -> None:
        assert codes(read(f"{typed} @mia by 2027-01-15")) == []

    def test_words_around_a_token_are_found_on_both_its_sides(self) -> None:
        captured = read("Ship @mia the video")
        assert captured.text == "Ship the video"
        spans = captured.in_line((0, 8))
        assert [captured.line[slice(*span)] for span in spans] == ["Ship ", "the"]


WORDS = st.sampled_from(
    [
        *(
            "Ship",
            "the",
            "video",
            "by",
            "by friday",
            "by asap",
            "by 10 %",
            "stop",
            "find out",
            "won't",
            "because",
            "and",
        ),
        *(
            "@anna",
            "@jo",
            "@Lena Vogt",
            "@marketing",
            "@anna+jonas",
            "@",
            "@@",
            "#why",
            "#nope",
            "##",
            "!ten users",
            "!!",
        ),
        *("$5k", "$$5k", ",", ";", ".", " ", "\x1b", "\u202e", "é", "e\u0301", "戦略", "👩‍👩‍👧", "1.2m", "€", "%"),
    ]
)
LINES = st.lists(WORDS | st.text(max_size=8), max_size=14).map(" ".join)


@given(st.sampled_from(Kind), LINES)
@example(Kind.DECISION, "by , by .")
@example(Kind.DECISION, "won't because because @anna and @ @jonas by by friday #")
@settings(max_examples=300, deadline=None)
def test_nothing_that_is_typed_is_lost(kind: Kind, line: str) -> None:
    captured = read(line, kind)
    if kind in {Kind.PERSON, Kind.NUMBER}:
        assert captured.text == captured.line
        return
    taken = [(token.start, token.end) for token in captured.tokens if token.kind is not TokenKind.REFUSED]
    held = [False] * len(captured.line)
    for start, end in (*captured.kept, *taken):
        assert not any(held[start:end]), "a stretch was used twice"
        held[start:end] = [True] * (end - start)
    lost = {character for character, kept in zip(captured.line, held, strict=True) if not kept}
    assert {character for character in lost if not character.isspace()} <= set(",;@#!$")
    text = "".join(captured.line[start:end] for start, end in captured.kept)
    assert text.startswith(captured.text)
    assert text.endswith(captured.reason or "")
    for one in captured.refused:
        assert captured.line[one.start : one.end] == one.token
        assert one.says


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_a_token_says_what_stands_in_its_field(line: str) -> None:
    captured = read(line)
    kinds = {token.kind for token in captured.tokens}
    assert (TokenKind.DUE in kinds) == (captured.due is not None)
    assert (TokenKind.PERSON in kinds) == (captured.owner is not None)
    assert (TokenKind.QUESTION in kinds) == (captured.answers is not None)
    assert (TokenKind.REFUSED in kinds) == bool(captured.refused)


def test_a_keystroke_is_understood_within_a_frame() -> None:
    line = "Ship the onboarding video @mia by 15 jan #who !40 % finish setup"
    for end in range(len(line)):
        read(line[:end])
    took = []
    for end in range(len(line)):
        began = time.process_time()
        read(line[:end])
        took.append(time.process_time() - began)
    assert sorted(took)[len(took) // 2] < 0.005
