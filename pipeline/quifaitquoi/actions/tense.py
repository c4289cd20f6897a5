"""The tense of an act, by the verb group of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actions.modifiers import carrier
from quifaitquoi.records.actions import Tense
from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.frames import lemma_of
from quifaitquoi.syntax.verb_groups import Mood, VerbTense, verb_group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.syntax.tokens import Token


def tense_of(candidate: Candidate, clauses: Mapping[int, Clause]) -> Tense:
    """That of the verb whose time is a candidate's, read once."""
    if candidate.tense is None:
        verb = carrier(candidate.frame)
        candidate.tense = Tense.NONE if verb is None else tense(verb, clauses[verb.i])
    return candidate.tense


def tense(verb: Token, clause: Clause) -> Tense:
    """The tense of a verb in its clause; a gerund has that of the clause beside it."""
    if "VerbForm=Inf" in verb.morph:
        return Tense.NONE
    if clause.kind is Kind.PARTICIPLE:
        return Tense.PAST
    if clause.kind is Kind.INFINITIVE:
        # A participle after `avoir` or `être`.
        return Tense.PAST
    finite = clause.finite
    if finite is None:
        parent = clause.parent
        if clause.kind is Kind.GERUND and parent is not None and parent.verb is not None:
            return tense(parent.verb, parent)
        return Tense.NONE
    if clause.tense is VerbTense.FUTURE or clause.mood is Mood.CONDITIONAL:
        return Tense.FUTURE
    before = clause.compound and not _is_plain_passive(finite, verb)
    if clause.tense is VerbTense.PRESENT:
        return Tense.PAST if before else Tense.PRESENT
    if clause.tense is VerbTense.IMPERFECT and before:
        return Tense.PLUPERFECT
    return Tense.PAST


def _is_plain_passive(auxiliary: Token, verb: Token) -> bool:
    """« est accusé », « étaient détenus »: être alone, of a verb that does not take it."""
    return (
        lemma_of(auxiliary) == "être"
        and (auxiliary.i == 0 or auxiliary.nbor(-1).lower_ not in ("se", "s'"))
        and verb.nbor(-1).lower_ != "été"
        and verb_group(verb).passive
        and not any(child.lower_ == "été" for child in verb.children)
    )
