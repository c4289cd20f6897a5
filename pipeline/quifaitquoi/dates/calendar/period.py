"""Stretches of days with their EDTF value, and the arithmetic of calendar units."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

from quifaitquoi.dates.calendar.islamic import in_year, month_in_year
from quifaitquoi.records.dates import Grain

MONTHS: Final = 12
# Years whose Easter can be told.
EASTERS: Final = range(1583, 4100)
# Years whose days have one of the Islamic calendar.
ISLAMIC: Final = range(623, 9999)
MONTHS_OF: Final = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.SEMESTER: 6}
YEARS_OF: Final = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}
_PRECISIONS: Final = {4: "year", 7: "month", 10: "day"}
_FIRST_SEASON_MONTH: Final = 3


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both included, and their EDTF, as precise as the text is."""

    first: date
    last: date
    low: str
    high: str
    approximate: bool = False

    @property
    def value(self) -> str:
        """EDTF: one date, or an interval; `~` where it may be a day off."""
        mark = "~" if self.approximate else ""
        return "/".join(end + mark for end in dict.fromkeys((self.low, self.high)))

    @property
    def precision(self) -> str:
        """day, month, year or range."""
        return _PRECISIONS[len(self.low)] if self.low == self.high else "range"

    @property
    def middle(self) -> date:
        """The day in the middle, from which distances are measured."""
        return self.first + (self.last - self.first) // 2

    def to(self, other: Period) -> Period | None:
        """The range from this period to another, None if it would run backwards."""
        if other.last < self.first:
            return None
        return Period(self.first, other.last, self.low, other.high)


def days(first: date, last: date) -> Period:
    """The days from `first` to `last`."""
    return Period(first, last, first.isoformat(), last.isoformat())


def day(year: int, month: int, number: int) -> Period | None:
    """One day, None if the calendar has no such day."""
    if not 1 <= year <= date.max.year or not 1 <= month <= MONTHS:
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return days(date(year, month, number), date(year, month, number))


def months(year: int, month: int, count: int = 1) -> Period | None:
    """`count` months from `month` on, which may lie outside 1 to 12 and then counts on."""
    first, last = year * MONTHS + month - 1, year * MONTHS + month + count - 2
    if first < MONTHS or last // MONTHS > date.max.year:
        return None
    low, high = divmod(first, MONTHS), divmod(last, MONTHS)
    end = calendar.monthrange(high[0], high[1] + 1)[1]
    return Period(
        date(low[0], low[1] + 1, 1),
        date(high[0], high[1] + 1, end),
        f"{low[0]:04}-{low[1] + 1:02}",
        f"{high[0]:04}-{high[1] + 1:02}",
    )


def years(year: int, count: int = 1) -> Period | None:
    """`count` years from `year` on."""
    if not 1 <= year <= year + count - 1 <= date.max.year:
        return None
    last = year + count - 1
    return Period(date(year, 1, 1), date(last, 12, 31), f"{year:04}", f"{last:04}")


def week(of: date) -> Period | None:
    """Monday to Sunday of the week of a day."""
    monday = shifted(of, -of.weekday())
    sunday = shifted(of, 6 - of.weekday())
    return days(monday, sunday) if monday and sunday else None


def shifted(of: date, count: int) -> date | None:
    """The day `count` days from another, None outside the calendar."""
    try:
        return of + timedelta(days=count)
    except OverflowError:
        return None


def day_at(of: date, count: int) -> Period | None:
    """The day `count` days from another as a period."""
    there = shifted(of, count)
    return days(there, there) if there else None


def from_easter(year: int, count: int) -> Period | None:
    """The day `count` days from Easter Sunday, None outside the calendar."""
    if not EASTERS.start <= year < EASTERS.stop:
        return None
    return day_at(easter(year), count)


def islamic(year: int, month: int, number: int | None) -> Period | None:
    """The day or month of the Islamic calendar that begins in a year, if there is one."""
    if year not in ISLAMIC:
        return None
    if number is None:
        whole = month_in_year(year, month)
        return replace(days(*whole), approximate=True) if whole else None
    there = in_year(year, month, number)
    return replace(days(there, there), approximate=True) if there else None


def counted_from(base: Period, grain: Grain, count: int) -> Period | None:
    """What lies `count` units from a period, as precise as the period is if that is finer.

    Three years after 4 November 2016 is a day, three days after March 2016 is one after its end.
    """
    origin = base.last if count > 0 else base.first
    if grain is Grain.WEEK:
        return day_at(origin, 7 * count)
    size = MONTHS_OF.get(grain, MONTHS * YEARS_OF.get(grain, 0)) * count
    if not size:
        return day_at(origin, count)
    there = months(base.first.year, base.first.month + size)
    if there is None or base.precision != "day":
        return there
    return days(*[there.first.replace(day=min(base.first.day, there.last.day))] * 2)


def numbered(grain: Grain, year: int, number: int) -> Period | None:
    """Quarter, semester or season `number` of a year; -1 is the last."""
    size = MONTHS_OF[grain]
    if number < 0:
        number = MONTHS // size
    start = 1 if grain is not Grain.SEASON else _FIRST_SEASON_MONTH
    return months(year, start + (number - 1) * size, size)


def containing(grain: Grain, of: date) -> Period | None:
    """The unit of the calendar in which a day lies."""
    if grain is Grain.DAY:
        return days(of, of)
    if grain is Grain.WEEK:
        return week(of)
    if grain is Grain.WEEKEND:
        saturday = shifted(of, 5 - of.weekday())
        sunday = shifted(of, 6 - of.weekday())
        return days(saturday, sunday) if saturday and sunday else None
    if grain is Grain.FORTNIGHT:
        return fortnight(of.year, of.month, 1 if of.day <= _HALF_MONTH else 2)
    if grain in MONTHS_OF:
        size = MONTHS_OF[grain]
        start = 1 if grain is not Grain.SEASON else _FIRST_SEASON_MONTH
        index = (of.year * MONTHS + of.month - start) // size * size + start - 1
        return months(index // MONTHS, index % MONTHS + 1, size)
    size = YEARS_OF[grain]
    base = 1 if grain is Grain.CENTURY else 0
    return years((of.year - base) // size * size + base, size)


_HALF_MONTH: Final = 15


def fortnight(year: int, month: int, number: int) -> Period | None:
    """First or second half of a month."""
    whole = months(year, month)
    if whole is None:
        return None
    half = whole.first.replace(day=_HALF_MONTH)
    return days(whole.first, half) if number == 1 else days(half + timedelta(days=1), whole.last)


def moved(grain: Grain, of: date, count: int) -> Period | None:
    """The unit that lies `count` units from the one in which a day lies."""
    if grain in MONTHS_OF:
        here = containing(grain, of)
        size = MONTHS_OF[grain]
        return here and months(here.first.year, here.first.month + count * size, size)
    if grain in YEARS_OF:
        here = containing(grain, of)
        return here and years(here.first.year + count * YEARS_OF[grain], YEARS_OF[grain])
    step = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7, Grain.FORTNIGHT: 15}[grain]
    there = shifted(of, step * count)
    if there is None:
        return None
    return containing(Grain.DAY if grain is Grain.FORTNIGHT else grain, there)
