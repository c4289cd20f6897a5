"""A sentence as columns: a list of words, one of their parts of speech, and so on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.actors import fold

if TYPE_CHECKING:
    from quifaitquoi.syntax.sentence import Sentence

# Above this share of words in capitals, in more than this many, capitals are no evidence of a name.
CAPITALS_SHARE: Final = 0.6
SHORT: Final = 2

fold_word = lru_cache(maxsize=8_000)(fold)


class View:
    """Words of one sentence, each list indexed by token.

    `folds` are folded words; `key` is the folded sentence, `key_starts` says where each token
    starts in it and `by_key_end` which token comes after an end; `heads` are positions in the
    sentence (the root's is its own); `offset` plus a token's `idx` is its clean offset.
    """

    __slots__ = (
        "by_key_end", "deps", "features", "folds", "heads", "idx", "index", "key", "key_starts",
        "lemmas", "offset", "pos", "sentence", "shouted", "words",
    )  # fmt: skip

    def __init__(self, sentence: Sentence) -> None:
        tokens = sentence.tokens
        first, last = sentence.start, len(tokens) - 1
        self.sentence = sentence
        self.index = sentence.index
        self.offset = sentence.offset
        self.words = [token.text for token in tokens]
        self.pos = [token.pos_ for token in tokens]
        self.lemmas = [token.lemma_ for token in tokens]
        self.features = [token.morph for token in tokens]
        self.deps = [token.dep_ for token in tokens]
        heads = [token.head.i - first for token in tokens]
        self.heads = [h if 0 <= h <= last else min(max(h, 0), last) for h in heads]
        self.idx = [token.idx for token in tokens]
        self.folds = [fold_word(word) for word in self.words]
        written = [word for word in self.words if word[0].isalpha() and len(word) > 1]
        self.shouted = len(written) > SHORT and (
            sum(map(str.isupper, written)) > CAPITALS_SHARE * len(written)
        )
        self._lay_out([token.whitespace_ for token in tokens])

    def _lay_out(self, spaced: list[str]) -> None:
        parts: list[str] = []
        self.key_starts: list[int] = []
        self.by_key_end: dict[int, int] = {}
        length = 0
        gap = True
        for i, (key, space) in enumerate(zip(self.folds, spaced, strict=True)):
            self.key_starts.append(length)
            if key:
                parts.append(key)
                length += len(key)
                gap = False
                self.by_key_end[length] = i + 1
            if (space or not key) and not gap:
                parts.append(" ")
                length += 1
                gap = True
        self.key = "".join(parts)

    def __len__(self) -> int:
        return len(self.words)

    def start(self, i: int) -> int:
        """Clean offset at which token `i` starts."""
        return self.offset + self.idx[i]

    def stop(self, i: int) -> int:
        """Clean offset at which token `i` ends."""
        return self.offset + self.idx[i] + len(self.words[i])

    def text(self, first: int, end: int) -> str:
        """The words from token `first` to before token `end`, with the text's own spaces."""
        start = self.idx[first]
        words: list[str] = []
        for i in range(first, end):
            words.append(" " * (self.idx[i] > start) + self.words[i])
            start = self.idx[i] + len(self.words[i])
        return "".join(words)

    def folded(self, first: int, end: int) -> str:
        """The words from token `first` to before token `end`, folded as look-up keys are."""
        while end > first and not self.folds[end - 1]:
            end -= 1
        if end == first:
            return ""
        return self.key[
            self.key_starts[first] : self.key_starts[end - 1] + len(self.folds[end - 1])
        ]

    def governor(self, first: int, end: int) -> int:
        """The token of [first, end) whose head lies outside: the phrase's head in the tree."""
        for i in range(first, end):
            head = self.heads[i]
            if (head == i or not first <= head < end) and self.pos[i] in ("NOUN", "PROPN", "ADJ"):
                return i
        for i in range(first, end):
            head = self.heads[i]
            if head == i or not first <= head < end:
                return i
        return first
