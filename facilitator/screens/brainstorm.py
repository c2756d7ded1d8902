"""The brainstorm stage."""

from facilitator.domain.kinds import Stage
from facilitator.screens.stage import StageScreen


class BrainstormScreen(StageScreen):
    STAGE = Stage.BRAINSTORM
