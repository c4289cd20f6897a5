"""Dates that continue a date of the text: « deux jours plus tard », « la veille », « le 7 »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.dates import feasts, points
from quifaitquoi.dates.numbers import below_hundred
from quifaitquoi.dates.reading import CLOSERS, Reading, closes, day_part, of_period, unit
from quifaitquoi.records.dates import Anchor, DatePart, Grain

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes

_APPROXIMATE: Final = (
    "un peu plus de", "un peu plus d '", "un peu moins de", "un peu moins d '", "plus de",
    "plus d '", "moins de", "moins d '", "pres de", "pres d '", "environ", "a peine", "quelque",
    "exactement", "tout juste", "deja", "quasiment", "presque", "au moins",
)  # fmt: skip
# How many words « après » and a date may have between them.
_MAX_EVENT: Final = 9
# The words that may begin « près de dix ans plus tard ».
APPROXIMATE_HEADS: Final = frozenset(phrase.split()[0] for phrase in _APPROXIMATE)


# « une quinzaine de jours »
_COLLECTIVES: Final = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_ONLY: Final = ("seulement", "a peine", "tout juste", "exactement", "jour pour jour", "environ")
# Half of a unit in smaller ones.
_HALVES: Final = {Grain.YEAR: (Grain.MONTH, 6), Grain.MONTH: (Grain.DAY, 15)}
_WHOLES: Final = {Grain.YEAR: 12, Grain.MONTH: 30}


class Counted(NamedTuple):
    """« près de dix ans », « deux ans et demi »: so many units, and the index after them."""

    number: int
    grain: Grain
    end: int
    half: bool

    def away(self, anchor: Anchor, side: int) -> DatePart:
        """The unit that lies so many units before (-1) or after (1) an anchor."""
        if not self.half:
            return DatePart(self.grain, shift=side * self.number, anchor=anchor)
        grain, half = _HALVES[self.grain]
        shift = side * (self.number * _WHOLES[self.grain] + half)
        return DatePart(self.grain, base=DatePart(grain, shift=shift, anchor=anchor))


def _count(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    digits = lexemes.digits(index, 1, 2, 3)
    if digits is not None:
        return digits, index + 1
    if lexemes[index] == "une" and lexemes[index + 1] in _COLLECTIVES:
        after = lexemes.skip(index + 2, "de", "d '")
        return (_COLLECTIVES[lexemes[index + 1]], after) if after > index + 2 else None
    return below_hundred(lexemes, index)


def counted(lexemes: Lexemes, index: int) -> Counted | None:
    """« près de dix ans », « une quinzaine de jours », « deux ans et demi »."""
    at = lexemes.skip(index, *_APPROXIMATE)
    count = _count(lexemes, at)
    found = unit(lexemes, count[1]) if count else None
    if count is None or found is None or count[0] == 0 or found[0] is Grain.WEEKEND:
        return None
    end = lexemes.skip(found[1], "et demi") if found[0] in _HALVES else found[1]
    return Counted(count[0], found[0], end, half=end > found[1])


def later(lexemes: Lexemes, index: int) -> Reading | None:
    """« deux jours plus tard », « un an auparavant », « quatre jours après »."""
    found = counted(lexemes, index)
    if found is None:
        return None
    at = lexemes.skip(found.end, *_ONLY)
    end = lexemes.skip(at, "plus tard", "plus tot", "apres", "avant", "auparavant")
    if end == at:
        return None
    if lexemes[end - 1] in ("apres", "avant") and lexemes[end] in (
        "-",
        "hier",
        "demain",
        "de",
        "d",
    ):
        return None  # « un délai de deux jours avant de partir »
    ahead = lexemes[end - 1] in ("tard", "apres")
    part = found.away(Anchor.TEXT, 1 if ahead else -1)
    if lexemes[end - 1] in ("apres", "avant") and not found.half:
        base = _dated_event(lexemes, end)
        part = replace(part, anchor=Anchor.CALENDAR, base=base) if base else part
    rule = "date.anaphor.apres" if ahead else "date.anaphor.avant"
    return Reading(part, None, end, rule, counted=True)


def _dated_event(lexemes: Lexemes, index: int) -> DatePart | None:
    """The date of « son entrée en vigueur le 4 novembre 2016 », from which a count goes on."""
    for at in range(index + 1, min(index + _MAX_EVENT, lexemes.size)):
        form = lexemes[at]
        if form in CLOSERS or form in "([«–—":
            return None
        if form in ("le", "du", "en"):
            found = points.named(lexemes, at + 1) or points.numeric(lexemes, at + 1)
            if found and found.first.year and found.first.grain in (Grain.DAY, Grain.MONTH):
                return found.first
    return None


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
    base = _base(lexemes, after) if after > end else None
    if base and base.first.grain is Grain.DAY:
        return Reading(replace(part, anchor=Anchor.CALENDAR, base=base.first), None, base.end, rule)
    event = _event(lexemes, end)
    # « à la veille de », « au lendemain de » an event are no days but times around it, unless the
    # text gives it a day.
    loose = (lexemes[index - 2], lexemes[index - 1]) == ("a", "la") or lexemes[index - 1] == "au"
    if loose and after > end:
        if event is None:
            return None
        part = replace(part, anchor=Anchor.EVENT)
        return Reading(part, None, event + 1, f"{rule}.event", event=lexemes[event])
    indefinite = after > end and lexemes[after] in ("un", "une")
    noun = lexemes[event] if event else ""
    return None if indefinite else Reading(part, None, end, rule, event=noun)


def _event(lexemes: Lexemes, end: int) -> int | None:
    """Where the noun of « la veille du scrutin » stands."""
    at = lexemes.skip(end, "du", "de la", "de l '", "de ce", "de cette")
    noun = at > end and lexemes[at].isalpha() and not lexemes.capital(at)
    return at if noun else None


def _base(lexemes: Lexemes, index: int) -> Reading | None:
    """The day of which one tells the eve or the morrow."""
    return (
        points.named(lexemes, index)
        or points.numeric(lexemes, index)
        or feasts.feast(lexemes, lexemes.skip(index, "la", "l '"))
    )


def day_only(lexemes: Lexemes, index: int) -> Reading | None:
    """« le 7 », « le 5 du mois dernier »: a day alone, where nothing follows that it counts."""
    if lexemes[index - 1] not in ("le", "au", "du", "ce") or lexemes[index - 2] == "dans":
        return None
    number = lexemes.digits(index, 1, 2)
    found = points.day(lexemes, index) if number else None
    month = of_period(lexemes, found[1]) if found else None
    if found and month and month[0].grain is Grain.MONTH:
        part = DatePart(Grain.DAY, day=found[0], base=month[0])
        return Reading(part, None, day_part(lexemes, month[1]), "date.day.month")
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
