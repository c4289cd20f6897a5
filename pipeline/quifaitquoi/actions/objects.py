"""Whom or what a verb is done to, where the tree has nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.neighbours import acts, fronted_object, left_subject, right_object
from quifaitquoi.records.actions import Basis
from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.frames import Filler, Frame
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import QUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.syntax.tokens import Token

DATIVE_RELATIVES: Final = frozenset("auquel auxquels auxquelles".split())


def offered_objects(frame: Frame, resolver: ArgumentResolver) -> Iterator[Filler]:
    """What may be the object of a verb, of a passive its subject, though the tree does not say so.

    Best first; beside a thing that is the object by the tree only the antecedent of a relative.
    """
    verb, free = frame.trigger, not frame.get("obj")
    found: Token | None = None
    if not frame.passive:
        if free and not frame.reflexive and (found := right_object(verb, resolver)) is not None:
            yield Filler(found, Basis.BEHIND)
        if relative_function(frame, resolver) == "obj":
            found = antecedent_noun(frame, resolver)
            if found is not None:
                yield Filler(found, Basis.ANTECEDENT)
    elif free and verb_group(verb).is_finite:
        found = left_subject(verb, resolver)
        if found is not None:
            yield Filler(found, Basis.FRONTED)
    elif free:
        found = fronted_object(verb, resolver)
        if found is not None:
            yield Filler(found, Basis.BEHIND)


def relative_function(frame: Frame, resolver: ArgumentResolver) -> str:
    """The function of the word that opens a verb's clause, by its form; empty for most words.

    « À Lima, où il s'est rendu »: whatever the parser hung the word on.
    """
    clause = resolver.clauses[frame.trigger.i]
    if frame.passive or clause.verb != frame.trigger or clause.start <= resolver.sentence.start:
        return ""
    if clause.opener in QUE and clause.kind in (Kind.RELATIVE, Kind.SUBORDINATE):
        return "obj"
    if clause.opener in DATIVE_RELATIVES or _is_dative(clause):
        return "à"
    return "où" if clause.opener == "où" else ""


def antecedent_noun(frame: Frame, resolver: ArgumentResolver) -> Token | None:
    """« les déplacés, que X refoule », « le Niger, à qui X reproche »: the actor before."""
    doc, i = frame.trigger.doc, resolver.clauses[frame.trigger.i].start - 1
    while i > resolver.sentence.start and doc[i].text in (",", "à"):
        i -= 1
    named = doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and acts(doc[i], resolver)
    return doc[i] if named else None


def _is_dative(clause: Clause) -> bool:
    """« à qui », « à laquelle »."""
    if clause.kind is not Kind.RELATIVE or clause.verb is None or clause.start == 0:
        return False
    return clause.verb.doc[clause.start - 1].lower_ == "à"
