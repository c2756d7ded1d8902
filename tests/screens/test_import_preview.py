"""An agenda before it is taken: a row keeps what it is when another is left out or corrected."""

from typing import ClassVar

from textual.app import App

from facilitator.exchange.agendas import ReadAgenda, read_agenda
from facilitator.screens.import_preview import ImportPreview
from facilitator.widgets.looks import LOOKS
from tests.conftest import screen_text


class Carrying(App[None]):
    """Whatever app shows our widgets carries what they draw by themselves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOKS)


async def test_of_two_like_items_in_one_line_the_one_under_the_cursor_is_left_out() -> None:
    read = read_agenda("Agenda: 9:00 Break · 9:15 Break · 10:00 Bets · 11:00 Vote", form="txt")
    taken: list[ReadAgenda | None] = []
    app = Carrying()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(ImportPreview("Take this agenda?", read), taken.append)
        await pilot.press("down", "delete")
        assert "09:15" not in screen_text(app)
        await pilot.press("h", "y")
    (kept,) = taken
    assert kept is not None
    assert [(item.starts_at, item.title) for item in kept.items] == [
        ("09:00", "Break"), ("10:00", "Bets"), ("11:00", "Vote"),
    ]  # fmt: skip
    assert [item.stage for item in kept.items][1] != read.items[2].stage
    assert kept.items[0] == read.items[0]
    assert kept.items[2] == read.items[3]
