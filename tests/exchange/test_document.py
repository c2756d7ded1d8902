"""The document: its sections in order, from the session alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from facilitator.domain.kinds import (
    DecisionKind,
    DecisionStatus,
    FindingKind,
    ItemState,
    Nature,
    Role,
    SessionKind,
    Standing,
    Status,
)
from facilitator.domain.moment import Moment
from facilitator.domain.records import Done, Everything, Expectation, Finding, Question, SessionHead
from facilitator.exchange.document import Bars, Bullets, Document, Facts, Heading, Paragraph, Table, build
from tests.exchange.sample import DECISIONS, SESSION, at
from tests.exchange.strategies import sessions

EMPTY = Everything(
    now=Moment(datetime(2027, 1, 1, tzinfo=UTC)), session=SessionHead(id="s", title="Empty", kind=SessionKind.CRISIS)
)


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def section(document: Document, heading: str) -> list[object]:
    """The blocks between this heading and the next."""
    blocks = list(document.blocks)
    start = next(index for index, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading) + 1
    end = next((i for i in range(start, len(blocks)) if isinstance(blocks[i], Heading)), len(blocks))
    return list(blocks[start:end])


def with_head(**changes: object) -> Everything:
    return replace(SESSION, session=replace(SESSION.session, **changes))  # type: ignore[arg-type]  # fields of the head


def test_the_sections_stand_in_the_order_of_the_manual() -> None:
    assert headings(build(SESSION)) == [
        "The goal, and was it met",
        "Priorities",
        "Who we target",
        "Why they should choose us",
        "How we reach people who don’t know us yet",
        "What we stop",
        "How we will know",
        "Who owns what",
        "What marketing can’t fix",
        "Assumptions",
        "Parking lot",
        "What comes next",
    ]


def test_the_title_block_says_what_and_when() -> None:
    document = build(SESSION)
    assert (document.title, document.subtitle) == (
        "Marketing strategy 2027",
        "Strategy session · Fri 15 Jan 2027, 09:04 to 16:58",
    )
    live = replace(SESSION, session=replace(SESSION.session, status=Status.LIVE, closed_at=None))
    assert build(live).subtitle == "Strategy session · Fri 15 Jan 2027, 09:00 to 17:00"


def test_the_table_is_sorted_by_deadline_and_has_what_binds() -> None:
    (table,) = section(build(SESSION), "Who owns what")
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["3", "6", "4", "2", "1"]
    assert table.rows[2] == (
        "4",
        "Find out what a tender costs us from enquiry to answer",
        "Ola Zając",
        "12 Feb 2027, under way",
        "–",
        "One figure in euros | hours",
    )


def test_before_the_session_people_are_invited_and_not_missing() -> None:
    ahead = replace(SESSION, people=tuple(replace(one, present=False) for one in SESSION.people))
    head = replace(SESSION.session, status=Status.PREPARING, closed_at=None)
    facts = next(one for one in build(replace(ahead, session=head)).blocks if isinstance(one, Facts))
    assert facts.rows[0][0] == "Invited"
    assert "Not there" not in dict(facts.rows)
    closed = next(one for one in build(ahead).blocks if isinstance(one, Facts))
    assert closed.rows[0] == ("Present", "Nobody was marked as present.")
    assert closed.rows[1] == facts.rows[0]


def test_who_moderates_or_keeps_time_is_not_said_to_be_missing() -> None:
    names = {one.id: one.name for one in SESSION.people}
    first, *others = names
    only = replace(SESSION, people=tuple(replace(one, present=one.id == first) for one in SESSION.people))
    head = replace(SESSION.session, moderator_id=others[0], timekeeper_id=others[1])
    facts = next(one for one in build(replace(only, session=head)).blocks if isinstance(one, Facts))
    assert dict(facts.rows)["Not there"] == ", ".join(names[one] for one in others[2:])


def test_bets_come_in_their_rank() -> None:
    (bets,) = section(build(replace(SESSION, decisions=DECISIONS[::-1])), "Priorities")
    assert isinstance(bets, Bullets)
    assert bets.numbered
    assert [point.text[:5] for point in bets.points] == ["Run t", "Speak"]


def test_a_question_without_an_answer_takes_the_decisions_that_name_it() -> None:
    first, *_ = section(build(SESSION), "How we reach people who don’t know us yet")
    assert first == Paragraph("Speak at the three regional waterworks meetings")


def test_a_question_that_has_no_section_is_answered_among_the_others() -> None:
    session = replace(
        SESSION, questions=(Question(id="q", key="claims", text="What may we say?", answer="Only trials."),)
    )
    assert section(build(session), "Also answered") == [Facts((("What may we say?", "Only trials."),))]
    open_still = replace(session, questions=tuple(replace(one, answer=None) for one in session.questions))
    assert section(build(open_still), "Also asked") == [Facts((("What may we say?", "Not answered."),))]


def test_what_was_stopped_stands_before_what_was_refused() -> None:
    (points,) = section(build(SESSION), "What we stop")
    assert isinstance(points, Bullets)
    assert [one.text for one in points.points] == ["Stop the trade fair in Munich", "Won’t open an office in Warsaw"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("print advertising", "Stop print advertising"),
        ("Print advertising", "Stop: Print advertising"),
        ("Stop print", "Stop print"),
        ("印刷広告", "Stop: 印刷広告"),
    ],
)
def test_a_kind_and_its_text_are_one_sentence_where_they_can_be(text: str, said: str) -> None:
    stop = replace(DECISIONS[0], text=text, kind=DecisionKind.STOP, bet=None)
    (points,) = section(build(replace(SESSION, decisions=(stop,))), "What we stop")
    assert isinstance(points, Bullets)
    assert points.points[0].text == said


def test_what_marketing_can_not_fix_holds_problems_by_what_they_are_a_problem_of() -> None:
    def found(number: int, text: str, nature: Nature, **more: Any) -> Finding:
        return Finding(id=f"f{number}", text=text, nature=nature, **more)

    findings = (
        found(1, "Nobody calls on groups", Nature.SALES),
        found(2, "Referrals close twice as often", Nature.SALES, kind=FindingKind.ACHIEVEMENT),
        found(3, "We should raise prices", Nature.PRICE),
        found(4, "Set-up takes five weeks", Nature.SERVICE, standing=Standing.DISPUTED, cause="two people short"),
        found(5, "The price page is old", Nature.PRICE, standing=Standing.AGREED),
        found(6, "Search is dear", Nature.MARKETING),
    )
    (points,) = section(build(replace(SESSION, findings=findings)), "What marketing can’t fix")
    assert isinstance(points, Bullets)
    assert [(point.text, point.detail) for point in points.points] == [
        ("Price: The price page is old", ""),
        ("Sales: Nobody calls on groups", ""),
        ("Service: Set-up takes five weeks", "disputed · cause: two people short"),
    ]


def test_expectations_that_nobody_judged_are_not_counted_as_missed() -> None:
    def told(*met: bool | None) -> str:
        asked = tuple(Expectation(id=str(n), text="More", met=one) for n, one in enumerate(met))
        facts = next(one for one in build(replace(SESSION, expectations=asked)).blocks[1:] if isinstance(one, Facts))
        return dict(facts.rows)["Expectations"]

    assert told(None, None) == "Not judged yet."
    assert told(True, None, False) == "1 of 3 met, 1 not judged"
    assert told(True, False) == "1 of 2 met"


def test_a_parked_item_says_what_became_of_it() -> None:
    (points,) = section(build(SESSION), "Parking lot")
    assert isinstance(points, Bullets)
    assert [point.detail for point in points.points] == [
        "Lena takes it up in service",
        "next session · sleeps until Wed 1 Sep 2027",
        "became decision 4",
    ]


def test_a_question_that_was_left_undecided_is_named_with_its_reason() -> None:
    def told(reason: str | None, decided_in: str | None = None) -> list[tuple[str, str]]:
        agenda = tuple(replace(one, undecided_reason=reason) if one.question else one for one in SESSION.agenda)
        decided = tuple(replace(one, item=decided_in) for one in DECISIONS)
        blocks = build(replace(SESSION, agenda=agenda, decisions=decided)).blocks
        if Heading("Left undecided") not in blocks:
            return []
        points = blocks[blocks.index(Heading("Left undecided")) + 1]
        assert isinstance(points, Bullets)
        return [(one.text, one.detail) for one in points.points]

    assert told("the budget is not known") == [("Which three?", "the reason: the budget is not known")]
    assert told(None) == [("Which three?", "no reason was given")]
    assert told("the budget is not known", decided_in="i-decide") == []


def test_an_item_that_was_left_out_is_not_said_to_be_on_time() -> None:
    agenda = tuple(replace(one, state=ItemState.SKIPPED) if one.id == "i-decide" else one for one in SESSION.agenda)
    spans = tuple(one for one in SESSION.spans if one.item != "i-decide")
    document = build(replace(SESSION, agenda=agenda, spans=spans), appendix=True)
    figures = [bar.figure for block in document.blocks if isinstance(block, Bars) for bar in block.bars]
    assert "120 min, left out" in figures


def test_the_dates_ahead_name_the_first_check_ins() -> None:
    (facts,) = section(build(SESSION), "What comes next")
    assert isinstance(facts, Facts)
    assert facts.rows[0] == ("Check-ins", "Fri 29 Jan 2027, Fri 12 Feb 2027, Fri 26 Feb 2027 and 3 more")


def test_the_reason_for_closing_over_gaps_is_printed() -> None:
    first = build(with_head(closing_reason="No time left")).blocks[0]
    assert first == Paragraph("Closed with open gaps. The reason: No time left")


def test_a_session_that_is_not_closed_is_a_draft() -> None:
    live = with_head(status=Status.LIVE, closed_at=None)
    assert build(live).draft
    assert build(live).blocks[0] == Paragraph("Draft: this session is not closed yet.", quiet=True)
    assert not build(SESSION).draft
    assert build(SESSION, draft=True).draft


def test_an_empty_session_says_what_matters_and_leaves_out_the_rest() -> None:
    document = build(EMPTY)
    assert document.subtitle == "Crisis session"
    assert headings(document) == [
        *("The goal, and was it met", "Priorities", "What we stop", "How we will know", "Who owns what"),
        "What comes next",
    ]
    assert section(document, "Who owns what") == [Paragraph("Nothing was decided.", quiet=True)]
    assert build(EMPTY, appendix=True) == document


def test_the_appendix_starts_on_a_page_of_its_own_with_votes_times_and_minutes() -> None:
    document = build(SESSION, appendix=True)
    first = next(block for block in document.blocks if isinstance(block, Heading) and block.new_page)
    assert first.text == "Appendix: ideas and votes"
    votes, times = (block for block in document.blocks if isinstance(block, Bars))
    assert [bar.figure for bar in votes.bars] == ["7 votes", "5 votes", "2 votes"]
    assert times.bars[0].figure == "30 → 37 min, ended 11 min behind"
    assert not [block for block in section(document, "Appendix: plan against reality") if isinstance(block, Table)]
    assert times.bars[0].values == (1800.0, 2220.0)
    (minutes,) = section(document, "Appendix: minutes")
    assert isinstance(minutes, Table)
    assert [row[0] for row in minutes.rows] == ["15 Jan 2027, 09:04", "14:40", "16:58"]


def test_the_minutes_leave_out_what_came_before_and_after() -> None:
    before = Done(seq=0, at=at(8, 0), by=Role.MODERATOR, did="Task “Room and screen”")
    after = Done(seq=9, at=at(18, 0), by=Role.MODERATOR, did="Decision 1 is done")
    longer = replace(SESSION, journal=(before, *SESSION.journal, after))
    (minutes,) = section(build(longer, appendix=True), "Appendix: minutes")
    assert isinstance(minutes, Table)
    assert len(minutes.rows) == 3


def test_the_document_is_stamped_with_the_last_change_and_not_with_the_hour_of_its_making() -> None:
    later = replace(SESSION, now=Moment(SESSION.now.wall + timedelta(days=3)))
    assert build(SESSION).made_at == at(16, 58)
    assert build(later) == build(SESSION)


def test_a_dropped_decision_stops_nothing() -> None:
    dropped = tuple(replace(one, status=DecisionStatus.DROPPED) for one in DECISIONS)
    assert section(build(replace(SESSION, decisions=dropped)), "What we stop") == [
        Paragraph("Nothing was stopped.", quiet=True)
    ]


@settings(
    max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(sessions())
def test_every_session_makes_a_document_of_single_lines(session: Everything) -> None:
    document = build(session, appendix=True)
    for block in document.blocks:
        if isinstance(block, Table):
            assert all(len(row) == len(block.columns) for row in block.rows)
            assert not [cell for row in block.rows for cell in row if "\n" in cell or "\x00" in cell]


@pytest.mark.parametrize("appendix", [False, True])
def test_building_twice_gives_the_same(appendix: bool) -> None:
    assert build(SESSION, appendix=appendix) == build(SESSION, appendix=appendix)
