"""What enter does in the wrap-up: it works on the thing that is named, else on the first of the step that is open."""

from typing import TYPE_CHECKING

from facilitator.domain.cadence import CadenceError, propose_review, read_cadence, say_cadence
from facilitator.domain.capture import Kind
from facilitator.domain.dates import say_day
from facilitator.domain.feedback import FeedbackError, read_feedback
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.records import Question
from facilitator.domain.wrap_up_board import Step, WrapUpBoard
from facilitator.screens.asking import ask_day, ask_person, ask_words, keep
from facilitator.screens.dialogs import Option, Pick
from facilitator.screens.wrap_up_lines import CHECK_INS, GOAL, MONITOR, REVIEW, ROOM
from facilitator.store.commands import closing, introduction, questions
from facilitator.store.queries.wrap_up import wrap_up_board
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.screens.wrap_up import WrapUpScreen


MET = (
    Option("yes", "Yes, they go home with it", "y"),
    Option("no", "No", "n"),
    Option("open", "Not asked yet", "o"),
)
WHETHER = {"yes": True, "no": False, "open": None}
_AFTER = {"review_on": REVIEW, "monitor": MONITOR, "check_ins": CHECK_INS}
_STEPS = {
    "parked": Step.PARKED,
    "question": Step.QUESTIONS,
    "assumption": Step.ASSUMPTIONS,
    "assumptions": Step.ASSUMPTIONS,
    "feedback": Step.FEEDBACK,
    "commitment": Step.COMMITMENTS,
}

# Said in one letter.
_SHORT = {"y": "yes", "n": "no"}


def place_of(gap: Gap) -> tuple[Step, str] | None:
    """The step and the thing that mend a gap; none when it is mended on another screen."""
    field = gap.field or ""
    if field in _AFTER:
        return Step.AFTERWARDS, _AFTER[field]
    step = _STEPS.get(gap.about_kind) or _STEPS.get(field)
    return (step, gap.about_id or "") if step else None


def first_open(board: WrapUpBoard, step: Step) -> str | None:
    """The id of what is to be done next in a step; none when all of it is done."""
    head = board.session
    match step:
        case Step.READ_BACK:
            return next((one.id for one in board.read_back if not one.accepted), None)
        case Step.COMMITMENTS:
            return next((one.id for one in board.committing if board.word_of(one.id) is None), None)
        case Step.PARKED:
            return next((one.id for one in board.parked if not one.resolution), None)
        case Step.QUESTIONS:
            return next((one.id for one in board.questions if not one.answer and not board.answered_by(one)), None)
        case Step.ASSUMPTIONS:
            return next((one.id for one in board.assumptions if one.on is None), None)
        case Step.AFTERWARDS:
            missing = ((MONITOR, head.monitor_id), (CHECK_INS, head.check_ins), (REVIEW, head.review_on))
            return next((name for name, there in missing if not there), None)
        case Step.EXPECTATIONS:
            return next((one.id for one in board.expectations if one.met is None), None)
        case Step.FEEDBACK:
            return GOAL if not head.goal_met else ROOM if not board.feedback else None
        case Step.TIMES | Step.CLOSE:
            return None


async def work_on(screen: "WrapUpScreen", board: WrapUpBoard, step: Step, thing: str) -> None:
    """Open what settles one thing of a step."""
    match step:
        case Step.READ_BACK:
            screen.read_back(thing)
        case Step.COMMITMENTS:
            from facilitator.screens.promising import ask_word

            ask_word(screen, board, thing)
        case Step.PARKED:
            from facilitator.screens.unparking import resolve

            await resolve(screen, board, thing)
        case Step.QUESTIONS:
            await _answer(screen, board, thing)
        case Step.ASSUMPTIONS:
            from facilitator.screens.assuming import edit_assumption

            await edit_assumption(screen, board, thing)
        case Step.AFTERWARDS:
            _agree(screen, board, thing)
        case Step.EXPECTATIONS:
            await _look_again(screen, board, thing)
        case Step.FEEDBACK:
            _ask_feedback(screen, board, thing)
        case Step.TIMES | Step.CLOSE:
            return


async def _answer(screen: "WrapUpScreen", board: WrapUpBoard, question_id: str) -> None:
    """Typed, or given by a decision."""
    question = next((one for one in board.questions if one.id == question_id), None)
    if question is None:
        return
    if not question.answer and board.decisions:
        options = [Option("type", "Write the answer", "a"), Option("decide", "Decide it now", "d")]
        options += [Option(one.id, f"Decision {one.number}: {one.said}") for one in board.decisions]
        chosen = await screen.app.push_screen_wait(Pick(question.text, options))
        if chosen == "decide":
            screen.begin(Kind.DECISION, f" #{question.key}")
        elif chosen not in (None, "type"):
            screen.app.do(questions.answer_by_decision, screen.session_id, question.id, chosen)
        if chosen != "type":
            return
    _type_answer(screen, question)


def _type_answer(screen: "WrapUpScreen", question: Question) -> None:
    def then(typed: str, words: str) -> None:
        keep(screen, typed, questions.answer_question, question.id, words)

    prompt = Prompt(f"#{question.key}", lambda _: (row((question.text, Tone.DIM)),))
    ask_words(screen, prompt, then, question.answer or "")


def _agree(screen: "WrapUpScreen", board: WrapUpBoard, thing: str) -> None:
    """The monitor, the rhythm, the day of the review."""
    if screen.frame is None:
        return
    today = screen.frame.today(screen.app.now())
    head = board.session
    if thing == MONITOR:
        known = board.name(head.monitor_id)
        ask_person(screen, "who watches", lambda typed, *who: keep(screen, typed, closing.set_monitor, *who), known)
    elif thing == CHECK_INS:

        def then(typed: str, words: str) -> None:
            try:
                keep(screen, typed, closing.set_check_ins, read_cadence(words))
            except CadenceError as error:
                screen.app.say(str(error), warning=True)

        ask_words(
            screen,
            Prompt("check in", _hear_rhythm, replaced=True),
            then,
            say_cadence(head.check_ins or "FREQ=WEEKLY;INTERVAL=2"),
        )
    elif thing == REVIEW:
        day = head.review_on or propose_review(head, today)
        words = say_day(day, today).partition(" ")[2]
        ask_day(screen, "review", lambda typed, on: keep(screen, typed, closing.set_review, on), words)


def _hear_rhythm(text: str) -> tuple[Row, ...]:
    try:
        return (row((say_cadence(read_cadence(text)), Tone.STRONG)),) if text.strip() else ()
    except CadenceError as error:
        return (row((str(error), Tone.WARM)),)


async def _look_again(screen: "WrapUpScreen", board: WrapUpBoard, expectation_id: str) -> None:
    """One expectation after the other, from this one on, until all are looked at."""
    expectation = next((one for one in board.expectations if one.id == expectation_id), None)
    if expectation is None:
        return
    said = (row((expectation.text, Tone.STRONG), (f"   {board.name(expectation.by_id)}", Tone.DIM)),)
    chosen = await screen.app.push_screen_wait(Pick("Was it met?", MET, said))
    if chosen is None:
        return
    screen.app.do(introduction.meet_expectation, screen.session_id, expectation_id, WHETHER[chosen])
    fresh = screen.app.store.read(wrap_up_board, screen.session_id)
    if following := first_open(fresh, Step.EXPECTATIONS):
        await _look_again(screen, fresh, following)


def _ask_feedback(screen: "WrapUpScreen", board: WrapUpBoard, thing: str) -> None:
    if thing == GOAL:
        goal = board.session.goal or "The session has no goal."
        prompt = Prompt("goal met", lambda _: (row((goal, Tone.DIM)),), hint="yes · no · in part, …")
        ask_words(
            screen,
            prompt,
            lambda typed, words: keep(screen, typed, closing.judge_goal, _SHORT.get(words.lower(), words)),
            board.session.goal_met or "",
        )
        return
    person_id = None if thing == ROOM else thing
    given = board.feedback_of(person_id)

    def then(typed: str, words: str) -> None:
        try:
            worth, higher = read_feedback(words)
        except FeedbackError as error:
            screen.app.say(str(error), warning=True)
            return
        keep(screen, typed, closing.give_feedback, worth, higher, person_id)

    prompt = Prompt(
        f"worth it: {board.name(person_id) or 'the room'}", _hear_feedback, hint="4 shorter, with the numbers first"
    )
    ask_words(screen, prompt, then, f"{given.worth} {given.higher_if or ''}".strip() if given else "")


def _hear_feedback(text: str) -> tuple[Row, ...]:
    if not text.strip():
        return (row(("Was it worth the time, one to five? What would make it one higher?", Tone.DIM)),)
    try:
        worth, higher = read_feedback(text)
    except FeedbackError as error:
        return (row((str(error), Tone.WARM)),)
    return (row((f"{worth} of 5", Tone.STRONG), (f"   one higher if: {higher}" if higher else "", Tone.DIM)),)
