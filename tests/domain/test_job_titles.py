"""What a job title says of somebody's part in the room."""

import pytest

from facilitator.domain.job_titles import Title, read_title
from facilitator.domain.kinds import Part, Seat


@pytest.mark.parametrize(
    ("words", "part", "seats"),
    [
        ("Head of Sales", Part.DECISION_MAKER, (Seat.SALES,)),
        ("CEO and owner", Part.PRINCIPAL, ()),
        ("Product owner", Part.CONTRIBUTOR, (Seat.PRODUCT,)),
        ("CFO", Part.DECISION_MAKER, (Seat.BUDGET,)),
        ("Leiterin Vertrieb & Marketing", Part.DECISION_MAKER, (Seat.MARKETING, Seat.SALES)),
        ("Marketing agency", Part.EXPERT, ()),
        ("Key accounts", Part.CONTRIBUTOR, (Seat.SALES,)),
        ("Customer service", Part.CONTRIBUTOR, ()),
        ("Gast", Part.OBSERVER, ()),
        ("Directrice produit", Part.DECISION_MAKER, (Seat.PRODUCT,)),
        ("финансовый директор", Part.DECISION_MAKER, (Seat.BUDGET,)),
        ("Fraud team", Part.CONTRIBUTOR, ()),
        ("Data owner", Part.CONTRIBUTOR, ()),
        ("Restaurant owner", Part.PRINCIPAL, ()),
        ("CEO/owner", Part.PRINCIPAL, ()),
        ("Geschäftsführender Gesellschafter", Part.PRINCIPAL, ()),
        ("Guest Relations Director", Part.DECISION_MAKER, ()),
        ("Guest speaker", Part.OBSERVER, ()),
        ("Assistant Director", Part.DECISION_MAKER, ()),
        ("Vorstandsassistentin", Part.OBSERVER, ()),
        ("Werkstudent", Part.OBSERVER, ()),
        ("Head of Investor Relations", Part.DECISION_MAKER, ()),
        ("Angel investor", Part.INVESTOR, ()),
        ("Lead Generation Manager", Part.CONTRIBUTOR, ()),
        ("HR Business Partner", Part.CONTRIBUTOR, ()),
        ("Managing Partner", Part.DECISION_MAKER, ()),
        ("Vertriebsleiterin", Part.DECISION_MAKER, (Seat.SALES,)),
        ("Steuerberater", Part.EXPERT, ()),
    ],
)
def test_a_title_says_who_decides_and_what_for(words: str, part: Part, seats: tuple[Seat, ...]) -> None:
    assert read_title(words) == Title(part, seats)


def test_who_moderates_decides_nothing_by_that() -> None:
    assert read_title("external moderator") == Title(moderates=True)
    assert read_title(None) == Title()
