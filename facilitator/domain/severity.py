"""How much a gap weighs: an error stands between the session and its closing, a warning does not."""

from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
