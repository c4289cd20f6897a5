"""Sentence boundaries: the parser's, without those that split a sentence in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

# Words; a longer one is none, as a list of initials is none.
SENTENCE_MAX: Final = 400
FINAL: Final = frozenset({".", "!", "?", "…", "...", "?!", "!?"})
CLOSING: Final = frozenset({"»", '"', "”", ")", "]"})
# Abbreviations whose full stop ends no sentence.
TITLES: Final = frozenset(
    """m. mm. mme. mmes. mlle. dr. pr. me. mgr. st. ste. gal. col. cdt. cne. lt. s.e. s.e.m. art.
    av. no. n°. vol. p. cf. ex.""".split()
)


def sentence_spans(doc: Doc) -> Iterator[Span]:
    """Spans that cover the Doc in order; one may hold several roots of the parser's trees."""
    start = None
    for span in doc.sents:
        if start is None:
            start = span.start
        elif span.end - start > SENTENCE_MAX or not _continues(doc, start, span):
            yield doc[start : span.start]
            start = span.start
    if start is not None:
        yield doc[start : len(doc)]


def _continues(doc: Doc, start: int, span: Span) -> bool:
    """Whether a span goes on with the sentence before it.

    That one did not end, or this one starts like no sentence does.
    """
    last = doc[span.start - 1]
    while last.is_space and last.i > start:
        last = doc[last.i - 1]
    first = doc[span.start]
    if last.lower_ in TITLES or (last.text == "." and _initial(doc, last.i - 1)):
        return True
    if first.text in (",", ";", ")", "]", "»") or first.text[:1].islower():
        return last.text not in ("!", "?", "…") or first.text in (",", ";")
    if last.text in CLOSING:
        return last.i > start and doc[last.i - 1].text not in FINAL and last.text != "»"
    return last.text not in FINAL and not last.text.endswith(".") and last.text != ":"


def _initial(doc: Doc, position: int) -> bool:
    """A single capital before a full stop: « A. Diop »."""
    return position >= 0 and len(doc[position]) == 1 and doc[position].is_upper
