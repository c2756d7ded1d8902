"""Editing the agenda: an item in, changed, moved, split, doubled, out. One step touches the rows it means."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.agenda_editing import ItemPlan, split_seconds
from facilitator.domain.fitting import Shorter
from facilitator.domain.kinds import ItemKind, ItemState, Stage, Status
from facilitator.domain.people import listed
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted, shorten
from facilitator.domain.timewords import minutes
from facilitator.store import tables as t
from facilitator.store.commands.planning import extend_item
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Transaction

SAID = 48
# Room between two places, so that an item put in between moves no other.
STEP = 64
LONGEST_SECONDS = 24 * 3600
MAIN_STAGES = (Stage.DIAGNOSIS, Stage.BRAINSTORM, Stage.DECISIONS)


def add_item(tx: Transaction, session_id: str, plan: ItemPlan, behind: str | None = None) -> str:
    """A new item behind another one; without one at the end."""
    rules.may_change(head(tx, session_id))
    _must_have_title(plan.title)
    item = t.Item(**tx.place(t.Item, session_id) | _columns(plan))
    if behind is not None:
        item.position = _room_behind(_agenda(tx, session_id), behind)
    tx.add(item)
    return f"Item “{shorten(plan.title, SAID)}”"


def plan_item(tx: Transaction, session_id: str, item_id: str, plan: ItemPlan) -> str:
    """Everything about an item at once, as a form says it."""
    rules.may_change(head(tx, session_id))
    _must_have_title(plan.title)
    item = tx.get(t.Item, item_id)
    if plan.planned_seconds != item.planned_seconds:
        _may_change_plan(tx, session_id, item)
    for name, value in _columns(plan).items():
        setattr(item, name, value)
    return f"Plan “{shorten(item.title, SAID)}”"


def fit_items(tx: Transaction, session_id: str, shorter: Sequence[Shorter]) -> str:
    """Shorter timeboxes for several items at once, so that the plan fits into its day."""
    rules.may_change(head(tx, session_id))
    for one in shorter:
        item = tx.get(t.Item, one.item_id)
        _may_change_plan(tx, session_id, item)
        item.planned_seconds = min(item.planned_seconds, max(one.planned_seconds, 0))
    if not shorter:
        raise RuleBroken("Nothing can give: what is left is protected, a break, or short already. Cut an item.")
    return f"Fit the plan: {counted(len(shorter), 'item')} shorter"


def change_items(tx: Transaction, session_id: str, item_ids: Sequence[str], field: str, value: Any) -> str:  # noqa: ANN401 – any column's value
    """Set one planned field of one item or of several."""
    rules.may_change(head(tx, session_id))
    if field not in ItemPlan.__dataclass_fields__ or field == "planned_seconds":
        raise RuleBroken(f"An item has no “{field}” to change.")
    if field == "title":
        _must_have_title(value)
    items = [tx.get(t.Item, item_id) for item_id in item_ids]
    for item in items:
        setattr(item, field, value)
    return f"Set the {field.replace('_', ' ')} of {_named(items)}"


def lengthen_items(
    tx: Transaction, session_id: str, item_ids: Sequence[str], seconds: int, believed: Mapping[str, int] | None = None
) -> str:
    """More minutes, or with negative seconds fewer. Once the session is live the plan stays, and time is extended.

    `believed` are the `extended_seconds` that the caller sees, by item id.
    """
    session = head(tx, session_id)
    rules.may_change(session)
    if session.status is Status.LIVE:
        for one in records(tx, r.Item, t.Item, session_id):
            if believed and one.id in item_ids:
                rules.may_extend(one, believed.get(one.id))
        return "; ".join(extend_item(tx, session_id, item_id, seconds) for item_id in item_ids)
    items = [tx.get(t.Item, item_id) for item_id in item_ids]
    for item in items:
        item.planned_seconds = min(max(item.planned_seconds + seconds, 0), LONGEST_SECONDS)
    if len(items) == 1:
        return f"“{shorten(items[0].title, SAID)}” takes {minutes(timedelta(seconds=items[0].planned_seconds))}"
    verb = "Lengthen" if seconds > 0 else "Shorten"
    return f"{verb} {_named(items)} by {minutes(timedelta(seconds=abs(seconds)))}"


def move_items(tx: Transaction, session_id: str, item_ids: Sequence[str], by: int) -> str:
    """One place up (-1) or down (1), as a block; over the edge of a day into the next or the one before."""
    rules.may_change(head(tx, session_id))
    agenda = _agenda(tx, session_id)
    moving = [item for item in agenda if item.id in set(item_ids)]
    if not moving:
        raise RuleBroken("That item is gone: it was removed elsewhere.")
    edge = agenda.index(moving[0] if by < 0 else moving[-1]) + by
    if not 0 <= edge < len(agenda):
        raise RuleBroken(f"{_named(moving)}: nothing stands {'before' if by < 0 else 'behind'} it to move over.")
    neighbour = agenda[edge]
    if neighbour.day != moving[0].day:
        for item in moving:
            item.day = neighbour.day
    else:
        _jump(agenda, moving, neighbour, by)
    return f"Move {_named(moving)} {'up' if by < 0 else 'down'}"


def split_item(tx: Transaction, session_id: str, item_id: str) -> str:
    """Two items of half the time each; the second stands behind the first and has its stage and question."""
    rules.may_change(head(tx, session_id))
    item = tx.get(t.Item, item_id)
    _may_change_plan(tx, session_id, item)
    first, second = split_seconds(item.planned_seconds)
    pinned_end, item.pinned_end = item.pinned_end, None
    item.planned_seconds = first
    _copy(tx, session_id, item, f"{item.title}, continued", planned_seconds=second, pinned_end=pinned_end)
    return f"Split “{shorten(item.title, SAID)}”"


def duplicate_items(tx: Transaction, session_id: str, item_ids: Sequence[str]) -> str:
    """The same again behind each; what is pinned to the clock can't be there twice."""
    rules.may_change(head(tx, session_id))
    items = [tx.get(t.Item, item_id) for item_id in item_ids]
    for item in items:
        _copy(tx, session_id, item, item.title, pinned_end=None)
    return f"Double {_named(items)}"


def repeat_stages(tx: Transaction, session_id: str, focus: str) -> str:
    """One more round: the main stages of the last one again, behind it, on another focus, which their titles name."""
    rules.may_change(head(tx, session_id))
    if not focus.strip():
        raise RuleBroken("A round needs a focus. Type what it is about, such as Pricing.")
    agenda = _agenda(tx, session_id)
    last = max((item.round for item in agenda), default=1)
    main = [item for item in agenda if item.round == last and item.stage in MAIN_STAGES]
    if not main:
        raise RuleBroken("There is nothing to repeat: plan the diagnosis, the brainstorm or the decisions first.")
    before = next((f"{one.focus}: " for one in tx.all(t.Round, session_id) if one.number == last), "")
    tx.add(t.Round(**tx.place(t.Round, session_id), number=last + 1, focus=focus))
    behind = main[-1]
    for item in main:
        title = f"{focus}: {item.title.removeprefix(before)}" if item.kind == ItemKind.ITEM else item.title
        behind = _copy(tx, session_id, item, title, behind, day=behind.day, round=last + 1, pinned_end=None)
    return f"Round {last + 1}, on “{shorten(focus, SAID)}”: {counted(len(main), 'item')} again"


def remove_items(tx: Transaction, session_id: str, item_ids: Sequence[str]) -> str:
    """Take items off the agenda; refused for what has run or has left something behind."""
    rules.may_change(head(tx, session_id))
    items = [tx.get(t.Item, item_id) for item_id in item_ids]
    left = {span.item for span in tx.all(t.Span, session_id)}
    left |= {decision.item or "" for decision in tx.all(t.Decision, session_id)}
    left |= {parked.item or "" for parked in tx.all(t.Parked, session_id)}
    left |= {extension.item for extension in tx.all(t.Extension, session_id)}
    for item in items:
        if item.id in left:
            raise RuleBroken(f"“{shorten(item.title, SAID)}” has begun: it stays on the record.")
        tx.remove(item)
    return f"Remove {_named(items)}"


def _agenda(tx: Transaction, session_id: str) -> list[t.Item]:
    """As it is shown: by day, then by place."""
    return sorted(tx.all(t.Item, session_id), key=lambda item: (item.day, item.position, item.id))


def _columns(plan: ItemPlan) -> dict[str, Any]:
    return {name: getattr(value, "value", value) for name, value in asdict(plan).items()}


def _named(items: Sequence[t.Item]) -> str:
    if len(items) > 3:
        return f"{len(items)} items"
    return listed(f"“{shorten(item.title, SAID)}”" for item in items)


def _copy(
    tx: Transaction,
    session_id: str,
    item: t.Item,
    title: str,
    behind: t.Item | None = None,
    **changes: Any,  # noqa: ANN401 – columns
) -> t.Item:
    fresh = {"title": title, "pinned_start": None, "state": ItemState.WAITING, "extended_seconds": 0, **changes}
    values = item.model_dump(exclude={"undecided_reason"}) | tx.place(t.Item, session_id) | fresh
    return tx.add(t.Item(**values | {"position": _room_behind(_agenda(tx, session_id), (behind or item).id)}))


def _jump(agenda: list[t.Item], moving: Sequence[t.Item], neighbour: t.Item, by: int) -> None:
    """Let one neighbour change sides, so that a block of any length moves by one row's change."""
    rest = [item for item in agenda if item is not neighbour]
    if by < 0:
        neighbour.position = _room_behind(rest, moving[-1].id)
        return
    before = rest.index(moving[0]) - 1
    if before >= 0 and rest[before].day == moving[0].day:
        neighbour.position = _room_behind(rest, rest[before].id)
    else:
        neighbour.position = moving[0].position - STEP


def _room_behind(agenda: Sequence[t.Item], item_id: str) -> int:
    """A free place behind an item; where there is none, those behind it make room, as few as needed."""
    places = [item.id for item in agenda]
    if item_id not in places:
        raise RuleBroken("That item is gone: it was removed elsewhere.")
    at = places.index(item_id)
    # Places are compared within a day only; those of other days do not stand in the way.
    behind = [item for item in agenda[at + 1 :] if item.day == agenda[at].day]
    start = agenda[at].position
    if not behind:
        return start + STEP
    if behind[0].position - start > 1:
        return (start + behind[0].position) // 2
    last = start + STEP
    for item in behind:
        if item.position > last:
            break
        item.position = last = last + STEP
    return start + STEP


def _must_have_title(title: str) -> None:
    if not title:
        raise RuleBroken("An item needs a title.")


def _may_change_plan(tx: Transaction, session_id: str, item: t.Item) -> None:
    if head(tx, session_id).status is Status.LIVE:
        raise RuleBroken(f"The session runs: give “{shorten(item.title, SAID)}” time with + and take it with -.")
