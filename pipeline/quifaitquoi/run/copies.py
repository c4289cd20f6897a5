"""Copies of one story: articles that say the same in the same words, as wire copies do.

An article is sketched by the smallest hashes of its sequences of five words. Sketches whose MinHash
signatures agree in a band are candidates, and the Jaccard similarity of the sketches decides.
"""

from __future__ import annotations

import re
import sqlite3
from base64 import b64decode, b64encode
from contextlib import ExitStack, closing
from functools import lru_cache
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

#: Words of a sequence.
SHINGLE: Final = 5
#: Hashes that a sketch keeps: all those of some 260 words, a fair sample of a longer text. The
#: similarity of two sketches is then within some .03 of that of the texts.
KEPT: Final = 256
#: An article of fewer sequences is no story.
KEPT_MIN: Final = 12
#: Similarity of a copy: its own lead, a cut of a third, a word changed here and there. Reports of
#: one event by different writers lie under .1.
SIMILAR: Final = 0.6
# Bands of a signature, and minima of one band: pairs of similarity .6 agree in one 9,996 times in
# 10,000, of .1 3 times in 100.
BANDS: Final = 32
ROWS: Final = 3
# Sketches held at a time.
HELD: Final = 1_000
# Bits of a place among the articles, of which a pair is one number.
PLACE: Final = 31
#: Articles in a file of their own, as far as memory is short.
SCHEMA: Final = """
pragma journal_mode = off;
create table found (published text, id text);
"""

_WORD: Final = re.compile(r"\w+")
_STEP: Final = np.uint64(0x9E3779B97F4A7C15)


class Sketched(NamedTuple):
    """An article as `duplicates` sees it: its id, publication date (or empty) and sketch."""

    id: str
    published: str
    sketch: str


def sketch(text: str) -> str:
    """The hashes that stand for a text, as base64; empty for one that is too short."""
    words = np.array([crc32(word.encode()) for word in _WORD.findall(text.lower())], np.uint64)
    if len(words) < SHINGLE + KEPT_MIN - 1:
        return ""
    count = len(words) - SHINGLE + 1
    hashes = np.zeros(count, np.uint64)
    for place in range(SHINGLE):
        hashes = _mixed(hashes + words[place : place + count])
    ordered = np.sort(hashes >> np.uint64(32))
    kept = ordered[np.append(True, ordered[1:] != ordered[:-1])][:KEPT]
    if len(kept) < KEPT_MIN:
        return ""
    return b64encode(kept.astype("<u4").tobytes()).decode("ascii")


def similarity(one: str, other: str) -> float:
    """Jaccard similarity of two sketched texts, 0 to 1: of what they say, the share both say."""
    return _jaccard(_hashes(one), _hashes(other))


def duplicates(articles: Iterable[Sketched], sketch_of: Callable[[str], str]) -> dict[str, str]:
    """Id of each copy to the id of the article that it is a copy of.

    That is the earliest published, of several the first by id; it is no copy itself, and the order
    of the articles does not matter. `sketch_of` gives the sketch of an id anew. The articles lie on
    disk meanwhile; memory holds some 40 bytes of each, and the copies.
    """
    with closing(sqlite3.connect("")) as base, ExitStack() as files:
        base.executescript(SCHEMA)
        columns = [files.enter_context(TemporaryFile()) for _ in range(BANDS)]
        sketched = (one for one in articles if one.sketch)
        while block := list(islice(sketched, HELD)):
            names = ((one.published or "9999", one.id) for one in block)
            base.executemany("insert into found values (?, ?)", names)
            bands = np.stack([_bands(one.sketch) for one in block])
            for column, values in zip(columns, bands.T, strict=True):
                column.write(values.tobytes())
        order = base.execute("select rowid from found order by published, id")
        rows = np.fromiter((row for (row,) in order), np.int64)

        def id_of(place: int) -> str:
            asked = base.execute("select id from found where rowid = ?", (int(rows[place]),))
            return str(asked.fetchone()[0])

        hashes = lru_cache(maxsize=HELD)(lambda place: _hashes(sketch_of(id_of(place))))
        copies: dict[int, int] = {}
        for place, first in _candidates(_read(column)[rows - 1] for column in columns):
            if place in copies or first in copies:
                continue
            if _jaccard(hashes(first), hashes(place)) >= SIMILAR:
                copies[place] = first
        return {id_of(place): id_of(first) for place, first in copies.items()}


def _read(column: IO[bytes]) -> Hashes:
    column.seek(0)
    return np.frombuffer(column.read(), np.uint64)


def _candidates(columns: Iterable[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of places that agree in a band, the greater first; in order.

    Of a run of places that agree, each comes with the first and with the one before it: every copy
    of a story meets its original without every pair being made.
    """
    pairs = np.zeros(0, np.int64)
    for column in columns:
        order = np.argsort(column, kind="stable")
        ordered = column[order]
        after = np.flatnonzero(ordered[1:] == ordered[:-1]) + 1
        for before in (np.searchsorted(ordered, ordered[after]), after - 1):
            pairs = np.union1d(pairs, order[after] << PLACE | order[before])
    for pair in pairs:
        yield int(pair) >> PLACE, int(pair) & (1 << PLACE) - 1


def _bands(sketched: str) -> Hashes:
    """One hash for each band of the MinHash signature."""
    hashes = _hashes(sketched)
    minima = _mixed(hashes[np.newaxis, :] + _seeds()[:, np.newaxis]).min(axis=1)
    band = np.zeros(BANDS, np.uint64)
    for row in minima.reshape(ROWS, BANDS):
        band = _mixed(band + row)
    return band


def _seeds() -> Hashes:
    return _mixed(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64) * _STEP)


def _jaccard(one: Hashes, other: Hashes) -> float:
    """Similarity, from the smallest hashes of both together.

    Up to the last hash of a full sketch both texts are known whole.
    """
    limit = min((part[-1] for part in (one, other) if len(part) == KEPT), default=None)
    if limit is not None:
        one, other = one[one <= limit], other[other <= limit]
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def _hashes(sketched: str) -> Hashes:
    return np.frombuffer(b64decode(sketched), "<u4").astype(np.uint64)


def _mixed(values: Hashes) -> Hashes:
    """Spread 64-bit values evenly (the finaliser of SplitMix64)."""
    values = values + _STEP
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
