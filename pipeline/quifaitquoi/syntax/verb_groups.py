"""The verb group: a verb with its auxiliaries; its form, tense, mood, voice and negation.

It is what the tree says, read once a verb. What the words from left to right say of the same stands
in `clauses.py`: a clause knows the auxiliary that its verb shares with the one before.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.verbs import INTRANSITIVE
from quifaitquoi.syntax.tokens import lemma_of, once
from quifaitquoi.syntax.words import NE, NEGATORS, QUE, REFLEXIVES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.syntax.tokens import Token

# Labels of auxiliaries, and with the copula of all that carries mood and tense for another word.
AUXILIARY: Final = "aux"
HELPING: Final = (AUXILIARY, "cop")
# How the parser hangs a participle behind a comma.
LOOSE: Final = frozenset({"conj", "advcl", "dep", "parataxis", "acl", "xcomp"})
NUMBERS: Final = frozenset({"Number=Sing", "Number=Plur"})
# « Il n'a pu entrer », « n'ose parler »: these do without « pas ».
BARE: Final = frozenset("pouvoir oser cesser savoir".split())
# Complements whose own word may negate the verb: « n'a reçu aucun ministre ».
NEGATING: Final = frozenset("nsubj obj nsubj:pass obl:arg iobj expl:subj conj".split())
# What ends a clause between a word and the verb behind it, and the verb before it.
ENDS_BEFORE: Final = frozenset(":;»”")
ENDS_BEHIND: Final = frozenset(":;«“")


class Mood(Enum):
    """The mood of a finite form, by its feature."""

    INDICATIVE = "Mood=Ind"
    CONDITIONAL = "Mood=Cnd"
    SUBJUNCTIVE = "Mood=Sub"
    IMPERATIVE = "Mood=Imp"
    NONE = ""


class VerbTense(Enum):
    """The tense of a form, by its feature; of a compound form that of its auxiliary."""

    PRESENT = "Tense=Pres"
    IMPERFECT = "Tense=Imp"
    PAST = "Tense=Past"
    FUTURE = "Tense=Fut"
    NONE = ""


def mood_of(word: Token | None) -> Mood:
    """The mood of a word; NONE of none."""
    return Mood.NONE if word is None else _mood(word.morph)


def tense_of(word: Token | None) -> VerbTense:
    """The tense of a word; NONE of none."""
    return VerbTense.NONE if word is None else _tense(word.morph)


@lru_cache(maxsize=2_000)
def _mood(features: frozenset[str]) -> Mood:
    return next((mood for mood in Mood if mood.value in features), Mood.NONE)


@lru_cache(maxsize=2_000)
def _tense(features: frozenset[str]) -> VerbTense:
    return next((tense for tense in VerbTense if tense.value in features), VerbTense.NONE)


class VerbGroup:
    """A verb with its auxiliaries, in order of the text.

    `helping` are auxiliaries and copula; `finite` is the word that carries mood and tense: the
    first finite one of these, else the verb, or None; `compound`: with an auxiliary of tense
    (« a signé », « avoir signé »); `is_infinitive`: compound ones included.
    """

    def __init__(self, verb: Token) -> None:
        self.verb = verb
        self.helping = tuple([c for c in verb.children if c.dep_.startswith(HELPING)])
        self.auxiliaries = tuple([c for c in self.helping if c.dep_.startswith(AUXILIARY)])
        self.compound = "aux:tense" in [word.dep_ for word in self.auxiliaries]
        finite = [word for word in (*self.helping, verb) if "VerbForm=Fin" in word.morph]
        self.finite = finite[0] if finite else None
        self.is_infinitive = bool([w for w in self.words if "VerbForm=Inf" in w.morph])

    @property
    def words(self) -> tuple[Token, ...]:
        """The verb and its auxiliaries."""
        return (self.verb, *self.auxiliaries)

    @property
    def first(self) -> Token:
        """The first of its words."""
        return min(self.words, key=lambda word: word.i)

    @property
    def mood(self) -> Mood:
        """Its mood; NONE where it is not finite."""
        return mood_of(self.finite)

    @property
    def tense(self) -> VerbTense:
        """Its tense; NONE where it is not finite."""
        return tense_of(self.finite)

    @property
    def is_gerund(self) -> bool:
        """Present participle, with or without `en`."""
        return is_gerund(self.verb)

    @property
    def is_participle(self) -> bool:
        """Past participle without auxiliary."""
        return (
            "VerbForm=Part" in self.verb.morph
            and "Tense=Pres" not in self.verb.morph
            and not self.auxiliaries
        )

    @cached_property
    def is_finite(self) -> bool:
        """Whether it is finite; participles that share an auxiliary count."""
        verb = self.verb
        if self.is_infinitive:
            return False
        if self.auxiliaries or "VerbForm=Fin" in verb.morph:
            return True
        return (
            verb.dep_ == "conj" and is_verb(verb.head) and verb_group(shared_head(verb)).is_finite
        )

    @cached_property
    def passive(self) -> bool:
        """Passive by auxiliary, subject label, or as a bare participle of a transitive verb."""
        verb = self.verb
        deps = {child.dep_ for child in verb.children}
        if lemma_of(verb) in INTRANSITIVE:
            return False
        if deps & {"aux:pass", "expl:pass"}:
            return True
        if "nsubj:pass" in deps:
            # « La Maison-Blanche a réagi »: without été there is no passive, whatever the label.
            return not any(w.dep_ == "aux:tense" and w.lemma_ == "avoir" for w in self.auxiliaries)
        if deps & {"aux:tense", "nsubj"} or not self.is_participle or auxiliary_apart(verb):
            return False
        if has_object(verb):
            return False
        if modified_noun(verb) is not None:
            return True
        if verb.dep_ == "conj" and is_verb(verb.head):
            shared = verb_group(shared_head(verb))
            # « a décidé de ... et menacé de ... »: the auxiliary of the first verb serves both.
            return shared.is_participle or shared.passive
        return True

    @cached_property
    def reflexive(self) -> bool:
        """Whether it has the pronoun `se`, or `me`, `nous` with a subject of the same person."""
        before = [c.lower_ for c in self.verb.children if c.i < self.verb.i and c.dep_ != "mark"]
        if not REFLEXIVES.isdisjoint(before):
            return True
        first = not {"je", "j'"}.isdisjoint(before) and not {"me", "m'"}.isdisjoint(before)
        return first or before.count("nous") == 2

    @cached_property
    def negated(self) -> bool:
        """`ne ... pas` and its kin; not `ne ... que`, nor the `ne` that negates nothing."""
        verb = self.verb
        lowers = {child.lower_ for child in verb.children if not _is_beyond_clause(child, verb)}
        for child in verb.children:
            # « n'a pas encore répondu »: the parser hangs one adverb on the other.
            if child.dep_.startswith(HELPING) or child.pos_ == "ADV":
                lowers |= _lowers(child.children)
        if not lowers & NE:
            return "pas" in lowers and "non" not in lowers
        if lemma_of(verb) in BARE and not any(word.lower_ in QUE for word in verb.doc[verb.i :]):
            return True
        return bool(lowers & NEGATORS) or any(
            _lowers((child, *child.children)) & NEGATORS
            for child in verb.children
            if child.dep_ in NEGATING
        )


@once
def verb_group(verb: Token) -> VerbGroup:
    """The group of a verb, the same at every call."""
    return VerbGroup(verb)


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause as a verb."""
    return token.pos_ == "VERB" or (
        token.pos_ == "AUX" and not token.dep_.startswith(("aux", "cop"))
    )


def is_gerund(token: Token) -> bool:
    """Present participle, with or without `en`."""
    return "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph


def shared_head(verb: Token) -> Token:
    """The verb that a conjunct shares its subject and auxiliary with.

    « ont décidé de marcher et menacé de ...» goes on with « ont décidé », whatever the parser hung
    it on.
    """
    head = verb.head
    if verb_group(verb).is_participle and verb_group(head).is_infinitive and is_verb(head.head):
        return head.head
    return head


def auxiliary_apart(verb: Token) -> Token | None:
    """The word that has the auxiliary of a verb which the parser hung on it."""
    head = verb.head
    apart = (
        verb.dep_ in ("acl", "conj", "advcl")
        and head.pos_ in ("NOUN", "PROPN", "ADV")
        and any(child.dep_ == "aux:tense" and child.i < verb.i for child in head.children)
    )
    return head if apart else None


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


def _is_beyond_clause(child: Token, verb: Token) -> bool:
    """Whether a clause ends between a word and the verb that the parser hung it on."""
    if child.i < verb.i:
        between, ends = verb.doc[child.i : verb.i], ENDS_BEFORE
    else:
        between, ends = verb.doc[verb.i : child.i], ENDS_BEHIND
    return not ends.isdisjoint([token.text for token in between])


def _lowers(words: Iterable[Token]) -> set[str]:
    return {word.lower_ for word in words}
