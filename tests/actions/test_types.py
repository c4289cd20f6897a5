"""Ten words of each of the twenty types: the trigger must be found and have the type.

The sentences stand in type_sentences.txt, known misses among them with their reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.records.articles import Article
from tests.event_types import TYPES
from tests.marks import missed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.records.actions import EventType
    from quifaitquoi.run.stages import Pipeline

FILE: Final = Path(__file__).with_name("type_sentences.txt")
EACH: Final = 10


def sentences() -> Iterator[tuple[EventType, str, str]]:
    """Type, sentence with its trigger in brackets, and the reason of a known miss."""
    for block in FILE.read_text("utf-8").strip().split("\n\n")[1:]:
        name, *lines = block.split("\n")
        for line in lines:
            sentence, _, reason = line.partition("  ! ")
            yield TYPES[name], sentence, reason


CASES: Final = [
    pytest.param(
        kind,
        sentence,
        id=f"{kind}-{sentence[sentence.index('[') + 1 : sentence.index(']')]}",
        marks=missed(reason),
    )
    for kind, sentence, reason in sentences()
]


@pytest.mark.model
@pytest.mark.parametrize(("kind", "sentence"), CASES)
def test_trigger_and_type(loaded: Pipeline, kind: EventType, sentence: str) -> None:
    text = sentence.replace("[", "").replace("]", "")
    events = loaded.process(Article("one", text)).events
    start = sentence.index("[")
    assert [e.event_type for e in events if e.trigger_start == start] == [kind]


def test_ten_sentences_a_type() -> None:
    kinds = [kind for kind, _, _ in sentences()]
    assert {kind: kinds.count(kind) for kind in TYPES} == dict.fromkeys(TYPES, EACH)
