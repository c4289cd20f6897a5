"""The list of hyphenated words, written shorter, holds the same; letters alone match nothing."""

from __future__ import annotations

import re
from typing import Final

import pytest
from spacy.lang.fr import French
from spacy.lang.fr.tokenizer_exceptions import TOKEN_MATCH

from quifaitquoi.syntax.model.patterns import FLAGS, shortened, spare_letters

PATTERN: Final[str] = TOKEN_MATCH.__self__.pattern
WORDS: Final = (
    "faux-vampire", "Rond-de-cuir", "saut-de-ski", "pet-en-l'air", "entr'abat", "États-Unis",
    "ÉTATS-UNIS", "premier-ministre", "vice-président", "chat-huant", "villeneuve-lès",
    "villiers-le", "bourg-la", "quelque-chose", "mot", "Togo-Russie", "anti", "anti-", "anti-é",
    "anti-É'a", "anti-1", "x-sur-y", "x-sur-1", "sur-x", "vie-a", "tri-a", "new-york",
    "new-york\n", "",
)  # fmt: skip


def test_the_pattern_is_short() -> None:
    assert len(shortened(PATTERN)) < len(PATTERN) / 10


@pytest.mark.parametrize("word", WORDS)
def test_the_same_words(word: str) -> None:
    assert bool(re.match(shortened(PATTERN), word)) is bool(TOKEN_MATCH(word))


@pytest.mark.parametrize("pattern", [f"{FLAGS}(?:a)|b", f"{FLAGS}(?:a|(?:b)c)", "(?:a)|(?:b)"])
def test_another_pattern_stays(pattern: str) -> None:
    assert shortened(pattern) == pattern


def test_letters_alone_are_not_asked() -> None:
    plain, spared = French().tokenizer, French().tokenizer
    spare_letters(spared)
    letters = [chr(code) for code in range(0x3000) if chr(code).isalpha()]
    for text in (*WORDS, *letters, *map("km{}".format, letters), "l'État-major", "(12km)...", "a²"):
        assert [token.text for token in spared(text)] == [token.text for token in plain(text)]
    assert spared.suffix_search("mots") is spared.token_match("mots") is None
    assert spared.suffix_search("mots.")
