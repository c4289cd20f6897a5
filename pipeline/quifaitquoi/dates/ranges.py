"""Ranges of two ends: « du 3 au 5 octobre », « entre 2014 et 2016 », « les 12 et 13 mars »."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.dates import periods, points, relative
from quifaitquoi.dates.lexemes import LE_PHRASES, once
from quifaitquoi.dates.numbers import TENS, UNITS
from quifaitquoi.dates.reading import Reading, closes, day_part, modifier, unit
from quifaitquoi.records.dates import Anchor, DatePart, Direction, Grain
from quifaitquoi.syntax.words import DEMONSTRATIVES

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes
    from quifaitquoi.lexicon.dates import DateWords

_TO: Final = (
    "jusqu ' au", "jusqu ' en", "jusqu ' a la", "jusqu ' a", "au", "a la", "a l '", "a", "aux",
    "-", "–", "—",
)  # fmt: skip
_UNTIL: Final = ("jusqu ' au", "jusqu ' en", "jusqu ' a la", "jusqu ' a")
_LINKS: Final = {
    "du": _TO,
    "des": ("aux", "au", "et", "-"),
    "de": _TO,
    "d": _TO,
    "entre": ("et en", "et"),
    "depuis": _UNTIL,
    "": (*_UNTIL, "au", "a", "-", "–", "—", "et de", "et d '", "et", "/"),
}
# Grains that may end a range that another one begins.
_COARSE: Final = frozenset({Grain.MONTH, Grain.YEAR, Grain.QUARTER, Grain.SEASON, Grain.SEMESTER})
_DASHES: Final = frozenset("-–—/")
_MAX_LIST: Final = 8
_SHORTEST_MONTH: Final = 28


@cache
def _ends(words: DateWords) -> frozenset[str]:
    """Words that an end of a range may begin with."""
    kinds = (
        "month", "month_abbreviation", "weekday", "weekday_abbreviation", "season", "deictic",
        "ordinal", "part",
    )  # fmt: skip
    others = "avant apres mil mille meme prochain prochaine week weekend decennie".split()
    named = frozenset[str]().union(*(words[kind] for kind in kinds))
    return named | {*UNITS, *TENS, *words.units, *DEMONSTRATIVES, *others}


class _End(NamedTuple):
    part: DatePart
    end: int
    bare: bool  # a day number without its month


def range_(lexemes: Lexemes, index: int) -> Reading | None:
    """The range that begins at `index`, with its opening preposition if it has one."""
    form = lexemes[index]
    if form in ("les", *DEMONSTRATIVES):
        found = _listed(lexemes, index + 1)
        return found and found._replace(drop=1 if form == "les" else 0)
    opener = form if form in _LINKS else ""
    at = index
    if opener:
        at = lexemes.skip(index + 1, "'") if form == "d" else index + 1
        if form == "du":
            at = lexemes.skip(at, "mois de", "mois d '")
    if opener == "des":
        found = _listed(lexemes, at)
        return found and found._replace(drop=1)
    return _from_to(lexemes, index, at, opener) or (_listed(lexemes, at) if not opener else None)


def _from_to(lexemes: Lexemes, begin: int, index: int, opener: str) -> Reading | None:
    """The range whose first end is at `index`, its opening preposition at `begin`."""
    first = _end(lexemes, index)
    if first is None:
        return None
    linked = lexemes.skip(first.end, *_LINKS[opener]) > first.end
    for link in _LINKS[opener] if linked else ():
        at = lexemes.skip(first.end, link)
        if at == first.end:
            continue
        last = _end(lexemes, at)
        if last and _agree(first, last, opener, link) and _closed(lexemes, first, last):
            rule = f"date.range.{opener or _NAMES.get(link, 'a')}"
            drop = index - begin if link in _DASHES else 0  # « la famine de 1932-1933 »
            reading = Reading(*_inherit(first, last), last.end, rule, drop)
            return _turned_both(lexemes, reading)
    return _short_year(lexemes, index) if not opener else None


def _turned_both(lexemes: Lexemes, reading: Reading) -> Reading:
    """« mardi et mercredi prochains »: a plural modifier turns both ends."""
    turn = modifier(lexemes, reading.end)
    first, last = reading.first, reading.last
    if turn is None or not turn.plural or last is None or first.year or first.base:
        return reading
    if turn.anchor is Anchor.TEXT or first.grain is not Grain.DAY:
        return reading
    first = replace(first, direction=turn.direction)
    return reading._replace(first=first, end=turn.end)


_NAMES: Final = {"et": "et", "-": "tiret", "–": "tiret", "—": "tiret", "/": "tiret"}


def _closed(lexemes: Lexemes, first: _End, last: _End) -> bool:
    """Two bare numbers must not go on into what they count."""
    return not (first.bare and last.bare) or closes(lexemes, last.end)


def _short_year(lexemes: Lexemes, index: int) -> Reading | None:
    """« 2023-24 »."""
    first, short = lexemes.digits(index, 4), lexemes.digits(index + 2, 2)
    if not points.believable(first) or lexemes[index + 1] not in ("-", "/", "–"):
        return None
    if first is None or short != (first + 1) % 100:
        return None
    ends = (DatePart(Grain.YEAR, first), DatePart(Grain.YEAR, first + 1))
    return Reading(*ends, index + 3, "date.range.tiret")


@once
def _end(lexemes: Lexemes, index: int) -> _End | None:
    """One end of a range at `index`."""
    at = lexemes.skip(index, *LE_PHRASES)
    form = lexemes[at]
    if not (form.isdecimal() or form in _ends(lexemes.words) or lexemes[at + 1] == "siecle"):
        return None
    found = (
        points.numeric(lexemes, at)
        or periods.part(lexemes, at)
        or points.named(lexemes, at)
        or relative.deictic(lexemes, at)
        or periods.numbered(lexemes, at)
        or periods.target(lexemes, at)
    )
    if found and found.last is None:
        return _End(found.first, found.end, bare=False)
    name = points.weekday(lexemes, at)
    after = lexemes.skip(name[1], "le") if name else at
    number = points.day(lexemes, after)
    if number and (name is None or lexemes.digits(after, 1, 2)):
        part = DatePart(
            Grain.DAY, day=number[0], weekday=name[0] if name else None, anchor=Anchor.TEXT
        )
        return _End(part, number[1], bare=True)
    turned = relative.weekday(lexemes, at) or relative.shown(lexemes, at)
    return _End(turned.first, turned.end, bare=False) if turned else None


def _kind(part: DatePart) -> str:
    if part.grain is not Grain.DAY:
        return "year" if part.grain in (Grain.DECADE, Grain.CENTURY) else part.grain
    return "weekday" if part.weekday and not part.day else "day"


def _agree(first: _End, last: _End, opener: str, link: str) -> bool:
    """Whether two ends can be one range."""
    kind, other = _kind(first.part), _kind(last.part)
    if (kind, other) == ("weekday", "day"):  # « du lundi au jeudi 3 mai »
        return opener in ("du", "de") and last.part.weekday is not None and not last.bare
    if kind != other:  # « entre mars et l'été »
        whole = not first.bare and not last.bare and link != "et" and opener not in ("", "de")
        return whole and {first.part.grain, last.part.grain} <= _COARSE
    if first.bare or last.bare:
        return _agree_bare(first, last, opener, link)
    if link.startswith("et") and not opener:
        return _consecutive(first.part, last.part)
    if kind == "year" and first.part.year and last.part.year:
        return first.part.year < last.part.year
    return bool(opener) or link not in ("a", "au") or kind != "weekday"


def _agree_bare(first: _End, last: _End, opener: str, link: str) -> bool:
    """« du 3 au 5 mai », « du 28 mai au 3 », « du 3 au 5 »: where one or both are only numbers."""
    if first.bare and last.bare:
        growing = (first.part.day or 0) < (last.part.day or 0)
        return opener in ("du", "entre") and link not in _DASHES and growing
    if first.bare:
        return last.part.month is not None
    until = opener in ("du", "depuis") and link in ("au", "jusqu ' au")
    return until and first.part.month is not None and first.part.year is None


def _consecutive(first: DatePart, last: DatePart) -> bool:
    kind = _kind(first)
    if (
        Direction.NONE is not first.direction
        or first.base
        or last.base
        or first.shift
        or last.shift
    ):
        return False
    if kind == "weekday":
        return last.weekday == (first.weekday or 0) % 7 + 1
    if kind == "month":
        return last.month == (first.month or 0) % 12 + 1 and first.year is None
    if kind == "year":
        return last.year == (first.year or 0) + 1
    next_month = last.day == 1 and last.month == (first.month or 0) % points.MAX_MONTH + 1
    turning = next_month and (first.day or 0) >= _SHORTEST_MONTH  # « 30 novembre et 1er décembre »
    same = (last.month == first.month or turning) and first.year is None
    return kind == "day" and same and bool(first.weekday) == bool(last.weekday)


def _inherit(first: _End, last: _End) -> tuple[DatePart, DatePart]:
    """The left end with the month, year and direction that only the right end says, and reverse."""
    left, right = first.part, last.part
    if left.weekday and left.day is None and right.day:
        # « de jeudi à vendredi 31 mars »
        back = ((right.weekday or 0) - left.weekday) % 7
        return DatePart(Grain.DAY, shift=-back, base=right), right
    if first.bare and right.month:
        left = replace(left, month=right.month, anchor=right.anchor)
    if last.bare and left.month:
        right = replace(right, month=left.month, anchor=left.anchor)
    if left.year is None and right.year is not None and left.month:
        later = (left.month, left.day or 0) > (right.month or 12, right.day or 31)
        left = replace(left, year=right.year - later)
    if left.direction is Direction.NONE and left.year is None:
        left = replace(left, direction=right.direction)
    return left, right


def _listed(lexemes: Lexemes, index: int) -> Reading | None:
    """« 12 et 13 mars », « 6, 7 et 8 mars »: bare days up to one with its month."""
    first = _end(lexemes, index)
    if first is None or not first.bare:
        return None
    at = first.end
    for _ in range(_MAX_LIST):
        after = lexemes.skip(at, "et le", "et", ", le", ",", "-", "–", "/", "ou")
        if after == at:
            return None
        last = _end(lexemes, after)
        if last is None or lexemes[at] == "ou" or _kind(last.part) != "day":
            return None
        if not last.bare:
            if last.part.month is None:
                return None
            break
        at = last.end
    else:
        return None
    return Reading(*_inherit(first, last), last.end, "date.range.et")


def around(lexemes: Lexemes, index: int) -> Reading | None:
    """« nuit du 10 au 11 mai », « nuit de samedi à dimanche », « semaine du 3 mars »."""
    found = unit(lexemes, index)
    week = found is not None and found[0] in (Grain.WEEK, Grain.WEEKEND) and not found[2]
    at = found[1] if week and found else _daypart(lexemes, index)
    if at == index:
        return None
    form = lexemes[at]
    if form not in ("du", "de", "d", "des"):
        return None
    inner = range_(lexemes, at) or (_listed(lexemes, at + 1) if form in ("du", "des") else None)
    if inner:
        return inner._replace(drop=0, rule=f"{inner.rule}.{'semaine' if week else 'nuit'}")
    after = lexemes.skip(at, "d '", "du", "de")
    point = points.named(lexemes, after) or points.numeric(lexemes, after)
    if week:
        if point is None or point.first.grain is not Grain.DAY or found is None:
            return None
        part = DatePart(found[0], base=point.first)
        return Reading(part, None, point.end, "date.week.du")
    if point is None or point.first.grain is not Grain.DAY:
        point = relative.weekday(lexemes, after)
    if point is None:
        return None
    reading = point._replace(rule=f"{point.rule}.nuit")
    first = _End(point.first, point.end, bare=False)
    after = lexemes.skip(point.end, "et du", "et de", "et")
    last = _end(lexemes, after) if after > point.end and lexemes[index] == "nuit" else None
    if last is None or last.bare or not _consecutive(first.part, last.part):
        return reading
    # « la nuit du mercredi 31 août et du jeudi 1er septembre »
    return Reading(*_inherit(first, last), last.end, reading.rule)


def _daypart(lexemes: Lexemes, index: int) -> int:
    """Index after a part of the day that a day may follow: « soir du 1er mai », « matin »."""
    if lexemes[index] == "apres" and lexemes[index + 1] not in ("-", "midi"):
        return index
    return day_part(lexemes, index) if lexemes[index] not in ("au", "en") else index
