"""At which step a word is lost; the sentences are examples of one step each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.records.actions import Step
from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from quifaitquoi.run.stages import Pipeline


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "step", "reason"),
    [
        ("Le Kenya a [mangé] avec le Pérou.", Step.WORD, "read as VERB"),
        ("Le Kenya a [levé] la main.", Step.SENSE, "obj"),
        ("Il faut [condamner] cela sans tarder.", Step.PARTY, "no actor in the sentence"),
        ("Le Kenya se prépare pour [renforcer] les liens.", Step.GATE, "where it stands"),
        (
            "Le Kenya a invité le Pérou à [participer] à la réunion.",
            Step.WEEDED,
            "content of another act",
        ),
    ],
)
def test_a_word_is_lost_at_its_step(
    loaded: Pipeline, sentence: str, step: Step, reason: str
) -> None:
    start = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    (trace,) = (one for one in loaded.trace(Article("a", text)) if one.start == start)
    assert text[trace.start : trace.end] == sentence[start + 1 : sentence.index("]")]
    assert (trace.step, trace.reason) == (step, reason)
    assert trace.word


@pytest.mark.model
def test_every_word_has_a_trace(loaded: Pipeline) -> None:
    text = "Le Kenya a condamné le Pérou.\nLe Pérou dément."
    traces = loaded.trace(Article("a", text))
    words = [text[one.start : one.end] for one in traces]
    assert "".join(words) == "".join(text.split())
    # An event is told too: what comes after the rules may leave it out.
    assert next(one for one in traces if one.word == "condamner").reason.startswith("a noun")


@pytest.mark.model
def test_a_condition_is_told_as_the_tables_write_it(loaded: Pipeline) -> None:
    (trace,) = (
        one for one in loaded.trace(Article("a", "Le Kenya a levé la main.")) if one.start == 11
    )
    assert trace.detail.startswith("obj:")
    assert trace.detail.endswith("|...")
