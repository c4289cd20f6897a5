"""A parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.tokens import Token, text, tokens

if TYPE_CHECKING:
    from spacy.tokens import Span

    from quifaitquoi.records.clean import BlockKind

# Tokens from the start of a sentence within which a dateline ends, and from its date to its dash.
DATELINE: Final = 12
DATELINE_END: Final = 3
DASHES: Final = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; each block is a Doc of its own, which starts at clean offset `offset`."""

    span: Span
    offset: int
    index: int
    block: int
    kind: BlockKind

    @property
    def tokens(self) -> list[Token]:
        """Its tokens, quick to read; their `doc` holds those of the whole block."""
        return tokens(self.span.doc)[self.span.start : self.span.end]

    @property
    def text(self) -> str:
        """Its text."""
        return text(self.span.doc)[self.span.start_char : self.span.end_char]

    def chars(self, first: Token, last: Token) -> tuple[int, int]:
        """Clean offsets [start, end) from token `first` to token `last`, both included."""
        return self.offset + first.idx, self.offset + last.idx + len(last)

    def is_dateline(self, start: int, end: int) -> bool:
        """Whether a date at clean offsets [start, end) is that of « Lomé, 18 mai 2025 - »."""
        after = [word for word in self.tokens if self.offset + word.idx >= end]
        before = len(self.tokens) - len(after)
        mark = next((word for word in after[:DATELINE_END] if word.text not in (".", ")")), None)
        return start < end and before <= DATELINE and mark is not None and mark.text in DASHES
