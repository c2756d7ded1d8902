"""The projection, and what the next item would get: pure arithmetic over items, spans and a moment."""

from facilitator.domain.plan.getting import what_next_gets
from facilitator.domain.plan.projection import project
from facilitator.domain.plan.values import AT_WORK, DayPlan, Getting, Line, Projection

__all__ = ["AT_WORK", "DayPlan", "Getting", "Line", "Projection", "project", "what_next_gets"]
