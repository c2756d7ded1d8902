"""What a line that decides still lacks: the gaps that one line can show. PRODUCT.md, Gaps."""

from collections.abc import Iterator
from datetime import date

from facilitator.domain.capture.captured import LineGap
from facilitator.domain.capture.owner import Owner
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.severity import Severity
from facilitator.domain.wording import judge, judge_measure

_SATURDAY = 5


def line_gaps(
    decision: DecisionKind, text: str, owner: Owner | None, due: date | None, measure: str | None, today: date
) -> Iterator[LineGap]:
    """In the order of their codes; a *won't* needs neither owner nor deadline, a measure only what is done."""
    if decision is not DecisionKind.WONT:
        yield from _owner(owner)
        if due is None:
            yield LineGap("D03", Severity.ERROR, None, "No deadline: add “by” and a day.")
        for weak in judge(text):
            yield LineGap(weak.code, weak.severity, weak.words, weak.says)
    if decision is DecisionKind.DO and not measure:
        yield LineGap("D05", Severity.WARNING, None, "No measure: add ! and what will show that it worked.")
    for weak in judge_measure(measure) if measure else ():
        yield LineGap(weak.code, weak.severity, None, weak.says)
    if due and (says := odd_day(due, today)):
        yield LineGap("D12", Severity.WARNING, None, says)


def odd_day(due: date, today: date) -> str | None:
    """Why a day makes a poor deadline: it is past, or nobody works."""
    if due < today:
        return f"{spoken(due)} is past."
    return f"{spoken(due)} is a day off." if due.weekday() >= _SATURDAY else None


def spoken(day: date) -> str:
    """“Fri 15 Jan 2027”."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def _owner(owner: Owner | None) -> Iterator[LineGap]:
    if owner is None:
        yield LineGap("D01", Severity.ERROR, None, "No owner: add @ and one person.")
    elif owner.weak:
        yield LineGap("D02", Severity.ERROR, None, owner.weak)
