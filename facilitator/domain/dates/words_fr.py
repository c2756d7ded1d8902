"""French words of time, each under the sign that the grammar reads (`signs.py` lists the signs)."""

NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept "
    "dix_huit dix_neuf vingt vingt_et_un vingt_deux vingt_trois vingt_quatre"
)
TENS = {
    "n30": "trente",
    "n40": "quarante",
    "n48": "quarante huit",
    "n60": "soixante",
    "n72": "soixante douze",
    "n100": "cent",
}
ORDINALS = (
    "premier,deuxième,troisième,quatrième,cinquième,sixième,septième,huitième,neuvième,dixième,onzième,"
    "douzième,treizième,quatorzième,quinzième"
)
WORDS = {
    "o1": "première, premiers, premières, ier, ie",
    "o2": "second, seconde, iie, ii",
    "o3": "iiie, iii",
    "o4": "ive, iv",
    "M1": "janvier, janv, jan",
    "M2": "février, févr, fév, fevr",
    "M3": "mars",
    "M4": "avril, avr",
    "M5": "mai",
    "M6": "juin",
    "M7": "juillet, juil, juill",
    "M8": "août, aout",
    "M9": "septembre, septemb",
    "M10": "octobre, oct",
    "M11": "novembre, nov",
    "M12": "décembre, déc",
    "D0": "lundi",
    "D1": "mardi",
    "D2": "mercredi",
    "D3": "jeudi",
    "D4": "vendredi",
    "D5": "samedi",
    "D6": "dimanche",
    "d0": "lun",
    "d1": "mar",
    "d2": "mer, mercr",
    "d3": "jeu",
    "d4": "ven, vend",
    "d5": "sam",
    "d6": "dim",
    "hour": "heure, heures",
    "minute": "minute, minutes",
    "day": "jour",
    "days": "jours, jrs, jours calendaires, journées, jours francs",
    "workday": (
        "jour ouvré, jours ouvrés, jour ouvrable, jours ouvrables, jour travaillé, jours travaillés, "
        "jour de travail, jours de travail"
    ),
    "weeks": "semaines",
    "week": "semaine, sem, semaine du, semaine commençant le",
    "weekend": "week end, weekend",
    "NEXT months": "prochains mois",
    "month": "mois, mois calendaire",
    "quarter": "trimestre, trimestres, trim",
    "half": "semestre, semestres, moitié",
    "year": "an, ans, année, années, exercice, année civile, année fiscale, exercice fiscal",
    "o1 half": "première quinzaine, 1re quinzaine, première moitié",
    "o2 half": "deuxième quinzaine, seconde quinzaine, 2e quinzaine, seconde moitié, deuxième moitié",
    "huitaine": "huitaine, une huitaine, huitaine de jours, une huitaine de jours, huit jours",
    "quinzaine": "quinzaine, une quinzaine, quinzaine de jours, une quinzaine de jours, quinze jours",
    "n10 day": "dizaine de jours, une dizaine de jours",
    "n6 week": "mois et demi, un mois et demi",
    "n11 day": "semaine et demie, une semaine et demie",
    "n18 month": "an et demi, un an et demi",
    "IN n1 week": "en huit",
    "IN n2 week": "en quinze",
    "A": "un, une",
    "END": "fin, à la fin, clôture",
    "START": "début, commencement, tout début, entame",
    "MID": "mi, milieu, au milieu",
    "LATE": "tout fin",
    "END week": "fin de semaine, fin de la semaine, fin semaine, fin sem",
    "NEXT": "prochain, prochaine, prochains, prochaines, suivant, suivante",
    "COMING": "qui vient, à venir",
    "THIS": "au cours de, au cours du, ce, cet, cette, courant mois, en cours, présent, présente",
    "THIS week": "dans la semaine, semaine en cours, cette semaine, courant de semaine, courant semaine",
    "THIS month": "dans le mois, mois en cours, ce mois ci, ce mois",
    "THIS year": "dans l année, année en cours, cette année",
    "THIS quarter": "trimestre en cours, ce trimestre",
    "LAST": "dernier, dernière, derniers, dernières, passé, passée",
    "IN": (
        "dans, sous, en, d ici, dans un délai de, sous un délai de, dans les, en l espace de, d ici à, "
        "pendant, au cours"
    ),
    "BY": (
        "courant, dans le courant de, dans le courant du, pour, jusqu, jusque, au plus tard, le plus tard, "
        "jusqu à, à, vers, aux"
    ),
    "BY ART": "au",
    "BY END": "avant la fin, avant fin, d ici la fin, d ici fin, pour la fin, pour fin",
    "BEFORE": "veille de, la veille de, la veille du, avant, d avant, préalablement à, avant que",
    "AFTER": "après, à la suite, suivant la, suivant le, à l issue",
    "FROM": "à partir de, à compter de, dès, depuis",
    "FROM ART": "à partir du, à compter du",
    "AGO": "il y a",
    "OF": "de, des",
    "OF ART": "du",
    "OR": "ou",
    "ART": "le",
    "today+0": "aujourd hui, ce soir, cet après midi, ce matin, ce midi, cette nuit, ce jour, le jour même",
    "today+1": "demain, lendemain",
    "today+2": "après demain, surlendemain",
    "today-1": "hier",
    "today-2": "avant hier",
    "IN n0 day": "à partir d aujourd hui, à compter d aujourd hui, à partir de maintenant",
    "EOD": (
        "dans la journée, fin de journée, fin de la journée, fin du jour, en fin de journée, fin de journée de travail"
    ),
    "TIME": "midi, minuit, matin, soir, après midi, matinée, soirée, heure du déjeuner, heures du matin",
    "VAGUE": (
        "asap, dès que possible, au plus vite, au plus tôt, le plus vite possible, le plus tôt possible, "
        "rapidement, bientôt, prochainement, sous peu, en continu, continu, permanent, en permanence, "
        "à définir, à déterminer, à préciser, à confirmer, à convenir, immédiatement, tout de suite, "
        "maintenant, urgent, en urgence, sans délai, plus tard, ultérieurement, quelques, plusieurs, jamais, "
        "au fil de l eau, dès réception, le moment venu, à terme, en temps voulu, indéfini"
    ),
    "SOMETIME": "un jour, un de ces jours, un jour ou l autre, à un moment, n importe quand, quelque part",
    "EVERY": "chaque, tous les, toutes les, hebdomadaire, mensuel, quotidien, trimestriel, tous",
    "?event": "réunion, fête, bilan, salon, séminaire, campagne, conférence, atelier",
    "SEASON": "printemps, été, automne, hiver, rentrée",
    "F0101": "nouvel an, jour de l an, premier de l an",
    "F0106": "épiphanie",
    "F0214": "saint valentin, st valentin",
    "F0501": "fête du travail",
    "F0508": "fête de la victoire",
    "F0714": "fête nationale",
    "F0815": "assomption",
    "F1031": "halloween",
    "F1101": "toussaint, la toussaint",
    "F1111": "armistice",
    "F1224": "réveillon de noël, veille de noël, la veille de noël",
    "F1225": "noël",
    "F1231": "saint sylvestre, st sylvestre, réveillon, réveillon du nouvel an, veille du nouvel an",
    "easter-2": "vendredi saint",
    "easter+0": "pâques, dimanche de pâques",
    "easter+1": "lundi de pâques",
    "easter+39": "ascension, l ascension",
    "easter+49": "pentecôte, la pentecôte",
    "easter+50": "lundi de pentecôte",
    "": (
        "la, les, l, d, et, puis, y, est, sera, c, environ, si possible, idéalement, sans faute, "
        "dernier délai, dernier carat, impérativement, probablement, peut être, échéance, délai, "
        "date limite, date, fait, prêt, terminé, livré, même, tard, plus, heure limite, max, maximum, grand, "
        "prévu, attendu, rendu, ouvert, on, je, nous, il"
    ),
}
