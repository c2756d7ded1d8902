"""The next session from this one: a review with the agenda of reviews, or the full session once more."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.following import following
from facilitator.domain.kinds import SessionKind
from facilitator.domain.records import Everything
from facilitator.store.commands.follow_up import begin_next
from facilitator.store.queries.everything import everything

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

REVIEW_TEMPLATE = "quarterly-review"


def begin_following(app: "FacilitatorApp", session_id: str, title: str, kind: SessionKind, on: date) -> None:
    """Make it and open it, to prepare."""
    from facilitator.store.store import short_id

    whole = app.store.read(everything, session_id, journal=False)
    planned = following(whole, title, kind, on)
    if kind is SessionKind.REVIEW:
        planned = _with_review_agenda(planned)
    new_id = short_id()
    if app.do(begin_next, new_id, planned):
        app.open_session(new_id)


def _with_review_agenda(planned: Everything) -> Everything:
    """The agenda of the quarterly review in place of the one that was planned then."""
    from facilitator.domain.session_times import Times
    from facilitator.library.as_records import as_records
    from facilitator.library.shelf import load_template

    head = planned.session
    review = as_records(load_template(REVIEW_TEMPLATE), head.title, head.zone, Times(), planned.now)
    return replace(
        planned,
        agenda=review.agenda,
        rounds=review.rounds,
        days=review.days,
        session=replace(head, template=REVIEW_TEMPLATE),
    )
