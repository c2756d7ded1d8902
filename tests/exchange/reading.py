"""How tests look at what was written: golden files, HTML and Markdown parsed back, texts at random."""

from html.parser import HTMLParser
from pathlib import Path

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from facilitator.exchange.document import Bullets, Column, Document, Facts, Heading, Paragraph, Point, Table, build
from facilitator.exchange.phrases import one_line
from tests.exchange.sample import SESSION
from tests.exchange.strategies import HOSTILE

GOLDEN = Path(__file__).parent / "golden"

said = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=20)).map(one_line).filter(bool)


def golden(name: str, made: str) -> None:
    """What was made is what stands in the golden file; a missing one is written, looked at, and committed."""
    path = GOLDEN / name
    if not path.exists():
        path.write_bytes(made.encode())
        raise AssertionError(f"{path} was missing and is written now: look at it.")
    assert made == path.read_bytes().decode()


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with every kind of block that holds what people typed."""
    one, two, three = draw(said), draw(said), draw(said)
    like = build(SESSION)
    return Document(
        title=one,
        subtitle=two,
        author=three,
        date=like.date,
        made_at=like.made_at,
        blocks=(
            Heading(two),
            Paragraph(three),
            Bullets((Point(one, two), Point(three)), numbered=draw(st.booleans())),
            Facts(((one, two), (two, three))),
            Table((Column(one), Column(two)), ((two, three), (three, one))),
        ),
    )


def texts_of(document: Document) -> list[str]:
    """Every text of the document in the order in which a reader meets it."""
    found = [document.title, document.subtitle]
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Bullets(points):
                found += [text for point in points for text in (point.text, point.detail) if text]
            case Facts(rows):
                found += [text for row in rows for text in row]
            case Table(columns, rows):
                found += [column.title for column in columns] + [cell for row in rows for cell in row]
    return found


def markdown_texts(text: str) -> list[str]:
    """Each inline text of the Markdown as a reader sees it; anything but text and bold is named with its kind."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)
    assert not [
        token.type for token in tokens if token.type in ("html_block", "fence", "code_block", "hr", "blockquote_open")
    ]
    return [_inline(token.children or []) for token in tokens if token.type == "inline"]


def _inline(children: list[Token]) -> str:
    plain = ("text", "strong_open", "strong_close", "text_special")
    return "".join(token.content if token.type in plain else f"⟦{token.type}⟧" for token in children)


class Page(HTMLParser):
    """The texts of a page's body in order, and every tag that was opened."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._within = ["document"]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._within.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip("\n") and self._within[-1] not in ("style", "title"):
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._within.pop() != tag:
            pass
