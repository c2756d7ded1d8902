"""Whatever the text, a reader gives an agenda or one sentence, in time, and loses no line."""

import re
import time
from contextlib import suppress
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.exchange.agendas import FORMS, AgendaError, read_agenda

PIECES = st.sampled_from(
    [
        "9:00",
        " - ",
        "10:30",
        "5 min",
        "(",
        ")",
        "[",
        "]",
        "# ",
        "- ",
        "|",
        ",",
        ";",
        "\t",
        "\n",
        "\n  ",
        "Lunch",
        "until 0:05",
        "½ hr",
        ":",
        "<table><tr><td>",
        "</td>",
        "</table>",
        '"',
        "title: ",
        "start: ",
        "Day 2",
        "Monday",
        "TOP 1",
        "---\n",
        "&a ",
        "*a",
        "1055",
        "{",
        "}",
        "\x00",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, form=st.sampled_from(FORMS))
@example(text="<ul><li>10 min <![ 10 min-- c --></ul>", form="html")
@example(text="<![x[<li>9:00 Frame]]>", form="html")
@example(text="- '9:00 <b></b>'\n- 10:00 Frame", form="yaml")
@example(text="agenda:\n- <b></b>\n- Frame", form="yaml")
@example(text="| a <table><![if !vml]><tr><td>9:00", form="md")
def test_any_text_is_an_agenda_or_a_sentence(text: str, form: str) -> None:
    try:
        agenda = read_agenda(text, form=form)
    except AgendaError:
        return
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= item.line <= len(lines) and item.title for item in agenda.items)
    assert all(item.planned_seconds is None or item.planned_seconds > 0 for item in agenda.items)
    assert [left.line for left in agenda.leftovers] == sorted({left.line for left in agenda.leftovers})


WORDS = st.sampled_from(["Frame", "Numbers", "Segments", "Channels", "Bets", "Read-back"])


@settings(max_examples=60, deadline=None)
@given(minutes=st.lists(st.integers(1, 90), min_size=1, max_size=8), begin=st.integers(0, 9 * 60), words=st.data())
def test_published_times_that_agree_come_back_exactly(minutes: list[int], begin: int, words: st.DataObject) -> None:
    now, lines, published = begin + 60, [], []
    for length in minutes:
        stop = now + length
        lines.append(f"- {now // 60:02d}:{now % 60:02d} - {stop // 60:02d}:{stop % 60:02d} {words.draw(WORDS)}")
        published.append((f"{now // 60:02d}:{now % 60:02d}", length * 60))
        now = stop
    agenda = read_agenda("\n".join(lines), form="md")
    assert [(item.starts_at, item.planned_seconds) for item in agenda.items] == published
    assert not agenda.contradictions
    assert not any(item.pinned for item in agenda.items)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "unit",
    [
        *("9:00 a\n", "*a "),
        *(
            pytest.param(unit, marks=pytest.mark.slow)
            for unit in ("a\n", "[", "<a ", "|", ",", "- a\n", '"', "((5 min", "1-")
        ),
    ],
)
def test_a_megabyte_of_anything_takes_less_than_two_seconds(form: str, unit: str) -> None:
    text = (unit * (1024 * 1024 // len(unit)))[: 1024 * 1024]
    begun = time.process_time()
    with suppress(AgendaError):
        read_agenda(text, form=form)
    assert time.process_time() - begun < 2


TIMES = st.sampled_from(
    [
        "9:00",
        "9:00 - 9:30",
        "10.15 Uhr",
        "1030a",
        "(15 min)",
        "[ 10 min, until 0:15 ]",
        "½ hr",
        "30-45 min",
        "9h30",
        " ",
    ]
)
MARKS = st.sampled_from(["", "- ", "  - ", "# ", "## ", "1. ", "> ", "* [ ] ", "    ", "**"])
PROSE = (
    "{mark}{time} {word} topic", "{mark}{word} topic {time}", "{mark}{word}", "{mark}Day 2 {word}",
    "Subject: {word} {time}",
    "{word} 3 May 2027 {time}", "{mark}{word} Meeting minutes", "Location: {word}",
    "{word}: {time} and so on, says {word}.",
    "| {time} | {word} | name |", "| {word} | {time} | |", "| | {word} |", "<h2>{word}</h2>",
    "<tr><td>{time}</td><td>{word}</td></tr>",
    "## Agenda {word}", "{mark}Times: {word} {time}", "{word} - {time} - Anna",
)  # fmt: skip
SHEET = (
    "{time},{word},Anna",
    "{word},{time},",
    ",{word},",
    "{word}",
    '{time},"{word}, and more",',
    "Start,Topic,{word}",
)
ENTRIES = (
    '- {{time: "{time}", title: {word}}}', "- title: {word}", "- {word}", '- {{duration: "{time}", {word}: x}}',
    "# {word}", '- "{time} {word}"',
)  # fmt: skip
KINDS = {"md": PROSE, "txt": PROSE, "html": PROSE, "csv": SHEET, "tsv": SHEET, "yaml": ENTRIES}
LOOSE = st.sampled_from(["", "", "---", "<table>", "</table>", "|---|---|", "| Time | Topic |", "## Notes"])


@st.composite
def marked(draw: st.DrawFn, form: str) -> tuple[str, list[str]]:
    """Draw an agenda in which each line has a word of its own, and those words."""
    lines, words = [], []
    for number in range(draw(st.integers(1, 12))):
        if form in ("md", "txt", "html") and draw(st.booleans()):
            lines.append(draw(LOOSE))
        words.append(f"zq{number}x")
        line = draw(st.sampled_from(KINDS[form]))
        lines.append(line.format(time=draw(TIMES), word=words[-1], mark=draw(MARKS)))
    return "\n".join(lines), words


@settings(max_examples=250, deadline=None)
@given(data=st.data(), form=st.sampled_from(FORMS))
def test_each_line_is_an_items_a_leftover_or_a_heading(data: st.DataObject, form: str) -> None:
    text, words = data.draw(marked(form))
    try:
        agenda = read_agenda(text, form=form)
    except AgendaError:
        return
    told = [agenda.title or "", *(one.text for one in agenda.leftovers + agenda.headings)]
    for item in agenda.items:
        told += [item.title, item.notes or "", item.presenter or "", item.question or "", item.kind, item.stage]
    assert [word for word in words if word not in " ".join(told)] == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("md", "| Time | Topic | Notes |\n|---|---|---|\n| 9:00 | Frame | {} |\n| 10:00 | Numbers | |\n"),
        ("html", "<table><tr><td>9:00<td>Frame<td>{}<tr><td>10:00<td>Numbers</table>"),
        ("csv", "Start,Topic,Notes\n9:00,Frame,{}\n10:00,Numbers,\n"),
        ("yaml", '- time: "9:00"\n  title: Frame\n  notes: {}\n- time: "10:00"\n  title: Numbers\n'),
    ],
)
def test_the_end_of_a_long_note_is_told_too(form: str, text: str) -> None:
    words = " ".join(f"w{number}" for number in range(2000))
    (first, _) = read_agenda(text.format(words), form=form).items
    assert words in (first.notes or "")


@pytest.mark.parametrize(
    "row", ["-" * 4000 + "x|", "|" + "-:" * 2000 + "x", "- " * 2000 + "x|", "|" + ":-" * 2000 + "|x"]
)
def test_a_row_that_is_nearly_a_rule_is_read_in_time(row: str) -> None:
    """Found by a fuzzer: forty dashes and a letter took two seconds, and each dash more doubled it."""
    begun = time.process_time()
    read_agenda(f"| Time | Topic |\n{row}\n| 9:00 | Frame |\n", form="md")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_page_with_all_its_texts_in_one_line_is_refused_in_time(form: str) -> None:
    """Found by hand: no limit of lines met it, and it took twenty seconds."""
    begun = time.process_time()
    with pytest.raises(AgendaError, match="the limit is 20,000"):
        read_agenda("<table>" + "".join(f"<p>word{number}" for number in range(80_000)), form=form)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("form", "text", "says"),
    [
        ("html", "<table>" + "<tr><td>Talk" * 20_001, "20,001 lines; the limit is 20,000"),
        ("html", "<table>" + "<tr><td>9:00<td>Talk" * 2_501, "2,501 lines with a time; the limit is 2,500"),
        ("csv", "Title,Minutes\n" + "Talk,10\n" * 2_001, "more than 2,000 items, which is the limit"),
        ("txt", ("9:00 " * 50 + "\n") * 201, "10,050 times; the limit is 10,000"),
    ],
)
def test_more_than_any_agenda_has_is_refused_before_it_is_read(form: str, text: str, says: str) -> None:
    with pytest.raises(AgendaError, match=says):
        read_agenda(text, form=form)


CONTINUED = "| Time | Item | Who |\n|---|---|---|\n| 9:00 | Frame | Ben |\n"


@pytest.mark.parametrize(
    ("form", "text", "word"),
    [
        ("html", "<table><tr><td>9:00</td><td>Frame</td></tr><li>10 min Numbers</table>", "Numbers"),
        ("csv", "Start,Topic,Who\n9:00 gardenside,Frame,Anna\n10:00,Numbers,Anna\n", "gardenside"),
        ("csv", "Topic,Length,Remarks\nFrame,10,\n,as needed,outside\n", "outside"),
        ("md", "before <h2>Above 10 min</h2><table>inside <tr><td>9:00<td>Frame", "before"),
        ("md", "before <h2>Above 10 min</h2><table>inside <tr><td>9:00<td>Frame", "Above"),
        ("md", "before <h2>Above 10 min</h2><table>inside <tr><td>9:00<td>Frame", "inside"),
        ("md", "<table>inside/<>5 min Frame", "inside"),
        ("txt", "<table>inside<td>5 min<td>Frame", "inside"),
        ("txt", "<tr>Times: inside [ 10 min,<tr> u - 30-45 =min Frame", "inside"),
        ("html", "<table><tr><td>9:00<td>Frame</table>below", "below"),
        ("csv", "Start,Day,Topic\n9:00,gardenside,Frame\n10:00,gardenside,Numbers\n", "gardenside"),
        ("html", "<table>9:00 Numbers<tr><td>inside</table>", "inside"),
        ("md", "| | 3 May | 4 May |\n|---|---|---|\n| 9:00 | Frame | Bets | outside |\n", "outside"),
        ("md", "| | 3 May | 4 May |\n|---|---|---|\n| 9:00 gardenside | Frame | Bets |\n", "gardenside"),
        ("yaml", "- {time: '9:00 gardenside', title: Frame}\n- {time: '10:00', title: Numbers}", "gardenside"),
        ("yaml", "- {time: 'midmorning, 7 May 2027', title: Frame}\n- {time: '10:00', title: Numbers}", "midmorning"),
        ("yaml", "- {start: '9:00', duration: 10 min gardenside, title: Frame}", "gardenside"),
        ("yaml", "- {day: monday gardenside, start: '9:00', title: Frame}", "gardenside"),
        ("yaml", f"- {{time: {'midmorning ' * 6}gardenside, title: Frame}}", "gardenside"),
        ("yaml", "- {time: midmorning, title: Frame}\n- {time: '10:00', title: Numbers}", "midmorning"),
        ("md", "- Frame (10 min / Anna)\n- Numbers (10 min)\n", "Anna"),
        ("md", "Agenda: 1. Frame 2. Numbers 3. Lunch (30 min)\n", "Numbers"),
        ("md", "- Frame (10 min / each of us)\n- Numbers (10 min)\n", "each of us"),
        (
            "md",
            "| Item | Time |\n|---|---|\n| Frame | 5 min |\n\n## More\n\n### Frame (in the garden, 5 min)\n",
            "garden",
        ),
        ("md", "| Item | Time | Who |\n|---|---|---|\n| Frame | 5 min | Ben |\n\n### Frame (Anna, 5 min)\n", "Anna"),
        ("md", f"{CONTINUED}| 9:30 | Previous session continues in the garden | |\n", "garden"),
        ("md", f"{CONTINUED}| 9:30 | Previous session continues | Anna |\n", "Anna"),
        ("md", f"{CONTINUED}| 9:30 | Break | |\n| 9:40 | Previous session continues outside | |\n", "outside"),
    ],
)
def test_what_a_fuzzer_found_lost_is_named(form: str, text: str, word: str) -> None:
    agenda = read_agenda(text, form=form)
    told = [agenda.title or "", *(one.text for one in agenda.leftovers + agenda.headings)]
    told += [one.says for one in agenda.contradictions]
    for item in agenda.items:
        assert item.title
        told += [item.title, item.notes or "", item.presenter or ""]
    assert word in " ".join(told)


def test_an_accent_beside_its_letter_is_read_as_one_in_it() -> None:
    """Found by a fuzzer: files that were written on a Mac told no “fünf Minuten”."""
    text = "- Frame (fünf Minuten)\n- Numbers (zwölf Minuten)\n- Dîner à 20h\n"
    assert read_agenda(normalize("NFD", text), form="md") == read_agenda(text, form="md")


def test_two_blanks_say_no_more_than_one() -> None:
    text = "- 9 Uhr Welcome\n- 10 am News\n- Frame (15 min)\n- Bets 1 hour\n- Numbers 10-15 minutes\n"
    twice = re.sub(r"(?<=\d) ", "  ", text)
    assert read_agenda(twice, form="md").items == read_agenda(text, form="md").items
    (first, second, _) = read_agenda("Agenda: 1.  Frame 2.  Bets 3.  Numbers\n", form="md").items
    assert (first.title, second.title) == ("Frame", "Bets")


@pytest.mark.parametrize("sign", ["–", "→"])
def test_an_entry_without_a_word_is_no_item(sign: str) -> None:
    agenda = read_agenda(f"Agenda:\n- Frame\n- {sign}\n- Bets\n- Numbers\n", form="md")
    assert all(item.title for item in agenda.items)


def test_blanks_at_the_end_of_a_line_say_nothing() -> None:
    """Found by a fuzzer: with one behind the rule of a table its first column, in minutes, was read as a clock."""
    table = "| Time | Item |\n| --- | --- |\n| 0-5 | Frame |\n| 5-30 | Bets |\n"
    assert read_agenda(table.replace("|\n", "|  \n"), form="md") == read_agenda(table, form="md")
