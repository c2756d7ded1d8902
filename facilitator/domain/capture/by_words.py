"""Whether the words after “by” tell a time, an amount, a person or an event."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.domain.patterns import Alternatives
from facilitator.domain.people import Found, find_person

if TYPE_CHECKING:
    from facilitator.domain.person import Person

_NUMERAL = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half(?:\s+an?)?)"
_UNIT = (
    r"(?:%|percent|per\s+cent|pp|points?|x|times|k|m|bn|€|\$|£|eur|euros?|usd|dollars?|thirds?|quarters?|half"
    r"|minutes?|hours?|days?|weeks?|months?|years?)"
)
_AMOUNT = rf"by\s+(?:[€$£]\s?\d.*|\d{{1,3}}|(?:\d[\d.,]*|{_NUMERAL})\s*{_UNIT})\s*"
_TIME = (
    r"asap|a\.s\.a\.p|soon|sooner|later|sometime|someday|eventually|ongoing|tbd|tba|latest|next|end|eo[dwmqy]"
    r"|h[12]|q[1-4]|fy\d*|spring|summer|autumn|fall|winter|christmas|easter|day|week|weekend|month|quarter|year|\d{4}"
    r"|today|tonight|tomorrow|noon|midnight"
    # Whole words: “dec” is no “decide”, “thu” no “thus”.
    r"|jan(?:uary)?|feb(?:ruary)?|mar|march|apr|april|may|jun|june|jul|july|aug|august|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|mon|monday|tue(?:sday)?|tues|wed(?:nesday)?|thu(?:rsday)?|thurs?|fri|friday|sat|saturday|sun|sunday"
)
_EVENT = r"meeting|conference|launch|kick-?off|event|review|summit|session|fair|board|release|holidays?"
_ELSEWHERE = (
    r"bald|sofort|später|nächst\w*|treffen|sitzung|termin|messe|bientôt|prochaine?|réunion|salon|pronto|próxim\w+|reunión|feria"
    r"|скоро|следующ\w+|встреч\w*|заседани\w*"
)
_OPENS = (
    r"the|an?|this|that|coming|on|at|in|of|mid\S*|early|late|start|beginning|close|cob|about|around|no|not"
    r"|first|second|third|last|say|our|calendar|within|until|till|en|sous|before|after|[+\d]\S*"
    r"|zum|zur|dem|den|der|die|das|am|im|ende|anfang|mitte|spätestens|nächste\w*|kommende\w*|diese\w*"
    r"|le|la|les|au|fin|début|mi\S*|el|los|finales|principios|mediados|de|del|du"
    r"|к|до|на|в|во|конца|начала|середины|следующ\w+|этой|этого"
)
_ENDS = (
    r"\d.*|kw\d.*|cw\d.*|wk?\d.*|q\d.*|h\d.*|fy\d.*|mid\W?\d.*|early|late|morning|afternoon|evening|night|sharp|earliest|before|after|am|pm|uhr|h|utc|gmt|bst|c?et|ce?st|msk|[pe]dt|[pe]?st|pt"
    # Months, but those that are in English alike; behind a day they are its own.
    r"|januar|janv(?:ier)?|févr(?:ier)?|februar|märz|mrz|mars|avril|mai|juni|juin|juil(?:let)?|juli|août|septembre"
    r"|octobre|okt(?:ober)?|dez(?:ember)?|déc(?:embre)?"
    r"|enero|ene|febrero|marzo|abr(?:il)?|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|dic(?:iembre)?"
    r"|früh|abends?|nachmittags?|spätestens|tard|soir|matin|tarde|tardar|ago"
)
_CONJUNCTIONS = (
    "for|to|and|or|so|then|unless|if|with|in|on|at|via|through|because|but|as|which|that|when|where|from"
    "|using|und|für|damit|mit|oder|aber|sonst|pour|et|ou|avec|mais|y|o|con|pero|и|для|чтобы|или|но"
)
_GOES_ON = (*",;:(–—-",)
_LIKE_A_TIME = Alternatives(f"{_TIME}|{_EVENT}|{_ELSEWHERE}|then|now".split("|"), r"\b", r"\b")
_OPENS_A_TIME = Alternatives(f"{_TIME}|{_OPENS}".split("|"), behind=r"(?!\w)")
_ENDS_A_TIME = Alternatives(f"{_TIME}|{_ENDS}".split("|"), r"[^\w]*", r"[^\w]*")
_JOINS_ON = Alternatives(_CONJUNCTIONS.split("|"), behind=r"\b")
_NO_NAME = "the|an?|about|after|without|whether|who|to|for|plan|prepare|cancel|hold|book|import"
_EVENT_ALONE = Alternatives(_EVENT.split("|"), rf"(?:(?!(?:{_NO_NAME})\b)\w+\s+){{0,2}}")
_NUMBERS = r"\d[./-]\d"
_MAY_BELONG = Alternatives(["or", "if", "so", "no", "not", "than", "at", "the", "on", "in", "of"])
_PARTICIPLE = r"(?:ed|en|wn|one|ade|ght|uilt|eld|led|run|ung|und)$"
_DOING = r"\w+\s+(?!spring|evening|morning|meeting|thanksgiving|beginning|opening|closing)\w+ing\s+\w"
_MOST_WORDS = 6
_GERMAN = ("bis", "zum")
_INFINITIVE_LAST = re.compile(r"(?:^|\s)[a-zäöüß]{2,}(?:[elr]n|tun)\.?$")


def is_amount(phrase: str) -> bool:
    """“Grow by 10 %”, “shorten by two weeks”: how much, not when."""
    return bool(re.fullmatch(_AMOUNT, phrase, re.IGNORECASE))


def is_way(phrase: str) -> bool:
    """“By calling them next week”: how, not when."""
    return bool(re.match(_DOING, phrase, re.IGNORECASE))


def opens_a_time(words: str) -> bool:
    """Whether the first word belongs to a day; “Anna on friday” holds one, but does not begin as one."""
    return bool(_OPENS_A_TIME.of(_first(words)).match(words))


def ends_a_time(word: str) -> bool:
    """Whether a last word may belong to a day or an hour, even where the day is the same without it."""
    return bool(_ENDS_A_TIME.of(word).fullmatch(word))


def may_belong(word: str) -> bool:
    """Whether a word belongs to a day when it ends there (“or so”), and to the sentence when that goes on."""
    return bool(_MAY_BELONG.of(word).fullmatch(word))


def tells_a_time(words: str) -> bool:
    """Whether each word may belong to a day or an hour: “at noon”, but not “and book room 12”."""
    return all(opens_a_time(word) or ends_a_time(word) or may_belong(word) or goes_on(word) for word in words.split())


def goes_on(rest: str) -> bool:
    """Whether a sentence goes on here: “by friday for the board”, but not “by christmas shopping starts”."""
    return rest.startswith(_GOES_ON) or bool(_JOINS_ON.of(_first(rest)).match(rest))


def ends_in_its_verb(by: str, rest: str) -> bool:
    """“Veröffentlichen” in “die Liste bis Freitag veröffentlichen”: German says last what is done."""
    return by.lower() in _GERMAN and bool(_INFINITIVE_LAST.search(rest))


def names_an_event(rest: str) -> bool:
    """“Meeting” in “before the 30 Sept board meeting”: the day's event, and no more of the sentence."""
    return bool(_EVENT_ALONE.of(rest).fullmatch(rest))


def looks_like_a_deadline(words: Sequence[str], before: str, people: "Sequence[Person]") -> bool:
    """Whether whoever typed this meant a time: it speaks of one, or of an event, and of no person."""
    if len(words) > _MOST_WORDS or re.search(_PARTICIPLE, before, re.IGNORECASE):
        return False
    if isinstance(find_person(words[0], people), Found):
        return False
    named, said = len(words) <= 3 and all(word[0].isupper() for word in words), " ".join(words)
    return named or bool(_LIKE_A_TIME.of(said).search(said) or re.search(_NUMBERS, said))


def _first(words: str) -> str:
    return words.partition(" ")[0]
