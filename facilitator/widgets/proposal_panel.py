"""One proposal with its discussion: for, against, what it takes, what else was considered."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.domain.records import Idea
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, row


class ProposalPanel(Rows, can_focus=True):
    """Shows a proposal; its keys are actions of the screen that it stands on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "screen.discuss('pros')", "A word for the proposal"),
        Binding("j", "screen.discuss('cons')", "A word against the proposal"),
        Binding("l", "screen.what_it_takes", "What the proposal takes"),
        Binding("y", "screen.discuss('alternatives')", "What else was considered"),
        Binding("o", "screen.proposer", "Who proposes it"),
        Binding("d,enter", "screen.decide_proposal", "Decide the proposal"),
        Binding("S", "screen.send_back", "Send the proposal back to the brainstorm"),
        Binding("X", "screen.park_proposal", "Park the proposal"),
        Binding("right,down", "screen.turn_proposal(1)", "The next proposal", show=False),
        Binding("left,up", "screen.turn_proposal(-1)", "The proposal before", show=False),
    ]

    def show(self, idea: Idea, place: int, total: int, proposer: str) -> None:
        """The `place`th of `total`."""
        self.rows = (
            row(("PROPOSAL   ", Tone.DIM), (f"{place} of {total}", Tone.DIM)),
            row(),
            row((idea.text, Tone.STRONG)),
            row((_source(idea, proposer), Tone.DIM)),
            row(),
            *_points("for", idea.pros, Tone.GOOD, "h"),
            *_points("against", idea.cons, Tone.ALARM, "j"),
            *_points("it takes", (idea.resources,) if idea.resources else (), Tone.PLAIN, "l"),
            *_points("instead of", idea.alternatives, Tone.PLAIN, "y"),
        )


def _source(idea: Idea, proposer: str) -> str:
    who = f"proposed by {proposer}" if proposer else "who proposes it: o"
    votes = f" · {idea.votes} vote{'s' * (idea.votes != 1)}" if idea.votes else ""
    demand = f" · {'creates' if idea.demand == 'create' else 'captures'} demand" if idea.demand else ""
    return who + votes + demand


def _points(label: str, points: tuple[str, ...], tone: Tone, key: str) -> list[Row]:
    first = row((f"{label:12}", Tone.DIM), (points[0], tone) if points else (f"nothing yet: {key}", Tone.DIM))
    return [first, *(row(" " * 12, (point, tone)) for point in points[1:])]
