"""What is no deadline, and the sentence that says why."""

from datetime import date

import pytest

from facilitator.domain.dates import DeadlineError, read_deadline

SUNDAY = date(2026, 11, 22)
NO_DAY = (
    "after the launch | after launch | once approved | when budget is there | when ready | next sprint | "
    "next release | end of sprint | end of the project | 2 weeks after launch | three days before the fair | "
    "within two weeks of signing | v2.3 | version 2.21 | release 3.1 | 5pm | at 17:00 | 14:30 | €5,000 | "
    "5k | 20% | 12 | 31 April | 30/02/2027 | Feb 30 | 13/13/2027 | 32 March | 2027-02-30 | "
    "as soon as possible | a.s.a.p. | ASAP! | n/a | TBC | TBD by the team | whenever | in a few weeks | "
    "in a few days | someday | sometime next week | at some point | every Friday | weekly | summer | "
    "by summer | later | never | immediately | continuous | in due course | 24/7 | the 3rd draft | "
    "we may need more | one day | before the board meeting | by next call | at the offsite | Q5 | W60 | "
    "no deadline | ? | - | bis 3. Advent | nach dem Release | nach der Messe | nächste Sitzung | "
    "bei nächster Gelegenheit | so schnell wie möglich | zeitnah | bald | demnächst | laufend | sofort | "
    "offen | irgendwann | jeden Freitag | wöchentlich | Ende des Projekts | vor dem Launch | "
    "zwei Wochen nach Vertragsschluss | 31. November | 30.02. | Version 3.2 | um 15 Uhr | 5.000 € | "
    "3,5 Mio | in ein paar Tagen | im Sommer | bis auf Weiteres | wenn das Budget steht | après la réunion | "
    "après le lancement | dès que possible | au plus vite | bientôt | prochaine réunion | "
    "à la prochaine réunion | avant le salon | deux semaines après le lancement | à définir | en continu | "
    "un jour | tous les lundis | chaque vendredi | 31 avril | 30 février | 29 février | à 17h | cet été | "
    "fin du projet | version 2.0 | dans quelques jours | 1 500 € | plus tard | quand ce sera prêt | "
    "Semana Santa | después de la feria | tras el lanzamiento | lo antes posible | cuanto antes | pronto | "
    "próxima reunión | en la próxima reunión | antes de la feria | por definir | algún día | cada viernes | "
    "todos los lunes | 31 de abril | 30 de febrero | a las 17:00 | en verano | en unos días | "
    "fin del proyecto | dos semanas después del lanzamiento | cuando esté listo | continuo | 5.000 € | "
    "после отпуска | после запуска | после релиза | к следующей встрече | на следующей встрече | "
    "как можно скорее | скоро | срочно | постоянно | в процессе | когда-нибудь | каждую пятницу | "
    "еженедельно | 31 апреля | 30 февраля | в 18:00 | летом | через несколько дней | до запуска | "
    "через две недели после запуска | в ближайшее время | позже | версия 2.1 | 5000 руб | по готовности | "
    "уточняется | через месяц после запуска | wait for legal | depends on budget | before launch | "
    "by go-live | at the next sync | two weeks before launch | after the board approves | post launch | "
    "upon approval | following approval | as discussed | not yet known | sprint 12 | phase 2 | milestone 3 | "
    "release 2.0 | Q | room 12 | 3 people | 10% | $15k | 2 million | 0/0 | 00/12 | 15/15 | 31/06/2027 | "
    "29 Feb 2027 | 2027-13-01 | 24:00 | noon | at 5 | by 5 o'clock | in a while | in a bit | "
    "in the coming weeks | in the next few weeks | over the next weeks | in den nächsten Wochen | "
    "dans les prochaines semaines | en las próximas semanas | в ближайшие недели | next time | "
    "prochaine fois | la próxima vez | в следующий раз | beim nächsten Jour fixe | vor der Sitzung | "
    "bis zur nächsten Sitzung | bis zum Workshop | nach Absprache | nach Rücksprache mit dem Vorstand | "
    "sobald das Budget freigegeben ist | wird noch geklärt | k.A. | offen / tbd | mittelfristig | "
    "im Herbst | avant la réunion | lors de la prochaine réunion | d'ici le prochain comité | au plus tôt | "
    "selon budget | à voir | sans échéance | à l'automne | courant été | antes de la reunión | "
    "cuando haya presupuesto | según presupuesto | sin fecha | a la brevedad | en otoño | próximamente | "
    "tan pronto como sea posible | до совещания | к совещанию | перед запуском | когда будет бюджет | "
    "после согласования | по мере готовности | осенью | без срока | на постоянной основе | как получится | "
    "в скором времени | two Fridays from now | jeden ersten Dienstag | nach der Sommerpause | "
    "bis Abschluss des Projekts | zum Kickoff | après les fêtes | pendant les vacances | dès validation | "
    "quand le budget sera validé | à l'issue du projet | lors du prochain comité | "
    "después de las vacaciones | tras la reunión | cuando tengamos presupuesto | a la vuelta de vacaciones | "
    "до майских | после праздника | на следующей планёрке | к релизу | к запуску | по окончании проекта | "
    "как только утвердят бюджет | когда согласуем | by a third | by two weeks | на треть"
)


def why(said: str) -> str:
    with pytest.raises(DeadlineError) as refused:
        read_deadline(said, SUNDAY)
    return str(refused.value)


def test_what_names_no_day_is_refused_in_one_sentence() -> None:
    for said in NO_DAY.split(" | "):
        assert why(said).endswith("."), said


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("as soon as possible", "“as soon as possible” is no day: say which."),
        ("after the trade fair", "“after the trade fair” is an event: give its date."),
        ("mid-year review", "“mid-year review” is an event: give its date."),
        ("by the Q2 review", "“by the Q2 review” is an event: give its date."),
        ("the Christmas party", "“the Christmas party” is an event: give its date."),
        ("next sprint", "“next sprint” names no day: give its date."),
        ("next frday", "“next frday” names no day: give its date."),
        ("nächsten freitg", "“nächsten freitg” names no day: give its date."),
        ("every Friday", "“every Friday” repeats: give the first day."),
        ("sometime next month", "“sometime next month” leaves the day open: say which."),
        ("by summer", "“by summer” is a season: give a day in it."),
        ("12", "“12” is a number: say the month too."),
        ("at 17:00", "“at 17:00” is a time: say of which day."),
        ("€5,000", "“€5,000” is an amount, not a day."),
        ("v2.3", "“v2.3” is a version, not a day."),
        ("the colour blue", "“the colour blue” names no day: try “15 jan”, “friday” or “in two weeks”."),
        ("31 April", "There is no 31 April: check the day."),
        ("29 Feb 2027", "There is no 29 February in 2027: check the day or give the year."),
        ("two weeks after launch", "A time counted from an event needs the event's date: give the day itself."),
        ("  ", "A deadline names a day; nothing was typed."),
        ("very " * 2000, "A deadline is a few words; these are 10000 characters."),
        ("+9999y", "9999 years lead too far away for a deadline."),
    ],
)
def test_the_sentence_says_why(said: str, sentence: str) -> None:
    assert why(said) == sentence


def test_a_leap_day_without_a_year_is_taken_only_when_the_next_february_has_it() -> None:
    assert read_deadline("29 Feb", date(2027, 3, 1)).day == date(2028, 2, 29)
    assert "29 February in 2027" in why("29 Feb")


@pytest.mark.parametrize("phrase", ["25 Feb 202731", "by 25 Feb 202731 feb", "Feb 25 20271", "25/02/202731"])
def test_a_year_with_too_many_digits_is_not_read_as_another_one(phrase: str) -> None:
    with pytest.raises(DeadlineError, match="too many digits"):
        read_deadline(phrase, SUNDAY)
    assert read_deadline("20270225", SUNDAY).day == date(2027, 2, 25)
