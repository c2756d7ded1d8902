"""I: what is lopsided in the brainstorm and its shortlist."""

from collections.abc import Iterator

from facilitator.domain.gaps.facts import room_to_decide
from facilitator.domain.gaps.gap import SESSION, Found, gap
from facilitator.domain.gaps.phrases import quoted
from facilitator.domain.kinds import Demand, IdeaState, Stage
from facilitator.domain.likeness import repeats
from facilitator.domain.records import Everything, Idea
from facilitator.domain.severity import Severity
from facilitator.domain.text import counted


@gap("I01", Severity.WARNING, stage=Stage.BRAINSTORM)
def only_harvest(session: Everything) -> Iterator[Found]:
    """Counts the ideas that are marked and not dropped."""
    marks = [idea.demand for idea in session.ideas if idea.demand and idea.state is not IdeaState.DROPPED]
    if marks and Demand.CREATE not in marks:
        ideas = counted(len(marks), "marked idea")
        says = f"{ideas}, and {'it captures' if len(marks) == 1 else 'all capture'} demand; none creates it."
        yield Found(SESSION, says, "Ask how those hear of you who don't search yet; mark with y.", "demand")


@gap("I02", Severity.WARNING, stage=Stage.BRAINSTORM)
def long_shortlist(session: Everything) -> Iterator[Found]:
    most = room_to_decide(session.session.max_bets, session.agenda)
    if (listed := len(_shortlist(session))) > most:
        says = f"The shortlist has {counted(listed, 'idea')}; the session can decide {most}."
        yield Found(SESSION, says, "Cut it by votes or by hand: select an idea and press l.", "state")


@gap("I03", Severity.WARNING, stage=Stage.BRAINSTORM)
def same_ideas(session: Everything) -> Iterator[Found]:
    ideas = {idea.id: idea for idea in _shortlist(session)}
    for later, earlier in repeats((idea.id, idea.text) for idea in ideas.values()):
        says = f"{quoted(ideas[later].text)} and {quoted(ideas[earlier].text)} say nearly the same."
        yield Found(ideas[later], says, "Merge them: select one and press j.", "text")


def _shortlist(session: Everything) -> list[Idea]:
    return [idea for idea in session.ideas if idea.state in (IdeaState.SHORTLISTED, IdeaState.PROPOSAL)]
