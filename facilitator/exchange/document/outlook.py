"""What the quarter has to watch: the business's own problems, assumptions, what was parked, the dates ahead."""

from collections.abc import Iterator
from datetime import date, datetime

from facilitator.domain.check_ins import check_ins
from facilitator.domain.gaps.decisions import left_undecided as without_a_reason
from facilitator.domain.kinds import AssumptionStanding, FindingKind, Nature, Standing
from facilitator.domain.records import Assumption, Everything, Finding, Item, Parked
from facilitator.domain.wording.solutions import prescribes
from facilitator.exchange.document.blocks import Block, Bullets, Column, Facts, Heading, Point, Table
from facilitator.exchange.document.spoken import NOTHING
from facilitator.exchange.phrases import clock, day, joined, one_line, short_day

_ASSUMPTION = (
    Column("What we assume", 8),
    Column("What would disprove it", 7),
    Column("Who looks", 4),
    Column("When", 4),
)
# How resolutions begin that say no more than what became of it.
_SAID_AGAIN = ("sleeps until ", "decision ", "became ")


def business_problems(session: Everything) -> Iterator[Block]:
    """Problems alone, by what they are a problem of: no achievement, and no solution that passes for a finding."""
    found = sorted((one for one in session.findings if _is_problem(one)), key=_order)
    if found:
        yield Heading("What marketing can’t fix")
        yield Bullets(tuple(Point(f"{_nature(one)}: {one_line(one.text)}", _why(one)) for one in found))


def _is_problem(finding: Finding) -> bool:
    elsewhere = finding.nature not in (None, Nature.MARKETING)
    return elsewhere and finding.kind is not FindingKind.ACHIEVEMENT and not prescribes(finding.text)


def _order(finding: Finding) -> int:
    return list(Nature).index(finding.nature or Nature.MARKETING)


def _nature(finding: Finding) -> str:
    return (finding.nature or Nature.MARKETING).value.capitalize()


def _why(finding: Finding) -> str:
    """That the room does not agree on it; its evidence and its cause."""
    doubt = "disputed" if finding.standing is Standing.DISPUTED else None
    return joined((doubt, finding.evidence, finding.cause and f"cause: {one_line(finding.cause)}"))


def assumptions(session: Everything) -> Iterator[Block]:
    if session.assumptions:
        yield Heading("Assumptions")
        rows = tuple(
            _assumption(one, session) for one in sorted(session.assumptions, key=lambda one: one.on or date.max)
        )
        yield Table(_ASSUMPTION, rows)


def _assumption(one: Assumption, session: Everything) -> tuple[str, ...]:
    when = short_day(one.on) or "no day"
    return (
        one_line(one.text),
        joined((one.signal, one.value), by=": ") or NOTHING,
        one_line(session.name(one.who_id)) or NOTHING,
        when if one.standing is AssumptionStanding.OPEN else f"{when}, {one.standing.value}",
    )


def parking_lot(session: Everything) -> Iterator[Block]:
    if session.parked:
        yield Heading("Parking lot")
        yield Bullets(tuple(Point(one_line(one.text), _became(one, session)) for one in session.parked))


def left_undecided(session: Everything) -> Iterator[Block]:
    """The questions of items that ended in no decision, each with the reason that was given."""
    bare = {getattr(found.about, "id", "") for found in without_a_reason.find(session)}
    left = [item for item in session.agenda if item.id in bare or (item.undecided_reason and item.question)]
    left = [item for item in left if not any(session.decided_in(item))]
    if left:
        yield Heading("Left undecided")
        yield Bullets(tuple(Point(_asked(item, session), _because(item)) for item in left))


def _asked(item: Item, session: Everything) -> str:
    """An item's question may be named by the key of a must-answer question."""
    named = (one.text for one in session.questions if one.key == item.question)
    return one_line(next(named, item.question))


def _because(item: Item) -> str:
    return f"the reason: {one_line(item.undecided_reason)}" if item.undecided_reason else "no reason was given"


def _became(one: Parked, session: Everything) -> str:
    """That it sleeps, or what it became, or its resolution; each is said once."""
    said = f"sleeps until {day(one.sleeps_until)}" if one.sleeps_until else _what(one.became, session)
    resolution = one_line(one.resolution)
    again = bool(said) and resolution.startswith(_SAID_AGAIN)
    return joined(("" if again else resolution, said)) or "still open"


def _what(became: str | None, session: Everything) -> str:
    """`became decision 4` for `decision:k3f9a1`; of a task by when it is done."""
    kind, _, record = (became or "").partition(":")
    if kind == "task":
        due = next((task.due for task in session.tasks if task.id == record), None)
        return f"by {short_day(due)}" if due else ""
    number = next((f" {found.number}" for found in session.decisions if found.id == record), "")
    return f"became {kind}{number}" if kind else ""


def what_comes_next(session: Everything) -> Iterator[Block]:
    """Check-ins, who watches, the review; what is missing here is said, because nobody will look otherwise."""
    yield Heading("What comes next")
    yield Facts(
        (
            ("Check-ins", _dates(session) or "No check-in was agreed."),
            (
                "Monitor",
                one_line(session.name(session.session.monitor_id)) or "Nobody watches that this is carried out.",
            ),
            ("Review", day(session.session.review_on) or "No day was set."),
        )
    )


def _dates(session: Everything) -> str:
    """The first three, and how many follow."""
    found = check_ins(session)
    shown = ", ".join(_moment(one, session) for one in found[:3])
    return f"{shown} and {len(found) - 3} more" if len(found) > 3 else shown


def _moment(one: date | datetime, session: Everything) -> str:
    if isinstance(one, datetime):
        local = one.astimezone(session.session.zone)
        return f"{day(local.date())}, {clock(local)}"
    return day(one)
