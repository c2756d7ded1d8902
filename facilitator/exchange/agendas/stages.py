"""Guessing the stage and the kind of an item from its words and its place; shown for correction later."""

import re
from collections import Counter
from collections.abc import Sequence

INTRODUCTION, DIAGNOSIS, BRAINSTORM, DECISIONS, WRAP_UP = (
    "introduction",
    "diagnosis",
    "brainstorm",
    "decisions",
    "wrap-up",
)

_WORDS = {
    WRAP_UP: r"wrap[\s-]?up|any\sother\sbusiness|aob"
    r"|clos(?:e|ing)|conclu\w+|next\ssteps|feedback|adjourn\w*|retrospective"
    r"|check[\s-]?out|farewell|summary|recap"
    r"|action\sitems|outcomes?|thanks|good\s?bye|abschluss\w*|fazit|ausblick|verabschiedung|nächste\sschritte"
    r"|sonstiges|verschiedenes"
    r"|zusammenfassung|schluss\w*|clôture|bilan|cierre|próximos\spasos|итог\w*|заключ\w*|закрыт\w*",
    INTRODUCTION: r"welcome"
    r"|(?:approv(?:al|e)|adoption|adopt|accept)\s(?:of\s)?(?:the\s)?(?:last\s|previous\s)?minutes|overview"
    r"|genehmigung\sdes\s(?:letzten\s)?protokolls|introductory|intro(?:s|ductions?)?|opening"
    r"|kick[\s-]?off|registration|check[\s-]?in|roll\scall"
    r"|ground\srules|arrival|ice\s?breaker"
    r"|begrüßung|einführung|eröffnung|vorstellung\w*|anmeldung|ankommen|formalia|regularia|accueil|bienvenue"
    r"|ouverture|bienvenida|registro|"
    r"apertura|presentaci[oó]n\sde\slos|приветств\w*|открыт\w*|вступлен\w*|регистрац\w*|знакомств\w*"
    r"|housekeeping|logistics|agenda\sreview|why\swe(?:'re|\sare)\shere|purpose|aims?|frame|framing"
    r"|setting\sthe\s(?:scene|stage)"
    r"|expectations|arriv(?:e|al)|ziele?\sdes\stages|rahmen|erwartungen|cadrage|objectifs|objetivos"
    r"|expectativas|цел[ьи]\w*",
    DECISIONS: r"deci\w+|vot(?:e|es|ing)|polls?|priorit\w+|roadmap|bets?|commit(?:ment)?s?|resolutions?"
    r"|approv\w+"
    r"|budget(?!\s(?:status|review|report|update))|proposals?|amendments?|antr[aä]ge?|action\splan\w*|agree\son"
    r"|entscheid\w*|beschl[uü]\w*|abstimmung|priorisierung|maßnahmen|décision\w*|décider|decisi[oó]n\w*"
    r"|votaci[oó]n|решен\w*|голосован\w*|motion",
    BRAINSTORM: r"brain\s?storm\w*|improvements?|labs?|hands[\s-]?on|hack(?:ing|athon)"
    r"|verbesserung\w*|ideas?|ideation|idea(?:tion)?|options?|workshops?|breakouts?|unconference"
    r"|explor\w+|solutions?|design\s(?:sprint|studio)"
    r"|scenarios?|open\sspace|ideen\w*|lösung\w*|optionen|arbeitsgruppen|remue-méninges|idées?|atelier"
    r"|lluvia\sde\sideas|taller|идеи|идей|мозгов\w*",
    DIAGNOSIS: r"diagnos\w*|presentations?|demos?|demonstrations?|review|status|updates?|reports?"
    r"|where\swe\s(?:are|stand)|analy[sz]\w+|numbers?"
    r"|metrics|results|problems?|challenges|swot"
    r"|lessons|background|state\sof|previous|bericht\w*|stand\sder|analyse|lage|rückblick|zahlen|probleme"
    r"|ist-stand|état\sdes|diagn[oó]stico|an[aá]lisis"
    r"|анализ\w*|отчет\w*|отчёт\w*|обзор\w*|проблем\w*",
}
_STAGES = {stage: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) for stage, words in _WORDS.items()}
_BREAK = re.compile(
    r"(?<!\w)(?:lunch(?:time)?|breaks?(?!\s(?:down|out|into|through|even|up)|-?out)|coffee|tea|breakfast"
    r"|dinner|supper|brunch|refreshments|"
    r"pausen?|kaffee\w*|mittag\w*|abendessen|frühstück|imbiss|\w+pause|déjeuner|dîner|café|goûter|almuerzo"
    r"|comida|descanso|cena|desayuno"
    r"|обед\w*|перерыв\w*|кофе\w*|ужин|завтрак)(?!\w)",
    re.I,
)
_BUFFER = re.compile(
    r"(?<!\w)(?:(?:zeit)?puffer\w*|buffer|slack(?:\stime)?$|slack\stime|spill\s?over|overflow|overrun"
    r"|contingency|reserve?(?:zeit)?(?:\stime)?|catch[\s-]up\stime"
    r"|marge|margen|flex\stime|резерв|буфер)(?!\w)",
    re.I,
)


def kind_of(title: str, kind: str | None = None) -> str:
    """Say "break", "buffer" or "item" from the title and, where a file has one, its own type."""
    if _BUFFER.search(title) and len(title.split()) <= 6:
        return "buffer"
    found = _BREAK.search(title)
    if found and (len(title.split()) <= 6 or found.start() < 3):
        return "break"
    return "break" if kind and len(kind) < 20 and _BREAK.search(kind) else "item"


def stages(titles: Sequence[tuple[str, str, str | None, int]]) -> list[str]:
    """The stage of each (title, kind, stage as written, day): by its words, else the one that its place suggests."""
    found: list[str] = []
    now, today = INTRODUCTION, 0
    counts = Counter(day for *_, day in titles)
    seen: Counter[int] = Counter()
    for title, kind, written, day in titles:
        place = (seen[day] + 0.5) / counts[day]
        now = DIAGNOSIS if day != today or now == INTRODUCTION else now
        said = stage_of(written or "") or (stage_of(title, place) if kind == "item" else None)
        found.append(said or now)
        now, today = said or now, day
        seen[day] += 1
    return found


def stage_of(text: str, place: float | None = None) -> str | None:
    """The stage that the words of a title speak of; `place` in its day, 0 to 1, decides where words are weak."""
    named = text.strip().lower()
    if named in _WORDS:
        return named
    for stage, words in _STAGES.items():
        if (match := words.search(text)) and (place is None or _fits(stage, match[0], place)):
            return stage
    return None


def _fits(stage: str, word: str, place: float) -> bool:
    """An item early in the day wraps nothing up unless it says so plainly, and a late one introduces nothing."""
    if stage == WRAP_UP:
        return place > 0.6 or bool(re.match(r"wrap|clos|abschluss|verabschied", word, re.I))
    return stage != INTRODUCTION or place < 0.35
