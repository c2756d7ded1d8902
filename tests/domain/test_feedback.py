"""Was it worth the time, in one line."""

import pytest

from facilitator.domain.feedback import FeedbackError, read_feedback


@pytest.mark.parametrize(
    ("line", "worth", "higher"),
    [
        ("4 more time for pricing", 4, "more time for pricing"),
        ("5", 5, ""),
        ("3/5: start with the numbers", 3, "start with the numbers"),
        ("2 of 5 – 3 people were missing", 2, "3 people were missing"),
    ],
)
def test_a_number_comes_first_and_then_what_would_make_it_higher(line: str, worth: int, higher: str) -> None:
    assert read_feedback(line) == (worth, higher)


@pytest.mark.parametrize("line", ["", "good", "0", "6", "45 minutes too long", "9" * 5000])
def test_anything_else_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(FeedbackError, match="from 1 to 5"):
        read_feedback(line)
