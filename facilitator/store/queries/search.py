"""Everything in a session that can be searched, as one list."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from facilitator.domain.kinds import IdeaState, Stage
from facilitator.domain.search import Thing, thing
from facilitator.store import tables as t
from facilitator.store.queries.rows import table_of
from facilitator.store.transaction import Reading

PREPARE, FOLLOW_UP = "prepare", "follow-up"


@dataclass(frozen=True, slots=True)
class Source:
    """One table: the column with the text, the columns that say more, and the screen where it is shown.

    `about` is the column whose id the screen lists it under, where that is not its own.
    """

    kind: str
    model: type[t.Held]
    text: str
    more: tuple[str, ...] = ()
    place: str = Stage.WRAP_UP
    note: Callable[[Mapping[str, Any]], str] | None = None
    about: str = "id"


def _idea(row: Mapping[str, Any]) -> str:
    said = "dropped" if row["state"] == IdeaState.DROPPED else row["theme"] or ""
    discussed = (" · ".join(row[name]) if isinstance(row[name], list) else row[name] for name in DISCUSSED if row[name])
    return " · ".join(filter(None, (said, *discussed)))


DISCUSSED = ("resources", "pros", "cons", "alternatives")
SOURCES = (
    Source("item", t.Item, "title", ("question", "notes", "presenter")),
    Source("question", t.Question, "text", ("answer",)),
    Source("expectation", t.Expectation, "text", (), Stage.INTRODUCTION),
    Source("number", t.Number, "name", ("unit",), Stage.DIAGNOSIS),
    Source("finding", t.Finding, "text", ("evidence", "cause"), Stage.DIAGNOSIS),
    Source("decision", t.Decision, "text", ("measure", "reason", "first_step", "purpose", *DISCUSSED), Stage.DECISIONS),
    Source("idea", t.Idea, "text", ("theme", "state", *DISCUSSED), Stage.BRAINSTORM, _idea),
    Source("assumption", t.Assumption, "text", ("signal",)),
    Source("parked", t.Parked, "text", ("resolution",)),
    Source("person", t.Person, "name", ("department", "handle", "email"), Stage.INTRODUCTION),
    Source("commitment", t.Commitment, "result", ("first_step", "resources", "measure", "money"), about="person_id"),
    Source("feedback", t.Feedback, "higher_if", about="by_id"),
    Source("homework", t.Homework, "problems", ("results", "asks"), PREPARE, about="person_id"),
    Source("task", t.Task, "text", (), PREPARE),
    Source("check-in", t.CheckIn, "notes", (), FOLLOW_UP),
)
# The session's own words, and where they are said.
HEAD = (("topic", "topic"), ("goal", "goal"), ("problem", "problem"), ("known", "known"), ("resolve", "to_resolve"))


def searchable(tx: Reading, session_id: str) -> tuple[Thing, ...]:
    """All things with words, kind by kind, each in its order; an item is shown by its own stage."""
    found = (one for source in SOURCES for one in _things(tx, session_id, source))
    return (*_head(tx, session_id), *found)


def _head(tx: Reading, session_id: str) -> Iterator[Thing]:
    """The brief, the ground rules, whether the goal was met."""
    session = tx.session(session_id)
    for kind, name in HEAD:
        if words := getattr(session, name):
            yield thing(kind, name, words, "", PREPARE)
    for place, rule in enumerate(session.rules):
        yield thing("rule", str(place), rule["text"], "", Stage.INTRODUCTION)
    if session.goal_met:
        yield thing("goal met", "goal", session.goal_met, "", Stage.WRAP_UP)


def _things(tx: Reading, session_id: str, source: Source) -> Iterator[Thing]:
    table = table_of(source.model)
    names = {"id", source.about, source.text, *source.more, *(["stage"] if source.model is t.Item else [])}
    wanted = select(*(table.c[name] for name in names)).where(table.c.session_id == session_id)
    for row in map(dict, tx.db.connection().execute(wanted.order_by(table.c.position, table.c.id)).mappings()):
        said = source.note(row) if source.note else _more(row, source)
        if row[source.text] or said:
            place = row["stage"] if source.model is t.Item else source.place
            yield thing(source.kind, row[source.about] or "", row[source.text] or "", said, place)


def _more(row: Mapping[str, Any], source: Source) -> str:
    """What else is said of a thing; lists of what was said, too."""
    parts = (row[name] for name in source.more if row[name])
    return " · ".join(" · ".join(part) if isinstance(part, list) else part for part in parts)
