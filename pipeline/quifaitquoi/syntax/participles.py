"""Participles that share an auxiliary: « ont été interpellés, mis en examen et écroués »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.words import COORDINATORS

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Token

# Words from a participle to the conjunction before the last one of its list.
LIST_GAP: Final = 8


def shares_auxiliary(
    participle: Token, before: Token | None, verb: Token | None, finite: Token | None
) -> bool:
    """Whether a participle goes on with the compound verb of the clause that it stands in.

    `before` is the word before it, adverbs aside; `finite` the auxiliary of `verb`.
    """
    if before is None or verb is None or "VerbForm=Part" not in verb.morph:
        return False
    if before.lower_ in COORDINATORS:
        return True
    if before.text != "," or finite is None:
        return False
    return _is_listed(participle) or (
        finite.lemma_ == "avoir" and _is_followed_by(participle, ("DET", "NUM"))
    )


def _is_listed(participle: Token) -> bool:
    """« , mis en examen et écroués »: whether a conjunction and one more participle follow."""
    for word in participle.doc[participle.i + 1 : participle.i + 1 + LIST_GAP]:
        if word.lower_ in COORDINATORS:
            return word.i + 1 < len(word.doc) and "VerbForm=Part" in word.nbor(1).morph
        if word.pos_ in ("DET", "PROPN") or "VerbForm=Fin" in word.morph:
            return False
    return False


def _is_followed_by(token: Token, parts: tuple[str, ...]) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ in parts
