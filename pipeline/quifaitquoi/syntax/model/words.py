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


HYPHEN: Final = get_string_id("-")
INVERSIONS: Final = frozenset(map(get_string_id, ("-t", "-T")))


def join_words(doc: Doc) -> Doc:
    """Join hyphenated names and inverted pronouns; « Togo-Russie » stays two names."""
    keys: list[int] = doc.to_array(ORTH).tolist()
    hyphens = [i for i, key in enumerate(keys) if key == HYPHEN and _is_joint(doc, i)]
    spans = [(i, i + 2) for i, key in enumerate(keys) if key in INVERSIONS and _is_inverted(doc, i)]
    spans += [(start, end) for start, end in _chains(hyphens) if not _is_axis(doc, start, end)]
    if spans:
        with doc.retokenize() as retokenizer:
            for start, end in spans:
                retokenizer.merge(doc[start:end])
    return doc


def _is_inverted(doc: Doc, i: int) -> bool:
    """« -t » and « -il »: the parser was trained on them as one token."""
    return i + 1 < len(doc) and not doc[i].whitespace_ and doc[i + 1].text.startswith("-")


def _is_joint(doc: Doc, i: int) -> bool:
    """Whether a hyphen stands between two words without a space."""
    return (
        0 < i < len(doc) - 1
        and not doc[i - 1].whitespace_
        and not doc[i].whitespace_
        and doc[i - 1].text[-1].isalnum()
        and doc[i + 1].text[0].isalnum()
    )


def _chains(hyphens: list[int]) -> Iterator[tuple[int, int]]:
    """Words that hyphens join, as first and behind the last: those of « A-B-C » are one."""
    starts = [i for i in hyphens if i - 2 not in hyphens]
    ends = [i for i in hyphens if i + 2 not in hyphens]
    for first, last in zip(starts, ends, strict=True):
        yield first - 1, last + 2


def _is_axis(doc: Doc, start: int, end: int) -> bool:
    """Whether every part names a state: « l'axe Lomé-Libreville »."""
    return all(actors.fold(doc[i].text) in _states() for i in range(start, end, 2))


@cache
def _states() -> frozenset[str]:
    lexicon = actors.load()
    return (
        frozenset(lexicon.country_names) | frozenset(lexicon.capitals) | frozenset(lexicon.demonyms)
    )
