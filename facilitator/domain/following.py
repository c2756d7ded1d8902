"""The next session from this one: what is undecided, open, broken or parked comes along, unless it sleeps."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from facilitator.domain.copying import as_planned
from facilitator.domain.days import last_day
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus, FindingKind, IdeaState, SessionKind, Standing
from facilitator.domain.records import Assumption, Decision, Everything, Finding, Idea, Note, Parked, Task

OPEN = (DecisionStatus.OPEN, DecisionStatus.UNDER_WAY)
NEXT_SESSION = "next session"
_YEAR = re.compile(r"\b20[0-9]{2}\b")


def following(session: Everything, title: str, kind: SessionKind, on: date) -> Everything:
    """A session to prepare, on about the day `on`; it keeps the room, the questions and the agenda, and says whence."""
    planned = as_planned(session)
    broken = {one.decision for one in session.assumptions if one.standing is AssumptionStanding.BROKEN}
    kept = tuple(one for one in session.decisions if one.binds and one.status in OPEN and one.id not in broken)
    again = [one for one in session.decisions if one.status is DecisionStatus.MISSED or _broken(one, broken)]
    head = replace(planned.session, title=title, kind=kind, follows=session.session.id)
    return replace(
        planned,
        session=replace(head, monitor_id=session.session.monitor_id),
        numbers=tuple(replace(one, shown_at=None) for one in session.numbers),
        findings=tuple(_finding(one) for one in session.assumptions if one.standing is AssumptionStanding.BROKEN),
        ideas=(*map(_again, again), *_undecided(session)),
        decisions=tuple(_carried(one, number, session) for number, one in enumerate(_ranked(kept), 1)),
        tasks=tuple(_tasks(session, planned)),
        assumptions=_open_assumptions(session.assumptions, {one.id for one in kept}),
        parked=tuple(_unparked(one) for one in session.parked if _wakes(one, on)),
    )


def next_title(title: str, on: date) -> str:
    """`Strategy 2027` becomes `Strategy 2028`; a title without a year gets that of the day."""
    later, found = _YEAR.subn(lambda year: str(int(year[0]) + 1), title, count=1)
    return later if found else f"{title} {on.year}"


def _ranked(kept: Iterable[Decision]) -> Iterator[Decision]:
    """The bets that came along close ranks."""
    ranks = sorted(one.bet for one in kept if one.bet is not None)
    return (replace(one, bet=ranks.index(one.bet) + 1 if one.bet is not None else None) for one in kept)


def _tasks(session: Everything, planned: Everything) -> Iterator[Task]:
    """What is prepared each time, without a day; what somebody took on in the session comes with its day until done."""
    ended = last_day(session)
    for task, again in zip(session.tasks, planned.tasks, strict=True):
        taken_on = ended is not None and task.due is not None and task.due >= ended
        if not taken_on:
            yield again
        elif task.done_at is None:
            yield task


def _broken(decision: Decision, broken: set[str | None]) -> bool:
    return decision.id in broken and decision.status in OPEN


def _carried(decision: Decision, number: int, session: Everything) -> Decision:
    """The decision with its notes; it is read back again, and no item of the new agenda made it."""
    words = f"from “{session.session.title}”, decision {decision.number}"
    note = Note(on=session.today, text=words)
    notes = (*decision.notes, note)
    origin = f"decision:{decision.id}"
    return replace(decision, id=_kept(decision.id), number=number, notes=notes, accepted=None, item=None, origin=origin)


def _kept(old: str) -> str:
    """An id of its own, so that `origin` goes on naming the thing in the session before."""
    return f"kept-{old}"


def _again(decision: Decision) -> Idea:
    """What was missed, or rested on what broke, is proposed once more with its reasons."""
    return Idea(
        id=f"again-{decision.id}",
        text=decision.text,
        state=IdeaState.PROPOSAL,
        resources=decision.resources,
        pros=decision.pros,
        cons=(*decision.cons, *(f"{note.on:%Y-%m-%d}: {note.text}" for note in decision.notes)),
        alternatives=decision.alternatives,
        origin=f"decision:{decision.id}",
    )


def _undecided(session: Everything) -> tuple[Idea, ...]:
    """Proposals that nobody decided."""
    return tuple(replace(one, origin=None) for one in session.ideas if one.state is IdeaState.PROPOSAL)


def _finding(assumption: Assumption) -> Finding:
    signal = " ".join(filter(None, (assumption.signal, assumption.value)))
    return Finding(
        id=f"broken-{assumption.id}",
        text=f"No longer so: {assumption.text}",
        standing=Standing.AGREED,
        kind=FindingKind.OBSTACLE,
        evidence=signal or None,
        by_id=assumption.who_id,
    )


def _open_assumptions(found: tuple[Assumption, ...], kept: set[str]) -> tuple[Assumption, ...]:
    still = (AssumptionStanding.OPEN, AssumptionStanding.UNKNOWN)
    return tuple(
        replace(
            one,
            id=_kept(one.id),
            standing=AssumptionStanding.OPEN,
            decision=_kept(one.decision) if one.decision in kept else None,
            origin=f"assumption:{one.id}",
        )
        for one in found
        if one.standing in still
    )


def _wakes(parked: Parked, on: date) -> bool:
    """Still open, or kept for the next session; what sleeps longer stays asleep."""
    if parked.sleeps_until is not None:
        return parked.sleeps_until <= on
    return not parked.resolution or parked.resolution == NEXT_SESSION


def _unparked(parked: Parked) -> Parked:
    waking = replace(parked, resolution=None, became=None, sleeps_until=None, item=None)
    return replace(waking, id=_kept(parked.id), origin=f"parked:{parked.id}")
