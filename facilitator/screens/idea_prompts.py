"""What the line asks for in the brainstorm: ideas, with what is like them; themes; votes; how many to keep."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.idea_board import IdeaBoard, Theme
from facilitator.domain.text import clean, counted, fold, shorten
from facilitator.screens.idea_lines import QUOTED, SHOWN
from facilitator.widgets.capture_bar import Completion, Prompt
from facilitator.widgets.text import Row, Tone, row

NO_THEME = "-"
SKIP = "s"
Twins = Callable[[str], tuple[tuple[str, int], ...]]


def with_twins(prompt: Prompt, twins: Twins) -> Prompt:
    """The same prompt, which also says what says nearly the same; `twins` gives texts and their votes."""

    def understand(text: str) -> tuple[Row, ...]:
        said = prompt.understand(text)
        found = twins(text)
        if not found:
            return said
        first, votes = found[0]
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        voted = f", {votes} votes" if votes > 1 else ""
        like = (
            ("like ", Tone.DIM),
            (f"“{shorten(clean(first[:SHOWN]), QUOTED)}”", Tone.WARM),
            (f"{voted}{more}", Tone.DIM),
        )
        return (Row((*(said[0].pieces if said else ()), *like)),)

    return replace(prompt, understand=understand)


def for_theme(themes: tuple[Theme, ...], ideas: int) -> Prompt:
    """A theme, known or new; tab completes a known one."""
    named = sorted((theme for theme in themes if theme.name), key=lambda theme: -theme.ideas)

    def matching(text: str) -> list[Theme]:
        return [theme for theme in named if fold(theme.name or "").startswith(fold(text.strip()))]

    def understand(text: str) -> tuple[Row, ...]:
        found = matching(text)
        listed = " · ".join(f"{theme.name} {theme.ideas}" for theme in found)
        if text.strip() == NO_THEME:
            return (row(("out of its theme", Tone.STRONG)),)
        if text.strip() and not any(fold(theme.name or "") == fold(text.strip()) for theme in found):
            return (row(("new theme", Tone.GOOD), (f"   tab: {listed}" if found else "", Tone.DIM)),)
        return (row((listed or "its name, then enter", Tone.DIM)),)

    def complete(text: str, cursor: int) -> Completion | None:
        found = [theme.name or "" for theme in matching(text[:cursor])]
        return Completion(0, len(text), found[0]) if found and text.strip() and found[0] != text else None

    name = "theme" if ideas == 1 else f"theme of {ideas}"
    return Prompt(name, understand, complete, hint=f"a few words  {NO_THEME} takes it out")


def for_words(count: Callable[[str], int]) -> Prompt:
    """Words by which ideas are ticked; `count` says how many hold them."""

    def understand(typed: str) -> tuple[Row, ...]:
        if not typed.strip():
            return (row(("every idea that holds all of these words", Tone.DIM)),)
        found = count(typed)
        return (row((counted(found, "idea"), Tone.STRONG if found else Tone.WARM)),)

    return Prompt("tick by words", understand, hint="words, in any order, then enter")


def for_votes(text: str, votes: int, place: int, of: int, room: int) -> Prompt:
    """The hands that were counted for one idea, the `place`-th `of` all; `room` people could raise one, 0 unknown."""
    said = f"“{shorten(clean(text[:SHOWN]), 60)}”"

    def understand(typed: str) -> tuple[Row, ...]:
        known = (f"   {votes} so far", Tone.DIM) if votes and not typed else ""
        wrong = ("   a number, or s to skip", Tone.WARM) if typed.strip() and read_votes(typed) is None else ""
        hands = read_votes(typed) or 0
        many = (f"   {hands} hands, {room} in the room?", Tone.WARM) if hands > room > 0 else ""
        return (row(("for ", Tone.DIM), (said, Tone.STRONG), known, wrong, many),)

    return Prompt(f"votes, {place} of {of}", understand, stays=True, hint=f"a number, then enter  {SKIP} skips")


def read_votes(typed: str) -> int | None:
    """A count as typed, -1 to skip; None when it is neither."""
    words = typed.strip()
    if words == SKIP:
        return -1
    return int(words) if words.isdecimal() and len(words) <= 4 else None


def for_cut(board: IdeaBoard) -> Prompt:
    """How many to keep."""

    def understand(typed: str) -> tuple[Row, ...]:
        kept = read_votes(typed)
        if not kept or kept < 0:
            return (row(("a number from 1 on", Tone.WARM)),)
        over = kept > board.limit
        words = f"the session can decide {board.limit}"
        return (
            row((f"the {kept} with the most votes", Tone.STRONG), (f"   {words}", Tone.WARM if over else Tone.DIM)),
        )

    return Prompt("shortlist how many", understand)
