"""What a date without its own year can lean on: the publication, and the dates before it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from quifaitquoi.dates.calendar.period import MONTHS, Period, day, months, years
from quifaitquoi.records.dates import DateExpression, DatePart, Grain

# An anaphor (« la veille ») continues a date at most this many sentences back, or of its block.
MAX_GAP: Final = 3
# Nor across more dates than these, so that a list of thousands takes no quadratic time.
REMEMBERED: Final = 100
_WEEK: Final = 7
_LENGTHS: Final = {4: Grain.YEAR, 7: Grain.MONTH, 10: Grain.DAY}


@dataclass(frozen=True, slots=True)
class Known:
    """A resolved date with the expression that gave it; `absolute`: its words gave the year."""

    period: Period
    expression: DateExpression
    absolute: bool


@dataclass(slots=True)
class Context:
    """`now` is the publication, or what the text lets one suppose (`supposed`).

    `told` is a date told, whose year « cette année » means in an article without any.
    """

    now: Period | None
    supposed: bool = False
    told: Period | None = None
    known: deque[Known] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    @property
    def now_grain(self) -> Grain | None:
        """How precisely the publication is known."""
        return _LENGTHS.get(len(self.now.low)) if self.now else None

    def same_day(self, part: DatePart) -> Period | None:
        """The day that the text has named by the same number and month, also without a year."""
        for known in self.known:
            first = known.expression.first
            same = (first.day, first.month) == (
                part.day,
                part.month,
            ) and known.expression.last is None
            if same and first.year is None and _days(known.period):
                return known.period
        return None

    def scene(self, weekday: int = 0) -> Known | None:
        """The last day named of the week before the publication, or the one on a weekday."""
        if self.now is None or self.supposed or self.now_grain is not Grain.DAY:
            return None
        for known in reversed(self.known):
            day = known.period.first
            one_day = known.period.precision == "day" and weekday in (0, day.isoweekday())
            if one_day and 0 <= (self.now.first - day).days <= _WEEK:
                return known
        return None

    def event(self, noun: str) -> Known | None:
        """The last day that the text has given to what a noun names."""
        for known in reversed(self.known):
            if noun and noun in known.expression.nouns and known.period.precision == "day":
                return known
        return None

    def anchor(self, expression: DateExpression, *, days_only: bool) -> Known | None:
        """The date that an anaphor continues: the last one near enough, a day if it needs one."""
        for known in reversed(self.known):
            gap = expression.sentence - known.expression.sentence
            near = gap <= MAX_GAP or known.expression.block == expression.block
            if not near and not expression.complement:
                return None
            if not days_only or known.period.precision == "day" or _days(known.period):
                return known
        return None

    def year_anchor(self, expression: DateExpression) -> Known | None:
        """The last date that itself gave a year or leant on one, near enough to be continued."""
        for known in reversed(self.known):
            near = expression.sentence - known.expression.sentence <= MAX_GAP
            if not near and not self.supposed and known.expression.block != expression.block:
                return None
            # A bare year is much spoken of from afar (« depuis 2017 »): only months and days lead.
            if known.absolute and len(known.period.low) > len("2024"):
                return known
        return None


def is_absolute(part: DatePart) -> bool:
    """Whether the words of a part give its year."""
    if part.base is not None:
        return is_absolute(part.base)
    return part.year is not None or part.grain is Grain.CENTURY


def _days(period: Period) -> bool:
    return len(period.low) == len("2024-01-01")


def parse_published(published: str) -> Period | None:
    """The period of an ISO date at day, month or year precision; None if empty.

    Raises ValueError for anything else.
    """
    if not published:
        return None
    pieces = published.split("-")
    sizes = [len(piece) for piece in pieces]
    valid = sizes in ([4], [4, 2], [4, 2, 2]) and all(piece.isdecimal() for piece in pieces)
    numbers = [int(piece) for piece in pieces] if valid else []
    period = _period(*numbers) if numbers else None
    if period is None:
        msg = f"not an ISO date at day, month or year precision: {published!r}"
        raise ValueError(msg)
    return period


def _period(year: int, month: int | None = None, number: int | None = None) -> Period | None:
    if month is None:
        return years(year)
    if not 1 <= month <= MONTHS:
        return None
    return months(year, month) if number is None else day(year, month, number)
