"""Take the pictures of the document: the sample session, closed, exported, and shown by other people's programs.

Run it with the project's own Python: `.venv/bin/python docs/take_document.py [FOLDER]`. It needs LibreOffice, Chromium
and pdftoppm. With `--store FILE` the closed session is kept in that store.
"""

import argparse
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.demo.making import SESSION, make_demo
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.moment import Moment
from facilitator.domain.records import DemandSplit, Everything, Person
from facilitator.exchange.bundle import bundle, read_formats
from facilitator.store.commands import clock, closing, commitments, decisions, demand, introduction, parking, questions
from facilitator.store.commands.capture import capture
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store

AFTERNOON = datetime(2026, 11, 19, 13, 32, 20, tzinfo=UTC)
ZONE = "Europe/Berlin"
DECISIONS = {
    "Target segment": "Call on thirty dental groups @jonas by 31 mar #who !six of them as customers $a list for €4k",
    "Positioning": "Put the ten days on the home page and in each offer @maria by 12 mar #why !every third demo won",
    "Create or capture demand": "Move €90k from search to webinars and partners @anna by 1 apr #reach $the same budget",
    "Measures": "Report the five numbers on the first Monday of a month @samir by 1 feb #measure $half a day a month",
}
ANSWERS = {
    "who": "Dental groups with five to twenty practices and one manager for all of them.",
    "why": "Ready to work in ten days, or the month is free; and a price that the page itself works out.",
    "reach": "Webinars and the accountants of dentists create demand; search captures what is there.",
    "stop": "Print, and paid search for single practices.",
    "measure": "€1.5m of qualified pipeline, and 88 % of customers kept after a year.",
}
SPLIT = DemandSplit(
    now="20 % create, 80 % capture",
    next="50 % create, 50 % capture, from April",
    evidence="one webinar brought 14 demos at a third of the cost",
    would_change="two webinars in a row with fewer than 15 guests",
)
WORDS = {
    "Anna": commitments.Word(result="Twelve webinars by December", money="€9k", authority="topic and speaker"),
    "Jonas": commitments.Word(result="Twenty partners by April", resources="two days a month from Elena"),
    "Tom": commitments.Word(result="Set-up in ten days from 15 February", resources="two people from service"),
}
FEEDBACK = ((5, None), (4, "Half an hour more for the target segment"), (4, None), (5, None))


def close_sample(path: Path) -> Store:
    """The sample session taken to its end, in a store that stays open."""
    moment = Moment(AFTERNOON, "pictures", 100_000.0, 100_000.0)
    session = make_demo(path, lambda: moment, ZONE)
    passed = timedelta()

    def now() -> Moment:
        return Moment(AFTERNOON + passed, "pictures", 100_000.0 + passed.seconds, 100_000.0 + passed.seconds)

    store = Store(path, clock=now)

    def seen() -> Everything:
        return store.read(everything, session, journal=False)

    def person(name: str) -> Person:
        return next(one for one in seen().people if one.name.startswith(name))

    while running := next((item for item in seen().agenda if item.state == "running"), None):
        passed += timedelta(seconds=running.planned_seconds)
        if line := DECISIONS.get(running.title):
            today = AFTERNOON.date()
            store.run(capture, session, read_line(Kind.DECISION, line, today=today, people=seen().people, keys=ANSWERS))
        store.run(clock.next_item, session, running.id)
    for question in seen().questions:
        store.run(questions.answer_question, session, question.id, ANSWERS[question.key])
    store.run(demand.split_demand, session, SPLIT)
    nobody = next(one for one in seen().decisions if one.owner is None and one.binds)
    store.run(decisions.set_owner, session, nobody.id, person("Samir").id)
    agency, page, churn = (one.id for one in seen().parked)
    store.run(parking.drop_parked, session, agency, "one agency is enough until the webinars run")
    store.run(parking.assign_parked, session, page, person("Elena").id, None, date(2027, 1, 29))
    store.run(parking.sleep_parked, session, churn, date(2027, 2, 18))
    for name, word in WORDS.items():
        store.run(commitments.commit_person, session, person(name).id, word)
    for expectation, met in zip(seen().expectations, (True, True, False), strict=True):
        store.run(introduction.meet_expectation, session, expectation.id, met)
    for who, (worth, higher_if) in zip(seen().people, FEEDBACK, strict=False):
        store.run(closing.give_feedback, session, worth, higher_if, who.id)
    for decision in seen().decisions:
        store.run(closing.accept_decision, session, decision.id, True)
    store.run(closing.judge_goal, session, "Yes. What a customer costs by segment is still to be found out.")
    store.run(closing.set_check_ins, session, "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=9;BYMINUTE=30")
    store.run(closing.set_review, session, date(2027, 2, 18))
    store.run(closing.close_session, session)
    return store


def take(session: Everything, folder: Path) -> None:
    """Write the files into a scratch folder and a picture of each page into `folder`."""
    with TemporaryDirectory() as scratch:
        made = Path(scratch)
        for file in bundle(session, read_formats("html,docx,pdf")):
            made.joinpath(f"document.{file.name.rpartition('.')[2]}").write_bytes(file.content)
        _pages(made / "document.pdf", folder / "pdf")
        (made / "word").mkdir()
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", made / "word", made / "document.docx")
        _pages(made / "word" / "document.pdf", folder / "docx")
        page = ("--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=820,3420")
        _run("chromium", *page, f"--screenshot={folder / 'html.png'}", (made / "document.html").as_uri())


def _pages(file: Path, stem: Path) -> None:
    _run("pdftoppm", "-png", "-r", "70", file, stem)


def _run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)  # noqa: S603 – programs named here


def main() -> None:
    """Read the arguments, close the sample, take the pictures."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "document")
    wanted.add_argument("--store", type=Path)
    given = wanted.parse_args()
    with TemporaryDirectory() as scratch:
        store = close_sample(given.store or Path(scratch) / "sample.db")
        session = store.read(everything, SESSION)
        store.close()
    take(session, given.folder)


if __name__ == "__main__":
    main()
