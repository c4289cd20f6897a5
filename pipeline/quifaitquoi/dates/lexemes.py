"""A block's text as lexemes: words, digits, signs. It depends on no tokenizer."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, TypeVar, cast

from quifaitquoi.lexicon.dates import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from quifaitquoi.lexicon.dates import DateWords

Found = TypeVar("Found")

# Runs of letters, runs of digits, single signs. « aujourd'hui » is one lexeme; « 1er » is two that
# touch, also where the month is glued to it (« 1erjanvier »).
_LEXEME: Final = re.compile(
    r"[aA](?i:ujourd['’ʼ]\s?hui)"
    r"|[eE][rR](?<=1..)(?i:(?=janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c))"
    r"|(?:[^\W\d_]+|[\u0300-\u036f])+|[0-9]+|[^\w\s]|_"
)
#: The definite article as phrases of lexemes, its apostrophe perhaps lost, and its parts.
LE_PHRASES: Final = ("le", "la", "les", "l '", "l")
LE_PARTS: Final = frozenset({"le", "la", "les", "l", "'"})
_MAX_WORD: Final = 40
_OUTSIDE: Final = ("",) * 16


@cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """Phrases as words, in their order, by the first word."""
    found: dict[str, list[list[str]]] = {}
    for words in map(str.split, phrases):
        found.setdefault(words[0], []).append(words)
    return found


class Lexemes(list[str]):
    """Folded forms of a text with their offsets, and the calendar's words that they are read by.

    '' is at every index a little outside.
    """

    __slots__ = ("ends", "forms", "read", "size", "starts", "text", "words")

    def __init__(self, text: str, words: DateWords) -> None:
        self.text = text
        self.words = words
        spans = [match.span() for match in _LEXEME.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.forms = [
            _form(text[start:end]) if end - start <= _MAX_WORD else "\0" for start, end in spans
        ]
        self.size = len(self.forms)
        # At the end these are also what an index below 0 finds.
        super().__init__([*self.forms, *_OUTSIDE])
        # What `once` has read.
        self.read: dict[tuple[object, int], object] = {}

    def glued(self, index: int) -> bool:
        """Whether lexeme `index` touches the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def source(self, index: int) -> str:
        """The lexeme as written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def capital(self, index: int) -> bool:
        """Whether lexeme `index` begins with a capital."""
        return self.source(index)[:1].isupper()

    def digits(self, index: int, *lengths: int) -> int | None:
        """The number at `index` if it is written with one of `lengths` digits."""
        form = self[index]
        return int(form) if len(form) in lengths and form.isdecimal() and form.isascii() else None

    def skip(self, index: int, *phrases: str) -> int:
        """Index after the first of `phrases` (folded, lexemes apart) found here, else `index`."""
        for words in _by_first(phrases).get(self[index], ()):
            if self.forms[index : index + len(words)] == words:
                return index + len(words)
        return index


def once(reader: Callable[[Lexemes, int], Found]) -> Callable[[Lexemes, int], Found]:
    """A reader that reads each place once: ranges, lists and periods look at one many times."""

    def read(lexemes: Lexemes, index: int) -> Found:
        key = reader, index
        if key not in lexemes.read:
            lexemes.read[key] = reader(lexemes, index)
        return cast("Found", lexemes.read[key])

    return read


@lru_cache(maxsize=8_000)
def _form(word: str) -> str:
    if word[:7].lower() == "aujourd" and len(word) > len("aujourd"):
        return "aujourd'hui"
    return fold(word)
