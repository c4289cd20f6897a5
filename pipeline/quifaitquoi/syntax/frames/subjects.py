"""Who does what a verb says: its own subject, a shared one, the one that governs an infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.frames.grammar import (
    MAX_DEPTH,
    NOMINAL,
    VERBAL,
    antecedent,
    conjuncts,
    preposition,
)
from quifaitquoi.syntax.tokens import lemma_of
from quifaitquoi.syntax.verb_groups import (
    auxiliary_apart,
    has_object,
    is_gerund,
    is_verb,
    modified_noun,
    shared_head,
    verb_group,
)
from quifaitquoi.syntax.words import CLITIC_FUNCTIONS, INVERTED, OBJECT_CLITICS, OBJECT_CONTROL

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Token


# What a verb may be to the one whose subject it shares, or whose object or dative it is said of.
GOVERNED: Final = frozenset("xcomp ccomp advcl obl:arg obl:mod obl dep parataxis obj iobj".split())
SUBJECT_DEPS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Grammatical subjects of a verb, shared ones included."""
    inverted = _inverted_pronoun(verb)
    if inverted is not None:
        return [inverted]
    own = _own_subjects(auxiliary_apart(verb) or verb)
    if own or depth > MAX_DEPTH or verb.head == verb:
        return own
    if verb_group(verb).is_participle and not auxiliary_apart(verb):
        if has_object(verb) and verb.dep_ in ("acl", "amod", "appos"):
            return _clause_subjects(verb, depth)
        noun = modified_noun(verb)
        if noun is not None:
            return list(conjuncts(noun))
    if verb.dep_ == "conj" and is_verb(verb.head):
        return subjects(shared_head(verb), depth + 1)
    if verb.dep_ in ("acl", "amod", "acl:relcl") and verb.head.pos_ in NOMINAL:
        return _noun_modified(verb, depth)
    return _governed(verb, depth) if verb.dep_ in GOVERNED else []


def _noun_modified(verb: Token, depth: int) -> list[Token]:
    """Of a verb that modifies a noun: « des agents visant X », « la volonté de X de partir »."""
    if verb.dep_ == "acl" and verb_group(verb).is_infinitive:
        return _noun_subjects(verb.head, depth)
    if is_gerund(verb) and any(t.lower_ == "en" for t in verb.doc[max(0, verb.i - 2) : verb.i]):
        # « prendre l'avantage en s'emparant de ...»: the subject of the clause, not the noun.
        return _clause_subjects(verb.head, depth)
    return [] if verb.dep_ == "acl:relcl" else list(conjuncts(verb.head))


def _governed(verb: Token, depth: int) -> list[Token]:
    """Of an infinitive or participle, by the word that governs it: « demande à X de partir »."""
    governor = verb.head
    infinitive = verb_group(verb).is_infinitive
    if governor.pos_ in NOMINAL and governor.pos_ != "ADJ" and not is_verb(governor):
        return _noun_subjects(governor, depth) if infinitive else []
    if infinitive and verb.dep_ != "advcl" and lemma_of(governor) in OBJECT_CONTROL:
        return _controllers(governor, depth)
    shared = infinitive or is_gerund(verb) or verb_group(verb).is_participle
    return subjects(governor, depth + 1) if shared else []


def _clause_subjects(token: Token, depth: int) -> list[Token]:
    """Of the nearest verb above a word."""
    clause = next((above for above in token.ancestors if is_verb(above)), None)
    return subjects(clause, depth + 1) if clause is not None else []


def _own_subjects(verb: Token) -> list[Token]:
    """Subjects that hang on the verb itself.

    Of several that are not coordinated the parser means the nearest; a topic before a colon
    (« Niger : la Cédéao lève ... ») and a dative clitic are none.
    """
    found = [
        child
        for child in verb.children
        if child.dep_ in SUBJECT_DEPS
        and child.pos_ not in VERBAL
        and not (child.lower_ in OBJECT_CLITICS and child.pos_ == "PRON" and child.i < verb.i)
        and not (child.lower_ in ("nous", "vous") and not _is_first_or_second(verb))
        and not _is_topic(child)
    ]
    if len(found) > 1:
        before = [child for child in found if child.i < verb.i]
        if before and any(token.lower_ == "dont" for token in verb.doc[before[0].i : before[-1].i]):
            found = before[:1]
        else:
            found = [before[-1] if before else found[0]]
    return [antecedent(token) for child in found for token in conjuncts(child)]


def _is_first_or_second(verb: Token) -> bool:
    """Whether a verb or its auxiliary has the ending that `nous` and `vous` ask for as subjects."""
    words = (verb, *verb_group(verb).helping)
    return any(word.lower_.endswith(("ons", "ez", "mes", "tes")) for word in words)


def _is_topic(token: Token) -> bool:
    after = token.right_edge.i + 1
    return after < len(token.doc) and token.doc[after].text == ":"


def _inverted_pronoun(verb: Token) -> Token | None:
    """The pronoun of « dit-il », « a-t-il déclaré »."""
    group = verb_group(verb).words
    places = {word.i + 1 for word in group}
    for word in group:
        for child in word.children:
            if (
                child.i in places
                and child.lower_.startswith("-")
                and child.lower_.removeprefix("-t") in INVERTED
            ):
                return child
    return None


def _controllers(verb: Token, depth: int) -> list[Token]:
    if verb_group(verb).passive:
        return subjects(verb, depth + 1)
    held: list[Token] = []
    for child in verb.children:
        clitic = CLITIC_FUNCTIONS.get(child.lower_) if child.pos_ == "PRON" else None
        dative = preposition(child) == "à" and child.pos_ in NOMINAL and child.i > verb.i
        if clitic or dative or (child.dep_ == "obj" and child.pos_ in NOMINAL):
            held.extend(antecedent(token) for token in conjuncts(child))
    return held or subjects(verb, depth + 1)


def _noun_subjects(noun: Token, depth: int) -> list[Token]:
    """Who is the subject of `la volonté de X de ...`, `sa demande de ...`, `décide de ...`."""
    held = [child for child in noun.children if "Poss=Yes" in child.morph]
    held += [
        token
        for child in noun.children
        if child.dep_.startswith("nmod") and preposition(child) in ("de", "par")
        for token in conjuncts(child)
    ]
    if held:
        return held
    if is_verb(noun.head) and noun.dep_ in ("obj", "nsubj:pass", "obl:arg", "xcomp", "obl:mod"):
        return subjects(noun.head, depth + 1)
    return []
