"""Reading agendas that people already have: text in, items and the lines that could not be placed out."""

from facilitator.domain.text import composed
from facilitator.exchange.agendas.assemble import assemble
from facilitator.exchange.agendas.csv_tables import read_csv
from facilitator.exchange.agendas.decoding import LARGEST, read_bytes, refuse_large
from facilitator.exchange.agendas.forms import FORMS, guess_form
from facilitator.exchange.agendas.html_tables import html_blocks, spread_out
from facilitator.exchange.agendas.markdown import front_matter, markdown_blocks
from facilitator.exchange.agendas.outline import read_outline
from facilitator.exchange.agendas.shapes import AgendaError, Contradiction, Draft, Leftover, ReadAgenda, ReadItem
from facilitator.exchange.agendas.text import text_blocks
from facilitator.exchange.agendas.yaml_files import read_yaml

__all__ = [
    "FORMS", "LARGEST", "AgendaError", "Contradiction", "Leftover", "ReadAgenda", "ReadItem",
    "guess_form", "read_agenda", "read_bytes",
]  # fmt: skip


def read_agenda(text: str, *, form: str) -> ReadAgenda:
    """Read an agenda of one of the FORMS; AgendaError says in one sentence why it can't be read.

    Every line that says something is an item, a detail of one, a title, a heading with items under it, or a
    leftover.
    """
    if form not in FORMS:
        raise AgendaError(f"“{form}” is no form of an agenda; the forms are {', '.join(FORMS)}.")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    refuse_large(text)
    # Files from a Mac may write “ü” as two characters, which no word of ours would match.
    text = composed(text)
    text = spread_out(text) if form == "html" else text
    draft = Draft()
    match form:
        case "csv" | "tsv":
            read_csv(text, draft, tabs=form == "tsv")
        case "yaml":
            read_yaml(text, draft)
        case "html":
            read_outline(html_blocks(text, draft), draft)
        case "md":
            read_outline(markdown_blocks(text, draft), draft)
            draft = _from_its_head(text) or draft if not any(row.timed for row in draft.rows) else draft
        case _:
            read_outline(text_blocks(text, draft), draft)
    return assemble(text, draft)


def _from_its_head(text: str) -> Draft | None:
    """The agenda that a page of a site keeps in its head, where its text has none."""
    lines = text.split("\n")
    head, draft = "\n".join(["", *lines[1 : front_matter(lines)]]), Draft()
    if not head.strip():
        return None
    try:
        read_yaml(head, draft)
    except AgendaError:
        # A head that is no YAML, as in the templates of a site, holds no agenda: the text is all there is.
        return None
    draft.placed |= {1, front_matter(lines) + 1}
    draft.why.update(dict.fromkeys(range(front_matter(lines) + 2, len(lines) + 1), "not in the agenda"))
    return draft if any(row.timed for row in draft.rows) else None
