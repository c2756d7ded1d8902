"""What the journal tells though it changes nothing: that somebody set the machine's clock."""

from datetime import timedelta

from sqlmodel import col, select

from facilitator.domain.kinds import Status
from facilitator.domain.timewords import by_how_much
from facilitator.store.journal import Entry
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

CLOCK_SET = "The computer's clock moved"
# Two processes measure the same jump a little apart.
MARGIN = timedelta(seconds=1)


def tell_clock_was_set(tx: Transaction, session_id: str, jump: timedelta, unseen: timedelta) -> str:
    """Told once, by whoever sees it first. `unseen` is how long ago the caller's clocks still agreed.

    Only of a live session: before and after it no time is taken.
    """
    lately = col(Entry.at).between(tx.now.wall - unseen - MARGIN, tx.now.wall + MARGIN)
    told = select(Entry.seq).where(Entry.session_id == session_id, lately, col(Entry.did).startswith(CLOCK_SET))
    if head(tx, session_id).status is Status.LIVE and tx.db.exec(told.limit(1)).first() is None:
        tx.tells = True
    return f"{CLOCK_SET} {by_how_much(jump)}"
