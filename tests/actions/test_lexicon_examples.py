"""The example of every row of data/actions, read by the real pipeline.

The trigger must become an event of the row's type, or none where the type is `-`. Rows for which
this fails are listed in known_misses.txt; a new one fails the test, and so does one that works by
now. To write the list anew, after looking at what was lost:

    python -m pytest tests/actions/test_lexicon_examples.py --write-known-misses
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi import clean
from quifaitquoi.records.articles import Article
from quifaitquoi.syntax import model as parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.lexicon.actions import Sense
    from quifaitquoi.run.stages import Pipeline

KNOWN: Final = Path(__file__).with_name("known_misses.txt")
HEADER: Final = """\
# Rows of data/actions whose example the pipeline does not read as the row says, by rule id.
# Written by: python -m pytest tests/actions/test_lexicon_examples.py --write-known-misses
"""
HOW: Final = "python -m pytest tests/actions/test_lexicon_examples.py --write-known-misses"

pytestmark = pytest.mark.model


def misses(pipeline: Pipeline) -> Iterator[str]:
    """Rule ids of the rows whose example is misread."""
    senses = sorted(
        (sense for group in pipeline.tables.actions.senses.values() for sense in group),
        key=lambda sense: sense.rule_id,
    )
    articles = [
        Article(sense.rule_id, sense.example.replace("[", "").replace("]", "")) for sense in senses
    ]
    cleaned = [clean.clean(article, pipeline.tables.boilerplate) for article in articles]
    blocks = (text.text[block.start : block.end] for text in cleaned for block in text.blocks)
    docs = pipeline.nlp.pipe(blocks, batch_size=256)
    for sense, article, text in zip(senses, articles, cleaned, strict=True):
        own = [next(docs) for _ in text.blocks]
        sentences = tuple(parse._sentences(text, own))
        events = pipeline.read(article, text, sentences).events
        start = sense.example.index("[")
        found = {event.event_type for event in events if event.trigger_start == start}
        if found != ({sense.type} if sense.type else set()):
            yield sense.rule_id


def test_examples(loaded: Pipeline, request: pytest.FixtureRequest) -> None:
    found = set(misses(loaded))
    if request.config.getoption("--write-known-misses", default=False):
        KNOWN.write_text(HEADER + "".join(f"{rule}\n" for rule in sorted(found)), "utf-8")
        pytest.skip(f"{len(found)} known misses written")
    lines = KNOWN.read_text("utf-8").splitlines()
    known = {line for line in lines if line and not line.startswith("#")}
    lost, mended = sorted(found - known), sorted(known - found)
    assert not lost, f"misread by now: {' '.join(lost)}"
    assert not mended, f"read or gone by now: {' '.join(mended)}; write the list anew: {HOW}"


def test_every_row_has_an_example_with_one_trigger(loaded: Pipeline) -> None:
    def sound(sense: Sense) -> bool:
        return sense.example.count("[") == sense.example.count("]") == 1

    senses = [sense for group in loaded.tables.actions.senses.values() for sense in group]
    assert [sense.rule_id for sense in senses if not sound(sense)] == []
