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
# Texts in which rules stand; a decree or an order tells what is done now.
LAWS: Final = frozenset("loi code constitution article règlement charte convention coran".split())
# In the imperfect somebody was on the way when something else happened.
TRAVELLING: Final = frozenset("rendre aller partir arriver venir".split())


def is_habit(verb: Token) -> bool:
    """« attaque régulièrement », « reçoit chaque année », « se rendait à »: no specific act."""
    if "Tense=Imp" in verb.morph and lemma_of(verb) in TRAVELLING:
        return True
    return (_is_simple(verb) or "Tense=Imp" in verb.morph) and (
        any(child.lower_ in HABITUAL for child in verb.children)
        or any(map(_is_every, _complements(verb)))
    )


def is_rule(verb: Token) -> bool:
    """« la loi interdit de », « est une organisation qui réunit X »: what always holds."""
    if not _is_simple(verb):
        return False
    if verb.dep_ == "acl:relcl":
        labels = {child.dep_: child for child in verb.head.children}
        indefinite = "det" in labels and "Definite=Ind" in labels["det"].morph
        present = "cop" in labels and "Tense=Pres" in labels["cop"].morph
        return indefinite and present and any(child.lower_ == "qui" for child in verb.children)
    return any(
        child.dep_ == "nsubj"
        and lemma_of(child) in LAWS
        and any("Definite=Def" in word.morph for word in child.children)
        for child in verb.children
    )


def _is_simple(verb: Token) -> bool:
    """Whether it is a present; the model takes « interdit », « réunit » for a past as well."""
    past = "Tense=Past" in verb.morph and verb.lower_.endswith("it")
    return "Tense=Pres" in verb.morph or (past and "VerbForm=Fin" in verb.morph)


def _complements(head: Token) -> Iterator[Token]:
    """The complements of a verb with their own, down to the next verb."""
    for child in head.children:
        if not is_verb(child):
            yield child
            yield from _complements(child)


def _is_every(noun: Token) -> bool:
    """« chaque année », « tous les jeudis », « tous les deux ans », « deux fois par an »."""
    if lemma_of(noun) not in PERIODS:
        return False
    words = {child.lower_ for child in noun.children}
    if noun.i > 1 and [word.lower_ for word in noun.doc[noun.i - 2 : noun.i]] == ["fois", "par"]:
        return True
    return "chaque" in words or ("les" in words and bool(words & {"tous", "toutes"}))
