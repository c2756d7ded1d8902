"""What the brainstorm asks for in the line: votes as a room votes, themes, words to tick by, how many to keep."""

from typing import TYPE_CHECKING

from facilitator.domain.idea_board import Order
from facilitator.domain.kinds import IdeaState
from facilitator.domain.records import Idea
from facilitator.domain.text import clean
from facilitator.domain.turns import here
from facilitator.screens import idea_prompts
from facilitator.screens.asking import keep
from facilitator.store.commands import ideas
from facilitator.store.queries.ideas import ideas_behind, ideas_with, one_idea
from facilitator.widgets.capture_bar import CaptureBar

if TYPE_CHECKING:
    from facilitator.screens.brainstorm import BrainstormScreen


def count_votes(screen: "BrainstormScreen") -> None:
    """Ask for the count of the idea under the cursor; each enter goes on to the one that followed it then."""
    if screen.board is None:
        return
    if screen.board.ballot is not None:
        screen.app.say("A vote with dots is going on, and it is hidden. D goes on with it.", warning=True)
        return
    idea = screen.app.store.read(one_idea, screen.session_id, screen.ideas.current)
    if idea is None:
        screen.app.say("There is no idea to vote on yet: i writes one.", warning=True)
        return
    behind = screen.app.store.read(ideas_behind, screen.session_id, screen.order, idea.id)
    of = screen.board.counts.dropped if screen.order is Order.DROPPED else screen.board.counts.said
    _ask_count(screen, idea, behind, of)


def _ask_count(screen: "BrainstormScreen", idea: Idea, behind: tuple[str, ...], of: int) -> None:
    """`behind` are the ideas that are asked for next, `of` is how many there are in all."""

    def count(typed: str) -> None:
        votes = idea_prompts.read_votes(typed)
        if votes is None:
            screen.app.say("Type the number of hands, or s to skip this idea.", warning=True)
            return
        if votes >= 0:
            keep(screen, typed, ideas.set_votes, idea.id, votes)
        _go_on(screen, behind, of)

    room = len(here(screen.frame.people)) if screen.frame else 0
    screen.ask(idea_prompts.for_votes(idea.text, idea.votes, of - len(behind), of, room), count, "")


def _go_on(screen: "BrainstormScreen", behind: tuple[str, ...], of: int) -> None:
    """The next one that is still there."""
    for place, idea_id in enumerate(behind):
        if (
            idea := screen.app.store.read(one_idea, screen.session_id, idea_id)
        ) and idea.state is not IdeaState.DROPPED:
            screen.ideas.select(idea_id)
            _ask_count(screen, idea, behind[place + 1 :], of)
            return
    screen.query_one(CaptureBar).close()
    screen.app.say("That was the last idea.")


def ask_theme(screen: "BrainstormScreen") -> None:
    """Ask for the theme of what is chosen; the ticks are used up."""
    if not (chosen := screen.chosen) or screen.board is None:
        return

    def set_theme(typed: str) -> None:
        theme = clean(typed)
        screen.last_theme = theme
        screen.ticked = ()
        keep(screen, typed, ideas.set_theme, chosen, None if theme == idea_prompts.NO_THEME else theme)

    screen.ask(idea_prompts.for_theme(screen.board.themes, len(chosen)), set_theme, "")


def ask_words(screen: "BrainstormScreen") -> None:
    """Tick every idea that holds some words, besides what is ticked already."""

    def found(typed: str) -> tuple[str, ...]:
        return screen.app.store.read(ideas_with, screen.session_id, typed)

    def tick(typed: str) -> None:
        screen.ticked = tuple(dict.fromkeys((*screen.ticked, *found(typed))))
        screen.saved(typed)

    screen.ask(idea_prompts.for_words(lambda typed: len(found(typed))), tick, "")


def ask_cut(screen: "BrainstormScreen") -> None:
    """Ask how many to keep; what the session can decide stands there already."""
    if screen.board is None:
        return

    def cut(typed: str) -> None:
        kept = idea_prompts.read_votes(typed)
        if kept is None or kept < 1:
            screen.app.say("How many ideas stay on the shortlist? Type a number from 1 on.", warning=True)
            return
        keep(screen, typed, ideas.cut_by_votes, kept)

    screen.ask(idea_prompts.for_cut(screen.board), cut, str(screen.board.limit))
