"""What is missing or weak in a session: every code of `check`, in the order of the manual."""

from collections.abc import Iterator, Sequence

from facilitator.domain.gaps import agenda, closing, decisions, findings, ideas, prepare, questions, upkeep
from facilitator.domain.gaps.explain import Explanation, UnknownCode, written
from facilitator.domain.gaps.gap import Found, Gap, Rule, numbered, place
from facilitator.domain.records import Everything
from facilitator.domain.severity import Severity

__all__ = ["RULES", "Explanation", "Gap", "UnknownCode", "check", "covers", "errors", "explain"]

RULES: tuple[Rule, ...] = (
    prepare.no_goal,
    prepare.not_one_topic,
    prepare.brief_incomplete,
    prepare.wrong_number_decides,
    prepare.seat_empty,
    prepare.no_free_moderator,
    prepare.material_late,
    prepare.no_numbers,
    prepare.task_overdue,
    prepare.homework_missing,
    agenda.no_timebox,
    agenda.plan_too_long,
    agenda.no_break,
    agenda.stage_empty,
    agenda.nothing_to_decide,
    agenda.little_deciding,
    agenda.long_day,
    agenda.prescribed_first,
    agenda.no_buffer,
    agenda.too_short,
    findings.disputed,
    findings.solution,
    findings.numbers_unseen,
    findings.nothing_judged,
    ideas.only_harvest,
    ideas.long_shortlist,
    ideas.same_ideas,
    decisions.no_owner,
    decisions.owner_is_nobody,
    decisions.no_deadline,
    decisions.commits_to_nothing,
    decisions.no_measure,
    decisions.vanity,
    decisions.too_many_bets,
    decisions.nothing_stops,
    decisions.left_undecided,
    decisions.owner_absent,
    decisions.one_carries_most,
    decisions.odd_deadline,
    decisions.said_twice,
    decisions.no_resources,
    questions.unanswered,
    questions.audience_too_wide,
    questions.claim_of_all,
    questions.success_in_vanity,
    questions.no_split,
    closing.still_parked,
    closing.no_review,
    closing.no_monitor,
    closing.no_check_ins,
    closing.no_feedback,
    closing.assumption_unwatched,
    closing.no_word_given,
    closing.long_document,
    upkeep.not_shared,
    upkeep.overdue,
    upkeep.check_in_missed,
    upkeep.assumption_due,
)


def check(
    session: Everything, *, select: Sequence[str] = (), ignore: Sequence[str] = (), pages: int | None = None
) -> list[Gap]:
    """The gaps of a session, in the order of `RULES`, then of the session's own lists.

    `select` and `ignore` are codes or their beginnings ("D", "C01"); `ignore` also takes one thing: "D05:k3f9a1".
    What the session silences is left out. `pages` is the length of the document, where somebody has made it.
    Raises UnknownCode for a beginning that no code has.
    """
    wanted = tuple(map(_known, select)) or ("",)
    hidden = (*map(_known, ignore), *session.session.silenced)
    numbers = numbered(session)
    rules = [rule for rule in RULES if rule.code.startswith(wanted)]
    gaps = [_labelled(rule, found, numbers) for rule in rules for found in _look(rule, session, pages)]
    return [gap for gap in gaps if not any(covers(entry, gap) for entry in hidden)]


def errors(gaps: Sequence[Gap]) -> list[Gap]:
    """Those that stand between the session and its closing."""
    return [gap for gap in gaps if gap.severity is Severity.ERROR]


def explain(code: str) -> Explanation:
    """Why a gap is one, with an example, and how to mend it. Raises UnknownCode, which names codes near it."""
    for rule in RULES:
        if rule.code == code.strip().upper():
            return written(rule.code, rule.severity)
    raise UnknownCode(code, [rule.code for rule in RULES])


def _known(entry: str) -> str:
    code, colon, thing = entry.strip().partition(":")
    if not any(rule.code.startswith(code.upper()) for rule in RULES):
        raise UnknownCode(code, [rule.code for rule in RULES])
    return code.upper() + colon + thing


def _look(rule: Rule, session: Everything, pages: int | None) -> Iterator[Found]:
    # The pages are the one thing that a session doesn't know of itself.
    return closing.too_many(pages) if rule is closing.long_document else rule.find(session)


def _labelled(rule: Rule, found: Found, numbers: dict[tuple[str, str], int]) -> Gap:
    about = place(found.about, numbers)
    return Gap(
        rule.code, rule.severity, about.words, about.kind, about.id, found.says, found.mend, found.field, rule.stage
    )


def covers(entry: str, gap: Gap) -> bool:
    """“D05” and “D” cover a code, “D05:k3f9a1” one thing of it."""
    code, colon, thing = entry.partition(":")
    return bool(code) and gap.code.startswith(code) and (not colon or thing == gap.about_id)
