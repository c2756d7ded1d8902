"""Deadlines as people write them in French, asked on Sunday 22 November 2026."""

from datetime import date

import pytest

from facilitator.domain.dates import read_deadline

SUNDAY = date(2026, 11, 22)
PHRASES = {
    "2026-11-22": (
        "aujourd'hui | ce soir | fin de journée | à partir d'aujourd'hui | avant lundi | ce jour | dans la journée"
    ),
    "2026-11-23": (
        "lundi | demain | demain soir | demain midi | lundi de la semaine prochaine | d'ici demain | "
        "lundi matin | dès lundi | avant demain soir | demain à midi | Je livre demain | "
        "lundi à la première heure | lundi 9h | demain avant midi | demain 14 h | "
        "dans la journée de demain"
    ),
    "2026-11-24": "d'ici mardi | après-demain | sous 48 heures | sous 48h",
    "2026-11-25": (
        "pour mercredi | dans les 72 heures | mercredi 25 novembre | mercredi 25 | mer. 25 nov. | "
        "dans les trois prochains jours"
    ),
    "2026-11-26": "avant vendredi | jeudi matin",
    "2026-11-27": (
        "vendredi soir | au plus tard vendredi | ce vendredi | sous 5 jours ouvrés | "
        "dernier vendredi du mois | vendredi à 17h | vendredi 17h30 | vendredi de la semaine prochaine | "
        "jusqu'à vendredi | d'ici à vendredi | vendredi midi | le dernier vendredi de novembre | "
        "Livraison vendredi | vendredi en fin de journée"
    ),
    "2026-11-28": "samedi prochain",
    "2026-11-29": "dans une semaine | d'ici une semaine | sous une semaine | aujourd'hui en huit",
    "2026-11-30": (
        "fin du mois | fin de mois | d'ici la fin du mois | fin novembre | lundi en huit | "
        "dernier jour du mois | dernier jour ouvré du mois | avant la fin du mois | d'ici à la fin du mois | "
        "pour la fin du mois"
    ),
    "2026-12-01": "1er décembre | début décembre | le 1er | mardi 1er décembre",
    "2026-12-02": (
        "sous dix jours | d'ici 10 jours | dans les 10 jours | dans un délai de 10 jours | "
        "mercredi 2 décembre à 14h | le 2 décembre à 14h30 | dans les prochains 10 jours | "
        "dans une dizaine de jours"
    ),
    "2026-12-03": "jeudi 3 déc. | le 3 décembre prochain | jeudi en huit",
    "2026-12-04": "dans 10 jours ouvrables",
    "2026-12-06": "dans deux semaines | d'ici deux semaines | dans les deux prochaines semaines",
    "2026-12-07": "d'ici 15 jours | premier lundi de décembre | sous 15 jours",
    "2026-12-08": "mardi en quinze",
    "2026-12-11": "vendredi en quinze",
    "2026-12-13": "S50 | sem. 50 | dans trois semaines | en semaine 50 | sous trois semaines",
    "2026-12-14": "avant le 15/12",
    "2026-12-15": (
        "le 15 | pour le 15 | le 15 du mois prochain | à livrer pour le 15 décembre | rendu le 15/12 | "
        "échéance : 15/12/2026 | d'ici le 15/12/2026"
    ),
    "2026-12-22": (
        "dans un mois | d'ici un mois | dans un délai d'un mois | sous un mois | sous 30 jours | dans les trente jours"
    ),
    "2026-12-24": "avant Noël | veille de Noël",
    "2026-12-25": "d'ici Noël",
    "2026-12-31": (
        "31/12/2026 | le 31/12 | à la fin de l'année | fin d'année | fin décembre | fin du trimestre | "
        "fin du mois prochain | avant la fin de l'année | la Saint-Sylvestre | fin de l'exercice | "
        "dernier jour de l'année | avant la fin du trimestre | d'ici la fin de l'année | "
        "d'ici la fin du trimestre"
    ),
    "2027-01-01": (
        "pour le Nouvel An | le premier janvier | premier jour ouvré de janvier | début janvier | jour de l'an"
    ),
    "2027-01-12": "deuxième mardi de janvier",
    "2027-01-14": "avant le 15 janvier",
    "2027-01-15": (
        "d'ici le 15 janvier | 15 janv. 2027 | 15 janvier 2027 | vendredi 15 janvier | "
        "le vendredi 15 janvier 2027 | mi-janvier | jusqu'au 15 janvier | d'ici au 15 janvier | "
        "au plus tard le 15 janvier"
    ),
    "2027-01-22": "d'ici deux mois",
    "2027-01-24": "semaine 3",
    "2027-01-25": "dernier lundi de janvier",
    "2027-01-31": "pour fin janvier | fin janv. | fin du mois de janvier 2027",
    "2027-02-02": "premier mardi de février",
    "2027-02-15": "à la mi-février",
    "2027-02-22": "d'ici trois mois",
    "2027-03-01": "le 1er mars | début mars",
    "2027-03-27": "avant Pâques",
    "2027-03-28": "semaine 12",
    "2027-03-29": "lundi de Pâques",
    "2027-03-31": (
        "d'ici fin mars | T1 2027 | T1 | premier trimestre | 1er trimestre 2027 | au 1er trimestre | "
        "le trimestre prochain | avant fin mars | au plus tard fin mars | fin du premier trimestre | "
        "fin du 1er trimestre | fin du mois de mars"
    ),
    "2027-04-01": "1er avril",
    "2027-05-22": "dans six mois",
    "2027-06-30": (
        "premier semestre 2027 | S1 2027 | fin T2 | 2ème trimestre | 1er semestre | 2º trimestre 2027 | "
        "fin du 2e trimestre | au deuxième trimestre 2027"
    ),
    "2027-07-14": "14 juillet",
    "2027-08-15": "15 août",
    "2027-08-31": "fin août",
    "2027-09-15": "15 sept.",
    "2027-09-30": "3e trimestre 2027",
    "2027-11-01": "Toussaint",
    "2027-11-22": "dans un an",
    "2027-12-31": ("fin 2027 | 2nd semestre 2027 | fin de l'année prochaine | fin de l'année 2027 | 2e semestre 2027"),
    "2028-02-29": "fin février 2028",
}


@pytest.mark.parametrize(("meant", "phrases"), PHRASES.items())
def test_a_deadline_in_french_is_the_day_that_it_means(meant: str, phrases: str) -> None:
    read = {said: read_deadline(said, SUNDAY).day for said in phrases.split(" | ")}
    assert read == dict.fromkeys(read, date.fromisoformat(meant))
