"""F: what the diagnosis left open."""

from collections.abc import Iterator

from facilitator.domain.gaps.facts import began_at, work
from facilitator.domain.gaps.gap import SESSION, Found, gap
from facilitator.domain.gaps.judged import prescribes
from facilitator.domain.gaps.phrases import quoted
from facilitator.domain.kinds import ItemState, Stage, Standing
from facilitator.domain.records import Everything
from facilitator.domain.severity import Severity


@gap("F01", Severity.WARNING, stage=Stage.DIAGNOSIS)
def disputed(session: Everything) -> Iterator[Found]:
    """A dispute is settled when its standing changes, or when somebody is to find out."""
    followed = {decision.origin for decision in session.decisions}
    for finding in session.findings:
        if finding.standing is Standing.DISPUTED and not followed & {finding.id, f"finding:{finding.id}"}:
            mend = "Settle it: select it and press y, or let one person find out by a day."
            yield Found(finding, f"{quoted(finding.text)} is disputed, and nobody settled it.", mend, "standing")


@gap("F02", Severity.WARNING, stage=Stage.DIAGNOSIS)
def solution(session: Everything) -> Iterator[Found]:
    for finding in session.findings:
        if prescribes(finding.text):
            mend = "Ask which problem it would solve and write that down; send this to the brainstorm."
            yield Found(finding, f"{quoted(finding.text)} is a solution, not a finding.", mend, "text")


@gap("F03", Severity.WARNING, stage=Stage.DIAGNOSIS)
def numbers_unseen(session: Everything) -> Iterator[Found]:
    """The diagnosis is over and no number was shown; or a number was entered after the first item began."""
    states = {item.state for item in work(session, Stage.DIAGNOSIS)}
    if states == {ItemState.DONE} and not any(number.shown_at for number in session.numbers):
        mend = "Walk through the numbers now, before anything is decided: press 2, then Z."
        yield Found(SESSION, "The diagnosis went by without the numbers.", mend, "numbers")
    began, closed = began_at(session), session.session.closed_at
    for number in session.numbers:
        if began and number.at and number.at >= began and not (closed and number.at > closed):
            mend = "Ask who vouches for it; next time send it round a week before."
            yield Found(number, f"{number.name} was first seen in the room.", mend, "at")


@gap("F04", Severity.WARNING, stage=Stage.DIAGNOSIS)
def nothing_judged(session: Everything) -> Iterator[Found]:
    if session.findings and not any(finding.nature for finding in session.findings):
        one = len(session.findings) == 1
        said = "The only finding is not judged" if one else f"None of {len(session.findings)} findings is judged"
        says = f"{said}: marketing's problem, or the business's?"
        yield Found(SESSION, says, "Ask it of each obstacle and mistake: select it and press j.", "nature")
