"""The model's lists give what spaCy reads from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
import spacy
from spacy.strings import get_string_id

from quifaitquoi.syntax import model as parse
from quifaitquoi.syntax.model import lookups

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.lookups import Lookups
    from spacy.pipeline import Lemmatizer

pytestmark = pytest.mark.model

UNKNOWN = ("", "zzyx", "réclamèrentt", "Kassym-Jomart", "𝄞")


@pytest.fixture(scope="module")
def ours() -> Language:
    return parse.load.__wrapped__()  # vectors of words that other tests joined are not in it


@pytest.fixture(scope="module")
def plain() -> Language:
    names = ("tok2vec", "morphologizer", "parser", "senter", *parse.EXCLUDED, *parse.NOT_READ)
    return spacy.load(parse.MODEL, exclude=names)


def tables(nlp: Language) -> Lookups:
    return cast("Lemmatizer", nlp.get_pipe("lemmatizer")).lookups


def test_lemmas(ours: Language, plain: Language) -> None:
    known, given = (tables(nlp).get_table("lemma_exc") for nlp in (plain, ours))
    assert known.keys() == given.keys()
    for tag, lemmas in known.items():
        assert all(given[tag].get(word) == one for word, one in lemmas.items())
        assert all(word in lemmas or word not in given[tag] for word in UNKNOWN)
        assert all(given[tag].get(word, None) == lemmas.get(word) for word in UNKNOWN)


def test_known_words(ours: Language, plain: Language) -> None:
    known, given = (tables(nlp).get_table("lemma_index") for nlp in (plain, ours))
    assert known.keys() == given.keys()
    verbs = set(known["verb"])
    for tag, words in known.items():
        assert all(word in given[tag] for word in words)
        others = verbs - set(words)
        assert not any(word in given[tag] for word in (*others, *UNKNOWN))


def test_other_tables(ours: Language, plain: Language) -> None:
    known, given = tables(plain), tables(ours)
    assert dict(known.get_table("lemma_rules")) == dict(given.get_table("lemma_rules"))
    table, words = (one.get_table("lemma_lookup") for one in (known, given))
    assert all(words.get(key) == lemmas for key, lemmas in table.items())
    assert all(words.get(word, None) is None for word in UNKNOWN)
    verbs = given.get_table(lookups.INFINITIVES)
    assert all(word in verbs for word in lookups.infinitives(known))
    assert not any(word in verbs for word in UNKNOWN)


def test_vectors(ours: Language, plain: Language) -> None:
    theirs: Any = plain.vocab.vectors
    keys = np.fromiter(theirs.key2row, np.uint64)
    rows = np.fromiter(theirs.key2row.values(), np.int64)
    for start in range(0, len(keys), 50_000):
        found = ours.vocab.vectors.get_batch(keys[start : start + 50_000])
        assert np.array_equal(found, theirs.data[rows[start : start + 50_000]])
    missing = np.array([get_string_id(word) for word in UNKNOWN], np.uint64)
    assert not ours.vocab.vectors.get_batch(missing).any()


def test_vectors_of_joined_words(ours: Language, plain: Language) -> None:
    text = "Abcde-Brigitte et Ben-Zzyx rencontrent Abcde-Brigitte."
    for nlp in (ours, plain):
        assert [t.text for t in parse.join_words(nlp.make_doc(text)) if "-" in t.text][:2] == [
            "Abcde-Brigitte",
            "Ben-Zzyx",
        ]
    for word in ("Abcde-Brigitte", "Ben-Zzyx", "Brigitte"):
        one, other = (nlp.vocab.get_vector(word) for nlp in (ours, plain))
        assert one.any()
        assert np.array_equal(one, other)
    assert ours.vocab.vectors.shape == (20_000, 300)  # no row was added


def test_a_model_of_another_kind_is_read_by_spacy() -> None:
    assert lookups.folder_of(parse.MODEL) is not None
    assert lookups.folder_of("no_such_model") is None
