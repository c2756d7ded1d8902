"""What the prepare screen shows: the session as far as it is prepared, its gaps by page, and whether it is a go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.domain.days import first_day
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Status, Voice
from facilitator.domain.records import Everything
from facilitator.domain.severity import Severity

# The four warnings are only to be looked at.
# The questions that ask for the tool; the rest of what is answered there are warnings.
TRIAGE_QUESTIONS = frozenset({"who-answers", "month-without-owner", "mission-known"})


class Page(StrEnum):
    """The concerns of preparing, in the order in which they are settled."""

    RIGHT_TOOL = "right-tool"
    BRIEF = "brief"
    ROOM = "room"
    CHECKLIST = "checklist"
    HOMEWORK = "homework"
    NUMBERS = "numbers"
    AGENDA = "agenda"
    READINESS = "readiness"

    @property
    def title(self) -> str:  # type: ignore[override]  # a word of ours; str.title is not wanted here
        return self.value.replace("-", " ").capitalize()


_PAGES = {
    **dict.fromkeys(("P01", "P02", "P03"), Page.BRIEF),
    **dict.fromkeys(("P04", "P05", "P06"), Page.ROOM),
    **dict.fromkeys(("P07", "P09"), Page.CHECKLIST),
    "P08": Page.NUMBERS,
    "P10": Page.HOMEWORK,
}

# Warnings of `check` without which nobody should be invited: what it is about, who decides, who leads.
_NO_GO: dict[str, Callable[[Everything], bool]] = {
    "P02": lambda session: not session.session.topic,
    "P04": lambda session: not any(person.voice is Voice.DECIDES for person in session.people),
    "P06": lambda session: session.session.moderator_id is None,
}


def page_of(gap: Gap) -> Page:
    """Where a gap of the preparation is mended."""
    if gap.field == "ends_at":
        return Page.BRIEF
    return _PAGES.get(gap.code, Page.AGENDA)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareBoard:
    """`session` has only what is prepared: no findings, no ideas, no journal. `gaps` are those of P and T."""

    session: Everything
    gaps: tuple[Gap, ...]

    def gaps_of(self, page: Page) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if page_of(gap) is page)

    def begun(self, page: Page) -> bool:
        """Something stands on the page; where nothing does, no gap is no merit."""
        session = self.session
        match page:
            case Page.RIGHT_TOOL:
                return dict(session.session.triage).keys() >= TRIAGE_QUESTIONS
            case Page.BRIEF:
                return bool(session.session.goal) and self.first_day is not None
            case Page.ROOM:
                return bool(session.people)
            case Page.CHECKLIST:
                return bool(session.tasks)
            case Page.HOMEWORK:
                return bool(session.homework)
            case Page.NUMBERS:
                return bool(session.numbers)
            case Page.AGENDA:
                return bool(session.agenda)
            case Page.READINESS:
                return self.go

    @property
    def ticked(self) -> int:
        """How many tasks of the checklist are done."""
        return sum(task.done_at is not None for task in self.session.tasks)

    def ready(self, page: Page) -> bool:
        """Begun, without a gap, and for the checklist done: what is due later is no gap, but it is not prepared yet."""
        done = page is not Page.CHECKLIST or self.ticked == len(self.session.tasks)
        return self.begun(page) and done and not self.gaps_of(page)

    @property
    def prepared(self) -> int:
        """How many pages are ready, readiness itself left out."""
        return sum(self.ready(page) for page in Page if page is not Page.READINESS)

    def stops(self, gap: Gap) -> bool:
        """Whether a gap makes it a no-go; the others are to be thought about."""
        no_go = _NO_GO.get(gap.code)
        return gap.severity is Severity.ERROR or (no_go is not None and no_go(self.session))

    @property
    def unbegun(self) -> tuple[tuple[Page, str], ...]:
        """What must be there and is no gap of `check`: a day, an agenda."""
        preparing = self.session.session.status is Status.PREPARING
        wanted = (
            (Page.BRIEF, "No day is set.", preparing and self.first_day is None),
            (Page.AGENDA, "There is no agenda yet.", not self.session.agenda),
        )
        return tuple((page, says) for page, says, missing in wanted if missing)

    @property
    def stopping(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if self.stops(gap))

    @property
    def go(self) -> bool:
        """Worth inviting to: a day, a topic, a goal, an agenda in timeboxes, somebody who leads and who decides."""
        return not self.stopping and not self.unbegun

    @property
    def first_day(self) -> date | None:
        """The local day on which the session begins."""
        return first_day(self.session.days, self.session.session.zone)
