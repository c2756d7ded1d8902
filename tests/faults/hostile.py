"""Texts that mean harm, or nothing to the one who pasted them: markup, sequences, formulas, paths, headers, sizes."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, get_type_hints

from facilitator.domain import records as r

MARKUP = (
    "[/]", "[/b]", "[/", "a [/] b", "array[i]=3 [/array]", "[TODO] call the bank", "[bold]", "[x=1]", "[red]no[/red]",
    "[$error]e[/]", "[@click=app.bell]click me[/]", "[@click='app.quit']leave[/]", "[link=https://a.example]x[/link]",
    "\\[b]", ":smile: :warning:", "[[]]", "$x ${y} $$", "{0} {title} {{}}", "%s %(a)s %n",
    "<b>bold</b>", "<script>alert(1)</script>", "<img src=file:///etc/passwd>", "]]><!--", "&lt;&amp;&#27;",
    "**bold** _it_ `code` # no heading", "| a | b |\n|---|---|", "[text](javascript:alert(1))",
    "\\textbf{x} \\input{/etc/passwd}",
    "#set page(width: 1pt)", "#read(\"/etc/passwd\") @ref <label>",
)  # fmt: skip
SEQUENCES = (
    "\x1b[31mred", "\x1b]0;a title\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b]8;;https://a.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1bP1$r0m\x1b\\", "\x1b_Gq=1\x1b\\", "\x9b31m", "\x9d0;t\x9c", "\x1b[2J\x1b[H", "\x1b[?1049l", "\x1bc",
    "bell\x07 back\x08\x08\x08over", "nul\x00nul", "\x7f\x7f", "a\rb", "a\x85b\u2028c\u2029d", "\x0e\x0f",
    "\u202egnp.exe", "a\u2066b\u2069c\u200fd", "\ud800 alone", "\udcff", "\ufff9x\ufffb", "\ufeffbom",
)  # fmt: skip
DOORS = (
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://a.example\")", "\uff1d1",
    "../../../etc/passwd", "CON", "/dev/null", "a/b\\c:d*e?f", "~/.ssh/id_rsa", "", " ",
    "x\r\nATTENDEE:mailto:a@example.com", "END:VEVENT\r\nBEGIN:VALARM", "a\nb\nc", "a;b,c\\n", "'; DROP TABLE item; --",
    "NULL", "nan", "1e999", "-0", "9" * 400, "e\u0301" * 30, "Z\u0351\u036b\u0343\u036a\u0302" * 8,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea", "\u5e02\u5834\u8abf\u67fb" * 10,
    "\u0627\u0644\u0633\u0648\u0642",
    "\ufdfd\ufdfd", "x" * 5000, "word " * 1000, "\u00ad\u200b\u2060", "\U000e0041\U000e0042", "\ufe0f\u20e3",
)  # fmt: skip
PAYLOADS = MARKUP + SEQUENCES + DOORS

# Fields in which people write, by their names in the records; what is not here is a key, an id or a time.
TEXTS = frozenset(
    """title text name question notes undecided_reason focus evidence cause theme resources measure reason first_step
    purpose signal value resolution department results problems asks result money authority higher_if now next
    would_change topic goal goal_met problem known to_resolve closing_reason shared_with answer did unit presenter
    late owner email company_size company_age""".split()  # noqa: SIM905 – words, to be read
)
KEYS = frozenset(
    """id item handle by_id origin person_id owner_id answers proposed_by who_id decision became timezone
    template moderator_id timekeeper_id monitor_id follows key pinned_start pinned_end method
    boot check_ins answered_by round""".split()  # noqa: SIM905
)
# Lists of such texts, and lists of pairs that begin with one.
LISTS, PAIRS = frozenset(("pros", "cons", "alternatives")), frozenset(("values", "triage"))
# Columns of the store in which nobody writes: keys, kinds, times, ids, and what is made of them.
NO_TEXTS = frozenset(
    """journal.session_id journal.by journal.scope checkin.session_id
    session.status session.kind session.sectors session.seats session.silenced session.nudge session.turns
    session.ballot day.session_id item.session_id item.stage item.kind item.state item.flex number.session_id
    person.session_id person.part person.voice person.seats question.session_id round.session_id
    commitment.session_id decision.session_id decision.kind decision.status decision.support expectation.session_id
    extension.session_id extension.taken feedback.session_id finding.session_id finding.standing finding.kind
    finding.nature homework.session_id idea.session_id idea.demand idea.state parked.session_id span.session_id
    task.session_id task.kind task.stage assumption.session_id assumption.standing""".split()  # noqa: SIM905
)


def everything_said(sample: r.Everything) -> r.Everything:
    """The sample with something in each list that people fill."""
    first, *others = sample.decisions
    decided = replace(first, owner="Sales", owner_id=None, notes=(r.Note(on=date(2027, 3, 1), text="On its way"),))
    who = sample.people[0].id
    return replace(
        sample,
        decisions=(decided, *others),
        homework=(r.Homework(id="hw-1", person_id=who),),
        check_in_log=(r.CheckIn(id="ci-1", on=date(2027, 3, 1)),),
    )


def poisoned(record: Any, payloads: Iterator[str]) -> Any:
    """The same record with hostile text in every field that people write in, empty or not, another one in each."""
    hints = get_type_hints(type(record))
    named = getattr(record, "owner_id", None)
    return replace(
        record,
        **{
            each.name: _poison(each.name, hints[each.name], getattr(record, each.name), payloads)
            for each in fields(record)
            if each.init and not (each.name == "owner" and named)
        },
    )


def _poison(name: str, hint: Any, value: Any, payloads: Iterator[str]) -> Any:
    if name in TEXTS and hint in (str, str | None):
        return next(payloads)
    if name in LISTS:
        return (next(payloads), next(payloads))
    if name in PAIRS:
        return tuple((next(payloads), second) for _, second in value)
    if isinstance(value, tuple):
        return tuple(_poison(name, None, each, payloads) for each in value)
    if is_dataclass(value) and not isinstance(value, type) and type(value) in vars(r).values():
        return poisoned(value, payloads)
    return value
