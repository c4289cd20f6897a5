"""The model's long lists, its words' vectors and lemmas, as sorted arrays that are not loaded.

spaCy reads 500,000 keys of vectors and 400,000 lemmas into dictionaries, a second and 200 MB. Words
are told apart by their 64-bit hash, as spaCy does.
"""

from __future__ import annotations

import hashlib
import json
import sys
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from spacy.attrs import ORTH
from spacy.lookups import Lookups
from spacy.strings import get_string_id
from spacy.util import get_model_meta, get_package_path, is_package, load_config
from spacy.vectors import BaseVectors, Vectors

from quifaitquoi.syntax.model.arrays import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer

    from quifaitquoi.syntax.model.arrays import Arrays

#: Of what is kept; to be changed with it.
VERSION: Final = 1
#: What spaCy is not to load of a model whose lists are read here.
LISTS: Final = ("vectors", "lemmatizer")
#: Files of a model that hold them; the vectors themselves lie in one that is mapped as it is.
KEYS, KIND, LEMMAS, DATA = (
    "vocab/key2row", "vocab/vectors.cfg", "lemmatizer/lookups/lookups.bin", "vocab/vectors",
)  # fmt: skip
#: The table that `VerbLemmas` asks for: every infinitive of the others.
INFINITIVES: Final = "quifaitquoi_infinitives"


def folder_of(model: str) -> Path | None:
    """Where an installed model has its lists; None for one whose lists spaCy must read itself."""
    if not is_package(model):
        return None
    package = get_package_path(model)
    meta = get_model_meta(package)
    folder = package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    if not all((folder / name).is_file() for name in (KEYS, KIND, LEMMAS, DATA)):
        return None
    lemmatizer = load_config(folder / "config.cfg")["components"].get("lemmatizer", {})
    rules = lemmatizer.get("factory") == "lemmatizer" and lemmatizer.get("mode") == "rule"
    plain = json.loads((folder / KIND).read_bytes()) == {"mode": "default"}
    known = rules and not lemmatizer.get("overwrite") and plain and meta["lang"] == "fr"
    return folder if known and len(np.load(folder / DATA, mmap_mode="r")) else None


def add_lists(nlp: Language, folder: Path) -> None:
    """Give a model that was loaded without its LISTS the same of a folder."""
    digest = hashlib.sha256(f"{VERSION} {sys.byteorder}".encode())
    for name in (KEYS, LEMMAS):
        digest.update((folder / name).read_bytes())
    found = kept(digest.hexdigest(), lambda: dict(_made(folder)))
    data = np.load(folder / DATA, mmap_mode="r")
    nlp.vocab.vectors = SortedVectors(found["vectors"], found["vectors.rows"], data)
    lemmatizer = cast("Lemmatizer", nlp.add_pipe("lemmatizer", config={"mode": "rule"}))
    lemmatizer.lookups = _lookups(found)


def infinitives(lookups: Lookups) -> Iterable[str]:
    """Every verb of a French lemmatizer's tables."""
    yield from lookups.get_table("lemma_index")["verb"]
    for lemmas in lookups.get_table("lemma_exc")["verb"].values():
        yield from lemmas


class SortedVectors(BaseVectors):  # type: ignore[misc]
    """Vectors by sorted keys. Those of words that are joined (words.py) are kept beside them."""

    mode: Final = "default"
    attr: Final = ORTH
    #: For spaCy, which would make room before a new one.
    is_full: Final = False

    def __init__(
        self, keys: NDArray[np.uint64], rows: NDArray[np.uint32], data: NDArray[np.float32]
    ) -> None:
        self.name = None
        self.data = data
        self._keys = keys
        self._rows = rows
        self.joined: dict[int, NDArray[np.float32]] = {}

    @property
    def shape(self) -> tuple[int, ...]:
        """Rows and columns, as spaCy asks for them."""
        return self.data.shape

    @property
    def size(self) -> int:
        """All numbers, as spaCy asks for them."""
        return self.data.size

    @property
    def n_keys(self) -> int:
        """Words with a vector."""
        return len(self._keys) + len(self.joined)

    def __len__(self) -> int:
        return len(self.data)

    def __contains__(self, key: int) -> bool:
        return key in self.joined or bool(self._found(np.array([key], np.uint64))[1][0])

    def __getitem__(self, key: int) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.get_batch(np.array([key], np.uint64))[0]
        return vector

    def add(self, key: int, *, vector: NDArray[np.float32]) -> int:
        """Keep the vector of a word that has none; it has no row."""
        self.joined[key] = np.asarray(vector, np.float32)
        return -1

    def get_batch(self, keys: NDArray[np.uint64]) -> NDArray[np.float32]:
        """A row for each key, of zeros where there is no vector."""
        places, known = self._found(keys)
        found = np.zeros((len(keys), self.data.shape[1]), np.float32)
        found[known] = self.data[self._rows[places[known]]]
        for i in np.flatnonzero(~known).tolist():
            if (vector := self.joined.get(int(keys[i]))) is not None:
                found[i] = vector
        return found

    def _found(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.bool]]:
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return places, self._keys[places] == keys


class Words:
    """Words with their lemmas, or a set of words, whose lemmas are none.

    `values` numbers the lemmas of each key, which are JSON in `text` from one of `starts` on.
    """

    def __init__(
        self,
        keys: NDArray[np.uint64],
        values: NDArray[np.uint32],
        text: NDArray[np.uint8],
        starts: NDArray[np.uint32],
    ) -> None:
        self._keys = memoryview(keys)  # type: ignore[arg-type]  # gives an item in half the time
        self._values = values
        self._text = text
        self._starts = starts

    def __contains__(self, word: str) -> bool:
        return self._place(word) is not None

    def get(self, word: str, default: Sequence[str] = ()) -> Sequence[str]:
        """The lemmas of a word."""
        place = self._place(word)
        if place is None:
            return default
        number = int(self._values[place])
        start, end = self._starts[number : number + 2].tolist()
        lemmas: list[str] = json.loads(self._text[start:end].tobytes())
        return lemmas

    def _place(self, word: str) -> int | None:
        key = get_string_id(word)
        place = bisect_left(self._keys, key)
        return place if place < len(self._keys) and self._keys[place] == key else None


def _lookups(found: Arrays) -> Lookups:
    """The lemmatizer's tables, as far as it and `VerbLemmas` ask them."""
    lookups = Lookups()
    nested: dict[str, dict[int, Words]] = {"lemma_exc": {}, "lemma_index": {}}
    for name in found:
        if f"{name}.values" not in found:
            continue
        words = Words(found[name], found[f"{name}.values"], found["text"], found["text.starts"])
        table, _, tag = name.partition(" ")
        if tag:
            nested[table][int(tag)] = words
        else:
            lookups.set_table(table, cast("Any", words))
    rules = json.loads(found["rules"].tobytes())
    lookups.add_table("lemma_rules", {int(tag): rows for tag, rows in rules.items()})
    for table, by_tag in nested.items():
        lookups.add_table(table, by_tag)
    return lookups


def _made(folder: Path) -> Iterator[tuple[str, NDArray[Any]]]:
    vectors = Vectors().from_disk((folder / KEYS).parent, exclude=["strings"])
    keys, order = _sorted(vectors.key2row)
    yield "vectors", keys
    yield "vectors.rows", np.fromiter(vectors.key2row.values(), np.uint32)[order]
    lookups = Lookups().from_disk((folder / LEMMAS).parent)
    numbers: dict[tuple[str, ...], int] = {}
    for name, words in _word_tables(lookups):
        keys, order = _sorted(words)
        values = [numbers.setdefault(tuple(one), len(numbers)) for one in words.values()]
        yield name, keys
        yield f"{name}.values", np.array(values, np.uint32)[order]
    encoded = [json.dumps(lemmas, ensure_ascii=False).encode() for lemmas in numbers]
    yield "text", np.frombuffer(b"".join(encoded), np.uint8)
    yield "text.starts", np.cumsum([0, *map(len, encoded)], dtype=np.uint32)
    rules = json.dumps(lookups.get_table("lemma_rules"))
    yield "rules", np.frombuffer(rules.encode(), np.uint8)


def _word_tables(lookups: Lookups) -> Iterator[tuple[str, Mapping[int, Sequence[str]]]]:
    """Tables by name, of a table that has one for each tag with the tag behind it."""
    yield "lemma_lookup", lookups.get_table("lemma_lookup")
    for tag, lemmas in lookups.get_table("lemma_exc").items():
        yield f"lemma_exc {tag}", {get_string_id(word): one for word, one in lemmas.items()}
    for tag, words in lookups.get_table("lemma_index").items():
        yield f"lemma_index {tag}", dict.fromkeys(map(get_string_id, words), ())
    yield INFINITIVES, dict.fromkeys(map(get_string_id, infinitives(lookups)), ())


def _sorted(words: Mapping[int, object]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    keys = np.fromiter(words, np.uint64)
    order = np.argsort(keys)
    return keys[order], order
