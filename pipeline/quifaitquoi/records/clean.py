"""The clean text of an article, and the way back to its raw text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of text is to its article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading or paragraph: a stretch [start, end) of the clean text."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch [start, end) of the raw text that was left out, and the rule that left it out."""

    start: int
    end: int
    rule_id: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text without boilerplate and odd characters, with the way back to the raw text.

    `clean_starts` and `raw_starts` are parallel and ascending: from clean offset clean_starts[i] to
    the next, clean and raw characters stand one to one, the first at raw_starts[i]. Where they do
    not (a repaired sequence of several characters), the run holds one character, and `wide` has its
    clean offset and the number of raw characters that it stands for, ascending.
    """

    text: str
    blocks: tuple[Block, ...]
    clean_starts: tuple[int, ...]
    raw_starts: tuple[int, ...]
    dropped: tuple[Dropped, ...] = ()
    wide: tuple[tuple[int, int], ...] = ()

    def raw_offset(self, offset: int) -> int:
        """Raw offset of the character at a clean offset."""
        run = bisect_right(self.clean_starts, offset) - 1
        return self.raw_starts[run] + offset - self.clean_starts[run]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets [start, end) of a non-empty clean stretch [start, end)."""
        if not 0 <= start < end <= len(self.text):
            msg = f"no such stretch of the clean text: {start}:{end} of {len(self.text)}"
            raise ValueError(msg)
        index = bisect_left(self.wide, (end - 1, 0))
        last, width = self.wide[index] if index < len(self.wide) else (-1, 1)
        return self.raw_offset(start), self.raw_offset(end - 1) + (width if last == end - 1 else 1)
