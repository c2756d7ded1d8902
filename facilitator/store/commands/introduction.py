"""What is agreed at the beginning: ground rules, the principal's promise, what people expect."""

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.people import Found, Nobody, cut_who, find_person
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Transaction

SAID = 48


def add_rule(tx: Transaction, session_id: str, text: str) -> str:
    """One more ground rule, not agreed yet."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    if any(rule["text"] == text for rule in session.rules):
        raise RuleBroken(f"“{shorten(text, SAID)}” is among the rules already.")
    session.rules = [*session.rules, {"text": text, "agreed": False}]
    return f"Ground rule “{shorten(text, SAID)}”"


def agree_on_rule(tx: Transaction, session_id: str, place: int, agreed: bool) -> str:
    """Tick one ground rule, or take the tick back."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    rule = _rule(session, place)
    session.rules = [one | {"agreed": agreed} if at == place else one for at, one in enumerate(session.rules)]
    return f"{'Agree on' if agreed else 'Open again:'} “{shorten(rule, SAID)}”"


def change_rule(tx: Transaction, session_id: str, place: int, text: str) -> str:
    """Word a rule anew; what was agreed is open again."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    _rule(session, place)
    new = {"text": text, "agreed": False}
    session.rules = [new if at == place else one for at, one in enumerate(session.rules)]
    return f"Ground rule “{shorten(text, SAID)}”"


def remove_rule(tx: Transaction, session_id: str, place: int) -> str:
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    rule = _rule(session, place)
    session.rules = [one for at, one in enumerate(session.rules) if at != place]
    return f"Drop the rule “{shorten(rule, SAID)}”"


def promise_to_listen(tx: Transaction, session_id: str, promised: bool) -> str:
    """The owner of the business says aloud that they listen first and speak last."""
    rules.may_change(head(tx, session_id))
    tx.session(session_id).promised_at = tx.now.wall if promised else None
    return "The principal promises to listen and to speak last" if promised else "Take the principal's promise back"


def add_expectation(tx: Transaction, session_id: str, text: str) -> str:
    """What somebody wants to go home with; `@name` says who."""
    rules.may_change(head(tx, session_id))
    words, name = cut_who(text)
    found = find_person(name, records(tx, r.Person, t.Person, session_id)) if name else Nobody()
    text, by_id = (words, found.person.id) if isinstance(found, Found) else (text, None)
    tx.add(t.Expectation(**tx.place(t.Expectation, session_id), text=text, by_id=by_id))
    return f"Expect “{shorten(text, SAID)}”"


def change_expectation(tx: Transaction, session_id: str, expectation_id: str, text: str) -> str:
    rules.may_change(head(tx, session_id))
    tx.get(t.Expectation, expectation_id).text = text
    return f"Expect “{shorten(text, SAID)}”"


def remove_expectation(tx: Transaction, session_id: str, expectation_id: str) -> str:
    rules.may_change(head(tx, session_id))
    expectation = tx.get(t.Expectation, expectation_id)
    tx.remove(expectation)
    return f"Drop the expectation “{shorten(expectation.text, SAID)}”"


def meet_expectation(tx: Transaction, session_id: str, expectation_id: str, met: bool | None) -> str:
    """Looked at again in the wrap-up."""
    rules.may_change(head(tx, session_id))
    expectation = tx.get(t.Expectation, expectation_id)
    expectation.met = met
    words = {True: "was met", False: "was not met", None: "is open again"}[met]
    return f"“{shorten(expectation.text, SAID)}” {words}"


def _rule(session: t.StrategySession, place: int) -> str:
    if not 0 <= place < len(session.rules):
        raise RuleBroken("That rule is gone: it was removed elsewhere.")
    return str(session.rules[place]["text"])
