"""Parts of periods, quarters, seasons, decades, centuries: « fin mars », « été 2022 »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates import points, relative
from quifaitquoi.dates.numbers import below_hundred, roman, spelled
from quifaitquoi.dates.reading import Reading, modifier, unit
from quifaitquoi.records.dates import Anchor, DatePart, Direction, Grain

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes

_OF: Final = ("de l '", "de l", "du", "des", "de la", "de", "d '", "d", "-", "–")
# Units of which « début », « fin » alone speak of the one in course: « fin d'année ».
_CURRENT: Final = frozenset(
    {Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEMESTER, Grain.YEAR, Grain.DECADE}
)
_NUMBERED: Final = {
    Grain.QUARTER: 4,
    Grain.SEMESTER: 2,
    Grain.FORTNIGHT: 2,
    Grain.WEEK: 5,
    Grain.WEEKEND: 5,
    Grain.DAY: 31,
}
_MIN_CENTURY, _MAX_CENTURY = 10, 22


def target(lexemes: Lexemes, index: int) -> Reading | None:
    """A month, year, season, decade or relative period: what may have a beginning and an end."""
    at = lexemes.skip(index, "le", "la", "l '", "les")
    found = (
        points.named(lexemes, at)
        or relative.period(lexemes, at)
        or relative.demonstrative_unit(lexemes, at)
        or season(lexemes, at)
        or decade(lexemes, at)
        or century(lexemes, at)
        or year(lexemes, at)
    )
    return None if found is None or found.first.grain is Grain.DAY else found


def year(lexemes: Lexemes, index: int) -> Reading | None:
    """A year of four digits or in words; « année 2024 » with its noun."""
    return points.bare_year(lexemes, index)


def part(lexemes: Lexemes, index: int) -> Reading | None:
    """« début mai », « mi-juin », « fin de l'année dernière », « début d'année », « fin 2021 »."""
    form = lexemes[index]
    if form not in lexemes.words["part"]:
        return None
    after = lexemes.skip(index + 1, *_OF)
    if form == "mi" and lexemes[after] in lexemes.words["daypart"]:
        return None
    found = target(lexemes, after)
    if found:
        return Reading(found.first, found.last, found.end, f"{found.rule}.part")
    at = lexemes.skip(after, "l '", "la", "le")
    period = unit(lexemes, at)
    if period is None or period[2] or period[0] not in _CURRENT or after == index + 1:
        return None
    part_ = DatePart(period[0], anchor=Anchor.PUBLICATION)
    return Reading(part_, None, period[1], "date.relative.part")


def season(lexemes: Lexemes, index: int) -> Reading | None:
    """« été 2022 », « été dernier », « printemps prochain », and the bare season."""
    index = lexemes.skip(index, "mois d '")
    number = lexemes.words["season"].get(lexemes[index])
    if number is None:
        return None
    found = points.year(lexemes, index + 1)
    part_ = DatePart(Grain.SEASON, found[0] if found else None, number=number)
    if found:
        return Reading(part_, None, found[1], "date.season.year")
    turn = modifier(lexemes, index + 1)
    if turn and not turn.plural:
        anchor = turn.anchor if turn.anchor is Anchor.TEXT else Anchor.CALENDAR
        part_ = replace(part_, anchor=anchor, direction=turn.direction)
        name = points.modifier_name(turn.anchor, turn.direction)
        return Reading(part_, None, turn.end, f"date.season.{name}")
    return Reading(part_, None, index + 1, "date.season")


def shown_season(lexemes: Lexemes, index: int) -> Reading | None:
    """« cet été », « ce printemps-là »."""
    if lexemes[index] not in ("ce", "cet"):
        return None
    found = season(lexemes, index + 1)
    if found is None:
        return None
    if found.first.year or found.first.direction is not Direction.NONE:
        return found
    end = lexemes.skip(found.end, "- la", "- ci")
    there = end > found.end and lexemes[end - 1] == "la"
    anchor = Anchor.TEXT if there else Anchor.CALENDAR
    part_ = replace(found.first, anchor=anchor, direction=Direction.SAME)
    return Reading(part_, None, end, "date.season.ce")


def numbered(lexemes: Lexemes, index: int) -> Reading | None:
    """« premier trimestre de 2023 », « première quinzaine de mars », « dernier jour d'octobre »."""
    number, at = _ordinal(lexemes, index)
    found = unit(lexemes, at) if number else None
    if number is None or found is None or found[2] or found[0] not in _NUMBERED:
        return _weekday_of_month(lexemes, index)
    grain = found[0]
    if number > _NUMBERED[grain]:
        return None
    after = lexemes.skip(found[1], *_OF)
    inside = target(lexemes, after)
    if grain in (Grain.QUARTER, Grain.SEMESTER):
        return _of_year(lexemes, DatePart(grain, number=number), found[1], inside)
    if inside is None or inside.first.grain is not Grain.MONTH or inside.last:
        return None
    part_ = DatePart(grain, number=number, base=inside.first)
    return Reading(part_, None, inside.end, f"date.{grain}.number")


def _of_year(lexemes: Lexemes, part_: DatePart, end: int, inside: Reading | None) -> Reading | None:
    rule = f"date.{part_.grain}"
    if inside and inside.first.grain is Grain.YEAR and inside.last is None:
        if inside.first.year is not None:
            return Reading(replace(part_, year=inside.first.year), None, inside.end, f"{rule}.year")
        return Reading(replace(part_, base=inside.first), None, inside.end, rule)
    turn = modifier(lexemes, end)
    if turn and turn.direction is Direction.SAME:
        return Reading(part_, None, turn.end, rule)
    after = lexemes.skip(end, "de l ' annee")
    return None if part_.number == -1 else Reading(part_, None, after, rule)


def _weekday_of_month(lexemes: Lexemes, index: int) -> Reading | None:
    """« premier lundi de mars »."""
    number, at = _ordinal(lexemes, index)
    found = points.weekday(lexemes, at) if number else None
    if number is None or found is None or number > _NUMBERED[Grain.WEEK]:
        return None
    after = lexemes.skip(found[1], *_OF)
    inside = target(lexemes, after) if after > found[1] else None
    if inside is None or inside.first.grain is not Grain.MONTH or inside.last:
        return None
    part_ = DatePart(Grain.DAY, weekday=found[0], number=number, base=inside.first)
    return Reading(part_, None, inside.end, "date.weekday.number")


def _ordinal(lexemes: Lexemes, index: int) -> tuple[int | None, int]:
    number = lexemes.words["ordinal"].get(lexemes[index])
    if number is not None:
        return number, index + 1
    number = lexemes.digits(index, 1, 2)
    ending = lexemes[index + 1] in ("er", "re", "ere", "e", "eme", "nd", "nde")
    if number and ending and lexemes.glued(index + 1):
        return number, index + 2
    return None, index


def decade(lexemes: Lexemes, index: int) -> Reading | None:
    """« années 1990 », « années 90 et 2000 », « années quatre-vingt-dix », « décennie 1990 »."""
    if lexemes[index] not in ("annees", "decennie"):
        return None
    found = _tens(lexemes, index + 1)
    if found is None:
        return None
    first, end = found
    part_ = DatePart(Grain.DECADE, first)
    after = lexemes.skip(end, "et", "-", "–", "a") if lexemes[index] == "annees" else end
    last = _tens(lexemes, after) if after > end else None
    if last and (last[0] > first or first >= 100 > last[0]):
        return Reading(part_, DatePart(Grain.DECADE, last[0]), last[1], "date.decade.range")
    return Reading(part_, None, end, "date.decade")


def _tens(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """The first year of a decade, in two or four digits or in words, and the index after it."""
    at = lexemes.skip(index, "'")
    number = lexemes.digits(at, 2, 4)
    found = (number, at + 1) if number is not None else None
    found = found or spelled(lexemes, at) or below_hundred(lexemes, at)
    if found is None or found[0] % 10:
        return None
    return found if 10 <= found[0] < 100 or points.believable(found[0]) else None


def century(lexemes: Lexemes, index: int) -> Reading | None:
    """« XIXe siècle », « 19ème siècle », « XXIe s. » is left out as too short."""
    source = lexemes.source(index)
    number = lexemes.digits(index, 2)
    after = index + 1
    if number is None:
        bare = source.rstrip("eèmᵉ")
        number = roman(bare) if bare.isupper() else None
    if lexemes[after] in ("e", "eme"):
        after += 1
    if number is None or not _MIN_CENTURY <= number <= _MAX_CENTURY or lexemes[after] != "siecle":
        return None
    return Reading(DatePart(Grain.CENTURY, number=number), None, after + 1, "date.century")
