"""Blank French sentences: the finder works on any tokens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from quifaitquoi.dates import find
from quifaitquoi.dates.calendar import resolve
from quifaitquoi.lexicon.dates import load
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.records.dates import DateExpression, DateMention
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

Find = Callable[[str], tuple[DateExpression, ...]]
Read = Callable[..., tuple[DateMention, ...]]


@pytest.fixture(scope="session")
def sentences() -> Callable[[str], list[Sentence]]:
    """One block a line, sentences split at full stops."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")

    def split(text: str) -> list[Sentence]:
        found: list[Sentence] = []
        offset = 0
        for block, line in enumerate(text.split("\n")):
            doc = nlp(line)
            for span in doc.sents:
                index, kind = len(found), BlockKind.PARAGRAPH
                found.append(
                    Sentence(tokens(doc), span.start, span.end, offset, index, block, kind)
                )
            offset += len(line) + 1
        return found

    return split


@pytest.fixture(scope="session")
def expressions(sentences: Callable[[str], list[Sentence]]) -> Find:
    """Date expressions of a text."""
    return lambda text: find(sentences(text), load())


@pytest.fixture(scope="session")
def read(expressions: Find) -> Read:
    """Date mentions of a text published on a Wednesday, or on the day given."""
    return lambda text, published="2024-05-15": resolve(expressions(text), published)
