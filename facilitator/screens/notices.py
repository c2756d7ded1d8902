"""What the strip says, and the ways on that it offers: one function for each occasion, from the frame and a moment."""

from datetime import timedelta

from facilitator.domain.extend import Extending, extend, offers
from facilitator.domain.fault_words import sentence
from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.moment import Moment
from facilitator.domain.plan.course import in_order
from facilitator.domain.records import Item, Span
from facilitator.domain.rules import SESSION_DELETED
from facilitator.domain.timewords import clock_time, minutes
from facilitator.domain.views import Frame
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.strip import Notice
from facilitator.widgets.text import Tone

QUIET = "quiet"
GO_ON = Hint("esc", "Go on")


def time_up(frame: Frame, now: Moment) -> Notice | None:
    """The running item has used its time: decide, extend at a price, park the rest, go on."""
    item = frame.current
    if item is None or item.state is not ItemState.RUNNING or frame.timebox(item).left(now) > timedelta(0):
        return None
    ways = [Hint("d", "Decide", "offer('decide', '')")] if item.question else []
    ways += [
        Hint("x", f"{length} min {price(frame, item, length, now)}", f"extend({length})")
        for length in offers(frame.given)[:1]
    ]
    ways += [Hint("P", "Park", "offer('park', '')"), GO_ON]
    return Notice(f"up:{item.id}:{item.allowed}", "Time's up", tuple(ways), Tone.ALARM)


def price(frame: Frame, item: Item, length: int, now: Moment) -> str:
    """Whom so many minutes more would be taken from, and the end that results: `from Buffer, ends 17:08`."""
    change = extend(
        frame.agenda,
        frame.spans,
        item.id,
        length * 60,
        now,
        days=frame.days,
        zone=frame.session.zone,
    )
    ends = change.words.rpartition(": ")[2] if change.ends else ""
    return ", ".join(filter(None, (_sources(frame, change), ends)))


def _sources(frame: Frame, change: Extending) -> str:
    titles = [item.title for item in frame.agenda for taking in change.taken if taking.item_id == item.id]
    if change.from_end_seconds:
        titles.append("the end")
    return f"from {' and '.join(titles)}" if len(titles) < 3 else f"from {len(titles)} items"


def left_undecided(frame: Frame) -> Notice | None:
    """Somebody else moved on from an item whose question nobody decided: the same ways, afterwards."""
    current = frame.current
    ran = [span for span in in_order(frame.spans) if current is None or span.item != current.id]
    item = next((one for one in frame.agenda if ran and one.id == ran[-1].item), None)
    if (
        frame.session.status is Status.CLOSED
        or item is None
        or item.state is not ItemState.DONE
        or item.undecided_reason
        or not frame.undecided(item)
    ):
        return None
    ways = (
        Hint("d", "Decide", f"offer('decide', '{item.id}')"),
        Hint("P", "Park", f"offer('park', '{item.id}')"),
        Hint("R", "Give a reason", f"offer('reason', '{item.id}')"),
        GO_ON,
    )
    return Notice(f"left:{item.id}", f"“{item.title}” was left undecided", ways)


def deleted(frame: Frame) -> Notice | None:
    """Somebody deleted the session at home while it is open here; what is entered is kept in it."""
    if frame.session.deleted_at is None:
        return None
    ways = (Hint("Y", "Bring it back", "offer('bring-back', '')"), GO_ON)
    return Notice(f"deleted:{frame.session.deleted_at}", SESSION_DELETED, ways, Tone.ALARM)


def nudged(frame: Frame, now: Moment) -> Notice | None:
    """The timekeeper's silent signal."""
    nudge = frame.nudge
    if nudge is None or not nudge.fresh(now.wall):
        return None
    return Notice(f"nudge:{nudge.at}", f"From the timekeeper: {nudge.text}", (Hint("esc", "Seen"),), Tone.ACCENT)


def slept(length: timedelta) -> Notice:
    """The lid was closed while an item ran."""
    ways = (Hint("Y", "They were worked", "offer('worked', '')"), Hint("N", "A pause", "offer('pause', '')"))
    return Notice("slept", sentence("SLEEP", length=minutes(length)), ways)


def quiet_since(frame: Frame, now: Moment) -> Span | None:
    """What ran last, when a live session with something to do stands still; not overnight."""
    following = frame.current or frame.next
    if frame.session.status is not Status.LIVE or frame.running or following is None or not frame.spans:
        return None
    if frame.resumes is not None and now.wall < frame.resumes:
        return None
    return in_order(frame.spans)[-1]


def nothing_runs(frame: Frame, last: Span) -> Notice:
    ended = last.ended_at or last.started_at
    since = clock_time(max(ended, frame.resumes or ended), frame.session.zone)
    ways = (Hint("space", "Start"), Hint("B", "It began earlier"), Hint("esc", "Leave it"))
    return Notice(QUIET, f"Nothing is running since {since}", ways, Tone.DIM)
