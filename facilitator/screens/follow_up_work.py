"""What enter does in the follow-up, part by part."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.domain.cadence import propose_full_session, propose_review
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.follow_up_board import Consequence, FollowUpBoard, Part
from facilitator.domain.following import next_title
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus, SessionKind
from facilitator.domain.records import Decision, Number
from facilitator.domain.text import clean
from facilitator.screens.asking import ask_words, keep
from facilitator.screens.dialogs import Option, Page, Pick
from facilitator.screens.follow_up_lines import DAY, FULL, REVIEW, SHARE, WALK
from facilitator.screens.form import Field, Form, Typed
from facilitator.store.commands import assumptions, follow_up, tasks
from facilitator.store.queries.everything import everything
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.text import row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.screens.follow_up import FollowUpScreen

SEEN = (
    Option("holds", "It holds", "x"),
    Option("broken", "It is broken", "j"),
    Option("unknown", "Nobody knows", "h"),
    Option("open", "Not looked at yet", "y"),
)
BROKEN = (
    Option(Consequence.REOPEN, "Open it again", "r", "it is decided anew"),
    Option(Consequence.SUPERSEDE, "Give it up", "s", "something else takes its place"),
    Option(Consequence.LEAVE, "Leave it as it is", "l"),
)


async def work_on(screen: "FollowUpScreen", board: FollowUpBoard, part: Part, thing: str) -> None:
    """Open what there is to do with one thing of a part."""
    if part is Part.DECISIONS:
        screen.action_note()
    elif part is Part.CHECK_INS:
        _hold_check_in(screen, thing)
    elif part is Part.ASSUMPTIONS:
        chosen = await screen.app.push_screen_wait(Pick("What was seen?", SEEN))
        if chosen:
            await judge_assumption(screen, board, thing, AssumptionStanding(chosen))
    elif part is Part.NUMBERS:
        number = next((one for one in board.numbers if one.id == thing), None)
        if number:
            _ask_value(screen, number)
    elif task := screen.taken_on:
        screen.app.do(tasks.tick_task, screen.session_id, task.id, task.done_at is None)
    elif part is Part.PEOPLE:
        show_extract(screen, thing)
    elif part is Part.ASLEEP:
        screen.action_deadline()
    elif thing == SHARE:
        _share(screen, board)
    elif thing in (REVIEW, FULL):
        _begin_next(screen, board, thing)


async def drop(app: "FacilitatorApp", session_id: str, decision: Decision) -> bool:
    """Give a decision up, with the reason where somebody says it; whether it was."""
    asked = Field("why", "Why; nothing to say is fine")

    def keep(typed: Typed, done: Callable[[object], None]) -> None:
        why = clean(typed["why"]) or None
        app.then(done, follow_up.set_status, session_id, decision.id, DecisionStatus.DROPPED, why)

    form = Form(f"Drop decision {decision.number}", (asked,), keep, adds=True)
    return await app.push_screen_wait(form) is not None


async def judge_assumption(
    screen: "FollowUpScreen", board: FollowUpBoard, assumption_id: str, standing: AssumptionStanding
) -> None:
    """Keep what was seen; when it broke, ask what becomes of the decision that rested on it."""
    one = next((one for one in board.assumptions if one.id == assumption_id), None)
    if one is None:
        return
    if standing is not AssumptionStanding.BROKEN:
        screen.app.do(assumptions.judge_assumption, screen.session_id, one.id, standing)
        return
    decision = next((found for found in board.decisions if found.id == one.decision), None)
    then: str | None = Consequence.LEAVE
    if decision is not None:
        title = f"Decision {decision.number} rested on it: {decision.said}"
        then = await screen.app.push_screen_wait(Pick(title, BROKEN))
    if then is not None:
        screen.app.do(follow_up.judge_broken, screen.session_id, one.id, Consequence(then))


def _hold_check_in(screen: "FollowUpScreen", thing: str) -> None:
    """Also from a day that is to come, or was missed: a check-in is held when people meet."""
    from facilitator.screens.check_in import CheckInWalk

    if thing == WALK or thing.startswith(DAY):
        screen.app.push_screen(CheckInWalk(screen.session_id))
    else:
        screen.app.say("This check-in was held. A new one begins on the first line.")


def show_extract(screen: "FollowUpScreen", person_id: str) -> None:
    """What one person promised, to read, and on the clipboard to paste into a mail."""
    from facilitator.exchange.extracts import extract

    whole = screen.app.store.read(everything, screen.session_id, journal=False)
    person = whole.person(person_id)
    if person is None:
        screen.action_note()
        return
    text = extract(whole, person)
    screen.app.copy_to_clipboard(text)
    screen.app.say(f"Copied what {person.name} promised.")
    screen.app.push_screen(Page(person.name, tuple(row(line) for line in text.splitlines())))


def _ask_value(screen: "FollowUpScreen", number: Number) -> None:
    frame = screen.frame
    if frame is None:
        return
    today = frame.today(screen.app.now())

    def then(typed: str, words: str) -> None:
        read = read_line(Kind.NUMBER, f"{number.name} {words}", today=today, people=(), keys=()).number
        # What the session aimed at was agreed there, and stays.
        if read is None or read.value is None or read.target is not None:
            screen.app.say("Type the value alone and, behind @, its period: 940k @2027-Q1", warning=True)
            return
        keep(screen, typed, follow_up.new_value, number.id, read.period or "", read.value, read.unit)

    ask_words(screen, Prompt(number.name, hint="940k @2027-Q1"), then)


def _share(screen: "FollowUpScreen", board: FollowUpBoard) -> None:
    if board.session.shared_at is not None:
        screen.app.do(follow_up.unmark_shared, screen.session_id)
        return
    known = ", ".join(person.name for person in board.people)
    prompt = Prompt("shared with", hint="who has the document now")
    ask_words(screen, prompt, lambda typed, words: keep(screen, typed, follow_up.mark_shared, words), known)


def _begin_next(screen: "FollowUpScreen", board: FollowUpBoard, thing: str) -> None:
    from facilitator.screens.following import begin_following

    head = board.session
    review = thing == REVIEW
    on = (head.review_on or propose_review(head, board.ended)) if review else propose_full_session(head, board.ended)
    kind = SessionKind.REVIEW if review else head.kind

    def then(typed: str, words: str) -> None:
        begin_following(screen.app, screen.session_id, words, kind, on, lambda: screen.saved(typed))

    title = f"{head.title}: review" if review else next_title(head.title, on)
    ask_words(screen, Prompt("what is it called"), then, title)
