"""The brainstorm's window: what of ten thousand ideas is shown, and where each of them stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.gaps.facts import room_to_decide
from facilitator.domain.idea_board import (
    Block,
    Counts,
    Lead,
    Order,
    Theme,
    blocks,
    row_of,
    window,
)
from facilitator.domain.kinds import ItemKind, ItemState, Stage
from facilitator.domain.records import Item
from facilitator.domain.said_before import SaidBefore

THEMES = (Theme("Reach", 3, 9), Theme("Price", 2, 1), Theme(None, 4, 0))


def rows(parts: tuple[Block, ...]) -> list[tuple[str | None, int] | Lead]:
    """Every row of a list: a lead, or the theme and rank of an idea."""
    found: list[tuple[str | None, int] | Lead] = []
    for part in parts:
        name = part.theme.name if part.theme else None
        found += [*part.leads, *((name, part.skip + place) for place in range(part.ideas))]
    return found


def test_a_list_by_theme_has_a_heading_for_each_with_its_count() -> None:
    parts = blocks(Order.THEMES, Counts(said=9), THEMES, 5)
    leads = [one for one in rows(parts) if isinstance(one, Lead)]
    assert [lead.words for lead in leads] == ["Reach", "", "Price", "", "no theme yet"]
    assert [lead.count for lead in leads if lead.words] == ["3 · 9 votes", "2 · 1 vote", "4"]


def test_the_cut_is_drawn_where_the_session_can_decide_no_more() -> None:
    parts = blocks(Order.VOTES, Counts(said=9, votes=20), (), 5)
    assert [isinstance(one, Lead) for one in rows(parts)].index(True) == 5


def test_without_votes_or_with_few_ideas_nothing_is_cut() -> None:
    for counts in (Counts(said=9), Counts(said=5, votes=20)):
        assert not any(isinstance(one, Lead) for one in rows(blocks(Order.VOTES, counts, (), 5)))


@given(
    start=st.integers(0, 30),
    size=st.integers(0, 30),
    order=st.sampled_from([Order.SAID, Order.VOTES, Order.THEMES]),
    limit=st.integers(1, 12),
)
@settings(max_examples=80)
def test_a_window_shows_exactly_that_part_of_the_whole(start: int, size: int, order: Order, limit: int) -> None:
    parts = blocks(order, Counts(said=9, votes=10), THEMES, limit)
    shown: list[tuple[str | None, int] | Lead] = []
    for piece in window(parts, start, size):
        name = piece.block.theme.name if piece.block.theme else None
        shown += [*piece.leads, *((name, piece.offset + place) for place in range(piece.limit))]
    assert shown == rows(parts)[start : start + size]


@given(order=st.sampled_from([Order.SAID, Order.VOTES, Order.THEMES]), limit=st.integers(1, 12))
@settings(max_examples=40)
def test_every_idea_is_found_at_its_row(order: Order, limit: int) -> None:
    parts = blocks(order, Counts(said=9, votes=10), THEMES, limit)
    for row, one in enumerate(rows(parts)):
        if not isinstance(one, Lead):
            assert row_of(parts, one[0], one[1]) == row


def test_as_many_proposals_fit_as_there_are_bets_or_ten_minutes_of_deciding() -> None:
    deciding = Item(id="a", title="Bets", stage=Stage.DECISIONS, planned_seconds=75 * 60)
    skipped = Item(id="b", title="More", stage=Stage.DECISIONS, planned_seconds=3600, state=ItemState.SKIPPED)
    pause = Item(id="c", title="Break", stage=Stage.DECISIONS, planned_seconds=3600, kind=ItemKind.BREAK)
    assert room_to_decide(5, [deciding, skipped, pause]) == 7
    assert room_to_decide(8, [deciding]) == 8


def test_only_marked_ideas_say_that_everything_harvests() -> None:
    assert Counts(said=4, capture=3).only_harvests
    assert not Counts(said=4).only_harvests
    assert not Counts(said=4, capture=3, create=1).only_harvests


def test_what_was_said_before_is_found_while_it_grows() -> None:
    before = SaidBefore()
    before.learn([(0, "one", "Monthly webinar for dentists"), (4, "two", "Cut prices by 5 %")])
    assert before.behind == 4
    assert before.near("monthly webinars for dentists") == ("one",)
    assert before.near("Cut prices by 15 %") == ()
    before.learn([(5, "three", "Weekly walk through the clinic")])
    assert before.near("a weekly walk through our clinics") == ("three",)
    assert before.near("a weekly walk through our clinics", but="three") == ()
    assert before.near("   ") == ()
