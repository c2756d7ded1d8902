"""A sector pack laid over a template: more questions, items and tasks in the same time."""

from dataclasses import replace
from itertools import groupby

from facilitator.domain.kinds import Flex, ItemKind, Stage
from facilitator.library.parts import TemplateItem, TemplateTask
from facilitator.library.template import Sector, SectorItem, Template

STEP = 5
LEAST_ITEM = 10
LEAST_BUFFER = 5


def apply_sector(template: Template, sector: Sector) -> Template:
    """Return the template with what the pack adds; applied twice it adds nothing more.

    Each stretch between two breaks keeps its length, so that breaks, lunch and the end of the day stay where they
    are: an added item lives on minutes of the flexible items of its stage in its stretch, then of the buffer there.
    It gets fewer minutes than it asks for when they can't give more; where they give nothing it gets five.
    """
    if sector.name in template.sectors:
        return template
    items = template.items
    for extra in sector.items:
        items = _with(items, extra)
    keys = {question.key for question in template.questions}
    return replace(
        template,
        items=items,
        sectors=(*template.sectors, sector.name),
        questions=template.questions + tuple(each for each in sector.questions if each.key not in keys),
        tasks=_merged(template.tasks, sector.tasks),
        numbers=tuple(dict.fromkeys(template.numbers + sector.numbers)),
        homework=tuple(dict.fromkeys(template.homework + sector.homework)),
    )


def _merged(tasks: tuple[TemplateTask, ...], more: tuple[TemplateTask, ...]) -> tuple[TemplateTask, ...]:
    """Add tasks, none earlier than the template begins to prepare: a crisis has no month before it."""
    earliest = max((task.days_before for task in tasks), default=30)
    fitted = (replace(task, days_before=min(task.days_before, earliest)) for task in more)
    return tuple(sorted(dict.fromkeys((*tasks, *fitted)), key=lambda task: -task.days_before))


def _with(items: tuple[TemplateItem, ...], extra: SectorItem) -> tuple[TemplateItem, ...]:
    stretch = _best_stretch(items, extra)
    if not stretch:
        return _without_room(items, extra)
    after = max(
        (at for at in stretch if _is_work(items[at], extra.stage)), key=lambda at: (_near(items[at], extra), at)
    )
    changed, taken = _take(items, stretch, extra)
    added = _item(extra, max(taken, STEP), items[after])
    return (*changed[: after + 1], added, *changed[after + 1 :])


def _best_stretch(items: tuple[TemplateItem, ...], extra: SectorItem) -> tuple[int, ...]:
    """Return the stretch that gives most of what is asked; among equals the one where the item belongs best."""

    def worth(stretch: tuple[int, ...]) -> tuple[int, bool, int]:
        fits = [items[at] for at in stretch if _is_work(items[at], extra.stage)]
        give = sum(_give(items[at], extra.stage) for at in stretch)
        return min(give, extra.minutes), any(_near(item, extra) for item in fits), len(fits)

    fitting = [each for each in _stretches(items) if any(_is_work(items[at], extra.stage) for at in each)]
    return max(fitting, key=worth, default=())


def _stretches(items: tuple[TemplateItem, ...]) -> list[tuple[int, ...]]:
    """Return the positions between two breaks of one day, stretch by stretch; a break is one of its own."""
    runs = groupby(range(len(items)), key=lambda at: (items[at].day, items[at].kind is ItemKind.BREAK))
    return [tuple(run) for _, run in runs]


def _take(
    items: tuple[TemplateItem, ...], stretch: tuple[int, ...], extra: SectorItem
) -> tuple[tuple[TemplateItem, ...], int]:
    """Take minutes in small steps, each from the longest that can give, from a buffer only when no item can."""
    changed, taken = list(items), 0
    floors = {at: items[at].minutes - _give(items[at], extra.stage) for at in stretch}
    while taken < extra.minutes:
        able = [at for at in stretch if changed[at].minutes > floors[at]]
        if not able:
            break
        giver = max(able, key=lambda at: (changed[at].kind is ItemKind.ITEM, changed[at].minutes))
        step = min(STEP, extra.minutes - taken, changed[giver].minutes - floors[giver])
        changed[giver] = replace(changed[giver], minutes=changed[giver].minutes - step)
        taken += step
    return tuple(changed), taken


def _give(item: TemplateItem, stage: Stage) -> int:
    if item.kind is ItemKind.BUFFER:
        return max(item.minutes - LEAST_BUFFER, 0)
    if _is_work(item, stage) and item.flex is Flex.FLEXIBLE:
        return max(item.minutes - max(LEAST_ITEM, (item.minutes + 1) // 2), 0)
    return 0


def _is_work(item: TemplateItem, stage: Stage) -> bool:
    return item.kind is ItemKind.ITEM and item.stage is stage


def _near(item: TemplateItem, extra: SectorItem) -> bool:
    return item.answers in extra.near


def _without_room(items: tuple[TemplateItem, ...], extra: SectorItem) -> tuple[TemplateItem, ...]:
    """Add an item whose stage the template does not have: before the first of a later stage, else at the end."""
    later = (at for at, item in enumerate(items) if item.stage.number > extra.stage.number)
    at = next(later, len(items))
    beside = items[min(at, len(items) - 1)] if items else TemplateItem("", extra.stage, 0)
    return (*items[:at], _item(extra, extra.minutes, beside), *items[at:])


def _item(extra: SectorItem, minutes: int, beside: TemplateItem) -> TemplateItem:
    return TemplateItem(
        title=extra.title,
        stage=extra.stage,
        minutes=minutes,
        day=beside.day,
        round=beside.round,
        question=extra.question,
        answers=extra.answers,
        method=extra.method,
        notes=extra.notes,
    )
