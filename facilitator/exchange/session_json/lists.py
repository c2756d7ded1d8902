"""The lists of a session file in their order: the key, the name in `Everything`, the shape of what is in it."""

from dataclasses import dataclass
from typing import Any

from facilitator.exchange.session_json import shapes
from facilitator.exchange.session_json.shape import Shape


@dataclass(frozen=True, slots=True)
class Listed:
    """One list; its key in the file is its name in the record."""

    key: str
    shape: Shape[Any]


PEOPLE = Listed("people", shapes.PERSON)
AGENDA = Listed("agenda", shapes.ITEM)
DAYS = Listed("days", shapes.DAY_OF)

LISTS = (
    PEOPLE,
    DAYS,
    Listed("rounds", shapes.ROUND),
    Listed("expectations", shapes.EXPECTATION),
    AGENDA,
    Listed("questions", shapes.QUESTION),
    Listed("numbers", shapes.NUMBER),
    Listed("findings", shapes.FINDING),
    Listed("ideas", shapes.IDEA),
    Listed("decisions", shapes.DECISION),
    Listed("assumptions", shapes.ASSUMPTION),
    Listed("parked", shapes.PARKED),
    Listed("commitments", shapes.COMMITMENT),
    Listed("feedback", shapes.FEEDBACK),
    Listed("tasks", shapes.TASK),
    Listed("homework", shapes.HOMEWORK),
    Listed("check_in_log", shapes.CHECK_IN),
    Listed("spans", shapes.SPAN),
    Listed("journal", shapes.DONE),
    Listed("extensions", shapes.EXTENSION),
)
