"""Ideas after they are said: themes, marks, votes, merging, the shortlist; each step taken back as one."""

import pytest

from facilitator.domain.capture import Captured, Kind
from facilitator.domain.idea_board import IdeaBoard, IdeaLine, Lead, Order
from facilitator.domain.kinds import Demand, IdeaState
from facilitator.domain.records import Idea
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import capture, ideas, proposals, sessions
from facilitator.store.queries.everything import everything
from facilitator.store.queries.ideas import WINDOW, idea_board, ideas_behind
from facilitator.store.store import Store

SESSION = "session1"


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    return store


def say(store: Store, *texts: str) -> list[str]:
    """Ideas said one after the other; their ids."""
    made = []
    for text in texts:
        entry = store.run(capture.capture, SESSION, Captured(kind=Kind.IDEA, line=text, text=text))
        assert entry is not None
        made += entry.made("idea")
    return made


def said(store: Store) -> dict[str, Idea]:
    return {idea.text: idea for idea in store.read(everything, SESSION).ideas}


def board(store: Store, order: Order = Order.SAID, start: int = 0, sought: str = "") -> IdeaBoard:
    return store.read(idea_board, SESSION, order, start, sought)


def texts(board: IdeaBoard) -> list[str]:
    return [one.text if isinstance(one, IdeaLine) else f"[{one.words}]" for one in board.rows]


def test_several_ideas_get_a_theme_at_once_and_lose_it_at_once(session: Store) -> None:
    ids = say(session, "Webinar", "Podcast", "Discount")
    session.run(ideas.set_theme, SESSION, ids[:2], "Réach")
    session.run(ideas.set_theme, SESSION, ids[2:], "reach")
    assert {idea.theme for idea in said(session).values()} == {"Réach"}
    session.undo(SESSION)
    session.undo(SESSION)
    assert {idea.theme for idea in said(session).values()} == {None}


def test_votes_are_given_taken_and_counted_but_never_below_none(session: Store) -> None:
    (webinar,) = say(session, "Webinar")
    session.run(ideas.add_votes, SESSION, webinar, 1)
    session.run(ideas.set_votes, SESSION, webinar, 7)
    entry = session.run(ideas.add_votes, SESSION, webinar, -1)
    assert entry is not None
    assert entry.did == "6 votes for “Webinar”"
    session.run(ideas.set_votes, SESSION, webinar, 0)
    assert session.run(ideas.add_votes, SESSION, webinar, -1) is None


def test_near_twins_become_one_with_the_votes_of_both_and_are_parted_again(session: Store) -> None:
    first, _, twin = say(session, "Monthly webinar for dentists", "Podcast", "A monthly webinar for the dentist")
    session.run(ideas.set_votes, SESSION, first, 3)
    session.run(ideas.set_votes, SESSION, twin, 2)
    session.run(ideas.set_theme, SESSION, [twin], "Reach")
    session.run(ideas.merge_twin, SESSION, twin)
    merged = said(session)
    assert set(merged) == {"Monthly webinar for dentists", "Podcast"}
    assert (merged["Monthly webinar for dentists"].votes, merged["Monthly webinar for dentists"].theme) == (5, "Reach")
    session.undo(SESSION)
    assert [idea.votes for idea in said(session).values()] == [3, 0, 2]


def test_what_has_no_twin_is_not_merged_unless_it_was_ticked(session: Store) -> None:
    first, second = say(session, "Cut prices by 5 %", "Cut prices by 15 %")
    with pytest.raises(RuleBroken, match="Tick with x"):
        session.run(ideas.merge_twin, SESSION, first)
    session.run(ideas.merge_ideas, SESSION, first, [second])
    assert list(said(session)) == ["Cut prices by 5 %"]


def test_a_proposal_is_merged_with_a_proposal_only_and_takes_over_what_spoke_for_it(session: Store) -> None:
    first, second, raw = say(session, "A", "B", "C")
    session.run(ideas.list_ideas, SESSION, [first, second])
    session.run(ideas.propose_shortlist, SESSION)
    with pytest.raises(RuleBroken, match="Not merged: “A” is a proposal already"):
        session.run(ideas.merge_ideas, SESSION, raw, [first])
    session.run(proposals.add_point, SESSION, second, "pros", "Cheap")
    session.run(ideas.merge_ideas, SESSION, first, [second, raw])
    (only,) = said(session).values()
    assert (only.state, only.pros) == (IdeaState.PROPOSAL, ("Cheap",))


def test_the_shortlist_is_cut_by_votes_and_leaves_out_a_tie_across_the_cut(session: Store) -> None:
    ids = say(session, "A", "B", "C", "D")
    for idea, votes in zip(ids, (5, 2, 2, 1), strict=True):
        session.run(ideas.set_votes, SESSION, idea, votes)
    session.run(ideas.list_ideas, SESSION, [ids[3]])
    session.run(ideas.cut_by_votes, SESSION, 2)
    listed = [text for text, idea in said(session).items() if idea.state is IdeaState.SHORTLISTED]
    assert listed == ["A"]
    session.run(ideas.list_ideas, SESSION, [ids[2]])
    session.run(ideas.propose_shortlist, SESSION)
    proposed = [text for text, idea in said(session).items() if idea.state is IdeaState.PROPOSAL]
    assert proposed == ["A", "C"]
    with pytest.raises(RuleBroken, match="a proposal already"):
        session.run(ideas.list_ideas, SESSION, [ids[0]])
    session.undo(SESSION)
    assert board(session).counts.shortlisted == 2


def test_nothing_is_cut_while_nobody_voted_or_all_tie(session: Store) -> None:
    ids = say(session, "A", "B", "C")
    with pytest.raises(RuleBroken, match="no votes"):
        session.run(ideas.cut_by_votes, SESSION, 2)
    for idea in ids:
        session.run(ideas.set_votes, SESSION, idea, 1)
    with pytest.raises(RuleBroken, match="3 ideas tie with 1 vote"):
        session.run(ideas.cut_by_votes, SESSION, 2)


def test_what_was_dropped_is_out_of_sight_but_counted_and_comes_back(session: Store) -> None:
    first, _ = say(session, "A", "B")
    session.run(ideas.drop_ideas, SESSION, [first])
    assert texts(board(session)) == ["B"]
    assert board(session).counts.dropped == 1
    assert texts(board(session, Order.DROPPED)) == ["A"]
    session.run(ideas.drop_ideas, SESSION, [first])
    assert texts(board(session)) == ["A", "B"]


def test_the_board_lists_as_said_by_votes_with_the_cut_and_by_theme(session: Store) -> None:
    ids = say(session, *"ABCDEFG")
    for idea, votes in zip(ids, (0, 3, 1, 2, 0, 1, 4), strict=True):
        session.run(ideas.set_votes, SESSION, idea, votes)
    session.run(ideas.set_theme, SESSION, [ids[3], ids[1]], "Reach")
    assert texts(board(session)) == [*"ABCDEFG"]
    assert texts(board(session, Order.VOTES)) == [*"GBDCF", "[5 fit the time to decide]", *"AE"]
    assert texts(board(session, Order.THEMES)) == ["[Reach]", *"BD", "[]", "[no theme yet]", *"GCFAE"]


def test_ties_are_named_at_the_cut_before_those_at_the_top(session: Store) -> None:
    ids = say(session, *"ABCDEF")
    for idea, votes in zip(ids, (9, 9, 3, 2, 1, 1), strict=True):
        session.run(ideas.set_votes, SESSION, idea, votes)
    tie = board(session).tie
    assert tie is not None
    assert (tie.at_the_cut, tie.votes, tie.texts) == (True, 1, ("E", "F"))
    session.run(ideas.add_votes, SESSION, ids[4], 1)
    tie = board(session).tie
    assert tie is not None
    assert (tie.at_the_cut, tie.texts) == (False, ("A", "B"))


def test_a_long_list_is_read_by_the_window_around_what_is_sought(session: Store) -> None:
    ids = say(session, *(f"Idea {number}" for number in range(WINDOW + 60)))
    session.run(ideas.set_votes, SESSION, ids[200], 1)
    assert len(board(session).rows) == WINDOW
    around = board(session, sought=ids[-1])
    assert around.start == 60
    assert texts(around)[-1] == f"Idea {WINDOW + 59}"
    assert texts(board(session, Order.VOTES, 0, ids[200]))[0] == "Idea 200"
    assert board(session, start=10_000).start == 60


def test_counting_goes_through_the_list_and_over_the_edge_of_a_theme(session: Store) -> None:
    ids = say(session, *"ABC")
    session.run(ideas.set_theme, SESSION, [ids[1]], "Reach")
    assert session.read(ideas_behind, SESSION, Order.SAID, ids[0]) == (ids[1], ids[2])
    assert session.read(ideas_behind, SESSION, Order.THEMES, ids[1]) == (ids[0], ids[2])
    assert session.read(ideas_behind, SESSION, Order.THEMES, ids[2]) == ()


def test_an_idea_is_marked_worded_anew_and_removed(session: Store) -> None:
    (first,) = say(session, "Webinar")
    session.run(ideas.set_demand, SESSION, [first], Demand.CAPTURE)
    session.run(ideas.change_idea, SESSION, first, "Monthly webinar")
    assert board(session).counts.only_harvests
    assert isinstance(board(session).rows[0], IdeaLine)
    with pytest.raises(RuleBroken, match="needs words"):
        session.run(ideas.change_idea, SESSION, first, "")
    session.run(ideas.remove_ideas, SESSION, [first])
    assert not any(isinstance(one, IdeaLine | Lead) for one in board(session).rows)
    session.undo(SESSION)
    assert list(said(session)) == ["Monthly webinar"]
