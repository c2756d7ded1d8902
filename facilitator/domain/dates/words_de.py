"""German words of time, each under the sign that the grammar reads (`signs.py` lists the signs)."""

NUMBERS = (
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig"
)
TENS = {
    "n30": "dreißig",
    "n40": "vierzig",
    "n60": "sechzig",
    "n90": "neunzig",
    "n100": "hundert",
}
ORDINALS = (
    "erst~,zweit~,dritt~,viert~,fünft~,sechst~,siebt~,acht~,neunt~,zehnt~,elft~,zwölft~,dreizehnt~,"
    "vierzehnt~,fünfzehnt~,sechzehnt~,siebzehnt~,achtzehnt~,neunzehnt~,zwanzigst~,einundzwanzigst~,"
    "zweiundzwanzigst~,dreiundzwanzigst~,vierundzwanzigst~,fünfundzwanzigst~,sechsundzwanzigst~,"
    "siebenundzwanzigst~,achtundzwanzigst~,neunundzwanzigst~,dreißigst~,einunddreißigst~"
)
WORDS = {
    "week M1": "januarwoche",
    "half M1": "januarhälfte",
    "week M2": "februarwoche",
    "half M2": "februarhälfte",
    "week M3": "märzwoche",
    "half M3": "märzhälfte",
    "week M4": "aprilwoche",
    "half M4": "aprilhälfte",
    "week M5": "maiwoche",
    "half M5": "maihälfte",
    "week M6": "juniwoche",
    "half M6": "junihälfte",
    "week M7": "juliwoche",
    "half M7": "julihälfte",
    "week M8": "augustwoche",
    "half M8": "augusthälfte",
    "week M9": "septemberwoche",
    "half M9": "septemberhälfte",
    "week M10": "oktoberwoche",
    "half M10": "oktoberhälfte",
    "week M11": "novemberwoche",
    "half M11": "novemberhälfte",
    "week M12": "dezemberwoche",
    "half M12": "dezemberhälfte",
    "M1": "januar, januars, jänner, jan",
    "M2": "februar, februars, feber, feb, febr",
    "M3": "märz, maerz, mrz, mär",
    "M4": "april, aprils, apr",
    "M5": "mai",
    "M6": "juni, jun, juno",
    "M7": "juli, jul",
    "M8": "august, augusts, aug",
    "M9": "september, septembers, sept, sep",
    "M10": "oktober, oktobers, okt",
    "M11": "november, novembers, nov",
    "M12": "dezember, dezembers, dez",
    "D0": "montag, montagabend, montagmittag, montagmorgen, montagnachmittag, montagvormittag, montagfrüh",
    "D1": (
        "dienstag, dienstagabend, dienstagmittag, dienstagmorgen, dienstagnachmittag, dienstagvormittag, dienstagfrüh"
    ),
    "D2": (
        "mittwoch, mittwochabend, mittwochmittag, mittwochmorgen, mittwochnachmittag, mittwochvormittag, mittwochfrüh"
    ),
    "D3": (
        "donnerstag, donnerstagabend, donnerstagmittag, donnerstagmorgen, donnerstagnachmittag, "
        "donnerstagvormittag, donnerstagfrüh"
    ),
    "D4": "freitag, freitagabend, freitagmittag, freitagmorgen, freitagnachmittag, freitagvormittag, freitagfrüh",
    "D5": (
        "samstag, samstagabend, samstagmittag, samstagmorgen, samstagnachmittag, samstagvormittag, "
        "samstagfrüh, sonnabend"
    ),
    "D6": "sonntag, sonntagabend, sonntagmittag, sonntagmorgen, sonntagnachmittag, sonntagvormittag, sonntagfrüh",
    "d0": "mo",
    "d1": "di",
    "d2": "mi",
    "d3": "do",
    "d4": "fr",
    "d5": "sa",
    "d6": "so",
    "hour": "stunde, stunden, std",
    "minute": "minute, minuten",
    "day": "tag, tages, kalendertag",
    "days": "tage, tagen, kalendertage, kalendertagen",
    "weeks": "wochen",
    "workday": (
        "arbeitstag, arbeitstage, arbeitstagen, arbeitstages, werktag, werktage, werktagen, werktages, "
        "bankarbeitstage, bankarbeitstagen, geschäftstage, geschäftstagen"
    ),
    "week": "woche, wo, woche vom, woche ab dem",
    "kw": "kw, kalenderwoche, kalenderwochen",
    "weekend": "wochenende, wochenendes, wochenenden",
    "months": "monate, monaten",
    "month": "monat, monats, kalendermonat, kalendermonats",
    "quarter": "quartal, quartals, quartale, quartalen, kalenderquartals, vierteljahr",
    "half": "halbjahr, halbjahres, halbjahrs, hälfte, hj",
    "year": (
        "jahr, jahre, jahren, jahres, jahrs, kalenderjahr, kalenderjahres, geschäftsjahr, geschäftsjahres, "
        "wirtschaftsjahres"
    ),
    "o1 half year": "ersten jahreshälfte, erste jahreshälfte, erster jahreshälfte",
    "o2 half year": "zweiten jahreshälfte, zweite jahreshälfte, zweiter jahreshälfte",
    "n6 month": "halben jahr, halbes jahr, halben jahres",
    "n18 month": "anderthalb jahren, anderthalb jahre, eineinhalb jahren",
    "n11 day": "anderthalb wochen, eineinhalb wochen",
    "n6 week": "anderthalb monaten, eineinhalb monaten, anderthalb monate",
    "A": "ein, eine, einer, einem, einen, eines",
    "n2": "zwo, zweier",
    "n3": "dreier",
    "END": "ende, schluss, abschluss, ausgang",
    "START": "anfang, beginn, start, anfangs",
    "MID": "mitte",
    "EARLY": "früh im, zeitig im",
    "LATE": "spät im",
    "END month": "monatsende, ultimo, monatsletzten, monatsschluss",
    "END quarter": "quartalsende, quartalsschluss",
    "END year": "jahresende, jahresschluss, jahreswechsel, geschäftsjahresende",
    "END half": "halbjahresende",
    "END week": "wochenschluss",
    "START month": "monatsanfang, monatsbeginn, monatsersten",
    "START quarter": "quartalsanfang, quartalsbeginn",
    "START year": "jahresanfang, jahresbeginn",
    "START week": "wochenanfang, wochenbeginn",
    "MID week": "wochenmitte",
    "MID month": "monatsmitte",
    "MID year": "jahresmitte",
    "NEXT": "nächst~, naechst~, folgend~, darauffolgend~",
    "COMING": "kommend~",
    "THIS": (
        "im laufe, im laufe der, im laufe des, im verlauf des, im verlauf der, dies, dies~, diesjährig~, "
        "laufend~, aktuell~, d m, heurig~"
    ),
    "THIS month": "d m, ds mts, dieses monats, lfd monats",
    "THIS year": "d j, ds js, dieses jahres, heuer",
    "NEXT month": "n m, kommenden monats",
    "LAST": "letzt~, vergangen~, vorig~",
    "NEXT2": "übernächst~, uebernaechst~",
    "IN": "in, innerhalb, innert, binnen, im, während, innerhalb von, in den",
    "BY": "bis, zur, bis zur, bis zu, spätestens, an, auf, gegen, bis einschließlich, allerspätestens",
    "BY ART": "zum, am, vom",
    "AGO n1": "vor einer, vor einem",
    "AGO n2": "vor zwei",
    "AGO n3": "vor drei",
    "AGO n4": "vor vier",
    "BEFORE": "vor, vorm, noch vor, früher als",
    "AFTER": "nach, nachdem, im anschluss an",
    "FROM": "ab, ab dem, von, seit",
    "AGO": "her",
    "OR": "oder, bzw, beziehungsweise",
    "OF": "von der, der, des",
    "ART": "dem, den",
    "today+0": (
        "heute, heut, heute noch, noch heute, heute abend, heute nacht, heute früh, heute mittag, "
        "heute nachmittag, heute vormittag"
    ),
    "today+1": "morgen, morgen früh, morgen abend, morgen mittag, morgen vormittag, morgen nachmittag",
    "today+2": "übermorgen, uebermorgen",
    "today-1": "gestern",
    "today-2": "vorgestern",
    "IN n0 day": "ab heute, von heute an, ab jetzt, von jetzt an",
    "EOD": (
        "im laufe des tages, tagesende, ende des tages, feierabend, dienstschluss, büroschluss, "
        "geschäftsschluss, ende des arbeitstages, ende des arbeitstags, ende des werktages"
    ),
    "TIME": (
        "uhr, mittag, mittags, mitternacht, abend, abends, vormittag, vormittags, nachmittag, nachmittags, "
        "früh, morgens, nacht, nachts, mez, mesz"
    ),
    "VAGUE": (
        "asap, so bald wie möglich, so schnell wie möglich, sobald wie möglich, sobald als möglich, "
        "schnellstmöglich, baldmöglichst, baldigst, bald, in kürze, zeitnah, demnächst, möglichst bald, "
        "möglichst schnell, sofort, ab sofort, umgehend, unverzüglich, fortlaufend, laufend, ständig, "
        "dauerhaft, kontinuierlich, offen, noch offen, unbestimmt, wird noch festgelegt, noch festzulegen, "
        "später, dringend, eilig, bei bedarf, nie, bei gelegenheit, eines tages, auf weiteres, "
        "bis auf weiteres, paar, ein paar, einige, einigen, einiger, mehrere, mehreren, wenige, wenigen, "
        "absehbarer zeit, nächster zeit, nächste zeit, langfristig, mittelfristig, kurzfristig"
    ),
    "SOMETIME": "irgendwann, irgendwie, gelegentlich",
    "EVERY": (
        "jeden, jede, jeder, jedes, jeweils, wöchentlich, monatlich, täglich, jährlich, quartalsweise, "
        "montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonntags"
    ),
    "?event": (
        "treffen, sitzung, messe, feier, konferenz, tagung, klausur, review, meeting, "
        "besprechung, workshop, versammlung, aktion, kampagne, gespräch, runde, planung, schließung, "
        "~sitzung, ~versammlung, ~messe, ~feier, ~konferenz, ~tagung, ~klausur, ~review, ~meeting, "
        "~besprechung, ~workshop"
    ),
    "SEASON": "frühling, frühjahr, frühjahrs, sommer, sommers, herbst, herbstes, winter, winters",
    "F0101": "neujahr, neujahrstag",
    "F0106": "dreikönig, dreikönige, dreikönigstag, heilige drei könige",
    "F0214": "valentinstag",
    "F0501": "tag der arbeit, maifeiertag",
    "F1003": "tag der deutschen einheit, tag der einheit",
    "F1031": "halloween, reformationstag",
    "F1101": "allerheiligen",
    "F1111": "martinstag, sankt martin",
    "F1206": "nikolaus, nikolaustag",
    "F1224": "heiligabend, heilig abend, heiligen abend, weihnachtsabend",
    "F1225": "weihnachten, weihnachtstag, erster weihnachtstag, ersten weihnachtstag, xmas",
    "F1226": "zweiter weihnachtstag, zweiten weihnachtstag, stephanstag",
    "F1231": "silvester, sylvester, silvesterabend",
    "easter-2": "karfreitag",
    "easter+0": "ostern, ostersonntag",
    "easter+1": "ostermontag",
    "easter+39": "christi himmelfahrt, himmelfahrt, vatertag",
    "easter+49": "pfingsten, pfingstsonntag",
    "easter+50": "pfingstmontag",
    "easter+60": "fronleichnam",
    "": (
        "das, die, der, für, und, dann, um, ca, circa, etwa, ungefähr, möglichst, idealerweise, hoffentlich, "
        "voraussichtlich, wohl, vielleicht, fertig, erledigt, abgabe, frist, termin, fällig, noch, erst, "
        "nur, genau, pünktlich, jetzt, deadline, stichtag, datum, tageszeit, ist, sein, wir, es, nun, schon, "
        "gleich, auch, muss, soll, wird, zu"
    ),
}
