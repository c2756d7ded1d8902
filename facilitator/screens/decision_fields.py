"""The fields of a decision: each asked for in the line by its key, all of them in one form."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.capture.gaps import weak_words
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.records import Decision
from facilitator.domain.rules import RuleBroken, may_say
from facilitator.domain.support import SupportError, read_support
from facilitator.domain.text import clean, fold
from facilitator.screens import prompts
from facilitator.screens.asking import ask_day, ask_person, ask_words, day_meant, keep, owner_meant
from facilitator.screens.decision_lines import support_rows
from facilitator.screens.form import Field, Form, Typed, cleaned
from facilitator.store.commands import decisions
from facilitator.store.commands.decisions import Edited
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.screens.decisions import DecisionsScreen

_WORDS = {
    DecisionKind.DO: "do",
    DecisionKind.STOP: "stop",
    DecisionKind.FIND_OUT: "find out",
    DecisionKind.WONT: "won't",
}
_KINDS = {words: kind for kind, words in _WORDS.items()}
_BETWEEN = "; "


def ask_owner(screen: "DecisionsScreen", decision: Decision) -> None:
    name = f"owner of {decision.number}"
    ask_person(screen, name, lambda typed, *who: keep(screen, typed, decisions.set_owner, decision.id, *who))


def ask_deadline(screen: "DecisionsScreen", decision: Decision) -> None:
    name = f"deadline of {decision.number}"
    ask_day(screen, name, lambda typed, day: keep(screen, typed, decisions.set_due, decision.id, day))


def ask_field(screen: "DecisionsScreen", decision: Decision, field: str, hint: str) -> None:
    """One field of words."""

    def then(typed: str, words: str) -> None:
        keep(screen, typed, decisions.change_decision, decision.id, field, words)

    asks = prompts.for_measure if field == "measure" else prompts.for_text
    prompt = asks(f"{field} of {decision.number}", hint)
    ask_words(screen, prompt, then, getattr(decision, field) or "")


def ask_support(screen: "DecisionsScreen", decision: Decision) -> None:
    """The fingers of each, as they sit."""
    names = screen.board.fingers_of if screen.board else ()

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return (row(("in this order: " + " · ".join(names), Tone.DIM)),)
        try:
            fingers = read_support(text)
        except SupportError as refused:
            return (row((str(refused), Tone.WARM)),)
        return support_rows(fingers, names)

    def then(typed: str, words: str) -> None:
        try:
            keep(screen, typed, decisions.show_support, decision.id, read_support(words))
        except SupportError as refused:
            screen.app.say(str(refused), warning=True)

    ask_words(screen, Prompt(f"fingers for {decision.number}", understand, hint="4 4 5 3 2"), then)


def edit(screen: "DecisionsScreen", decision: Decision) -> None:
    """Everything that a decision says, in one form."""

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        said = cleaned(typed)
        edited, owner = _edited(screen, said), _owner(screen, decision, said["owner"])
        screen.app.then(done, decisions.edit_decision, screen.session_id, decision.id, edited, owner)

    screen.app.push_screen(Form(f"Decision {decision.number}", _fields(screen, decision), keep))


def _fields(screen: "DecisionsScreen", decision: Decision) -> tuple[Field, ...]:
    def owner(typed: Mapping[str, str]) -> tuple[Row, ...]:
        words = typed["owner"].strip()
        same = not words or words == decision.owner or screen.frame is None
        return () if same or screen.frame is None else prompts.for_person("", screen.frame).understand(words)

    def due(typed: Mapping[str, str]) -> tuple[Row, ...]:
        if not typed["due"].strip() or screen.frame is None:
            return ()
        today = screen.frame.today(screen.app.now())
        return prompts.said_day(typed["due"], today, day_first=screen.app.settings.day_first)

    return (
        Field("text", "What is decided", decision.text, says=_wording, reads=lambda typed: may_say(typed["text"])),
        Field("kind", "Kind", _WORDS[decision.kind], "do, stop, find out, won't", reads=_one_kind),
        Field(
            "owner",
            "Owner",
            decision.owner or "",
            "one person",
            owner,
            reads=lambda typed: _owner(screen, decision, typed["owner"]),
        ),
        Field(
            "due",
            "Deadline",
            decision.due.isoformat() if decision.due else "",
            "friday, 15 jan, end of march",
            due,
            reads=lambda typed: _day(screen, typed["due"]),
        ),
        Field("measure", "Measure", decision.measure or "", "how you will know that it worked", _measure),
        Field("resources", "Resources", decision.resources or "", "money, hours, people"),
        Field("first_step", "First step", decision.first_step or ""),
        Field("purpose", "So that", decision.purpose or ""),
        Field(
            "answers",
            "Answers #",
            decision.answers or "",
            "the key of a question",
            reads=lambda typed: _key(screen, typed["answers"]),
        ),
        Field("alternatives", "Instead of", _BETWEEN.join(decision.alternatives), "what else was considered; one; two"),
        Field("reason", "Because", decision.reason or "", "why not, for a won't"),
        Field("proposed_by", "Proposed by", decision.proposed_by or ""),
    )


def _wording(typed: Mapping[str, str]) -> tuple[Row, ...]:
    """What is weak in the words, judged as the kind that stands beside them."""
    kind = _kind(typed["kind"])
    if kind is DecisionKind.WONT:
        return ()
    return tuple(row((weak.says, Tone.ALARM)) for weak in weak_words(kind, clean(typed["text"])) if typed["text"])


def _measure(typed: Mapping[str, str]) -> tuple[Row, ...]:
    return prompts.for_measure("").understand(typed["measure"])


def _kind(words: str) -> DecisionKind | None:
    return _KINDS.get(fold(words).replace("-", " ").replace("wont", "won't"))


def _one_kind(typed: Mapping[str, str]) -> DecisionKind:
    kind = _kind(typed["kind"])
    if kind is None:
        raise RuleBroken(f"“{typed['kind']}” is no kind of decision: do, stop, find out or won't.")
    return kind


def _edited(screen: "DecisionsScreen", typed: Mapping[str, str]) -> Edited:
    return Edited(
        text=typed["text"],
        kind=_one_kind(typed),
        due=_day(screen, typed["due"]),
        measure=typed["measure"],
        resources=typed["resources"],
        first_step=typed["first_step"],
        purpose=typed["purpose"],
        answers=_key(screen, typed["answers"]),
        reason=typed["reason"],
        proposed_by=typed["proposed_by"],
        alternatives=tuple(filter(None, map(str.strip, typed["alternatives"].split(";")))),
    )


def _day(screen: "DecisionsScreen", words: str) -> date | None:
    if not words or screen.frame is None:
        return None
    return day_meant(words, screen.frame.today(screen.app.now()), day_first=screen.app.settings.day_first)


def _key(screen: "DecisionsScreen", words: str) -> str:
    words = words.removeprefix("#")
    keys = [question.key for question in screen.frame.questions] if screen.frame else []
    if words and words not in keys:
        raise RuleBroken(f"“#{words}” is no question of this session. The keys are {', '.join(keys)}.")
    return words


def _owner(screen: "DecisionsScreen", decision: Decision, words: str) -> tuple[str | None, str | None] | None:
    return owner_meant(words, decision.owner, screen.frame.people) if screen.frame else None
