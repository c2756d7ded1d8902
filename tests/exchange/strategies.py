"""Whole sessions at random: every field of every record filled, with any text that a person could type."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from facilitator.domain import records as r
from facilitator.domain.moment import Moment

R = TypeVar("R")

HOSTILE = (
    "<script>alert(1)</script>",
    "# heading *bold* _it_ `code` [a](b) ![i](j)",
    "| a | b |",
    "=cmd|' /C calc'!A0",
    "@import url(x)",
    '#import "x": *; #read("/etc/passwd")',
    "\\\\ \\| \\",
    "- one\n- two",
    "1. one",
    "--- ===",
    "&lt;&#60;&amp;",
    "\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "Ω≈ç√∫ 田中さん مرحبا שלום 👩‍🔬",
    "a" * 300,
    "$x^2$ ~~s~~ {#id} :::",
)
texts = st.one_of(st.text(max_size=12), st.sampled_from(HOSTILE))
moments = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 – bounds
days = st.dates(date(1970, 1, 1), date(2200, 1, 1))
clocks = st.times().map(lambda time: f"{time:%H:%M}")
whole = st.integers(-(2**26), 2**26)
real = st.floats(-1e15, 1e15, allow_nan=False)
_LENGTHS = {
    "planned_seconds": st.integers(0, 40_000),
    "extended_seconds": st.integers(-40_000, 40_000),
    "seconds": st.integers(0, 40_000),
    "boot_seconds": st.floats(0, 1e7),
}

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: whole,
    float: real,
    bool: st.booleans(),
    datetime: moments,
    date: days,
    type(None): st.none(),
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """A strategy for a type as the records write it."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if isinstance(hint, UnionType):
        return st.one_of(*map(any_of, get_args(hint)))
    if get_origin(hint) is tuple:
        first, *rest = get_args(hint)
        if rest == [...]:
            return st.lists(any_of(first), max_size=3).map(tuple)
        return st.tuples(*map(any_of, (first, *rest)))
    assert isinstance(hint, type)
    assert is_dataclass(hint)
    return record(hint)


def record(kind: type[R], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[R]:
    hints = get_type_hints(kind)
    fixed = {name: lengths for name, lengths in _LENGTHS.items() if name in hints} | fixed
    parts = {one.name: fixed[one.name] if one.name in fixed else any_of(hints[one.name]) for one in fields(kind)}  # type: ignore[arg-type]  # records are dataclasses
    return st.builds(kind, **parts)


@st.composite
def sessions(draw: st.DrawFn) -> r.Everything:
    """A session in which every reference leads somewhere."""
    count = draw(st.integers(0, 2))
    people = _listed(draw, r.Person, count)
    person = _one_of(people)
    agenda = _listed(
        draw, r.Item, count, pinned_start=clocks | st.none(), pinned_end=clocks | st.none(), day=st.integers(1, 3)
    )
    item = _one_of(agenda)
    decisions = _listed(draw, r.Decision, count, owner_id=person, item=item)
    decision = _one_of(decisions)
    ideas = _listed(draw, r.Idea, count, by_id=person)
    head = record(
        r.SessionHead,
        ballot=st.none() | _ballots(people, ideas),
        # One that is deleted is exported nowhere.
        deleted_at=st.none(),
        timezone=st.sampled_from(("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC", "Australia/Lord_Howe")),
        triage=st.dictionaries(texts, st.booleans(), max_size=2).map(lambda said: tuple(said.items())),
    )
    needs_person = count if people else 0
    needs_item = count if agenda else 0
    return r.Everything(
        now=Moment(draw(moments)),
        session=draw(head),
        days=_listed(draw, r.Day, count),
        rounds=_listed(draw, r.Round, count),
        people=people,
        expectations=_listed(draw, r.Expectation, count, by_id=person),
        agenda=agenda,
        spans=_listed(draw, r.Span, needs_item, item=item),
        extensions=_listed(draw, r.Extension, needs_item, item=item),
        questions=_listed(draw, r.Question, count),
        numbers=_listed(draw, r.Number, count),
        findings=_listed(draw, r.Finding, count, by_id=person),
        ideas=ideas,
        decisions=decisions,
        assumptions=_listed(draw, r.Assumption, count, who_id=person, decision=decision),
        parked=_listed(draw, r.Parked, count, by_id=person, item=item),
        commitments=_listed(draw, r.Commitment, needs_person, person_id=person),
        feedback=_listed(draw, r.Feedback, count, by_id=person, worth=st.integers(1, 5)),
        tasks=_listed(draw, r.Task, count, owner_id=person),
        homework=_listed(draw, r.Homework, needs_person, person_id=person),
        check_in_log=_listed(draw, r.CheckIn, count),
        journal=_listed(draw, r.Done, count),
    )


def _ballots(people: tuple[r.Person, ...], ideas: tuple[r.Idea, ...]) -> st.SearchStrategy[r.Ballot]:
    """A vote of everybody, in which nobody gives more than they have."""
    dots = st.lists(st.sampled_from([one.id for one in ideas]), max_size=3).map(tuple) if ideas else st.just(())
    given = (st.builds(r.Dots, person_id=st.just(one.id), ideas=dots) for one in people)
    voters = st.just(tuple(one.id for one in people))
    return st.builds(r.Ballot, each=st.integers(3, 99), voters=voters, given=st.tuples(*given))


def _one_of(records: tuple[Any, ...]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([one.id for one in records]) if records else st.none()


def _listed(draw: st.DrawFn, kind: type[R], count: int, **fixed: st.SearchStrategy[Any]) -> tuple[R, ...]:
    """Records whose ids differ; days and items get numbers that a session could have."""
    made = tuple(draw(record(kind, **fixed)) for _ in range(count))
    if not any(one.name == "id" for one in fields(kind)):  # type: ignore[arg-type]  # records are dataclasses
        return made
    numbered = tuple(replace(one, id=f"{kind.__name__}-{index}") for index, one in enumerate(made))  # type: ignore[type-var]  # they all have one
    if kind is r.Day:
        return tuple(replace(one, day=index) for index, one in enumerate(numbered, 1))  # type: ignore[type-var]  # a day
    return numbered
