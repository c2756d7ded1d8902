"""Every list of the file `facilitator/1`, field by field in the documented order; what is ours alone comes after."""

from facilitator.domain import kinds
from facilitator.domain import records as r
from facilitator.exchange.session_json.codecs import (
    CLOCK,
    DAY,
    LENGTH,
    MOMENT,
    REAL,
    SECONDS,
    TEXT,
    TRUTH,
    WORDS,
    many,
    one_of,
    optional,
    pair,
    whole,
)
from facilitator.exchange.session_json.notes import FINGERS, NOTES
from facilitator.exchange.session_json.shape import Field, Live, Name, Shape

_ID = Field("id", TEXT)
_TEXT = Field("text", TEXT)
_AT = Field("at", optional(MOMENT))
_BY = Field("by_id", WORDS)
_NUMBER = whole("a whole number")

PERSON = Shape(
    r.Person,
    (
        _ID,
        Field("name", TEXT),
        Field("handle", TEXT),
        Field("part", one_of(kinds.Part)),
        Field("department", WORDS),
        Field("email", WORDS),
        Field("seats", many(TEXT)),
        Field("voice", one_of(kinds.Voice)),
        Field("present", TRUTH),
        Field("arrived_at", optional(MOMENT)),
    ),
)
DAY_OF = Shape(
    r.Day,
    (
        Field("day", _NUMBER),
        Field("starts_at", optional(MOMENT)),
        Field("ends_at", optional(MOMENT)),
        _ID,
        Field("late", WORDS),
    ),
)
ROUND = Shape(r.Round, (Field("number", _NUMBER), Field("focus", TEXT), _ID))
EXPECTATION = Shape(r.Expectation, (_ID, _TEXT, Name("by", "by_id"), Field("met", optional(TRUTH)), _BY))
ITEM = Shape(
    r.Item,
    (
        _ID,
        Field("position", _NUMBER),
        Field("day", _NUMBER),
        Field("round", _NUMBER),
        Field("stage", one_of(kinds.Stage)),
        Field("kind", one_of(kinds.ItemKind)),
        Field("title", TEXT),
        Field("question", WORDS),
        Field("planned_seconds", SECONDS),
        Field("extended_seconds", SECONDS),
        Live("used_seconds"),
        Field("state", one_of(kinds.ItemState)),
        Live("planned_start"),
        Live("projected_start"),
        Field("pinned_start", optional(CLOCK)),
        Field("pinned_end", optional(CLOCK)),
        Field("method", WORDS),
        Field("presenter", WORDS),
        Field("flex", one_of(kinds.Flex)),
        Field("notes", WORDS),
        Field("undecided_reason", WORDS),
        Live("projected_end"),
    ),
)
QUESTION = Shape(r.Question, (_ID, Field("key", TEXT), _TEXT, Field("answer", WORDS)))
NUMBER = Shape(
    r.Number,
    (
        _ID,
        Field("name", TEXT),
        Field("unit", WORDS),
        Field("target", optional(REAL)),
        Field("values", many(pair(TEXT, REAL))),
        _AT,
        Field("shown_at", optional(MOMENT)),
    ),
)
FINDING = Shape(
    r.Finding,
    (
        _ID,
        _TEXT,
        Field("standing", one_of(kinds.Standing)),
        Field("kind", one_of(kinds.FindingKind)),
        Field("nature", optional(one_of(kinds.Nature))),
        Field("evidence", WORDS),
        Field("cause", WORDS),
        Name("by", "by_id"),
        _BY,
        _AT,
        Field("origin", WORDS),
    ),
)
IDEA = Shape(
    r.Idea,
    (
        _ID,
        _TEXT,
        Field("theme", WORDS),
        Field("votes", _NUMBER),
        Field("demand", optional(one_of(kinds.Demand))),
        Field("state", one_of(kinds.IdeaState)),
        Name("by", "by_id"),
        _BY,
        _AT,
        Field("origin", WORDS),
        Field("resources", WORDS),
        Field("for", many(TEXT), "pros"),
        Field("against", many(TEXT), "cons"),
        Field("alternatives", many(TEXT)),
    ),
)
DECISION = Shape(
    r.Decision,
    (
        _ID,
        Field("number", _NUMBER),
        _TEXT,
        Field("kind", one_of(kinds.DecisionKind)),
        Field("reason", WORDS),
        Field("owner", WORDS),
        Name("owner", "owner_id", loose=True),
        Field("due", optional(DAY)),
        Field("measure", WORDS),
        Field("resources", WORDS),
        Field("first_step", WORDS),
        Field("purpose", WORDS),
        Field("answers", WORDS),
        Field("bet", optional(_NUMBER)),
        Field("support", FINGERS),
        Field("proposed_by", WORDS),
        Field("for", many(TEXT), "pros"),
        Field("against", many(TEXT), "cons"),
        Field("alternatives", many(TEXT)),
        Field("origin", WORDS),
        Field("owner_id", WORDS),
        Field("item", WORDS),
        Field("status", one_of(kinds.DecisionStatus)),
        Field("notes", NOTES),
        Field("accepted", optional(TRUTH)),
        _AT,
    ),
)
ASSUMPTION = Shape(
    r.Assumption,
    (
        _ID,
        _TEXT,
        Field("signal", WORDS),
        Field("value", WORDS),
        Field("decision", WORDS),
        Name("who", "who_id"),
        Field("on", optional(DAY)),
        Field("standing", one_of(kinds.AssumptionStanding)),
        Field("who_id", WORDS),
        Field("origin", WORDS),
    ),
)
PARKED = Shape(
    r.Parked,
    (
        _ID,
        _TEXT,
        Name("by", "by_id"),
        Field("item", WORDS),
        _AT,
        Field("resolution", WORDS),
        Field("became", WORDS),
        Field("sleeps_until", optional(DAY)),
        _BY,
        Field("origin", WORDS),
    ),
)
COMMITMENT = Shape(
    r.Commitment,
    (
        _ID,
        Name("person", "person_id"),
        Field("result", TEXT),
        Field("resources", WORDS),
        Field("measure", WORDS),
        Field("money", WORDS),
        Field("first_step", WORDS),
        Field("authority", WORDS),
        Field("accepted", optional(TRUTH)),
        Field("person_id", TEXT),
    ),
)
FEEDBACK = Shape(
    r.Feedback,
    (
        _ID,
        Field("worth", whole("a whole number from 1 to 5", 1, 5)),
        Field("higher_if", WORDS),
        Name("by", "by_id"),
        _BY,
    ),
)
TASK = Shape(
    r.Task,
    (
        _ID,
        _TEXT,
        Name("owner", "owner_id"),
        Field("due", optional(DAY)),
        Field("stage", optional(one_of(kinds.Stage))),
        Field("done_at", optional(MOMENT)),
        Field("kind", one_of(kinds.TaskKind)),
        Field("owner_id", WORDS),
        Field("measure", WORDS),
        Field("resources", WORDS),
        Field("answers", WORDS),
    ),
)
HOMEWORK = Shape(
    r.Homework,
    (
        _ID,
        Name("person", "person_id"),
        Field("results", WORDS),
        Field("problems", WORDS),
        Field("asks", WORDS),
        Field("person_id", TEXT),
    ),
)
CHECK_IN = Shape(r.CheckIn, (_ID, Field("on", DAY), Field("notes", WORDS)))
SPAN = Shape(
    r.Span,
    (
        Field("item", TEXT),
        Field("started_at", MOMENT),
        Field("ended_at", optional(MOMENT)),
        Field("seconds", optional(LENGTH)),
        Field("boot", TEXT),
        _ID,
        Field("boot_seconds", REAL),
    ),
)
DONE = Shape(r.Done, (Field("at", MOMENT), Field("by", one_of(kinds.Role)), Field("did", TEXT), Field("seq", _NUMBER)))
EXTENSION = Shape(
    r.Extension,
    (
        _ID,
        Field("item", TEXT),
        Field("seconds", SECONDS),
        Field("at", MOMENT),
        Field("taken", many(pair(TEXT, SECONDS))),
    ),
)
