"""The arithmetic Islamic calendar, whose months are told a day early or late by who sees the moon.

Leap years are the 2nd, 5th, 7th, 10th, 13th, 16th, 18th, 21st, 24th, 26th and 29th of thirty.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

# The proleptic Gregorian ordinal of the first day of the first year: 19 July 622.
EPOCH: Final = 227_015
COMMON_YEAR: Final = 354
MONTHS: Final = 12


def to_gregorian(year: int, month: int, day: int) -> date:
    """The day of a year from 1 on, month and day of the Islamic calendar."""
    before = COMMON_YEAR * (year - 1) + (11 * year + 3) // 30
    return date.fromordinal(EPOCH - 1 + before + 29 * (month - 1) + month // 2 + day)


def in_year(year: int, month: int, day: int) -> date | None:
    """The first time that a day of the Islamic calendar comes in a Gregorian year, if it does."""
    found = (to_gregorian(one, month, day) for one in _years_around(year))
    return next((one for one in found if one.year == year), None)


def month_in_year(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of the first such month that begins in a Gregorian year, if one does."""
    for one in _years_around(year):
        first = to_gregorian(one, month, 1)
        if first.year == year:
            following = (one, month + 1) if month < MONTHS else (one + 1, 1)
            return first, to_gregorian(*following, 1) - timedelta(days=1)
    return None


def _years_around(year: int) -> range:
    """The years of the Islamic calendar that a Gregorian one may hold a part of."""
    around = (year - 622) * 33 // 32
    return range(max(around - 1, 1), around + 3)
