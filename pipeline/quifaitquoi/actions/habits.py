"""Verbs of what is usual: no act at any one time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.frames import is_verb, lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.syntax.tokens import Token

HABITUAL: Final = frozenset(
    """régulièrement souvent habituellement généralement fréquemment parfois quotidiennement
    périodiquement""".split()
)
PERIODS: Final = frozenset(
    """an année mois semaine jour matin soir trimestre semestre lundi mardi mercredi jeudi vendredi
    samedi dimanche""".split()
)
# In the imperfect somebody was on the way when something else happened.
TRAVELLING: Final = frozenset("rendre aller partir arriver venir".split())


def is_habit(verb: Token) -> bool:
    """« attaque régulièrement », « reçoit chaque année », « se rendait à »: no specific act."""
    if "Tense=Imp" in verb.morph and lemma_of(verb) in TRAVELLING:
        return True
    return ("Tense=Pres" in verb.morph or "Tense=Imp" in verb.morph) and (
        any(child.lower_ in HABITUAL for child in verb.children)
        or any(map(_is_every, _phrase(verb)))
    )


def _phrase(head: Token) -> Iterator[Token]:
    """The complements of a verb with their own, down to the next verb."""
    for child in head.children:
        if not is_verb(child):
            yield child
            yield from _phrase(child)


def _is_every(noun: Token) -> bool:
    """« chaque année », « tous les jeudis », « tous les deux ans »."""
    if lemma_of(noun) not in PERIODS:
        return False
    words = {child.lower_ for child in noun.children}
    return "chaque" in words or ("les" in words and bool(words & {"tous", "toutes"}))
