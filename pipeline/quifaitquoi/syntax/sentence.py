"""A parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.clauses import Clause, segment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.records.clean import BlockKind
    from quifaitquoi.syntax.tokens import Doc, Token

# Tokens from the start of a sentence within which a dateline ends, and from its date to its dash.
DATELINE: Final = 12
DATELINE_END: Final = 3
DASHES: Final = frozenset("-–—")


@dataclass(frozen=True, eq=False)
class Sentence:
    """A parsed sentence: tokens [start, end) of its block's Doc, which is at clean offset `offset`.

    `index` is its place in the article, `block` that of its block.
    """

    doc: Doc
    start: int
    end: int
    offset: int
    index: int
    block: int
    kind: BlockKind

    @cached_property
    def tokens(self) -> list[Token]:
        """Its tokens; their `doc` holds those of the whole block."""
        return self.doc[self.start : self.end]

    @cached_property
    def clauses(self) -> Mapping[int, Clause]:
        """Index of each of its tokens in the block to its clause."""
        return segment(self.doc, self.start, self.end)

    @property
    def start_char(self) -> int:
        """Offset of its first character in the block."""
        return self.tokens[0].idx

    @property
    def end_char(self) -> int:
        """Offset in the block of the character after its last."""
        return self.tokens[-1].idx + len(self.tokens[-1])

    @property
    def text(self) -> str:
        """Its text."""
        return self.doc.text[self.start_char : self.end_char]

    def chars(self, first: Token, last: Token) -> tuple[int, int]:
        """Clean offsets [start, end) from token `first` to token `last`, both included."""
        return self.offset + first.idx, self.offset + last.idx + len(last)

    def is_dateline(self, start: int, end: int) -> bool:
        """Whether a date at clean offsets [start, end) is that of « Lomé, 18 mai 2025 - »."""
        after = [word for word in self.tokens if self.offset + word.idx >= end]
        before = len(self.tokens) - len(after)
        mark = next((word for word in after[:DATELINE_END] if word.text not in (".", ")")), None)
        return start < end and before <= DATELINE and mark is not None and mark.text in DASHES
