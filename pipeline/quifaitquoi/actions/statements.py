"""What a neutral verb of speech does by what its clause says: deny, pledge, threaten, accuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actions.speech import REACH
from quifaitquoi.actions.subjects import subject_of
from quifaitquoi.records.actions import Trait
from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.frames import Filler, lemma_of, subjects
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import QUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.records.actions import EventType
    from quifaitquoi.syntax.tokens import Token


def read_content(
    candidate: Candidate,
    candidates: Mapping[int, Candidate],
    resolver: ArgumentResolver,
    acts: Mapping[Trait, EventType],
) -> None:
    """Give a statement the type, and the target, that the clause it reports asks for.

    `acts` holds the type of each trait.
    """
    lemma = lemma_of(candidate.trigger)
    if not candidate.type.has(Trait.STATES):
        return
    if any(
        lemma_of(verb) in resolver.lexicon.words("wanting")
        for verb in candidate.frame.get("inf")
        if _is_simple(verb)
    ):
        candidate.type = acts.get(Trait.PROMISES, candidate.type)
        return
    plain, claiming = resolver.lexicon.words("plain_saying"), resolver.lexicon.words("claiming")
    if lemma not in plain | claiming:
        return
    speakers = {key for argument in candidate.sources for key in argument.keys}
    clause = _reported(candidate.trigger, resolver)
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None:
        return
    doer = subject_of(clause, resolver)
    doers = resolver.stand_for(doer or map(Filler, subjects(verb)), "que")
    keys = {key for argument in doers for key in argument.keys}
    if lemma in plain and keys & speakers:
        meant = _own_act(verb, candidates.get(verb.i))
        candidate.type = acts.get(meant, candidate.type)
    elif lemma in claiming and keys and not keys & speakers and not candidate.targets:
        candidate.type = acts.get(Trait.ACCUSES, candidate.type)
        candidate.targets = doers
        candidate.keys |= keys


def _is_simple(verb: Token) -> bool:
    """Whether an infinitive is none of the past, and not denied: « dit vouloir »."""
    return "VerbForm=Inf" in verb.morph and not verb_group(verb).negated


def _reported(verb: Token, resolver: ArgumentResolver) -> Clause | None:
    """The clause in `que` behind a verb, if any stands near."""
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, resolver.sentence.end)]:
        if token.lower_ in QUE:
            clause = resolver.clauses[token.i]
            return clause if clause.kind in (Kind.REPORTED, Kind.SUBORDINATE) else None
    return None


def _own_act(verb: Token, act: Candidate | None) -> Trait:
    """What one does who says this of himself."""
    group = verb_group(verb)
    if group.negated and group.compound:
        return Trait.REFUSES
    future = any("Tense=Fut" in word.morph for word in (verb, *verb.children))
    if future and act is not None and not group.negated:
        if act.type.has(Trait.VIOLENT, Trait.SEIZES):
            return Trait.THREATENS
        if act.type.has(Trait.FRIENDLY):
            return Trait.PROMISES
    return Trait.STATES
