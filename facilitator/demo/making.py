"""Making the sample session by commands through the door, one after the other, as the room would have."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Concatenate, ParamSpec
from zoneinfo import ZoneInfo

from facilitator.clock import Clock, system_clock
from facilitator.demo import story
from facilitator.demo.timeline import Then, elapsed, planned_start, zone_for
from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Stage
from facilitator.domain.people import Found, find_person
from facilitator.domain.records import Everything, Person
from facilitator.library.scripts import opening
from facilitator.settings import local_zone, read_settings
from facilitator.store.commands import (
    agenda,
    assumptions,
    bets,
    capture,
    clock,
    closing,
    diagnosis,
    homework,
    ideas,
    introduction,
    numbers,
    people,
    preparing,
    sessions,
    tasks,
)
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction

P = ParamSpec("P")
SESSION = "demo00000001"


def make_demo(path: Path, now: Clock = system_clock, zone: str | None = None) -> str:
    """Write the sample session into a new store and name its id. The same `now` and `zone` make the same store."""
    present = now()
    zone = zone or zone_for(present, local_zone(read_settings()))
    numbering = count(1)
    then = Then(present, elapsed() + timedelta(days=30))
    store = Store(path, clock=then, new_id=lambda: f"demo{next(numbering):08x}")
    try:
        _Teller(store, then, zone).tell()
    finally:
        store.close()
    return SESSION


class _Teller:
    """Tells the story to the store, in the order of the day."""

    def __init__(self, store: Store, then: Then, zone: str) -> None:
        self.store = store
        self.then = then
        self.zone = zone
        self.room: tuple[Person, ...] = ()

    def tell(self) -> None:
        self.prepare()
        self.then.ago = elapsed()
        self.open()
        for line in story.AGENDA:
            if line.took is None:
                break
            self.then.pass_by(line.took / 2)
            self.say_what_was_said_in(line.title)
            self.then.pass_by(line.took / 2)
            self.do(clock.next_item, self.current)
        self.then.pass_by(story.RUNNING_MINUTES)

    def do(
        self, command: Callable[Concatenate[Transaction, str, P], str], *args: P.args, **kwargs: P.kwargs
    ) -> list[str]:
        """Carry out a command and name the rows that it made."""
        entry = self.store.run(command, SESSION, *args, **kwargs)
        return [row["id"] for row in entry.rows if row["before"] is None] if entry else []

    @property
    def session(self) -> Everything:
        return self.store.read(everything, SESSION, journal=False)

    @property
    def current(self) -> str | None:
        return next((item.id for item in self.session.agenda if item.state == "running"), None)

    @property
    def today(self) -> date:
        return self.then().wall.astimezone(ZoneInfo(self.zone)).date()

    def person(self, name: str) -> Person:
        found = find_person(name, self.room)
        assert isinstance(found, Found)
        return found.person

    def capture(self, kind: Kind, line: str, origin: str | None = None) -> str:
        """Type one line, and name what it became."""
        keys = [key for key, _ in story.QUESTIONS]
        understood = read_line(kind, line, today=self.today, people=self.room, keys=keys)
        return self.do(capture.capture, understood, origin)[-1]

    # Before

    def prepare(self) -> None:
        starts = planned_start(self.then.present)
        minutes = sum(line.minutes for line in story.AGENDA)
        ends = starts + timedelta(minutes=minutes)
        self.do(sessions.new_session, story.TITLE, timezone=self.zone, starts_at=starts, ends_at=ends)
        brief = {"topic": story.TOPIC, "goal": story.GOAL, "problem": story.PROBLEM, "known": story.KNOWN}
        for field, text in (brief | {"to_resolve": story.TO_RESOLVE}).items():
            self.do(sessions.change_session, field, text)
        for who in story.PEOPLE:
            self.do(
                people.add_person,
                who.name,
                part=who.part,
                email=who.email,
                department=who.department,
                seats=tuple(who.seats),
            )
        self.room = self.session.people
        self.do(sessions.change_session, "moderator_id", self.person(story.MODERATOR).id)
        self.do(sessions.change_session, "timekeeper_id", self.person(story.TIMEKEEPER).id)
        for key, text in story.QUESTIONS:
            self.do(preparing.add_question, key, text)
        self.plan()
        self.gather()

    def plan(self) -> None:
        starts = self.session.days[0].starts_at
        assert starts is not None
        for line in story.AGENDA:
            begins = starts.astimezone(ZoneInfo(self.zone))
            starts += timedelta(minutes=line.minutes)
            plan = ItemPlan(
                title=line.title,
                planned_seconds=line.minutes * 60,
                stage=line.stage,
                kind=line.kind,
                question=line.question,
                method=line.method,
                pinned_start=f"{begins:%H:%M}" if line.pinned else None,
            )
            self.do(agenda.add_item, plan)

    def gather(self) -> None:
        """Numbers, checklist, homework."""
        self.do(numbers.take_numbers, story.NUMBERS)
        meets = planned_start(self.then.present).astimezone(ZoneInfo(self.zone)).date()
        for text, material, days, done in story.TASKS:
            due = meets + timedelta(days=days)
            task = self.capture(Kind.TASK, f"{text} by {due.isoformat()}")
            self.do(tasks.mark_material, task, material)
            self.do(tasks.stage_task, task, Stage.DIAGNOSIS)
            if done:
                self.then.ago = elapsed() - timedelta(days=days) + timedelta(days=1)
                self.do(tasks.tick_task, task, done)
        for name, results, problems, asks in story.HOMEWORK:
            self.do(homework.hand_in, self.person(name).id, homework.HandedIn(results, problems, asks))
        for rule in opening().rules[:5]:
            self.do(introduction.add_rule, rule)

    # During

    def open(self) -> None:
        self.do(clock.start_item)
        for who in story.PEOPLE:
            if who.name not in story.LATE:
                self.do(people.mark_present, self.person(who.name).id, True)

    def say_what_was_said_in(self, title: str) -> None:
        match title:
            case "Roll call, rules, expectations":
                self.agree()
            case "The numbers, one by one":
                for number in self.session.numbers:
                    self.do(diagnosis.show_number, number.id)
            case "What is true: findings":
                self.find()
            case "Ideas in silence":
                for idea in story.IDEAS:
                    self.capture(Kind.IDEA, idea.text)
            case "Themes and votes":
                self.vote()
            case _:
                pass
        for text, item in story.PARKED:
            if item == title:
                self.capture(Kind.PARK, text)
        for decided in story.DECISIONS:
            if decided.item == title:
                self.decide(decided)

    def agree(self) -> None:
        for place in range(len(self.session.session.rules)):
            self.do(introduction.agree_on_rule, place, True)
        self.do(introduction.promise_to_listen, True)
        for text in story.EXPECTATIONS:
            self.do(introduction.add_expectation, text)
        for name in story.LATE:
            self.do(people.mark_present, self.person(name).id, True)

    def find(self) -> None:
        for found in story.FINDINGS:
            finding = self.capture(Kind.FINDING, found.text)
            self.do(diagnosis.set_standing, finding, found.standing)
            self.do(diagnosis.set_finding_kind, finding, found.kind)
            self.do(diagnosis.set_nature, finding, found.nature)
            self.do(diagnosis.set_evidence, finding, found.evidence)

    def vote(self) -> None:
        for said, idea in zip(story.IDEAS, self.session.ideas, strict=True):
            self.do(ideas.set_theme, [idea.id], said.theme)
            if said.votes:
                self.do(ideas.set_votes, idea.id, said.votes)
            if said.demand:
                self.do(ideas.set_demand, [idea.id], said.demand)
            if said.chosen:
                self.do(ideas.list_ideas, [idea.id])
        self.do(ideas.propose_shortlist)

    def decide(self, decided: story.Decided) -> None:
        proposed = next((f"idea:{one.id}" for one in self.session.ideas if one.text == decided.proposal), None)
        decision = self.capture(Kind.DECISION, decided.line, proposed)
        if decided.bet:
            self.do(bets.place_bet, decision)
        if decided == story.DECISIONS[-1]:
            first, *_ = [self.capture(Kind.ASSUMPTION, line) for line in story.ASSUMPTIONS]
            self.do(assumptions.rest_on, first, self.session.decisions[0].id)
            self.do(closing.set_monitor, self.person(story.MONITOR).id)
