"""Numbers in words (« vingt-trois », « deux mille vingt-trois ») and in Roman figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quifaitquoi.dates.lexemes import Lexemes

UNITS: Final = {
    word: value
    for value, word in enumerate(
        (
            "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
            " quinze seize"
        ).split()
    )
} | {"une": 1}
TENS: Final = {
    "dix": 10, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_WORDS: Final = frozenset({*UNITS, *TENS})
# Tens that are continued by the numbers from ten to nineteen: soixante-quinze, quatre-vingt-dix.
_LONG_TENS: Final = frozenset({60, 80})
_ROMAN: Final = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}


def roman(text: str) -> int | None:
    """Value of a Roman number from I to XXXIX, None for anything else."""
    if not text or len(text) > len("XXXVIII") or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text.upper()]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def _after_joint(lexemes: Lexemes, index: int) -> int:
    """Index of the word that continues a number: after « - », « et » or a space."""
    if lexemes[index] == "-":
        index += 1
    if lexemes[index] == "et":
        index += 1
        if lexemes[index] == "-":
            index += 1
    return index


def below_twenty(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """A number in words from 0 to 19 at `index`, and the index after it."""
    value = UNITS.get(lexemes[index])
    if value is None:
        return None
    if value == TENS["dix"]:
        after = index + 2 if lexemes[index + 1] == "-" else index + 1
        unit = UNITS.get(lexemes[after], 0)
        if UNITS["sept"] <= unit <= UNITS["neuf"] and lexemes[after] != "une":
            return value + unit, after + 1
    return value, index + 1


def below_hundred(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """A number in words from 0 to 99 at `index`, and the index after it."""
    form = lexemes[index]
    if form not in _WORDS:
        return None
    tens = TENS.get(form, 0)
    after = index + 1
    if form == "quatre":
        hyphen = index + 2 if lexemes[index + 1] == "-" else index + 1
        if lexemes[hyphen] in ("vingt", "vingts"):
            tens, after = 80, hyphen + 1
    if tens <= TENS["dix"]:
        return below_twenty(lexemes, index)
    rest = below_twenty(lexemes, _after_joint(lexemes, after))
    limit = 19 if tens in _LONG_TENS else 9
    if rest is None or not 0 < rest[0] <= limit:
        return tens, after
    # « trente et un » is one number, « vingt et trois » is two.
    if "et" in lexemes.forms[after : after + 2] and rest[0] not in (1, 11):
        return tens, after
    return tens + rest[0], rest[1]


def _hundreds(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """A number in words from 0 to 1999 (« dix-neuf cent ») at `index`, and the index after it."""
    head = below_hundred(lexemes, index) if lexemes[index] not in ("cent", "cents") else (1, index)
    if head is None:
        return None
    after = head[1] + 1 if lexemes[head[1]] == "-" else head[1]
    if lexemes[after] not in ("cent", "cents"):
        return head
    total, after = head[0] * 100, after + 1
    rest = below_hundred(lexemes, after + 1 if lexemes[after] == "-" else after)
    return (total + rest[0], rest[1]) if rest else (total, after)


def spelled(lexemes: Lexemes, index: int) -> tuple[int, int] | None:
    """A number in words from 0 to 9999 at `index`, and the index after it."""
    head = (1, index) if lexemes[index] in ("mil", "mille") else _hundreds(lexemes, index)
    if head is None:
        return None
    after = head[1] + 1 if lexemes[head[1]] == "-" and head[1] > index else head[1]
    if lexemes[after] not in ("mil", "mille"):
        return head
    total, after = head[0] * 1000, after + 1
    rest = _hundreds(lexemes, after + 1 if lexemes[after] == "-" else after)
    return (total + rest[0], rest[1]) if rest else (total, after)
