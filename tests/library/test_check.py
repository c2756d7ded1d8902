"""A session made from a template has no gap of letter T, and of letter P only what a person must fill in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations

import pytest

from facilitator.domain.gaps import check, errors
from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Everything, Item, Round, SessionHead, Task
from facilitator.library.applying import apply_sector
from facilitator.library.shelf import list_sectors, list_templates
from facilitator.library.template import Template

MONDAY = date(2027, 3, 1)
LONG_BEFORE = Moment(datetime(2027, 1, 4, 9, tzinfo=UTC), "boot", 0.0)


def _with_packs() -> Iterator[Template]:
    for template in list_templates().templates:
        yield template
        yield from (apply_sector(template, sector) for sector in list_sectors())
        for first, second in combinations(list_sectors(), 2):
            yield apply_sector(apply_sector(template, first), second)


def _at(day: int, clock: str) -> datetime:
    return datetime.combine(MONDAY + timedelta(days=day - 1), time.fromisoformat(clock), UTC)


def _session(template: Template) -> Everything:
    head = SessionHead(id="s", title=template.title, kind=template.kind, seats=template.seats)
    return Everything(
        now=LONG_BEFORE,
        session=replace(head, max_bets=template.max_bets, check_ins=template.check_ins),
        days=tuple(
            Day(id=f"d{number}", day=number, starts_at=_at(number, day.starts), ends_at=_at(number, day.ends))
            for number, day in enumerate(template.days, 1)
        ),
        rounds=tuple(Round(id=f"r{at}", number=at, focus=one.focus) for at, one in enumerate(template.rounds, 1)),
        agenda=tuple(
            Item(
                id=f"i{at}",
                position=at,
                title=item.title,
                stage=item.stage,
                day=item.day,
                round=item.round,
                kind=item.kind,
                flex=item.flex,
                question=item.question,
                planned_seconds=item.planned_seconds,
                pinned_start=item.pinned_start,
            )
            for at, item in enumerate(template.items)
        ),
        tasks=tuple(
            Task(id=f"t{at}", text=task.text, kind=task.kind, due=MONDAY - timedelta(days=task.days_before))
            for at, task in enumerate(template.tasks)
        ),
    )


every_template = pytest.mark.parametrize(
    "template", list(_with_packs()), ids=lambda template: "+".join((template.name, *template.sectors))
)


@every_template
def test_the_plan_of_a_template_has_no_gap(template: Template) -> None:
    assert check(_session(template), select=["T"]) == []


@every_template
def test_only_the_goal_stands_between_a_template_and_a_prepared_session(template: Template) -> None:
    found = errors(check(_session(template), select=["P"]))
    assert [gap.code for gap in found] == ["P01"]
    assert not {"P07", "P09"} & {gap.code for gap in check(_session(template), select=["P"])}
