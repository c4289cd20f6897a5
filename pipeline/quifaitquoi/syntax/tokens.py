"""The tokens of a Doc under spaCy's names, with what the rules ask of them read once.

A token of spaCy's looks each attribute up in the Doc whenever it is asked, and makes its head and
children anew; the rules ask much more often than there are tokens. Lemmas and the repair of verbs
are written to these tokens alone; then nothing changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import count, repeat
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc

COLUMNS: Final = tuple("ORTH LOWER LEMMA POS DEP MORPH IDX SPACY HEAD SENT_START".split())
# Where a Doc of spaCy's keeps what was read of it, so that every stage has the same.
TOKENS: Final = "quifaitquoi.tokens"
#: How spaCy writes that a word has no features.
NO_FEATURES: Final = "_"
#: Words of a vocabulary that are kept; then the frequent ones are soon back.
CAPACITY: Final = 10_000
Reading = TypeVar("Reading")


class Token:
    """A token; every attribute is what spaCy's of that name is, at the time of reading.

    `doc` are all tokens of the Doc, `children` and `lefts` are in order of the text, `morph` are
    features such as `VerbForm=Inf`.
    """

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "lefts", "lemma_", "lower_", "morph",
        "pos_", "text", "whitespace_",
    )  # fmt: skip

    head: Token
    children: tuple[Token, ...]
    lefts: tuple[Token, ...]

    def __init__(
        self,
        doc: Doc,
        i: int,
        text: str,
        lower: str,
        lemma: str,
        pos: str,
        dep: str,
        morph: frozenset[str],
        idx: int,
        whitespace: str,
    ) -> None:
        self.doc = doc
        self.i = i
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos_ = pos
        self.dep_ = dep
        self.morph = morph
        self.idx = idx
        self.whitespace_ = whitespace
        self.children = self.lefts = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def hang_on(self, head: Token) -> None:
        """Give it another head, or make it a root by giving it itself."""
        if self.head is not self:
            self.head.hold([child for child in self.head.children if child is not self])
        self.head = head
        if head is not self:
            head.hold(sorted((*head.children, self), key=lambda child: child.i))

    def hold(self, children: Sequence[Token]) -> None:
        """Have these children, in order of the text."""
        self.children = tuple(children)
        self.lefts = tuple([child for child in children if child.i < self.i])

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places behind, or before; raises IndexError outside the Doc."""
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc[self.i + distance]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head and so on."""
        current = self
        while current.head is not current:
            current = current.head
            yield current

    def is_ancestor(self, other: Token) -> bool:
        """Whether another token hangs on this one, directly or not."""
        return self in other.ancestors

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, each before its children."""
        waiting = [self]
        while waiting:
            token = waiting.pop()
            yield token
            waiting += reversed(token.children)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=lambda token: token.i)


class Doc(list[Token]):
    """The tokens of a block, with its text; offsets are those of its characters.

    `tagged` and `parsed`: whether they have parts of speech, and a tree; `sentence_starts`: where
    the parser begins a sentence; `readings`: what was read of single tokens, by reader and index.
    """

    __slots__ = (
        "_words", "parsed", "readings", "sentence_starts", "starts", "tagged", "text",
    )  # fmt: skip

    def lay_out(self, starts: list[int], sentence_starts: list[int]) -> None:
        """Read what the tokens say together; `starts` are their offsets."""
        self.starts = starts
        self.sentence_starts = sentence_starts
        self._words: frozenset[str] | None = None
        self.readings: defaultdict[object, dict[int, Any]] = defaultdict(dict)
        self.text = "".join([token.text + token.whitespace_ for token in self])
        self.tagged = bool(self) and bool(self[0].pos_)
        self.parsed = self.tagged and bool(self[0].dep_)

    @property
    def words(self) -> frozenset[str]:
        """Its words and their lemmas, in lower case."""
        if self._words is None:
            lemmas = {token.lemma_ for token in self}
            self._words = frozenset({token.lower_ for token in self}).union(map(str.lower, lemmas))
        return self._words

    def release(self) -> None:
        """Let the tokens go when all is read: each holds the others, which a collector must find.

        Nothing can be read afterwards.
        """
        for token in self:
            del token.head
        self.readings.clear()
        self.clear()

    def at(self, offset: int) -> Token:
        """The token that holds the character at `offset`, or has it behind it."""
        return self[max(bisect_right(self.starts, offset) - 1, 0)]

    def covering(self, start: int, end: int) -> list[Token]:
        """The tokens of which characters of [start, end) are."""
        first = self.at(start)
        behind = start >= first.idx + len(first)
        return self[first.i + behind : self.at(end - 1).i + 1]


def tokens(doc: SpacyDoc) -> Doc:
    """The tokens of a Doc of spaCy's that is parsed, the same at every call."""
    found: Doc | None = doc.user_data.get(TOKENS)
    if found is None:
        found = doc.user_data[TOKENS] = _read(doc)
    return found


def once(reader: Callable[[Token], Reading]) -> Callable[[Token], Reading]:
    """A reader of tokens whose readings are kept: nothing changes after the parse."""

    def read(token: Token) -> Reading:
        kept: dict[int, Reading] = token.doc.readings[reader]
        if token.i not in kept:
            kept[token.i] = reader(token)
        return kept[token.i]

    return read


def lemma_of(token: Token) -> str:
    """Lemma in lower case."""
    return token.lemma_.lower()


def top(words: list[Token]) -> Token:
    """The word of a stretch of text that stands highest in the tree; of several the first."""
    outside = [word for word in words if word.head is word or word.head not in words]
    return min(outside or words[:1], key=_depth)


def _depth(word: Token) -> tuple[bool, int]:
    """How far down in the tree; a bare comma or bracket stands below all words."""
    mark = not word.children and not any(map(str.isalnum, word.text))
    return mark, sum(1 for _ in word.ancestors)


def _read(doc: SpacyDoc) -> Doc:
    columns = cast("Any", doc).to_array(COLUMNS).T.tolist()
    *words, morphs, idx, spaces, heads, sentences = columns
    names = _names(doc.vocab.strings)
    features = {key: features_of(names[key]) for key in set(morphs)}
    found = Doc()
    found.extend(
        map(
            Token,
            repeat(found),
            count(),
            *(map(names.__getitem__, column) for column in words),
            map(features.__getitem__, morphs),
            idx,
            map(("", " ").__getitem__, spaces),
        )
    )
    found.lay_out(idx, [0, *[i for i, start in enumerate(sentences) if i and start == 1]])
    for token, distance in zip(found, heads, strict=True):
        if distance:
            head = found[(token.i + distance) % 2**64]  # below 0 it comes without its sign
            token.head = head
            head.children += (token,)
            if token.i < head.i:
                head.lefts += (token,)
        else:
            token.head = token
    return found


class _Names(dict[int, str]):
    """Strings of a vocabulary by their keys, kept, as it takes long to ask for one."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        if len(self) >= CAPACITY:
            self.clear()
        name = self[key] = self._strings[key]
        return name


_names = lru_cache(maxsize=1)(_Names)


@lru_cache(maxsize=2_000)
def features_of(written: str) -> frozenset[str]:
    """Features of « Mood=Ind|Tense=Pres »; each of the values of « PronType=Int,Rel » is one."""
    if written == NO_FEATURES:
        return frozenset()
    pairs = (pair.partition("=") for pair in filter(None, written.split("|")))
    return frozenset(f"{name}={value}" for name, _, values in pairs for value in values.split(","))
