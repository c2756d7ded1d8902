"""What is done to a session as a whole: new, changed, archived, deleted."""

from datetime import datetime
from typing import Any

from facilitator.domain import rules
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction


def new_session(
    tx: Transaction,
    session_id: str,
    title: str,
    *,
    timezone: str = "UTC",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    topic: str | None = None,
    goal: str | None = None,
    kind: str = "strategy",
) -> str:
    """A session with one day; times are aware."""
    if not title:
        raise RuleBroken("A session needs a title.")
    tx.scope = "home"
    tx.db.add(
        t.StrategySession(
            id=session_id, title=title, timezone=timezone, topic=topic, goal=goal, kind=kind, created_at=tx.now.wall
        )
    )
    tx.db.flush()
    tx.add(t.Day(**tx.place(t.Day, session_id), day=1, starts_at=starts_at, ends_at=ends_at))
    return f"New session “{title}”"


def change_session(tx: Transaction, session_id: str, field: str, value: Any) -> str:  # noqa: ANN401 – any column's value
    """Set one field of the session to what was typed."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    if field not in type(session).model_fields or field in ("id", "status", "created_at", "deleted_at"):
        raise RuleBroken(f"A session has no field “{field}” to change.")
    setattr(session, field, value)
    return f"Set the session's {field.removesuffix('_id').replace('_', ' ')}"


def archive_session(tx: Transaction, session_id: str) -> str:
    tx.scope = "home"
    session = tx.session(session_id)
    session.archived_at = tx.now.wall
    return f"Archive “{session.title}”"


def unarchive_session(tx: Transaction, session_id: str) -> str:
    tx.scope = "home"
    session = tx.session(session_id)
    session.archived_at = None
    return f"Bring back “{session.title}”"


def delete_session(tx: Transaction, session_id: str) -> str:
    """Hide it everywhere; taking this back shows it again, whole."""
    tx.scope = "home"
    session = tx.session(session_id)
    session.deleted_at = tx.now.wall
    return f"Delete “{session.title}”"


def undelete_session(tx: Transaction, session_id: str) -> str:
    """Show it again everywhere, where somebody still has it open."""
    tx.scope = "home"
    session = tx.session(session_id)
    session.deleted_at = None
    return f"Bring back “{session.title}”"
