"""Closing: errors stand before it; each can be mended, or the session is closed over them with a reason."""

from typing import TYPE_CHECKING

from facilitator.domain.kinds import Stage, Status
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.screens.asking import ask_words, keep
from facilitator.screens.dialogs import Option, Pick
from facilitator.screens.session import switch
from facilitator.store.commands import closing
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.text import Tone, row

if TYPE_CHECKING:
    from facilitator.screens.wrap_up import WrapUpScreen

SHOWN = 8


async def close_or_reopen(screen: "WrapUpScreen", board: WrapUpBoard) -> None:
    """Close what is live, reopen what is closed."""
    if board.session.status is Status.CLOSED:
        screen.app.do(closing.reopen_session, screen.session_id)
        return
    if board.session.ballot is not None:
        await _go_to_the_vote(screen)
        return
    if not board.errors:
        await _ask_once(screen)
        return
    said = [row((f"{gap.code}  ", Tone.ALARM), gap.says) for gap in board.errors[:SHOWN]]
    if len(board.errors) > SHOWN:
        said.append(row((f"and {len(board.errors) - SHOWN} more", Tone.DIM)))
    ways = (
        Option("mend", "Mend them, one after the other", "k", "the gap list"),
        Option("over", "Close over them", "c", "the document prints the reason"),
    )
    title = (
        "This stands before closing" if len(board.errors) == 1 else f"{len(board.errors)} errors stand before closing"
    )
    match await screen.app.push_screen_wait(Pick(title, ways, tuple(said))):
        case "mend":
            screen.action_gaps()
        case "over":
            prompt = Prompt("reason", hint="why it closes as it is; the document prints it")
            ask_words(
                screen,
                prompt,
                lambda typed, words: keep(screen, typed, closing.close_session, words, screen.app.settings.silenced),
            )
        case _:
            pass


async def _go_to_the_vote(screen: "WrapUpScreen") -> None:
    """A hidden vote would stay hidden for ever: lead to where it is shown or thrown away."""
    ways = (
        Option("go", "Show it, or throw it away", "D", "in the brainstorm"),
        Option("no", "Not yet", "n"),
    )
    if await screen.app.push_screen_wait(Pick("A vote with dots goes on and is hidden", ways)) == "go":
        await switch(screen, str(Stage.BRAINSTORM))
        shown = screen.app.screen
        shown.call_after_refresh(shown.run_action, "dots")


async def _ask_once(screen: "WrapUpScreen") -> None:
    sure = (Option("yes", "Close it", "y", "u takes it back"), Option("no", "Not yet", "n"))
    if await screen.app.push_screen_wait(Pick("Close this session?", sure)) == "yes":
        screen.app.do(closing.close_session, screen.session_id, None, screen.app.settings.silenced)
