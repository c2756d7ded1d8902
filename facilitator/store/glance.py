"""Lists read with plain sqlite3: the home screen's first frame, `list` and `due` don't wait for the model."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from facilitator.domain.glance import SessionLine
from facilitator.domain.kinds import SessionKind, Status
from facilitator.store.connection import holds_something
from facilitator.store.faults import StoreFault

_BEGUN = "deleted_at IS NULL AND archived_at IS NULL AND status != 'preparing'"
# What came along is asked for once: here until the session that follows has begun, then there. Nearly no session is
# followed: that is asked first, once for all. The order of the joins is said, else every idea of the file is looked at.
_CAME_ALONG = (
    f"({{1}}.session_id IN (SELECT follows FROM session WHERE {_BEGUN}) "  # noqa: S608 – words of ours alone
    "AND EXISTS (SELECT 1 FROM session AS later CROSS JOIN {0} AS again ON again.session_id = later.id "
    "WHERE later.follows = {1}.session_id AND later.deleted_at IS NULL AND later.archived_at IS NULL "
    "AND later.status != 'preparing' AND {2}))"
)
_WAITS = (
    "EXISTS (SELECT 1 FROM session AS own JOIN session AS earlier ON earlier.id = own.follows "
    "JOIN {0} AS first ON first.session_id = earlier.id WHERE own.id = {1}.session_id AND own.status = 'preparing' "
    "AND earlier.deleted_at IS NULL AND earlier.archived_at IS NULL AND {2})"
)


def _gone(table: str, name: str) -> str:
    return _CAME_ALONG.format(table, name[0], f"again.origin = '{name}:' || {name[0]}.id")


def _waits(name: str) -> str:
    return _WAITS.format(name, name[0], f"{name[0]}.origin = '{name}:' || first.id")


DECISION_WAITS = _waits("decision")
# A decision comes along as one, or as a proposal where it is decided anew.
DECISION_HERE = f"NOT {_gone('decision', 'decision')} AND NOT {_gone('idea', 'decision')} AND NOT {DECISION_WAITS}"
# A task has no origin: it goes by its words and its day.
TASK_HERE = (
    f"NOT {_CAME_ALONG.format('task', 't', 'again.text = t.text AND again.due = t.due')} "
    f"AND NOT {_WAITS.format('task', 't', 'first.text = t.text AND first.due = t.due')}"
)
ASSUMPTION_HERE = f"NOT {_gone('assumption', 'assumption')} AND NOT {_waits('assumption')}"
_OPEN = f"""
    SELECT count(*) FROM decision AS d WHERE session_id = s.id AND kind != 'wont' AND status IN ('open', 'under-way')
    AND {DECISION_HERE}
"""  # noqa: S608 – words of ours alone
_SESSIONS = f"""
SELECT s.id, s.title, s.status, s.kind, s.timezone, s.closed_at, s.shared_at, s.review_on, s.archived_at IS NOT NULL,
       (SELECT min(starts_at) FROM day WHERE session_id = s.id),
       (SELECT max(ends_at) FROM day WHERE session_id = s.id),
       (SELECT at FROM journal WHERE session_id = s.id ORDER BY seq DESC LIMIT 1),
       (SELECT count(*) FROM item WHERE session_id = s.id),
       (SELECT count(*) FROM decision AS d WHERE session_id = s.id AND NOT {DECISION_WAITS}),
       ({_OPEN}),
       ({_OPEN} AND due < :today)
FROM session s
WHERE s.deleted_at IS NULL
"""  # noqa: S608 – words of ours alone


def sessions(path: Path, today: date) -> tuple[SessionLine, ...]:
    """Every session that was not deleted, the one worked on last first; none where there is no file yet.

    Looking never makes one.
    """
    from facilitator.store.soundness import glance_first, must_be_new

    if not holds_something(path):
        must_be_new(path)
        return ()
    with reading(path) as connection:
        glance_first(connection, path)
        rows = connection.execute(_SESSIONS, {"today": today.isoformat()}).fetchall()
    lines = [_line(row) for row in rows]
    return tuple(sorted(lines, key=lambda line: line.worked_at or datetime.min.replace(tzinfo=UTC), reverse=True))


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open for looking only; a fault becomes a sentence."""
    from facilitator.store.faults import fault

    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
            yield connection
    except sqlite3.OperationalError as error:
        if "no such table" in str(error) or "no such column" in str(error):
            raise StoreFault(
                "DB-OLD", f"{path} was written by another version. Open it once with: facilitator"
            ) from error
        raise fault(error, path) from error
    except sqlite3.Error as error:
        raise fault(error, path) from error


def moment(text: str | None) -> datetime | None:
    """A stored moment, aware."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _line(row: tuple[str | None, ...]) -> SessionLine:
    (session_id, title, status, kind, zone, closed, shared, review, archived, starts, ends, worked, *counts) = row
    items, decisions, still_open, late = (int(count or 0) for count in counts)
    return SessionLine(
        id=session_id or "",
        title=title or "",
        status=Status(status or ""),
        kind=SessionKind(kind or ""),
        timezone=zone or "UTC",
        starts_at=moment(starts),
        ends_at=moment(ends),
        closed_at=moment(closed),
        shared_at=moment(shared),
        review_on=review,
        archived=bool(archived),
        worked_at=moment(worked),
        items=items,
        decisions=decisions,
        open=still_open,
        late=late,
    )
