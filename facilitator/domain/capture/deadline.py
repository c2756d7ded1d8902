"""The deadline of a capture line: `by …` at its end, or before a token."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.capture.by_words import (
    ends_a_time,
    ends_in_its_verb,
    goes_on,
    is_amount,
    is_way,
    looks_like_a_deadline,
    may_belong,
    names_an_event,
    opens_a_time,
    tells_a_time,
)
from facilitator.domain.capture.captured import Refused, Token, TokenKind
from facilitator.domain.capture.tokens import Segment
from facilitator.domain.dates import Deadline, DeadlineError, read_deadline, says_more

if TYPE_CHECKING:
    from facilitator.domain.person import Person

# The phrases go to the reader of dates with their first word, because "before" a day is another day than "by" it.
# What says “for” as well leads in a day, but not “the budget for January”: that is what the thing is for.
_DAY = (
    r"\d{1,2}(?!\d)|fin\w*\b|principios\b|mediados\b|mañana\b|hoy\b|demain\b|début\b|mi-"
    r"|(?:lun|mar|mi[eé]r|jue|vie|s[aá]b|dom)\w*\b|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b"
)
# Written small, as days and months are there: “para Domingo” is for somebody, “к Марте” to somebody.
_FOR = (
    rf"(?:para|hasta)(?=\s+(?:el\s+)?(?-i:{_DAY}))|pour(?=\s+(?:le\s+|la\s+)?(?-i:{_DAY}))|zum(?=\s+\d{{1,2}}\.)"
    r"|ко?(?=\s+(?-i:[а-яё\d]))"
)
_BY = re.compile(rf"(?<!\S)(?:by:?|before|bis|vor|до|avant|d['’]ici|antes|{_FOR})\s+(?=\S)", re.IGNORECASE)
_FROM = re.compile(r"(?<!\S)vo[nm]\s+\S+(?:\s+\S+)?$", re.IGNORECASE)
# Each up to its blank: a row of signs can be parted into tokens in more ways than there is time for.
_ONLY_TOKENS = re.compile(r"(?:[@#]\S+(?:\s+|$))*")
_STOP = re.compile(r"[.,;!]|\s+[,;](?=\s|$)")
_YEAR = re.compile(r"\d{4}\W?")
_REFUSABLE = {"by", "bis", "до"}
_VALUES = ("!", "$")
_TRIES = 3
_LONGEST = 60
_TWICE = "A later deadline stands in the line already. Keep one of the two."
_MORE = "“{}” says more than a day. Type the day alone."


class Due(NamedTuple):
    """A day, what else it could mean, and the words that said so."""

    deadline: Deadline
    token: Token


class Dated(NamedTuple):
    """What was found: the deadline, and phrases that look like one and are none."""

    due: Due | None = None
    refused: tuple[Refused, ...] = ()


class _Phrase(NamedTuple):
    """“by” and what follows it up to the segment's end; `before` is what stands in front of it."""

    start: int
    words: str
    before: str


class _Read(NamedTuple):
    """A deadline, and how many characters of the phrase say it."""

    deadline: Deadline
    length: int


def find_deadline(
    line: str, parts: Sequence[Segment], today: date, people: "Sequence[Person]", *, day_first: bool
) -> Dated:
    """The last phrase that is a deadline; a phrase that only looks like one is refused, any other left alone.

    A measure may hold a day of its own (“!10 leads by june”): it is the deadline only where the line has no other.
    """
    due: Due | None = None
    refused: list[Refused] = []
    for part in sorted(parts, key=lambda one: (one.sign in _VALUES, -one.start)):
        if due and part.sign in _VALUES:
            break
        for phrase in _phrases(line, part):
            leads = bool(_ONLY_TOKENS.fullmatch(phrase.before))
            read = _read(phrase.words, today, day_first, leads, bool(_FROM.search(phrase.before)))
            if isinstance(read, _Read) and not due:
                due = Due(
                    read.deadline, Token(TokenKind.DUE, phrase.start, _past_stop(line, phrase.start + read.length))
                )
            elif says := _TWICE if isinstance(read, _Read) else _refusal(phrase, read, people, today):
                refused.append(Refused(phrase.words, says, phrase.start, phrase.start + len(phrase.words)))
            else:
                continue
            break
    return Dated(due, tuple(reversed(refused)))


def cut(parts: Sequence[Segment], dated: Dated) -> list[Segment]:
    """The segments up to where a deadline begins: one that was refused is a piece of text, not of a measure."""
    stops = [one.start for one in dated.refused] + ([dated.due.token.start] if dated.due else [])
    if not stops:
        return list(parts)
    return [_cut(part, [at for at in stops if part.start <= at < part.end]) for part in parts]


def _cut(part: Segment, stops: list[int]) -> Segment:
    return Segment(part.sign, part.start, min(stops)) if stops else part


def _phrases(line: str, part: Segment) -> Iterator[_Phrase]:
    """The last few, the shortest first."""
    begins = [found.start() for found in _BY.finditer(line, max(part.start, part.end - 4 * _LONGEST), part.end)]
    for at in reversed(begins[-_TRIES:]):
        words = line[at : part.end].rstrip().rstrip(" ,;!")
        if len(words) <= _LONGEST and len(words.split(None, 1)) > 1:
            yield _Phrase(at, words, line[max(part.start, at - _LONGEST) : at].strip())


# Each keystroke reads the whole line again, and the deadline in it rarely changed.
@lru_cache(maxsize=64)
def _read(words: str, today: date, day_first: bool, leads: bool, ranges: bool) -> _Read | str | None:
    """The deadline, or why it is none; nothing when the words say how or how much.

    Behind one that `leads`, what is decided follows: “by friday publish the list”. One that `ranges` from a day on
    (“von Montag bis Freitag verlängern”) is a stretch of time, and no deadline that a verb could follow.
    """
    if is_amount(words) or is_way(words):
        return None
    read = _asked(words, today, day_first)
    if isinstance(read, str) and words.endswith("."):  # the sentence's, or as in “15.” the day's
        read = _asked(words[:-1], today, day_first)
    if isinstance(read, str):
        return _at_its_head(words, today, day_first, leads) or read
    by, said = words.split(None, 1)
    length = _length(words, read, today, day_first)
    if not opens_a_time(said) and _superfluous(by, said, read, today, day_first):
        return _MORE.format(words)
    rest = words[length:].lstrip()
    if not leads and names_an_event(rest) and not goes_on(rest):
        return _Read(read, len(words))
    if says_more(" ".join(_without_ending(words[:length].split()[1:]))):
        return _MORE.format(words)
    ends = not rest or words[length - 1] in ",;" or goes_on(rest)
    if not ends and (leads or (not ranges and ends_in_its_verb(by, rest))):
        ends = not _turns_on_its_last_word(words[:length].rstrip(), read, today, day_first)
    return _Read(read, length) if ends else _MORE.format(words)


def _at_its_head(words: str, today: date, day_first: bool, leads: bool) -> _Read | None:
    """A short day before a stop, “by fri, then go”, or leading what is decided, “by fri publish the list”."""
    ends = [found.end() for found in re.finditer(r"[,;:](?=\s)", words)][:1]
    if leads:
        ends += [found.end() for found in re.finditer(r"\S+\s+\S+", words)][:1]
    for length in ends:
        head = words[:length].rstrip(",;:")
        read = _asked(head, today, day_first)
        if isinstance(read, Deadline) and not _says_more(head, read, today, day_first):
            return _Read(read, length)
    return None


def _says_more(words: str, read: Deadline, today: date, day_first: bool) -> bool:
    """“By Anna on friday”, “by friday room 3”."""
    by, _, said = words.partition(" ")
    return says_more(said) or (not opens_a_time(said) and _superfluous(by, said, read, today, day_first))


def _turns_on_its_last_word(words: str, read: Deadline, today: date, day_first: bool) -> bool:
    """“By monday 3” before “people hired”: the number is what follows. But “15. Januar” turns on its month."""
    kept, _, last = words.rpartition(" ")
    shorter = _asked(kept, today, day_first)
    if not isinstance(shorter, Deadline) or _YEAR.fullmatch(last):
        return False
    return last.isdigit() or (shorter.day != read.day and not re.search(r"\d\S*$", kept))


def _length(words: str, read: Deadline, today: date, day_first: bool) -> int:
    """How far the deadline goes: “by friday” in “by friday for the board”, which says the same day."""
    length, kept, timely = len(words), words, False
    while len(parted := kept.rsplit(None, 1)) > 1:
        kept, last = parted
        if _asked(kept.rstrip(",;"), today, day_first) != read:
            break
        # A number at the end is the day's only where the sentence does not go on before it: “and book room 12”.
        timely = timely or ends_a_time(last)
        ends = not (goes_on(last) and not tells_a_time(words[len(kept) : length])) if timely else may_belong(last)
        if not ends:
            length, timely = len(kept), False
    return length


def _without_ending(words: list[str]) -> list[str]:
    """“Friday” of “friday or so”."""
    while len(words) > 1 and may_belong(words[-1]):
        words = words[:-1]
    return words


def _superfluous(by: str, said: str, read: Deadline, today: date, day_first: bool) -> bool:
    """Whether the first word adds nothing to the day: “by Anna on friday” says the same without Anna."""
    first, _, rest = said.partition(" ")
    if not rest or isinstance(_asked(f"{by} {first}", today, day_first), Deadline):
        return False
    return _asked(f"{by} {rest}", today, day_first) == read


def _asked(words: str, today: date, day_first: bool) -> Deadline | str:
    try:
        return read_deadline(words.replace(":", "", 1) if words[2:3] == ":" else words, today, day_first=day_first)
    except DeadlineError as refusal:
        return str(refusal)


def _past_stop(line: str, end: int) -> int:
    """The full stop or the comma behind a deadline goes with it, also one after a blank."""
    return found.end() if (found := _STOP.match(line, end)) else end


def _refusal(phrase: _Phrase, read: str | None, people: "Sequence[Person]", today: date) -> str | None:
    """Why it is no deadline, where somebody meant one: “by asap”, “by the next meeting”, “by AcmeCon”."""
    by, *words = phrase.words.split()
    if by.lower().rstrip(":") not in _REFUSABLE:
        return None
    if looks_like_a_deadline(words, phrase.before, people):
        return read
    return read if read == _MORE.format(phrase.words) and _begins_with_a_day(by, *words[:2], today=today) else None


@lru_cache(maxsize=64)
def _begins_with_a_day(by: str, *words: str, today: date) -> bool:
    """“by friday room 3”, “by the 15th v2”, but not “by Anna on friday”."""
    begins = (" ".join(words[:count]) for count in (1, 2))
    days = (one for one in begins if isinstance(_asked(f"{by} {one}", today, day_first=True), Deadline))
    return not all(map(says_more, days))
