"""The encoder of the model's shared `tok2vec`, some rows of all its layers at a time.

thinc reads every word of a batch by one layer before the next; what lies between is larger than the
processor's cache. The arithmetic here is thinc's, to the last bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.language import Language

LAYER: Final = "residual(expand_window>>maxout>>layernorm>>dropout)"
#: Rows read together: their arrays stay in the cache, and the rows that are read twice are few.
ROWS: Final = 1_000


def encode_by_rows(nlp: Language) -> None:
    """Make a model's shared `tok2vec` read by rows; annotations stay the same.

    A model whose encoder is not the one known here stays as it is.
    """
    if "tok2vec" not in nlp.pipe_names:
        return
    component: Any = nlp.get_pipe("tok2vec")
    (layers,) = component.model.get_ref("encode").layers[:1] or (None,)
    if layers is not None and all(
        layer.name == LAYER and layer.layers[0].layers[0].attrs["window_size"] == 1
        for layer in layers.layers
    ):
        component.model.get_ref("encode").layers[0] = _by_rows(layers)


def _by_rows(layers: Model[Any, Any]) -> Model[Any, Any]:
    compiled = [_Layer(layer) for layer in layers.layers]
    margin = len(compiled)  # each layer sees one row to either side

    def forward(
        model: Model[Any, Any],
        rows: NDArray[np.float32],
        is_train: bool,  # noqa: ARG001 - thinc's signature
    ) -> tuple[NDArray[np.float32], Callable[[Any], Any]]:
        found = np.empty_like(rows)
        for start in range(0, len(rows), ROWS):
            first, end = max(0, start - margin), start + ROWS
            seen = rows[first : end + margin]
            for layer in compiled:
                seen = layer(seen, model.ops)
            found[start:end] = seen[start - first : end - first]
        return found, no_training

    return Model("by_rows", forward, layers=[layers])


class _Layer:
    """One layer: a row and its neighbours, the largest of some products, normalised, added."""

    def __init__(self, layer: Any) -> None:  # noqa: ANN401 - a model of many types
        _, perceptron = layer.layers[0].layers
        maxout, norm = perceptron.layers[0].layers
        weights = maxout.get_param("W")
        self._width, self._pieces, columns = weights.shape
        # All first pieces, all second ones: the largest is then found over whole rows.
        self._weights = np.ascontiguousarray(weights.swapaxes(0, 1).reshape(-1, columns).T)
        self._bias = np.ascontiguousarray(maxout.get_param("b").T).ravel()
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, rows: NDArray[np.float32], ops: Any) -> NDArray[np.float32]:  # noqa: ANN401
        width = self._width
        windows = np.zeros((len(rows), 3 * width), dtype=np.float32)
        windows[1:, :width] = rows[:-1]
        windows[:, width : 2 * width] = rows
        windows[:-1, 2 * width :] = rows[1:]
        products = ops.gemm(windows, self._weights)
        products += self._bias
        best: NDArray[np.float32] = products[:, :width].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, products[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.square(best).mean(axis=1, keepdims=True) + 1e-08) ** -0.5
        best *= self._scale
        best += self._shift
        best += rows
        return best


def no_training(_: object) -> object:
    """In the place of thinc's way back."""
    msg = "a model that was made for reading is not for training"
    raise NotImplementedError(msg)
