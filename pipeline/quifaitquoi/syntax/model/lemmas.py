"""Infinitives of verb forms that the model's lemmatizer leaves as they are (« réclame »).

The French model's tables know 12,000 infinitives but lack many present forms; an ending is undone
here and the result kept only where it is one of those infinitives.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from spacy.language import Language

from quifaitquoi.syntax.model.lookups import INFINITIVES, infinitives
from quifaitquoi.syntax.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token

# Endings to the infinitive's, longest first within a group.
ENDINGS: Final = tuple(
    sorted(
        (
            *((ending, "er") for ending in (
                "e", "es", "ent", "ons", "ez", "é", "ée", "és", "ées", "ant", "ait", "aient", "ais",
                "a", "ai", "èrent", "era", "erai", "erons", "eront", "erez", "erait", "eraient",
                "erais", "ât", "ions", "iez",
            )),
            *((ending, "ir") for ending in (
                "it", "is", "issent", "issons", "issant", "issait", "issaient", "i", "ie", "ies",
                "ira", "iront", "irait", "iraient", "irent", "isse", "ît",
            )),
            *((ending, "re") for ending in (
                "", "s", "ent", "ons", "ez", "u", "ue", "us", "ues", "ant", "ait", "aient", "ra",
                "ront", "rait", "raient", "it", "irent", "e",
            )),
        ),
        key=lambda pair: -len(pair[0]),
    )
)  # fmt: skip


# Forms that the tables give to a rarer verb first.
PREFERRED: Final = {
    "tue": "tuer", "tues": "tuer", "tuent": "tuer", "traite": "traiter", "traites": "traiter",
    "rentrait": "rentrer", "rentraient": "rentrer",
}  # fmt: skip


def index_lemmas(nlp: Language) -> None:
    """Let the model's lemmatizer look its known words up, in place of lists of 66,000 it walks."""
    lookups = cast("Lemmatizer", nlp.get_pipe("lemmatizer")).lookups
    index = lookups.get_table("lemma_index")
    for tag in list(index):
        index[tag] = dict.fromkeys(index[tag])


class VerbLemmas:
    """Form to infinitive, by the tables of the model's own lemmatizer."""

    def __init__(self, nlp: Language) -> None:
        lookups = cast("Lemmatizer", nlp.get_pipe("lemmatizer")).lookups
        self._exceptions: Mapping[str, Sequence[str]] = lookups.get_table("lemma_exc")["verb"]
        self._known: Container[str] = lookups.get_table(INFINITIVES, None) or frozenset(
            infinitives(lookups)
        )
        self.infinitive = lru_cache(maxsize=8_000)(self._infinitive)

    def known(self, lemma: str) -> bool:
        """Whether a word is an infinitive of the tables."""
        return lemma in self._known and lemma.endswith(("er", "ir", "re", "ïr"))

    def _infinitive(self, form: str) -> str:
        """The infinitive of a form in lower case, or empty."""
        if form in PREFERRED:
            return PREFERRED[form]
        for lemma in self._exceptions.get(form, ()):
            if self.known(lemma):
                return lemma
        if self.known(form):
            return form
        for ending, infinitive in ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= 2:
                for stem in _stems(form[: len(form) - len(ending)], infinitive):
                    if self.known(stem + infinitive):
                        return stem + infinitive
        return ""


def _stems(stem: str, infinitive: str) -> Iterator[str]:
    """The stem and what spelling rules may have made it from (lèv- from lev-, jett- from jet-)."""
    yield stem
    if infinitive != "er":
        return
    if stem.endswith(("ll", "tt")):
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if stem.endswith("ç"):
        yield stem[:-1] + "c"
    if stem.endswith("ge"):
        yield stem[:-1]
    position = stem.rfind("è")
    if position >= 0:
        yield stem[:position] + "e" + stem[position + 1 :]
        yield stem[:position] + "é" + stem[position + 1 :]


class KnownLemmas:
    """A lemmatizer as component, asked once for each word and part of speech.

    The rules of the French one look at nothing else of a token.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self.known: dict[tuple[str, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Give each of our tokens of a Doc that has no lemma its own."""
        for token in tokens(doc):
            if not token.lemma_:
                word = token.text, token.pos_
                lemma = self.known.get(word)
                if lemma is None:
                    lemma = self.known[word] = self._ask(doc[token.i])
                token.lemma_ = lemma
        return doc

    def _ask(self, token: Token) -> str:
        lemma = self._lemmatizer.lemmatize(token)[0]
        self._lemmatizer.cache.clear()  # nothing is asked twice
        return lemma


@Language.factory("quifaitquoi_lemmas")
def _make_known(nlp: Language, name: str) -> KnownLemmas:  # noqa: ARG001 - spaCy's signature
    return KnownLemmas(cast("Lemmatizer", nlp.get_pipe("lemmatizer")))


def remember_lemmas(nlp: Language) -> dict[tuple[str, str], str]:
    """Put `KnownLemmas` in the place of a French lemmatizer by rules; gives what it remembers."""
    # Not before the model is loaded: with it comes the tokenizer's list (patterns.py).
    from spacy.lang.fr.lemmatizer import FrenchLemmatizer

    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    rules = isinstance(lemmatizer, FrenchLemmatizer) and lemmatizer.mode == "rule"
    if not rules or lemmatizer.overwrite:
        return {}
    component = cast("KnownLemmas", nlp.add_pipe("quifaitquoi_lemmas", after="lemmatizer"))
    nlp.disable_pipe("lemmatizer")  # VerbLemmas asks for its tables
    return component.known
