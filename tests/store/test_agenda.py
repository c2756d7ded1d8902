"""Editing the agenda: what is put in, moved and split, and that one step touches the rows it means."""

import pytest

from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.kinds import Stage
from facilitator.domain.records import Item
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import agenda, clock, planning, sessions
from facilitator.store.queries.prepare import prepare_board
from facilitator.store.store import Store

SESSION = "session1"


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    for title in ("Welcome", "Numbers", "Ideas"):
        add(store, title)
    return store


def add(store: Store, title: str, minutes: int = 20, behind: str | None = None, day: int = 1) -> str:
    plan = ItemPlan(title=title, planned_seconds=minutes * 60, day=day)
    entry = store.run(agenda.add_item, SESSION, plan, behind)
    assert entry is not None
    return entry.made("item")[0]


def items(store: Store) -> list[Item]:
    return sorted(store.read(prepare_board, SESSION).session.agenda, key=lambda item: (item.day, item.position))


def titles(store: Store) -> list[str]:
    return [item.title for item in items(store)]


def test_the_main_stages_come_again_on_another_focus(session: Store) -> None:
    for title, stage in (("Numbers", Stage.DIAGNOSIS), ("Ideas", Stage.BRAINSTORM)):
        session.run(agenda.change_items, SESSION, [named(session, title)], "stage", stage)
    session.run(agenda.change_items, SESSION, [named(session, "Welcome")], "stage", Stage.INTRODUCTION)
    session.run(agenda.change_items, SESSION, [add(session, "Break", 10, named(session, "Numbers"))], "kind", "break")
    session.run(agenda.change_items, SESSION, [named(session, "Break")], "stage", Stage.DIAGNOSIS)
    close = add(session, "Close")
    session.run(agenda.change_items, SESSION, [close], "stage", Stage.WRAP_UP)
    session.run(agenda.repeat_stages, SESSION, "Pricing")
    session.run(agenda.repeat_stages, SESSION, "Partners")
    assert titles(session) == [
        "Welcome", "Numbers", "Break", "Ideas", "Pricing: Numbers", "Break", "Pricing: Ideas",
        "Partners: Numbers", "Break", "Partners: Ideas", "Close",
    ]  # fmt: skip
    assert [item.round for item in items(session)] == [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 1]
    rounds = session.read(prepare_board, SESSION).session.rounds
    assert [(one.number, one.focus) for one in rounds] == [(2, "Pricing"), (3, "Partners")]
    session.undo(SESSION)
    assert titles(session)[-2:] == ["Pricing: Ideas", "Close"]


def test_a_round_needs_a_focus_and_something_to_repeat(session: Store) -> None:
    for item in items(session):
        session.run(agenda.change_items, SESSION, [item.id], "stage", Stage.WRAP_UP)
    for focus, words in ((" ", "needs a focus"), ("Pricing", "nothing to repeat")):
        with pytest.raises(RuleBroken, match=words):
            session.run(agenda.repeat_stages, SESSION, focus)


def named(store: Store, title: str) -> str:
    return next(item.id for item in items(store) if item.title == title)


def test_an_item_is_put_behind_the_selected_one(session: Store) -> None:
    add(session, "Break", behind=named(session, "Welcome"))
    assert titles(session) == ["Welcome", "Break", "Numbers", "Ideas"]
    session.undo(SESSION)
    assert titles(session) == ["Welcome", "Numbers", "Ideas"]


def test_many_items_at_one_place_keep_the_order_in_which_they_were_typed(session: Store) -> None:
    behind = named(session, "Welcome")
    for number in range(40):
        behind = add(session, f"Item {number}", behind=behind)
    assert titles(session) == ["Welcome", *(f"Item {number}" for number in range(40)), "Numbers", "Ideas"]


def test_in_a_long_agenda_a_step_touches_few_rows(session: Store) -> None:
    for number in range(300):
        add(session, f"Item {number}")
    middle = named(session, "Item 150")
    add(session, "Break", behind=middle)
    again = session.run(agenda.add_item, SESSION, ItemPlan(title="Lunch"), middle)
    moved = session.run(agenda.move_items, SESSION, [middle], -1)
    longer = session.run(agenda.lengthen_items, SESSION, [middle], 60)
    assert [len(entry.rows) for entry in (again, moved, longer) if entry] == [1, 1, 1]


def test_in_a_live_session_the_editor_names_what_it_saw(session: Store, keeper: Store) -> None:
    first = named(session, "Welcome")
    session.run(clock.start_item, SESSION)
    keeper.run(planning.extend_item, SESSION, first, 60)
    with pytest.raises(RuleBroken, match="somebody else was quicker"):
        session.run(agenda.lengthen_items, SESSION, [first], 60, {first: 0})
    session.run(agenda.lengthen_items, SESSION, [first], 60, {first: 60})
    assert items(session)[0].extended_seconds == 120


def test_a_block_moves_past_its_neighbour(session: Store) -> None:
    block = [named(session, "Welcome"), named(session, "Numbers")]
    session.run(agenda.move_items, SESSION, block, 1)
    assert titles(session) == ["Ideas", "Welcome", "Numbers"]
    session.run(agenda.move_items, SESSION, block, -1)
    assert titles(session) == ["Welcome", "Numbers", "Ideas"]


def test_over_the_edge_of_a_day_lies_the_next(session: Store) -> None:
    add(session, "Decide", day=2)
    session.run(agenda.move_items, SESSION, [named(session, "Ideas")], 1)
    assert [(item.title, item.day) for item in items(session)][2:] == [("Ideas", 2), ("Decide", 2)]
    session.run(agenda.move_items, SESSION, [named(session, "Ideas")], -1)
    assert [(item.title, item.day) for item in items(session)][2:] == [("Ideas", 1), ("Decide", 2)]


def test_the_first_item_has_nothing_to_move_over(session: Store) -> None:
    with pytest.raises(RuleBroken, match="nothing stands before it"):
        session.run(agenda.move_items, SESSION, [named(session, "Welcome")], -1)


def test_a_split_leaves_two_halves_beside_each_other(session: Store) -> None:
    session.run(agenda.lengthen_items, SESSION, [named(session, "Numbers")], 5 * 60)
    session.run(agenda.split_item, SESSION, named(session, "Numbers"))
    assert [(item.title, item.planned_seconds // 60) for item in items(session)] == [
        ("Welcome", 20),
        ("Numbers", 13),
        ("Numbers, continued", 12),
        ("Ideas", 20),
    ]


def test_what_is_doubled_is_not_pinned_twice(session: Store) -> None:
    item_id = named(session, "Numbers")
    session.run(agenda.change_items, SESSION, [item_id], "pinned_start", "10:00")
    session.run(agenda.duplicate_items, SESSION, [item_id])
    assert [(item.title, item.pinned_start) for item in items(session)][1:3] == [
        ("Numbers", "10:00"),
        ("Numbers", None),
    ]


def test_several_change_at_once_and_go_at_once(session: Store) -> None:
    both = [named(session, "Numbers"), named(session, "Ideas")]
    session.run(agenda.change_items, SESSION, both, "stage", Stage.DIAGNOSIS.value)
    assert [item.stage for item in items(session)][1:] == [Stage.DIAGNOSIS, Stage.DIAGNOSIS]
    session.run(agenda.remove_items, SESSION, both)
    assert titles(session) == ["Welcome"]


def test_what_has_run_stays_on_the_record(session: Store) -> None:
    session.run(clock.start_item, SESSION)
    with pytest.raises(RuleBroken, match="has begun"):
        session.run(agenda.remove_items, SESSION, [named(session, "Welcome")])


def test_once_live_the_plan_stays_and_time_is_extended(session: Store) -> None:
    session.run(clock.start_item, SESSION)
    session.run(agenda.lengthen_items, SESSION, [named(session, "Welcome")], 60)
    welcome = items(session)[0]
    assert (welcome.planned_seconds, welcome.extended_seconds) == (20 * 60, 60)
    with pytest.raises(RuleBroken, match="The session runs"):
        session.run(agenda.split_item, SESSION, welcome.id)


def test_a_timebox_is_never_negative(session: Store) -> None:
    session.run(agenda.lengthen_items, SESSION, [named(session, "Welcome")], -3600)
    assert items(session)[0].planned_seconds == 0
