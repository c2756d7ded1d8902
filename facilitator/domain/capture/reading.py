"""The capture line read as a whole. PRODUCT.md, Capture."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.capture.captured import Captured, Kind, Refused, Token, TokenKind
from facilitator.domain.capture.deadline import Dated, cut, find_deadline
from facilitator.domain.capture.gaps import line_gaps
from facilitator.domain.capture.numbers import NEEDS, read_number
from facilitator.domain.capture.owner import Owned, Owner, find_owner
from facilitator.domain.capture.tokens import Segment, because, keep, lead, segments, signs_of, takes_deadline
from facilitator.domain.capture.values import Value, find_question, find_words
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.owners import no_newcomer
from facilitator.domain.people import read_person
from facilitator.domain.text import clean

if TYPE_CHECKING:
    from facilitator.domain.person import Person


def read_line(
    kind: Kind,
    line: str,
    *,
    today: date,
    people: "Sequence[Person]" = (),
    keys: Sequence[str] | None = None,
    day_first: bool = True,
) -> Captured:
    """What a line means, for the kind that is captured. Never raises, and loses nothing: what is no token is text.

    `keys` are the session's question keys; none means that there is no session, and any `#key` is taken as typed.
    """
    line = clean(line)
    match kind:
        case Kind.PERSON:
            return _newcomer(line, people)
        case Kind.NUMBER:
            return _figure(line)
    decision, said = lead(kind, line)
    parts = segments(line, signs_of(kind), said.end if said else 0)
    dated = Dated(None, ())
    if takes_deadline(kind):
        dated = find_deadline(line, parts, today, people, day_first=day_first)
    parts = cut(parts, dated)
    owned = find_owner(line, parts, people, binds=kind.binds)
    return _captured(kind, line, decision, _values(kind, line, parts, keys, said, dated, owned), today)


def _newcomer(line: str, people: "Sequence[Person]") -> Captured:
    person = read_person(line)
    says = (
        no_newcomer(person.name, (one.name for one in people)) if person else "A person needs a name." if line else ""
    )
    return Captured(kind=Kind.PERSON, line=line, text=line, person=person, refused=_all_of(line, says))


def _figure(line: str) -> Captured:
    number = read_number(line)
    lacks = bool(line) and (number.value is None or not number.name)
    refused = _all_of(line, (number.refused or NEEDS) if lacks else "")
    return Captured(kind=Kind.NUMBER, line=line, text=line, number=number, refused=refused)


def _all_of(line: str, says: str) -> tuple[Refused, ...]:
    """The line as a whole can't be taken."""
    return (Refused(line, says, 0, len(line)),) if says else ()


class _Findings(NamedTuple):
    """Everything that was found in a line but its text."""

    said: Token | None
    dated: Dated
    owned: Owned
    question: Value
    measure: Value
    resources: Value

    @property
    def owner(self) -> Owner | None:
        return self.owned.owner

    @property
    def tokens(self) -> list[Token]:
        due = self.dated.due
        first = [token for token in (self.said, due.token if due else None) if token]
        return [*first, *self.owned.tokens, *self.question.tokens, *self.measure.tokens, *self.resources.tokens]

    @property
    def refused(self) -> tuple[Refused, ...]:
        found = (*self.dated.refused, *self.owned.refused, *self.question.refused)
        return tuple(sorted(found, key=lambda one: one.start))


def _values(
    kind: Kind,
    line: str,
    parts: Sequence[Segment],
    keys: Sequence[str] | None,
    said: Token | None,
    dated: Dated,
    owned: Owned,
) -> _Findings:
    signs = signs_of(kind)
    question = find_question(line, parts, keys)
    measure = find_words(line, parts, "!", TokenKind.MEASURE, signs)
    resources = find_words(line, parts, "$", TokenKind.RESOURCES, signs)
    return _Findings(said, dated, owned, question, measure, resources)


def _captured(kind: Kind, line: str, decision: DecisionKind | None, found: _Findings, today: date) -> Captured:
    kept = keep(line, found.tokens, signs_of(kind))
    text, reason = because(kept.text) if decision is DecisionKind.WONT else (kept.text, None)
    owner, deadline = found.owner, found.dated.due.deadline if found.dated.due else None
    due = deadline.day if deadline else None
    refused = [Token(TokenKind.REFUSED, one.start, one.end) for one in found.refused]
    captured = Captured(
        kind=kind,
        line=line,
        text=text,
        decision=decision,
        owner=owner.name if owner else None,
        owner_id=owner.id if owner else None,
        new_person=owner.new if owner else None,
        due=due,
        due_others=deadline.others if deadline else (),
        answers=found.question.words,
        measure=found.measure.words,
        resources=found.resources.words,
        reason=reason,
        refused=found.refused,
        tokens=tuple(sorted((*found.tokens, *refused), key=lambda token: token.start)),
        kept=kept.spans,
    )
    return captured._replace(gaps=tuple(line_gaps(captured, owner, today)))
