"""Functions of a noun, with those of the verb that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.frames.frame import Frame, de_complements, take_over
from quifaitquoi.syntax.frames.grammar import NOMINAL, antecedent, conjuncts, preposition
from quifaitquoi.syntax.frames.subjects import subjects
from quifaitquoi.syntax.frames.verbs import verb_frame
from quifaitquoi.syntax.tokens import lemma_of
from quifaitquoi.syntax.verb_groups import is_verb, verb_group
from quifaitquoi.syntax.words import (
    CHAINS,
    COMPOUND_NOUNS,
    COUNTS,
    DEATHS,
    DEFINITE,
    GATHERING,
    OF_SUPPORT,
    STRIKING,
    UNDERGOING,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quifaitquoi.syntax.tokens import Token


# Labels of what is no complement of a noun.
APART: Final = frozenset({"acl:relcl", "appos", "conj", "punct", "cc", "case"})
# Functions of an act that the verb which says that it takes place has, or one that announces it.
OCCURRING: Final = ("avec", "entre", "par", "chez", "auprès")
ANNOUNCED: Final = ("à", "avec", "contre", "entre", "auprès", "envers", "par")


@dataclass(frozen=True, slots=True)
class Carriers:
    """Lemmas of verbs that carry nouns.

    `support` only lend the noun tense and subject (`effectuer une visite`), `occurring` say that it
    takes place (`la visite a eu lieu`), with `announcing` the subject does what the noun names
    (`ordonner le retrait`).
    """

    support: frozenset[str]
    occurring: frozenset[str]
    announcing: frozenset[str]


def noun_frame(noun: Token, carriers: Carriers, read: Callable[[Token], Frame]) -> Frame:
    """Functions of a noun; `read` gives the frame of a verb."""
    frame = Frame(noun, "n")
    frame.plural = "Number=Plur" in noun.morph
    for child in noun.children:
        _add_noun_complement(frame, child, carriers.support)
    frame.definite = frame.definite or _is_contracted(noun)
    verb = noun.head
    if noun.dep_ == "conj" and verb.pos_ == "NOUN":
        # « une visite et un entretien »: the second noun has the verb of the first.
        noun, verb = verb, verb.head
    if lemma_of(verb) in CHAINS | COUNTS and preposition(noun) == "de":
        # « mener une série de frappes », « procéder à une trentaine d'interpellations »
        noun, verb = verb, verb.head
        if not any(child.dep_ == "det" for child in frame.trigger.children):
            frame.definite = frame.definite or _has_article(noun) or _is_contracted(noun)
    undergone = _undergone(noun, verb)
    if undergone is not None:
        _add_undergone(frame, undergone)
    elif is_verb(verb) and verb != noun:
        _add_support(frame, noun, read(verb), carriers)
    if lemma_of(verb) in DEATHS and preposition(noun) in ("dans", "lors"):
        frame.add("contre", de_complements(verb))
    take_over(frame, ("de", "mod"))
    if not frame.get("de"):
        # « la remise en liberté de X », « la mise en place de ...».
        for inner in frame.get("en"):
            frame.add("de", de_complements(inner))
    said = any(child.dep_ == "cop" for child in noun.children) and preposition(noun)
    if (said or preposition(noun) == "en") and not frame.get("subj"):
        # « en visite à Lomé », « sont sur les piquets »: the one who is said to be so.
        own = subjects(noun) if said else []
        frame.add("subj", own or (subjects(verb) if is_verb(verb) else conjuncts(verb)))
    return frame


def _has_article(noun: Token) -> bool:
    """Whether a definite article, a demonstrative or a possessive stands before a noun."""
    return any(child.morph & DEFINITE for child in noun.children)


def _is_contracted(noun: Token) -> bool:
    """Whether its preposition holds a definite article: no `des` of a subject or object."""
    core = noun.dep_ in ("nsubj", "nsubj:pass", "obj")
    return any(
        child.dep_ == "case"
        and (child.lower_ in ("au", "aux") or (child.lower_ in ("du", "des") and not core))
        for child in noun.children
    )


def _undergone(noun: Token, head: Token) -> Token | None:
    """The `objet` of « faire l'objet de », whether the parser hangs the act on it or the verb."""
    if preposition(noun) == UNDERGOING.get(lemma_of(head), "-"):
        return head
    return next(
        (
            child
            for child in (head.children if is_verb(head) else ())
            if child.dep_ == "obj"
            and child.i < noun.i
            and preposition(noun) == UNDERGOING.get(lemma_of(child), "-")
        ),
        None,
    )


def _add_undergone(frame: Frame, noun: Token) -> None:
    """`faire l'objet de`, `avoir droit à`: the subject is the one to whom the act is done."""
    frame.add("support", [noun])
    verb = noun.head
    if is_verb(noun):
        frame.carrier = noun
        frame.adopt("subj", verb_frame(noun).fillers("obj"))
    elif any(child.dep_ == "cop" for child in noun.children):
        frame.add("subj", subjects(noun))
    elif is_verb(verb):
        frame.carrier = verb
        frame.adopt("subj", verb_frame(verb).fillers("subj"))
    elif noun.dep_ in ("appos", "acl", "nmod", "amod"):
        frame.add("subj", conjuncts(verb))


def _add_noun_complement(frame: Frame, child: Token, support: frozenset[str]) -> None:
    """One child of a noun, under the functions that it fills."""
    if child.dep_ == "det" or "Poss=Yes" in child.morph:
        _add_determiner(frame, child)
    elif child.dep_ == "amod" and child.pos_ != "VERB":
        frame.add("mod", [child])
        frame.add("adj", [child])
    elif child.dep_ in ("acl", "amod") and is_verb(child):
        _add_verbal(frame, child, support)
    elif child.pos_ in NOMINAL and child.dep_ not in APART:
        _add_complement(frame, child)


def _add_determiner(frame: Frame, child: Token) -> None:
    if "Poss=Yes" in child.morph:
        frame.add("poss", [child])
    if frame.get("poss") or "Definite=Def" in child.morph or "PronType=Dem" in child.morph:
        frame.definite = True


def _add_verbal(frame: Frame, verb: Token, support: frozenset[str]) -> None:
    """« la volonté de partir », « les frappes menées par X », « la tournée contrariée de X »."""
    if verb_group(verb).is_participle and verb.i == frame.trigger.i + 1:
        frame.add("de", de_complements(verb))
    if verb_group(verb).is_infinitive:
        frame.add("de+inf", [verb])
    elif lemma_of(verb) in support:
        frame.adopt("subj", verb_frame(verb).fillers("subj"))


def _add_complement(frame: Frame, child: Token) -> None:
    """A noun under its preposition; without one the parser has lost a `de`."""
    name = preposition(child)
    for token in conjuncts(child):
        own = preposition(token) or name
        if own:
            frame.add(own, [antecedent(token)])
            if lemma_of(token) in COMPOUND_NOUNS:
                frame.add(lemma_of(token), de_complements(token))
        elif child.dep_ == "nmod":
            frame.add("de", [token])


def _add_support(frame: Frame, noun: Token, verbal: Frame, carriers: Carriers) -> None:
    """What a noun takes of the verb that it completes: one that carries, tells or announces it."""
    lemma = lemma_of(verbal.trigger)
    is_object = noun in verbal.get("obj") or (noun.dep_ == "obj" and not preposition(noun))
    if lemma in carriers.support and (is_object or _is_carried(noun, verbal)):
        _carry(frame, verbal)
    elif lemma in carriers.occurring and noun in (*verbal.get("subj"), *verbal.get("obj")):
        _occur(frame, verbal)
    elif lemma in GATHERING and noun in verbal.get("subj"):
        frame.carrier = verbal.trigger
        frame.adopt("subj", verbal.fillers("obj"))
    elif lemma in STRIKING and noun in verbal.get("subj"):
        # « Une attaque a visé un convoi »
        frame.carrier = verbal.trigger
        frame.adopt("contre", verbal.fillers("obj"))
    if lemma in carriers.announcing and is_object:
        frame.announcers = tuple(verbal.fillers("subj"))
        _take_missing(frame, verbal, ANNOUNCED)


def _is_carried(noun: Token, verbal: Frame) -> bool:
    """« procède à une visite », « bénéficie d'un appui »: a complement that its verb carries."""
    name = preposition(noun)
    carrying = ("de",) if lemma_of(verbal.trigger) in OF_SUPPORT else ("à", "dans", "en")
    # « prendre part à la cérémonie » carries another noun.
    other = name == "à" and not verbal.passive and verbal.get("obj")
    return name in carrying and noun.dep_.startswith("obl") and not verbal.reflexive and not other


def _carry(frame: Frame, verbal: Frame) -> None:
    """« effectue une visite à X »: all but the object of the verb is the noun's."""
    frame.carrier = verbal.trigger
    frame.add("support", [verbal.trigger])
    frame.adopt("subj", verbal.fillers("subj"))
    for function, fillers in verbal.functions.items():
        if function not in ("subj", "obj") and function not in frame.functions:
            frame.adopt(function, (one for one in fillers if one.token != frame.trigger))


def _occur(frame: Frame, verbal: Frame) -> None:
    """« Des combats ont éclaté entre X et Y », « ont opposé X à Y »: both are parties.

    « La session a été ouverte par X »: the agent is one.
    """
    frame.carrier = verbal.trigger
    if verbal.passive:
        frame.adopt("subj", verbal.fillers("subj"))
    if lemma_of(verbal.trigger) == "opposer" and not verbal.passive:
        frame.adopt("subj" if verbal.get("à") else "entre", verbal.fillers("obj"))
        frame.adopt("contre", verbal.fillers("à"))
    _take_missing(frame, verbal, OCCURRING)


def _take_missing(frame: Frame, verbal: Frame, functions: Iterable[str]) -> None:
    for function in functions:
        if function not in frame.functions:
            frame.adopt(function, verbal.fillers(function))
