"""Tokens are spaCy's, read once."""

from __future__ import annotations

from typing import Final

import pytest

from quifaitquoi.syntax.tokens import text, tokens
from tests.actions.notation import read

TREE: Final = (
    "nsubj(Le Kenya acl:relcl(nsubj(qui) a reçu=recevoir+part obj(Okello))) "
    "a rappelé=rappeler+part* obj(son ambassadeur nmod(de Lima)) , "
    "advcl(mark(en) expulsant=expulser+ger)"
)
WORDS: Final = ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "whitespace_")
RELATED: Final = ("children", "lefts", "ancestors", "subtree")


def test_each_attribute_is_that_of_spacy() -> None:
    doc = read(TREE)
    assert len(tokens(doc)) == len(doc)
    for own, other in zip(tokens(doc), doc, strict=True):
        for name in WORDS:
            assert getattr(own, name) == getattr(other, name), (name, own)
        assert own.morph == frozenset(other.morph)
        for name in RELATED:
            assert {t.i for t in getattr(own, name)} == {t.i for t in getattr(other, name)}, name
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(own, name).i == getattr(other, name).i, (name, own)


def test_the_same_tokens_at_every_call() -> None:
    doc = read(TREE)
    assert tokens(doc)[0] is tokens(doc)[0]
    assert text(doc) == doc.text


def test_no_token_before_the_first() -> None:
    first = tokens(read(TREE))[0]
    assert first.nbor().text == "Kenya"
    with pytest.raises(IndexError):
        first.nbor(-1)
