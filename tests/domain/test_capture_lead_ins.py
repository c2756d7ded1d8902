"""What leads in a deadline in a line: “by”, and what other languages say, which often means “for” as well."""

from datetime import date

import pytest

from facilitator.domain.capture import Kind, read_line

SUNDAY = date(2026, 11, 22)


def read(line: str) -> tuple[str, date | None]:
    found = read_line(Kind.DECISION, line, today=SUNDAY, people=())
    return found.text, found.due


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("Publish the list by the AGM on 15 jan", "Publish the list", date(2027, 1, 15)),
        ("Publicar la lista para el viernes", "Publicar la lista", date(2026, 11, 27)),
        ("Publicar la lista para el 15 de enero", "Publicar la lista", date(2027, 1, 15)),
        ("Publicar la lista hasta fin de mes", "Publicar la lista", date(2026, 11, 30)),
        ("Publicar la lista para mañana", "Publicar la lista", date(2026, 11, 23)),
        ("Сделать список к пятнице", "Сделать список", date(2026, 11, 27)),
        ("Сделать список к концу января", "Сделать список", date(2027, 1, 31)),
        ("Préparer la liste pour vendredi", "Préparer la liste", date(2026, 11, 27)),
        ("Préparer la liste pour le 15 janvier", "Préparer la liste", date(2027, 1, 15)),
        ("Die Liste zum 15. Januar drucken lassen", "Die Liste drucken lassen", date(2027, 1, 15)),
        ("Die Liste bis Freitag an alle Händler verteilen", "Die Liste an alle Händler verteilen", date(2026, 11, 27)),
        ("Bis Freitag die Liste drucken", "die Liste drucken", date(2026, 11, 27)),
        ("By friday publish the list", "publish the list", date(2026, 11, 27)),
        ("By friday plan the launch", "plan the launch", date(2026, 11, 27)),
        ("by fri publish the list", "publish the list", date(2026, 11, 27)),
        ("@anna by fri: publish the list", "publish the list", date(2026, 11, 27)),
        ("@anna by friday publish the list", "publish the list", date(2026, 11, 27)),
        ("Meet the dentists by fri, then publish", "Meet the dentists then publish", date(2026, 11, 27)),
        ("Meet the dentists by friday, then decide", "Meet the dentists then decide", date(2026, 11, 27)),
        ("Meet the dentists by 15 jan and separate them", "Meet the dentists and separate them", date(2027, 1, 15)),
        ("Vertrag bis 10. Dezember kündigen", "Vertrag kündigen", date(2026, 12, 10)),
        ("Avant le 15 décembre publier la liste", "publier la liste", date(2026, 12, 14)),
        ("Para el 15 de diciembre publicar la lista", "publicar la lista", date(2026, 12, 15)),
        ("Die Liste drucken zum 15. Januar", "Die Liste drucken", date(2027, 1, 15)),
        ("Die Liste drucken bis zur Hauptversammlung am 15. Januar", "Die Liste drucken", date(2027, 1, 15)),
    ],
)
def test_each_language_leads_in_a_day(line: str, text: str, due: date | None) -> None:
    assert read(line) == (text, due)


@pytest.mark.parametrize(
    "line",
    [
        "Hacer el presupuesto para 2027",
        "Hacer el presupuesto para enero",
        "Preparar la sala para 20 personas",
        "Preparar la sala para el 20 aniversario",
        "Préparer le budget pour 2027",
        "Préparer la salle pour 20 personnes",
        "Eine Einladung zum 15. Jubiläum",
        "Den Preis zum 3fachen erhöhen",
        "Перейти к делу",
        "Готовиться к встрече 5 марта",
        "Письмо к Марте",
        "Elogio para Domingo",
        "By monday 3 people hired",
        "By sunlight, then by candle",
        "By tomorrow 5 slides",
        "Bis Freitag drei Anbieter fragen",
        "Öffnungszeiten von Montag bis Freitag verlängern",
        "Urlaub vom 3. bis 10. Dezember eintragen",
        "Angst vor Montag nehmen",
        "Tell Anna by friday about the event",
    ],
)
def test_what_something_is_for_is_no_deadline(line: str) -> None:
    assert read(line) == (line, None)
