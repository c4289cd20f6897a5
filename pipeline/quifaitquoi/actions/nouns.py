"""Whether a noun without parties tells of one act, or of such in general; and a struck site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.factuality import FUTURE_ADJECTIVES
from quifaitquoi.records.actions import Trait
from quifaitquoi.syntax.frames import CHAINS, is_verb, lemma_of, preposition
from quifaitquoi.syntax.verb_groups import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.tokens import Token

# Prepositions behind which a noun is no act told: « sans combats », « contre les violences ».
UNTOLD: Final = frozenset({"sans", "contre", "pour", "comme", "en"})
NEGATING: Final = frozenset({"aucun", "aucune", "nul", "nulle"})
# Nouns behind which one without article is an act all the same: « tentative d'attentat ».
ATTEMPTS: Final = CHAINS | {"tentative", "acte"}
# Functions in which a noun says what happened, or when something else did.
TELLING: Final = frozenset({"nsubj", "nsubj:pass", "obl:mod", "obl:agent", "ROOT"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "ROOT"})
NUMBERING: Final = frozenset("plusieurs nouveau autre premier second double triple".split())
# What makes a noun the time or cause of another act: « lors d'un raid », « dans un attentat ».
CIRCUMSTANTIAL: Final = frozenset("lors dans après durant pendant par suite cours".split())
WHEN: Final = frozenset("lors après avant durant pendant suite travers".split())
# Nouns for the part of a meeting or march at which something else is done.
STRETCHES: Final = frozenset("terme issue cours fin suite occasion sortie marge".split())


def is_general(noun: Token, lexicon: ActionLexicon) -> bool:
    """Whether a noun means such acts in general: « la hausse des attentats », « sans combats »."""
    return not _is_pointed_at(noun) and (
        preposition(noun) in UNTOLD
        or any(child.lower_ in NEGATING for child in noun.children)
        or any(
            lemma_of(token) in lexicon.words("averting" if is_verb(token) else "counting")
            for token in _completed(noun)
        )
    )


def _is_pointed_at(noun: Token) -> bool:
    """« cette attaque », « ce procès »: a demonstrative means what the text has told."""
    return any("PronType=Dem" in child.morph for child in noun.children)


def is_valued(noun: Token, lexicon: ActionLexicon) -> bool:
    """« mettre l'accent sur la formation », « l'éducation est une priorité »: what is held dear.

    « la formation de 300 femmes », « cette formation » and « une formation » are some one act.
    """
    if lemma_of(noun) not in lexicon.words("lasting") or _is_counted(noun):
        return False
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN" and first.head != first:
        first = first.head
    above = first.head
    if any(child.dep_ == "cop" for child in above.children):
        foreseen = lemma_of(above) in FUTURE_ADJECTIVES
        return first.dep_ == "nsubj" and above.pos_ in ("NOUN", "ADJ") and not foreseen
    needed = first.dep_ in ("obj", "obl:arg", "obl:mod", "nmod")
    return needed and lemma_of(above) in lexicon.words("emphasis")


def _is_counted(noun: Token) -> bool:
    """Whether a number, an indefinite article or a demonstrative makes a noun one act of many."""
    around = [noun, *(child for child in noun.children if child.dep_ == "nmod")]
    return (
        _is_pointed_at(noun)
        or any("Definite=Ind" in child.morph for child in noun.children)
        or any(child.dep_ == "nummod" for token in around for child in token.children)
    )


def is_part(noun: Token, lexicon: ActionLexicon) -> bool:
    """« le thème du colloque », « le congrès a adopté »: no mention of the meeting."""
    if noun.dep_ in ("obl:agent", "nsubj") and lemma_of(noun.head) in lexicon.words("deciding"):
        return True
    parts = lexicon.words("meeting_part")
    return preposition(noun) in ("de", "à") and lemma_of(noun.head) in parts


def _completed(noun: Token) -> Iterator[Token]:
    """The nouns that a noun completes with `de`, and the verb that it or they are the object of."""
    current = noun
    while preposition(current) == "de" and current.head != current:
        current = current.head
        yield current
        if is_verb(current):
            return
    if current.dep_ in ("obj", "obl:arg") and is_verb(current.head):
        yield current.head


def heads_title(noun: Token) -> bool:
    """« Séminaire des imams à Bobo »: a title leaves out the article."""
    return noun.dep_ == "ROOT" and not any(child.dep_ == "det" for child in noun.children)


def lives(
    candidate: Candidate, lexicon: ActionLexicon, resolver: ArgumentResolver, *, titled: bool
) -> bool:
    """Whether an act without parties may be one: a noun that repeats one or tells of one.

    « ..., dit-il »: words are somebody's, whoever that is.
    """
    noun = candidate.trigger
    if candidate.frame.said:
        return candidate.type.has(Trait.SPEECH)
    if candidate.frame.pos == "v":
        return stands(candidate, lexicon)
    if is_general(noun, lexicon) or is_part(noun, lexicon):
        return False
    if titled or stands(candidate, lexicon):
        return True
    return candidate.frame.definite and not _is_passed_over(candidate, resolver)


def _is_passed_over(candidate: Candidate, resolver: ArgumentResolver) -> bool:
    """« à la fin de la cérémonie »: a gathering is told as a subject, or with its day or verb."""
    noun = candidate.trigger
    return (
        candidate.type.has(Trait.MEETING)
        and _only_repeats(candidate)
        and not _is_pointed_at(noun)
        and noun.dep_ not in SUBJECTS
        and candidate.frame.carrier is None
        and not any(resolver.in_date(token) for token in noun.subtree)
    )


def _only_repeats(candidate: Candidate) -> bool:
    """Whether a sense is that of a definite noun alone: it repeats what was told."""
    return any(condition.function == "def" for condition in candidate.sense.when)


def stands(candidate: Candidate, lexicon: ActionLexicon) -> bool:
    """Whether a noun tells of a blow though neither who dealt nor who took it is known."""
    frame, noun = candidate.frame, candidate.trigger
    if frame.pos == "v":
        return _strikes_site(candidate, lexicon)
    if is_general(noun, lexicon):
        return False
    if _is_pointed_at(noun) and (not candidate.type.has(Trait.MEETING) or _takes_up(noun)):
        return True
    if _only_repeats(candidate):
        return False
    # Acts of many, and acts that go on, are told where they are said to take place: « une réunion
    # s'est tenue mardi », « l'enquête se poursuit ».
    many = candidate.type.has(Trait.MEETING, Trait.MARCH)
    if many or not candidate.type.has(Trait.VIOLENT):
        if candidate.type.has(Trait.MARCH) and not frame.plural and is_time(noun):
            return True
        told = frame.carrier is not None
        told = told or (lemma_of(noun.head) == "cours" and preposition(noun.head) == "en")
        return told and noun.dep_ in ("nsubj", "nsubj:pass") and (many or frame.definite)
    if frame.definite:
        return True
    bare = not any(child.dep_ in ("det", "nummod") for child in noun.children)
    if bare:
        return preposition(noun) == "de" and lemma_of(noun.head) in ATTEMPTS
    if any(child.dep_ == "nummod" or lemma_of(child) in NUMBERING for child in noun.children):
        return True
    if frame.plural:
        # « des attentats ont été perpétrés », « des combats ont éclaté »
        return frame.carrier is not None and noun.dep_ in ("nsubj", "nsubj:pass")
    return frame.carrier is not None or bool(frame.announcers) or _is_told(noun, lexicon)


def _strikes_site(candidate: Candidate, lexicon: ActionLexicon) -> bool:
    """« deux écoles ont été bombardées »: a building that was struck, whosever it is.

    In « a été pris en embuscade » the noun tells of the act.
    """
    group = verb_group(candidate.trigger)
    return (
        candidate.type.has(Trait.VIOLENT)
        and group.compound
        and group.finite is not None
        and not candidate.frame.get("en")
        and any(lemma_of(token) in lexicon.words("site") for token in candidate.frame.get("obj"))
    )


def _takes_up(noun: Token) -> bool:
    """Whether a sentence is about a meeting or says what was done there: « lors de cette ... »."""
    told = noun.dep_ in TELLING and preposition(noun) != "de"
    return told or lemma_of(noun.head) in ("cours", "lors", "issue", "terme")


def is_time(noun: Token) -> bool:
    """Whether a noun says when something else was done.

    « lors d'un entretien », « au terme de longues heures de négociations ».
    """
    while noun.head != noun and preposition(noun) == "de" and lemma_of(noun.head) in CHAINS:
        noun = noun.head
    if preposition(noun) == "de":
        return lemma_of(noun.head) in STRETCHES or noun.head.lower_ in WHEN
    return preposition(noun) in WHEN


def _is_told(noun: Token, lexicon: ActionLexicon) -> bool:
    """Whether an indefinite noun says what happened, or when or why something else did."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _is_told(head, lexicon)
    return (
        noun.dep_ in TELLING
        or preposition(noun) in CIRCUMSTANTIAL
        or (preposition(noun) == "de" and head.lower_ in CIRCUMSTANTIAL)
        or (noun.dep_ == "obj" and lemma_of(head) in lexicon.words("taking_up"))
    )
