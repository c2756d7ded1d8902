"""The rows of the brief: what it is about, what must be answered, when, who leads, which company."""

from collections.abc import Iterator

from facilitator.domain.day_line import say_times
from facilitator.domain.prepare_board import PrepareBoard
from facilitator.screens.preparing.page import folded, heading
from facilitator.widgets.line_list import Line
from facilitator.widgets.text import Tone

LABEL_WIDTH = 14
NEW_DAY = "day:new"
# In the order in which they are asked one after the other.
WORDS = ("topic", "goal", "problem", "known", "to_resolve")
LABELS = {
    "title": "Title",
    "topic": "Topic",
    "goal": "Goal",
    "problem": "Problem",
    "known": "Known",
    "to_resolve": "To resolve",
    "timezone": "Time zone",
    "moderator": "Moderator",
    "timekeeper": "Timekeeper",
    "kind": "Kind",
    "max_bets": "Most bets",
    "seats": "Seats to cover",
    "company_size": "Company size",
    "company_age": "Company age",
}
ASKS = {
    "topic": "the one thing that it is about",
    "goal": "what you leave the room with",
    "problem": "what is wrong, and what it costs",
    "known": "what is known of it",
    "to_resolve": "what must be resolved",
    "moderator": "who leads, and does not own the business",
    "timekeeper": "who watches the clock",
    "seats": "who must be heard: marketing, sales…",
    "company_size": "how many people",
    "company_age": "how many years",
}


def brief_lines(board: PrepareBoard, width: int) -> tuple[Line, ...]:
    """All rows of the brief; long texts go on below."""
    room = width - LABEL_WIDTH - 2
    return (
        *(line for name in ("title", *WORDS) for line in _field(board, name, room)),
        *heading("MUST ANSWER", str(len(board.session.questions))),
        *_questions(board, room),
        *heading("WHEN"),
        *_days(board, room),
        *_field(board, "timezone", room),
        *heading("WHO AND WHAT"),
        *(
            line
            for name in ("moderator", "timekeeper", "seats", "kind", "max_bets")
            for line in _field(board, name, room)
        ),
        *(line for name in ("company_size", "company_age") for line in _field(board, name, room)),
    )


def value_of(board: PrepareBoard, name: str) -> str:
    """A field of the brief as text; "" when it is empty."""
    head = board.session.session
    match name:
        case "moderator" | "timekeeper":
            return board.session.name(getattr(head, f"{name}_id")) or ""
        case "seats":
            return ", ".join(head.seats)
        case _:
            return str(getattr(head, name) or "")


def _field(board: PrepareBoard, name: str, room: int) -> tuple[Line, ...]:
    label = ((LABELS[name], Tone.DIM),)
    value = value_of(board, name)
    return folded(name, (label,), value or ASKS.get(name, ""), room, Tone.PLAIN if value else Tone.DIM)


def _questions(board: PrepareBoard, room: int) -> Iterator[Line]:
    for question in board.session.questions:
        yield from folded(f"question:{question.id}", (((f"#{question.key}", Tone.ACCENT),),), question.text, room)
    if not board.session.questions:
        yield Line("", ("", (("c adds one, y takes the usual ones", Tone.DIM),)))


def _days(board: PrepareBoard, room: int) -> Iterator[Line]:
    days = board.session.days
    zone = board.session.session.zone
    for day in days:
        label = "Day" if len(days) == 1 else f"Day {day.day}"
        times = say_times(day, zone)
        tone = Tone.PLAIN if times else Tone.DIM
        yield from folded(f"day:{day.day}", (((label, Tone.DIM),),), times or "15 jan 9:00-17:00", room, tone)
    yield Line(NEW_DAY, ((("+ day", Tone.DIM),), (("one more day", Tone.DIM),)))
