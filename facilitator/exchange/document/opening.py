"""How the document opens: where the session stands, who was there, the goal and whether it was met."""

from collections.abc import Iterator

from facilitator.domain.kinds import Status
from facilitator.domain.records import Everything, Person
from facilitator.exchange.document.blocks import Block, Facts, Heading, Paragraph
from facilitator.exchange.phrases import joined, lines, one_line


def standing(session: Everything) -> Iterator[Block]:
    """The reason for closing over errors; that the session is still open."""
    if session.session.closing_reason:
        yield Paragraph(f"Closed with open gaps. The reason: {one_line(session.session.closing_reason)}")
    elif session.session.status is not Status.CLOSED:
        yield Paragraph("Draft: this session is not closed yet.", quiet=True)


def who_was_there(session: Everything) -> Iterator[Block]:
    """Nobody is missing before a roll call, nor whoever is said to moderate or to keep time."""
    present = [_introduced(person) for person in session.people if person.present]
    at_work = (session.session.moderator_id, session.session.timekeeper_id)
    absent = [one_line(one.name) for one in session.people if not one.present and one.id not in at_work]
    room = [("Present", ", ".join(present)), ("Not there", ", ".join(absent))]
    if not present:
        called = "" if session.session.status is Status.PREPARING else "Nobody was marked as present."
        room = [("Present", called), ("Invited", ", ".join(map(_introduced, session.people)))]
    yield Facts(
        tuple(
            (label, said)
            for label, said in (
                *room,
                ("Moderated by", one_line(session.name(session.session.moderator_id))),
                ("Time kept by", one_line(session.name(session.session.timekeeper_id))),
                ("Topic", one_line(session.session.topic)),
            )
            if said
        )
    )


def goal(session: Everything) -> Iterator[Block]:
    yield Heading("The goal, and was it met")
    said = lines(session.session.goal)
    yield from map(Paragraph, said)
    if not said:
        yield Paragraph("No goal was set.", quiet=True)
    met = [one.met for one in session.expectations]
    yield Facts(
        (
            ("Met", " ".join(lines(session.session.goal_met)) or "Not judged yet."),
            *([("Expectations", _expected(met))] if met else []),
        )
    )


def _expected(met: list[bool | None]) -> str:
    """`2 of 3 met, 1 not judged`."""
    unjudged = met.count(None)
    if unjudged == len(met):
        return "Not judged yet."
    return joined((f"{met.count(True)} of {len(met)} met", f"{unjudged} not judged" if unjudged else ""), by=", ")


def _introduced(person: Person) -> str:
    """`Anna Weber (principal, Management)`."""
    said = joined((person.part.value, person.department), by=", ")
    return f"{one_line(person.name)} ({said})"
