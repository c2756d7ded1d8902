"""What `line --json` prints of a captured line."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.capture import Kind, line_json, read_line
from tests.domain.test_capture import LINES, ROOM, SUNDAY, read

PROMISED = """{"kind": "decision", "decision": "do", "text": "Publish the pricing calculator", "owner": "Jonas Beck",
 "due": "2027-01-15", "due_others": [], "answers": "why", "measure": "€5k pipeline a month", "resources": null,
 "reason": null, "gaps": [], "refused": []}"""


def test_a_decision_has_exactly_the_promised_shape() -> None:
    line = "Publish the pricing calculator @jonas by 15 jan #why !€5k pipeline a month"
    shown = line_json(read_line(Kind.DECISION, line, today=date(2026, 11, 22), people=ROOM[:2]))
    promised = json.loads(PROMISED)
    assert shown == promised
    assert list(shown) == list(promised)


def test_gaps_and_refused_tokens_have_their_shape() -> None:
    shown = line_json(read("Ship it @mia by asap"))
    assert shown["gaps"] == [
        {"code": "D03", "severity": "error", "words": None, "says": "No deadline: add “by” and a day."},
        {
            "code": "D05",
            "severity": "warning",
            "words": None,
            "says": "No measure: add ! and what will show that it worked.",
        },
    ]
    assert isinstance(shown["refused"], list)
    assert [set(one) for one in shown["refused"] if isinstance(one, dict)] == [{"token", "says"}]


@pytest.mark.parametrize(
    ("kind", "line", "fields"),
    [
        (Kind.IDEA, "A podcast @anna", {"text": "A podcast", "by": "Anna Weber"}),
        (Kind.FINDING, "Churn doubled", {"text": "Churn doubled", "by": None}),
        (Kind.PARK, "Office move", {"text": "Office move"}),
        (
            Kind.ASSUMPTION,
            "Prices hold @anna by 2027-03-01 !three lost deals",
            {
                "text": "Prices hold",
                "who": "Anna Weber",
                "on": "2027-03-01",
                "on_others": [],
                "signal": "three lost deals",
            },
        ),
        (
            Kind.TASK,
            "Book the room @anna",
            {
                "text": "Book the room",
                "owner": "Anna Weber",
                "due": None,
                "due_others": [],
                "answers": None,
                "measure": None,
                "resources": None,
            },
        ),
        (
            Kind.PERSON,
            "Lena Vogt <lena@acme.example>",
            {"name": "Lena Vogt", "email": "lena@acme.example", "department": None},
        ),
        (
            Kind.NUMBER,
            "Leads 1.2k @2026-Q1",
            {"name": "Leads", "value": 1200, "unit": None, "period": "2026-Q1", "target": None},
        ),
    ],
)
def test_every_kind_prints_what_it_can_hold(kind: Kind, line: str, fields: dict[str, object]) -> None:
    assert line_json(read(line, kind)) == {"kind": kind.value, **fields, "gaps": [], "refused": []}


@given(st.sampled_from(Kind), LINES)
@settings(max_examples=60, deadline=None)
def test_any_line_prints(kind: Kind, line: str) -> None:
    shown = line_json(read_line(kind, line, today=SUNDAY))
    assert json.loads(json.dumps(shown)) == shown
