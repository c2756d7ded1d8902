"""The time that a line has from somewhere else than its label: the line below it, or its second half."""

import re
from dataclasses import replace

from facilitator.exchange.agendas.blocks import Node, plain
from facilitator.exchange.agendas.labels import Label, label, tidy
from facilitator.exchange.agendas.words import has_date, is_agenda, is_aside, is_how_long, is_when, only_a_date

_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten|moin|bonjour|salut|hola|buen[oa]s|привет|добрый|уважаем)", re.I
)
_BOLD = re.compile(r"\*\*([^*\n]{3,80})\*\*(?=\s)")
_BARE = re.compile(
    r"(?:agenda|schedule|program(?:me)?|tagesordnung|ablauf|ordre\sdu\sjour|orden\sdel\sdía|повестка(?:\sдня)?)\W*",
    re.I,
)


def both_ends(told: Label) -> Label | None:
    """Read "Start: 9:00, end: 12:00", whose first time is still in the text that the label has left."""
    first = label(told.rest, loose=True) if told.start and not told.end and not told.leads else None
    if first and first.start and is_when(tidy(plain(first.rest))):
        return replace(told, rest="", start=first.start, end=told.start)
    return None


def detail(node: Node) -> Label | None:
    """The time of a node that stands in a line of its own under it: "- 30 min (Anna)"."""
    text = plain(node.block.text)
    if not text or is_agenda(text) or is_how_long(text) or is_when(text) or is_aside(text) or only_a_date(text):
        return None
    if any(child.block.grid for child in node.children) or (_has_parts(node) and not node.block.heading):
        return None
    for child in node.children:
        if child.block.heading:
            return None
        told = child.label
        if told and not has_date(child.block.text) and (only_names(told) or is_how_long(tidy(plain(told.rest)))):
            return replace(told, rest=plain(told.rest))
    return None


def _has_parts(node: Node) -> bool:
    return any(child.block.heading for child in node.children)


def said_below(node: Node) -> Label | None:
    """The time of a heading whose only time opens the sentence below it: ten minutes each, 9:00 to 10:00."""
    timed = [child.label for child in node.walk() if child.label]
    first = node.children[0].label if node.children else None
    if first and timed == [first] and first.leads and first.end and _is_sentence(plain(first.rest)):
        return replace(first, rest="")
    return None


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 3 and text.rstrip().endswith((".", "!"))


def only_names(told: Label) -> bool:
    rest = plain(told.rest)
    return told.bare or (told.leads and bool(re.fullmatch(r"[(\[][^()\[\]]*[)\]]\s*|[^\w]*", rest)))


def first_line(node: Node) -> str | None:
    """What a plain text is called: its first line, where that is short, says no time and greets nobody."""
    if (lead := _BOLD.match(node.block.text)) and has_date(node.block.text):
        return lead[1]
    text = plain(node.block.text)
    spoken = node.block.bullet or node.block.grid or node.label or len(text) > 80 or len(text.split()) > 10
    if spoken or not re.search(r"\w$", text) or _GREETING.match(text) or only_a_date(text) or is_when(text):
        return None
    return None if is_aside(text) or _BARE.fullmatch(text) else text
