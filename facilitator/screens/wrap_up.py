"""The wrap_up stage."""

from facilitator.domain.kinds import Stage
from facilitator.screens.stage import StageScreen


class WrapUpScreen(StageScreen):
    STAGE = Stage.WRAP_UP
