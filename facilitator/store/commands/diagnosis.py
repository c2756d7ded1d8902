"""What is done to a finding: its standing, kind, nature, evidence; and the numbers as they are shown."""

from facilitator.domain import rules
from facilitator.domain.kinds import FindingKind, IdeaState, Nature, Standing
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


def set_standing(tx: Transaction, session_id: str, finding_id: str, standing: Standing) -> str:
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    finding.standing = standing
    return f"“{shorten(finding.text, SAID)}” is {standing}"


def set_finding_kind(tx: Transaction, session_id: str, finding_id: str, kind: FindingKind) -> str:
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    finding.kind = kind
    article = "an" if kind[0] in "aeiou" else "a"
    return f"“{shorten(finding.text, SAID)}” is {article} {kind}"


def set_nature(tx: Transaction, session_id: str, finding_id: str, nature: Nature | None) -> str:
    """Whose problem it is."""
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    finding.nature = nature
    whose = f"a problem of {nature}" if nature else "nobody's problem yet"
    return f"“{shorten(finding.text, SAID)}” is {whose}"


def set_evidence(tx: Transaction, session_id: str, finding_id: str, evidence: str | None) -> str:
    """Where it can be seen."""
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    finding.evidence = evidence or None
    return f"Evidence for “{shorten(finding.text, SAID)}”"


def set_cause(tx: Transaction, session_id: str, finding_id: str, cause: str | None) -> str:
    """What lies behind a complaint."""
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    finding.cause = cause or None
    return f"Cause of “{shorten(finding.text, SAID)}”"


def reword_finding(tx: Transaction, session_id: str, finding_id: str, text: str) -> str:
    rules.may_change(head(tx, session_id))
    if not text:
        raise RuleBroken("A finding needs words.")
    tx.get(t.Finding, finding_id).text = text
    return f"Find “{shorten(text, SAID)}”"


def remove_finding(tx: Transaction, session_id: str, finding_id: str) -> str:
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    tx.remove(finding)
    return f"Remove the finding “{shorten(finding.text, SAID)}”"


def offer_to_brainstorm(tx: Transaction, session_id: str, finding_id: str) -> str:
    """A finding that is worded as a solution becomes an idea, which remembers where it came from."""
    rules.may_change(head(tx, session_id))
    finding = tx.get(t.Finding, finding_id)
    origin = f"finding:{finding.id}"
    place = tx.place(t.Idea, session_id)
    tx.add(t.Idea(**place, text=finding.text, by_id=finding.by_id, at=tx.now.wall, origin=origin, state=IdeaState.RAW))
    tx.remove(finding)
    return f"“{shorten(finding.text, SAID)}” goes to the brainstorm"


def show_number(tx: Transaction, session_id: str, number_id: str) -> str:
    """The room has seen it."""
    rules.may_change(head(tx, session_id))
    number = tx.get(t.Number, number_id)
    number.shown_at = number.shown_at or tx.now.wall
    return f"Show {number.name}"
