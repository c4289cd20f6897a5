"""One end of an expression to its period: each kind of anchor has its own arithmetic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates.calendar import period as cal
from quifaitquoi.dates.calendar.choice import nearest_of, partial_in_year, strictly, weekday_near
from quifaitquoi.records.dates import Anchor, DateExpression, DatePart, Direction, Grain

if TYPE_CHECKING:
    from datetime import date

    from quifaitquoi.dates.calendar.context import Context
    from quifaitquoi.dates.calendar.period import Period

# Years of two digits lie at most this far ahead of the article, else in the century before.
SHORT_YEAR_AHEAD: Final = 10
# With no date at all to lean on, « années 90 » is read from here.
FALLBACK_YEAR: Final = 2020
_FINE: Final = frozenset({Grain.DAY, Grain.WEEK, Grain.WEEKEND, Grain.FORTNIGHT})
_SATURDAY: Final = 5
_DAYS_OF_WEEK: Final = 7
# Rules of « deux jours après », « un an avant », which may have what they count from after them.


def part_period(
    part: DatePart, expression: DateExpression, context: Context, not_before: date | None = None
) -> Period | None:
    """The period that a part means, None where the calendar or the context has none.

    `not_before` is the first day of a range whose last part this is.
    """
    if part.base is not None:
        base = part_period(part.base, expression, context, not_before)
        found = base and _within(part, base)
        return found and replace(found, approximate=base is not None and base.approximate)
    if part.year is not None or (part.grain is Grain.CENTURY and part.number is not None):
        return _absolute(part, context)
    if part.anchor is Anchor.PUBLICATION:
        return _from_publication(part, expression, context)
    dated = context.event(expression.event)
    if dated is not None:
        return cal.day_at(dated.period.first, part.shift)
    if part.anchor is Anchor.EVENT:
        return None
    if part.anchor is Anchor.TEXT:
        return _from_text(part, expression, context, not_before)
    if part.weekday and part.day is None:
        return _weekday(part, expression, context, not_before)
    return nearest_of(part, expression, context, not_before)


def _absolute(part: DatePart, context: Context) -> Period | None:
    if part.grain is Grain.CENTURY:
        return cal.years(((part.number or 1) - 1) * 100 + 1, 100)
    year = _full_year(part.year or 0, context)
    return _in_year(part, year)


def _full_year(year: int, context: Context) -> int:
    """A year as written, or one of two digits near the article's own."""
    if year >= 100:
        return year
    reference = context.now.first.year if context.now else FALLBACK_YEAR
    latest = reference + SHORT_YEAR_AHEAD
    return latest - (latest - year) % 100


def _in_year(part: DatePart, year: int) -> Period | None:
    """The period that a day, month, season, quarter or the year itself is in a given year."""
    if part.grain in cal.YEARS_OF:
        return cal.years(year, cal.YEARS_OF[part.grain])
    return partial_in_year(part, year)


def _from_publication(
    part: DatePart, expression: DateExpression, context: Context
) -> Period | None:
    now = context.now or (context.told if part.grain is Grain.YEAR else None)
    if now is None or not _fine_enough(part.grain, context):
        return None
    if part.grain is Grain.WEEKEND:
        return _weekend(now.first, part.shift, expression.tense)
    if part.month is not None:  # « la nouvelle année »: the one whose beginning is nearer
        return cal.years(now.first.year + (now.middle.month > cal.MONTHS // 2))
    return cal.moved(part.grain, now.first, part.shift)


def _fine_enough(grain: Grain, context: Context) -> bool:
    """Whether the publication is known as precisely as counting in `grain`s needs."""
    if grain in _FINE:
        return context.now_grain is Grain.DAY and not context.supposed
    return grain in cal.YEARS_OF or context.now_grain in (Grain.DAY, Grain.MONTH)


def _weekend(now: date, shift: int, tense: Direction) -> Period | None:
    here = now.weekday()
    if shift > 0 and here < _SATURDAY:
        shift -= 1  # « le week-end prochain » on a working day is the coming one
    if shift == 0 and here < _SATURDAY:
        early = here <= 1
        if tense is Direction.PAST or (early and tense is Direction.NONE):
            shift = -1
    return cal.moved(Grain.WEEKEND, now, shift)


def _from_text(
    part: DatePart, expression: DateExpression, context: Context, not_before: date | None
) -> Period | None:
    if part.day is not None and part.month is None:
        return _day_of_month(part, expression, context, not_before)
    if part.month is not None or part.weekday is not None or part.number is not None:
        return _beside(part, expression, context)
    if part.grain is Grain.WEEK and expression.counted:
        # « une semaine plus tard » than a day is a day; « la semaine suivante » is a week.
        part = replace(part, grain=Grain.DAY, shift=_DAYS_OF_WEEK * part.shift)
    known = context.anchor(expression, days_only=False)
    month = known.period if known and known.period.precision == "month" else None
    if month and expression.counted and part.grain is Grain.DAY:
        return month  # « en mars ..., quatre jours plus tard »: no day is known to count from
    known = context.anchor(expression, days_only=part.grain in _FINE)
    if expression.apposed or (expression.complement and expression.counted):
        return _restated(expression, context)
    if known is None and not expression.complement:
        known = context.scene() if part.grain is Grain.DAY else None
        if known is None:
            return _from_publication(part, expression, context)
    if known is None:
        return None
    if not _counts_in(part.grain, known.period):
        return None
    origin = known.period.last if part.shift > 0 else known.period.first
    return cal.moved(part.grain, origin, part.shift)


def _restated(expression: DateExpression, context: Context) -> Period | None:
    """« tué le 20 avril, trois jours avant le vote »: the date that the same sentence has given.

    Without one the day of the vote would be needed, which is not known.
    """
    known = context.known[-1] if context.known else None
    if known is None or known.expression.sentence != expression.sentence:
        return None
    return known.period if _counts_in(expression.first.grain, known.period) else None


def _counts_in(grain: Grain, period: Period) -> bool:
    """Whether an anchor is fine enough to count from it in `grain`s."""
    if grain in cal.MONTHS_OF:
        return len(period.low) > len("2024")
    return grain in cal.YEARS_OF or len(period.low) == len("2024-01-01")


def _beside(part: DatePart, expression: DateExpression, context: Context) -> Period | None:
    """« mardi suivant », « mars précédent », « ce mardi-là »: on one side of the anchor."""
    known = context.anchor(expression, days_only=part.weekday is not None)
    origin = known.period if known else context.now
    if origin is None:
        return None
    if part.weekday and part.day is None:
        if len(origin.low) < len("2024-01-01"):
            return None
        edge = origin.last if part.direction is Direction.FUTURE else origin.first
        return weekday_near(edge, part.weekday, part.direction, strict=True)
    return strictly(part, origin, part.direction)


def _day_of_month(
    part: DatePart, expression: DateExpression, context: Context, not_before: date | None
) -> Period | None:
    """« le 7 »: of the month that the text is in, else the nearest one to the publication."""
    if not_before:
        found = cal.day(not_before.year, not_before.month, part.day or 0)
        return found if found and found.last >= not_before else None
    known = context.anchor(expression, days_only=False)
    if known and len(known.period.low) > len("2024") and part.weekday is None:
        return cal.day(known.period.first.year, known.period.first.month, part.day or 0)
    return nearest_of(part, expression, context, None)


def _weekday(
    part: DatePart, expression: DateExpression, context: Context, not_before: date | None
) -> Period | None:
    weekday = part.weekday or 1
    if not_before:
        return weekday_near(not_before, weekday, Direction.FUTURE, strict=True)
    if context.now and context.now_grain is Grain.DAY:
        if context.supposed:
            return weekday_near(context.now.first, weekday, part.direction, strict=True)
        if part.direction in (Direction.PAST, Direction.FUTURE):
            return weekday_near(context.now.first, weekday, part.direction, strict=True)
        if expression.tense is Direction.NONE and part.direction is Direction.NONE:
            scene = context.scene(weekday)
            if scene:
                return scene.period
        return weekday_near(context.now.first, weekday, expression.tense)
    known = context.anchor(expression, days_only=True)
    return weekday_near(known.period.first, weekday, Direction.NONE) if known else None


def _within(part: DatePart, base: Period) -> Period | None:
    """A part of a period, or a day counted from one."""
    if part.number is not None:
        return _numbered(part, base, part.number)
    if part.day is not None:  # « 3 mars de l'an dernier », « 5 du mois dernier »
        return cal.day(base.first.year, part.month or base.first.month, part.day)
    if part.grain is Grain.MONTH and part.month is not None:
        return cal.months(base.first.year, part.month)
    if part.shift:
        return cal.counted_from(base, part.grain, part.shift)
    if part.weekday:
        return cal.day_at(base.first, part.weekday - 1)
    return cal.containing(part.grain, base.first)


def _numbered(part: DatePart, base: Period, number: int) -> Period | None:
    if part.grain in cal.MONTHS_OF:
        return cal.numbered(part.grain, base.first.year, number)
    year, month = base.first.year, base.first.month
    if part.grain is Grain.FORTNIGHT:
        return cal.fortnight(year, month, 2 if number < 0 else number)
    if part.grain is Grain.DAY and not part.weekday:
        return cal.day(year, month, base.last.day if number < 0 else number)
    weekday = {Grain.WEEK: 1, Grain.WEEKEND: 6}.get(part.grain, part.weekday or 1)
    length = {Grain.WEEK: 7, Grain.WEEKEND: 2}.get(part.grain, 1)
    first = 1 + (weekday - 1 - base.first.weekday()) % 7
    starts = [
        day for day in range(first, base.last.day + 1, 7) if day + length - 1 <= base.last.day
    ]
    index = number if number < 0 else number - 1
    if not -len(starts) <= index < len(starts):
        return None
    start = base.first.replace(day=starts[index])
    return cal.days(start, start.replace(day=start.day + length - 1))
