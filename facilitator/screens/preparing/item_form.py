"""One item of the agenda as a form, and as the line that is typed for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from facilitator.domain.agenda_editing import minutes_shown, read_form, typed_plan
from facilitator.domain.capture import read_agenda_line
from facilitator.domain.kinds import Flex, ItemKind, Stage
from facilitator.domain.people import Found, find_person
from facilitator.domain.records import Item, Person
from facilitator.screens.form import Field
from facilitator.widgets.capture_bar import Completion, Prompt
from facilitator.widgets.text import Piece, Row, Tone, row

HINT = "Positioning 25 ?Why should they choose us  @who  #stage   (12:30 before it pins its start)"


def item_fields(item: Item) -> tuple[Field, ...]:
    """All fields of an item; each is judged among the others as they stand."""
    asked = _asked(item)
    standing = {one.name: one.value for one in asked}

    def reads(name: str) -> Callable[[Mapping[str, str]], object]:
        return lambda typed: read_form({**standing, name: typed[name]}, item)

    return tuple(replace(one, reads=reads(one.name)) for one in asked)


def _asked(item: Item) -> tuple[Field, ...]:
    return (
        Field("title", "Title", item.title),
        Field("minutes", "Minutes", minutes_shown(item), "25, or 1h30"),
        Field("question", "The question that it must decide", item.question or ""),
        Field("stage", f"Stage: {', '.join(Stage)}", item.stage.value),
        Field("kind", f"Kind: {', '.join(ItemKind)}", item.kind.value),
        Field("method", "Method", item.method or "", "M in the agenda picks one"),
        Field("presenter", "Who presents", item.presenter or ""),
        Field("pinned_start", "Starts at, pinned to the clock", item.pinned_start or "", "12:30"),
        Field("pinned_end", "Ends at, pinned to the clock", item.pinned_end or "", "17:00"),
        Field("flex", f"Re-planning: {', '.join(Flex)}", item.flex.value),
        Field("day", "Day", str(item.day)),
        Field("round", "Round", str(item.round)),
        Field("notes", "Notes, for the moderator alone", item.notes or ""),
    )


def item_prompt(selected: Callable[[], Item | None], people: Sequence[Person]) -> Prompt:
    """The line that becomes an item behind the selected one, whichever that is by then."""

    def understand(text: str) -> tuple[Row, ...]:
        line = read_agenda_line(text)
        if not line.title:
            return ()
        behind = selected()
        plan = typed_plan(line, behind, people)
        minutes: Piece = (f"{line.minutes} min", Tone.STRONG) if line.minutes else ("no minutes yet", Tone.WARM)
        pieces: list[Piece] = [(f"{line.kind}  ", Tone.GOOD), minutes, (f"  {plan.stage}", Tone.PLAIN)]
        for words, told in (("starts", line.pinned_start), ("asks", line.question), ("by", plan.presenter)):
            pieces += [(f"   {words} ", Tone.DIM), (told, Tone.STRONG)] if told else []
        where = f"   behind “{behind.title}”" if behind else "   the first item"
        return (row(*pieces, (where, Tone.DIM)),)

    def complete(text: str, cursor: int) -> Completion | None:
        """Tab finishes a name behind @."""
        start = text.rfind("@", 0, cursor)
        found = find_person(text[start + 1 : cursor], people) if start >= 0 else None
        return Completion(start + 1, cursor, found.person.name) if isinstance(found, Found) else None

    return Prompt("item", understand, complete, stays=True, hint=HINT)
