"""What a widget draws by itself, as the style sheet wants it."""

from pathlib import Path

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from facilitator.app import FacilitatorApp
from facilitator.store.store import Store
from facilitator.widgets.looks import LOOKS
from tests.conftest import FakeClock, keys
from tests.running import SESSION, plan


def colours(app: FacilitatorApp, words: str) -> tuple[Color, Color, bool]:
    """Of the first piece of a line that holds the words: text, background, whether it is bold."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if words in segment.text:
                style = segment.style or Style()
                assert style.color is not None
                assert style.bgcolor is not None
                return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor), bool(style.bold)
    raise AssertionError(f"“{words}” is not on the screen")


async def test_a_tone_is_mixed_with_the_background_on_which_it_stands(
    path: Path, clock: FakeClock, store: Store
) -> None:
    plan(store, ("Frame", 30))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4")
        theme = {name: Color.parse(value) for name, value in app.get_css_variables().items() if value.startswith("#")}
        dim = theme["foreground"].with_alpha(0.6)
        assert colours(app, "○ preparing")[:2] == (theme["panel"] + dim, theme["panel"])
        assert colours(app, "AGENDA")[:2] == (theme["background"] + dim, theme["background"])
        assert colours(app, "4 Decisions") == (theme["accent"], theme["surface"], True)


async def test_no_widget_has_a_node_made_for_what_the_app_carries(path: Path, clock: FakeClock, store: Store) -> None:
    """Each of them is six kilobytes, and is made anew whenever styles are read."""
    plan(store, ("Frame", 30))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        for stage in "1234506":
            await pilot.press(stage)
            carried = {
                (type(one).__name__, name)
                for one in app.screen.walk_children(Widget)
                for name in one._component_styles
                if name in LOOKS
            }
            assert not carried, f"on screen {stage}"


async def test_what_is_typed_takes_another_theme_at_once(path: Path, clock: FakeClock, store: Store) -> None:
    plan(store, ("Frame", 30))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "d", *keys("Publish it @anna by friday"))
        for theme in (app.theme, "dracula", "textual-light"):
            app.theme = theme
            await pilot.pause()
            assert colours(app, "@anna")[0] == Color.parse(app.get_css_variables()["success"]), theme
