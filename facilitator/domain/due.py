"""What is late or due soon, a line each, over all sessions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from facilitator.domain.text import counted

DueKind = Literal["decision", "task", "assumption", "check-in", "review", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing with its day. `number` is a decision's; `owner` a name, or nobody's."""

    session: str
    title: str
    kind: DueKind
    text: str
    due: date
    today: date
    id: str | None = None
    number: int | None = None
    owner: str | None = None

    @property
    def late(self) -> bool:
        """An assumption is to be looked at on its day; everything else is late from the day after."""
        return self.due < self.today

    @property
    def days(self) -> int:
        """Days from today; negative when late."""
        return (self.due - self.today).days

    @property
    def when(self) -> str:
        """“3 days late”, “today”, “in 12 days”."""
        if self.days < 0:
            return f"{counted(-self.days, 'day')} late"
        return f"in {counted(self.days, 'day')}" if self.days else "today"


def within(lines: Iterable[DueLine], days: int) -> tuple[DueLine, ...]:
    """What is late, and what is due in the next `days`, soonest first."""
    return tuple(sorted((line for line in lines if line.days <= days), key=lambda line: (line.due, line.title)))


def check_ins_due(rule: str, last_day: date, logged: Iterable[date], today: date, until: date) -> Iterator[date]:
    """The latest check-in that was missed, if one was, and those that come up to `until`.

    People who met since the missed one, or nearer to it than to the one before, did not miss it.
    """
    from facilitator.domain.check_ins import check_in_days

    days = list(check_in_days(rule, last_day, until))
    past = [last_day, *(day for day in days if day < today)]
    if len(past) > 1 and not any(met >= past[-1] - (past[-1] - past[-2]) / 2 for met in logged):
        yield past[-1]
    yield from (day for day in days if day >= today)


def shared_by(closed: date) -> date:
    """The day on which the 48 hours end."""
    return closed + timedelta(days=2)
