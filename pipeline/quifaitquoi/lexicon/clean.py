"""Words that tell boilerplate from news, as checked patterns over folded text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.tables import LexiconError, Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

COLUMNS: Final = ("id", "where", "words", "example", "note")
PLACES: Final = frozenset({"start", "label", "line", "tail", "stamp"})
CLASSES: Final = frozenset(
    (
        "credit",
        "agency",
        "network",
        "category",
        "role",
        "contact",
        "date",
        "prefix",
        "enclitic",
        "unfinished",
    )
)
# After a label: a colon, a dash or bar that stands free, or nothing but punctuation.
LABEL_END: Final = r"\s*(?::|\s[-–—|>]|\W*$)"
# Before a tail: the end of a sentence. A pattern that begins with white space skips all else fast.
TAIL_START: Final = r"\s(?<=[.!?…»\")]\s)\s*"


def _fold_table() -> dict[int, int]:
    table: dict[int, int] = {}
    for code in range(0x41, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and ord(base) != code:
            table[code] = ord(base)
    table[ord("’")] = ord("'")
    return table


_OTHER: Final = re.compile(r"[\W_]+")
_FOLD: Final = _fold_table()


@lru_cache(maxsize=256)  # many rules ask for the same line
def fold(text: str) -> str:
    """Return text of the same length in lower case without accents."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule id and the pattern that, matched at the start of a folded line, lets it fire."""

    id: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What clean.py knows about words.

    Rules for whole lines, labels, time stamps and tails of lines, in the order of the table; sets
    of folded words by class, and patterns for any word of a class.
    """

    lines: tuple[LineRule, ...]
    labels: tuple[LineRule, ...]
    stamps: tuple[LineRule, ...]
    tails: tuple[LineRule, ...]
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]
    networks: re.Pattern[str]


def alternation(words: Iterable[str]) -> str:
    """Build a pattern for any of the words, longest first, that ends where a word ends."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) + _boundary(word) for word in ordered) + ")"


def _boundary(word: str) -> str:
    return r"(?!\w)" if word[-1].isalnum() else ""


def _line_pattern(words: Iterable[str]) -> str:
    """Build a pattern for a line of the words alone, whatever punctuation and numbers."""
    forms = (r"\W+".join(map(re.escape, fold(word).split())) for word in words)
    return r"[\W\d]*(?:" + "|".join(forms) + r")[\W\d]*$"


def letters(text: str) -> str:
    """Return the folded letters and digits of a text."""
    return _OTHER.sub("", fold(text))


def _glued(words: Iterable[str]) -> re.Pattern[str]:
    """Build a pattern for the `letters` of one or more of the words without anything between."""
    ordered = sorted({letters(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile("(?:" + "|".join(map(re.escape, ordered)) + "){1,30}")


def _check(row: Row) -> None:
    places = row["where"].split()
    reason = ""
    if not row.words("words"):
        reason = "no words"
    elif row["id"] == "words":
        if row["where"] not in CLASSES:
            reason = f"unknown class {row['where']!r}"
    elif not places or not PLACES.issuperset(places) or places[0] == "tail":
        reason = f"unknown place {row['where']!r}"
    if reason:
        raise row.error(reason)


def _pattern(row: Row, place: str) -> re.Pattern[str]:
    if place == "line":
        return re.compile(_line_pattern(row.words("words")))
    words = alternation(row.words("words"))
    if place == "label":
        return re.compile(words + LABEL_END)
    if place == "tail":
        colon = "" if "start" in row["where"] else r"\s*:"
        return re.compile(f"{TAIL_START}({words}{colon})")
    return re.compile(words)


@cache
def load(rules: Path | None = None) -> Boilerplate:
    """Read the table `boilerplate.csv` with that of the user's folder; LexiconError if unusable."""
    found: dict[str, list[LineRule]] = {place: [] for place in PLACES}
    words: dict[str, set[str]] = {name: set() for name in CLASSES}
    for row in read_table("boilerplate", COLUMNS, rules):
        _check(row)
        if row["id"] == "words":
            words[row["where"]].update(map(fold, row.words("words")))
            continue
        for place in row["where"].split():
            found[place].append(LineRule(f"clean.{row['id']}", _pattern(row, place)))
    if missing := sorted(name for name, members in words.items() if not members):
        msg = f"boilerplate: no words of class {', '.join(missing)}"
        raise LexiconError(msg)
    return Boilerplate(
        lines=(*found["start"], *found["line"]),
        labels=tuple(found["label"]),
        stamps=tuple(found["stamp"]),
        tails=tuple(found["tail"]),
        words={name: frozenset(members) for name, members in words.items()},
        patterns={name: re.compile(alternation(members)) for name, members in words.items()},
        networks=_glued(words["network"]),
    )
