"""What is said: methods, prompts, and the questions before a session is held at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitator.domain.kinds import Stage
from facilitator.library.parts import must_be_name


@dataclass(frozen=True, slots=True)
class Prompts:
    """What the moderator may say: about one stage or one must-answer question.

    `ask` are sharp questions for the room, `stay` where not to smooth over, `move_on` when it is enough.
    """

    about: str
    ask: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()
    move_on: tuple[str, ...] = ()

    def then(self, other: "Prompts") -> "Prompts":
        """Return these prompts followed by the other's, each said once."""
        return Prompts(
            self.about,
            tuple(dict.fromkeys(self.ask + other.ask)),
            tuple(dict.fromkeys(self.stay + other.stay)),
            tuple(dict.fromkeys(self.move_on + other.move_on)),
        )


@dataclass(frozen=True, slots=True)
class Method:
    """One way to run an item: what for, how long, for how many, step by step, and what goes wrong.

    `turn_seconds` is one person's turn, or the length of the silent round; the turn timer begins with it.
    """

    name: str
    title: str
    purpose: str
    stages: tuple[Stage, ...]
    minutes_least: int
    minutes_most: int
    people_least: int
    people_most: int
    steps: tuple[str, ...]
    pitfalls: tuple[str, ...]
    moment: Literal["warm-up", "work", "closing"] = "work"
    turn_seconds: int = 0

    def __post_init__(self) -> None:
        must_be_name(self.name)


@dataclass(frozen=True, slots=True)
class TriageQuestion:
    """A yes-or-no question before the session; for a warning a yes is the bad sign, for a question a no."""

    key: str
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What is settled before anything is discussed: is a session right, by which rules, what the principal promises."""

    worth_it: str
    not_needed: str
    not_asked: str
    promise: str
    rules: tuple[str, ...]
    questions: tuple[TriageQuestion, ...]
    warnings: tuple[TriageQuestion, ...]

    def advice(self, answers: Mapping[str, bool]) -> tuple[str, ...]:
        """Return what the answers say of holding a session: first the recommendation, then a sentence for each sign."""
        asked = [question for question in self.questions if question.key in answers]
        noes = [question.says for question in asked if not answers[question.key]]
        signs = [warning.says for warning in self.warnings if answers.get(warning.key)]
        first = self.worth_it if noes else self.not_needed if len(asked) == len(self.questions) else self.not_asked
        return (first, *noes, *signs)
