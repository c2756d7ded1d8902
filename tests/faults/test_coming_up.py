"""A screen that comes up is styled once, as it is mounted, and then looks as if all of it were styled anew."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from facilitator.app import FacilitatorApp
from facilitator.store.commands import clock as clocks
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, plan

# What begins; each stage; preparing; the follow-up; what is missing, exporting, searching; the big clock.
WALK = ("", *"1234506", "k", "escape", "e", "escape", "slash", "escape", "t", "escape")
LOW_AND_NARROW, HIGH_AND_WIDE = (80, 24), (170, 40)


@pytest.fixture
def styled(monkeypatch: pytest.MonkeyPatch) -> Counter[DOMNode]:
    """How often the styles of each node were worked out."""
    times, apply = Counter[DOMNode](), Stylesheet.apply

    def noted(sheet: Stylesheet, node: DOMNode, **given: Any) -> None:
        times[node] += 1
        apply(sheet, node, **given)

    monkeypatch.setattr(Stylesheet, "apply", noted)
    return times


def looks_of(screen: Screen[Any]) -> dict[DOMNode, dict[str, object]]:
    return {node: dict(node.styles.base.get_rules()) for node in screen.walk_children(with_self=True)}


@pytest.mark.parametrize("size", [LOW_AND_NARROW, HIGH_AND_WIDE])
async def test_a_screen_is_styled_once_and_as_if_it_were_styled_anew(
    path: Path, clock: FakeClock, store: Store, styled: Counter[DOMNode], size: tuple[int, int]
) -> None:
    plan(store, ("Frame", 30), ("Numbers", 20))
    store.run(clocks.start_item, SESSION)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    seen = set[Screen[Any]]()
    async with app.run_test(size=size) as pilot:
        for key in WALK:
            await pilot.press(*key.split())
            if app.screen not in seen:
                seen.add(app.screen)
                assert styled[app.screen] == 1, key
            looks = looks_of(app.screen)
            app.stylesheet.update(app.screen)
            assert looks_of(app.screen) == looks, key
    assert len(seen) > 7
