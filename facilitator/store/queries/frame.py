"""What the frame of a session shows, inside a transaction of the model."""

from facilitator.domain.rules import SESSION_GONE, RuleBroken
from facilitator.domain.views import Frame
from facilitator.store import frame_glance
from facilitator.store.transaction import Reading


def frame(tx: Reading, session_id: str) -> Frame:
    """Everything around a stage, as the glance reads it that the screens use; RuleBroken where the session is gone."""
    found = frame_glance.frame(tx.plain, session_id)
    if found is None:
        raise RuleBroken(SESSION_GONE)
    return found
