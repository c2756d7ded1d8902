"""How one decision is said in a document."""

from facilitator.domain.kinds import DecisionKind, DecisionStatus
from facilitator.domain.records import Decision
from facilitator.domain.records.content import begins_with_kind
from facilitator.exchange.phrases import one_line, short_day

_KINDS = {DecisionKind.STOP: "Stop", DecisionKind.FIND_OUT: "Find out", DecisionKind.WONT: "Won’t"}
NOTHING = "–"


def said(decision: Decision) -> str:
    """The text on one line, with its kind before it."""
    return with_kind(decision, one_line(decision.text))


def with_kind(decision: Decision, text: str) -> str:
    """The text after its kind, where that is not *do* and the text does not begin with it: `Stop print advertising`."""
    if begins_with_kind(decision.kind, text):
        return text
    kind = _KINDS[decision.kind]
    # One sentence where the text goes on in small letters.
    return f"{kind} {text}" if text[:1].islower() else f"{kind}: {text}"


def owner_of(decision: Decision) -> str:
    return one_line(decision.owner) or "nobody yet"


def due_of(decision: Decision) -> str:
    """The day, and the status once it is no longer open."""
    due = short_day(decision.due) or "no day"
    return due if decision.status is DecisionStatus.OPEN else f"{due}, {decision.status.value.replace('-', ' ')}"
