"""The network as it is read here gives what spaCy's own way of reading gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from thinc.api import Model

from quifaitquoi.syntax import model as parse
from quifaitquoi.syntax.model import embedding, encoding

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

TEXTS = (
    "Le ministre a reçu l'ambassadeur du Kenya. Ils ont signé un accord.",
    "Oui.",
    "La CGT manifeste mardi à Paris, où le président a rencontré M. Diop " * 30,
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(parse.MODEL, exclude=[*parse.EXCLUDED, "lemmatizer"])


def test_words_are_remembered_and_rows_read_together() -> None:
    component: Any = parse.load().get_pipe("tok2vec")
    assert component.model.layers[0].name == "remembered"
    assert component.model.get_ref("encode").layers[0].name == "by_rows"


def test_same_vectors_to_the_last_bit() -> None:
    ours: Any = parse.load().get_pipe("tok2vec")
    by_rows = ours.model.get_ref("encode").layers[0]
    rows = np.random.default_rng(0).normal(size=(2 * encoding.ROWS + 7, 96)).astype(np.float32)
    # The layers that were replaced still hang below, with the same operations.
    assert np.array_equal(by_rows.predict(rows), by_rows.layers[0].predict(rows))


def test_same_trees(plain: Language) -> None:
    ours = [doc.to_array(["HEAD", "DEP", "SENT_START"]) for doc in _docs(parse.load())]
    theirs = [doc.to_array(["HEAD", "DEP", "SENT_START"]) for doc in _docs(plain)]
    assert all(np.array_equal(one, other) for one, other in zip(ours, theirs, strict=True))


def _docs(nlp: Language) -> list[Any]:
    return list(nlp.pipe(TEXTS))


def test_a_word_whose_vector_could_not_be_made_is_not_known() -> None:
    fails = [True]

    def forward(_: object, docs: list[Any], is_train: bool) -> tuple[list[Any], object]:
        del is_train
        if fails.pop():
            raise MemoryError
        return [np.ones((len(doc), 2), dtype=np.float32) for doc in docs], encoding.no_training

    known: dict[int, int] = {}
    model = embedding._remembering(Model("embed", forward, dims={"nO": 2}), known)
    docs = [spacy.blank("fr").make_doc("Lima proteste.")]
    with pytest.raises(MemoryError):
        model.predict(docs)
    assert not known
    fails.append(False)
    assert model.predict(docs)[0].tolist() == [[1, 1]] * 3
