"""Whether a noun without parties tells of one act, or of such acts in general."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Trait
from quifaitquoi.syntax.frames import CHAINS, is_verb, lemma_of, preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

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
NUMBERING: Final = frozenset("plusieurs nouveau autre premier second double triple".split())
# What makes a noun the time or cause of another act: « lors d'un raid », « dans un attentat ».
CIRCUMSTANTIAL: Final = frozenset("lors dans après durant pendant par suite cours".split())
# Verbs that take up an act as done.
REPORTING: Final = frozenset(
    "revendiquer condamner dénoncer confirmer déplorer rapporter signaler inclure".split()
)


def is_general(noun: Token, lexicon: ActionLexicon) -> bool:
    """Whether a noun means such acts in general: « la hausse des attentats », « sans combats »."""
    return not _is_pointed_at(noun) and (
        preposition(noun) in UNTOLD
        or any(child.lower_ in NEGATING for child in noun.children)
        or any(
            lemma_of(token) in lexicon.words("averting" if is_verb(token) else "counting")
            for token in _above(noun)
        )
    )


def _is_pointed_at(noun: Token) -> bool:
    """« cette attaque », « ce procès »: a demonstrative means what the text has told."""
    return any("PronType=Dem" in child.morph for child in noun.children)


def is_part(noun: Token, lexicon: ActionLexicon) -> bool:
    """« le thème du colloque », « le congrès a adopté »: no mention of the meeting."""
    if noun.dep_ in ("obl:agent", "nsubj") and lemma_of(noun.head) in lexicon.words("deciding"):
        return True
    parts = lexicon.words("meeting_part")
    return preposition(noun) in ("de", "à") and lemma_of(noun.head) in parts


def _above(noun: Token) -> Iterator[Token]:
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


def lives(candidate: Candidate, lexicon: ActionLexicon, *, titled: bool) -> bool:
    """Whether an act without parties may be one: a noun that repeats one or tells of one.

    « ..., dit-il »: words are somebody's, whoever that is.
    """
    noun = candidate.trigger
    if candidate.frame.said:
        return candidate.type.has(Trait.SPEECH)
    if candidate.frame.pos != "n" or is_general(noun, lexicon) or is_part(noun, lexicon):
        return False
    return candidate.frame.definite or titled or stands(candidate, lexicon)


def stands(candidate: Candidate, lexicon: ActionLexicon) -> bool:
    """Whether a noun tells of a blow though neither who dealt nor who took it is known.

    A sense that only a definite noun has repeats what was told, and needs it.
    """
    frame, noun = candidate.frame, candidate.trigger
    if frame.pos != "n" or is_general(noun, lexicon):
        return False
    if _is_pointed_at(noun) and (not candidate.type.has(Trait.MEETING) or _takes_up(noun)):
        return True
    if any(condition.function == "def" for condition in candidate.sense.when):
        return False
    # Acts of many, and acts that go on, are told where they are said to take place: « une réunion
    # s'est tenue mardi », « l'enquête se poursuit ».
    many = candidate.type.has(Trait.MEETING, Trait.MARCH)
    if many or not candidate.type.has(Trait.VIOLENT):
        told = frame.carrier is not None and not frame.get("support")
        told = told or (lemma_of(noun.head) == "cours" and preposition(noun.head) == "en")
        return told and noun.dep_ in ("nsubj", "nsubj:pass") and (many or frame.definite)
    if frame.definite:
        return True
    bare = not any(child.dep_ in ("det", "nummod") for child in noun.children)
    if bare:
        return preposition(noun) == "de" and lemma_of(noun.head) in ATTEMPTS
    if any(child.dep_ == "nummod" or lemma_of(child) in NUMBERING for child in noun.children):
        return True
    return not frame.plural and (
        frame.carrier is not None or bool(frame.announcers) or _is_told(noun)
    )


def _takes_up(noun: Token) -> bool:
    """Whether a sentence is about a meeting or says what was done there: « lors de cette ... »."""
    told = noun.dep_ in TELLING and preposition(noun) != "de"
    return told or lemma_of(noun.head) in ("cours", "lors", "issue", "terme")


def _is_told(noun: Token) -> bool:
    """Whether an indefinite noun says what happened, or when or why something else did."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _is_told(head)
    return (
        noun.dep_ in TELLING
        or preposition(noun) in CIRCUMSTANTIAL
        or (preposition(noun) == "de" and head.lower_ in CIRCUMSTANTIAL)
        or (noun.dep_ == "obj" and lemma_of(head) in REPORTING)
    )
