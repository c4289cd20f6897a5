"""Nouns that say when something else was done, on built trees."""

from __future__ import annotations

import pytest

from quifaitquoi.actions.nouns import is_time, is_valued
from quifaitquoi.lexicon import actions
from quifaitquoi.syntax.frames import CHAINS, preposition
from tests.actions.notation import read, token


@pytest.mark.parametrize("word", sorted(CHAINS))
def test_a_noun_that_nothing_governs_ends_the_chain(word: str) -> None:
    noun = token(read(f"case(de) {word}*"), word)
    assert (noun.head, preposition(noun)) == (noun, "de")
    assert not is_time(noun)


@pytest.mark.parametrize(
    ("tree", "valued"),
    [
        ("nsubj(La formation) cop(est) la clé*", True),
        ("nsubj(Lima) insiste=insister+pres* obl:arg(sur la paix conj(et la formation))", True),
        ("nsubj(Cette formation) cop(est) la clé*", False),
        ("nsubj(La formation nmod(de 300+num femmes=femme+pl)) cop(est) la clé*", False),
        ("nsubj(Lima) ouvre=ouvrir+pres* obj(la formation)", False),
    ],
)
def test_what_is_held_dear_is_no_act(tree: str, *, valued: bool) -> None:
    noun = token(read(f"{tree} ."), "formation")
    assert is_valued(noun, actions.load()) is valued
