"""C: what must stand before everyone leaves, so that the result outlives the day."""

from collections.abc import Iterator

from facilitator.domain.check_ins import readable
from facilitator.domain.gaps.facts import managers
from facilitator.domain.gaps.gap import SESSION, Found, Place, gap
from facilitator.domain.gaps.phrases import quoted
from facilitator.domain.kinds import Stage
from facilitator.domain.records import Everything
from facilitator.domain.severity import Severity

MOST_PAGES = 3


@gap("C01", Severity.ERROR, stage=Stage.WRAP_UP)
def still_parked(session: Everything) -> Iterator[Found]:
    for parked in session.parked:
        if not parked.resolution:
            mend = "Decide it, assign it, keep it for the next session, or drop it with a reason."
            yield Found(parked, f"{quoted(parked.text)} is still in the parking lot.", mend, "resolution")


@gap("C02", Severity.ERROR, stage=Stage.WRAP_UP)
def no_review(session: Everything) -> Iterator[Found]:
    if session.session.review_on is None:
        yield Found(
            SESSION, "There is no day for the review.", "Agree on it while all calendars are open.", "review_on"
        )


@gap("C03", Severity.ERROR, stage=Stage.WRAP_UP)
def no_monitor(session: Everything) -> Iterator[Found]:
    if session.session.monitor_id is None:
        mend = "Name the one person who asks at each check-in."
        yield Found(SESSION, "Nobody watches that the decisions are carried out.", mend, "monitor")


@gap("C04", Severity.WARNING, stage=Stage.WRAP_UP)
def no_check_ins(session: Everything) -> Iterator[Found]:
    mend = "Agree on a rhythm, such as every second Friday."
    if not session.session.check_ins:
        yield Found(SESSION, "There are no check-ins.", mend, "check_ins")
    elif not readable(session.session.check_ins):
        says = f"The rhythm of the check-ins, {quoted(session.session.check_ins)}, can't be read."
        yield Found(SESSION, says, mend, "check_ins")


@gap("C05", Severity.WARNING, stage=Stage.WRAP_UP)
def no_feedback(session: Everything) -> Iterator[Found]:
    if not session.feedback:
        mend = "Ask each: was it worth the time, one to five, and what would make it one higher."
        yield Found(SESSION, "Nobody has said whether it was worth the time.", mend, "feedback")


@gap("C06", Severity.WARNING, stage=Stage.WRAP_UP)
def assumption_unwatched(session: Everything) -> Iterator[Found]:
    if not session.assumptions:
        mend = "Ask of each bet what must be true for it to work, and press a."
        yield Found(SESSION, "No assumption is named.", mend, "assumptions")
    for assumption in session.assumptions:
        if assumption.on is None:
            says = f"{quoted(assumption.text)} has no day on which somebody looks."
            yield Found(assumption, says, "Set the day: select it and press w.", "on")


@gap("C07", Severity.WARNING, stage=Stage.WRAP_UP)
def no_word_given(session: Everything) -> Iterator[Found]:
    promised = {commitment.person_id for commitment in session.commitments}
    for person in managers(session):
        if person.id not in promised:
            mend = "Ask for their word, said aloud, and press c."
            yield Found(person, f"{person.name} has made no commitment.", mend, "commitment")


@gap("C08", Severity.WARNING, stage=Stage.WRAP_UP)
def long_document(session: Everything) -> Iterator[Found]:  # noqa: ARG001  # asked like every other rule
    """Only who has made the document can count its pages: `check` asks `too_many` instead."""
    return too_many(None)


def too_many(pages: int | None) -> Iterator[Found]:
    """`pages` is none as long as nobody has made the document."""
    if pages is not None and pages > MOST_PAGES:
        where = Place("document", None, "document")
        mend = "Export it with the appendix, which takes over what can wait, or drop what nobody acts on."
        yield Found(where, f"The document has {pages} pages; more than {MOST_PAGES} are not read.", mend, "pages")
