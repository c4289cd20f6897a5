"""What a token is and does by itself: preposition, voice, verb forms, antecedent, coordination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.verbs import INTRANSITIVE
from quifaitquoi.syntax.words import (
    CAUSATIVES,
    COMPOUND_NOUNS,
    PREPOSITION_FORMS,
    REFLEXIVES,
    RELATIVE_PREPOSITIONS,
    RELATIVES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.syntax.tokens import Token


NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET"})
VERBAL: Final = frozenset({"VERB", "AUX"})
# How the parser hangs a participle behind a comma.
LOOSE: Final = frozenset({"conj", "advcl", "dep", "parataxis", "acl", "xcomp"})
NUMBERS: Final = frozenset({"Number=Sing", "Number=Plur"})
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
        and not is_participle(child)
        for child in token.children
    )


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause as a verb."""
    return token.pos_ == "VERB" or (
        token.pos_ == "AUX" and not token.dep_.startswith(("aux", "cop"))
    )


def is_participle(token: Token) -> bool:
    """Past participle without auxiliary."""
    return (
        "VerbForm=Part" in token.morph
        and "Tense=Pres" not in token.morph
        and not _auxiliaries(token)
    )


def is_infinitive(token: Token) -> bool:
    """Whether a verb is an infinitive, compound ones included."""
    return "VerbForm=Inf" in token.morph or any(
        "VerbForm=Inf" in auxiliary.morph for auxiliary in _auxiliaries(token)
    )


def is_causative(verb: Token) -> bool:
    """« fait observer »: the infinitive behind `faire` or `laisser`."""
    words = (verb.head, *verb.doc[max(0, verb.i - 1) : verb.i])
    return is_infinitive(verb) and any(lemma_of(word) in CAUSATIVES for word in words)


def _auxiliaries(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_.startswith("aux")]


def is_finite(token: Token) -> bool:
    """Whether a verb or its auxiliary is finite; participles that share an auxiliary count."""
    auxiliaries = _auxiliaries(token)
    if any("VerbForm=Inf" in word.morph for word in (token, *auxiliaries)):
        return False
    if auxiliaries or "VerbForm=Fin" in token.morph:
        return True
    return token.dep_ == "conj" and is_verb(token.head) and is_finite(shared_head(token))


def is_passive(token: Token) -> bool:
    """Passive by auxiliary, subject label, or as a bare participle of a transitive verb."""
    deps = {child.dep_ for child in token.children}
    if lemma_of(token) in INTRANSITIVE:
        return False
    if deps & {"aux:pass", "expl:pass"}:
        return True
    if "nsubj:pass" in deps:
        # « La Maison-Blanche a réagi »: without été there is no passive, whatever the label.
        return not any(c.dep_ == "aux:tense" and c.lemma_ == "avoir" for c in token.children)
    if deps & {"aux:tense", "nsubj"} or not is_participle(token) or auxiliary_apart(token):
        return False
    if has_object(token):
        return False
    if modified_noun(token) is not None:
        return True
    if token.dep_ == "conj" and is_verb(token.head) and not is_participle(shared_head(token)):
        # « a décidé de ... et menacé de ... »: the auxiliary of the first verb serves both.
        return is_passive(shared_head(token))
    return True


def has_object(participle: Token) -> bool:
    """« ont pris le poste, tué deux agents »: with an object a participle shares an auxiliary."""
    return any(
        child.dep_ == "obj"
        and child.i > participle.i
        and child.pos_ in ("NOUN", "PROPN")
        and any(sub.dep_ in ("det", "nummod") for sub in child.children)
        for child in participle.children
    )


def modified_noun(participle: Token) -> Token | None:
    """The noun before the comma of « a arrêté un homme, relâché une heure après »."""
    if participle.dep_ not in LOOSE or participle.i < 2 or participle.nbor(-1).text != ",":
        return None
    if any(child.dep_ == "cc" for child in participle.children) or has_object(participle):
        return None
    noun = participle.nbor(-2)
    while (
        not _agree(noun, participle)
        and noun.head.pos_ in ("NOUN", "PROPN")
        and noun.head.i < noun.i
    ):
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _agree(noun: Token, participle: Token) -> bool:
    """Whether a participle can belong to a noun: same number, as far as the tags say."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    numbers = [word.morph & NUMBERS for word in (noun, participle)]
    return not all(numbers) or numbers[0] == numbers[1]


def auxiliary_apart(verb: Token) -> Token | None:
    """The word that has the auxiliary of `X avait, mercredi, accusé ...`, or is that auxiliary."""
    head = verb.head
    if (
        lemma_of(head) == "avoir"
        and head.i < verb.i - 1
        and verb.nbor(-1).text == ","
        and "VerbForm=Part" in verb.morph
        and not any(child.dep_ == "obj" for child in head.children)
    ):
        return head
    if (
        verb.dep_ in ("acl", "conj", "advcl")
        and head.pos_ in ("NOUN", "PROPN", "ADV")
        and any(child.dep_ == "aux:tense" and child.i < verb.i for child in head.children)
    ):
        return head
    return None


def is_reflexive(token: Token) -> bool:
    """Whether a verb has the pronoun `se`, or `me`, `nous` with a subject of the same person."""
    before = {
        child.lower_ for child in token.children if child.i < token.i and child.dep_ != "mark"
    }
    if before & REFLEXIVES:
        return True
    return bool(before & {"je", "j'"} and before & {"me", "m'"}) or (
        sum(child.lower_ == "nous" for child in token.children if child.i < token.i) == 2
    )


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


def lemma_of(token: Token) -> str:
    """Lemma in lower case."""
    return token.lemma_.lower()


def shared_head(verb: Token) -> Token:
    """The verb that a conjunct shares its subject and auxiliary with.

    « ont décidé de marcher et menacé de ...» goes on with « ont décidé », whatever the parser hung
    it on.
    """
    head = verb.head
    if is_participle(verb) and is_infinitive(head) and is_verb(head.head):
        return head.head
    return head
