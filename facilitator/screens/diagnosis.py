"""The diagnosis stage."""

from facilitator.domain.kinds import Stage
from facilitator.screens.stage import StageScreen


class DiagnosisScreen(StageScreen):
    STAGE = Stage.DIAGNOSIS
