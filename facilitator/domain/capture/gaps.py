"""What a line that decides still lacks: the gaps that one line can show. PRODUCT.md, Gaps."""

from collections.abc import Iterator
from datetime import date

from facilitator.domain.capture.captured import Captured, LineGap
from facilitator.domain.capture.owner import Owner
from facilitator.domain.dates import say_day
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.severity import Severity
from facilitator.domain.wording import Weakness, judge, judge_measure

_SATURDAY = 5
_LEADS = {DecisionKind.STOP: "Stop ", DecisionKind.FIND_OUT: "Find out "}


def line_gaps(line: Captured, owner: Owner | None, today: date) -> Iterator[LineGap]:
    """In the order of their codes; a *won't* needs its reason and nothing else, a measure only what is done."""
    if line.decision is None:
        return
    if line.decision is DecisionKind.WONT:
        yield from _reason(line.reason)
    else:
        yield from _promise(line, owner)
    if line.decision is DecisionKind.DO and not line.measure:
        yield LineGap("D05", Severity.WARNING, None, "No measure: add ! and what will show that it worked.")
    for weak in judge_measure(line.measure) if line.measure else ():
        yield LineGap(weak.code, weak.severity, None, weak.says)
    if line.due and (says := odd_day(line.due, today)):
        yield LineGap("D12", Severity.WARNING, None, says)


def weak_words(decision: DecisionKind | None, text: str) -> list[Weakness]:
    """What is weak in a decision's text (D04), judged as the sentence that it is.

    “Exploring new channels” begins something without an end, to stop exploring them ends it; and to find out is to
    answer a question, so that a question mark is no weakness there.
    """
    lead = _LEADS.get(decision, "") if decision and text else ""
    said = text.rstrip(" ?") if decision is DecisionKind.FIND_OUT else text
    return [_moved(weak, -len(lead)) for weak in judge(lead + said) if weak.words[0] >= len(lead)]


def odd_day(due: date, today: date) -> str | None:
    """Why a day makes a poor deadline: it is past, or nobody works."""
    if due < today:
        return f"{say_day(due, today)} is past."
    return f"{say_day(due, today)} is a day off." if due.weekday() >= _SATURDAY else None


def _moved(weak: Weakness, by: int) -> Weakness:
    return weak._replace(words=(weak.words[0] + by, weak.words[1] + by))


def _reason(reason: str | None) -> Iterator[LineGap]:
    if not reason:
        yield LineGap("D04", Severity.ERROR, None, "No reason: add “because” and why.")


def _promise(line: Captured, owner: Owner | None) -> Iterator[LineGap]:
    if owner is None:
        yield LineGap("D01", Severity.ERROR, None, "No owner: add @ and one person.")
    elif owner.weak:
        yield LineGap("D02", Severity.ERROR, None, owner.weak)
    if line.due is None:
        yield LineGap("D03", Severity.ERROR, None, "No deadline: add “by” and a day.")
    for weak in weak_words(line.decision, line.text):
        start, end = weak.words
        yield LineGap(weak.code, weak.severity, weak.words if start < end else None, weak.says)
