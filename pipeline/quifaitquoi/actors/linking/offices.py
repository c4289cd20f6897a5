"""Which descriptions can name which office-holder: families of office nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Folded nouns of one family may stand for each other (« le président », « le chef de l'État »).
FAMILIES: Final = {
    "head": (
        "president", "president de la republique", "chef de l'etat", "chef d'etat", "roi", "emir",
        "sultan", "president de la transition", "president du faso", "president elu", "prince",
        "chef de la junte", "president du conseil", "homme fort", "souverain", "numero un",
        "monarque", "guide supreme", "dirigeant", "presidente",
    ),
    "chair": ("president", "presidente", "president d'organe"),
    "vice": ("vice president", "vice presidente", "vice president d'organe"),
    "premier": (
        "premier ministre", "chef du gouvernement", "chancelier", "president du conseil",
        "dirigeant", "premiere ministre",
    ),
    "minister": (
        "ministre", "ministre des affaires etrangeres", "ministre de la defense",
        "ministre de l'interieur", "ministre de la justice", "grand argentier",
        "secretaire d'etat", "vice ministre", "chef de la diplomatie", "garde des sceaux",
    ),
    "foreign": ("ministre des affaires etrangeres", "chef de la diplomatie", "diplomate"),
    "diplomat": (
        "diplomate", "ambassadeur", "ambassadrice", "consul", "charge d'affaires", "emissaire",
        "envoye special", "haut representant", "representant special", "ex ambassadeur",
        "ministre des affaires etrangeres", "chef de la diplomatie",
    ),
    "officer": ("officier", "militaire", "officier superieur", "#rank", "putschiste"),
    "cleric": (
        "imam", "religieux", "eveque", "archeveque", "cardinal", "pape", "souverain pontife",
        "pasteur", "predicateur", "guide religieux", "cheikh", "abbe", "pere", "prelat", "guide",
        "guide spirituel", "precheur", "maitre coranique",
    ),
    "teacher": (
        "enseignant", "enseignante", "professeur", "professeure", "universitaire", "chercheur",
        "chercheuse", "politologue", "historien", "historienne", "sociologue", "economiste",
        "anthropologue", "geopolitologue", "constitutionnaliste", "juriste", "expert", "experte",
        "specialiste", "analyste", "academicien",
    ),
    "reporter": (
        "journaliste", "reporter", "reportere", "correspondant", "correspondante", "chroniqueur",
        "editorialiste", "animateur", "animatrice", "blogueur", "presentateur", "presentatrice",
    ),
    "opponent": ("opposant", "opposante", "chef de file", "leader", "candidat"),
    "mediator": ("mediateur", "facilitateur", "emissaire", "negociateur"),
    "trader": ("commercant", "negociant", "exportateur", "importateur", "homme d'affaires"),
    "deputy": ("depute", "elu", "parlementaire", "senateur"),
    "prosecutor": ("procureur", "magistrat", "juge"),
}  # fmt: skip

_OF_NOUN: Final[dict[str, frozenset[str]]] = {
    noun: frozenset(family for family, nouns in FAMILIES.items() if noun in nouns)
    for nouns_ in FAMILIES.values()
    for noun in nouns_
}
# Nouns that any person of the kind may be called, the more so of several (« les deux hommes »).
GENERIC: Final = frozenset(
    "homme femme dirigeant responsable leader personnalite interlocuteur homologue protagoniste "
    "interesse pair collegue homme_politique chef patron figure officiel".split()
)
LEADING: Final = frozenset({"head", "premier"})


def families(nouns: Iterable[str]) -> frozenset[str]:
    """Families of a person's or a description's folded nouns, singular or plural.

    A noun outside all families is its own.
    """
    found: set[str] = set()
    for noun in nouns:
        bare = noun.removeprefix("ancien ").removeprefix("ex ")
        known = _OF_NOUN.get(bare) or _OF_NOUN.get(singular(bare))
        if known:
            found |= known
        elif bare.startswith("ministre"):
            found.add("minister")
        elif not noun.startswith("#"):
            found.add(singular(bare))
    return frozenset(found)


def singular(noun: str) -> str:
    """« chefs d'etat » to « chef d'etat »."""
    return " ".join(word.removesuffix("s") for word in noun.split())


def is_generic(nouns: Iterable[str]) -> bool:
    """Whether the nouns say no more than that it is a person."""
    return any(noun in GENERIC or singular(noun) in GENERIC for noun in nouns)
