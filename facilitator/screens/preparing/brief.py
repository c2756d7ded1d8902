"""The brief: topic, goal, problem, what is known, what must be resolved; the questions, the days, who leads."""

from dataclasses import replace
from difflib import get_close_matches
from typing import ClassVar
from zoneinfo import available_timezones

from textual import work
from textual.binding import Binding, BindingType

from facilitator.domain.dates import DeadlineError
from facilitator.domain.day_line import read_day_line, say_times
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Seat, SessionKind
from facilitator.domain.prepare_board import Page
from facilitator.domain.question_line import read_question
from facilitator.domain.records import Day
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean
from facilitator.screens import asking, prompts
from facilitator.screens.dialogs import TOGGLES, Option, Pick
from facilitator.screens.preparing.brief_lines import ASKS, LABEL_WIDTH, LABELS, NEW_DAY, WORDS, brief_lines, value_of
from facilitator.screens.preparing.page import PreparePage, said
from facilitator.screens.preparing.usual import due_days, template_of, usual_template
from facilitator.store.commands import people, preparing, sessions
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

QUESTION_HINT = "#price What may it cost?"
DAY_HINT = "15 jan 9:00-17:00"


class BriefPage(PreparePage):
    PAGE = Page.BRIEF
    HINTS = (
        Hint("enter", "Edit", "edit"),
        Hint("c", "Question", "question"),
        Hint("y", "Usual questions", "usual_questions"),
        Hint("< >", "Move", ""),
        Hint("delete", "Remove", "remove"),
    )
    COLUMNS = (Column(width=LABEL_WIDTH), Column())
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "question", "Brief: add a question that must be answered"),
        Binding("y", "usual_questions", "Brief: take over the usual questions"),
        Binding("less_than_sign,ctrl+up", "move(-1)", "Brief: move the question up"),
        Binding("greater_than_sign,ctrl+down", "move(1)", "Brief: move the question down"),
        Binding("delete,backspace", "remove", "Brief: remove the question or the day, empty the field"),
    ]

    def lines(self) -> tuple[Line, ...]:
        return brief_lines(self.seen, self.width)

    def detail(self) -> tuple[Row, ...]:
        """What helps to word the goal, while it is selected."""
        asked = template_of(self.seen.session).goal_prompts if self.current == "goal" else ()
        words = [line for one in asked for line in said(f"· {one}", self.beside)]
        return (row(("TO WORD THE GOAL", Tone.DIM)), *words) if words else ()

    def mend(self, gap: Gap) -> None:
        self.rows.select("day:1" if gap.field == "ends_at" else gap.field or "")
        self.action_edit()

    def action_add(self) -> None:
        self.action_question()

    def begin(self) -> None:
        self.rows.select("day:1")
        self.action_edit()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        match self.current.partition(":"):
            case "question", _, question_id:
                self._edit_question(question_id)
            case "day", _, number:
                self._edit_day(number)
            case ("moderator" | "timekeeper") as role, _, _:
                self._edit_role(role)
            case "kind", _, _:
                self._pick_kind()
            case "seats", _, _:
                self._pick_seats()
            case "timezone", _, _:
                self._edit_timezone()
            case "max_bets", _, _:
                self._edit_bets()
            case name, _, _ if name:
                self._edit_words(name)

    def action_question(self) -> None:
        taken = [question.key for question in self.seen.session.questions]

        def keep(text: str) -> None:
            self.keep(text, preparing.add_question, *read_question(text, taken))
            taken.append(read_question(text, taken)[0])

        def understand(text: str) -> tuple[Row, ...]:
            return _understood(*read_question(text, taken)) if text.strip() else ()

        self.host.ask(Prompt("question", understand, stays=True, hint=QUESTION_HINT), keep)

    def action_usual_questions(self) -> None:
        self.do(preparing.add_plan_questions, usual_template(self.seen.session).questions)

    def action_move(self, by: int) -> None:
        match self.current.partition(":"):
            case "question", _, question_id:
                self.do(preparing.move_question, question_id, by)

    def action_remove(self) -> None:
        match self.current.partition(":"):
            case "question", _, question_id:
                self.do(preparing.remove_question, question_id)
            case "day", _, number if number.isdecimal():
                self.do(preparing.remove_day, int(number))
            case ("moderator" | "timekeeper") as role, _, _:
                self.do(people.set_role, role, None)
            case name, _, _ if name in ASKS and name != "seats":
                self.do(sessions.change_session, name, None)

    def _edit_words(self, name: str) -> None:
        """A text that is empty leads to the next empty one and at last to the questions; one that stands is edited."""
        fills = name in WORDS and not value_of(self.seen, name)

        def keep(text: str) -> None:
            self.host.app.then(
                lambda _: self._go_on(name, text) if fills else self.host.saved(text),
                sessions.change_session,
                self.host.session_id,
                name,
                clean(text),
            )

        after = self._next_empty(name) if fills else None
        says = "" if not fills else LABELS[after].lower() if after else "a question that must be answered"
        prompt = replace(prompts.for_text(LABELS[name].lower(), ASKS.get(name, "")), after=says)
        self.host.ask(prompt, keep, value_of(self.seen, name))

    def _go_on(self, name: str, text: str) -> None:
        """To the next empty text, in the line that is open."""
        if after := self._next_empty(name):
            self.rows.select(after)
            self._edit_words(after)
        else:
            self.action_question()
        self.host.memory.add(text)

    def _next_empty(self, name: str) -> str | None:
        """The first empty text below this one, else above it."""
        place = WORDS.index(name)
        others = (*WORDS[place + 1 :], *WORDS[:place])
        return next((one for one in others if not value_of(self.seen, one)), None)

    def _edit_question(self, question_id: str) -> None:
        question = next(one for one in self.seen.session.questions if one.id == question_id)

        def keep(text: str) -> None:
            self.keep(text, preparing.change_question, question_id, *read_question(text))

        def understand(text: str) -> tuple[Row, ...]:
            return _understood(*read_question(text)) if text.strip() else ()

        prompt = Prompt("question, anew", understand, hint=QUESTION_HINT)
        self.host.ask(prompt, keep, f"#{question.key} {question.text}")

    def _edit_day(self, number: str) -> None:
        board = self.seen
        numbers = [day.day for day in board.session.days]
        wanted = max(numbers, default=0) + 1 if f"day:{number}" == NEW_DAY else int(number)
        known = next((day for day in board.session.days if day.day == wanted), None)
        zone, day_first = board.session.session.zone, self.host.app.settings.day_first

        def understand(text: str) -> tuple[Row, ...]:
            try:
                times = read_day_line(text, board.session.today, zone, known, day_first=day_first)
            except (DeadlineError, RuleBroken) as error:
                return (row((str(error), Tone.WARM)),) if text.strip() else ()
            day = Day(id="", day=wanted, starts_at=times.starts_at, ends_at=times.ends_at)
            return (row((say_times(day, zone), Tone.STRONG)),)

        def keep(text: str) -> None:
            try:
                times = read_day_line(text, board.session.today, zone, known, day_first=day_first)
            except (DeadlineError, RuleBroken) as error:
                self.refuse(error)
                return
            due = due_days(board.session, times.day) if wanted == 1 else ()
            self.keep(text, preparing.plan_day, wanted, times.starts_at, times.ends_at, due)

        self.host.ask(Prompt(f"day {wanted}", understand, hint=DAY_HINT), keep, "")

    def _edit_role(self, role: str) -> None:
        def keep(text: str, person_id: str | None, new_name: str | None) -> None:
            self.keep(text, people.set_role, role, person_id, new_name)

        asking.ask_person(self.host, role, keep)

    def _edit_timezone(self) -> None:
        def keep(text: str) -> None:
            name = _zone_named(text)
            if name is None:
                near = get_close_matches(text, available_timezones(), 3, 0.5)
                self.refuse(
                    RuleBroken(f"“{clean(text)}” is no time zone. Near it: {', '.join(near) or 'Europe/Berlin'}.")
                )
            else:
                self.keep(text, preparing.set_timezone, name)

        self.host.ask(prompts.for_text("time zone", "Europe/Berlin"), keep, "")

    def _edit_bets(self) -> None:
        def keep(text: str) -> None:
            if text.strip().isdecimal() and 1 <= int(text) <= 20:
                self.keep(text, sessions.change_session, "max_bets", int(text))
            else:
                self.refuse(RuleBroken(f"“{clean(text)}” is no number of bets. Write one from 1 to 20."))

        self.host.ask(prompts.for_text("most bets", "three to five"), keep, "")

    @work
    async def _pick_kind(self) -> None:
        options = [Option(kind.value, kind.value, kind.value[0]) for kind in SessionKind]
        if kind := await self.app.push_screen_wait(Pick("What kind of session?", options)):
            self.do(sessions.change_session, "kind", kind)

    @work
    async def _pick_seats(self) -> None:
        """One after the other until escape."""
        while True:
            asked = self.seen.session.session.seats
            options = [Option(seat.value, seat.value, seat.value[0], "✓" if seat in asked else "") for seat in Seat]
            seat = await self.app.push_screen_wait(Pick("Who must be heard in the room?", options, foot=TOGGLES))
            if seat is None:
                return
            self.do(preparing.toggle_seat, Seat(seat))


def _understood(key: str, text: str) -> tuple[Row, ...]:
    """The key by which the line of a decision will name the question, and its words."""
    return (row(("key ", Tone.DIM), (f"#{key}   ", Tone.ACCENT), (text, Tone.STRONG)),)


def _zone_named(text: str) -> str | None:
    """The zone of that name, or the one place that is called so; whatever the capitals."""
    wanted = text.strip().replace(" ", "_").casefold()
    zones = available_timezones()
    found = [zone for zone in zones if zone.casefold() == wanted] or [
        zone for zone in zones if zone.casefold().endswith(f"/{wanted}")
    ]
    return found[0] if len(found) == 1 else None
