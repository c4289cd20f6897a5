"""One spelling for look-up keys."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_INITIAL_DOT: Final = re.compile(r"\b([^\W\d_])\.")
_APOSTROPHES: Final = "’‘ʼ`´"
_SPACES: Final = "-‐‑‒–—−\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_COMBINING: Final = range(0x300, 0x370)
_ACCENTED: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_LIGATURES: Final = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"}


def _translation() -> dict[int, str]:
    """Each Latin letter with marks to its base letter, marks to nothing, hyphens to a space."""
    table = dict.fromkeys(map(ord, _APOSTROPHES), "'")
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(_COMBINING, "")
    table |= {ord(letter): base for letter, base in _LIGATURES.items()}
    for code in _ACCENTED:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base
    return table


_TRANSLATION: Final = _translation()


def fold(text: str) -> str:
    """Return `text` as look-up keys have it.

    Lower case, no accents, straight apostrophes, spaces for hyphens, single spaces, no dot after a
    single letter: « O.N.U. » and « ONU », « Guinée-Bissau » and « Guinée Bissau » are one key.
    """
    if not text.isascii():
        text = text.translate(_TRANSLATION)
    elif "-" in text:
        text = text.replace("-", " ")
    if "." in text:
        text = _INITIAL_DOT.sub(r"\1", text)
    return " ".join(text.lower().split())
