"""Whom an `@` means: a person of the session, a new one, or nobody who could answer for anything."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.capture.captured import Refused, Token, TokenKind
from facilitator.domain.capture.tokens import Segment
from facilitator.domain.owners import find_owner_named
from facilitator.domain.people import Found, Several, ending, find_person, full_name_at, listed
from facilitator.domain.wording import judge_owner, post_named

if TYPE_CHECKING:
    from facilitator.domain.person import Person

_WORD = re.compile(r"\S+")
_LOOSE = ",.;:!?)"
_AND = re.compile(r"\s*(?:,|\+|&|/|(?:and|und|et|y|и|or|oder|ou|o|или)(?=\s|$))\s*", re.IGNORECASE)
_OPENS_A_GROUP = (
    r"the|our|my|your|their|whole|entire|der|die|das|unser\w*|le|la|les|l['’]|notre|el|los|nuestro"
    r"|весь|вся|наш\w*|.+['’]s"
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_SURNAME = (
    r"(?:v[ao]n|de|der|den|di|da|la|le|ter|zu)|"
    r"[^\W\d_a-zа-яёß-öø-ÿ]['’]?[^\W\d_A-ZА-ЯЁ][^\W\d_]*(?:-\w+)?"
)
_SECOND = "{} is named already, and one person is enough."
_SEVERAL = "{} are {} names. One person answers for a decision: who is it?"
_COUNTED = {2: "two", 3: "three", 4: "four"}


class Owner(NamedTuple):
    """Who was meant. `weak` says why these words are no person (D02); `new` is a name nobody had before."""

    name: str
    id: str | None = None
    new: str | None = None
    weak: str | None = None


class Owned(NamedTuple):
    """What the `@` tokens of a line came to."""

    owner: Owner | None = None
    tokens: tuple[Token, ...] = ()
    refused: tuple[Refused, ...] = ()


class _Taken(NamedTuple):
    """What one `@` says, and up to where; `says` when it is refused."""

    end: int = 0
    owner: Owner | None = None
    says: str = ""


def find_owner(line: str, parts: Sequence[Segment], people: "Sequence[Person]", *, binds: bool) -> Owned:
    """The first `@` that means somebody; a second one is refused.

    `binds` when somebody has to answer for the line: then words that name no person are kept as its owner (D02).
    """
    owner: Owner | None = None
    tokens: list[Token] = []
    refused: list[Refused] = []
    for part in parts:
        if part.sign != "@" or (tokens and part.start < tokens[-1].end):
            continue
        taken = _Taken(says=_SECOND.format(owner.name)) if owner else _read(line, part, people, binds=binds)
        if taken.owner:
            owner = taken.owner
            tokens.append(Token(TokenKind.PERSON, part.start, taken.end))
        else:
            refused.append(_refused(line, part, taken.says))
    return Owned(owner, tuple(tokens), tuple(refused))


def _read(line: str, part: Segment, people: "Sequence[Person]", *, binds: bool) -> _Taken:
    words = list(_WORD.finditer(line, part.start + 1, part.end))[:5]
    taken = _known(words, people) or _unknown(line, part, words, binds=binds)
    return _with_another(line, part, taken, people) if binds and taken.owner else taken


def _known(words: Sequence[re.Match[str]], people: "Sequence[Person]") -> _Taken | None:
    """A person of the session: by the full name where the words go on with it, else by the first word."""
    if full := full_name_at([word.group() for word in words], people):
        person, count = full
        return _Taken(words[count - 1].end(), Owner(person.name, person.id))
    match find_owner_named(words[0].group().rstrip(_LOOSE), people):
        case Found(person):
            return _Taken(words[0].end(), Owner(person.name, person.id))
        case Several(fitting):
            return _narrowed(words, fitting)
    return None


def _with_another(line: str, part: Segment, taken: _Taken, people: "Sequence[Person]") -> _Taken:
    """“@anna and jonas”, “@anna, jonas, li”, “@sales & marketing”: several names make no owner."""
    if not taken.owner:
        return taken
    named, end = [taken.owner.name], taken.end
    while (found := _other(line, part, end, people)) and found[0] not in named:
        named.append(found[0])
        end = found[1]
    if len(named) == 1:
        return taken
    of_groups = judge_owner(line[part.start + 1 : end].rstrip(_LOOSE)) if taken.owner.weak else None
    says = _SEVERAL.format(listed(named), _COUNTED.get(len(named), "several"))
    return _Taken(end, Owner(listed(named), weak=of_groups.says if of_groups else says))


def _other(line: str, part: Segment, end: int, people: "Sequence[Person]") -> tuple[str, int] | None:
    """The name that an “and” or a comma behind a name adds, and where it ends."""
    named = line[part.start : end].rstrip(_LOOSE)
    if not (link := _AND.match(line, part.start + len(named))):
        return None
    signed = line.startswith("@", link.end())
    stop = len(line) if signed or end > part.end else part.end
    word = _WORD.match(line, link.end() + signed, stop)
    if word is None:
        return None
    said = word.group().rstrip(_LOOSE)
    only_names = _only_names(line[word.end() : part.end], people)
    if "," in link.group() and not only_names:
        return None  # “@anna, jonas signs it” names one owner
    match find_owner_named(said, people):
        case Found(person):
            return person.name, word.end()
    return (said, word.end()) if only_names and _could_own(said) else None


def _only_names(rest: str, people: "Sequence[Person]") -> bool:
    """Whether all that follows goes on with the list: “, tom and li”."""
    said = filter(None, (word.strip(f"@ {_LOOSE}") for word in _AND.split(rest)))
    return all(isinstance(find_owner_named(word, people), Found) or _could_own(word) for word in said)


def _could_own(word: str) -> bool:
    """A name written as one, or a word such as “marketing” that is no person at all."""
    return bool(re.fullmatch(_SURNAME, word)) or (bool(_NAME.fullmatch(word)) and judge_owner(word) is not None)


def _narrowed(words: Sequence[re.Match[str]], fitting: "Sequence[Person]") -> _Taken:
    """“@Anna W” where two are called Anna: the second word decides, when it is written as a name."""
    said = words[0].group().rstrip(_LOOSE)
    if len(words) > 1 and words[1].group()[0].isupper():
        match find_person(f"{said} {words[1].group()}", fitting):
            case Found(person):
                return _Taken(words[1].end(), Owner(person.name, person.id))
    return _Taken(says=f"“@{said}” fits {ending(person.name for person in fitting)} Type more of the name.")


def _unknown(line: str, part: Segment, words: Sequence[re.Match[str]], *, binds: bool) -> _Taken:
    """A word that is no name (a team, “all”), two names in one word, or a new person."""
    first = words[0].group().rstrip(_LOOSE)
    if (count := _group_words(words)) and (weak := judge_owner(said := _said(line, part, words, count))):
        return _Taken(words[count - 1].end(), Owner(said, weak=weak.says)) if binds else _Taken(says=weak.says)
    if not _NAME.fullmatch(first) or first.endswith(("'s", "’s")):
        return _Taken(says=f"“@{first}” is no name. Type a name, or @@ for the sign itself.")
    end = _name_end(line, part, words)
    name = line[part.start + 1 : end].rstrip(_LOOSE)
    name = name if name != name.lower() else name.title()
    return _Taken(end, Owner(name, new=name))


def _group_words(words: Sequence[re.Match[str]]) -> int:
    """How many words name a group: “marketing”, “the marketing team”; none when the first begins a name."""
    said = " ".join(word.group().rstrip(_LOOSE) for word in words)
    if post := post_named(said):
        return len(said[:post].split())
    first = words[0].group()
    count = 2 if len(words) > 1 and re.fullmatch(_OPENS_A_GROUP, first, re.IGNORECASE) else 1
    if not judge_owner(" ".join(word.group().rstrip(_LOOSE) for word in words[:count])):
        return 0
    closed = words[count - 1].group()[-1] in _LOOSE
    following = words[count].group().rstrip(_LOOSE) if not closed and len(words) > count else ""
    if _NAME.fullmatch(following) and judge_owner(following):
        return count + 1
    return count


def _said(line: str, part: Segment, words: Sequence[re.Match[str]], count: int) -> str:
    return line[part.start + 1 : words[count - 1].end()].rstrip(_LOOSE)


def _name_end(line: str, part: Segment, words: Sequence[re.Match[str]]) -> int:
    """Surnames belong to a new name when they are written as names: “@Jan van Dijk by friday”.

    At the line's start a verb follows as often as a surname (“@Jonas Publish the page”): there the name takes a second
    word only when nothing else follows.
    """
    end = words[0].end()
    if not words[0].group()[0].isupper() or words[0].group()[-1] in _LOOSE.replace(".", ""):
        return end
    for word in words[1:4]:
        said = word.group().rstrip(_LOOSE)
        if not re.fullmatch(_SURNAME, said):
            break
        if said[0].isupper():
            end = word.end()
    whole = not line[end : part.end].strip()
    return end if whole or line[: part.start].strip() else words[0].end()


def _refused(line: str, part: Segment, says: str) -> Refused:
    word = _WORD.match(line, part.start, part.end)
    token = word.group().rstrip(_LOOSE) if word else "@"
    return Refused(token, says, part.start, part.start + len(token))
