"""A captured line as the shell prints it: the keys and their order that INTERFACES.md promises."""

from typing import TypeAlias

from facilitator.domain.capture.captured import Captured, Kind

Json: TypeAlias = "str | float | bool | list[Json] | dict[str, Json] | None"


def line_json(captured: Captured) -> dict[str, Json]:
    """The line as plain values for `line --json`: its kind, what that kind can hold, then gaps and refused tokens."""
    return {"kind": captured.kind.value, **_fields(captured), **_remarks(captured)}


def _fields(captured: Captured) -> dict[str, Json]:
    match captured.kind:
        case Kind.PERSON:
            person = captured.person
            return {
                "name": person.name if person else None,
                "email": person.email if person else None,
                "department": person.department if person else None,
            }
        case Kind.NUMBER:
            number = captured.number
            return {
                "name": number.name if number else None,
                "value": _plain(number.value) if number else None,
                "unit": number.unit if number else None,
                "period": number.period if number else None,
                "target": _plain(number.target) if number else None,
            }
        case Kind.PARK:
            return {"text": captured.text}
        case Kind.IDEA | Kind.FINDING:
            return {"text": captured.text, "by": captured.owner}
        case Kind.ASSUMPTION:
            return {
                "text": captured.text,
                "who": captured.owner,
                "on": _day(captured),
                "on_others": _others(captured),
                "signal": captured.measure,
            }
        case Kind.TASK:
            return {"text": captured.text, **_promised(captured)}
    decision = captured.decision.value if captured.decision else None
    return {"decision": decision, "text": captured.text, **_promised(captured), "reason": captured.reason}


def _promised(captured: Captured) -> dict[str, Json]:
    return {
        "owner": captured.owner,
        "due": _day(captured),
        "due_others": _others(captured),
        "answers": captured.answers,
        "measure": captured.measure,
        "resources": captured.resources,
    }


def _remarks(captured: Captured) -> dict[str, Json]:
    return {
        "gaps": [
            {
                "code": gap.code,
                "severity": gap.severity.value,
                "words": list(gap.words) if gap.words else None,
                "says": gap.says,
            }
            for gap in captured.gaps
        ],
        "refused": [{"token": refused.token, "says": refused.says} for refused in captured.refused],
    }


def _plain(value: float | None) -> float | None:
    """Whole numbers without a fraction: 900000, not 900000.0."""
    return int(value) if value is not None and value.is_integer() else value


def _day(captured: Captured) -> str | None:
    return captured.due.isoformat() if captured.due else None


def _others(captured: Captured) -> list[Json]:
    return [day.isoformat() for day in captured.due_others]
