"""Deadlines as people write them in English, asked on Sunday 22 November 2026."""

from datetime import date

import pytest

from facilitator.domain.dates import read_deadline

SUNDAY = date(2026, 11, 22)
PHRASES = {
    "2026-11-22": "by the 22nd | EOD | tonight | this evening | midnight tonight | EOB today",
    "2026-11-23": (
        "by monday | within 24h | COB Monday | COB tomorrow | tomorrow morning | tomorrow 5pm | MONDAY | "
        "Mon. | Nov 23 | tomorrow (Monday) | needs to be done by tomorrow | end of day tomorrow | "
        "first thing Monday | by 9am Monday | Monday, 9:30am EST | end of business tomorrow"
    ),
    "2026-11-24": "by Tuesday EOD | in 48 hours | day after tomorrow | Tues | mar. 24 nov.",
    "2026-11-25": (
        "by wed. | in 3 workdays | send it by Wednesday | by Wednesday the 25th | Wednesday 25th | "
        "Wed 25 Nov 2026 | 25 Nov (Wed) | Nov 25, Wednesday | Wednesday, Nov. 25"
    ),
    "2026-11-26": "Thursday noon | before Friday | by Thanksgiving | by 3 pm on Thursday | by Thurs.",
    "2026-11-27": (
        "Friday the 27th | within 5 working days | +5bd | EOD Friday | last Friday of November | "
        "last Friday of the month | Friday 5pm | Friday at 17:00 CET | this Friday | coming Friday | "
        "Friday at the latest | not later than Friday | Friday of next week | next week Friday | "
        "by the end of this week | Friday (27 Nov) | by Friday, 27 November 2026, 5pm CET | "
        "the day after Thanksgiving | in five days' time | Anna to send by Friday | "
        "close of business Friday | midnight on Friday | Fri 27/11 | 27/11/26 | COB 11/27 | "
        "by Black Friday | ASAP, latest Friday | Friday 17.30"
    ),
    "2026-11-28": "sat",
    "2026-11-29": (
        "by this time next week | by Sunday | within a week | in a week's time | in a week | "
        "a week from now | within the week | +7 | "
        "in one week"
    ),
    "2026-11-30": (
        "the 30th | EOM | month end | last working day of the month | Nov 30th | 30 November 2026 | "
        "this month | end of Nov. | by Nov 30 | 11/30 | end-of-month | last day of the month | "
        "end of this month | later this month | a week tomorrow | tomorrow week | a week from Monday | "
        "Monday week | by EOM"
    ),
    "2026-12-01": (
        "by the first of December | Dec 1st EOD | start of December | first day of next month | "
        "the first of next month | by the 1st | 1st of next month | 2026-12-1 | "
        "first working day of December"
    ),
    "2026-12-02": "10d | + 10 days | J+10 | in ten days",
    "2026-12-03": (
        "10am PT on December 3rd | December 3rd at 10:00 | 3rd December | 3rd of Dec, 2026 | "
        "the 3rd of December | on the 3rd"
    ),
    "2026-12-04": (
        "a week from Friday | Friday week | 10 business days | 17:00 on 4 December | "
        "on or before 4 December | the Friday after next | EOD 4 Dec"
    ),
    "2026-12-06": (
        "in two weeks | in 2 wks | 2 weeks | two weeks from now | two weeks from today | "
        "in a couple of weeks | in a fortnight | +2w | in exactly two weeks | in about two weeks | "
        "two weeks' time | T+14 | in the next couple of weeks | next 2 weeks"
    ),
    "2026-12-07": "two weeks on Monday | first Monday of December",
    "2026-12-11": (
        "between 7 and 11 December | 7-11 December | Dec 7 - 11 | the week of 7 December | "
        "2nd Friday in December | two weeks on Friday"
    ),
    "2026-12-13": "within the next 3 weeks | W50 | week 50 | calendar week 50 | CW50 | wk 50 | KW 50 2026",
    "2026-12-14": "three weeks from tomorrow",
    "2026-12-15": (
        "by the 15th | 15th of next month | by launch, ideally 12/15 | no later than Dec. 15, 2026 | "
        "by mid-December | by the middle of next month | will be finished by Dec 15 | Deadline is Dec 15th | "
        "(due 12/15) | due: 12/15. | first half of December | Deadline 15.12."
    ),
    "2026-12-18": "a week before Christmas",
    "2026-12-21": "twenty-first of December | 4 weeks from Monday",
    "2026-12-22": (
        "in a month | 30 days from now | a month from today | in 1 month | 1 month | within a month | "
        "within 30 calendar days | J+30 | in thirty days | within thirty days"
    ),
    "2026-12-23": "2 days before Christmas",
    "2026-12-24": "Dec 24 | due 12/24 | Christmas Eve | before Christmas | day before Christmas",
    "2026-12-25": "in time for Christmas | by Christmas Day | by Xmas",
    "2026-12-26": "Boxing Day",
    "2026-12-28": "the Monday after Christmas | three days after Christmas",
    "2026-12-31": (
        "by the 31st | 12/31/2026 | by EOY | end of the quarter | by quarter end | by year-end | "
        "end of the year | end of next month | end of December | end of 2026 | "
        "last business day of December | by New Year's Eve | this quarter | this year | by Dec | "
        "end-of-year | end of FY26 | by year's end | by the end of the calendar year | "
        "the last day of the year | end of H2"
    ),
    "2027-01-01": ("first working day of January | as of January 1 | the first business day of 2027 | New Year's Day"),
    "2027-01-03": "in six weeks",
    "2027-01-12": "second Tuesday in January",
    "2027-01-15": (
        "half way through January | 15th of January | January 15th, 2027 | Jan. 15 | 15-Jan-2027 | "
        "by Fri 15 Jan | Friday, January 15 | "
        "15.1. | 15.01 | mid January | no later than 15 January | latest by 15 Jan | 1/15"
    ),
    "2027-01-21": "third Thursday of January",
    "2027-01-22": "in 2 months time | 2 months from now | +2 months | T+2 months",
    "2027-01-24": "CW 3 | 2027-W03 | S3 2027 | W3 2027",
    "2027-01-25": "last Monday of January 2027",
    "2027-01-28": "fourth Thursday in January",
    "2027-01-29": "the last Friday in January",
    "2027-01-31": (
        "2027-01-31 | 2027/01/31 | 20270131 | 2027-01-31T17:00 | 31.01.2027 | 31-01-2027 | 31.1.27 | "
        "31/1/27 | end of January at the latest | EOM January | second half of January"
    ),
    "2027-02-14": "by Valentine's Day",
    "2027-02-15": "middle of February",
    "2027-02-20": "over the next 90 days",
    "2027-02-22": "in three months | +3m",
    "2027-02-28": "end Feb",
    "2027-03-01": "by 1 March | by March 1st | beginning of March",
    "2027-03-02": "100 days | in one hundred days",
    "2027-03-15": "mid-March | half of March | first half of March | meeting on 15 March",
    "2027-03-28": "by Easter",
    "2027-03-31": (
        "end of next quarter | Q1/27 | 2027 Q1 | 1Q27 | first quarter of 2027 | last day of March | "
        "by the end of the first quarter | by end of Q1 2027 | Q1 FY27"
    ),
    "2027-04-11": "two weeks after Easter",
    "2027-05-01": "by May 1st, please | May Day",
    "2027-05-03": "release 2.0 on 3 May",
    "2027-05-22": "in half a year | 6 months from now | in 2 quarters | in six months' time",
    "2027-06-30": (
        "by end of Q2 | Q2 2027 | H1 2027 | H1 | first half of 2027 | end of H1 | "
        "end of the second quarter | mid-year | end of the first half | Q2'27 | 2027Q2 | 2Q | "
        "end of second quarter 2027 | 2T 2027"
    ),
    "2027-07-04": "the 4th of July",
    "2027-10-31": "Halloween",
    "2027-11-22": "in a year | +1y | in a year's time",
    "2027-12-31": "end of next year | next year",
    "2028-02-29": "end of Feb 2028",
}


@pytest.mark.parametrize(("meant", "phrases"), PHRASES.items())
def test_a_deadline_in_english_is_the_day_that_it_means(meant: str, phrases: str) -> None:
    read = {said: read_deadline(said, SUNDAY).day for said in phrases.split(" | ")}
    assert read == dict.fromkeys(read, date.fromisoformat(meant))
