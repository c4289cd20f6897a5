"""Date expressions: what the text says, and what it means."""

from __future__ import annotations

from enum import StrEnum

from quifaitquoi.records.record import record


class Grain(StrEnum):
    """Units of the calendar, from fine to coarse."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What a date's words leave open and count from."""

    CALENDAR = "calendar"
    PUBLICATION = "publication"
    TEXT = "text"
    EVENT = "event"


class Direction(StrEnum):
    """On which side of the anchor a date lies, as far as a word or a tense says so."""

    NONE = ""
    PAST = "past"
    SAME = "same"
    FUTURE = "future"


@record
class DatePart:
    """One point or period as the words give it; None where they say nothing.

    `year` under 100 was written with two digits. `weekday` is 1 (Monday) to 7. `number` is which
    quarter, season, week ... (-1: the last) of the year or month, or the century. `easter` is so
    many days from Easter; `islamic`: `month` and `day` are of that calendar. `shift` counts
    `grain`s from the anchor, or from `base` (« le lendemain du 13 mars »). `direction` is that of a
    word (« dernier », « prochain », « ce »).
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    easter: int | None = None
    islamic: bool = False
    shift: int = 0
    anchor: Anchor = Anchor.CALENDAR
    direction: Direction = Direction.NONE
    base: DatePart | None = None


@record
class DateExpression:
    """A date as the text says it, before any calendar.

    `start` and `end` are clean offsets. `last` is the other end of a range. `tense` is the side
    that the verb or the preposition around it points to. `apposed`: it restates the date before it
    (« le 30 juillet, quatre jours après le putsch »). `complement`: it has a complement of its own
    (« la veille de l'arrivée »). `counted`: it counts from another date (« deux jours après »).
    `event`: the noun whose date it counts from (« la veille du scrutin »); `nouns`: those that may
    be what it dates (« le scrutin présidentiel du 20 mars »). Words are folded.
    """

    start: int
    end: int
    text: str
    first: DatePart
    last: DatePart | None
    tense: Direction
    rule_id: str
    sentence: int
    block: int
    apposed: bool = False
    complement: bool = False
    counted: bool = False
    event: str = ""
    nouns: tuple[str, ...] = ()


@record
class DateMention:
    """A date expression and its calendar meaning.

    `value` is EDTF as gold/GUIDELINES.md writes it; `date_start` and `date_end` are its first and
    last day, included; `precision` is day, month, year or range; `basis` is explicit when the words
    alone fix the value, relative when the publication date or another date was needed.
    """

    start: int
    end: int
    text: str
    value: str
    date_start: str
    date_end: str
    precision: str
    basis: str
    rule_id: str
    sentence: int = -1

    @property
    def is_close(self) -> bool:
        """Whether it is a day, or some days, which a story can go on with."""
        return self.precision in ("day", "range")

    def begins_after(self, published: str) -> bool:
        """Whether it begins after publication, as far as that is known."""
        return bool(published) and self.date_start[: len(published)] > published
