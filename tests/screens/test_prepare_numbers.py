"""The numbers of a session: typed, pasted, from CSV, with targets and histories."""

from pathlib import Path

from textual.events import Paste
from textual.widgets import Input

from facilitator.domain.capture import Series
from facilitator.store.commands import numbers
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text
from tests.screens.preparing import SESSION, prepared, seen, text_of, to, write
from tests.screens.preparing import own_folder as own_folder
from tests.screens.preparing import session as session


async def test_values_are_typed_for_one_number_after_the_other(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Revenue", "EUR"), Series("Win rate", "%")])
    async with prepared(path, clock, *to(5), "l") as pilot:
        assert "value of Revenue" in text_of(pilot)
        assert "enter saves, then: Win rate" in text_of(pilot)
        await pilot.press(*keys("1.2m @2026-Q4"), "enter", *keys("31 %"), "enter")
        await pilot.press(
            "up", "l", *keys("Revenue 1.4m @2027-Q1"), "enter", "c", *keys("Churn 4 %"), "enter", "escape"
        )
        assert "c Number  l Value" in text_of(pilot)
    assert [(one.name, one.values) for one in seen(session).numbers] == [
        ("Revenue", (("2026-Q4", 1_200_000), ("2027-Q1", 1_400_000))),
        ("Win rate", (("", 31),)),
        ("Churn", (("", 4),)),
    ]


async def test_numbers_come_typed_and_from_csv(session: Store, path: Path, clock: FakeClock, tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("Name,Unit,2026-Q1,2026-Q2\nRevenue,EUR,0.9m,1.1m\n", encoding="utf-8")
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("c")
        await write(pilot, "Churn 4 % @2026-Q2")
        await pilot.press("escape", "j")
        await write(pilot, "3")
        await pilot.press("I", *"m.csv", "enter")
        assert "m.csv is not there. Name a CSV file." in screen_text(pilot.app)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "n.csv")
        await pilot.press("enter", "y")
    churn, revenue = seen(session).numbers
    assert (churn.target, churn.unit) == (3.0, "%")
    assert revenue.values == (("2026-Q1", 900e3), ("2026-Q2", 1.1e6))


async def test_a_form_that_is_saved_as_it_opened_changes_no_value(session: Store, path: Path, clock: FakeClock) -> None:
    values = (("2026-Q1", 12.345), ("2026-Q2", 4e12))
    session.run(numbers.take_numbers, SESSION, [Series("Output", "t", 1.125, values)])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("enter", "ctrl+s")
    (output,) = seen(session).numbers
    assert (output.values, output.target) == (values, 1.125)


async def test_a_number_is_typed_or_pasted_with_its_target(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("c")
        await write(pilot, "Win rate 22% @2026-Q3 target 30%")
        await pilot.press("escape")
        pilot.app.screen.post_message(Paste("Profit -5k EUR target 2k\nto be asked of finance\n"))
        await pilot.pause()
        assert "No number: to be asked of finance" in [*pilot.app._notifications][-1].message
        await pilot.press("escape")
        await pilot.pause()
        assert "-€5,000" in text_of(pilot)
    rate, profit = seen(session).numbers
    assert (rate.values, rate.target, rate.unit) == ((("2026-Q3", 22.0),), 30.0, "%")
    assert (profit.values, profit.target, profit.unit) == ((("", -5000.0),), 2000.0, "EUR")


async def test_more_lines_than_a_sheet_holds_are_refused_and_a_long_one_is_told_in_part(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock, *to(5)) as pilot:
        for pasted, says in (
            ("9\n" * 501, "The sheet has 501 rows; the limit is 500."),
            ("x" * 300_000 + "\ny", f"No number: {'x' * 199}…; y"),
        ):
            pilot.app.screen.post_message(Paste(pasted))
            await pilot.pause()
            assert [*pilot.app._notifications][-1].message == says
            await pilot.press("escape")
    assert seen(session).numbers == ()


async def test_a_target_in_another_unit_is_refused_where_it_is_typed_or_pasted(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Profit", "EUR", None, (("2026-Q3", 5000.0),))])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("j")
        await write(pilot, "$4m")
        assert "“Profit” is kept in “EUR”, not in “USD”" in [*pilot.app._notifications][-1].message
        await pilot.press("escape")
        pilot.app.screen.post_message(Paste("Churn 4 % target 3 %\nCycle 12 days target 8 %\n"))
        await pilot.pause()
        assert "“Cycle” is in “days”, its target in “%”" in [*pilot.app._notifications][-1].message
    profit, churn = seen(session).numbers
    assert (profit.target, churn.target) == (None, 3.0)


async def test_a_wrong_target_and_a_wrong_history_are_both_said_at_their_fields(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Output", "t", 1.125, (("2026-Q1", 2.0),))])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("enter", "ctrl+u", *keys("Tonnes"), "tab", "tab", "ctrl+u", *keys("lots"))
        await pilot.press("tab", "ctrl+u", *keys("later"), "ctrl+s")
        told = text_of(pilot)
        assert "“lots” is no number. Write one such as 4.2m." in told
        assert "“later” is no period with a value." in told
        await pilot.press("ctrl+u", *keys("4"), "tab", "ctrl+u", *keys("2026-Q2 3"), "ctrl+s")
    (output,) = seen(session).numbers
    assert (output.name, output.target, output.values) == ("Tonnes", 4.0, (("2026-Q2", 3.0),))


async def test_a_history_is_read_as_people_write_values_and_in_the_unit_of_its_number(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Retention", "%", None, (("week 7", 900.0),))])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("enter", "up", "end", *keys("; 2026-Q1 12 %; 2026-Q2 1 200 EUR"), "ctrl+s")
        assert "“EUR” is not the unit of this number. Change that in its own field." in text_of(pilot)
        await pilot.press(*["backspace"] * 4, "ctrl+s")
    (retention,) = seen(session).numbers
    assert retention.values == (("week 7", 900.0), ("2026-Q1", 12.0), ("2026-Q2", 1200.0))
