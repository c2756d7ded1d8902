"""What the quarter has to watch: the business's own problems, assumptions, what was parked, the dates ahead."""

from collections.abc import Iterator
from datetime import date, datetime

from facilitator.domain.check_ins import check_ins
from facilitator.domain.kinds import AssumptionStanding, Nature
from facilitator.domain.records import Assumption, Everything, Finding, Parked
from facilitator.exchange.document.blocks import Block, Bullets, Column, Facts, Heading, Point, Table
from facilitator.exchange.document.spoken import NOTHING
from facilitator.exchange.phrases import clock, day, joined, one_line, short_day

_ASSUMPTION = (
    Column("What we assume", 8),
    Column("What would disprove it", 7),
    Column("Who looks", 4),
    Column("When", 4),
)


def business_problems(session: Everything) -> Iterator[Block]:
    found = [one for one in session.findings if one.nature not in (None, Nature.MARKETING)]
    if found:
        yield Heading("What marketing can’t fix")
        yield Bullets(tuple(Point(f"{_nature(one)}: {one_line(one.text)}", _why(one)) for one in found))


def _nature(finding: Finding) -> str:
    return (finding.nature or Nature.MARKETING).value.capitalize()


def _why(finding: Finding) -> str:
    return joined((finding.evidence, finding.cause and f"cause: {one_line(finding.cause)}"))


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


def _became(one: Parked, session: Everything) -> str:
    said = joined((one.resolution, _what(one.became, session)))
    sleeps = f"sleeps until {day(one.sleeps_until)}" if one.sleeps_until else None
    return joined((said, sleeps)) or "still open"


def _what(became: str | None, session: Everything) -> str | None:
    """`became decision 4` for `decision:k3f9a1`."""
    if not became:
        return None
    kind, _, record = became.partition(":")
    number = next((f" {one.number}" for one in session.decisions if one.id == record), "")
    return f"became {kind}{number}"


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
