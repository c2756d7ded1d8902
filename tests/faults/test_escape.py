"""Escape and the key behind it stay two keys, however close they come."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from facilitator.guards.driver import messages, seconds_to_tick
from facilitator.guards.pastes import Pastes


def pressed(text: str) -> list[str]:
    found = messages(XTermParser(), Pastes(), text)
    return [message.key for message in found if isinstance(message, events.Key)]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1bn", ["escape", "n"]),
        ("ab\x1b3i", ["a", "b", "escape", "3", "i"]),
        ("\x1b \r", ["escape", "space", "enter"]),
        ("\x1b[A\x1b[1;5B", ["up", "ctrl+down"]),
        ("\x1bOP", ["f1"]),
    ],
)
def test_escape_before_a_letter_is_a_key_of_its_own(sent: str, keys: list[str]) -> None:
    assert pressed(sent) == keys


def test_escape_read_a_moment_earlier_is_done_when_the_letter_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.0)
    parser, pastes = XTermParser(), Pastes()
    found = [*messages(parser, pastes, "\x1b"), *messages(parser, pastes, "n")]
    assert [message.key for message in found if isinstance(message, events.Key)] == ["escape", "n"]


def test_it_waits_for_time_to_pass_only_behind_an_escape() -> None:
    parser, pastes = XTermParser(), Pastes()
    list(messages(parser, pastes, "n\x1b[A"))
    assert seconds_to_tick(parser) is None
    list(messages(parser, pastes, "\x1b"))
    waits = seconds_to_tick(parser)
    assert waits is not None
    assert 0 <= waits <= 1
