"""Votes as a room votes: hands are counted aloud and typed, one idea after the other, in the order of the list."""

from typing import TYPE_CHECKING

from facilitator.screens import idea_prompts
from facilitator.screens.asking import keep
from facilitator.store.commands import ideas
from facilitator.store.queries.ideas import next_idea, one_idea
from facilitator.widgets.capture_bar import CaptureBar

if TYPE_CHECKING:
    from facilitator.screens.brainstorm import BrainstormScreen


def count_votes(screen: "BrainstormScreen") -> None:
    """Ask for the count of the idea under the cursor; each enter goes on to the next."""
    idea = screen.app.store.read(one_idea, screen.session_id, screen.ideas.current)
    if idea is None:
        screen.app.say("There is no idea to vote on yet: i writes one.", warning=True)
        return
    idea_id = idea.id

    def count(typed: str) -> None:
        votes = idea_prompts.read_votes(typed)
        if votes is None:
            screen.app.say("Type the number of hands, or s to skip this idea.", warning=True)
            return
        if votes >= 0:
            keep(screen, typed, ideas.set_votes, idea_id, votes)
        _go_on(screen, idea_id)

    screen.ask(idea_prompts.for_votes(idea.text, idea.votes), count, "")


def _go_on(screen: "BrainstormScreen", idea_id: str) -> None:
    following = screen.app.store.read(next_idea, screen.session_id, screen.order, idea_id)
    if following:
        screen.ideas.select(following)
        count_votes(screen)
    else:
        screen.query_one(CaptureBar).close()
        screen.app.say("That was the last idea.")
