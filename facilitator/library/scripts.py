"""The script of an item, for the moderator alone: its method, what to ask, where to stay, when to move on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from facilitator.domain.kinds import Stage
from facilitator.library.reading import read
from facilitator.library.sayings import Method, Opening, Prompts
from facilitator.library.shelf import list_sectors, nearest, shelved


@dataclass(frozen=True, slots=True)
class _Methods:
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class _Prompts:
    prompts: tuple[Prompts, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """What stands beside the running item; `method` is none when the item names none that is known."""

    method: Method | None
    prompts: Prompts


@cache
def methods() -> tuple[Method, ...]:
    """Return every method, by name."""
    every = (method for file in shelved("methods", _Methods) for method in file.methods)
    return tuple(sorted(every, key=lambda method: method.name))


def methods_for(stage: Stage) -> tuple[Method, ...]:
    """Return the methods that suit a stage, warm-ups first and closings last, by name."""
    order = ("warm-up", "work", "closing")
    fitting = (each for each in methods() if stage in each.stages)
    return tuple(sorted(fitting, key=lambda each: order.index(each.moment)))


def method(name: str) -> Method:
    """Return one method; `LibraryError` when there is none of that name."""
    named = {each.name: each for each in methods()}
    if name not in named:
        raise nearest("method", name, list(named))
    return named[name]


@cache
def opening() -> Opening:
    """Return the three questions, the four warnings, the ground rules on offer and the principal's promise."""
    text = (files("facilitator.library") / "opening.toml").read_text(encoding="utf-8")
    return read(Opening, text, "opening.toml")


def prompts(stage: Stage, sectors: Iterable[str] = ()) -> Prompts:
    """Return what to ask in a stage; what the named sector packs add comes first."""
    return _gathered(stage.value, set(sectors))


def prompts_for_question(key: str, sectors: Iterable[str] = ()) -> Prompts:
    """Return what to ask about one must-answer question; empty for a key that nobody wrote prompts for.

    A question that only one sector pack asks is known without naming the pack.
    """
    asking = {each.name for each in list_sectors() if key in {question.key for question in each.questions}}
    return _gathered(key, asking | set(sectors))


def script(stage: Stage, method_name: str | None = None, key: str | None = None, sectors: Iterable[str] = ()) -> Script:
    """Return the script of an item: what belongs to its question first, then what belongs to its stage."""
    packs = tuple(sectors)
    about_question = prompts_for_question(key, packs) if key else Prompts(stage.value)
    known = {each.name: each for each in methods()}
    return Script(known.get(method_name or ""), about_question.then(prompts(stage, packs)))


def _gathered(about: str, sectors: set[str]) -> Prompts:
    packs = (each.prompts for each in list_sectors() if each.name in sectors)
    shelves = (*packs, *(file.prompts for file in _written()))
    found = Prompts(about)
    for each in (each for shelf in shelves for each in shelf if each.about == about):
        found = found.then(each)
    return found


@cache
def _written() -> tuple[_Prompts, ...]:
    return shelved("prompts", _Prompts)
