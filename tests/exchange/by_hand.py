"""Session files as somebody writes them by hand, and what is said of those that can't be read."""

import json

import pytest

from facilitator.domain.records import Everything
from facilitator.exchange.session_json import SessionFileError, from_json
from tests.exchange.sample import SESSION

NOW = SESSION.now


def refusal(text: str) -> str:
    with pytest.raises(SessionFileError) as refused:
        from_json(text, NOW)
    return str(refused.value)


def read(**given: object) -> Everything:
    head = {"title": "Small", "timezone": "Europe/Berlin"} | given.pop("session", {})  # type: ignore[operator]  # a dict in these tests
    return from_json(json.dumps({"format": "facilitator/1", "session": head, **given}), NOW)
