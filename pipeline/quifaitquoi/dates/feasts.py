"""Feasts by their names: « Noël », « le Nouvel An », « lundi de Pâques », « la Toussaint 2019 »."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates import points
from quifaitquoi.dates.lexemes import Lexemes
from quifaitquoi.dates.reading import Reading
from quifaitquoi.records.dates import DatePart, Grain

if TYPE_CHECKING:
    from quifaitquoi.lexicon.dates import DateWords

# What may stand before a feast: without it, it is a name (« Noël Kodjo », « Toussaint »).
_BEFORE: Final = frozenset(
    ["", "le", "la", "'", "l", "du", "au", "ce", "cette", "a", "avant", "apres", "pour", "depuis"]
)
_NOUNS: Final = frozenset("fete jour nuit soir soiree veille lendemain".split())
_OTHER_CALENDARS: Final = frozenset("chinois lunaire musulman juif berbere persan".split())


@cache
def _feasts(words: DateWords) -> dict[str, list[tuple[list[str], DatePart]]]:
    """Names as lexemes with their day, the longest first, by the first lexeme."""
    found: dict[str, list[tuple[list[str], DatePart]]] = {}
    for kind in ("feast", "easter"):
        for name, value in words[kind].items():
            month, day = divmod(value, 100)
            part = DatePart(Grain.DAY, month=month, day=day)
            if kind == "easter":
                part = DatePart(Grain.DAY, easter=value)
            forms = Lexemes(name, words).forms
            found.setdefault(forms[0], []).append((forms, part))
    return {head: sorted(names, key=lambda one: -len(one[0])) for head, names in found.items()}


def heads(words: DateWords) -> frozenset[str]:
    """The words that the name of a feast may begin with."""
    return frozenset(_feasts(words))


def feast(lexemes: Lexemes, index: int) -> Reading | None:
    """A feast with the year or the « dernier », « prochain » that may follow it."""
    for forms, part in _feasts(lexemes.words).get(lexemes[index], ()):
        end = index + len(forms)
        if lexemes.forms[index:end] == forms and _is_feast(lexemes, index, end):
            found = points.year(lexemes, end)
            if found:
                part = replace(part, year=found[0])
            reading = Reading(part, None, found[1] if found else end, "date.feast")
            return points.modified(lexemes, reading)
    return None


def _is_feast(lexemes: Lexemes, index: int, end: int) -> bool:
    if lexemes[end] in _OTHER_CALENDARS or (lexemes.capital(end) and lexemes[end].isalpha()):
        return False
    named = any(lexemes.capital(at) for at in range(index, end))
    if not named:
        return False
    before = lexemes[index - 1]
    return before in _BEFORE or (before in ("de", "d") and lexemes[index - 2] in _NOUNS)
