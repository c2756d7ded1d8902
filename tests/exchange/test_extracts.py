"""What one person promised, for a mail."""

from facilitator.exchange.extracts import extract
from tests.exchange.reading import golden
from tests.exchange.sample import PEOPLE, SESSION


def test_an_owner_reads_what_they_took_on_soonest_first() -> None:
    golden("ola.txt", extract(SESSION, PEOPLE[1]))


def test_what_was_dropped_is_not_asked_for() -> None:
    assert "catalogue" not in extract(SESSION, PEOPLE[2])


def test_who_took_on_nothing_reads_so() -> None:
    assert "No decision is yours." in extract(SESSION, PEOPLE[4])
