"""Reading agendas that people already have: text in, items and the lines that could not be placed out."""

from facilitator.exchange.agendas.assemble import assemble
from facilitator.exchange.agendas.csv_tables import read_csv
from facilitator.exchange.agendas.decoding import LARGEST, read_bytes, refuse_large
from facilitator.exchange.agendas.forms import FORMS, guess_form
from facilitator.exchange.agendas.html_tables import html_blocks, spread_out
from facilitator.exchange.agendas.markdown import markdown_blocks
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
        case _:
            read_outline(text_blocks(text, draft), draft)
    return assemble(text, draft)
