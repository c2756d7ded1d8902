"""Deadlines as people write them in Spanish, asked on Sunday 22 November 2026."""

from datetime import date

import pytest

from facilitator.domain.dates import read_deadline

SUNDAY = date(2026, 11, 22)
PHRASES = {
    "2026-11-22": (
        "hoy | al final del día | antes de mañana | esta tarde | esta noche | fin de la jornada | hoy a última hora"
    ),
    "2026-11-23": (
        "el lunes | mañana | mañana por la mañana | mañana a mediodía | para mañana | lunes por la mañana | "
        "mañana temprano | lo envío mañana | lunes a primera hora | mañana a las 9 | mañana por la tarde | "
        "antes de mañana al mediodía"
    ),
    "2026-11-24": "para el martes | pasado mañana | en 48 horas | en las próximas 48 horas | en un par de días",
    "2026-11-25": (
        "hasta el miércoles | en un plazo de 72 horas | en los próximos tres días | miércoles 25 | "
        "miércoles 25 de noviembre | mié. 25 nov."
    ),
    "2026-11-26": "antes del viernes",
    "2026-11-27": (
        "el viernes por la tarde | este viernes | en 5 días hábiles | último viernes del mes | "
        "el viernes de la próxima semana | el viernes de la semana que viene | el viernes a las 17:00 | "
        "para el viernes | a más tardar el viernes | como muy tarde el viernes | como máximo el viernes | "
        "no más tarde del viernes | el último viernes de noviembre | Entrega el viernes | "
        "el viernes a mediodía | el viernes a última hora"
    ),
    "2026-11-28": "el sábado",
    "2026-11-29": "en una semana | dentro de una semana",
    "2026-11-30": (
        "fin de mes | a fin de mes | a finales de mes | finales de noviembre | de hoy en ocho días | "
        "último día del mes | último día hábil del mes | cierre de mes | antes del 1 de diciembre | "
        "antes de fin de mes | hasta fin de mes | a final de mes | a finales de este mes | "
        "último día laborable del mes | el día 30 | para finales de mes | para fin de mes"
    ),
    "2026-12-01": (
        "primero de diciembre | principios de diciembre | a principios de diciembre | "
        "el martes 1 de diciembre | a principios del próximo mes | el primer día de diciembre"
    ),
    "2026-12-02": (
        "en 10 días | en los próximos 10 días | dentro de los próximos 10 días | mié 2 de dic | en el plazo de 10 días"
    ),
    "2026-12-03": "jueves 3 de diciembre a las 14h",
    "2026-12-04": "10 días laborables",
    "2026-12-06": (
        "dentro de dos semanas | en dos semanas | en las próximas dos semanas | de aquí a dos semanas | "
        "en un par de semanas"
    ),
    "2026-12-07": "primer lunes de diciembre | dentro de 15 días",
    "2026-12-13": "semana 50",
    "2026-12-14": "antes del 15/12",
    "2026-12-15": (
        "el 15 | para el día 15 | el 15 del próximo mes | el 15 del mes que viene | a mediados de mes | "
        "mediados de diciembre | fecha límite: 15/12/2026 | para el 15 de diciembre | el 15/12 | "
        "15-dic-2026 | 15 dic. | a mitad de mes | primera quincena de diciembre"
    ),
    "2026-12-22": (
        "dentro de un mes | en el plazo de un mes | en un mes | dentro de 30 días | dentro de treinta días | "
        "de aquí a un mes"
    ),
    "2026-12-23": "antes de Nochebuena",
    "2026-12-24": "antes de Navidad | Nochebuena | víspera de Navidad",
    "2026-12-25": "para Navidad",
    "2026-12-31": (
        "31/12/2026 | fin de año | a final de año | antes de fin de año | final del trimestre | "
        "fin del próximo mes | Nochevieja | a finales del próximo mes | a finales de este año | "
        "para finales de año | para fin de trimestre | a finales de 2026 | antes de fin de trimestre"
    ),
    "2027-01-01": "a primeros de enero",
    "2027-01-03": "en seis semanas",
    "2027-01-05": "antes de Reyes",
    "2027-01-06": "Reyes",
    "2027-01-12": "segundo martes de enero",
    "2027-01-14": "antes del 15 de enero",
    "2027-01-15": (
        "el 15 de enero | 15 de enero de 2027 | 15 enero | viernes 15 de enero | "
        "el viernes, 15 de enero de 2027 | a más tardar el 15 de enero | a mediados de enero | "
        "hasta el 15 de enero"
    ),
    "2027-01-22": "en dos meses | en los dos próximos meses",
    "2027-01-31": "hasta finales de enero | final de enero | el último día de enero | segunda quincena de enero",
    "2027-02-02": "el primer martes de febrero",
    "2027-02-15": "mediados de febrero",
    "2027-02-22": "en tres meses | dentro de tres meses",
    "2027-03-01": "1 de marzo | 1º de marzo | a principios de marzo | inicio de marzo",
    "2027-03-31": (
        "finales de marzo | a finales de marzo | primer trimestre | primer trimestre de 2027 | T1 2027 | "
        "1T 2027 | próximo trimestre | antes de finales de marzo | fin del primer trimestre | "
        "finales del primer trimestre | primer trimestre del 2027"
    ),
    "2027-05-22": "en medio año",
    "2027-06-30": (
        "primer semestre de 2027 | 30 de junio | segundo trimestre | para el segundo trimestre | "
        "fin del segundo trimestre de 2027"
    ),
    "2027-11-22": "dentro de un año | en un año",
    "2027-12-31": "finales de 2027 | segundo semestre de 2027 | a finales del año que viene",
}


@pytest.mark.parametrize(("meant", "phrases"), PHRASES.items())
def test_a_deadline_in_spanish_is_the_day_that_it_means(meant: str, phrases: str) -> None:
    read = {said: read_deadline(said, SUNDAY).day for said in phrases.split(" | ")}
    assert read == dict.fromkeys(read, date.fromisoformat(meant))
