"""A session for tests: on its day, in Berlin, at half past three, with nothing missing that `check` would find."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import (
    DecisionKind,
    Demand,
    IdeaState,
    ItemKind,
    ItemState,
    Nature,
    Part,
    Stage,
    Standing,
    Status,
    TaskKind,
    Voice,
)
from facilitator.domain.moment import Moment
from facilitator.domain.records import (
    Assumption,
    Commitment,
    Day,
    Decision,
    DemandSplit,
    Everything,
    Feedback,
    Finding,
    Homework,
    Idea,
    Item,
    Number,
    Person,
    Question,
    Round,
    SessionHead,
    Span,
    Task,
)

BERLIN = ZoneInfo("Europe/Berlin")
THE_DAY = date(2027, 1, 15)


def at(clock: str, day: date = THE_DAY) -> datetime:
    """`9:30` on the wall in Berlin, as UTC."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def person(name: str, part: Part = Part.DECISION_MAKER, **changes: Any) -> Person:
    """Its id and its handle are the first name in small letters; its voice follows from its part."""
    first = name.split()[0].lower()
    voice = Voice.DECIDES if part in (Part.PRINCIPAL, Part.DECISION_MAKER) else Voice.CONSULTED
    return replace(Person(id=first, name=name, handle=first, part=part, voice=voice, present=True), **changes)


def item(title: str, stage: Stage, minutes: int, **changes: Any) -> Item:
    """Its id is the title in small letters."""
    return replace(Item(id=title.lower(), title=title, stage=stage, planned_seconds=minutes * 60), **changes)


def pause(title: str, minutes: int, kind: ItemKind = ItemKind.BREAK) -> Item:
    return item(title, Stage.DECISIONS, minutes, kind=kind)


def decision(number: int, text: str = "Publish the pricing calculator", **changes: Any) -> Decision:
    """A *do* that lacks nothing: Jonas, by 15 March, with measure and resources."""
    made = Decision(
        id=f"d{number}",
        number=number,
        text=text,
        owner="Jonas Beck",
        owner_id="jonas",
        due=date(2027, 3, 15),
        measure="€5k pipeline a month",
        resources="Two days a week of one developer",
    )
    return replace(made, **changes)


PEOPLE = (
    person("Anna Weber", Part.PRINCIPAL, seats=("budget",)),
    person("Jonas Beck", seats=("marketing",), department="Marketing"),
    person("Maria Lind", seats=("sales",), department="Sales"),
    person("Tom Reed", Part.CONTRIBUTOR, seats=("product",), department="Product"),
    person("Eva Kern", Part.EXPERT),
)

DECISIONS = (
    decision(1, answers="channels", bet=1, item="channels"),
    decision(2, "Stop the trade fair in Hanover", kind=DecisionKind.STOP, owner="Maria Lind", owner_id="maria"),
    decision(3, "Which plan do trials leave for", kind=DecisionKind.FIND_OUT, owner="Tom Reed", owner_id="tom"),
    decision(
        4,
        "Open an office in Vienna",
        kind=DecisionKind.WONT,
        reason="No customer asked for it",
        owner=None,
        owner_id=None,
        due=None,
        item="pricing",
    ),
)

AGENDA = (
    item("Welcome", Stage.INTRODUCTION, 20, state=ItemState.DONE),
    item("Where we stand", Stage.DIAGNOSIS, 60, state=ItemState.DONE),
    pause("Coffee", 15),
    item("Ideas", Stage.BRAINSTORM, 80, state=ItemState.DONE),
    pause("Lunch", 45),
    item("Pricing", Stage.DECISIONS, 60, question="Which plan carries the price?", state=ItemState.DONE),
    pause("Air", 15, ItemKind.BUFFER),
    pause("Tea", 15),
    item("Channels", Stage.DECISIONS, 60, question="Which two channels get the budget?", state=ItemState.DONE),
    item("Wrap-up", Stage.WRAP_UP, 30, state=ItemState.RUNNING),
)

HEAD = SessionHead(
    id="s1",
    title="Strategy 2027",
    status=Status.LIVE,
    timezone="Europe/Berlin",
    topic="Growth of the basic plan",
    goal="Three bets for 2027, each with one owner and one day",
    problem="New customers fell by a fifth.",
    known="Traffic is stable, the trial converts worse.",
    to_resolve="Which step of the trial loses them.",
    seats=("marketing", "sales", "budget", "product"),
    moderator_id="eva",
    monitor_id="anna",
    demand_split=DemandSplit(now="10 to 90", next="30 to 70"),
    review_on=date(2027, 4, 15),
    check_ins="FREQ=WEEKLY;INTERVAL=2",
)

COMPLETE = Everything(
    now=Moment(at("15:30")),
    session=HEAD,
    days=(Day(id="day1", day=1, starts_at=at("9:00"), ends_at=at("16:00")),),
    rounds=(Round(id="r1", number=1, focus="Growth"),),
    people=PEOPLE,
    agenda=AGENDA,
    spans=(Span(id="sp1", item="welcome", started_at=at("9:02"), ended_at=at("9:20")),),
    questions=(
        Question(id="q1", key="who", text="Whom do we target?", answer="Dental laboratories with 5 to 20 staff"),
        Question(id="q2", key="why", text="Why should they choose us?", answer="Repaired within a day, or free"),
        Question(id="q3", key="channels", text="How do we reach them?"),
        Question(id="q4", key="measure", text="How will we know?", answer="30 closed contracts a month"),
    ),
    numbers=(
        Number(
            id="n1",
            name="Revenue",
            unit="EUR",
            values=(("2026-Q3", 910_000), ("2026-Q4", 900_000)),
            at=at("9:00", date(2027, 1, 4)),
            shown_at=at("9:25"),
        ),
    ),
    findings=(
        Finding(id="f1", text="Visitors leave on the price page", standing=Standing.AGREED, nature=Nature.PRICE),
    ),
    ideas=(
        Idea(id="i1", text="Radio spots for laboratories", demand=Demand.CREATE),
        Idea(id="i2", text="Comparison pages", demand=Demand.CAPTURE, state=IdeaState.SHORTLISTED),
    ),
    decisions=DECISIONS,
    assumptions=(Assumption(id="a1", text="Laboratories buy online", signal="orders by phone", on=date(2027, 3, 1)),),
    commitments=tuple(Commitment(id=f"c-{who}", person_id=who, result="My part") for who in ("jonas", "maria", "tom")),
    feedback=(Feedback(id="fb1", worth=4),),
    tasks=(
        Task(id="t1", text="Audit of the website", kind=TaskKind.MATERIAL, done_at=at("9:00", date(2027, 1, 7))),
        Task(id="t2", text="Set up the room", due=date(2027, 1, 14), done_at=at("17:00", date(2027, 1, 14))),
    ),
    homework=tuple(Homework(id=f"h-{who}", person_id=who, results="As planned") for who in ("jonas", "maria", "tom")),
)

_OF_THE_HEAD = {field.name for field in fields(SessionHead)}


def a_session(**changes: Any) -> Everything:
    """The complete session with changes: `goal=None` is one of its head, `decisions=()` one of the rest."""
    head = {name: change for name, change in changes.items() if name in _OF_THE_HEAD}
    rest = {name: change for name, change in changes.items() if name not in _OF_THE_HEAD}
    return replace(COMPLETE, session=replace(HEAD, **head), **rest)
