"""Where an article quotes: what is said inside is not said by whom it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.syntax.sentence import Sentence

CLOSING: Final = {"«": "»", "“": "”", '"': '"'}
MARK: Final = re.compile('[«»“”"]')


class Quotations:
    """Quotations of an article as clean offsets; one that nothing closes ends with its block."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        blocks = {sentence.offset: sentence.doc for sentence in sentences}
        self._spans = [
            (offset + start, offset + end)
            for offset, doc in sorted(blocks.items())
            for start, end in _quoted(doc.text)
        ]
        self._starts = [start for start, _ in self._spans]

    def at(self, offset: int) -> tuple[int, int] | None:
        """The quotation around an offset."""
        i = bisect_right(self._starts, offset) - 1
        return self._spans[i] if i >= 0 and offset < self._spans[i][1] else None


def _quoted(written: str) -> Iterator[tuple[int, int]]:
    """Outermost quotations of a text: a mark inside another kind of quotation is part of it."""
    start, mark = -1, ""
    for found in MARK.finditer(written):
        i, char = found.start(), found[0]
        if start < 0 and char in CLOSING:
            start, mark = i, CLOSING[char]
        elif start >= 0 and char == mark:
            yield start, i + 1
            start = -1
    if start >= 0:
        yield start, len(written)
