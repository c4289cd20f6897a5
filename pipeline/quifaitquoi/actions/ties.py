"""How the time of one clause goes with that of another, by their words and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.tokens import Token


def is_issued(document: Token, participle: Token, lexicon: ActionLexicon) -> bool:
    """Whether a document and what was done with it say when something was said."""
    return document.lemma_.lower() in lexicon.words(
        "document"
    ) and participle.lemma_.lower() in lexicon.words("issuing")


def is_fronted(clause: Clause, parent: Clause) -> bool:
    """Whether a participle stands before the subject of its clause."""
    return (
        parent.verb is not None
        and clause.start <= parent.start + 1
        and clause.start < parent.verb.i
    )


def is_final_incise(clause: Clause) -> bool:
    """« ..., a annoncé le ministre »: what is said and the saying have each their time."""
    verb = clause.verb
    return (
        verb is not None
        and not clause.subject
        and verb.doc[clause.start].text == ","
        and verb.lemma_.lower() in SAYING
    )


def sharing_complements(clause: Clause) -> Iterator[Clause]:
    """The participles before that have no complements but those behind the last one.

    « interpellés, mis en examen et écroués vendredi », not « a accueilli les blessés et repris ».
    """
    while clause.kind is Kind.COORDINATED and clause.parent is not None:
        before = clause.parent
        if before.verb is None or clause.verb is None or before.finite is not clause.finite:
            return
        between = clause.verb.doc[before.verb.i + 1 : clause.start]
        if any(word.pos_ in ("DET", "NUM", "PROPN", "PRON") for word in between):
            return
        yield before
        clause = before
