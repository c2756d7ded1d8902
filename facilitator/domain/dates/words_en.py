"""English words of time, each under the sign that the grammar reads (`signs.py` lists the signs)."""

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
TENS = {
    "n30": "thirty",
    "n40": "forty",
    "n45": "forty five",
    "n60": "sixty",
    "n90": "ninety",
    "n100": "hundred",
}
ORDINALS = (
    "first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,"
    "fifteenth,sixteenth,seventeenth,eighteenth,nineteenth,twentieth,twenty first,twenty second,twenty third,"
    "twenty fourth,twenty fifth,twenty sixth,twenty seventh,twenty eighth,twenty ninth,thirtieth,"
    "thirty first"
)
WORDS = {
    "?": "a third, one third, two thirds, a fourth, a fifth",
    "M1": "january, jan",
    "M2": "february, feb, febr",
    "M3": "march, mar",
    "M4": "april, apr",
    "M5": "may",
    "M6": "june, jun",
    "M7": "july, jul",
    "M8": "august, aug",
    "M9": "september, sept, sep",
    "M10": "october, oct",
    "M11": "november, nov",
    "M12": "december, dec",
    "D0": "monday",
    "D1": "tuesday",
    "D2": "wednesday",
    "D3": "thursday",
    "D4": "friday",
    "D5": "saturday",
    "D6": "sunday",
    "d0": "mon",
    "d1": "tue, tues",
    "d2": "wed, weds",
    "d3": "thu, thur, thurs",
    "d4": "fri",
    "d5": "sat",
    "d6": "sun",
    "hour": "hour, hours, hrs, hr",
    "minute": "minute, minutes, mins",
    "day": "day, calendar day",
    "days": "days, calendar days",
    "weeks": "weeks",
    "workday": "business day, business days, working day, working days, workday, workdays, weekday, weekdays",
    "week": "week, wk, wks, week of, week commencing, week beginning, week starting, w c, wc",
    "IN n1 week": "this time next week",
    "IN n1 month": "this time next month",
    "IN n1 year": "this time next year",
    "fortnight": "fortnight, fortnights",
    "weekend": "weekend, the weekend",
    "month": "month, mth, mths, calendar month",
    "months": "months, calendar months",
    "quarter": "quarter, quarters, qtr, calendar quarter",
    "half": "half",
    "year": "year, years, yr, yrs, calendar year, fiscal year, financial year, business year",
    "n6 month": "half a year, half year, a half year",
    "n6 week": "month and a half, a month and a half",
    "n18 month": "year and a half, a year and a half",
    "n2": "couple, couple of, a couple of, a couple",
    "n12": "dozen, a dozen",
    "A": "a, an",
    "END": "end, ends, end of, close of, closing of",
    "START": "start, beginning, begin",
    "MID": "mid, middle, midway through, halfway through, half way through, halfway into, half way into",
    "EARLY": "early, earlier",
    "LATE": "late, later, towards the end of, toward the end of",
    "NEXT": "next, following",
    "COMING": "coming, upcoming, this coming, this upcoming",
    "THIS": ("in the course of, over the course of, in the course of the, over the course of the, this, current, our"),
    "LAST": "last, final, past, previous",
    "NEXT2": "after next",
    "week NEXT2": "week after next, the week after next, next but one week",
    "IN": "in, within, inside, during, over",
    "BY": (
        "by, until, till, til, to, through, due, no later than, not later than, at the latest by, "
        "before or on, on or before"
    ),
    "BEFORE": "before, prior to, ahead of, earlier than, in advance of",
    "AFTER": "after, following the, subsequent to, post",
    "FROM": "from, since, starting",
    "AGO": "ago",
    "OF": "of",
    "OR": "or, alternatively",
    "ART": "the",
    "today+0": "today, tonight, this morning, this afternoon, this evening, later today, same day",
    "today+1": "tomorrow, tmrw, tmr, tomorow, tommorow, tommorrow",
    "today+2": "day after tomorrow, the day after tomorrow, overmorrow",
    "today-1": "yesterday",
    "today-2": "day before yesterday, the day before yesterday",
    "IN n0 day": "from now, from today, hence, from this day, from this date",
    "EOD": (
        "end of day, end of the day, end of business, end of business day, end of the business day, "
        "close of business, close of play, end of play, end of working day, end of the working day, day end, "
        "days end, close of day"
    ),
    "TIME": (
        "noon, midday, midnight, morning, afternoon, evening, night, lunch, lunchtime, lunch time, "
        "breakfast, o clock, utc, gmt, cet, cest, est, edt, pst, pdt, et, pt, ct, mt, bst, first thing"
    ),
    "VAGUE": (
        "asap, as soon as possible, soon, sooner, soonest, shortly, soonish, ongoing, on going, continuous, "
        "continuously, tbd, tba, tbc, to be defined, to be determined, to be decided, to be confirmed, "
        "to be announced, n a, na, none, open, open ended, eventually, immediately, at once, right away, "
        "straight away, now, whenever, never, in due course, in time, in due time, as needed, when possible, "
        "one day, some day, until further notice, urgent, urgently, permanently, indefinitely, rolling, "
        "as we go, in the near future, in the future, few, a few, several, many"
    ),
    "SOMETIME": "sometime, some time, at some point, someday, any time, anytime, somewhere",
    "EVERY": (
        "every, each, daily, weekly, biweekly, monthly, quarterly, yearly, annually, mondays, tuesdays, "
        "wednesdays, thursdays, fridays, saturdays, sundays"
    ),
    "?event": (
        "review, reviews, meeting, meetings, party, call, campaign, offsite, off site, workshop, conference, "
        "fair, trade fair, launch, release, retro, retrospective, summit, session, close, sale, town hall, "
        "kickoff, kick off, planning, board meeting, retreat, dinner, reporting, agm, annual general meeting, "
        "general meeting, general assembly, assembly, congress, hearing, audit, demo, pilot, jury"
    ),
    "SEASON": "spring, summer, autumn, winter",
    "F0101": "new year, new years, new year s, new year s day, new years day",
    "F0106": "epiphany, twelfth night",
    "F0214": "valentine s day, valentines day, valentine s, valentines",
    "F0317": "st patrick s day, st patricks day, saint patrick s day",
    "F0501": "may day",
    "F0704": "independence day",
    "F1031": "halloween, hallowe en",
    "F1101": "all saints day, all saints",
    "F1224": "christmas eve, xmas eve",
    "F1225": "christmas, xmas, x mas, christmas day, xmas day",
    "F1226": "boxing day",
    "F1231": "new year s eve, new years eve, nye",
    "thanksgiving": "thanksgiving, thanksgiving day",
    "thanksgiving+1": "black friday",
    "thanksgiving+4": "cyber monday",
    "easter-2": "good friday",
    "easter+0": "easter, easter sunday",
    "easter+1": "easter monday",
    "easter+39": "ascension, ascension day",
    "easter+49": "pentecost, whitsun, whit sunday",
    "easter+50": "whit monday",
    "": (
        "please, i think, for, on, at, is, it, be, s, and, then, latest, ideally, definitely, preferably, hopefully, "
        "probably, likely, maybe, perhaps, around, about, approx, approximately, roughly, circa, ca, say, "
        "deadline, due date, date, sharp, done, ready, finished, complete, completed, delivered, submitted, "
        "expected, if not, if possible, exactly, very, only, no, not, time, already, still, as, target, eta, "
        "just, all, some, whole, full, other"
    ),
}
