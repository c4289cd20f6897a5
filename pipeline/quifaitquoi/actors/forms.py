"""Forms of the tables: how common nouns are spelled, singulars of groups, names that are waters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.lexicon.actors import ActorLexicon, Group
    from quifaitquoi.syntax.view import View

# « le fleuve Niger », « les chutes du Niger », « le bassin du Congo » are waters, not states.
WATERS: Final = frozenset("fleuve riviere bassin delta rive rives boucle lac mer estuaire".split())
# Singulars that do not mean one member of the group.
NOT_MEMBERS: Final = frozenset(
    "partie camp personne famille communaute element cadre soutien conseil garde part media "
    "cooperant present parti delegation proche parent association secour gen".split()
)
# Singulars that are several people by themselves.
COLLECTIVES: Final = frozenset("bande clan ethnie faction menage puissance tribu".split())


def spellings(lexicon: ActorLexicon) -> dict[str, set[str]]:
    """Lower-case spellings of common nouns of one word, by folded form."""
    found: dict[str, set[str]] = {}
    offices = {office for rows in lexicon.offices.values() for office in rows}
    groups = {group for rows in lexicon.groups.values() for group in rows}
    for office in offices:
        _spell(found, (office.word, *office.forms, *office.plural))
    for group in groups:
        _spell(found, (group.word, *group.forms))
        if group.kind is ActorKind.GROUP:
            _spell(found, (form.removesuffix("s") for form in (group.word, *group.forms)))
    return found


def _spell(found: dict[str, set[str]], forms: Iterable[str]) -> None:
    for form in forms:
        if " " not in form:
            found.setdefault(fold(form), set()).add(form.lower().replace("’", "'"))


def members(lexicon: ActorLexicon) -> dict[str, tuple[Group, ...]]:
    """Singulars of group nouns of one word: « manifestant » is one of the « manifestants »."""
    singulars: dict[str, tuple[Group, ...]] = {}
    for form, rows in lexicon.groups.items():
        one = form.removesuffix("s")
        if (
            one != form
            and " " not in form
            and rows[0].kind is ActorKind.GROUP
            and one not in lexicon.groups
            and one not in NOT_MEMBERS
        ):
            singulars[one] = rows
    return singulars


def first_word(form: str) -> str:
    """What a token may hold of a form: up to the first space or the first apostrophe, kept."""
    word = form.partition(" ")[0]
    elided, apostrophe, _ = word.partition("'")
    return elided + apostrophe


def is_water(view: View, i: int) -> bool:
    """Whether a country's name at token `i` is a water's: « le fleuve Niger »."""
    j = i - 1
    while j >= 0 and view.folds[j] in ("du", "de", "le", "la", "l'"):
        j -= 1
    return (
        j >= 0
        and view.folds[j] in WATERS
        and view.folds[i] in ("niger", "congo", "senegal", "tchad")
    )
