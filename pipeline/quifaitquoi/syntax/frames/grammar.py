"""What a token is and does by itself: preposition, voice, verb forms, antecedent, coordination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.tokens import lemma_of
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import (
    CAUSATIVES,
    COMPOUND_NOUNS,
    PREPOSITION_FORMS,
    RELATIVE_PREPOSITIONS,
    RELATIVES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.syntax.tokens import Token


NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET"})
VERBAL: Final = frozenset({"VERB", "AUX"})
MAX_DEPTH: Final = 6


def preposition(token: Token) -> str:
    """The preposition that introduces a nominal: `de`, `à`, `auprès`, `encontre` ..., or empty."""
    relative = RELATIVE_PREPOSITIONS.get(token.lower_)
    if relative:
        return relative
    found = ""
    for child in token.lefts:
        if child.dep_ == "case" or (child.dep_ == "mark" and child.pos_ == "ADP"):
            words = [child.lower_, *(sub.lower_ for sub in child.children)]
            for word in words:
                if word in COMPOUND_NOUNS:
                    return word
            if found != "jusque":
                found = PREPOSITION_FORMS.get(words[0], words[0])
    return found


def conjuncts(token: Token) -> Iterator[Token]:
    """A nominal and what is coordinated with it.

    One noun phrase behind a comma is none: « reçu par X, le ministre a ... », « X, son hôte ».
    """
    yield token
    joined = [
        child
        for child in token.children
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not _heads_clause(child)
    ]
    if len(joined) == 1 and _is_beside(joined[0]):
        return
    for child in joined:
        yield from conjuncts(child)


def _is_beside(token: Token) -> bool:
    """Whether a phrase with an article stands behind a comma without a conjunction anywhere."""
    first = token.left_edge
    return (
        first.i > 0
        and first.nbor(-1).text == ","
        and first.pos_ == "DET"
        and not any(word.dep_ == "cc" for word in token.subtree)
    )


def _heads_clause(token: Token) -> bool:
    """Whether the parser made a verb a modifier of its subject (« un colonel annonce ... »)."""
    return any(
        child.pos_ == "VERB"
        and child.dep_ in ("flat:name", "amod", "appos")
        and not verb_group(child).is_participle
        for child in token.children
    )


def is_causative(verb: Token) -> bool:
    """« fait observer »: the infinitive behind `faire` or `laisser`."""
    words = (verb.head, *verb.doc[max(0, verb.i - 1) : verb.i])
    return verb_group(verb).is_infinitive and any(lemma_of(word) in CAUSATIVES for word in words)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself if it is none."""
    if token.lower_ not in RELATIVES or token.pos_ not in ("PRON", "ADV", "SCONJ", "DET"):
        return token
    clause = token.head
    for _ in range(MAX_DEPTH):
        if clause.dep_.startswith("acl"):
            return clause.head
        if clause.head == clause:
            break
        clause = clause.head
    return token
