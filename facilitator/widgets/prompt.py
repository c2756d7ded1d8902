"""What the capture line asks for, and what it remembers between two askings."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.widgets.text import Row, Tone

HISTORY = 50


@dataclass(frozen=True, slots=True)
class Completion:
    """What tab puts in place of a stretch of the line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the line that is shown in a tone."""

    start: int
    end: int
    tone: Tone


def _nothing(_line: str) -> tuple[Row, ...]:
    return ()


def _unmarked(_line: str) -> tuple[Mark, ...]:
    return ()


@dataclass(frozen=True)
class Prompt:
    """What the line asks for. `understand` says below it what was understood; `complete` is what tab does.

    `stays` keeps the line open after enter, for things that come one after the other; `after` names what is asked for
    next when that is something else. `marks` colours what was
    understood where it stands. What was left unsaved comes back under the same name, and for the same thing (`about`).
    What it begins with is there to be `replaced` as a whole by what is typed, or to be changed.
    What is typed for a `hidden` one is masked, and kept nowhere; tab shows it.
    """

    name: str
    understand: Callable[[str], tuple[Row, ...]] = _nothing
    complete: Callable[[str, int], Completion | None] | None = None
    stays: bool = False
    hint: str = ""
    marks: Callable[[str], tuple[Mark, ...]] = _unmarked
    about: str = ""
    hidden: bool = False
    after: str = ""
    replaced: bool = False

    @property
    def ways(self) -> str:
        """What enter will do."""
        if self.after:
            return f"enter saves, then: {self.after} · esc leaves"
        return (
            "enter saves, then the next · esc leaves" if self.stays else "enter saves and closes the line · esc leaves"
        )

    @property
    def place(self) -> "Place":
        return self.name, self.about


Place = tuple[str, str]


def _nowhere(_place: Place, _text: str) -> None:
    """Nothing outlives this process."""


@dataclass
class Memory:
    """What was typed and not saved, by what was asked for, and what was saved before; one for all stages.

    `write` puts a draft where the next start finds it; an empty one goes.
    """

    drafts: dict[Place, str] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)
    write: Callable[[Place, str], None] = _nowhere

    def keep(self, place: Place, text: str) -> None:
        """The draft of what was asked for there; none when it is empty."""
        if text == self.drafts.get(place, ""):
            return
        if text:
            self.drafts[place] = text
        else:
            del self.drafts[place]
        self.write(place, text)

    def let_go(self, text: str) -> None:
        for place in [place for place, draft in self.drafts.items() if draft == text]:
            self.keep(place, "")

    def add(self, text: str) -> None:
        """Kept: it is no draft any more, also where the line was left before the store had it."""
        self.let_go(text)
        if text in self.history:
            self.history.remove(text)
        self.history.append(text)
        del self.history[:-HISTORY]
