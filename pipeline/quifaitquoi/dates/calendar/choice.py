"""Which year, month or week a partial date belongs to: nearness, tense and what the text said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates.calendar import period as cal
from quifaitquoi.records.dates import DateExpression, DatePart, Direction, Grain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.dates.calendar.context import Context
    from quifaitquoi.dates.calendar.period import Period

# The nearest occurrence is right for 42 of 43 days without year (FR-TimeBank); a tense that says
# otherwise is believed only against dates farther away than this.
NEAR_DAYS: Final = 20
# A date of the text has to be this many times nearer than the publication to take its place.
ANCHOR_WEIGHT: Final = 2
_DAYS_OF_WEEK: Final = 7
# Years to look for « mardi 29 février » in.
_LEAP: Final = 4
# A day falls on its weekday again after 5, 6 or 11 years: one of them is within so many.
_CYCLE: Final = 6


def weekday_near(
    origin: date, weekday: int, direction: Direction, *, strict: bool = False
) -> Period | None:
    """The day `weekday` (1 Monday) before or after a day, or the nearest one.

    Unless `strict`, the day itself is also before and after itself.
    """
    ahead = (weekday - origin.isoweekday()) % _DAYS_OF_WEEK
    if direction is Direction.FUTURE:
        shift = ahead or (_DAYS_OF_WEEK if strict else 0)
    elif direction is Direction.PAST:
        shift = ahead - _DAYS_OF_WEEK if ahead else (-_DAYS_OF_WEEK if strict else 0)
    else:
        shift = ahead if ahead <= _DAYS_OF_WEEK // 2 else ahead - _DAYS_OF_WEEK
    return cal.day_at(origin, shift)


def strictly(part: DatePart, origin: Period, direction: Direction) -> Period | None:
    """The occurrence of a day, month or season next before or after a period, else the nearest."""
    found = list(_occurrences(part, origin))
    if direction is Direction.PAST:
        return max((one for one in found if one.last < origin.first), key=_first, default=None)
    if direction is Direction.FUTURE:
        return min((one for one in found if one.first > origin.last), key=_first, default=None)
    return min(found, key=lambda one: _distance(one, origin), default=None)


def nearest_of(
    part: DatePart, expression: DateExpression, context: Context, not_before: date | None
) -> Period | None:
    """The occurrence that a day, month, season or quarter without year means.

    A word (« dernier ») decides; else the nearest to the publication or to a date of the text that
    gave its year, unless the tense points the other way.
    """
    if not_before is not None:
        origin = cal.days(not_before, not_before)
        later = [one for one in _occurrences(part, origin) if one.last >= not_before]
        return min(later, key=_first, default=None)
    if part.day and part.month and part.direction is Direction.NONE:
        same = context.same_day(part)
        if same:
            return same
    known = context.year_anchor(expression)
    now = context.now or (known.period if known else None)
    if now is None:
        return None
    if part.direction is Direction.SAME and part.islamic:
        return strictly(part, now, Direction.NONE)
    if part.direction in (Direction.PAST, Direction.FUTURE) and part.day is None:
        return strictly(part, now, part.direction)
    if part.direction in (Direction.PAST, Direction.FUTURE):
        return strictly(part, now, part.direction) or strictly(part, now, Direction.NONE)
    found = {one.first: one for one in _occurrences(part, now)}
    if known:
        found |= {one.first: one for one in _occurrences(part, known.period)}
    ones = _on_weekday(part, list(found.values()))
    origin = known.period if known and context.supposed else now
    ones = [one for one in ones if _agrees(one, origin, expression.tense, part)] or ones
    weight = 1 if context.supposed else ANCHOR_WEIGHT

    def cost(one: Period) -> int:
        # Without a tense that says so, news tells what was rather than what comes months later.
        ahead = (one.first - now.last).days > NEAR_DAYS
        doubt = ANCHOR_WEIGHT if ahead and expression.tense is Direction.NONE else 1
        costs = [doubt * _distance(one, now)]
        if known:
            costs.append(weight * _distance(one, known.period))
        return min(costs)

    return min(ones, key=cost, default=None)


def _first(one: Period) -> date:
    return one.first


def _distance(one: Period, other: Period) -> int:
    """Days between the middles, 0 if one holds the other's."""
    if one.first <= other.middle <= one.last or other.first <= one.middle <= other.last:
        return 0
    return abs((one.middle - other.middle).days)


def _agrees(one: Period, now: Period, tense: Direction, part: DatePart) -> bool:
    """Whether an occurrence lies where the tense points, or so near that the tense may be wrong."""
    slack = timedelta(days=NEAR_DAYS if part.grain is Grain.DAY else 0)
    if tense is Direction.PAST:
        return one.first <= now.last + slack
    if tense is Direction.FUTURE:
        return one.last >= now.first - slack
    return True


def _on_weekday(part: DatePart, ones: list[Period]) -> list[Period]:
    """Those that fall on the weekday that the text gives; all of them if none does."""
    if part.weekday is None:
        return ones
    return [one for one in ones if one.first.isoweekday() == part.weekday] or ones


def on_weekday(part: DatePart, near: Period) -> Period | None:
    """The day without year that falls on its own weekday, in the year nearest to a period."""
    found = _occurrences(part, near, _CYCLE)
    fitting = (one for one in found if one.first.isoweekday() == part.weekday)
    return min(fitting, key=lambda one: abs((one.first - near.middle).days), default=None)


def _occurrences(part: DatePart, around: Period, reach: int = 1) -> Iterator[Period]:
    """The part in the years, or a day in the months, about a period."""
    year = around.first.year
    if part.grain is Grain.DAY and part.month is None and part.easter is None:
        for month in range(-12, 13) if part.weekday else range(-1, 2):
            whole = cal.months(year, around.first.month + month)
            found = whole and cal.day(whole.first.year, whole.first.month, part.day or 0)
            if found:
                yield found
        return
    leap = part.month == 2 and part.day == 29
    reach = max(reach, _LEAP if leap else 1)
    for one in range(year - reach, around.last.year + reach + 1):
        found = partial_in_year(part, one)
        if found:
            yield found


def partial_in_year(part: DatePart, year: int) -> Period | None:
    """The day, month, season or quarter of a given year, None if that year has no such day."""
    if part.easter is not None:
        return cal.from_easter(year, part.easter)
    if part.islamic:
        return cal.islamic(year, part.month or 0, part.day)
    if part.grain is Grain.DAY:
        return cal.day(year, part.month or 0, part.day or 0)
    if part.grain is Grain.MONTH:
        return cal.months(year, part.month or 1)
    if part.grain not in cal.MONTHS_OF:
        return None
    return cal.numbered(part.grain, year, part.number or 1)
