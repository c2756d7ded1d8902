"""The closed sets of words: stages, parts, kinds, states. Their values stand in the tables and in the JSON."""

from enum import StrEnum


class Status(StrEnum):
    """Where a session stands."""

    PREPARING = "preparing"
    LIVE = "live"
    CLOSED = "closed"


class SessionKind(StrEnum):
    STRATEGY = "strategy"
    REVIEW = "review"
    CRISIS = "crisis"


class Stage(StrEnum):
    """The five kinds of work, in their order."""

    INTRODUCTION = "introduction"
    DIAGNOSIS = "diagnosis"
    BRAINSTORM = "brainstorm"
    DECISIONS = "decisions"
    WRAP_UP = "wrap-up"

    @property
    def number(self) -> int:
        """1 to 5, as on the keys."""
        return list(Stage).index(self) + 1

    @property
    def title(self) -> str:  # type: ignore[override]  # a word of ours; str.title is not wanted here
        return self.value.capitalize()


class Role(StrEnum):
    """Whose hand did it; the shell counts as the moderator."""

    MODERATOR = "moderator"
    TIMEKEEPER = "timekeeper"


class Part(StrEnum):
    """What a person is in the room; the principal owns the business."""

    PRINCIPAL = "principal"
    DECISION_MAKER = "decision-maker"
    CONTRIBUTOR = "contributor"
    EXPERT = "expert"
    OBSERVER = "observer"
    CLIENT = "client"
    INVESTOR = "investor"


class Voice(StrEnum):
    DECIDES = "decides"
    CONSULTED = "consulted"
    INFORMED = "informed"


def voice_of(part: Part) -> Voice:
    """The voice that follows from a part, until somebody says otherwise."""
    match part:
        case Part.PRINCIPAL | Part.DECISION_MAKER:
            return Voice.DECIDES
        case Part.OBSERVER:
            return Voice.INFORMED
        case _:
            return Voice.CONSULTED


class Seat(StrEnum):
    """What has to be represented in the room, whoever represents it."""

    MARKETING = "marketing"
    SALES = "sales"
    BUDGET = "budget"
    PRODUCT = "product"


class ItemKind(StrEnum):
    ITEM = "item"
    BREAK = "break"
    BUFFER = "buffer"


class Flex(StrEnum):
    """What re-planning may do with an item."""

    FLEXIBLE = "flexible"
    PROTECTED = "protected"
    CUTTABLE = "cuttable"


class ItemState(StrEnum):
    """`over` is never stored: it is running with less than nothing left."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"
    DONE = "done"
    SKIPPED = "skipped"


class Standing(StrEnum):
    AGREED = "agreed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class FindingKind(StrEnum):
    FACT = "fact"
    ACHIEVEMENT = "achievement"
    MISTAKE = "mistake"
    OBSTACLE = "obstacle"


class Nature(StrEnum):
    """Whose problem a finding is: marketing's, or which part of the business's."""

    MARKETING = "marketing"
    PRODUCT = "product"
    PRICE = "price"
    SALES = "sales"
    SERVICE = "service"


class Demand(StrEnum):
    CREATE = "create"
    CAPTURE = "capture"


class IdeaState(StrEnum):
    RAW = "raw"
    SHORTLISTED = "shortlisted"
    PROPOSAL = "proposal"
    DECIDED = "decided"
    DROPPED = "dropped"


class DecisionKind(StrEnum):
    DO = "do"
    STOP = "stop"
    FIND_OUT = "find-out"
    WONT = "wont"


class DecisionStatus(StrEnum):
    OPEN = "open"
    UNDER_WAY = "under-way"
    DONE = "done"
    MISSED = "missed"
    DROPPED = "dropped"


class AssumptionStanding(StrEnum):
    OPEN = "open"
    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class TaskKind(StrEnum):
    """Material is what has to be circulated a week before."""

    TASK = "task"
    MATERIAL = "material"


class Thing(StrEnum):
    """What was typed as one thing and can become another; `kind:id` names one."""

    FINDING = "finding"
    IDEA = "idea"
    PARKED = "parked"
    DECISION = "decision"
    ASSUMPTION = "assumption"
