"""Words met in passing, which are forgotten again: memory does not grow with what is read.

spaCy keeps every word that it meets. The first ones stay, the frequent ones among them; those that
come later are met in a zone of spaCy's, which frees its words when there are many.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

#: Strings of the vocabulary (words, their endings, shapes) that stay, and that come on top of them
#: before these are forgotten.
KEPT: Final = 13_000
PASSING: Final = 3_000
#: Strings that were forgotten, and words that were met, after which spaCy's tables of them are made
#: anew, as they keep the places of what is gone. The words that stay are then met again.
FORGOTTEN: Final = 40_000
MET: Final = 75_000

#: What a vocabulary is not to read anew.
PARTS: Final = ("strings", "vectors", "lookups")

#: By model, each of which lasts as long as the process (`load` keeps it).
_passing: Final[dict[Language, Passing]] = {}


def forget_words(nlp: Language, memos: Sequence[dict[Any, Any]]) -> None:
    """Let a model forget words that it meets in passing, and the memos what they hold of them."""
    _passing[nlp] = Passing(nlp, memos)


@contextmanager
def reading(nlp: Language) -> Iterator[None]:
    """Within, the words of Docs stay; a Doc that is kept any longer must not be looked at."""
    passing = _passing.get(nlp)
    if passing is None:
        yield
        return
    passing.begin()
    try:
        yield
    finally:
        passing.end()


class Passing:
    """A vocabulary that forgets what it met in passing, whenever nobody reads.

    `memos` hold words of it and are only added to, or emptied: what they learn in a zone goes too.
    """

    def __init__(self, nlp: Language, memos: Sequence[dict[Any, Any]]) -> None:
        self._nlp = nlp
        self._strings = nlp.vocab.strings
        self._memos = memos
        self._sizes = [len(memo) for memo in memos]
        self._kept = 0
        self._forgotten = 0
        self._readers = 0
        self._lock = Lock()
        self._zone = ExitStack()

    def begin(self) -> None:
        """Somebody reads; words are forgotten before, if there are many and nobody reads yet."""
        with self._lock:
            if not self._readers and len(self._strings) > max(KEPT, self._kept + PASSING):
                self._forget()
            self._readers += 1

    def end(self) -> None:
        """Somebody has read."""
        with self._lock:
            self._readers -= 1

    def _forget(self) -> None:
        """Leave the zone, if there is one, and enter another."""
        before = len(self._strings)
        self._zone.close()
        self._forgotten += before - len(self._strings)
        if self._kept:
            for memo, size in zip(self._memos, self._sizes, strict=True):
                while len(memo) > size:
                    memo.popitem()
        if self._forgotten > FORGOTTEN:
            self._strings.from_bytes(b"[]")  # nothing is added, to a new table
            self._forgotten = 0
        if len(self._nlp.vocab) > MET:
            self._nlp.vocab.from_bytes(b"\x80", exclude=PARTS)  # an empty map
        self._sizes = [len(memo) for memo in self._memos]
        self._kept = len(self._strings)
        self._zone.enter_context(self._nlp.memory_zone())
