"""The next session from this one: a review with the agenda of reviews, or the full session once more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from facilitator.domain.following import following
from facilitator.domain.kinds import SessionKind
from facilitator.domain.records import Everything
from facilitator.store.commands.follow_up import begin_next
from facilitator.store.queries.everything import everything

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.journal import Entry

REVIEW_TEMPLATE = "quarterly-review"
NINE = time(9)


def begin_following(
    app: "FacilitatorApp", session_id: str, title: str, kind: SessionKind, on: date, saved: Callable[[], None]
) -> None:
    """Make it and open it, to prepare; `saved` once it is committed."""
    from facilitator.store.store import short_id

    whole = app.store.read(everything, session_id, journal=False)
    planned = following(whole, title, kind, on)
    if kind is SessionKind.REVIEW:
        planned = _with_review_agenda(planned, on)
    new_id = short_id()

    asked = app.screen

    def open_it(entry: "Entry | None") -> None:
        saved()
        if app.screen is asked:
            app.open_session(new_id)
        elif entry:
            app.say(entry.did)

    app.then(open_it, begin_next, new_id, planned)


def _with_review_agenda(planned: Everything, on: date) -> Everything:
    """The agenda of the quarterly review in place of the one that was planned then; its day, unless that is past."""
    from facilitator.domain.session_times import Times
    from facilitator.library.as_records import as_records
    from facilitator.library.shelf import load_template

    head = planned.session
    times = Times(starts_at=datetime.combine(on, NINE, head.zone)) if on >= planned.today else Times()
    review = as_records(load_template(REVIEW_TEMPLATE), head.title, head.zone, times, planned.now)
    return replace(
        planned,
        agenda=review.agenda,
        rounds=review.rounds,
        days=review.days,
        session=replace(head, template=REVIEW_TEMPLATE),
    )
