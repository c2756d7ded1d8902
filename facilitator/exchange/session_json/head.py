"""The session's own object, its brief and its company: one record, three places in the file."""

from facilitator.domain import kinds
from facilitator.domain.records import DemandSplit, SessionHead
from facilitator.exchange.session_json.codecs import DAY, MOMENT, TEXT, WORDS, many, one_of, optional, whole
from facilitator.exchange.session_json.notes import BALLOT, RULES, TRIAGE
from facilitator.exchange.session_json.place import Place
from facilitator.exchange.session_json.shape import Among, Field, Live, Name, Shape

_MOMENT = optional(MOMENT)

_HEAD = Shape(
    SessionHead,
    (
        Field("id", TEXT),
        Field("title", TEXT),
        Field("topic", WORDS),
        Field("goal", WORDS),
        Field("status", one_of(kinds.Status)),
        Live("starts_at"),
        Live("ends_at"),
        Live("projected_end"),
        Field("timezone", TEXT),
        Field("kind", one_of(kinds.SessionKind)),
        Name("moderator", "moderator_id"),
        Name("timekeeper", "timekeeper_id"),
        Live("company"),
        Field("triage", TRIAGE),
        Field("rules", RULES),
        Field("silenced", many(TEXT)),
        Field("goal_met", WORDS),
        Field("closed_at", _MOMENT),
        Field("closing_reason", WORDS),
        Live("demand_split"),
        Field("max_bets", whole("a whole number")),
        Name("monitor", "monitor_id"),
        Field("review_on", optional(DAY)),
        Field("check_ins", WORDS),
        Field("shared_at", _MOMENT),
        Field("follows", WORDS),
        Field("shared_with", WORDS),
        Field("moderator_id", WORDS),
        Field("timekeeper_id", WORDS),
        Field("monitor_id", WORDS),
        Field("template", WORDS),
        Field("sectors", many(TEXT)),
        Field("seats", many(TEXT)),
        Field("promised_at", _MOMENT),
        Field("archived_at", _MOMENT),
        Field("created_at", _MOMENT),
        Field("ballot", BALLOT),
    ),
)
_COMPANY = Shape(SessionHead, (Field("size", WORDS, "company_size"), Field("age", WORDS, "company_age")))
_BRIEF = Shape(SessionHead, (Field("problem", WORDS), Field("known", WORDS), Field("to_resolve", WORDS)))
_SPLIT = Shape(
    DemandSplit,
    (Field("now", WORDS), Field("next", WORDS), Field("evidence", WORDS), Field("would_change", WORDS)),
)


def write_head(head: SessionHead, among: Among, ends: dict[str, object]) -> dict[str, object]:
    """The object `session`; `ends` has its start and its ends, planned and projected."""
    parts = {"company": _COMPANY.write(head, among), "demand_split": _SPLIT.write(head.demand_split, among)}
    return _HEAD.write(head, among, ends | parts)


def write_brief(head: SessionHead, among: Among) -> dict[str, object]:
    return _BRIEF.write(head, among)


def read_head(found: object, brief: object, place: Place) -> SessionHead:
    """Both objects as one record; a part that is missing or null says nothing."""
    at, given = place.at("session"), place.at("session").mapping(found)
    values = {"id": at.fresh_id()} | _HEAD.values(given, at)
    values |= _COMPANY.values(_or_empty(given.get("company")), at.at("company"))
    values |= _BRIEF.values(_or_empty(brief), place.at("brief"))
    split = _SPLIT.read(_or_empty(given.get("demand_split")), at.at("demand_split"))
    if "title" not in values:
        at.at("title").refuse("text", None)
    return SessionHead(demand_split=split, **values)


def _or_empty(found: object) -> object:
    return {} if found is None else found
