"""The introduction stage."""

from facilitator.domain.kinds import Stage
from facilitator.screens.stage import StageScreen


class IntroductionScreen(StageScreen):
    STAGE = Stage.INTRODUCTION
