"""Lists of a session as CSV (RFC 4180), named as task tools want them; no cell runs as a formula."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import StringIO

from facilitator.domain.records import Decision, Everything
from facilitator.exchange.document.ownership import by_deadline
from facilitator.exchange.document.spoken import with_kind

# A spreadsheet runs what begins like this. A dash before a word is how people write lists, and stays.
_FORMULA = re.compile(r"[=+@\t\r＝＋＠]|[-－][\d(\[{+\-=@.]")
_BOM = "\ufeff"

# Each importer asks for the text under a word of its own: Asana for Name, as the first column, Jira for Summary, Linear
# for Title. All three want people by their mail address; their name stands in Owner.
_DECISIONS = (
    "Name",
    "Description",
    "Assignee",
    "Due Date",
    "Summary",
    "Title",
    "Owner",
    "Number",
    "Status",
    "Labels",
    "Bet",
    "Measure",
    "Resources",
    "First Step",
    "Answers",
    "Reason",
    "ID",
)
_IDEAS = ("Summary", "Theme", "Votes", "Demand", "State", "Said By", "ID")
_PARKED = ("Summary", "Said By", "During", "At", "Resolution", "Became", "Sleeps Until", "ID")
_COMMITMENTS = (
    "Summary",
    "Assignee",
    "Owner",
    "Resources",
    "Measure",
    "Money",
    "First Step",
    "May Decide",
    "Accepted",
    "ID",
)

Row = Sequence[object]


def decisions(session: Everything, *, bom: bool = False) -> str:
    """One row each: what binds somebody by deadline, then what was decided against."""
    refused = [one for one in session.decisions if not one.binds]
    return _csv(_DECISIONS, (_decision(one, session) for one in (*by_deadline(session.decisions), *refused)), bom)


def ideas(session: Everything, *, bom: bool = False) -> str:
    """One row each, in the order in which they were said."""
    rows = (
        (one.text, one.theme, one.votes, one.demand, one.state, session.name(one.by_id), one.id)
        for one in session.ideas
    )
    return _csv(_IDEAS, rows, bom)


def parked(session: Everything, *, bom: bool = False) -> str:
    """One row each, and what became of it."""
    items = {item.id: item.title for item in session.agenda}
    rows = (
        (
            one.text,
            session.name(one.by_id),
            items.get(one.item or ""),
            _local(one.at, session),
            one.resolution,
            one.became,
            one.sleeps_until,
            one.id,
        )
        for one in session.parked
    )
    return _csv(_PARKED, rows, bom)


def commitments(session: Everything, *, bom: bool = False) -> str:
    """One row each: who promised what."""
    rows = (
        (
            one.result,
            _email(one.person_id, session) or session.name(one.person_id),
            session.name(one.person_id),
            one.resources,
            one.measure,
            one.money,
            one.first_step,
            one.authority,
            {True: "yes", False: "no", None: None}[one.accepted],
            one.id,
        )
        for one in session.commitments
    )
    return _csv(_COMMITMENTS, rows, bom)


TABLES: tuple[tuple[str, Callable[..., str]], ...] = (
    ("decisions", decisions),
    ("ideas", ideas),
    ("parked", parked),
    ("commitments", commitments),
)


def _decision(one: Decision, session: Everything) -> Row:
    labels = " ".join(filter(None, (one.kind.value, "bet" if one.bet is not None else "", one.answers)))
    text = with_kind(one, one.text)
    return (
        text,
        _description(one),
        _email(one.owner_id, session) or one.owner,
        one.due,
        text,
        text,
        one.owner,
        one.number,
        one.status,
        labels,
        one.bet,
        one.measure,
        one.resources,
        one.first_step,
        one.answers,
        one.reason,
        one.id,
    )


def _description(one: Decision) -> str:
    """Everything that a task tool has no column for, a line each."""
    parts = (
        ("Measure", one.measure),
        ("Resources", one.resources),
        ("First step", one.first_step),
        ("Purpose", one.purpose),
        ("Reason", one.reason),
        ("Notes", "; ".join(f"{note.on}: {note.text}" for note in one.notes)),
    )
    return "\n".join(f"{label}: {text}" for label, text in parts if text)


def _email(person_id: str | None, session: Everything) -> str | None:
    return person.email if (person := session.person(person_id)) else None


def _local(moment: datetime | None, session: Everything) -> str | None:
    return moment.astimezone(session.session.zone).strftime("%Y-%m-%d %H:%M") if moment else None


def _csv(columns: Row, rows: Iterable[Row], bom: bool) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return (_BOM if bom else "") + out.getvalue()


def harmless(cell: object) -> str:
    """The cell as text; an apostrophe goes before what a spreadsheet would take for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if _FORMULA.match(text) else text
