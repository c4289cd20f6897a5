"""Repairs of what the model gets wrong on press text, each by plain evidence in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pipeline.parse.lemmas import VerbLemmas

# What a verb is mistagged as; an adverb when it is short (« Abidjan dément »).
MISTAGGED: Final = frozenset({"NOUN", "ADJ", "ADV", "PROPN", "ADP"})
CLITICS: Final = frozenset("se s' ne n' lui leur y l' nous vous".split())


def repair_verbs(doc: Doc, lemmas: VerbLemmas) -> None:
    """Give verbs their infinitive, and verbs tagged as something else the tag VERB."""
    for token in doc:
        if token.pos_ == "VERB" and _has_article(token):
            token.pos_ = "NOUN"
        elif token.pos_ == "VERB":
            if not lemmas.known(token.lemma_):
                infinitive = lemmas.infinitive(token.lower_)
                if infinitive:
                    token.lemma_ = infinitive
        elif token.pos_ in MISTAGGED and token.is_alpha and _acts_as_verb(token):
            infinitive = lemmas.infinitive(token.lower_)
            if infinitive:
                token.pos_ = "VERB"
                token.lemma_ = infinitive


def _has_article(token: Token) -> bool:
    """Whether a word is a noun all the same: « l'opposant », « les manifestants »."""
    return token.i > 0 and any(
        child.dep_ == "det" and child.i == token.i - 1 and child.pos_ == "DET"
        for child in token.children
    )


def _acts_as_verb(token: Token) -> bool:
    """Whether a token has what only a verb has: an auxiliary, a relative subject, a clitic before it."""
    if any(child.dep_ in ("cop", "det", "case") for child in token.children):
        return False
    for child in token.children:
        if child.dep_ in ("aux:tense", "aux:pass", "expl:comp", "expl:pass"):
            return True
        if child.dep_ == "nsubj" and token.dep_ in ("acl:relcl", "ROOT", "conj", "ccomp"):
            return True
    before = token.nbor(-1) if token.i > token.sent.start else None
    return (
        before is not None
        and before.lower_ in CLITICS
        and before.pos_ in ("PRON", "ADV", "PART")
        and token.pos_ != "NOUN"
    )
