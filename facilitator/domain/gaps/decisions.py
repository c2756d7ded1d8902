"""D: what keeps a decision from being carried out: no person, no day, no words that bind."""

from collections import Counter
from collections.abc import Iterator

from facilitator.domain.days import first_day
from facilitator.domain.gaps.gap import SESSION, Found, Place, Subject, gap
from facilitator.domain.gaps.judged import judge_decision, judge_measure, judge_owner
from facilitator.domain.gaps.phrases import on_day, quoted
from facilitator.domain.kinds import DecisionKind, DecisionStatus, ItemState, Stage, Status
from facilitator.domain.likeness import repeats
from facilitator.domain.records import Decision, Everything
from facilitator.domain.severity import Severity
from facilitator.domain.text import counted, fold
from facilitator.domain.wording import Weakness

_ENOUGH_TO_SHARE = 5
_SATURDAY = 5


@gap("D01", Severity.ERROR, stage=Stage.DECISIONS)
def no_owner(session: Everything) -> Iterator[Found]:
    """A decision without an owner: everyone assumes that someone else does it."""
    for decision in _binding(session):
        if decision.owner_id is None and not (decision.owner or "").strip():
            mend = "Name one person: select it and press o."
            yield Found(decision, f"Decision {decision.number} has no owner.", mend, "owner")


@gap("D02", Severity.ERROR, stage=Stage.DECISIONS)
def owner_is_nobody(session: Everything) -> Iterator[Found]:
    """Words stand where a person of the session should."""
    for decision in _binding(session):
        if decision.owner_id is None and (owner := (decision.owner or "").strip()):
            weak = judge_owner(owner)
            why = weak.says if weak else f"{quoted(owner)} is not one of the people here."
            mend = "Name one person of the session: select it and press o."
            yield Found(decision, f"Decision {decision.number}: {why}", mend, "owner")


@gap("D03", Severity.ERROR, stage=Stage.DECISIONS)
def no_deadline(session: Everything) -> Iterator[Found]:
    for decision in _binding(session):
        if decision.due is None:
            mend = "Agree on one day: select it and press w."
            yield Found(decision, f"Decision {decision.number} has no deadline.", mend, "due")


@gap("D04", Severity.ERROR, stage=Stage.DECISIONS)
def commits_to_nothing(session: Everything) -> Iterator[Found]:
    """Words that put off, only try, or start without an end; and a *won't* without its reason."""
    for decision in session.decisions:
        if not decision.binds:
            if not (decision.reason or "").strip():
                mend = "Write why not, so that it stays decided: select it and press enter."
                yield Found(decision, f"Decision {decision.number} is a no without a reason.", mend, "reason")
        elif weak := _weakest(decision):
            mend = "Say what will be there, and when it is done: select it and press enter."
            yield Found(decision, f"Decision {decision.number}: {weak.says}", mend, "text")


@gap("D05", Severity.WARNING, stage=Stage.DECISIONS)
def no_measure(session: Everything) -> Iterator[Found]:
    for decision in session.decisions:
        if decision.kind is DecisionKind.DO and not (decision.measure or "").strip():
            mend = "Say how you will know that it worked: select it and press j."
            yield Found(decision, f"Decision {decision.number} has no measure.", mend, "measure")


@gap("D06", Severity.WARNING, stage=Stage.DECISIONS)
def vanity(session: Everything) -> Iterator[Found]:
    for decision in session.decisions:
        for weak in judge_measure(decision.measure or "")[:1]:
            mend = "Measure what reaches the till, such as revenue or pipeline: select it and press j."
            yield Found(decision, f"Decision {decision.number}: {weak.says}", mend, "measure")


@gap("D07", Severity.WARNING, stage=Stage.DECISIONS)
def too_many_bets(session: Everything) -> Iterator[Found]:
    """Said of the lowest bet, which is the first to ask about."""
    bets = sorted((one for one in session.decisions if one.bet is not None), key=lambda one: one.bet or 0)
    if bets and len(bets) > session.session.max_bets:
        says = f"There are {counted(len(bets), 'bet')}; the session allows {session.session.max_bets}."
        yield Found(bets[-1], says, "Keep the few that count: select one and press h.", "bet")


@gap("D08", Severity.WARNING, stage=Stage.DECISIONS)
def nothing_stops(session: Everything) -> Iterator[Found]:
    if not any(decision.kind is DecisionKind.STOP for decision in session.decisions):
        mend = "Ask what makes room for the new work, and press s."
        yield Found(SESSION, "Nothing is to be stopped.", mend, "stop")


@gap("D09", Severity.ERROR, stage=Stage.DECISIONS)
def left_undecided(session: Everything) -> Iterator[Found]:
    """An item is decided by a decision made in it, or by one that answers the same must-answer question."""
    decided_in = {decision.item for decision in session.decisions}
    answered = {decision.answers for decision in session.decisions}
    settled = {fold(text) for one in session.questions if one.key in answered for text in (one.text, one.key)}
    for item in session.agenda:
        over = item.question and item.state in (ItemState.DONE, ItemState.SKIPPED)
        if (
            over
            and item.id not in decided_in
            and fold(item.question or "") not in settled
            and not item.undecided_reason
        ):
            says = f"{quoted(item.question or '')} was left undecided, without a reason."
            mend = "Decide it, decide to find out, decide against it, or write why it stays open."
            yield Found(item, says, mend, "undecided_reason")


@gap("D10", Severity.WARNING, stage=Stage.DECISIONS)
def owner_absent(session: Everything) -> Iterator[Found]:
    """Only once there was a roll call."""
    absent = {person.id: person.name for person in session.people if not person.present}
    if session.session.status is Status.PREPARING or len(absent) == len(session.people):
        return
    for decision in _binding(session):
        if decision.owner_id in absent:
            says = f"Decision {decision.number} belongs to {absent[decision.owner_id]}, who was not in the room."
            mend = "Get their word before closing, or name someone who is here: select it and press o."
            yield Found(decision, says, mend, "owner")


@gap("D11", Severity.WARNING, stage=Stage.DECISIONS)
def one_carries_most(session: Everything) -> Iterator[Found]:
    """Of five decisions or more, two fifths are the most that one person should carry."""
    binding = list(_binding(session))
    if len(binding) < _ENOUGH_TO_SHARE:
        return
    for owner, owned in Counter(one.owner_id for one in binding if one.owner_id).items():
        if owned * 5 > len(binding) * 2:
            who: Subject = session.person(owner) or Place("person", owner, "person")
            says = f"{session.name(owner) or 'One person'} owns {owned} of {len(binding)} decisions."
            yield Found(who, says, "Hand some over: select a decision and press o.", "owner")


@gap("D12", Severity.WARNING, stage=Stage.DECISIONS)
def odd_deadline(session: Everything) -> Iterator[Found]:
    for decision in session.decisions:
        if why := _odd(decision, session):
            mend = "Check the day with the owner: select it and press w."
            yield Found(decision, f"Decision {decision.number} is due {why}.", mend, "due")


@gap("D13", Severity.WARNING, stage=Stage.DECISIONS)
def said_twice(session: Everything) -> Iterator[Found]:
    """Within one kind: to do a thing and to stop it are no repetition."""
    decisions = {one.id: one for one in session.decisions if one.status is not DecisionStatus.DROPPED}
    for kind in DecisionKind:
        for later, earlier in repeats((one.id, one.text) for one in decisions.values() if one.kind is kind):
            says = f"Decision {decisions[later].number} says nearly the same as decision {decisions[earlier].number}."
            yield Found(decisions[later], says, "Keep one, and delete the other or say how they differ.", "text")


@gap("D14", Severity.WARNING, stage=Stage.DECISIONS)
def no_resources(session: Everything) -> Iterator[Found]:
    for decision in session.decisions:
        if decision.kind is DecisionKind.DO and not (decision.resources or "").strip():
            mend = "Name the money, the hours or the people it takes: select it and press l."
            yield Found(decision, f"Decision {decision.number} names no resources.", mend, "resources")


def _binding(session: Everything) -> Iterator[Decision]:
    return (decision for decision in session.decisions if decision.binds)


def _weakest(decision: Decision) -> Weakness | None:
    """As the capture line says it, so that the line and the check never differ."""
    return next((one for one in judge_decision(decision.kind, decision.text) if one.code == "D04"), None)


def _odd(decision: Decision, session: Everything) -> str | None:
    day, due, review = first_day(session.days, session.session.zone), decision.due, session.session.review_on
    if due is None:
        return None
    if day and due < day:
        return f"on {on_day(due)}, before the session"
    if due.weekday() >= _SATURDAY:
        return f"on a day off, {on_day(due)}"
    if review and due > review:
        return f"on {on_day(due)}, after the review"
    return None
