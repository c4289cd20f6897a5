"""Days, months and years by name or number: « mardi 3 mars 2024 », « 03/10/2023 », « avril 98 »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates.lexemes import once
from quifaitquoi.dates.numbers import below_hundred, roman, spelled
from quifaitquoi.dates.reading import Reading, closes, day_part, modifier, of_period
from quifaitquoi.records.dates import Anchor, DatePart, Direction, Grain

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes

MAX_DAY: Final = 31
MAX_MONTH: Final = 12
# A year on its own is believed within these bounds, beside a month within the wider ones.
BARE_YEARS: Final = range(1500, 2151)
YEARS: Final = range(1000, 2201)
_ORDINAL_ENDINGS: Final = frozenset({"er", "e", "eme", "ere", "°", "º"})
# After a year of two digits only these words may come: anything else may be what it counts.
_AFTER_SHORT_YEAR: Final = frozenset(
    "a au aux de du des en et ou dans par pour sur que qui est ont sont avec contre".split()
)


def believable(number: int | None) -> bool:
    """Whether a number alone may be a year; None is asked first, as a range is walked for it."""
    return number is not None and number in BARE_YEARS


def day(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """A day of the month (« 3 », « 1er », « premier », « vingt-trois ») and the index after it."""
    number = lexemes.digits(index, 1, 2)
    if number is None:
        if lexemes[index] == "premier":
            return 1, index + 1
        word = below_hundred(lexemes, index)
        return word if word and 1 <= word[0] <= MAX_DAY else None
    if not 1 <= number <= MAX_DAY:
        return None
    after = index + 1
    if lexemes[after] in _ORDINAL_ENDINGS and (lexemes.glued(after) or lexemes[after] == "er"):
        after += 1
    return number, after


def month(lexemes: Lexemes, index: int, *, short: bool) -> tuple[int, int] | None:
    """A month by name, or by abbreviation where `short` allows it, and the index after it."""
    form = lexemes[index]
    number = lexemes.words["month"].get(form)
    if number:
        return number, index + 1
    number = lexemes.words["month_abbreviation"].get(form) if short else None
    if not number:
        return None
    after = index + 1
    if lexemes[after] == "." and lexemes.glued(after):
        after += 1
    return number, after


def year(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """A year beside a month or period: four digits, two digits, or words from one thousand."""
    after = lexemes.skip(index, "de l ' annee", "de l ' an", "de", "'")
    number = lexemes.digits(after, 4)
    if number is not None:
        counts = lexemes[after + 1] in lexemes.words["counted"] or thousands(lexemes, after)
        return None if number not in YEARS or counts else (number, after + 1)
    number = lexemes.digits(after, 2)
    if number is not None and (after == index or lexemes[index] == "'"):
        ends = closes(lexemes, after + 1) or lexemes[after + 1] in _AFTER_SHORT_YEAR
        return (number, after + 1) if ends else None
    word = spelled(lexemes, after)
    return word if word and word[0] in YEARS else None


def thousands(lexemes: Lexemes, index: int) -> bool:
    """Whether the number at `index` is one group of a longer one (« 3 000 », « 2014,5 »)."""
    if lexemes.digits(index + 1, 3) is not None or (
        lexemes.digits(index - 1, 1, 2, 3) is not None and lexemes.digits(index, 3) is not None
    ):
        return True
    comma = lexemes[index + 1] == "," and lexemes.glued(index + 1) and lexemes.glued(index + 2)
    return comma and lexemes[index + 2].isdecimal()


def weekday(lexemes: Lexemes, index: int, *, short: bool = False) -> tuple[int, int] | None:
    """A day of the week and the index after it; abbreviations only where `short` allows them."""
    number = lexemes.words["weekday"].get(lexemes[index])
    if number:
        return number, index + 1
    number = lexemes.words["weekday_abbreviation"].get(lexemes[index]) if short else None
    if not number:
        return None
    dot = lexemes[index + 1] == "." and lexemes.glued(index + 1)
    return number, index + 2 if dot else index + 1


@once
def named(lexemes: Lexemes, index: int) -> Reading | None:
    """A day with its month, or a month, by name, with the year and modifier that may follow."""
    found = weekday(lexemes, index, short=True)
    at = index
    if found:
        at = lexemes.skip(found[1], ", le", ",", "le")
    figures = numeric(lexemes, at) if found else None
    if figures and found and figures.first.grain is Grain.DAY:
        return figures._replace(first=replace(figures.first, weekday=found[0]))
    number = day(lexemes, at)
    name = _month_of_day(lexemes, number[1]) if number else None
    if number and name:
        return _dated(lexemes, name, number[0], found[0] if found else None)
    if found:
        return _american(lexemes, at, found[0])
    return _american(lexemes, index, None) or _month(lexemes, index)


def _month_of_day(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    after = lexemes.skip(index, "du mois de", "du mois d '", "de", "-")
    return month(lexemes, after, short=True)


def _dated(lexemes: Lexemes, name: tuple[int, int], number: int, weekday_: int | None) -> Reading:
    after = name[1]
    if lexemes[after] in ("-", "–") and lexemes.digits(after + 1, 4):
        after += 1
    found = year(lexemes, after)
    if found is None and lexemes[after] == "," and believable(lexemes.digits(after + 1, 4)):
        found = year(lexemes, after + 1) if closes(lexemes, after + 2) else None
    part = DatePart(Grain.DAY, found[0] if found else None, name[0], number, weekday_)
    rule = "date.full" if found else "date.day_month"
    reading = modified(lexemes, Reading(part, None, found[1] if found else name[1], rule))
    return reading._replace(end=day_part(lexemes, reading.end))


def modified(lexemes: Lexemes, reading: Reading) -> Reading:
    """The reading with the « dernier », « suivant », « de l'an dernier » that may follow it."""
    if reading.first.year is not None:
        return reading
    part = reading.first
    year_ = of_period(lexemes, reading.end)
    if year_ and year_[0].grain is Grain.YEAR:
        return Reading(replace(part, base=year_[0]), None, year_[1], f"{reading.rule}.year")
    found = modifier(lexemes, reading.end)
    if found is None:
        return reading
    anchor = found.anchor if found.anchor is Anchor.TEXT else Anchor.CALENDAR
    part = replace(part, anchor=anchor, direction=found.direction)
    return Reading(
        part, None, found.end, f"{reading.rule}.{modifier_name(found.anchor, found.direction)}"
    )


def modifier_name(anchor: Anchor, direction: Direction) -> str:
    """The last part of a rule's id."""
    if anchor is Anchor.TEXT:
        return {Direction.PAST: "precedent", Direction.FUTURE: "suivant"}.get(direction, "meme")
    return {Direction.PAST: "dernier", Direction.FUTURE: "prochain"}.get(direction, "en_cours")


def _american(lexemes: Lexemes, index: int, weekday_: int | None) -> Reading | None:
    """« fév 15, 2013 »: only with a year of four digits."""
    name = month(lexemes, index, short=True)
    number = lexemes.digits(name[1], 1, 2) if name else None
    if name is None or number is None or not 1 <= number <= MAX_DAY:
        return None
    after = lexemes.skip(name[1] + 1, ",")
    full = lexemes.digits(after, 4)
    if not believable(full):
        return None
    return Reading(
        DatePart(Grain.DAY, full, name[0], number, weekday_), None, after + 1, "date.full"
    )


def _month(lexemes: Lexemes, index: int) -> Reading | None:
    at = lexemes.skip(index, "mois de", "mois d '")
    name = month(lexemes, at, short=True)
    if name is None or (at > index and lexemes.words["month"].get(lexemes[at]) is None):
        return None
    found = year(lexemes, name[1])
    if lexemes[at] not in lexemes.words["month"]:
        written = lexemes.digits(found[1] - 1, 4) if found else None
        if found is None or written is None or lexemes[name[1]] == "de":
            return None
    part = DatePart(Grain.MONTH, found[0] if found else None, name[0])
    rule = "date.month_year" if found else "date.month"
    return modified(lexemes, Reading(part, None, found[1] if found else name[1], rule))


def numeric(lexemes: Lexemes, index: int) -> Reading | None:
    """« 03/10/2023 », « 3.10.23 », « 2023-10-03 », « 2023-10 », « 10/2023 », « 3-X-2023 »."""
    if lexemes.glued(index) and (lexemes[index - 1].isalnum() or _joins(lexemes, index - 1)):
        return None
    sign = lexemes[index + 1]
    if (
        sign not in ("/", ".", "-", "–")
        or not lexemes.glued(index + 1)
        or not lexemes.glued(index + 2)
    ):
        return None
    three = lexemes[index + 3] == sign and lexemes.glued(index + 3) and lexemes.glued(index + 4)
    three = three and lexemes[index + 4].isdecimal()
    reading = _full_date(lexemes, index, sign) if three else _partial_date(lexemes, index, sign)
    if reading is None or (_joins(lexemes, reading.end) and lexemes[reading.end + 1].isdecimal()):
        return None
    followed = lexemes[reading.end]
    return (
        None if lexemes.glued(reading.end) and followed.isalnum() and followed != "t" else reading
    )


def _joins(lexemes: Lexemes, index: int) -> bool:
    """Whether the sign at `index` ties what is before it to what is after it."""
    return lexemes[index] in ("/", ".", "-", "–", ",") and (
        lexemes.glued(index) and lexemes.glued(index + 1)
    )


def _full_date(lexemes: Lexemes, index: int, sign: str) -> Reading | None:
    if lexemes.digits(index, 4):
        numbers = (
            lexemes.digits(index + at, *lengths) for at, lengths in ((4, (1, 2)), (2, (1, 2)))
        )
        day_, month_ = numbers
        year_, rule = lexemes.digits(index, 4), "date.iso"
    else:
        lengths = (2, 4) if sign in ("/", ".") else (4,)
        day_, year_ = lexemes.digits(index, 1, 2), lexemes.digits(index + 4, *lengths)
        month_, rule = lexemes.digits(index + 2, 1, 2), "date.numeric"
        month_ = month_ if month_ is not None else roman(lexemes[index + 2])
    if day_ is None or month_ is None or year_ is None or not 1 <= month_ <= MAX_MONTH:
        return None
    if not 1 <= day_ <= MAX_DAY or (year_ >= YEARS.start and year_ not in YEARS):
        return None
    return Reading(DatePart(Grain.DAY, year_, month_, day_), None, index + 5, rule)


def _partial_date(lexemes: Lexemes, index: int, sign: str) -> Reading | None:
    year_, month_ = lexemes.digits(index, 4), lexemes.digits(index + 2, 2)
    if believable(year_) and month_ and sign in ("-", "/"):
        next_years = year_ is not None and month_ == (year_ + 1) % 100
        if 1 <= month_ <= MAX_MONTH and not next_years:
            return Reading(DatePart(Grain.MONTH, year_, month_), None, index + 3, "date.iso")
        return None
    first, year_ = lexemes.digits(index, 1, 2), lexemes.digits(index + 2, 4)
    if sign != "/" or not first:
        return None
    if believable(year_) and first <= MAX_MONTH:
        return Reading(DatePart(Grain.MONTH, year_, first), None, index + 3, "date.numeric")
    second = lexemes.digits(index + 2, 2)
    said = lexemes[index - 1] in ("le", "du", "au", "ce", *lexemes.words["weekday"])
    if said and second and second <= MAX_MONTH and first <= MAX_DAY:
        return Reading(DatePart(Grain.DAY, None, second, first), None, index + 3, "date.numeric")
    return None


def bare_year(lexemes: Lexemes, index: int) -> Reading | None:
    """A year on its own, with « année » or « an » before it; guards.py judges where it stands."""
    at = lexemes.skip(index, "annee", "an", "annees")
    number = lexemes.digits(at, 4)
    after = at + 1
    if number is None:
        word = spelled(lexemes, at)
        if word is None or word[1] - at < len("deux mille".split()):
            return None
        number, after = word
        if lexemes[after] in lexemes.words["counted"] or lexemes[after - 1] in ("cent", "cents"):
            return None
    if not believable(number) or thousands(lexemes, at):
        return None
    return Reading(DatePart(Grain.YEAR, number), None, after, "date.year")
