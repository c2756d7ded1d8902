"""Whom an `@` in the capture line means."""

import pytest

from facilitator.domain.capture import Kind
from tests.domain.test_capture import codes, read, refused


@pytest.mark.parametrize(
    ("typed", "owner", "text"),
    [
        ("Ship it @mia", "Mia van Dijk", "Ship it"),
        ("Ship it @Jonas Beck", "Jonas Beck", "Ship it"),
        ("@Jonas Beck ships it", "Jonas Beck", "ships it"),
        ("@jonas: ship it", "Jonas Beck", "ship it"),
        ("Ship it @WEBER.", "Anna Weber", "Ship it"),
        ("Ship it @Mia van Dijk today", "Mia van Dijk", "Ship it today"),
    ],
)
def test_a_person_of_the_session_is_named_in_full(typed: str, owner: str, text: str) -> None:
    captured = read(typed)
    assert (captured.owner, captured.text) == (owner, text)
    assert captured.owner_id is not None
    assert captured.new_person is None


@pytest.mark.parametrize(
    ("typed", "name", "text"),
    [
        ("Ship it @lena", "Lena", "Ship it"),
        ("Ship it @Lena Vogt", "Lena Vogt", "Ship it"),
        ("Ship it @Jan de Vries #who", "Jan de Vries", "Ship it"),
        ("@Lena Vogt", "Lena Vogt", ""),
        ("@Lena Publish the page", "Lena", "Publish the page"),
        ("Ask @Lena, then ship it", "Lena", "Ask then ship it"),
    ],
)
def test_an_unknown_name_is_a_new_person(typed: str, name: str, text: str) -> None:
    captured = read(typed)
    assert (captured.owner, captured.new_person, captured.text) == (name, name, text)
    assert captured.owner_id is None
    assert "D01" not in codes(captured)


@pytest.mark.parametrize("typed", ["Ship it @jo", "Ship it @JB by 2027-01-15"])
def test_words_that_fit_two_people_stay_in_the_text(typed: str) -> None:
    captured = read(typed)
    assert captured.owner is None
    assert "D01" in codes(captured)
    assert "Jonas Beck and Joan Baez" in captured.refused[0].says
    assert captured.refused[0].token in captured.text


@pytest.mark.parametrize(
    "typed",
    [
        "Ship it @anna and @jonas",
        "Ship it @anna & jonas",
        "Ship it @Anna, Jonas",
        "@anna und Jonas ship it",
        "Ship it @ann+lena",
    ],
)
def test_two_names_are_no_owner(typed: str) -> None:
    captured = read(typed)
    assert "D02" in codes(captured)
    assert captured.owner_id is None
    assert captured.new_person is None
    assert captured.text.lower() == "ship it"


def test_a_name_that_only_follows_is_no_second_owner() -> None:
    captured = read("@anna, jonas signs the contract")
    assert (captured.owner, captured.text) == ("Anna Weber", "jonas signs the contract")


def test_a_second_owner_stays_in_the_text() -> None:
    captured = read("Ship it @anna @jonas")
    assert captured.owner == "Anna Weber"
    assert refused(captured) == ["@jonas"]
    assert captured.text == "Ship it @jonas"


@pytest.mark.parametrize("team", ["marketing", "all", "everyone", "team", "the team", "marketing team", "tbd"])
def test_a_team_is_no_owner(team: str) -> None:
    captured = read(f"Ship it @{team} by 2027-01-15")
    assert captured.owner == team
    assert captured.owner_id is None
    assert captured.new_person is None
    assert codes(captured) == ["D02", "D05"]


def test_who_said_an_idea_is_a_person_or_stays_in_the_text() -> None:
    assert read("A podcast for buyers @anna", Kind.IDEA).owner == "Anna Weber"
    captured = read("A podcast for buyers @marketing", Kind.IDEA)
    assert captured.owner is None
    assert captured.text == "A podcast for buyers @marketing"
    assert refused(captured) == ["@marketing"]


@pytest.mark.parametrize("typed", ["Use @media{} rules", "Use @anna's phone"])
def test_what_is_no_name_stays_in_the_text(typed: str) -> None:
    captured = read(typed)
    assert captured.owner is None
    assert captured.text == typed


@pytest.mark.parametrize(
    "named",
    [
        "@mia + jonas + @anna",
        "@mia and @jonas and anna",
        "@mia, jonas, anna",
        "@Mia, Jonas and Zoe",
        "@Pia, Paul und Zoe",
    ],
)
def test_three_names_are_three_names_and_none_of_them_stays_in_the_text(named: str) -> None:
    captured = read(f"Draft the leaflet {named}")
    assert (captured.text, captured.owner_id) == ("Draft the leaflet", None)
    assert any("are three names. One person answers" in gap.says for gap in captured.gaps)


def test_a_clause_behind_a_name_and_a_comma_is_text() -> None:
    captured = read("Drop the stand @mia, who knows the fair")
    assert (captured.owner, captured.text) == ("Mia van Dijk", "Drop the stand who knows the fair")


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("@marketing", "is a function"),
        ("@sales & marketing", "is a function"),
        ("@the board", "is a group"),
        ("@head of sales", "is a post"),
        ("@CEO", "is a post"),
        ("@Vertriebsleiterin", "is a post"),
        ("@managers", "are several people"),
        ("@all", "is everyone"),
        ("@we", "is everyone"),
        ("@tbd", "is nobody yet"),
        ("@anna and jonas", "are two names"),
    ],
)
def test_each_kind_of_owner_that_is_no_person_has_its_own_sentence(named: str, says: str) -> None:
    captured = read(f"Draft the leaflet {named} by 2027-01-15")
    (gap,) = [gap for gap in captured.gaps if gap.code == "D02"]
    assert says in gap.says
    assert (captured.text, captured.owner_id, captured.new_person) == ("Draft the leaflet", None, None)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Ship it @anna or jonas", "Anna Weber and Jonas Beck"),
        ("Ship it @Anna oder Jonas", "Anna Weber and Jonas Beck"),
        ("Ship it @Олег или Иван", "Олег and Иван"),
    ],
)
def test_one_or_the_other_is_no_owner(typed: str, named: str) -> None:
    captured = read(typed)
    assert (captured.owner, captured.text) == (named, "Ship it")
    assert "D02" in codes(captured)


def test_an_or_that_goes_on_with_something_else_names_nobody() -> None:
    captured = read("Ship it @anna or call the bank")
    assert (captured.owner, captured.text) == ("Anna Weber", "Ship it or call the bank")


@pytest.mark.parametrize("typed", ["@the customer", "@our lawyer", "@partner", "@der Kunde", "@клиент", "@the CFO"])
def test_whoever_has_no_name_here_is_no_new_person(typed: str) -> None:
    captured = read(f"Ship it {typed}")
    assert (captured.owner, captured.new_person, captured.text) == (typed[1:], None, "Ship it")
    assert "D02" in codes(captured)


def test_a_russian_word_in_small_letters_is_no_surname() -> None:
    captured = read("Ship it @Олег опубликует")
    assert (captured.owner, captured.text) == ("Олег", "Ship it опубликует")
