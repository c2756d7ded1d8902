"""A session in which every text means harm, in every format: nothing lost, nothing run, nothing read as markup."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO, StringIO
from itertools import count, cycle
from typing import Any

import docx
import pytest
from icalendar import Calendar

from facilitator.domain.kinds import DecisionKind, DecisionStatus, IdeaState
from facilitator.domain.records import Decision, Everything, Idea, Person
from facilitator.domain.text import clean
from facilitator.exchange.bundle import FORMATS, bundle
from facilitator.exchange.document import Document, build
from facilitator.exchange.phrases import one_line
from facilitator.exchange.session_json import as_json, from_json
from facilitator.exchange.tables import harmless
from tests.exchange.by_hand import refusal
from tests.exchange.reading import Page, markdown_texts, texts_of
from tests.exchange.sample import SESSION
from tests.faults.hostile import PAYLOADS

DECISIONS, PEOPLE = 40, 12
FIRST = date(2027, 2, 1)


def hostile_session(texts: Sequence[str]) -> Everything:
    """Forty decisions of twelve people; each text stands in it as one, as an owner, as an idea, and as the title."""
    said = [text for text in (clean(one, lines=False) for one in texts) if text]
    words = cycle(said)
    people = tuple(Person(id=f"p{n}", name=next(words), handle=f"p{n}", present=True) for n in range(PEOPLE))
    numbers = count(1)
    return replace(
        SESSION,
        session=replace(SESSION.session, title=next(words), topic=next(words), goal=next(words), moderator_id="p0"),
        people=people,
        decisions=tuple(_decision(next(numbers), words, people) for _ in range(DECISIONS)),
        ideas=tuple(Idea(id=f"i{n}", text=text, votes=n % 7, state=IdeaState.RAW) for n, text in enumerate(said)),
        findings=(),
        assumptions=(),
        parked=(),
        commitments=(),
        feedback=(),
        tasks=(),
        homework=(),
        expectations=(),
        numbers=(),
    )


def _decision(number: int, words: Iterator[str], people: Sequence[Person]) -> Decision:
    owner = people[number % PEOPLE]
    return Decision(
        id=f"d{number}",
        number=number,
        text=next(words),
        kind=list(DecisionKind)[number % 4],
        owner=owner.name,
        owner_id=owner.id,
        due=FIRST + timedelta(days=number),
        measure=next(words),
        resources=next(words),
        status=list(DecisionStatus)[number % 5],
    )


def check_every_format(session: Everything) -> dict[str, bytes]:
    """All files, each read back: what was typed stands in it, and only there where it was typed."""
    files = {one.name: file.content for one, file in zip(FORMATS, bundle(session, FORMATS, appendix=True), strict=True)}
    document = build(session, appendix=True)
    _check_markdown(files["md"].decode(), document)
    _check_html(files["html"].decode(), document)
    _check_docx(files["docx"], document)
    _check_decisions(files["csv"].decode(), session)
    _check_ideas(files["csv:ideas"].decode(), session)
    _check_calendar(files["ics"], session)
    assert files["pdf"].startswith(b"%PDF-")
    assert from_json(files["json"].decode(), session.now) == session
    return files


def _check_markdown(text: str, document: Document) -> None:
    read = "\n".join(markdown_texts(text))
    assert "⟦" not in read
    assert [one for one in texts_of(document) if one.strip() not in read] == []


def _check_html(text: str, document: Document) -> None:
    page = Page(text)
    assert not {"script", "img", "iframe", "a", "b", "object"} & {tag for tag, _ in page.tags}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "href"]
    assert set(texts_of(document)) - set(page.texts) - {""} == set()


def _check_docx(content: bytes, document: Document) -> None:
    file = docx.Document(BytesIO(content))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    read = "\n".join([*(line.text for line in file.paragraphs), *cells])
    assert [one for one in texts_of(document) if one not in read] == []


def _check_decisions(text: str, session: Everything) -> None:
    rows = {row["ID"]: row for row in csv.DictReader(StringIO(text, newline=""), strict=True)}
    assert len(rows) == DECISIONS
    for one in session.decisions:
        assert rows[one.id]["Name"].endswith(one.text)
        assert (rows[one.id]["Owner"], rows[one.id]["Measure"]) == (harmless(one.owner), harmless(one.measure))


def _check_ideas(text: str, session: Everything) -> None:
    rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    assert [row["Summary"] for row in rows] == [harmless(one.text) for one in session.ideas]


def _check_calendar(content: bytes, session: Everything) -> None:
    events: list[Any] = list(Calendar.from_ical(content).walk("VEVENT"))
    binding = [one for one in session.decisions if one.binds]
    assert len(events) == len(binding) + 6 + 1 + 1
    for event, one in zip(events, sorted(binding, key=lambda one: one.due or date.max), strict=False):
        assert str(event["SUMMARY"]).endswith(one_line(one.text))
        assert not {"ATTENDEE", "ATTACH", "URL"} & set(event)


@pytest.mark.slow
def test_a_hostile_session_goes_out_in_every_format() -> None:
    check_every_format(hostile_session(PAYLOADS))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_refuses_a_session_file_is_one_line_of_visible_signs(payload: str) -> None:
    said = refusal(json.dumps(as_json(SESSION) | {"agenda": [{"title": "Talk", "stage": payload}]}))
    assert said.startswith("agenda[0].stage must be ")
    assert said == clean(said)
