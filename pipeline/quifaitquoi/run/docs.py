"""A Doc that is parsed already, as the stages want it: blocks, each a Doc, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.clean import SENTENCE_MAX
from quifaitquoi.clean.boilerplate import ends_sentence
from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax.boundaries import sentence_spans
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Span


def read_doc(
    doc: Doc, repair: Callable[[Doc], Doc] | None = None
) -> tuple[CleanText, tuple[Sentence, ...]]:
    """Text and sentences of a parsed Doc, whose offsets they have; its lines are the blocks.

    The sentences are those of copies, on which `repair` is called; the Doc stays as it is.
    """
    lines = tuple(_lines(doc))
    blocks = tuple(Block(line.start_char, line.end_char, BlockKind.PARAGRAPH) for line in lines)
    sentences: list[Sentence] = []
    for number, line in enumerate(lines):
        copy = line.as_doc()
        read = tokens(repair(copy) if repair else copy)
        sentences.extend(
            Sentence(read, start, end, line.start_char, index, number, BlockKind.PARAGRAPH)
            for index, (start, end) in enumerate(sentence_spans(read), start=len(sentences))
        )
    return CleanText(doc.text, blocks, (0,), (0,)), tuple(sentences)


def _lines(doc: Doc) -> Iterator[Span]:
    """Stretches between line feeds, without the white space around them.

    One that runs on without the end of a sentence is cut, as by `clean`.
    """
    start: int | None = None
    end = reached = 0
    for token in doc:
        if token.is_space:
            if start is not None and "\n" in token.text:
                yield doc[start:end]
                start = None
            continue
        if start is None:
            start, reached = token.i, token.idx
        elif token.idx + len(token) - reached > SENTENCE_MAX:
            yield doc[start:end]
            start, reached = token.i, token.idx
        end = token.i + 1
        if ends_sentence(token.text):
            reached = token.idx + len(token)
    if start is not None:
        yield doc[start:end]
