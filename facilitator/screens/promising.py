"""A person's word: what they own is read to them, then they say what will be there, and with what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.domain.rules import may_promise
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.screens.form import Field, Form, Typed, cleaned
from facilitator.store.commands.commitments import Word, commit_person

if TYPE_CHECKING:
    from facilitator.screens.wrap_up import WrapUpScreen

FIELDS = (
    ("result", "The result: what will be there"),
    ("resources", "With which people and hours"),
    ("measure", "How everyone will see it"),
    ("money", "The money behind it"),
    ("first_step", "The first step, this week"),
    ("authority", "What they may now decide without asking"),
)


def ask_word(screen: "WrapUpScreen", board: WrapUpBoard, person_id: str) -> None:
    """Ask one person; a second time the word can be changed."""
    name, word, owned = board.name(person_id), board.word_of(person_id), board.owned_by(person_id)
    if not name:
        return
    said = "; ".join(decision.said for decision in owned)
    proposed = {"result": said} if word is None else {}
    fields = [
        Field(
            key,
            label,
            getattr(word, key, None) or proposed.get(key, ""),
            reads=(lambda typed: may_promise(name, typed["result"])) if key == "result" else None,
        )
        for key, label in FIELDS
    ]
    title = f"{name}, you said: {said}" if owned else f"{name}, what do you commit to?"

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        given = Word(**cleaned(typed))
        screen.app.then(done, commit_person, screen.session_id, person_id, given)

    screen.app.push_screen(Form(title, fields, keep))
