"""A session to start from: what was planned in another one, without what happened in it."""

from dataclasses import replace

from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.records import Everything, GroundRule, SessionHead


def as_planned(session: Everything) -> Everything:
    """Agenda, people, questions, rules, numbers to bring and tasks, as if nothing had begun; days lose their dates."""
    return Everything(
        now=session.now,
        session=_head(session.session),
        days=tuple(replace(day, starts_at=None, ends_at=None, late=None) for day in session.days),
        rounds=session.rounds,
        people=tuple(replace(person, present=False, arrived_at=None) for person in session.people),
        agenda=tuple(
            replace(item, state=ItemState.WAITING, extended_seconds=0, undecided_reason=None) for item in session.agenda
        ),
        questions=tuple(replace(question, answer=None) for question in session.questions),
        numbers=tuple(replace(number, values=(), at=None, shown_at=None) for number in session.numbers),
        tasks=tuple(replace(task, due=None, done_at=None) for task in session.tasks),
    )


def _head(head: SessionHead) -> SessionHead:
    return SessionHead(
        id=head.id,
        title=head.title,
        kind=head.kind,
        status=Status.PREPARING,
        timezone=head.timezone,
        topic=head.topic,
        goal=head.goal,
        template=head.template,
        sectors=head.sectors,
        seats=head.seats,
        moderator_id=head.moderator_id,
        timekeeper_id=head.timekeeper_id,
        company_size=head.company_size,
        company_age=head.company_age,
        rules=tuple(GroundRule(text=rule.text) for rule in head.rules),
        silenced=head.silenced,
        max_bets=head.max_bets,
        check_ins=head.check_ins,
    )
