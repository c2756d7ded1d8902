"""What `check` says of a session under one code, and about what."""

from facilitator.domain.gaps import check
from facilitator.domain.records import Everything


def says(session: Everything, code: str) -> list[str]:
    return [gap.says for gap in check(session, select=[code])]


def about(session: Everything, code: str) -> list[str]:
    return [gap.about for gap in check(session, select=[code])]
