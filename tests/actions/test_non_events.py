"""Homographs of triggers in their everyday meaning: the word must not become an event.

The sentences stand in non_events.txt.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from quifaitquoi.run.stages import Pipeline

FILE: Final = Path(__file__).with_name("non_events.txt")
SENTENCES: Final = [
    line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.model
@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_event(loaded: Pipeline, sentence: str) -> None:
    text = sentence.replace("[", "").replace("]", "")
    events = loaded.process(Article("one", text)).events
    start = sentence.index("[")
    assert [event.rule_id for event in events if event.trigger_start == start] == []
