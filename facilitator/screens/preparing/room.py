"""The room: who comes, in which part, who decides, who speaks for what."""

from collections.abc import Callable, Collection, Mapping
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from facilitator.domain.agenda_editing import following, one_of
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Part, Seat, Voice
from facilitator.domain.prepare_board import Page, PrepareBoard
from facilitator.domain.records import Person
from facilitator.domain.rules import may_be_called, may_be_named
from facilitator.domain.text import counted, fold
from facilitator.exchange.people_list import PeopleError, read_people
from facilitator.screens.dialogs import TOGGLES, Option, Pick
from facilitator.screens.form import Field, Form, Typed, cleaned
from facilitator.screens.preparing.page import PreparePage, said
from facilitator.store.commands import people
from facilitator.store.commands.people import PersonPlan
from facilitator.store.queries.prepare import known_people
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

ROLES = (("moderator", "M"), ("timekeeper", "K"))


class RoomPage(PreparePage):
    PAGE = Page.ROOM
    EMPTY = "Nobody yet. c adds somebody, y offers the people of other sessions; a list can be pasted."
    COLUMNS = (Column("Name"), Column("Part", 14), Column("Voice", 9), Column("Department", 13))
    HINTS = (
        Hint("c", "Add", "add"),
        Hint("h", "Part", "part"),
        Hint("j", "Voice", "voice"),
        Hint("l", "Seats", "seats"),
        Hint("M", "Moderator", "role('moderator')"),
        Hint("enter", "Edit", "edit"),
        Hint("P", "Principal", "principal"),
        Hint("K", "Timekeeper", "role('timekeeper')"),
        Hint("y", "People known", "known"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "add", "Room: add somebody"),
        Binding("h", "part", "Room: the next part"),
        Binding("j", "voice", "Room: decides, is consulted, is informed"),
        Binding("l", "seats", "Room: the seats that somebody fills"),
        Binding("M,o", "role('moderator')", "Room: this person moderates"),
        Binding("K", "role('timekeeper')", "Room: this person keeps time"),
        Binding("P", "principal", "Room: this person owns the business"),
        Binding("y", "known", "Room: people of other sessions"),
        Binding("delete,backspace", "remove", "Room: remove somebody"),
    ]

    def lines(self) -> tuple[Line, ...]:
        return tuple(_line(person, self.seen) for person in self.seen.session.people)

    def sums(self) -> tuple[Row, ...]:
        """Who decides, and who fills the seats that are asked for."""
        room = self.seen.session.people
        if not room:
            return ()
        deciding = sum(person.voice is Voice.DECIDES for person in room)
        seats = [(seat, [person.handle for person in room if seat in person.seats]) for seat in Seat]
        asked = self.seen.session.session.seats
        shown = [(seat, who) for seat, who in seats if who or seat in asked]
        words = [f"{seat.value} {'/'.join(who) or 'nobody'}" for seat, who in shown]
        who = f"{counted(len(room), 'person', 'people')}, {deciding} {'decides' if deciding == 1 else 'decide'}"
        return (row(), row((who, Tone.DIM)), *said(" · ".join(words), self.width))

    def detail(self) -> tuple[Row, ...]:
        person = self._person
        if person is None:
            return ()
        parts = (("mail", person.email), ("@", person.handle), ("seats", ", ".join(person.seats) or None))
        return (row((person.name, Tone.STRONG)), *(row((f"{name:6}", Tone.DIM), told) for name, told in parts if told))

    def mend(self, gap: Gap) -> None:
        match gap.field:
            case "people" | "seats" if not self.seen.session.people:
                self.action_add()
            case "people":
                self.host.app.say("j says who decides, is consulted, is informed.")
            case "seats":
                self.host.app.say(f"Select who speaks for {gap.about_id}, then l.")
            case "moderator" if not self.seen.session.people:
                self.action_add()
            case _:
                self.host.app.say("Select who moderates, then M.")

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def paste(self, lines: tuple[str, ...]) -> None:
        """A list of people, or a sheet of them."""
        try:
            read = read_people("\n".join(lines))
        except PeopleError as refused:
            self.refuse(refused)
            return
        here = {fold(person.name) for person in self.seen.session.people}
        passed = tuple(one.name for one in read.people if fold(one.name) in here)
        self.host.app.then(
            lambda _: self._tell(passed, read.leftovers), people.add_people, self.host.session_id, read.people
        )

    def action_add(self) -> None:
        self.host.action_capture("person")

    def action_part(self) -> None:
        if person := self._person:
            self.do(people.change_person, person.id, "part", following(Part, person.part).value)

    def action_voice(self) -> None:
        if person := self._person:
            self.do(people.change_person, person.id, "voice", following(Voice, person.voice).value)

    def action_principal(self) -> None:
        if person := self._person:
            part = Part.DECISION_MAKER if person.part is Part.PRINCIPAL else Part.PRINCIPAL
            self.do(people.change_person, person.id, "part", part.value)

    def action_role(self, role: str) -> None:
        if person := self._person:
            held = getattr(self.seen.session.session, f"{role}_id") == person.id
            self.do(people.set_role, role, None if held else person.id)

    def action_remove(self) -> None:
        if self.current:
            self.do(people.remove_person, self.current)

    @work
    async def action_seats(self) -> None:
        """One after the other until escape."""
        latest = ""
        while person := self._person:
            options = [Option(one.value, one.value, one.value[0], "✓" if one in person.seats else "") for one in Seat]
            asks = Pick(f"What does {person.name} speak for?", options, first=latest, foot=TOGGLES)
            seat = await self.app.push_screen_wait(asks)
            if seat is None:
                return
            latest = seat
            seats = [one.value for one in Seat if (one.value in person.seats) is not (one.value == seat)]
            self.do(people.change_person, person.id, "seats", seats)

    @work
    async def action_known(self) -> None:
        """People of other sessions, one after the other until escape."""
        app, session_id = self.host.app, self.host.session_id
        while known := app.store.read(known_people, session_id):
            options = [Option(one.name, one.name, "", one.department or one.email or "") for one in known]
            name = await self.app.push_screen_wait(Pick("Who comes again?", options))
            if name is None:
                return
            self.do(people.add_people, [one for one in known if one.name == name])
        app.say(
            "Everybody of other sessions is here." if self.seen.session.people else "No other session has people yet."
        )

    def action_edit(self) -> None:
        if (person := self._person) is None:
            return
        person_id, host = person.id, self.host
        taken = {other.handle for other in self.seen.session.people if other.id != person_id}

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            host.app.then(done, people.plan_person, host.session_id, person_id, _plan(typed))

        self.app.push_screen(Form(person.name, _fields(person, taken), keep))

    @property
    def _person(self) -> Person | None:
        return self.seen.session.person(self.current)

    def _tell(self, passed: tuple[str, ...], leftovers: tuple[str, ...]) -> None:
        self.host.clear_line()
        words = (("Here already", passed), ("No person", leftovers))
        told = [f"{what}: {'; '.join(which[:3])}{' …' * (len(which) > 3)}" for what, which in words if which]
        if told:
            self.host.app.say(". ".join(told), warning=True)
        elif any(person.department for person in self.seen.session.people):
            self.host.app.say("Parts and seats follow the titles. h, j and l change them.")


def _line(person: Person, board: PrepareBoard) -> Line:
    head = board.session.session
    roles = [sign for role, sign in ROLES if getattr(head, f"{role}_id") == person.id]
    tone = Tone.STRONG if person.voice is Voice.DECIDES else Tone.DIM
    name = ((person.name, Tone.PLAIN), (f"  {' '.join(roles)}" if roles else "", Tone.ACCENT))
    return Line(person.id, (name, person.part.value, ((person.voice.value, tone),), person.department or ""))


def _fields(person: Person, taken: Collection[str]) -> tuple[Field, ...]:
    """`taken` are the handles of the others."""
    return (
        Field("name", "Name", person.name, reads=lambda typed: may_be_named(typed["name"])),
        Field("department", "Department or role", person.department or ""),
        Field("email", "E-mail", person.email or ""),
        Field("part", f"Part: {', '.join(Part)}", person.part.value, reads=_part),
        Field("voice", f"Voice: {', '.join(Voice)}", person.voice.value, reads=_voice),
        Field("handle", "Handle, for @", person.handle, reads=lambda typed: may_be_called(_handle(typed), taken)),
    )


def _part(said: Mapping[str, str]) -> Part:
    return one_of(Part, said["part"], "part")


def _voice(said: Mapping[str, str]) -> Voice:
    return one_of(Voice, said["voice"], "voice")


def _handle(said: Mapping[str, str]) -> str:
    return said["handle"].removeprefix("@")


def _plan(typed: Typed) -> PersonPlan:
    said = cleaned(typed)
    return PersonPlan(
        name=said["name"],
        handle=_handle(said),
        part=_part(said),
        voice=_voice(said),
        department=said["department"] or None,
        email=said["email"] or None,
    )
