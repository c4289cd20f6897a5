"""Parties of a noun that stand apart from it: who held it in front, for whom it was behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Basis
from quifaitquoi.syntax.frames import Frame, conjuncts, lemma_of, verb_frame
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import DE

if TYPE_CHECKING:
    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.tokens import Token

# « au profit de X », « à l'intention de X »: the parser leaves X to the verb behind.
FOR: Final = frozenset({"profit", "intention", "faveur"})
# Participles whose agent holds what their noun names.
HOLDING: Final = frozenset(
    """organiser co-organiser coorganiser initier animer tenir mener conduire diriger présider
    offrir dispenser""".split()
)
# Who obtains an act has had it done.
OBTAINING: Final = frozenset({"obtenir"})
WINDOW: Final = 25


def add_parties(frame: Frame, resolver: ArgumentResolver) -> None:
    """Add to a noun those for whom it is held, and the agent of a participle in front."""
    _add_beneficiaries(frame, resolver)
    if not frame.get("subj") and not frame.get("par"):
        frame.add("subj", _holders(frame.trigger, resolver), Basis.FRONTED)


def is_undergone(candidate: Candidate, lexicon: ActionLexicon) -> bool:
    """« a subi une attaque », « a bénéficié d'une libération »: the subject is the target.

    A sense that asks for its support verb says itself who does what.
    """
    undergoing = lexicon.words("suffer") | lexicon.words("receive") - OBTAINING
    supports = candidate.frame.get("support")
    asked = any(condition.function == "support" for condition in candidate.sense.when)
    return not asked and any(lemma_of(verb) in undergoing for verb in supports)


def _add_beneficiaries(frame: Frame, resolver: ArgumentResolver) -> None:
    noun = frame.trigger
    end = min(noun.i + WINDOW, resolver.sentence.end)
    for token in noun.doc[noun.i + 1 : end - 1]:
        if token.lower_ in FOR and token.nbor().lower_ in DE:
            party = next((t for t in token.doc[token.i + 2 : end] if _is_head(t)), None)
            apart = any(verb_group(t).is_finite for t in token.doc[noun.i + 1 : token.i + 1])
            if party is not None and not apart and not frame.get(token.lower_):
                frame.add(token.lower_, conjuncts(party), Basis.PREPOSITION)
            return


def _is_head(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON")


def _holders(noun: Token, resolver: ArgumentResolver) -> list[Token]:
    """« Organisée par l'Unicef, cette rencontre a ...»."""
    first = noun.doc[resolver.sentence.start]
    comma = noun.left_edge.i - 1
    if (
        comma <= first.i
        or noun.doc[comma].text != ","
        or not verb_group(first).is_participle
        or lemma_of(first) not in HOLDING
        or any(verb_group(token).is_finite for token in noun.doc[first.i : comma])
    ):
        return []
    return verb_frame(first).get("subj")
