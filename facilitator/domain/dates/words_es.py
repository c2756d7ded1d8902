"""Spanish words of time, each under the sign that the grammar reads (`signs.py` lists the signs)."""

NUMBERS = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve treinta treinta_y_uno"
)
TENS = {
    "n40": "cuarenta",
    "n48": "cuarenta y ocho",
    "n60": "sesenta",
    "n72": "setenta y dos",
    "n90": "noventa",
    "n100": "cien",
}
ORDINALS = "primer~,segund~,tercer~,cuart~,quint~,sext~,séptim~,octav~,noven~,décim~"
WORDS = {
    "o1": "primer, primero, primera, i",
    "o2": "ii",
    "o3": "tercer, iii",
    "o4": "iv",
    "M1": "enero, ene",
    "M2": "febrero, feb",
    "M3": "marzo",
    "M4": "abril, abr",
    "M5": "mayo, may",
    "M6": "junio, jun",
    "M7": "julio, jul",
    "M8": "agosto, ago, agto",
    "M9": "septiembre, setiembre, sept, sep, set",
    "M10": "octubre, oct",
    "M11": "noviembre, nov",
    "M12": "diciembre, dic",
    "D0": "lunes",
    "D1": "martes",
    "D2": "miércoles",
    "D3": "jueves",
    "D4": "viernes",
    "D5": "sábado",
    "D6": "domingo",
    "d0": "lun",
    "d1": "mar",
    "d2": "mié, mier",
    "d3": "jue",
    "d4": "vie, vier",
    "d5": "sáb",
    "d6": "dom",
    "hour": "hora, horas, hs, hrs",
    "minute": "minuto, minutos",
    "day": "día",
    "days": "días, días naturales, días corridos",
    "workday": (
        "día hábil, días hábiles, día laborable, días laborables, día laboral, días laborales, "
        "jornada laboral, día de trabajo, días de trabajo"
    ),
    "weeks": "semanas",
    "week": "semana, sem, semana del, semana que empieza el",
    "weekend": "fin de semana, finde, fines de semana",
    "month": "mes",
    "months": "meses",
    "quarter": "trimestre, trimestres, trim",
    "half": "semestre, semestres, mitad",
    "year": "año, años, ejercicio, año fiscal, año natural, ejercicio fiscal",
    "o1 half": "primera quincena, primera mitad",
    "o2 half": "segunda quincena, segunda mitad",
    "quinzaine": "quincena, una quincena, quince días",
    "huitaine": "ocho días",
    "n6 month": "medio año",
    "n6 week": "mes y medio, un mes y medio",
    "n11 day": "semana y media, una semana y media",
    "n18 month": "año y medio, un año y medio",
    "n2": "un par de, par de",
    "A": "un, una, uno",
    "END": "fin, final, finales, fines, cierre, término, finalizar, acabar, terminar",
    "START": "principio, principios, inicio, inicios, comienzo, comienzos, primeros",
    "MID": "mediados, medio, mitad de",
    "LATE": "últimos, ultimos de",
    "END week": (
        "final de semana, finales de semana, final de la semana, finales de la semana, fin de la semana, "
        "fin de esta semana, final de esta semana, finales de esta semana"
    ),
    "END NEXT week": "fin de la próxima semana, fin de la semana que viene, fin de la semana próxima",
    "START week": "principio de semana, principios de semana",
    "NEXT": "próxim~, siguiente, siguientes, que viene, entrante",
    "COMING": "que entra",
    "THIS": (
        "a lo largo de, en el transcurso de, en el curso de, este, esta, estos, estas, corriente, presente, "
        "actual, en curso"
    ),
    "LAST": "últim~, pasad~",
    "IN": "en, dentro de, en un plazo de, en el plazo de, de aquí a, de acá a, en los, en las, durante, plazo de",
    "BY": "para, hasta, a más tardar, como muy tarde, no más tarde de, a, hacia, por",
    "BY ART": "al",
    "BEFORE": "víspera de, víspera del, la víspera de, antes, antes de, previo a, previamente a, antes de que",
    "AFTER": "después, después de, tras, luego de, pasado el, pasada la, una vez",
    "FROM": "desde, a partir de, a contar de",
    "AGO": "hace",
    "OF": "de",
    "OF ART": "del",
    "OR": "o, ó",
    "ART": "el",
    "today+0": "hoy, hoy mismo, esta noche, esta tarde, esta mañana, hoy día",
    "today+1": "mañana, mañana mismo",
    "today+2": "pasado mañana",
    "today-1": "ayer",
    "today-2": "anteayer, antes de ayer",
    "IN n0 day": "a partir de hoy, desde hoy, a partir de ahora",
    "EOD": (
        "fin del día, final del día, fin de día, final de día, fin de la jornada, final de la jornada, "
        "cierre del día, cierre de jornada, finalizar el día, acabar el día, terminar el día, última hora, "
        "a última hora, última hora de hoy"
    ),
    "TIME": (
        "mediodía, medianoche, por la mañana, de la mañana, por la tarde, de la tarde, por la noche, "
        "de la noche, tarde, noche, a primera hora, primera hora, a mediodía"
    ),
    "VAGUE": (
        "asap, lo antes posible, cuanto antes, lo más pronto posible, a la mayor brevedad, pronto, en breve, "
        "próximamente, por definir, por determinar, por confirmar, pendiente, a definir, continuo, "
        "permanente, inmediatamente, de inmediato, ahora, ya, urgente, más tarde, más adelante, luego, unos, "
        "unas, algunos, algunas, varios, varias, pocos, pocas, nunca, sin fecha, en su momento, "
        "a su debido tiempo, cuando sea posible"
    ),
    "SOMETIME": ("algún día, un día, alguna vez, en algún momento, un día de estos, cualquier día, cualquier momento"),
    "EVERY": (
        "cada, todos los, todas las, semanal, mensual, diario, semanalmente, mensualmente, los lunes, "
        "los martes, los miércoles, los jueves, los viernes, los sábados, los domingos"
    ),
    "?event": "reunión, fiesta, feria, campaña, revisión, conferencia, taller, jornada",
    "SEASON": "primavera, verano, otoño, invierno",
    "F0101": "año nuevo, día de año nuevo",
    "F0106": "reyes, día de reyes, los reyes magos, epifanía",
    "F0214": "san valentín, día de san valentín",
    "F0501": "día del trabajo, día del trabajador, día de los trabajadores",
    "F1012": "día de la hispanidad, fiesta nacional, el pilar",
    "F1031": "halloween",
    "F1101": "todos los santos, día de todos los santos",
    "F1206": "día de la constitución",
    "F1208": "la inmaculada, inmaculada",
    "F1224": "nochebuena, noche buena",
    "F1225": "navidad, navidades, día de navidad",
    "F1231": "nochevieja, noche vieja",
    "END year": "fin de año, fines de año, finales de año",
    "easter-3": "jueves santo",
    "easter-2": "viernes santo",
    "easter+0": "pascua, domingo de pascua, domingo de resurrección",
    "easter+1": "lunes de pascua",
    "easter+49": "pentecostés",
    "": (
        "la, los, las, lo, y, es, e, más o menos, aproximadamente, alrededor de, sobre, si es posible, "
        "a ser posible, idealmente, probablemente, quizás, sin falta, fecha límite, fecha, plazo, "
        "vencimiento, listo, entrega, hecho, terminado, tardar, máximo, mismo, se, que, será, debe, estar, "
        "entregado, previsto"
    ),
}
