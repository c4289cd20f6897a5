"""Tokens are spaCy's, read once."""

from __future__ import annotations

import gc
from typing import Final

import pytest
from spacy.tokens import Doc

from quifaitquoi.syntax.tokens import Token, tokens, top
from quifaitquoi.syntax.verb_groups import verb_group
from tests.actions.notation import VOCAB, parsed, read

TREE: Final = (
    "nsubj(Le Kenya acl:relcl(nsubj(qui) a reçu=recevoir+part obj(Okello))) "
    "a rappelé=rappeler+part* obj(son ambassadeur nmod(de Lima)) , "
    "advcl(mark(en) expulsant=expulser+ger)"
)
WORDS: Final = ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "whitespace_")
RELATED: Final = ("children", "lefts", "ancestors", "subtree")


def test_each_attribute_is_that_of_spacy() -> None:
    doc = parsed(TREE)
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
    doc = parsed(TREE)
    assert tokens(doc)[0] is tokens(doc)[0]
    assert tokens(doc).text == doc.text


def test_released_tokens_go_without_the_collector() -> None:
    gc.collect()
    before = _tokens_in_use()
    doc = tokens(parsed(TREE))
    groups = [verb_group(token) for token in doc]
    assert _tokens_in_use() - before == len(groups)
    gc.disable()
    try:
        doc.release()
        del doc, groups
        assert _tokens_in_use() == before
    finally:
        gc.enable()


def _tokens_in_use() -> int:
    return sum(isinstance(one, Token) for one in gc.get_objects())


def test_no_token_before_the_first() -> None:
    first = read(TREE)[0]
    assert first.nbor().text == "Kenya"
    with pytest.raises(IndexError):
        first.nbor(-1)


def test_characters_lead_to_their_tokens_as_in_spacy() -> None:
    doc, other = read(TREE), parsed(TREE)
    for start in range(len(doc.text)):
        for end in range(start + 1, len(doc.text) + 1):
            span = other.char_span(start, end, alignment_mode="expand")
            if span is None or not len(span):
                continue
            found = doc.covering(start, end)
            assert [word.i for word in found] == [word.i for word in span], (start, end)
            assert top(found).i == span.root.i, span


def test_what_a_doc_carries() -> None:
    assert read(TREE).parsed
    bare = tokens(Doc(VOCAB, words=["Lima", "accuse"]))
    assert not bare.tagged
    assert not bare.parsed
