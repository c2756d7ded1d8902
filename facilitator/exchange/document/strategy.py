"""What was decided on the strategy: priorities, whom, why, how, what stops, how to know."""

from collections.abc import Iterator

from facilitator.domain.kinds import DecisionKind, DecisionStatus
from facilitator.domain.records import Decision, DemandSplit, Everything, Number, Question
from facilitator.exchange.document.blocks import Block, Bullets, Column, Facts, Heading, Paragraph, Point, Table
from facilitator.exchange.document.spoken import NOTHING, due_of, owner_of, said
from facilitator.exchange.phrases import figure, joined, lines, one_line

# The keys under which templates ask what the document's sections answer.
_WHO = frozenset(("who", "target", "audience"))
_WHY = frozenset(("why", "positioning"))
_HOW = frozenset(("how", "reach", "channels", "channel"))
_STOP = frozenset(("stop",))
_KNOW = frozenset(("know", "success", "measure", "measures"))
_PLACED = _WHO | _WHY | _HOW | _STOP | _KNOW


def priorities(session: Everything) -> Iterator[Block]:
    yield Heading("Priorities")
    bets = sorted((one for one in session.decisions if one.bet is not None), key=lambda one: (one.bet, one.number))
    if bets:
        yield Bullets(tuple(Point(said(bet), _about(bet)) for bet in bets), numbered=True)
    else:
        yield Paragraph("No bets were ranked.", quiet=True)


def _about(bet: Decision) -> str:
    promise = joined((owner_of(bet), f"by {due_of(bet)}" if bet.due else "no day", bet.measure))
    return joined((promise, bet.purpose, bet.first_step and f"first step: {one_line(bet.first_step)}"))


def who_we_target(session: Everything) -> Iterator[Block]:
    yield from _answers(session, _WHO, "Who we target")


def why_choose_us(session: Everything) -> Iterator[Block]:
    yield from _answers(session, _WHY, "Why they should choose us")


def how_we_reach(session: Everything) -> Iterator[Block]:
    """Channels, and how the effort divides between creating and capturing demand."""
    heading = "How we reach people who don’t know us yet"
    answers = tuple(_answers(session, _HOW, heading))
    split = tuple(_split(session.session.demand_split))
    if split and not answers:
        yield Heading(heading)
    yield from answers
    yield from split


def _split(split: DemandSplit) -> Iterator[Block]:
    rows = (
        ("Effort now", split.now),
        ("Effort next", split.next),
        ("Evidence", split.evidence),
        ("Would change it", split.would_change),
    )
    if told := tuple((label, one_line(text)) for label, text in rows if text):
        yield Facts(told)


def also_answered(session: Everything) -> Iterator[Block]:
    """The questions that have no section of their own, sector packs' for example."""
    others = [question for question in session.questions if question.key not in _PLACED]
    if others:
        answers = [" ".join(_said_to(session, question)) for question in others]
        yield Heading("Also answered" if any(answers) else "Also asked")
        said_to = zip(others, answers, strict=True)
        yield Facts(tuple((one_line(one.text), answer or "Not answered.") for one, answer in said_to))


def what_we_stop(session: Everything) -> Iterator[Block]:
    yield Heading("What we stop")
    stopped = [one for one in session.decisions if _is(one, DecisionKind.STOP)]
    refused = [one for one in session.decisions if _is(one, DecisionKind.WONT)]
    points = [Point(said(one), joined((owner_of(one), due_of(one), one.reason))) for one in stopped]
    points += [Point(said(one), joined((one.reason and f"because {one_line(one.reason)}",))) for one in refused]
    answers = [line for one in session.questions if one.key in _STOP for line in lines(one.answer)]
    yield from map(Paragraph, answers)
    if points:
        yield Bullets(tuple(points))
    elif not answers:
        yield Paragraph("Nothing was stopped.", quiet=True)


def how_we_will_know(session: Everything) -> Iterator[Block]:
    """The answer to that question, and each number that has a target."""
    heading = Heading("How we will know")
    aimed = [number for number in session.numbers if number.target is not None]
    answers = tuple(_answers(session, _KNOW, heading.text)) or (heading,)
    yield from answers
    if aimed:
        columns = (Column("Number", 4), Column("Latest", 3), Column("Target", 3))
        yield Table(columns, tuple(_row(number) for number in aimed))
    elif len(answers) == 1:
        yield Paragraph("No number has a target.", quiet=True)


def _row(number: Number) -> tuple[str, ...]:
    period, latest = number.values[-1] if number.values else ("", None)
    now = f"{_amount(latest, number.unit)} ({one_line(period)})" if latest is not None else NOTHING
    return one_line(number.name), now, _amount(number.target, number.unit)


def _amount(value: float | None, unit: str | None) -> str:
    return joined((figure(value), unit), by="\u00a0") if value is not None else NOTHING


def _is(decision: Decision, kind: DecisionKind) -> bool:
    return decision.kind is kind and decision.status is not DecisionStatus.DROPPED


def _answers(session: Everything, keys: frozenset[str], heading: str) -> Iterator[Block]:
    """The section of a question; none where the session does not ask it."""
    asked = [question for question in session.questions if question.key in keys]
    if asked:
        yield Heading(heading)
        answers = [line for question in asked for line in _said_to(session, question)]
        yield from map(Paragraph, answers)
        if not answers:
            yield Paragraph("Not answered.", quiet=True)


def _said_to(session: Everything, question: Question) -> list[str]:
    """The answer in its own words, else what the decisions say that name the question."""
    decided = [said(one) for one in session.decisions if one.answers == question.key]
    return list(lines(question.answer)) or decided
