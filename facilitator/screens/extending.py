"""Extending from a source that the moderator chooses: each with what it gives, and the end that results."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from facilitator.domain.extend import OFFERED, THE_END, Extending, extend, may_give, offers
from facilitator.domain.moment import Moment
from facilitator.domain.records import Item
from facilitator.domain.timewords import clock_time, minutes
from facilitator.domain.views import Frame
from facilitator.screens.clock_keys import item_on
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands.planning import extend_item

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen


async def extend_from(screen: "StageScreen") -> None:
    """As many minutes as the strip would offer, from whom the moderator says."""
    shown = screen.frame
    item = item_on(screen.app, shown) if shown is not None else None
    if shown is None or item is None:
        return
    length = next(iter(offers(shown.given)), OFFERED[-1])
    options = tuple(_options(shown, item, length * 60, screen.app.now()))
    source = await screen.app.push_screen_wait(Pick(f"{length} min more for “{item.title}”: from whom?", options))
    if source is None:
        return
    seen = item.extended_seconds
    entry = screen.app.do(extend_item, screen.session_id, item.id, length * 60, source, seen)
    if entry is not None:
        screen.app.say(entry.did)


def _options(shown: Frame, item: Item, seconds: int, now: Moment) -> Iterator[Option]:
    """The items that can give, by digits as far as these reach, and the end."""
    givers = may_give(shown.agenda, shown.spans, item.id, now)
    for number, giver in zip(count(1), givers, strict=False):
        change = _change(shown, item, seconds, now, giver.id)
        given = minutes(timedelta(seconds=sum(taking.seconds for taking in change.taken)))
        yield Option(giver.id, giver.title, str(number) if number < 10 else "", f"gives {given}{_ends(shown, change)}")
    yield Option(THE_END, "The end", "e", _ends(shown, _change(shown, item, seconds, now, THE_END)).removeprefix(", "))


def _change(shown: Frame, item: Item, seconds: int, now: Moment, source: str) -> Extending:
    return extend(
        shown.agenda, shown.spans, item.id, seconds, now, source=source, days=shown.days, zone=shown.session.zone
    )


def _ends(shown: Frame, change: Extending) -> str:
    return f", ends {clock_time(change.ends, shown.session.zone)}" if change.ends else ""
