"""Sentence boundaries: the parser's, without those that split a sentence in the middle."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.syntax.tokens import Doc

# Words; a longer one is none, as a list of initials is none.
SENTENCE_MAX: Final = 400
FINAL: Final = frozenset({".", "!", "?", "…", "...", "?!", "!?"})
CLOSING: Final = frozenset({"»", '"', "”", ")", "]"})
# Abbreviations whose full stop ends no sentence.
TITLES: Final = frozenset(
    """m. mm. mme. mmes. mlle. dr. pr. me. mgr. st. ste. gal. col. cdt. cne. lt. s.e. s.e.m. art.
    av. no. n°. vol. p. cf. ex.""".split()
)


def sentence_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token, and the one behind the last, of stretches that cover the Doc in order.

    One may hold several roots of the parser's trees.
    """
    if not doc:
        return
    start, *others = doc.sentence_starts
    for first, end in pairwise((*others, len(doc))):
        if end - start > SENTENCE_MAX or not _continues(doc, start, first):
            yield start, first
            start = first
    yield start, len(doc)


def _continues(doc: Doc, start: int, begin: int) -> bool:
    """Whether the parser's sentence from token `begin` goes on with the one from `start`.

    That one did not end, or this one starts like no sentence does.
    """
    last = doc[begin - 1]
    while last.text.isspace() and last.i > start:
        last = doc[last.i - 1]
    first = doc[begin]
    if last.lower_ in TITLES or (last.text == "." and _initial(doc, last.i - 1)):
        return True
    if first.text in (",", ";", ")", "]", "»") or first.text[:1].islower():
        return last.text not in ("!", "?", "…") or first.text in (",", ";")
    if last.text in CLOSING:
        return last.i > start and doc[last.i - 1].text not in FINAL and last.text != "»"
    return last.text not in FINAL and not last.text.endswith(".") and last.text != ":"


def _initial(doc: Doc, position: int) -> bool:
    """A single capital before a full stop: « A. Diop »."""
    return position >= 0 and len(doc[position]) == 1 and doc[position].text.isupper()
