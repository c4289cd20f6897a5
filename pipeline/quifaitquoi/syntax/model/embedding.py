"""Word vectors of the model's first layer, computed once per word instead of once per token.

That layer sees one word at a time: the same word gives the same vector in every text. It takes two
fifths of the network's arithmetic; most tokens of an article are words met before.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from spacy.attrs import IDS, IS_SPACE, NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX
from thinc.api import Model, NumpyOps, chain

from quifaitquoi.syntax.model.encoding import no_training

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# What the layer may read of a token; the others of these follow from the first three.
KEY: Final = (ORTH, NORM, SPACY)
COLUMNS: Final = (*KEY, PREFIX, SUFFIX, SHAPE, IS_SPACE)
# Odd constants that spread three 64-bit values over one.
MIX: Final = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype=np.uint64)
#: Words whose vectors are kept (12 MB); then all are forgotten and the frequent ones soon back.
CAPACITY: Final = 30_000
# OpenBLAS takes rows by blocks (12 on AVX2, 16 on AVX-512) and multiplies few rows, or those left
# over behind the last block, by other instructions, whose last bits differ.
ROWS: Final = 48
ROWS_MIN: Final = 2 * ROWS


class SteadyOps(NumpyOps):  # type: ignore[misc]
    """Operations whose result for a row does not depend on the rows beside it.

    Matrices are multiplied by numpy's BLAS, twice as fast as the one that thinc brings.
    """

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(
        self,
        x: Any,  # noqa: ANN401 - arrays, as thinc has them
        y: Any,  # noqa: ANN401
        out: Any = None,  # noqa: ANN401
        trans1: bool = False,
        trans2: bool = False,
    ) -> Any:  # noqa: ANN401
        """Matrix product, as thinc's."""
        rows = x.shape[0]
        whole = max(ROWS_MIN, -(-rows // ROWS) * ROWS)
        if trans1 or out is not None or rows == whole:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        padded = np.zeros((whole, x.shape[1]), dtype=x.dtype)
        padded[:rows] = x
        return super().gemm(padded, y, trans2=trans2)[:rows]


class _Words:
    """Words in the place of a Doc, as far as the layer looks at one."""

    def __init__(self, vocab: Vocab, table: NDArray[np.uint64]) -> None:
        self.vocab = vocab
        self._table = table

    def __len__(self) -> int:
        return len(self._table)

    def to_array(self, columns: int | Sequence[int | str]) -> NDArray[np.uint64]:
        """See Doc.to_array."""
        if isinstance(columns, int):
            return np.ascontiguousarray(self._table[:, COLUMNS.index(columns)])
        ids = [IDS[column] if isinstance(column, str) else column for column in columns]
        return self._table[:, [COLUMNS.index(column) for column in ids]]


def remember_words(nlp: Language) -> dict[int, int]:
    """Make a model's shared `tok2vec` look words up that it has met; annotations stay the same.

    Gives what it remembers. A model whose first layer is not the one known here stays as it is.
    """
    known: dict[int, int] = {}
    if "tok2vec" not in nlp.pipe_names:
        return known
    component: Any = nlp.get_pipe("tok2vec")
    embed, encode = component.model.get_ref("embed"), component.model.get_ref("encode")
    extractors = [layer for layer in embed.walk() if layer.name == "extract_features"]
    columns = {IDS[column] for layer in extractors for column in layer.attrs["columns"]}
    if extractors and columns <= set(COLUMNS):
        component.model = chain(_remembering(embed, known), encode)
        component.model.set_ref("embed", embed)
        component.model.set_ref("encode", encode)
    return known


def _remembering(embed: Model[Any, Any], known: dict[int, int]) -> Model[Any, Any]:
    vectors = np.empty((CAPACITY, embed.get_dim("nO")), dtype=np.float32)
    lock = Lock()

    def forward(
        model: Model[Any, Any],  # noqa: ARG001 - thinc's signature
        docs: Sequence[Doc],
        is_train: bool,  # noqa: ARG001
    ) -> tuple[list[Any], Callable[[Any], Any]]:
        tokens = np.concatenate([cast("Any", doc).to_array(COLUMNS) for doc in docs])
        keys: list[int] = (tokens[:, : len(KEY)] * MIX).sum(axis=1, dtype=np.uint64).tolist()
        with lock:  # several threads may read, and what is known has one place
            places = {key: i for i, key in enumerate(keys) if key not in known}
            if len(known) + len(places) > CAPACITY:
                known.clear()
                places = {key: i for i, key in enumerate(keys)}
            if len(places) > CAPACITY:
                return embed(docs, is_train=False)
            if places:
                words = _Words(docs[0].vocab, tokens[list(places.values())])
                first, behind = len(known), len(known) + len(places)
                vectors[first:behind] = embed.predict([words])[0]
                known.update(zip(places, range(first, behind), strict=True))
            found = vectors[[known[key] for key in keys]]
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(found, ends[:-1]), no_training

    return Model("remembered", forward, layers=[embed])
