"""A small, believable session: a maker of pumps decides on a year of marketing. All of it is made up."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import (
    DecisionKind,
    DecisionStatus,
    Demand,
    FindingKind,
    IdeaState,
    ItemKind,
    ItemState,
    Nature,
    Part,
    Role,
    Seat,
    Stage,
    Standing,
    Status,
    Voice,
)
from facilitator.domain.moment import Moment
from facilitator.domain.records import (
    Assumption,
    Commitment,
    Day,
    Decision,
    DemandSplit,
    Done,
    Everything,
    Expectation,
    Feedback,
    Finding,
    GroundRule,
    Idea,
    Item,
    Note,
    Number,
    Parked,
    Person,
    Question,
    Round,
    SessionHead,
    Span,
    Task,
)

ZONE = ZoneInfo("Europe/Berlin")


def at(hour: int, minute: int = 0) -> datetime:
    """A moment of the session's day, given on the wall in Berlin."""
    return datetime(2027, 1, 15, hour, minute, tzinfo=ZONE).astimezone(UTC)


HEAD = SessionHead(
    id="k3f9a1c07b22",
    title="Marketing strategy 2027",
    status=Status.CLOSED,
    timezone="Europe/Berlin",
    topic="How Kessler Pumps wins its first thirty customers in Poland",
    goal="Leave with one segment, one promise and at most three bets, each with an owner and a day.",
    goal_met="Yes: one segment and three bets. The promise still needs proof from the pilot.",
    moderator_id="p-mira",
    timekeeper_id="p-ola",
    monitor_id="p-ola",
    company_size="140 people",
    triage=(("Does everyone know who answers for what?", True), ("Could it run a month without its owner?", False)),
    rules=(GroundRule(text="One conversation at a time", agreed=True), GroundRule(text="Phones away")),
    demand_split=DemandSplit(
        now="20 % create, 80 % capture",
        next="50 % create, 50 % capture",
        evidence="Nine in ten enquiries name us already; nobody new hears of us.",
        would_change="Cost of a first meeting above €900 for two months.",
    ),
    max_bets=3,
    review_on=date(2027, 4, 16),
    check_ins="FREQ=WEEKLY;INTERVAL=2",
    problem="Enquiries fell by a fifth.",
    closed_at=at(16, 58),
    created_at=datetime(2026, 12, 15, 8, tzinfo=UTC),
)

PEOPLE = (
    Person(
        id="p-henrik",
        name="Henrik Kessler",
        handle="henrik",
        part=Part.PRINCIPAL,
        voice=Voice.DECIDES,
        seats=(Seat.BUDGET.value,),
        present=True,
        email="henrik@kessler.example",
    ),
    Person(
        id="p-ola",
        name="Ola Zając",
        handle="ola",
        part=Part.DECISION_MAKER,
        voice=Voice.DECIDES,
        department="Sales",
        seats=(Seat.SALES.value,),
        present=True,
        email="ola@kessler.example",
    ),
    Person(
        id="p-tomasz",
        name="Tomasz Brandt",
        handle="tomasz",
        part=Part.CONTRIBUTOR,
        department="Marketing",
        seats=(Seat.MARKETING.value,),
        present=True,
        arrived_at=at(9, 20),
    ),
    Person(id="p-mira", name="Mira Okafor", handle="mira", part=Part.EXPERT, voice=Voice.INFORMED, present=True),
    Person(id="p-lena", name="Lena Fuchs", handle="lena", department="Service"),
)

QUESTIONS = (
    Question(
        id="q-who",
        key="who",
        text="Who do we target?",
        answer="Maintenance managers of municipal waterworks in Poland with pumps older than 15 years.\n"
        "Not: industry, agriculture, anyone who tenders on price alone.",
    ),
    Question(
        id="q-why",
        key="why",
        text="Why should they choose us?",
        answer="A Kessler pump is changed in one night shift, and we pay the water bill when it is not.",
    ),
    Question(id="q-how", key="how", text="How do we reach people who don't know us yet?"),
    Question(
        id="q-know",
        key="know",
        text="How will we know?",
        answer="First meetings with waterworks that never asked us before: 30 by the end of June.",
    ),
)

DECISIONS = (
    Decision(
        id="d-1",
        number=1,
        text="Run the one-night replacement at two waterworks and film both",
        owner="Ola Zając",
        owner_id="p-ola",
        due=date(2027, 3, 31),
        measure="2 pumps changed before 6 a.m.",
        resources="€18,000, one fitter",
        first_step="Call Radom and Kielce on Monday",
        answers="why",
        bet=1,
        support=(5, 4, 4, 3),
        item="i-decide",
        at=at(14, 40),
    ),
    Decision(
        id="d-2",
        number=2,
        text="Speak at the three regional waterworks meetings",
        owner="Tomasz Brandt",
        owner_id="p-tomasz",
        due=date(2027, 2, 26),
        measure="12 first meetings",
        resources="€6,000",
        answers="how",
        bet=2,
        item="i-decide",
        at=at(15, 5),
    ),
    Decision(
        id="d-3",
        number=3,
        text="the trade fair in Munich",
        kind=DecisionKind.STOP,
        owner="Henrik Kessler",
        owner_id="p-henrik",
        due=date(2027, 1, 29),
        reason="€64,000 a year, two enquiries",
        item="i-decide",
        at=at(15, 20),
    ),
    Decision(
        id="d-4",
        number=4,
        text="what a tender costs us from enquiry to answer",
        kind=DecisionKind.FIND_OUT,
        owner="Ola Zając",
        owner_id="p-ola",
        due=date(2027, 2, 12),
        measure="One figure in euros | hours",
        status=DecisionStatus.UNDER_WAY,
        notes=(Note(on=date(2027, 1, 29), text="Half of the tenders counted."),),
        at=at(15, 40),
    ),
    Decision(
        id="d-5",
        number=5,
        text="open an office in Warsaw",
        kind=DecisionKind.WONT,
        reason="nobody there would sell before autumn",
        at=at(15, 50),
    ),
    Decision(
        id="d-6",
        number=6,
        text="Translate the old catalogue",
        owner="Tomasz Brandt",
        owner_id="p-tomasz",
        due=date(2027, 2, 5),
        status=DecisionStatus.DROPPED,
        at=at(15, 52),
    ),
)

AGENDA = (
    Item(id="i-open", title="Purpose and numbers", position=1, planned_seconds=1800, state=ItemState.DONE),
    Item(
        id="i-diag",
        title="What keeps waterworks from us",
        position=2,
        stage=Stage.DIAGNOSIS,
        planned_seconds=5400,
        extended_seconds=600,
        state=ItemState.DONE,
    ),
    Item(
        id="i-lunch",
        title="Lunch",
        position=3,
        stage=Stage.DIAGNOSIS,
        kind=ItemKind.BREAK,
        planned_seconds=3600,
        pinned_start="12:00",
        state=ItemState.DONE,
    ),
    Item(
        id="i-decide",
        title="Bets for the year",
        position=4,
        stage=Stage.DECISIONS,
        question="Which three?",
        planned_seconds=7200,
        state=ItemState.DONE,
    ),
    Item(
        id="i-wrap",
        title="Read back and commit",
        position=5,
        stage=Stage.WRAP_UP,
        planned_seconds=3600,
        pinned_end="17:00",
        state=ItemState.DONE,
    ),
)


def ran(item: str, start: datetime, end: datetime) -> Span:
    return Span(id=f"s-{item}", item=item, started_at=start, ended_at=end, seconds=(end - start).total_seconds())


SESSION = Everything(
    now=Moment(at(17, 30)),
    session=HEAD,
    days=(Day(id="day-1", day=1, starts_at=at(9), ends_at=at(17)),),
    rounds=(Round(id="r-1", number=1, focus="Poland"),),
    people=PEOPLE,
    expectations=(
        Expectation(id="e-1", text="No new brochure", by_id="p-ola", met=True),
        Expectation(id="e-2", text="A budget", by_id="p-tomasz"),
    ),
    agenda=AGENDA,
    spans=(
        ran("i-open", at(9, 4), at(9, 41)),
        ran("i-diag", at(9, 41), at(11, 26)),
        ran("i-lunch", at(12), at(13, 2)),
        ran("i-decide", at(13, 30), at(15, 54)),
        ran("i-wrap", at(16), at(16, 58)),
    ),
    questions=QUESTIONS,
    numbers=(
        Number(
            id="n-1",
            name="Enquiries",
            unit="a month",
            target=60,
            values=(("2026-Q3", 48.0), ("2026-Q4", 41.0)),
            at=at(8),
        ),
        Number(id="n-2", name="Revenue", unit="EUR", target=4200000.0, values=(("2026", 3650000.0),)),
    ),
    findings=(
        Finding(
            id="f-1",
            text="Spare parts take nine weeks",
            standing=Standing.AGREED,
            kind=FindingKind.OBSTACLE,
            nature=Nature.SERVICE,
            evidence="41 of 52 orders",
            by_id="p-ola",
        ),
        Finding(id="f-2", text="Nobody under fifty knows the name", nature=Nature.MARKETING),
    ),
    ideas=(
        Idea(id="a-1", text="One-night replacement, filmed", theme="Proof", votes=7, demand=Demand.CREATE),
        Idea(id="a-2", text="Speak where they meet", theme="Presence", votes=5, demand=Demand.CREATE),
        Idea(id="a-3", text="More search ads", votes=2, demand=Demand.CAPTURE),
        Idea(id="a-4", text="A mascot", state=IdeaState.DROPPED, by_id="p-tomasz"),
    ),
    decisions=DECISIONS,
    assumptions=(
        Assumption(
            id="as-1",
            text="Night work is allowed in both towns",
            signal="A permit is refused",
            value="one of two",
            decision="d-1",
            who_id="p-ola",
            on=date(2027, 3, 1),
        ),
    ),
    parked=(
        Parked(
            id="pk-1", text="Who answers the phone on Fridays?", item="i-diag", resolution="Lena takes it up in service"
        ),
        Parked(id="pk-2", text="Catalogue in Czech", sleeps_until=date(2027, 9, 1), resolution="next session"),
        Parked(id="pk-3", text="What does a tender cost us?", became="decision:d-4"),
    ),
    commitments=(
        Commitment(
            id="c-1",
            person_id="p-ola",
            result="Both towns signed by the end of February",
            resources="One fitter for two nights",
            money="€18,000 from sales",
            first_step="Call Radom on Monday",
            authority="May promise the water bill up to €5,000",
            accepted=True,
        ),
    ),
    feedback=(Feedback(id="fb-1", worth=4, higher_if="Shorter morning"), Feedback(id="fb-2", worth=5)),
    tasks=(
        Task(
            id="t-1", text="Numbers of 2026", owner_id="p-ola", due=date(2027, 1, 8), done_at=at(8) - timedelta(days=7)
        ),
        Task(id="t-2", text="Count the bookings", measure="One list", resources="Two hours", answers="who"),
    ),
    journal=(
        Done(seq=1, at=at(9, 4), by=Role.MODERATOR, did="Start “Purpose and numbers”"),
        Done(seq=2, at=at(14, 40), by=Role.MODERATOR, did="Record decision 1: Run the one-night replacement"),
        Done(seq=3, at=at(16, 58), by=Role.MODERATOR, did="Close the session"),
    ),
)
