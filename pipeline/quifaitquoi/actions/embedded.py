"""Which of two verbs is the event, where one is said or wished by the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.factuality import is_sequel
from quifaitquoi.records.actions import Trait
from quifaitquoi.syntax.verb_groups import is_gerund, verb_group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.syntax.tokens import Token

MAX_CLIMB: Final = 4
# Where the sentence or a clause of its own begins.
ENDS: Final = frozenset({"acl:relcl", "ROOT", "parataxis", "conj"})


def is_content(candidate: Candidate, wish: Candidate) -> bool:
    """« invite X à participer »: what is wished of those who are asked is no event of its own.

    « dit assumer son bilan »: nor what one only says.
    """
    if _is_told(candidate, wish):
        return candidate.type.has(Trait.STATES)
    return (
        wish.type.has(Trait.WISH)
        and not candidate.type.has(Trait.MARCH)
        and (candidate.keys <= wish.keys or candidate.type.has(Trait.STATES))
        and candidate.frame.carrier != wish.trigger
    )


def only_introduces(speech: Candidate, candidate: Candidate) -> bool:
    """« a réagi en dénonçant », « dit attendre des excuses »: the second verb says what is done."""
    if not (speech.type.has(Trait.STATES) and candidate.type.has(Trait.SPEECH)):
        return False
    if candidate.trigger in speech.frame.get("inf"):
        return _is_told(candidate, speech)
    return is_gerund(candidate.trigger) and not any(map(speech.frame.get, ("que", "obj", "inf")))


def _is_told(candidate: Candidate, speech: Candidate) -> bool:
    """« dit attendre »: an infinitive that is what somebody says, not « dit avoir attendu »."""
    verb = candidate.trigger
    told = speech.type.has(Trait.STATES) and verb in speech.frame.get("inf")
    return told and "VerbForm=Inf" in verb.morph


def carries_on(candidate: Candidate, kept: Mapping[int, Candidate]) -> bool:
    """« a accusé X, citant des preuves », « dit ..., ajoutant que »: no speech of its own.

    Nor is « a salué l'accord avant de préciser que », though « avant d'ajouter : ... » quotes.
    `kept`: the events of the sentence.
    """
    trigger = candidate.trigger
    if not candidate.type.has(Trait.STATES):
        return False
    spoken = any(i < trigger.i and one.type.has(Trait.SPEECH) for i, one in kept.items())
    if is_gerund(trigger):
        return spoken or not candidate.frame.get("que")
    quotes = trigger.i + 1 < len(trigger.doc) and trigger.nbor(1).text == ":"
    return spoken and verb_group(trigger).is_infinitive and is_sequel(trigger) and not quotes


def governor(trigger: Token, kept: Mapping[int, Candidate]) -> Candidate | None:
    """The nearest of some events above a trigger, without a finite clause between."""
    current = trigger
    for _ in range(MAX_CLIMB):
        if current.head == current or current.dep_ in ENDS or _is_finite_clause(current):
            return None
        if current.dep_ == "ccomp" and current != trigger:
            return None
        current = current.head
        if current.i in kept:
            return kept[current.i]
    return None


def _is_finite_clause(verb: Token) -> bool:
    """Whether an adverbial clause is finite: « en dénonçant » and « pour dénoncer » are not."""
    return verb.dep_ == "advcl" and not is_gerund(verb) and not verb_group(verb).is_infinitive
