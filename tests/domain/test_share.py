"""Sharing whole numbers out."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.share import share

AMOUNTS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 3000)), max_size=8)


def test_everybody_gives_in_proportion() -> None:
    assert share(12, [60, 40, 20], [60, 40, 20]) == [6, 4, 2]


def test_who_reaches_the_limit_is_made_up_for_by_the_others() -> None:
    assert share(12, [60, 40, 20], [3, 40, 20]) == [3, 6, 3]


def test_what_cannot_be_divided_goes_to_the_largest_remainder() -> None:
    assert share(7, [1, 1, 1], [9, 9, 9]) == [3, 2, 2]


def test_nobody_gives_more_than_there_is() -> None:
    assert share(100, [60, 40], [5, 7]) == [5, 7]
    assert share(100, [], []) == []
    assert share(-5, [1], [1]) == [0]


@given(st.integers(0, 20000), AMOUNTS)
def test_nothing_is_lost_and_no_limit_is_passed(total: int, amounts: list[tuple[int, int]]) -> None:
    limits = [limit for _, limit in amounts]
    shares = share(total, [weight for weight, _ in amounts], limits)
    assert sum(shares) == min(total, sum(limits))
    assert all(0 <= part <= limit for part, limit in zip(shares, limits, strict=True))


@given(st.integers(0, 20000), AMOUNTS)
def test_of_two_with_room_left_the_larger_gives_no_less(total: int, amounts: list[tuple[int, int]]) -> None:
    shares = share(total, [weight for weight, _ in amounts], [limit for _, limit in amounts])
    free = [(weight, part) for (weight, limit), part in zip(amounts, shares, strict=True) if part < limit]
    for weight, part in free:
        assert all(part >= other - 1 for lighter, other in free if lighter <= weight)
