"""Everything in a session that can be searched, as one list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from facilitator.domain.kinds import IdeaState, Stage
from facilitator.domain.search import Thing, thing
from facilitator.store import tables as t
from facilitator.store.queries.rows import table_of
from facilitator.store.transaction import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """One table: the column with the text, the columns that say more, and the stage where it is shown."""

    kind: str
    model: type[t.Held]
    text: str
    more: tuple[str, ...] = ()
    stage: Stage = Stage.WRAP_UP
    note: Callable[[Mapping[str, Any]], str] | None = None


def _idea(row: Mapping[str, Any]) -> str:
    return "dropped" if row["state"] == IdeaState.DROPPED else row["theme"] or ""


SOURCES = (
    Source("item", t.Item, "title", ("question",)),
    Source("question", t.Question, "text", ("answer",)),
    Source("number", t.Number, "name", (), Stage.DIAGNOSIS),
    Source("finding", t.Finding, "text", ("evidence", "cause"), Stage.DIAGNOSIS),
    Source("decision", t.Decision, "text", ("measure", "reason"), Stage.DECISIONS),
    Source("idea", t.Idea, "text", ("theme", "state"), Stage.BRAINSTORM, _idea),
    Source("assumption", t.Assumption, "text", ("signal",)),
    Source("parked", t.Parked, "text", ("resolution",)),
    Source("person", t.Person, "name", ("department", "handle"), Stage.INTRODUCTION),
    Source("commitment", t.Commitment, "result", ("first_step",)),
)


def searchable(tx: Reading, session_id: str) -> tuple[Thing, ...]:
    """All things with words, kind by kind, each in its order; an item is shown by its own stage."""
    return tuple(one for source in SOURCES for one in _things(tx, session_id, source))


def _things(tx: Reading, session_id: str, source: Source) -> list[Thing]:
    table = table_of(source.model)
    names = ("id", source.text, *source.more, *(["stage"] if source.model is t.Item else []))
    wanted = select(*(table.c[name] for name in names)).where(table.c.session_id == session_id)
    rows = tx.db.connection().execute(wanted.order_by(table.c.position, table.c.id)).mappings()
    return [
        thing(
            source.kind,
            row["id"],
            row[source.text],
            source.note(dict(row)) if source.note else " · ".join(row[name] for name in source.more if row[name]),
            Stage(row["stage"]) if source.model is t.Item else source.stage,
        )
        for row in rows
    ]
