"""A session as JSON: nothing is lost, nothing wrong is taken, and every refusal says where."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.moment import Moment
from facilitator.domain.records import Ballot, Everything
from facilitator.exchange.session_json import as_json, from_json, to_json
from facilitator.exchange.session_json.place import File, Place, hashed
from facilitator.exchange.session_json.references import check_references
from tests.exchange.by_hand import read, refusal
from tests.exchange.sample import SESSION, at
from tests.exchange.strategies import sessions
from tests.lines import lines_run

NOW = SESSION.now


def changed(*path: str | int, to: object) -> str:
    """The sample's file with one value replaced."""
    file = as_json(SESSION)
    place: Any = file
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(file)


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(sessions())
def test_any_session_comes_back_as_it_was_and_gives_the_same_bytes_again(session: Everything) -> None:
    text = to_json(session)
    back = from_json(text, session.now)
    assert back == session
    assert to_json(back) == text


def test_the_sample_comes_back_as_it_was() -> None:
    assert from_json(to_json(SESSION), NOW) == SESSION


def test_documented_keys_come_first_and_in_their_order() -> None:
    file = as_json(SESSION, live=True)
    assert list(file)[:4] == ["format", "session", "brief", "people"]
    assert list(file)[-2:] == ["journal", "extensions"]
    assert list(file["session"])[:11] == [
        *("id", "title", "topic", "goal", "status", "starts_at", "ends_at", "projected_end", "timezone", "kind"),
        "moderator",
    ]
    assert list(file["agenda"][0])[:15] == [
        *("id", "position", "day", "round", "stage", "kind", "title", "question", "planned_seconds"),
        *("extended_seconds", "used_seconds", "state", "planned_start", "projected_start", "pinned_start"),
    ]
    assert list(file["decisions"][0])[:23] == [
        *("id", "number", "text", "kind", "reason", "owner", "due", "measure", "resources", "first_step", "purpose"),
        *("answers", "bet", "support", "proposed_by", "for", "against", "alternatives", "origin", "owner_id", "item"),
        *("status", "notes"),
    ]


def test_people_are_shown_by_name_and_kept_by_id() -> None:
    file = as_json(SESSION)
    assert file["session"]["monitor"] == "Ola Zając"
    assert file["session"]["monitor_id"] == "p-ola"
    assert file["findings"][0]["by"] == "Ola Zając"


def test_times_carry_the_offset_of_the_session() -> None:
    file = as_json(SESSION)
    assert file["session"]["starts_at"] == "2027-01-15T09:00:00+01:00"
    assert file["agenda"][2]["pinned_start"] == "2027-01-15T12:00:00+01:00"


def test_what_follows_from_the_moment_is_only_in_the_live_one() -> None:
    running = replace(SESSION.agenda[0], state=ItemState.RUNNING)
    span = replace(SESSION.spans[0], ended_at=None, seconds=None)
    head = replace(SESSION.session, status=Status.LIVE, closed_at=None)
    session = replace(SESSION, now=Moment(at(9, 44)), session=head, agenda=(running,), spans=(span,), decisions=())
    live, stored = as_json(session, live=True)["agenda"][0], as_json(session)["agenda"][0]
    assert (live["state"], live["used_seconds"]) == ("over", 2400)
    assert live["projected_start"] == "2027-01-15T09:04:00+01:00"
    assert stored["state"] == "running"
    assert not {"used_seconds", "projected_start", "projected_end"} & stored.keys()
    assert as_json(session, live=True)["session"]["projected_end"] == "2027-01-15T09:44:00+01:00"
    assert "projected_end" not in as_json(session)["session"]


def test_whole_amounts_are_written_without_a_point() -> None:
    assert '"target": 4200000,' in to_json(SESSION)


def test_a_file_written_by_hand_needs_only_a_title() -> None:
    session = read()
    assert session.session.title == "Small"
    assert session.decisions == ()


def test_what_has_no_id_gets_one_that_the_same_file_gives_again() -> None:
    first, again = read(people=[{"name": "Anna", "handle": "anna"}]), read(people=[{"name": "Anna", "handle": "anna"}])
    assert first.people[0].id == again.people[0].id
    assert len(first.people[0].id) == 12


def test_names_without_ids_are_found_by_name_or_handle() -> None:
    session = read(
        people=[{"name": "Anna Weber", "handle": "anna"}],
        session={"monitor": "anna"},
        decisions=[
            {"number": 1, "text": "Do it", "owner": "Anna Weber"},
            {"number": 2, "text": "And", "owner": "Sales"},
        ],
    )
    anna = session.people[0].id
    assert session.session.monitor_id == anna
    assert [one.owner_id for one in session.decisions] == [anna, None]


def test_the_session_s_own_times_make_its_one_day() -> None:
    day = read(session={"starts_at": "2027-01-15T09:00", "ends_at": "2027-01-15T17:00:00+01:00"}).days[0]
    assert (day.starts_at, day.ends_at) == (datetime(2027, 1, 15, 8, tzinfo=UTC), datetime(2027, 1, 15, 16, tzinfo=UTC))


@pytest.mark.parametrize(
    ("pinned", "wall"),
    [
        ("12:30", "12:30"),
        ("2027-01-15T12:30:00+01:00", "12:30"),
        ("2027-01-15T11:30:00Z", "12:30"),
        ("2027-03-28T02:30:00+01:00", "02:30"),
    ],
)
def test_a_pinned_time_is_read_as_a_time_or_as_a_moment(pinned: str, wall: str) -> None:
    assert read(agenda=[{"title": "Lunch", "pinned_start": pinned}]).agenda[0].pinned_start == wall


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            changed("agenda", 3, "planned_seconds", to="ten"),
            "agenda[3].planned_seconds must be whole seconds, found “ten”. Nothing was imported.",
        ),
        (
            changed("agenda", 3, "planned_seconds", to=True),
            "agenda[3].planned_seconds must be whole seconds, found true.",
        ),
        (changed("agenda", 0, "stage", to="lunch"), "agenda[0].stage must be one of introduction, diagnosis,"),
        (changed("agenda", 0, "pinned_start", to="25:00"), "agenda[0].pinned_start must be a time such as 12:30"),
        (changed("people", 1, "name", to=None), "people[1].name must be text, found null."),
        (changed("people", 1, "id", to="p-henrik"), "people[1].id is there twice: “p-henrik”."),
        (changed("people", to={}), "people must be a list, found {}."),
        (changed("decisions", 0, "due", to="soon"), "decisions[0].due must be a day such as 2027-01-15, found “soon”."),
        (
            changed("decisions", 0, "owner_id", to="p-x"),
            "decisions[0].owner_id is “p-x”, which is not among the people.",
        ),
        (changed("spans", 0, "item", to="i-x"), "spans[0].item is “i-x”, which is not among the agenda."),
        (changed("spans", 0, "started_at", to="9:00"), "spans[0].started_at must be a moment such as"),
        (changed("numbers", 0, "values", 0, to=["Q1"]), "numbers[0].values[0] must be a pair of text and a number"),
        (changed("numbers", 0, "target", to="much"), "numbers[0].target must be a number, found “much”."),
        (changed("feedback", 0, "worth", to=9), "feedback[0].worth must be a whole number from 1 to 5, found 9."),
        (changed("session", "timezone", to="Mars/Base"), "session.timezone must be a zone such as Europe/Berlin"),
        (changed("session", "timezone", to="../etc"), "session.timezone must be a zone such as Europe/Berlin"),
        (changed("session", "title", to=7), "session.title must be text, found 7."),
        (changed("session", "company", to=[]), "session.company must be an object, found []."),
        (changed("format", to="facilitator/9"), "format must be “facilitator/1”, found “facilitator/9”."),
        ("[]", "The file must be an object, found []."),
        ("{", "The file is no JSON: line 1, column 2:"),
        ("[" * 100_000, "The file is nested too deeply."),
        ('{"format": NaN}', "The file holds NaN, which is no number."),
        ('{"format": ' + "9" * 5000 + "}", "The file holds the number “9999"),
        (
            changed("numbers", 0, "target", to=1).replace('"target": 1,', '"target": 1e999,'),
            "numbers[0].target must be a",
        ),
        (changed("decisions", 0, "number", to=2**63), "decisions[0].number must be a whole number, found 92233"),
    ],
)
def test_what_is_wrong_is_refused_in_one_sentence_with_its_place(text: str, says: str) -> None:
    refused = refusal(text)
    assert refused.startswith(says)
    assert refused.endswith("Nothing was imported.")
    assert "\n" not in refused


def test_a_missing_value_that_nothing_can_stand_for_is_named() -> None:
    text = json.dumps({"format": "facilitator/1", "session": {"title": "S"}, "people": [{"handle": "anna"}]})
    assert refusal(text) == "people[0].name is missing. Nothing was imported."


def test_a_name_that_nobody_has_is_refused() -> None:
    text = json.dumps({"format": "facilitator/1", "session": {"title": "S", "moderator": "Zed"}})
    assert refusal(text) == "session.moderator names “Zed”, who is not among the people. Nothing was imported."


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert from_json("\ufeff" + to_json(SESSION), NOW) == SESSION


def test_an_id_for_what_has_none_costs_the_same_in_a_large_file() -> None:
    """Each was made of the whole file: a session of six thousand items without ids took eighteen seconds."""
    place = Place(file=File(seed=hashed("x" * 10_000_000))).at("ideas")
    begun = time.process_time()
    ids = {place.at(number).fresh_id() for number in range(3000)}
    # Hashed anew for each, this takes half a minute on a fast machine.
    assert time.process_time() - begun < 2
    assert len(ids) == 3000


def test_an_id_depends_on_the_file_and_the_place_alone() -> None:
    whole = blake2b(b'{"a": 1}' + b"ideas[3]", digest_size=6).hexdigest()
    assert Place(file=File(seed=hashed('{"a": 1}'))).at("ideas").at(3).fresh_id() == whole


def test_a_name_that_two_have_is_the_first_ones() -> None:
    names = (("Anna Weber", "anna"), ("Jonas Beck", "Anna Weber"), ("ANNA WEBER", "weber"))
    people = [{"name": name, "handle": handle} for name, handle in names]
    session = read(people=people, tasks=[{"text": "Book the room", "owner": "anna weber"}])
    assert session.tasks[0].owner_id == session.people[0].id


IDEA, LINE = {"text": "An idea"}, {"at": "2027-01-15T09:00:00Z", "by": "moderator", "did": "Add “An idea”"}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"ideas": [IDEA] * 20_001}, "more than 20,000 things"),
        ({"session": {"title": "S", "rules": ["Phones away"] * 20_001}}, "more than 20,000 things"),
        ({"journal": [LINE] * 40_001}, "more than 40,000 lines of a journal"),
        ({"ideas": [IDEA] * 400_001}, "more than 400,000 values"),
        ({"nothing": [[]] * 400_001}, "more than 400,000 values"),
        ({"ideas": [{"text": "word " * 4_000_000}]}, "larger than 12 MB"),
    ],
)
def test_more_than_any_session_holds_is_refused_before_it_is_read(given: dict[str, Any], says: str) -> None:
    refused: list[str] = []
    text = json.dumps(as_json(SESSION) | given)
    lines = lines_run(lambda: refused.append(refusal(text)))
    assert says in refused[0]
    assert lines < 1000


def many(key: str, count: int) -> Everything:
    """The sample with so many more of its first item, or of its first decision."""
    first = getattr(SESSION, key)[0]
    more: Any = {key: (*getattr(SESSION, key), *(replace(first, id=f"more-{number}") for number in range(count)))}
    return replace(SESSION, **more)


@pytest.mark.parametrize("key", ["agenda", "decisions"])
def test_a_thing_costs_the_same_to_read_and_to_write_among_few_and_among_many(key: str) -> None:
    read, written = [], []
    for count in (0, 100, 200):
        session = many(key, count)
        text = to_json(session)
        read.append(lines_run(partial(from_json, text, NOW)))
        written.append(lines_run(partial(as_json, session)))
    for none, once, twice in (read, written):
        assert twice - once < 1.1 * (once - none)
    values = len(as_json(SESSION)[key][0])
    assert read[2] - read[1] < 100 * values * 30


def test_who_votes_is_looked_up_and_not_looked_for() -> None:
    compared: list[str] = []

    class Id(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            compared.append(self)
            return super().__eq__(other)

    people = tuple(replace(SESSION.people[0], id=Id(f"p{number}")) for number in range(300))
    ballot = Ballot(each=3, voters=tuple(Id(one.id) for one in people))
    head = replace(SESSION.session, ballot=ballot)
    check_references(Everything(now=NOW, session=head, people=people))
    assert len(compared) < 3 * len(people)
