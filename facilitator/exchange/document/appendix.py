"""What only some want to read: ideas and votes, commitments, the plan against reality, feedback, the minutes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from facilitator.domain.kinds import IdeaState, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Line, project
from facilitator.domain.records import Commitment, Done, Everything, Idea
from facilitator.domain.text import counted
from facilitator.domain.timewords import off_plan, whole_minutes
from facilitator.exchange.document.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Point,
    Table,
)
from facilitator.exchange.document.spoken import NOTHING
from facilitator.exchange.phrases import clock, joined, one_line, short_day

Section = Callable[[Everything], Iterator[Block]]
_COMMITMENTS = (Column("Who", 3), Column("Result", 6), Column("With", 4), Column("May decide", 4))


def appendix_of(session: Everything, moved: Iterable[Section] = ()) -> Iterator[Block]:
    """`moved` are sections for which the document has no room; they come first."""
    parts = (_ideas, _commitments, _plan_against_reality, _feedback, _minutes)
    blocks = [_appended(block) for part in moved for block in part(session)]
    blocks += [block for part in parts for block in part(session)]
    for index, block in enumerate(blocks):
        # The pages before the appendix can be handed out without it.
        yield replace(block, new_page=True) if index == 0 and isinstance(block, Heading) else block


def _appended(block: Block) -> Block:
    if isinstance(block, Heading) and block.level == 1:
        return replace(block, text=f"Appendix: {block.text[0].lower()}{block.text[1:]}")
    return block


def _ideas(session: Everything) -> Iterator[Block]:
    if not session.ideas:
        return
    yield Heading("Appendix: ideas and votes")
    ideas = sorted(session.ideas, key=lambda one: -one.votes)
    voted = [one for one in ideas if one.votes > 0]
    if voted:
        yield Bars(("votes",), tuple(_votes(one) for one in voted))
    if rest := [one for one in ideas if one.votes <= 0]:
        yield Heading("Without a vote", level=2)
        yield Bullets(tuple(Point(one_line(one.text), _mark(one)) for one in rest))


def _votes(idea: Idea) -> Bar:
    return Bar(joined((idea.text, _mark(idea))), (float(idea.votes),), counted(idea.votes, "vote"))


def _mark(idea: Idea) -> str:
    dropped = "dropped" if idea.state is IdeaState.DROPPED else None
    return joined((idea.theme, idea.demand and idea.demand.value, dropped), by=", ")


def _commitments(session: Everything) -> Iterator[Block]:
    if session.commitments:
        yield Heading("Appendix: commitments")
        yield Table(_COMMITMENTS, tuple(_commitment(one, session) for one in session.commitments))


def _commitment(one: Commitment, session: Everything) -> tuple[str, ...]:
    return (
        one_line(session.name(one.person_id)),
        joined((one.result, one.measure, one.first_step and f"first step: {one_line(one.first_step)}")),
        joined((one.resources, one.money)) or NOTHING,
        one_line(one.authority) or NOTHING,
    )


def _plan_against_reality(session: Everything) -> Iterator[Block]:
    now = Moment(closed) if (closed := session.session.closed_at) else session.now
    plan = project(session.days, session.agenda, session.spans, now, session.session.zone)
    ran = [line for line in plan.lines if line.used or line.state in (ItemState.DONE, ItemState.SKIPPED)]
    if not ran:
        return
    yield Heading("Appendix: plan against reality")
    yield Paragraph(f"In all: {off_plan(plan.off)}.")
    yield Bars(("planned", "taken"), tuple(_bar(line) for line in ran))


def _bar(line: Line) -> Bar:
    """What it took of what was planned, and how far off plan the session was when it ended."""
    lengths = (line.item.planned, line.used)
    figure = f"{whole_minutes(lengths[0])} → {_minutes_of(lengths[1])}, ended {off_plan(line.off)}"
    if line.state is ItemState.SKIPPED:
        figure = f"{_minutes_of(lengths[0])}, left out"
    return Bar(one_line(line.item.title), tuple(max(one.total_seconds(), 0.0) for one in lengths), figure)


def _minutes_of(length: timedelta) -> str:
    return f"{whole_minutes(length)} min"


def _feedback(session: Everything) -> Iterator[Block]:
    if session.feedback:
        yield Heading("Appendix: was it worth the time")
        worth = [one.worth for one in session.feedback]
        yield Paragraph(f"{sum(worth) / len(worth):.1f} of 5, from {counted(len(worth), 'answer')}.")
        told = tuple(Point(said) for one in session.feedback if (said := one_line(one.higher_if)))
        if told:
            yield Heading("What would make it one higher", level=2)
            yield Bullets(told)


def _minutes(session: Everything) -> Iterator[Block]:
    """The journal of the session itself, in order; the day is named where it changes."""
    said = sorted((one for one in session.journal if _in_session(one, session)), key=lambda one: one.seq)
    if not said:
        return
    yield Heading("Appendix: minutes")
    before: datetime | None = None
    rows = []
    for done in said:
        at = done.at.astimezone(session.session.zone)
        rows.append((_time(at, before), one_line(done.did), _hand(done)))
        before = at
    yield Table((Column("When", 4), Column("What", 14), Column("By", 3)), tuple(rows))


def _in_session(done: Done, session: Everything) -> bool:
    """Neither what was prepared before it nor what was followed up after it; all of it where nothing has run yet."""
    began = min((span.started_at for span in session.spans), default=done.at)
    return began <= done.at <= (session.session.closed_at or done.at)


def _time(at: datetime, before: datetime | None) -> str:
    same = before is not None and before.date() == at.date()
    return clock(at) if same else f"{short_day(at.date())}, {clock(at)}"


def _hand(done: Done) -> str:
    return done.by.value
