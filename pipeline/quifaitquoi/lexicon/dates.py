"""Words of the calendar: the typed rows of `data/dates.csv`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.tables import read_table
from quifaitquoi.records.dates import Grain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quifaitquoi.lexicon.tables import Row

COLUMNS: Final = ("kind", "words", "value", "note")
NUMBER_KINDS: Final = frozenset(
    "month month_abbreviation weekday weekday_abbreviation season deictic anaphor daypart past"
    " future before after ordinal part year_noun named_by_year numbered named_by_day"
    " named_by_weekday counted feast easter islamic independence national_day scheduling scheduled"
    " pending state".split()
)
# Letters whose marks are taken off, and raised ones (« 1ᵉʳ »), so that a word is folded by one pass
# of str.translate.
_MARKED: Final = {
    code: folded
    for code in [
        *range(0xC0, 0x250),
        *range(0x2B0, 0x2B9),
        *range(0x300, 0x370),
        *range(0x1D2C, 0x1D6B),
    ]
    if (
        folded := unicodedata.normalize("NFKD", chr(code))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    or unicodedata.combining(chr(code))
} | {ord("œ"): "oe", ord("Œ"): "oe", ord("’"): "'", ord("ʼ"): "'", ord("‐"): "-", ord("‑"): "-"}


def fold(text: str) -> str:
    """A word in lower case without accents, apostrophes and hyphens in their plain form."""
    return text.lower().translate(_MARKED)


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Folded words of each kind of the table, with what they are worth."""

    numbers: Mapping[str, Mapping[str, int]]
    units: Mapping[str, Grain]

    def __getitem__(self, kind: str) -> Mapping[str, int]:
        return self.numbers[kind]


def _value(row: Row) -> int:
    try:
        return int(row["value"])
    except ValueError:
        raise row.error(f"{row['value']!r} is not a whole number") from None


def _grain(row: Row) -> Grain:
    try:
        return Grain(row["value"])
    except ValueError:
        raise row.error(f"{row['value']!r} is not one of {', '.join(Grain)}") from None


@cache
def load(rules: Path | None = None) -> DateWords:
    """The words of `dates.csv`, with the user's folder `rules` laid over them.

    Raises LexiconError for an unknown kind, a row without words, a word given twice within a kind,
    or a value of the wrong type.
    """
    numbers: dict[str, dict[str, int]] = {kind: {} for kind in NUMBER_KINDS}
    units: dict[str, Grain] = {}
    seen: set[tuple[str, str, bool]] = set()
    for row in read_table("dates", COLUMNS, rules):
        kind = row["kind"]
        if kind != "unit" and kind not in NUMBER_KINDS:
            raise row.error(f"unknown kind {kind!r}")
        words = [fold(word) for word in row.words("words")]
        if not words:
            raise row.error("no words")
        for word in words:
            if (kind, word, row.own) in seen:
                raise row.error(f"{word!r} is already in {kind!r}")
            seen.add((kind, word, row.own))
            if kind == "unit":
                units[word] = _grain(row)
            else:
                numbers[kind][word] = _value(row)
    return DateWords(numbers, units)
