"""Proposals by keys, one at a time: discussed, then decided, sent back or parked."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.records import Idea
from facilitator.domain.said_again import proposal_meant
from facilitator.domain.text import clean, shorten
from facilitator.screens.asking import ask_person, ask_words, keep
from facilitator.screens.converting import decide_from
from facilitator.store.commands import proposals
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.proposal_panel import ProposalPanel
from facilitator.widgets.text import Row, Tone

if TYPE_CHECKING:
    from facilitator.screens.decisions import DecisionsScreen

QUOTED = 40
NAMES = {"pros": "for it", "cons": "against it", "alternatives": "instead of it"}


def with_proposal(prompt: Prompt, kind: Kind, waiting: tuple[Idea, ...], today: date) -> Prompt:
    """The same prompt, which also says which proposal is decided by what is typed."""
    if not waiting:
        return prompt
    named = tuple((one.text, one.text) for one in waiting)

    def understand(text: str) -> tuple[Row, ...]:
        said = prompt.understand(text)
        found = proposal_meant(read_line(kind, text, today=today), named) if text.strip() else None
        if found is None or not said:
            return said
        decides = (("decides the proposal ", Tone.DIM), (f"“{shorten(clean(found), QUOTED)}”", Tone.GOOD))
        return (Row((*said[0].pieces, *decides)), *said[1:])

    return replace(prompt, understand=understand)


def begin(screen: "DecisionsScreen") -> None:
    """Show the first proposal that waits; shown already, go back to the decisions."""
    if screen.board is None:
        return
    if not screen.board.proposals:
        screen.app.say("No proposal waits. Z in the brainstorm makes proposals of the shortlist.")
    elif screen.discussed:
        screen.discussed = ""
    else:
        screen.discussed = screen.board.proposals[0].id


def show(screen: "DecisionsScreen") -> None:
    """The panel in the place of the lists while a proposal is discussed."""
    panel, idea = screen.query_one(ProposalPanel), screen.proposal
    panel.display = idea is not None
    for name in ("#decision-count", "#decision-lists", "#decision-words"):
        screen.query_one(name).display = idea is None
    if idea is not None and screen.board is not None:
        proposer = next((person.name for person in screen.board.people if person.id == idea.by_id), "")
        waiting = screen.board.proposals
        panel.show(idea, waiting.index(idea) + 1, len(waiting), proposer)


def turn(screen: "DecisionsScreen", by: int) -> None:
    if screen.board is not None and (idea := screen.proposal):
        waiting = screen.board.proposals
        screen.discussed = waiting[(waiting.index(idea) + by) % len(waiting)].id


def discuss(screen: "DecisionsScreen", idea: Idea, part: str) -> None:
    """One more word for it, against it, or what else was considered; the line stays open for the next."""
    prompt = Prompt(NAMES[part], stays=True, hint="in a few words, then enter")
    ask_words(screen, prompt, lambda typed, words: keep(screen, typed, proposals.add_point, idea.id, part, words))


def ask_what_it_takes(screen: "DecisionsScreen", idea: Idea) -> None:
    prompt = Prompt("it takes", hint="the money, the hours, the people")

    def then(typed: str, words: str) -> None:
        keep(screen, typed, proposals.set_what_it_takes, idea.id, words)

    ask_words(screen, prompt, then, idea.resources or "")


def ask_proposer(screen: "DecisionsScreen", idea: Idea) -> None:
    ask_person(screen, "proposed by", lambda typed, *who: keep(screen, typed, proposals.set_proposer, idea.id, *who))


def decide(screen: "DecisionsScreen", idea: Idea) -> None:
    decide_from(screen, f"idea:{idea.id}", idea.text)
