"""The tense of an act, by the verb group of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.records.actions import Tense
from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.frames import is_passive, lemma_of

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Token


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
    if "Tense=Fut" in finite.morph or "Mood=Cnd" in finite.morph:
        return Tense.FUTURE
    compound = finite != clause.verb and finite.i < verb.i
    if "Tense=Pres" in finite.morph:
        if not compound or _is_plain_passive(finite, verb):
            return Tense.PRESENT
        return Tense.PAST
    if compound and "Tense=Imp" in finite.morph and not _is_plain_passive(finite, verb):
        return Tense.PLUPERFECT
    return Tense.PAST


def _is_plain_passive(auxiliary: Token, verb: Token) -> bool:
    """« est accusé », « étaient détenus »: être alone, of a verb that does not take it."""
    return (
        lemma_of(auxiliary) == "être"
        and (auxiliary.i == 0 or auxiliary.nbor(-1).lower_ not in ("se", "s'"))
        and verb.nbor(-1).lower_ != "été"
        and is_passive(verb)
        and not any(child.lower_ == "été" for child in verb.children)
    )
