"""Repairs of what the model gets wrong on press text, each by plain evidence in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.verbs import INTRANSITIVE
from quifaitquoi.syntax.mistaken import (
    PARTICIPLE,
    PAST_PARTICIPLE,
    QUOTES,
    is_alias,
    is_infinitive,
    is_noun,
    is_verb_form,
)
from quifaitquoi.syntax.model.lemmas import PREFERRED
from quifaitquoi.syntax.tokens import features_of
from quifaitquoi.syntax.verb_groups import NUMBERS
from quifaitquoi.syntax.words import NE, OBJECT_CLITICS

if TYPE_CHECKING:
    from quifaitquoi.syntax.model.lemmas import VerbLemmas
    from quifaitquoi.syntax.tokens import Doc, Token

# What a verb is mistagged as; an adverb when it is short (« Abidjan dément »).
MISTAGGED: Final = frozenset({"NOUN", "ADJ", "ADV", "PROPN", "ADP", "NUM"})
FUTURE: Final = ("rai", "ras", "ra", "rons", "rez", "ront")
CONDITIONAL: Final = ("rais", "rait", "rions", "riez", "raient")
# Adjectives before a noun that the model takes for nouns themselves.
PRESUMED: Final = frozenset("présumé présumée présumés présumées".split())
PAST: Final = frozenset({"Tense=Past", "VerbForm=Part"})
# Endings like those of participles that only finite forms have.
NO_PARTICIPLE: Final = ("que", "ques", "gue", "gues")


def repair_verbs(doc: Doc, lemmas: VerbLemmas) -> None:
    """Give verbs their infinitive and form, and words mistaken for verbs or for nouns their tag."""
    tags = [token.pos_ for token in doc]
    for token, tag in zip(doc, tags, strict=True):
        if tag == "VERB":
            _repair_verb(token, lemmas)
        elif tag in MISTAGGED and (infinitive := lemmas.infinitive(token.lower_)):
            _repair_other(token, infinitive)
    for token in doc:
        if token.pos_ == "VERB":
            _repair_arcs(token)
        elif token.lower_ in PRESUMED and token.pos_ == "NOUN":
            _repair_presumed(token)
        elif token.dep_ == "fixed" and token.head.pos_ == "PUNCT":
            _repair_fixed(token)


def _repair_verb(token: Token, lemmas: VerbLemmas) -> None:
    if is_noun(token):
        token.pos_ = "NOUN"
        token.lemma_ = token.lower_.removesuffix("s")
        _inflect(token, "")
    elif is_alias(token):
        token.pos_ = "ADJ"
    else:
        if not lemmas.known(token.lemma_) or token.lower_ in PREFERRED:
            infinitive = lemmas.infinitive(token.lower_)
            if infinitive:
                token.lemma_ = infinitive
        _repair_form(token)
        _repair_voice(token)
        _repair_auxiliary(token)
        _repair_inversion(token)


def _repair_other(token: Token, infinitive: str) -> None:
    if not token.text.isalpha():
        return
    if infinitive == token.lower_ and is_infinitive(token):
        if token.nbor(-1).lower_ in OBJECT_CLITICS:
            token.nbor(-1).pos_ = "PRON"
        token.pos_ = "VERB"
        token.lemma_ = infinitive
        _inflect(token, "VerbForm=Inf")
    elif is_verb_form(token):
        token.pos_ = "VERB"
        token.lemma_ = infinitive
        _inflect(token, _form(token.lower_))
        _repair_copula(token)


def _repair_form(token: Token) -> None:
    """Correct features that the ending rules out.

    One past participle in thirty is tagged as a finite form or an infinitive, and now and then a
    present as a future or conditional.
    """
    lower = token.lower_
    if ("Tense=Fut" in token.morph and not lower.endswith(FUTURE)) or (
        "Mood=Cnd" in token.morph and not lower.endswith(CONDITIONAL)
    ):
        _inflect(token, "Mood=Ind|Tense=Pres|VerbForm=Fin")
    taken_for_participle = (
        not lower.endswith(PAST_PARTICIPLE) or lower.endswith(NO_PARTICIPLE)
    ) and token.morph >= PAST
    if taken_for_participle or (lower.endswith(PARTICIPLE) and "VerbForm=Part" not in token.morph):
        _inflect(token, _form(lower))


def _repair_voice(token: Token) -> None:
    """« Le ministre est arrivé »: no passive, though the model may say so."""
    if token.lemma_ in INTRANSITIVE:
        for child in token.children:
            if child.dep_ in ("aux:pass", "nsubj:pass"):
                child.dep_ = "aux:tense" if child.dep_ == "aux:pass" else "nsubj"


def _repair_arcs(verb: Token) -> None:
    """Hang a second verb, an object behind it, and the name behind a verb where they belong."""
    if "VerbForm=Part" in verb.morph and (above := _reported_beside(verb)) is not None:
        verb.hang_on(above)
    elif _is_gapped(verb):
        subject = verb.head
        verb.hang_on(subject.head)
        verb.dep_ = "conj"
        subject.hang_on(verb)
        subject.dep_ = "nsubj:pass"
    if any(child.dep_ == "obj" for child in verb.children):
        return
    if verb.dep_ == "conj":
        # « ont félicité Lima et rejeté son offre »
        for child in [c for c in verb.head.children if c.dep_ == "obj" and c.i > verb.i]:
            child.hang_on(verb)
    for child in verb.children:
        if child.dep_ == "advmod" and child.pos_ == "PROPN" and child.i == verb.i + 1:
            child.dep_ = "obj"


def _is_gapped(participle: Token) -> bool:
    """« Les frontières seront rouvertes et les avoirs débloqués »: it shares the auxiliary before.

    A noun is no part of a list of verbs: where one is joined to a passive, its participle is.
    """
    noun = participle.head
    return (
        participle.dep_ == "acl"
        and participle.morph >= PAST
        and noun.i < participle.i
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.dep_ in ("conj", "dep")
        and noun.head.i < noun.i
        and noun.head.morph >= PAST
        and _auxiliary(noun.head, "aux:pass", "cop") == "être"
    )


def _repair_fixed(token: Token) -> None:
    """« Le FMI a conclu, après une visite, un accord »: hung on the comma, by no label of its."""
    verb = token.head.head
    token.hang_on(verb)
    labels = {child.dep_ for child in verb.children}
    if any(child.dep_ == "case" for child in token.children):
        token.dep_ = "obl:mod"
    elif token.i < verb.i:
        token.dep_ = "dislocated" if "nsubj" in labels else "nsubj"
    else:
        token.dep_ = "appos" if "obj" in labels else "obj"


def _repair_presumed(adjective: Token) -> None:
    """« Deux présumés voleurs »: the word behind is the noun."""
    noun = next((child for child in adjective.children if child.i == adjective.i + 1), None)
    if noun is None or noun.dep_ != "amod":
        return
    noun.pos_, noun.dep_, noun.morph = "NOUN", adjective.dep_, adjective.morph
    noun.hang_on(noun if adjective.head is adjective else adjective.head)
    for child in adjective.children:
        child.hang_on(noun)
    adjective.hang_on(noun)
    adjective.pos_, adjective.dep_ = "ADJ", "amod"


def _repair_copula(participle: Token) -> None:
    """The copula of what turns out to be a participle makes it passive."""
    copulas = [child for child in participle.children if child.dep_ == "cop"]
    if copulas:
        for child in participle.children:
            passive = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
            child.dep_ = passive.get(child.dep_, child.dep_)


def _repair_auxiliary(verb: Token) -> None:
    """« Ont pris part aux travaux ... »: an auxiliary is no subject."""
    for child in verb.children:
        if child.pos_ == "AUX" and child.dep_.startswith("nsubj"):
            child.dep_ = "aux:tense"


def _repair_inversion(verb: Token) -> None:
    """« ... », a accusé la ministre: what follows the verb of a quotation is its subject."""
    objects = [child for child in verb.children if child.dep_ == "obj"]
    if not objects or any(child.dep_.startswith("nsubj") for child in verb.children):
        return
    first = min([verb.i, *(child.i for child in verb.children if child.dep_.startswith("aux"))])
    before = "".join([word.text + word.whitespace_ for word in verb.doc[max(0, first - 2) : first]])
    if "," in before and before.strip(", ") in QUOTES:
        for child in objects:
            if child.left_edge.i == verb.i + 1:
                child.dep_ = "nsubj"


def _reported_beside(participle: Token) -> Token | None:
    """The verb whose « que » clause the parser hung a participle on that is its second conjunct.

    « Elle a dit que la ville était calme et demandé une aide »: what shares no auxiliary with the
    clause before it goes on with the verb that this clause completes.
    """
    if participle.dep_ != "conj" or not any(
        child.dep_ == "cc" and child.i > participle.head.i for child in participle.children
    ):
        return None
    inner = participle.head
    while inner.dep_ in ("xcomp", "conj", "advcl") and inner.head is not inner:
        inner = inner.head
    verb = inner.head
    told = inner.dep_ == "ccomp" and _auxiliary(verb, "aux:tense") == "avoir"
    return verb if told and not _may_share(participle, participle.head) else None


def _may_share(participle: Token, verb: Token) -> bool:
    """Whether a verb or predicate has an auxiliary that a participle behind « et » may have too."""
    while verb.dep_ == "xcomp":
        verb = verb.head
    if any(child.lower_ in NE for child in verb.children):
        # « ni » would go on with it.
        return False
    if _auxiliary(verb, "aux:pass", "cop") == "être":
        return not any(child.dep_ == "obj" for child in participle.children) and (
            participle.morph & NUMBERS == verb.morph & NUMBERS
        )
    return _auxiliary(verb, "aux:tense") != ""


def _auxiliary(verb: Token, *labels: str) -> str:
    return next((child.lemma_ for child in verb.children if child.dep_ in labels), "")


def _inflect(token: Token, features: str) -> None:
    token.morph = features_of(features)


def _form(lower: str) -> str:
    """Features of a verb form by its ending."""
    if lower.endswith(PARTICIPLE):
        return f"Number={'Plur' if lower.endswith('s') else 'Sing'}|Tense=Past|VerbForm=Part"
    if lower.endswith("ant"):
        return "Tense=Pres|VerbForm=Part"
    if lower.endswith(("er", "ir", "oir")):
        return "VerbForm=Inf"
    if lower.endswith(("era", "eront", "ira", "iront", "dra", "dront", "vra", "vront")):
        return "Mood=Ind|Tense=Fut|VerbForm=Fin"
    return "Mood=Ind|Tense=Pres|VerbForm=Fin"
