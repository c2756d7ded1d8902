"""The story of the sample session, as people typed it. Nobody in it exists."""

from typing import NamedTuple

from facilitator.domain.capture import Series
from facilitator.domain.kinds import Demand, FindingKind, ItemKind, Nature, Part, Seat, Stage, Standing

TITLE = "Northwind 2027 marketing strategy"
TOPIC = "Growth in 2027 with the same budget"
GOAL = "Decide whom we target, why they choose us, how we reach them and what we stop, with one name and one date each"
PROBLEM = "New customers cost a third more than a year ago, and half of them leave within two years."
KNOWN = (
    "Groups with several practices stay three times as long as single ones, and we have never sold to them on purpose."
)
TO_RESOLVE = (
    "Single practices or groups; price list or value; how much of the budget goes to people who don't know us yet."
)


class Who(NamedTuple):
    name: str
    department: str
    email: str
    part: Part
    seats: tuple[Seat, ...] = ()


PEOPLE = (
    Who("Ruth Adler", "Management", "ruth@northwind.example", Part.PRINCIPAL),
    Who("Anna Weber", "Marketing", "anna@northwind.example", Part.DECISION_MAKER, (Seat.MARKETING,)),
    Who("Jonas Beck", "Sales", "jonas@northwind.example", Part.DECISION_MAKER, (Seat.SALES,)),
    Who("Samir Haddad", "Finance", "samir@northwind.example", Part.DECISION_MAKER, (Seat.BUDGET,)),
    Who("Elena Petrova", "Product", "elena@northwind.example", Part.CONTRIBUTOR, (Seat.PRODUCT,)),
    Who("Maria Lopes", "Marketing", "maria@northwind.example", Part.CONTRIBUTOR),
    Who("Tom Okafor", "Customer service", "tom@northwind.example", Part.CONTRIBUTOR),
    Who("Claire Dubois", "Guest", "claire@dubois.example", Part.EXPERT),
)
LATE = {"Tom Okafor": 12}
MODERATOR, TIMEKEEPER, MONITOR = "Claire Dubois", "Maria Lopes", "Samir Haddad"

QUESTIONS = (
    ("who", "Who are we targeting?"),
    ("why", "Why should they choose us?"),
    ("reach", "How do we reach people who don't know us yet?"),
    ("stop", "What do we stop doing?"),
    ("measure", "How will we know that it works?"),
)


class Line(NamedTuple):
    """One line of the agenda: `took` minutes, none for what has not begun."""

    title: str
    stage: Stage
    minutes: int
    took: float | None = None
    question: str | None = None
    method: str | None = None
    kind: ItemKind = ItemKind.ITEM
    pinned: str | None = None


AGENDA = (
    Line("Welcome and how we work today", Stage.INTRODUCTION, 15, 16),
    Line("Roll call, rules, expectations", Stage.INTRODUCTION, 15, 17),
    Line("The numbers, one by one", Stage.DIAGNOSIS, 30, 33),
    Line("What is true: findings", Stage.DIAGNOSIS, 40, 38, method="round-robin"),
    Line("Break", Stage.DIAGNOSIS, 15, 15, kind=ItemKind.BREAK),
    Line("Whose problem is it", Stage.DIAGNOSIS, 25, 26),
    Line("Ideas in silence", Stage.BRAINSTORM, 20, 20, method="silent-brainwriting"),
    Line("Themes and votes", Stage.BRAINSTORM, 30, 31, method="dot-voting"),
    Line("Lunch", Stage.BRAINSTORM, 45, 45, kind=ItemKind.BREAK, pinned="12:30"),
    Line("Bet pitches", Stage.DECISIONS, 30, 36, "Which five ideas become bets?"),
    Line("Stop-doing list", Stage.DECISIONS, 20, 18, "What do we stop doing?"),
    Line("Target segment", Stage.DECISIONS, 20, None, "Which segment do we target first?", "round-robin"),
    Line("Positioning", Stage.DECISIONS, 25, None, "Why should they choose us?"),
    Line("Break", Stage.DECISIONS, 15, None, kind=ItemKind.BREAK),
    Line("Create or capture demand", Stage.DECISIONS, 20, None, "How much goes to people who don't know us yet?"),
    Line("Measures", Stage.DECISIONS, 20, None, "How will we know that it works?"),
    Line("Buffer", Stage.DECISIONS, 10, None, kind=ItemKind.BUFFER),
    Line("Read back and commitments", Stage.WRAP_UP, 30, None),
    Line("Feedback and close", Stage.WRAP_UP, 10, None),
)
# The item that runs has run for so long.
RUNNING = "Target segment"
RUNNING_MINUTES = 12.7


NUMBERS = (
    Series("Revenue", "EUR", 1_050_000, (("2026-Q1", 910_000), ("2026-Q2", 945_000), ("2026-Q3", 938_000))),
    Series("Cost to win a customer", "EUR", 1_400, (("2026-Q1", 1_480), ("2026-Q2", 1_690), ("2026-Q3", 1_920))),
    Series("Customers kept after a year", "%", 88, (("2026-Q1", 84), ("2026-Q2", 81), ("2026-Q3", 79))),
    Series(
        "Qualified pipeline", "EUR", 1_500_000, (("2026-Q1", 870_000), ("2026-Q2", 920_000), ("2026-Q3", 1_010_000))
    ),
    Series("Demo to customer", "%", 30, (("2026-Q1", 24), ("2026-Q2", 23), ("2026-Q3", 26))),
)


class Found(NamedTuple):
    text: str
    standing: Standing = Standing.AGREED
    kind: FindingKind = FindingKind.FACT
    nature: Nature | None = None
    evidence: str | None = None


FINDINGS = (
    Found("Groups stay three times as long as single practices @tom", evidence="Billing, 2023 to 2026"),
    Found(
        "A customer costs 30 % more than a year ago @samir",
        Standing.AGREED,
        FindingKind.FACT,
        Nature.MARKETING,
        "Ledger",
    ),
    Found("Two thirds of the budget goes to paid search @anna", Standing.AGREED, FindingKind.FACT, Nature.MARKETING),
    Found("Nobody in sales has called on a group @jonas", Standing.AGREED, FindingKind.MISTAKE, Nature.SALES),
    Found(
        "The webinar in March brought 14 demos @maria",
        Standing.AGREED,
        FindingKind.ACHIEVEMENT,
        Nature.MARKETING,
        "CRM",
    ),
    Found("The price page is out of date since June @elena", Standing.AGREED, FindingKind.MISTAKE, Nature.PRICE),
    Found(
        "Set-up takes five weeks, the competitors say two @tom", Standing.AGREED, FindingKind.OBSTACLE, Nature.SERVICE
    ),
    Found(
        "Customers leave because of set-up, not because of price @tom",
        Standing.DISPUTED,
        FindingKind.OBSTACLE,
        Nature.SERVICE,
    ),
    Found("Trade fairs bring no customers @samir", Standing.DISPUTED, FindingKind.FACT, Nature.MARKETING),
    Found(
        "Practices ask for a link to their accounting @elena", Standing.UNKNOWN, FindingKind.OBSTACLE, Nature.PRODUCT
    ),
    Found(
        "Referrals close twice as often as any other source @jonas",
        Standing.AGREED,
        FindingKind.ACHIEVEMENT,
        Nature.SALES,
        "CRM",
    ),
    Found("We should raise prices for small practices @samir", Standing.UNKNOWN, FindingKind.FACT, Nature.PRICE),
)


class Said(NamedTuple):
    text: str
    theme: str
    votes: int = 0
    demand: Demand | None = None
    chosen: bool = False


_CREATE, _CAPTURE = Demand.CREATE, Demand.CAPTURE
IDEAS = (
    Said("Webinars for managers of dental groups", "Groups", 7, _CREATE, True),
    Said("A price calculator for groups on the web site", "Groups", 6, _CAPTURE, True),
    Said("One reference group in each region", "Groups", 5, _CREATE, True),
    Said("A sales person for groups only", "Groups", 3, _CAPTURE),
    Said("A yearly day for practice managers in Munich", "Groups", 2, _CREATE),
    Said("A report: what groups lose by five systems", "Groups", 4, _CREATE, True),
    Said("Buy a list of all groups with five to twenty chairs", "Groups", 1, _CAPTURE),
    Said("Set-up in ten days, or the month is free", "Set-up", 6, _CREATE, True),
    Said("Films of three minutes for each step of the set-up", "Set-up", 2),
    Said("One person who owns a customer's first sixty days", "Set-up", 4),
    Said("Move data over for free", "Set-up", 3, _CAPTURE),
    Said("Remote set-up for single practices", "Set-up", 1),
    Said("A check list on paper for the front desk", "Set-up"),
    Said("A hot line on the first Monday", "Set-up", 1),
    Said("Referral bonus: one month for both", "Referrals", 5, _CAPTURE, True),
    Said("Ask for a referral on day sixty", "Referrals", 3, _CAPTURE),
    Said("Thank-you letters by Ruth", "Referrals", 1),
    Said("Customers speak at our webinars", "Referrals", 4, _CREATE),
    Said("A wall of results with names and figures", "Referrals", 2, _CREATE),
    Said("A council of eight customers", "Referrals", 2),
    Said("Accountants of dentists as partners", "Partners", 4, _CREATE, True),
    Said("Chair makers sell us along", "Partners", 2, _CAPTURE),
    Said("A training for dental assistants", "Partners", 3, _CREATE),
    Said("Talks at two universities", "Partners", 1, _CREATE),
    Said("The chamber's news letter, four times a year", "Partners", 1, _CREATE),
    Said("A link to the three large accounting programs", "Product", 4),
    Said("A free tool: how full is your calendar", "Product", 3, _CREATE),
    Said("A version for one chair at half the price", "Product", 1),
    Said("Show the waiting time on the screen in the hall", "Product"),
    Said("Reminders by text message", "Product", 2),
    Said("Raise the price for single practices by 8 %", "Price", 2, _CAPTURE),
    Said("A price a chair instead of a price a user", "Price", 3),
    Said("Two years at the price of twenty-one months", "Price", 1, _CAPTURE),
    Said("No discount without a reference", "Price", 2),
    Said("Stop brand advertising in print", "Stop", 5),
    Said("Half as many fairs", "Stop", 3),
    Said("End paid search for single practices", "Stop", 4),
    Said("No more white papers that nobody reads", "Stop", 2),
    Said("Close the second web site", "Stop", 1),
    Said("Stop the news letter in its present form", "Stop", 2),
)


class Decided(NamedTuple):
    """A capture line as the moderator typed it, in which item, its rank as a bet, and the idea that was proposed."""

    line: str
    item: str
    bet: int | None = None
    proposal: str | None = None


DECISIONS = (
    Decided(
        "Run a webinar a month for managers of dental groups @anna by 29 jan #reach !12 demos a month $€9k",
        "Bet pitches",
        1,
        "Webinars for managers of dental groups",
    ),
    Decided(
        "Publish the price calculator for groups @elena by 26 feb #why !€120k of new pipeline $20 days of design",
        "Bet pitches",
        2,
        "A price calculator for groups on the web site",
    ),
    Decided(
        "Offer set-up in ten days, or the month is free @tom by 15 feb #why !85 % kept after a year $two people",
        "Bet pitches",
        3,
        "Set-up in ten days, or the month is free",
    ),
    Decided(
        "Sign twenty accountants of dentists as partners @jonas by 30 apr #reach !40 referrals $€15k",
        "Bet pitches",
        4,
        "Accountants of dentists as partners",
    ),
    Decided(
        "Pay a month to both sides of a referral @jonas by 1 mar !30 customers by referral",
        "Bet pitches",
        5,
        "Referral bonus: one month for both",
    ),
    Decided("stop print advertising @maria by 31 dec #stop", "Stop-doing list"),
    Decided("stop paid search for single practices @anna by 29 jan #stop $frees €180k", "Stop-doing list"),
    Decided("find out what a customer costs by segment, from billing by 9 dec", "Stop-doing list"),
    Decided("won't raise prices for single practices because a fifth of the revenue hangs on them", "Stop-doing list"),
)
PARKED = (
    ("A second agency for the groups?", "The numbers, one by one"),
    ("Price page out of date since June", "What is true: findings"),
    ("Churn after month three: product, not marketing?", "Bet pitches"),
)
ASSUMPTIONS = (
    ("Managers of groups come to webinars @anna by 1 mar !fewer than 15 guests at two in a row"),
    ("Service can set up in ten days @tom by 15 mar !more than two free months in a quarter"),
)
EXPECTATIONS = (
    "Leave with one segment, not three @jonas",
    "Know what I may spend without asking @anna",
    "Hear less of me and more of you @ruth",
)
TASKS = (
    ("Circulate the numbers of three quarters @samir", True, -7, True),
    ("Audit of the web site and of paid search @maria", True, -7, True),
    ("Three competitors: price, promise, set-up @anna", True, -7, True),
    ("Homework of each manager @claire", False, -14, True),
    ("Room, screen, two flip charts @maria", False, -1, True),
)
HOMEWORK = (
    ("Anna Weber", "14 demos from one webinar", "Paid search costs 30 % more", "One budget, one owner"),
    ("Jonas Beck", "Referrals close twice as often", "No list of groups", "Two days a month of Elena's time"),
    ("Samir Haddad", "Monthly close in five days", "No cost by segment", "Numbers before opinions"),
)
