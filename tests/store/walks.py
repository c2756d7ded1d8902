"""Random steps over every command there is: arguments drawn by their names and types from what the session holds."""

import inspect
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from importlib import import_module
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.records import Everything
from facilitator.domain.replan import Proposal, ways_out
from facilitator.store import commands

TODAY = date(2027, 1, 15)
# Done to sessions as a whole, or from outside: these have tests of their own.
APART = {
    "new_session",
    "archive_session",
    "unarchive_session",
    "delete_session",
    "undelete_session",
    "import_session",
    "begin_session",
    "begin_next",
    "import_agenda",
    "import_homework",
}
# Which list an argument's id comes from, by the argument's name.
LISTS = {
    "item_id": "agenda",
    "behind": "agenda",
    "after": "agenda",
    "before": "agenda",
    "source": "agenda",
    "person_id": "people",
    "decision_id": "decisions",
    "finding_id": "findings",
    "idea_id": "ideas",
    "into": "ideas",
    "number_id": "numbers",
    "question_id": "questions",
    "task_id": "tasks",
    "parked_id": "parked",
    "assumption_id": "assumptions",
    "commitment_id": "commitments",
    "feedback_id": "feedback",
    "expectation_id": "expectations",
    "check_in_id": "check_in_log",
    "out_id": "decisions",
    "in_id": "decisions",
}
MANY = {"person_ids": "people", "idea_ids": "ideas", "item_ids": "agenda", "ids": "ideas", "others": "ideas"}
WORDS = st.sampled_from(["Prices", "Groups of dentists", "by friday", "Łódź 日本", "[/x] *b* =1+1", "a " * 40])
LINES = st.sampled_from(
    [
        "Publish it @anna by 15 jan #who !5k $20 days",
        "stop print",
        "find out costs @jonas",
        "won't do it because",
        "Revenue 5m EUR @Q1",
    ]
)


ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York"])


def all_commands() -> list[Callable[..., str]]:
    """Every public function of the commands that takes a transaction and a session and returns a sentence."""
    found = []
    for module in pkgutil.iter_modules(commands.__path__):
        for name, function in vars(import_module(f"{commands.__name__}.{module.name}")).items():
            if (
                not inspect.isfunction(function)
                or name.startswith("_")
                or not function.__module__.endswith(module.name)
            ):
                continue
            names = list(inspect.signature(function).parameters)[:2]
            if names == ["tx", "session_id"] and get_type_hints(function)["return"] is str and name not in APART:
                found.append(function)
    return sorted(found, key=lambda function: (function.__module__, function.__name__))


def arguments(data: st.DataObject, command: Callable[..., str], session: Everything) -> dict[str, Any] | None:
    """Arguments for a command; none when the session has nothing that it could be about."""
    hints = get_type_hints(command)
    drawn: dict[str, Any] = {}
    for name in list(inspect.signature(command).parameters)[2:]:
        strategy = _strategy(name, hints[name], session)
        if command.__name__ == "set_timezone":
            strategy = ZONES
        elif command.__name__.startswith("decide") and hints[name] is Captured:
            strategy = st.builds(_captured, st.just(Kind.DECISION), LINES | WORDS, st.just(session))
        if strategy is None or strategy.is_empty:
            return None
        drawn[name] = data.draw(strategy, label=f"{command.__name__}.{name}")
    return drawn


def _strategy(name: str, hint: Any, session: Everything) -> st.SearchStrategy[Any] | None:
    optional = isinstance(hint, UnionType) and type(None) in get_args(hint)
    kind = next((one for one in get_args(hint) if one is not type(None)), hint) if isinstance(hint, UnionType) else hint
    if name in LISTS:
        ids = [row.id for row in getattr(session, LISTS[name])]
        if not ids:
            return st.none() if optional else None
        return st.sampled_from([*ids, None] if optional else ids)
    if name.startswith("pinned"):
        return st.sampled_from([None, "09:30", "12:30"])
    if name == "thing_id":
        things = (session.findings, session.ideas, session.decisions, session.parked, session.assumptions)
        ids = [row.id for rows in things for row in rows]
        return st.sampled_from(ids) if ids else None
    if name == "ignore":
        return st.sampled_from([(), ("D",), ("C01", "Q")])
    if name == "origin":
        return st.sampled_from([None, *(f"idea:{idea.id}" for idea in session.ideas)])
    if name in MANY:
        ids = [row.id for row in getattr(session, MANY[name])]
        return st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True) if ids else None
    strategy = _typed(name, kind, session)
    return st.none() | strategy if optional else strategy


def _typed(name: str, kind: Any, session: Everything) -> st.SearchStrategy[Any]:
    if name == "field":
        return st.sampled_from(
            ["text", "title", "topic", "measure", "name", "question", "department", "method", "value"]
        )
    if kind is Captured:
        return st.builds(_captured, st.sampled_from(Kind), LINES | WORDS, st.just(session))
    if kind is Proposal:
        return st.builds(_proposal, st.just(session))
    if kind is Any or kind is str:
        return WORDS
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.sampled_from([-120, -60, -1, 0, 1, 2, 5, 60, 300])
    if kind is float:
        return st.floats(-1e6, 1e6)
    if kind is date:
        return st.dates(TODAY, TODAY + timedelta(days=90))
    if kind is timedelta:
        return st.integers(0, 40).map(lambda minutes: timedelta(minutes=minutes))
    if kind is datetime:
        return st.integers(0, 600).map(lambda minutes: session.now.wall + timedelta(minutes=minutes))
    if get_origin(kind) is tuple and get_args(kind)[-1] is not Ellipsis:
        return st.tuples(*(_any(name, one, session) for one in get_args(kind)))
    if get_origin(kind) in (tuple, list, Sequence):
        return st.lists(_any(name, get_args(kind)[0], session), max_size=3).map(tuple)
    if get_origin(kind) is Mapping:
        # What the caller sees of some items: as it is, or as it was a moment ago.
        seen = {item.id: item.extended_seconds for item in session.agenda}
        return st.sampled_from([seen, {one: seconds + 60 for one, seconds in seen.items()}])
    if get_origin(kind) is frozenset:
        return st.frozensets(WORDS, max_size=2)
    parts = {name: _any(name, hint, session) for name, hint in get_type_hints(kind).items()}
    return st.builds(kind, **parts)


def _any(name: str, hint: Any, session: Everything) -> st.SearchStrategy[Any]:
    found = _strategy(name, hint, session)
    return st.nothing() if found is None else found


def _captured(kind: Kind, line: str, session: Everything) -> Captured:
    keys = [question.key for question in session.questions]
    return read_line(kind, line, today=TODAY, people=session.people, keys=keys)


def _proposal(session: Everything) -> Proposal:
    ways = ways_out(session.days, session.agenda, session.spans, session.now, session.session.zone)
    return ways.shrink
