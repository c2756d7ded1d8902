"""Q: must-answer questions without an answer, and answers that would fit anybody."""

from collections.abc import Callable, Iterator

from facilitator.domain.gaps.gap import SESSION, Found, Subject, gap
from facilitator.domain.gaps.judged import judge_audience, judge_measure, judge_positioning
from facilitator.domain.gaps.phrases import quoted
from facilitator.domain.kinds import Stage
from facilitator.domain.records import Everything
from facilitator.domain.severity import Severity
from facilitator.domain.wording import Weakness


@gap("Q01", Severity.ERROR, stage=Stage.WRAP_UP)
def unanswered(session: Everything) -> Iterator[Found]:
    answered = {decision.answers for decision in session.decisions}
    for question in session.questions:
        if not (question.answer or "").strip() and question.key not in answered:
            mend = f"Write the answer in the wrap-up, or put #{question.key} on the decision that gives it."
            yield Found(question, f"{quoted(question.text)} has no answer.", mend, "answer")


@gap("Q02", Severity.WARNING, stage=Stage.WRAP_UP)
def audience_too_wide(session: Everything) -> Iterator[Found]:
    yield from _weak(session, "who", judge_audience, "Name whom you would turn away.")


@gap("Q03", Severity.WARNING, stage=Stage.WRAP_UP)
def claim_of_all(session: Everything) -> Iterator[Found]:
    yield from _weak(session, "why", judge_positioning, "Say what no competitor could sign.")


@gap("Q04", Severity.WARNING, stage=Stage.WRAP_UP)
def success_in_vanity(session: Everything) -> Iterator[Found]:
    yield from _weak(
        session, "measure", judge_measure, "Name a commercial measure, such as revenue, pipeline or retention."
    )


@gap("Q05", Severity.WARNING, stage=Stage.WRAP_UP)
def no_split(session: Everything) -> Iterator[Found]:
    split = session.session.demand_split
    if not (split.now and split.next):
        says = "How effort divides between creating and capturing demand is not decided."
        yield Found(SESSION, says, "Write the split as it is now and as it is next, in the decisions.", "demand_split")


def _weak(session: Everything, key: str, judge: Callable[[str], list[Weakness]], mend: str) -> Iterator[Found]:
    for where, field, text in _answers(session, key):
        for weak in judge(text)[:1]:
            yield Found(where, f"{quoted(text)}: {weak.says}", mend, field)


def _answers(session: Everything, key: str) -> Iterator[tuple[Subject, str, str]]:
    """The answer itself, and the decisions that give it."""
    for question in session.questions:
        if question.key == key and question.answer:
            yield question, "answer", question.answer
    for decision in session.decisions:
        if decision.answers == key and decision.binds:
            yield decision, "text", decision.text
