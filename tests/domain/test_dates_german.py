"""Deadlines as people write them in German, asked on Sunday 22 November 2026."""

from datetime import date

import pytest

from facilitator.domain.dates import read_deadline

SUNDAY = date(2026, 11, 22)
PHRASES = {
    "2026-11-08": "vor zwei Wochen",
    "2026-11-15": "bis 15. d. M.",
    "2026-11-22": "heute | heute Abend | noch heute | bis Feierabend | bis heute Abend 18 Uhr",
    "2026-11-23": (
        "bis Montag | morgen | morgen früh | morgen Mittag | bis morgen Abend | morgen, 15 Uhr | "
        "morgen um 9 | bis morgen Mittag | nächste Woche Montag | Montag der nächsten Woche"
    ),
    "2026-11-24": (
        "bis Dienstag | übermorgen | innerhalb von 48 Stunden | Di, 24.11., 14 Uhr | "
        "Dienstag, 24.11.2026, 14:00 | am Dienstagvormittag | bis übermorgen | in 2 Tagen | innerhalb 48h"
    ),
    "2026-11-25": (
        "bis Mi. | kommenden Mittwoch | in den nächsten drei Tagen | in drei Tagen | in 72 Std. | "
        "wird bis Mittwoch erledigt | Mittwoch Vormittag | nächste Woche Mittwoch | Mittwoch nächste Woche"
    ),
    "2026-11-26": "Do | diesen Donnerstag | vor Freitag",
    "2026-11-27": (
        "am Freitag | bis spätestens Freitag | Freitagabend | Freitag Mittag | Freitag früh | "
        "Freitag morgen | innerhalb von 5 Werktagen | letzter Freitag im November | Freitag 17 Uhr | "
        "Freitag um 17.30 Uhr | Freitag nächster Woche | nächste Woche Freitag | bis Freitag, 27.11. | "
        "bis Fr., 27.11.2026 | Freitag, 27. November | bis 27. Nov. 2026 | bis zum 27. | "
        "bis einschließlich Freitag | bis inkl. Freitag | bis diesen Freitag | Fertig bis Freitag | "
        "Anna liefert bis Freitag | bis zum letzten Freitag im November | wenn möglich bis Freitag | "
        "so bald wie möglich, spätestens Freitag | Freitag, 18.00"
    ),
    "2026-11-28": "bis Samstag | bis Sonnabend",
    "2026-11-29": "in einer Woche | spätestens in einer Woche | binnen einer Woche",
    "2026-11-30": (
        "zum Monatsende | bis Monatsende | Ende des Monats | Ende November | morgen in einer Woche | "
        "letzter Arbeitstag des Monats | am letzten Tag des Monats | bis zum Ende des Monats | "
        "bis Ende dieses Monats | Montag in einer Woche | in einer Woche am Montag"
    ),
    "2026-12-01": (
        "bis 1. Dez. | bis zum ersten Dezember | Anfang Dezember | Dienstag in einer Woche | Anfang nächsten Monats"
    ),
    "2026-12-02": "binnen 10 Tagen | in zehn Tagen | innert 10 Tagen | innerhalb der nächsten 10 Tage",
    "2026-12-04": "in 10 Arbeitstagen | Freitag in einer Woche",
    "2026-12-06": (
        "in 14 Tagen | in vierzehn Tagen | innerhalb von zwei Wochen | heute in zwei Wochen | "
        "bis in 2 Wochen | in ca. 2 Wochen | nach zwei Wochen | innerhalb der nächsten zwei Wochen | "
        "in den kommenden zwei Wochen | Sonntag in acht Tagen | binnen 14 Tagen | "
        "in den nächsten zwei Wochen | die nächsten zwei Wochen | heute in 14 Tagen"
    ),
    "2026-12-07": "Montag in 14 Tagen | erster Montag im Dezember | am ersten Montag im Dezember",
    "2026-12-11": "Freitag in 2 Wochen",
    "2026-12-13": "in drei Wochen | KW 50 | Woche 50 | bis Ende KW 50 | 50. KW",
    "2026-12-15": (
        "am 15. | bis zum 15. | Mitte des Monats | am 15. nächsten Monats | Termin: 15.12. | "
        "Frist: 15.12.2026 | in der ersten Dezemberhälfte | Mitte nächsten Monats"
    ),
    "2026-12-22": "innerhalb eines Monats | in einem Monat",
    "2026-12-24": (
        "vor Weihnachten | bis Heiligabend | am 24.12. um 12 Uhr | am 24. Dezember | noch vor Weihnachten | Heiligabend"
    ),
    "2026-12-25": "bis Weihnachten",
    "2026-12-26": "2. Weihnachtstag",
    "2026-12-31": (
        "bis zum 31.12. | 31.12.26 | 31. 12. 2026 | Ende nächsten Monats | bis Jahresende | "
        "Ende des Jahres | bis Quartalsende | am letzten Werktag im Dezember | bis Silvester | "
        "vor Jahresende | bis Ende dieses Jahres | bis Ende kommenden Monats | Ende des Quartals | "
        "Ende 2026 | zum Jahresende | zum Quartalsende | zum Ende des Quartals | Ende 4. Quartal | "
        "zum Jahreswechsel | am Jahresende | letzter Tag des Jahres"
    ),
    "2027-01-01": "Neujahr | 1. Januar | erster Januar | Anfang des Jahres",
    "2027-01-03": "in sechs Wochen",
    "2027-01-12": "zweiter Dienstag im Januar | 2. Dienstag im Januar",
    "2027-01-14": "vor dem 15. Januar",
    "2027-01-15": (
        "bis zum 15. Januar | 15. Januar 2027 | 15. Jän. | Freitag, den 15. Januar | Fr, 15.01. | "
        "Fr 15.1.2027 | Mitte Januar | erste Januarhälfte"
    ),
    "2027-01-17": "in 8 Wochen | in acht Wochen",
    "2027-01-22": "in zwei Monaten",
    "2027-01-31": "bis Ende Jänner | 2. Hälfte Januar | zweite Januarhälfte",
    "2027-02-02": "am ersten Dienstag im Februar",
    "2027-02-22": "in einem Vierteljahr",
    "2027-03-01": "am 1. März | Anfang März",
    "2027-03-15": "bis Mitte März",
    "2027-03-26": "Karfreitag",
    "2027-03-27": "vor Ostern",
    "2027-03-28": "KW 12 | Ende KW 12 | KW12/2027 | in der 12. KW | bis Ostern",
    "2027-03-29": "Ostermontag",
    "2027-03-31": (
        "Ende Q1 | Ende des ersten Quartals | 1. Quartal 2027 | Q1 2027 | im ersten Quartal | "
        "nächstes Quartal | bis Ende 1. Quartal | letzter Tag im März | Ende des 1. Quartals 2027"
    ),
    "2027-04-01": "zum 1. April | zum 1.4. | ab 1.4.2027 | bis 1.4.27",
    "2027-05-16": "Pfingsten",
    "2027-05-22": "in einem halben Jahr",
    "2027-06-30": (
        "1. Halbjahr 2027 | erstes Halbjahr | bis 30. Juni | spätestens 30. Juni | bis Ende Q2 2027 | "
        "2. Quartal | bis Ende des zweiten Quartals | im zweiten Quartal 2027"
    ),
    "2027-11-22": "in einem Jahr",
    "2027-12-24": "vor Weihnachten 2027",
    "2027-12-31": (
        "bis Ende des Jahres 2027 | Ende 2027 | zweites Halbjahr 2027 | bis Ende nächsten Jahres | Ende des Jahres 2027"
    ),
    "2028-05-22": "in anderthalb Jahren",
}


@pytest.mark.parametrize(("meant", "phrases"), PHRASES.items())
def test_a_deadline_in_german_is_the_day_that_it_means(meant: str, phrases: str) -> None:
    read = {said: read_deadline(said, SUNDAY).day for said in phrases.split(" | ")}
    assert read == dict.fromkeys(read, date.fromisoformat(meant))
