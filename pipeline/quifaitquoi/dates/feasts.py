"""Feasts by their names: « Noël », « le Nouvel An », « lundi de Pâques », « la Toussaint 2019 »."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.dates import points
from quifaitquoi.dates.lexemes import LE_PARTS, Lexemes
from quifaitquoi.dates.reading import Reading
from quifaitquoi.records.dates import DatePart, Direction, Grain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.lexicon.dates import DateWords

# What may stand before a feast: without it, it is a name (« Noël Kodjo », « Toussaint »).
_BEFORE: Final = frozenset(
    ["", "le", "la", "'", "l", "du", "au", "ce", "cette", "a", "avant", "apres", "pour", "depuis"]
)
_NOUNS: Final = frozenset("fete jour nuit soir soiree veille lendemain".split())
# What is said of the time of a feast by `de`, and before it.
_TIMES: Final = frozenset(
    """jour nuit soir soiree veille lendemain matin matinee occasion lors cours approche issue marge
    faveur""".split()
)
_PREPOSITIONS: Final = frozenset("a au avant apres pour depuis pendant durant jusqu des".split())
# What the days of states are called, before the state.
_INDEPENDENCE: Final = ("fête de l'indépendance", "jour de l'indépendance")
_NATIONAL: Final = ("fête nationale", "jour de la fête nationale")
_OTHER_CALENDARS: Final = frozenset("chinois lunaire musulman juif berbere persan".split())


class _Feast(NamedTuple):
    """A name as lexemes with its day; `adjunct`: it is a date only where it says when."""

    forms: list[str]
    part: DatePart
    adjunct: bool


@cache
def _feasts(words: DateWords) -> dict[str, list[_Feast]]:
    """Feasts, those of the longest names first, by the first lexeme."""
    found: dict[str, list[_Feast]] = {}
    for name, part, adjunct in _named(words):
        forms = Lexemes(name, words).forms
        found.setdefault(forms[0], []).append(_Feast(forms, part, adjunct))
    return {head: sorted(names, key=lambda one: -len(one.forms)) for head, names in found.items()}


def _named(words: DateWords) -> Iterator[tuple[str, DatePart, bool]]:
    """The name of each feast, its day, and whether it is a date only where it says when.

    « célébrer le Maouloud », « le bal de la fête nationale » name an occasion.
    """
    for name, value in words["easter"].items():
        yield name, DatePart(Grain.DAY, easter=value), False
    for name, value in words["feast"].items():
        yield name, _month_day(value), False
    for name, value in words["islamic"].items():
        yield name, replace(_month_day(value), islamic=True), True
    independence = words["independence"]
    national = {**independence, **words["national_day"]}
    for phrases, days in ((_INDEPENDENCE, independence), (_NATIONAL, national)):
        for phrase in phrases:
            for state, value in days.items():
                yield f"{phrase} {state}", _month_day(value), True


def _month_day(value: int) -> DatePart:
    month, day = divmod(value, 100)
    if not day:
        return DatePart(Grain.MONTH, month=month)
    return DatePart(Grain.DAY, month=month, day=day)


def heads(words: DateWords) -> frozenset[str]:
    """The words that the name of a feast may begin with."""
    return frozenset(_feasts(words))


def feast(lexemes: Lexemes, index: int) -> Reading | None:
    """A feast with the year or the « dernier », « prochain » that may follow it."""
    for one, end in _named_at(lexemes, index):
        if _is_time(lexemes, index) if one.adjunct else _is_feast(lexemes, index, end):
            found = points.year(lexemes, end)
            part = replace(one.part, year=found[0]) if found else one.part
            rule = "date.islamic_month" if part.grain is Grain.MONTH else "date.feast"
            reading = Reading(part, None, found[1] if found else end, rule)
            return points.modified(lexemes, reading)
    return None


def shown(lexemes: Lexemes, index: int) -> Reading | None:
    """« ce Ramadan », « en ce mois béni de Ramadan »: the one at hand."""
    if lexemes[index] != "ce":
        return None
    for one, end in _named_at(lexemes, index + 1):
        if one.part.grain is Grain.MONTH:
            return Reading(
                replace(one.part, direction=Direction.SAME), None, end, "date.islamic_month.ce"
            )
    return None


def _named_at(lexemes: Lexemes, index: int) -> Iterator[tuple[_Feast, int]]:
    """The feasts whose name begins at a lexeme, the longest first, each with the index after it."""
    for one in _feasts(lexemes.words).get(lexemes[index], ()):
        end = index + len(one.forms)
        if lexemes.forms[index:end] == one.forms:
            yield one, end


def _is_feast(lexemes: Lexemes, index: int, end: int) -> bool:
    if lexemes[end] in _OTHER_CALENDARS or (lexemes.capital(end) and lexemes[end].isalpha()):
        return False
    named = any(lexemes.capital(at) for at in range(index, end))
    if not named:
        return False
    before = lexemes[index - 1]
    return before in _BEFORE or (before in ("de", "d") and lexemes[index - 2] in _NOUNS)


def _is_time(lexemes: Lexemes, index: int) -> bool:
    """« à l'occasion de la Tabaski », « après la Korité »; not « célébrer le Maouloud »."""
    at = index - 1
    while lexemes[at] in LE_PARTS:
        at -= 1
    if lexemes[at] in ("de", "d", "du"):
        return lexemes[at - 1] in _TIMES
    return lexemes[at] in _PREPOSITIONS
