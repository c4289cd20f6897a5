"""Nouns that say when something else was done, on built trees."""

from __future__ import annotations

import pytest

from quifaitquoi.actions.nouns import is_time
from quifaitquoi.syntax.frames import CHAINS, preposition
from tests.actions.notation import read, token


@pytest.mark.parametrize("word", sorted(CHAINS))
def test_a_noun_that_nothing_governs_ends_the_chain(word: str) -> None:
    noun = token(read(f"case(de) {word}*"), word)
    assert (noun.head, preposition(noun)) == (noun, "de")
    assert not is_time(noun)
