"""What is drawn past Textual's frames leaves the terminal as a frame of all of it, painted afresh, would."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import Stage
from facilitator.domain.rules import RuleBroken
from facilitator.screens.decisions import DecisionsScreen
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import capture
from facilitator.store.commands import clock as clocks
from facilitator.store.store import Store
from facilitator.widgets.countdown import Countdown
from facilitator.widgets.line_list import MOVES, Column, Line, LineList
from facilitator.widgets.looks import LOOKS
from facilitator.widgets.text import Tone
from tests.conftest import FakeClock, screen_text
from tests.faults.looks import Looks, fresh_frame, settle
from tests.running import SESSION, plan

STEPS = 80
MOVED = 25
IDEAS = 130
# Two signs in one place; the widest stand in two.
ACCENTED = "e\u0301"
WORDS = ("d", "i", "x", "é", "漢", "@", "left", "backspace", "space")
KEYS = ("down", "down", "up", "end", "home", "pagedown", "pageup", *WORDS)
SLOW = pytest.mark.slow
WALKS = [(1, STEPS // 2), *(pytest.param(seed, STEPS, marks=SLOW) for seed in range(1, 12))]


@pytest.mark.parametrize(("seed", "steps"), WALKS)
async def test_the_terminal_shows_what_a_whole_frame_would(
    path: Path, clock: FakeClock, store: Store, looks: Looks, seed: int, steps: int
) -> None:
    plan(store, ("Frame", 30), ("Weigh", 200), ("Offers", 10, {"stage": Stage.BRAINSTORM}))
    ideas = [f"Idea {number} 漢字 of {'a long name ' * (number % 12)}" for number in range(IDEAS)]
    store.run(capture.capture_all, SESSION, [Captured(kind=Kind.IDEA, line=words, text=words) for words in ideas])
    store.run(clocks.next_item, SESSION, None)
    chance = Random(seed)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("3")
        for step in range(steps):
            await a_step(chance, pilot, app, store, clock, looks)
            assert not await settle(pilot, looks), step
    assert looks.drawn
    assert not looks.wrong


async def a_step(
    chance: Random, pilot: Pilot[None], app: FacilitatorApp, store: Store, clock: FakeClock, looks: Looks
) -> None:
    """A key, another process's step, a second or some, a sentence in the corner, another stage, another size."""
    what = chance.random()
    if what < 0.38:
        await pilot.press(chance.choice(KEYS))
    elif what < 0.45:
        with suppress(RuleBroken):
            steps: tuple[Callable[[], object], ...] = (
                lambda: store.run(clocks.pause_item, SESSION, "frame"),
                lambda: store.run(clocks.start_item, SESSION),
                lambda: store.run(clocks.next_item, SESSION, None),
            )
            chance.choice(steps)()
        app.spread_news()
    elif what < 0.85:
        clock.advance(seconds=chance.choice((1, 1, 1, 1, 9, 61)))
        for screen in app.screen_stack:
            if isinstance(screen, StageScreen):
                screen.tick()
    elif what < 0.93:
        await pilot.press(*chance.choice((("escape",), ("escape", "3"), ("escape", "4"), ("escape", "question_mark"))))
    elif what < 0.96:
        app.say(f"Said {chance.random()}")
    else:
        size = chance.choice(((80, 24), (120, 34), (58, 17), (170, 45)))
        looks.resize(*size)
        await pilot.resize_terminal(*size)
    await pilot.pause()


class Listing(App[None]):
    """One list, with titles or without, in some frame."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOKS)
    CSS = """
    LineList { background: $surface; scrollbar-size-vertical: 1; }
    .line-list--cursor { background: $primary; text-style: bold; }
    .-padded { padding: 1 2; border: round $primary; }
    .-outlined { outline: round $primary; }
    """
    TITLED: ClassVar = (Column("Number", 8, right=True), Column("Words"), Column(width=7))
    BARE: ClassVar = (Column(width=3), Column())

    def __init__(self, columns: tuple[Column, ...], look: str) -> None:
        super().__init__()
        self._columns, self._look = columns, look

    def compose(self) -> ComposeResult:
        yield LineList(self._columns, classes=self._look)

    def on_mount(self) -> None:
        listed = self.query_one(LineList)
        listed.lines = tuple(self._line(number) for number in range(90))
        listed.focus()

    def _line(self, number: int) -> Line:
        if number % 17 == 5:
            return Line("", ("", ((f"GROUP {number}", Tone.DIM),)))
        # Textual's outline itself cuts a wide sign in two.
        wide = "" if self._look == "-outlined" else "漢字"
        words = f"{wide * (number % 9)} {number} {ACCENTED * (number % 5)} {'a long name ' * (number % 12)}"
        return Line(str(number), (f"{number}", ((words, Tone.GOOD if number % 3 else Tone.PLAIN),)))


@pytest.mark.parametrize(
    ("columns", "seed", "size", "look"),
    [
        (Listing.TITLED, 1, (80, 24), ""),
        (Listing.BARE, 2, (120, 34), "-padded"),
        (Listing.TITLED, 3, (33, 9), "-outlined"),
        *(
            pytest.param(columns, seed, size, look, marks=SLOW)
            for columns, seed, size, look in (
                (Listing.BARE, 1, (80, 24), ""),
                (Listing.TITLED, 2, (120, 34), "-padded"),
                (Listing.BARE, 3, (33, 9), "-outlined"),
            )
        ),
        *(
            pytest.param(columns, seed, size, look, marks=SLOW)
            for columns in (Listing.BARE, Listing.TITLED)
            for seed, size in enumerate(((80, 24), (120, 34), (33, 9)), 4)
            for look in ("", "-padded", "-outlined")
        ),
    ],
)
async def test_a_list_that_moves_shows_what_a_whole_frame_would(
    looks: Looks, columns: tuple[Column, ...], look: str, seed: int, size: tuple[int, int]
) -> None:
    chance, app = Random(seed), Listing(columns, look)
    looks.resize(*size)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        listed = app.query_one(LineList)
        for step in range(MOVED):
            match chance.randrange(6):
                case 0:
                    listed.scroll_to(y=chance.randrange(90), animate=False)
                case 1:
                    await pilot.press(*chance.choices(tuple(MOVES), k=5))
                case _:
                    await pilot.press(chance.choice(("down", "up", *MOVES)))
            await pilot.pause()
            assert not looks.other_than_a_fresh_frame(app), step
    # Beneath the list nothing is due: each move was drawn in full at once.
    assert looks.drawn > MOVED / 2
    assert not looks.wrong


@pytest.mark.parametrize("columns", [pytest.param(Listing.BARE, marks=SLOW), Listing.TITLED])
async def test_the_line_under_the_cursor_is_seen_wherever_it_goes(looks: Looks, columns: tuple[Column, ...]) -> None:
    app = Listing(columns, "")
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("end", *["up"] * 30, "home", *["down"] * 30, "pageup", "pageup", "pagedown"):
            await pilot.press(key)
            listed = app.query_one(LineList)
            seen = listed.cursor - listed.scroll_offset.y
            assert 0 <= seen < listed.size.height - (columns is Listing.TITLED), key
    assert looks.drawn
    assert not looks.wrong


async def test_what_is_typed_is_drawn_at_once(path: Path, clock: FakeClock, store: Store, looks: Looks) -> None:
    plan(store, ("Frame", 30))
    store.run(clocks.next_item, SESSION, None)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "d")
        before = looks.drawn
        # Longer than the line is wide, with what is understood of it in colours.
        typed = "定価 calculator @jonas by 15 jan #why !€5k a month $two days of Mira and then some more of 漢字"
        for number, letter in enumerate(typed, 1):
            await pilot.press("space" if letter == " " else letter)
            assert letter != " " or not await settle(pilot, looks), typed[:number]
        # A few are left to a frame: those behind which the line is laid out wider.
        assert looks.drawn - before >= len(typed) - 5
        assert not looks.wrong


async def test_what_lies_above_the_clock_stays_above_it(
    path: Path, clock: FakeClock, store: Store, looks: Looks
) -> None:
    plan(store, ("Frame", 30))
    store.run(clocks.next_item, SESSION, None)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        note = Static("above")
        app.screen.styles.layers = ("default", "notes")  # type: ignore[assignment]  # any number
        note.styles.layer, note.styles.position, note.styles.width, note.styles.height = "notes", "absolute", 5, 1
        place = app.screen.query_one(Countdown).region
        note.styles.offset = (place.x + 8, place.y + 1)
        await app.screen.mount(note)
        for key in ("escape", "question_mark", "escape"):
            for seconds in (1, 9, 30):
                clock.advance(seconds=seconds)
                stage = app.screen_stack[1]
                assert isinstance(stage, StageScreen)
                stage.tick()
                await pilot.pause()
                assert not looks.other_than_a_fresh_frame(app)
            await note.remove()
            await pilot.press(key)


async def test_a_step_of_another_process_stops_the_clock_before_the_board_is_read_and_draws_only_what_it_changed(
    path: Path, clock: FakeClock, store: Store, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(store, ("Frame", 30))
    store.run(clocks.next_item, SESSION, None)
    seen: list[str] = []
    reread_board = DecisionsScreen.reread_board

    def noted(screen: DecisionsScreen) -> None:
        seen.append("".join(looks.written[before:]))
        reread_board(screen)

    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    looks.resize(120, 40)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        whole = len(fresh_frame(app))
        before = len(looks.written)
        monkeypatch.setattr(DecisionsScreen, "reread_board", noted)
        store.run(clocks.pause_item, SESSION, "frame")
        app.spread_news()
        await pilot.pause()
        assert " Start " in seen[0]
        assert "paused" in seen[0]
        assert sum(map(len, looks.written[before:])) < whole / 3
    assert not looks.wrong


async def test_a_screen_that_comes_up_is_drawn_with_its_layout_and_not_once_more(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(store, ("Frame", 30))
    update, drawn_anew = Compositor.update_widgets, list[Widget]()

    def noted(compositor: Compositor, widgets: set[Widget]) -> None:
        drawn_anew.extend(widgets)
        update(compositor, widgets)

    monkeypatch.setattr(Compositor, "update_widgets", noted)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Pricing" in screen_text(app)
        assert app.screen not in drawn_anew
