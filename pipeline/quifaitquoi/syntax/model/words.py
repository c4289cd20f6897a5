"""Words that the tokenizer parts: names with hyphens (« Kassym-Jomart »), « -t-il »."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from spacy.attrs import ORTH
from spacy.strings import get_string_id

from quifaitquoi.lexicon import actors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


#: What joined words hold: without any of them there is nothing to join.
JOINTS: Final = frozenset(map(get_string_id, ("-", "-t", "-T")))


def join_words(doc: Doc) -> Doc:
    """Join hyphenated names and inverted pronouns; « Togo-Russie » stays two names."""
    if JOINTS.isdisjoint(doc.to_array(ORTH).tolist()):
        return doc
    spans = [*_inversions(doc), *_hyphenated(doc)]
    with doc.retokenize() as retokenizer:
        for start, end in spans:
            retokenizer.merge(doc[start:end])
    return doc


def _inversions(doc: Doc) -> Iterator[tuple[int, int]]:
    """« -t » and « -il »: the parser was trained on them as one token."""
    for token in doc[:-1]:
        if token.lower_ == "-t" and not token.whitespace_ and token.nbor(1).text.startswith("-"):
            yield token.i, token.i + 2


def _hyphenated(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(doc) - 2:
        end = start
        while end + 2 < len(doc) and _is_joint(doc, end + 1):
            end += 2
        if end > start and not _is_axis(doc, start, end):
            yield start, end + 1
        start = end + 1


def _is_joint(doc: Doc, position: int) -> bool:
    """Whether a hyphen stands between two words without a space."""
    before, hyphen, after = doc[position - 1], doc[position], doc[position + 1]
    return (
        hyphen.text == "-"
        and not before.whitespace_
        and not hyphen.whitespace_
        and before.text[-1].isalnum()
        and after.text[0].isalnum()
    )


def _is_axis(doc: Doc, start: int, end: int) -> bool:
    """Whether every part names a state: « l'axe Lomé-Libreville »."""
    return all(actors.fold(doc[i].text) in _states() for i in range(start, end + 1, 2))


@cache
def _states() -> frozenset[str]:
    lexicon = actors.load()
    return (
        frozenset(lexicon.country_names) | frozenset(lexicon.capitals) | frozenset(lexicon.demonyms)
    )
