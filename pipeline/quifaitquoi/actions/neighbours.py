"""Subjects and objects by position, where the tree lost them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.frames import NOMINAL, RELATIVES, is_verb, preposition
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import OBJECT_CLITICS

if TYPE_CHECKING:
    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.syntax.tokens import Token

# Punctuation and words at which a clause begins: a subject is not sought beyond.
BARRIERS: Final = frozenset({";", ":", "«", "»", '"'})
# Labels of a noun phrase that the parser could not place.
MISPLACED: Final = frozenset({"nmod", "appos", "conj", "dep", "obl:mod", "flat:name", "ROOT"})
MISPARSED: Final = frozenset({"acl", "amod", "flat:name", "appos", "nmod", "dep", "advmod", "conj"})
WINDOW: Final = 25
# Labels of the second of two verbs with one subject.
JOINED: Final = frozenset({"conj", "ROOT", "parataxis", "dep"})


def right_object(verb: Token, resolver: ArgumentResolver) -> Token | None:
    """The first bare noun phrase behind a verb whose object the parser hung elsewhere."""
    region_end = min(resolver.sentence.end, verb.i + WINDOW)
    for token in verb.doc[verb.i + 1 : region_end]:
        if token.text in BARRIERS or token.lower_ in ("que", "qu'", "qui", "dont"):
            return None
        if is_verb(token) or token.pos_ == "AUX":
            return None
        if token.pos_ not in ("NOUN", "PROPN") or preposition(token) or resolver.in_date(token):
            continue
        determined = any(child.dep_ in ("det", "nummod") for child in token.children)
        misplaced = token.dep_ in MISPLACED and token.head.i < token.i
        if determined and misplaced and not _is_list(token):
            return token
    return None


def fronted_object(verb: Token, resolver: ArgumentResolver) -> Token | None:
    """The noun of a participle at the head of its sentence: « Désigné le 12 avril, X a ... »."""
    doc, end = verb.doc, min(resolver.sentence.end, verb.i + WINDOW)
    before = doc[verb.i - 1].text if verb.i > resolver.sentence.start else ":"
    if before not in (":", ",", ";", "–", "-", "—") and before.isalpha():
        return None
    comma = next((token.i for token in doc[verb.i + 1 : end] if token.text == ","), None)
    if comma is None:
        return None
    for token in doc[comma + 1 : end]:
        if is_verb(token) or token.pos_ == "AUX":
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not preposition(token):
            return token
    return None


def _is_list(token: Token) -> bool:
    """Whether a conjunct really is one: a conjunction or another conjunct stands before it."""
    return token.dep_ == "conj" and any(child.dep_ == "cc" for child in token.children)


def left_subject(verb: Token, resolver: ArgumentResolver) -> Token | None:
    """The nearest actor to the left without preposition that is no other verb's subject."""
    if verb.dep_ == "acl:relcl":
        return None
    if verb.dep_ in MISPARSED and verb.head.i < verb.i and acts(verb.head, resolver):
        # A verb that the parser took for a modifier of its own subject.
        return verb.head
    doc = verb.doc
    for position in range(verb.i - 1, max(resolver.sentence.start, verb.i - WINDOW) - 1, -1):
        token = doc[position]
        if token.text in BARRIERS and position < verb.i - 1:
            return None
        if token.pos_ not in NOMINAL or preposition(token) or token.lower_ in RELATIVES:
            continue
        if token.pos_ == "PRON" and token.lower_ in OBJECT_CLITICS:
            continue  # « elles le soupçonnent »
        if is_verb(token.head) and token.head != verb and token.head.i < verb.i:
            if token.dep_.startswith("nsubj"):
                # The subject of a verb coordinated with this one may be shared.
                return token if _may_share(token.head, verb) and acts(token, resolver) else None
            continue
        inner = token.dep_ in ("nmod", "amod", "flat:name", "appos", "conj")
        if inner and token.head.i < token.i and not _opens_phrase(token):
            continue
        if acts(token, resolver):
            return token
    return None


def _opens_phrase(token: Token) -> bool:
    """Whether a noun phrase with an article begins behind a comma: « À Bamako, le ministre ...»."""
    first = token.left_edge
    return first.i > 0 and first.pos_ == "DET" and first.nbor(-1).text == ","


def acts(token: Token, resolver: ArgumentResolver) -> bool:
    """Whether a word stands for an actor."""
    return any(True for _ in resolver.actors_at(token))


def _may_share(first: Token, second: Token) -> bool:
    return not verb_group(first).is_participle and second.dep_ in JOINED
