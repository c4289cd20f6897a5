"""When an article without publication date was written, as far as its own dates let one suppose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.dates.calendar.choice import on_weekday
from quifaitquoi.dates.calendar.context import Context, is_absolute
from quifaitquoi.dates.calendar.parts import part_period
from quifaitquoi.records.dates import DateExpression, Direction, Grain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from quifaitquoi.dates.calendar.period import Period


def supposed(expressions: Sequence[DateExpression]) -> Context:
    """The context that an article's dates make for themselves.

    A day shown as today (« ce mardi 3 mars 2024 ») is the publication; else a day that its weekday
    dates, the latest full date unless a later year is told, or the year of the title stand in for
    it. Years told in passing (« depuis 2015 ») say nothing of when the article was written.
    """
    told = list(_told(expressions))
    for expression, period in told:
        if expression.first.direction is Direction.SAME and period.precision == "day":
            return Context(period)
    past = [period for expression, period in told if expression.tense is not Direction.FUTURE]
    full = [period for period in past if period.precision in ("day", "month")]
    latest = max(full, key=_first, default=None)
    year = latest or (past[-1] if past else None)
    newest = max(past, key=_last, default=None)
    if latest and newest and newest.first.year > latest.first.year:
        latest = None
    titled = (period for one, period in told if _in_title(one) and period.precision == "year")
    now = _by_weekday(expressions, latest, newest) or latest or next(titled, None)
    return Context(now, supposed=True, told=year)


def _told(expressions: Sequence[DateExpression]) -> Iterator[tuple[DateExpression, Period]]:
    """The dates that say their year."""
    for expression in expressions:
        part = expression.last or expression.first
        if is_absolute(part) and part.grain not in (Grain.DECADE, Grain.CENTURY):
            period = part_period(part, expression, Context(None))
            if period:
                yield expression, period


def _in_title(expression: DateExpression) -> bool:
    """« Rétro 2022 », where no verb or « depuis » puts the year behind or ahead."""
    return expression.sentence == 0 and expression.tense is Direction.NONE


def _by_weekday(
    expressions: Sequence[DateExpression], latest: Period | None, newest: Period | None
) -> Period | None:
    """The last day that its weekday dates (« mardi 4 février »), later than all full dates.

    None where the article tells no year: a weekday fits a day of a month every few years.
    """
    reference = latest or newest
    found: list[Period] = []
    for expression in expressions:
        part = expression.first
        if reference and part.weekday and part.month and part.day and part.year is None:
            near = on_weekday(part, reference)
            if near and (latest is None or near.first > latest.last):
                found.append(near)
    return max(found, key=_first, default=None)


def _first(period: Period) -> date:
    return period.first


def _last(period: Period) -> date:
    return period.last
