"""Dates that continue a date of the text: « deux jours plus tard », « la veille », « le 7 »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates import points
from quifaitquoi.dates.numbers import below_hundred
from quifaitquoi.dates.reading import Reading, closes, day_part, unit
from quifaitquoi.records.dates import Anchor, DatePart, Grain

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes

_APPROXIMATE: Final = (
    "un peu plus de", "un peu plus d '", "un peu moins de", "un peu moins d '", "plus de",
    "plus d '", "moins de", "moins d '", "pres de", "pres d '", "environ", "a peine", "quelque",
    "exactement", "tout juste", "deja", "quasiment", "presque", "au moins",
)  # fmt: skip
# The words that may begin « près de dix ans plus tard ».
APPROXIMATE_HEADS: Final = frozenset(phrase.split()[0] for phrase in _APPROXIMATE)


def _count(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    digits = lexemes.digits(index, 1, 2, 3)
    if digits is not None:
        return digits, index + 1
    return below_hundred(lexemes, index)


def counted(lexemes: Lexemes, index: int) -> tuple[int, Grain, int] | None:
    """« près de dix ans »: the count, the unit and the index after it."""
    at = lexemes.skip(index, *_APPROXIMATE)
    count = _count(lexemes, at)
    found = unit(lexemes, count[1]) if count else None
    if count is None or found is None or count[0] == 0 or found[0] is Grain.WEEKEND:
        return None
    return count[0], found[0], found[1]


def later(lexemes: Lexemes, index: int) -> Reading | None:
    """« deux jours plus tard », « un an auparavant », « quatre jours après »."""
    found = counted(lexemes, index)
    if found is None:
        return None
    count, grain, at = found
    end = lexemes.skip(at, "plus tard", "plus tot", "apres", "avant", "auparavant")
    if end == at:
        return None
    if lexemes[at] in ("apres", "avant") and lexemes[end] in ("-", "hier", "demain"):
        return None
    ahead = lexemes[end - 1] in ("tard", "apres")
    part = DatePart(grain, shift=count if ahead else -count, anchor=Anchor.TEXT)
    return Reading(part, None, end, "date.anaphor.apres" if ahead else "date.anaphor.avant")


def anaphor(lexemes: Lexemes, index: int) -> Reading | None:
    """« la veille au soir », « le lendemain », « l'avant-veille », « le lendemain du 13 mars »."""
    at = lexemes.skip(index, "avant -", "avant") if lexemes[index] == "avant" else index
    shift = lexemes.words["anaphor"].get(lexemes[at])
    if shift is None or lexemes[index - 1] not in ("la", "le", "l", "'", "du", "au", "ce", "cette"):
        return None
    shift -= at > index
    end = day_part(lexemes, at + 1)
    part = DatePart(Grain.DAY, shift=shift, anchor=Anchor.TEXT)
    rule = f"date.anaphor.{lexemes[at]}"
    after = lexemes.skip(end, "du", "de", "d '", "des")
    base = (points.named(lexemes, after) or points.numeric(lexemes, after)) if after > end else None
    if base and base.first.grain is Grain.DAY:
        return Reading(replace(part, anchor=Anchor.CALENDAR, base=base.first), None, base.end, rule)
    eve = lexemes[index - 2] == "a" and lexemes[index - 1] == "la"
    aftermath = lexemes[index - 1] == "au"
    # « à la veille de », « au lendemain de » an event are no days but times around it.
    indefinite = after > end and lexemes[after] in ("un", "une")
    return (
        None
        if indefinite or ((eve or aftermath) and after > end)
        else Reading(part, None, end, rule)
    )


def day_only(lexemes: Lexemes, index: int) -> Reading | None:
    """« le 7 »: a day of the month in course, where nothing that it could count follows."""
    if lexemes[index - 1] not in ("le", "au", "du", "ce") or lexemes[index - 2] == "dans":
        return None
    number = lexemes.digits(index, 1, 2)
    found = points.day(lexemes, index) if number else None
    if found is None or not _ends_day(lexemes, found[1]):
        return None
    part = DatePart(Grain.DAY, day=found[0], anchor=Anchor.TEXT)
    return Reading(part, None, day_part(lexemes, found[1]), "date.day")


def _ends_day(lexemes: Lexemes, index: int) -> bool:
    form = lexemes[index]
    if form == "'" or (form == "." and lexemes.glued(index + 1)):
        return False
    if form == "," and lexemes[index + 1] in lexemes.words["named_by_day"]:
        return False  # « devant le 10, rue Bert »
    return closes(lexemes, index) or lexemes.skip(index, "au soir", "au matin") > index
