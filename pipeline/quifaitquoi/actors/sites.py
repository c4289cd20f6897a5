"""Sites: the buildings, grounds and parts of a town where something takes place.

« au stade municipal de X »: the town that a site lies in. « à la Maison du peuple », « dans la
ville »: a site that names no town lies where the article is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.words import DE, DEMONSTRATIVES, LE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

BEFORE: Final = frozenset("a au aux dans devant sur en pres vers sous derriere".split())
PLURAL: Final = frozenset({"les", "aux", "ces"})
POINTING: Final = DEMONSTRATIVES | {"tout", "toute"}
# Words between a site and its town: « au centre d'accueil pour jeunes filles de X ».
REACH: Final = 12


def site_of(view: View, i: int, lexicon: ActorLexicon) -> int:
    """The site where something is whose town is named at `i`, -1 where there is none.

    « au stade municipal de X », « à la maison des jeunes et de la culture de X ».
    """
    at = _skip(view, i - 1, LE)
    if at < 0 or view.folds[at] not in DE:
        return -1
    at -= 1
    while at > 0 and i - at <= REACH:
        if view.words[at] == ")":
            at = _opening(view, at) - 1
        elif view.folds[at] in lexicon.words("setting"):
            return at if is_entered(view, at) else -1
        elif view.pos[at] in ("ADJ", "PROPN", "X", "NUM") or view.words[at] == "-":
            at -= 1
        elif view.pos[at] == "NOUN" and (joint := _joint_before(view, at)) > 0:
            at = joint - 1
        else:
            return -1
    return -1


def sites(view: View, lexicon: ActorLexicon) -> Iterator[tuple[int, int]]:
    """Sites and grounds of a sentence where something is, each with the token after its name.

    Several (« dans les pays du Sahel ») are not one place.
    """
    for i, word in enumerate(view.folds):
        if word in lexicon.words("setting") and is_entered(view, i) and not _several(view, i):
            yield i, _site_end(view, i)


def _several(view: View, i: int) -> bool:
    return not PLURAL.isdisjoint(view.folds[max(i - 2, 0) : i])


def is_entered(view: View, i: int) -> bool:
    """Whether a noun is that of where something is: « au stade », « a eu pour cadre le stade »."""
    at = i - 1
    while at >= 0 and (view.pos[at] == "ADJ" or view.folds[at] in POINTING):
        at -= 1
    if at < 0:
        return False
    contracted = view.folds[at] in ("au", "aux")
    if not contracted:
        known = view.folds[at] in LE or at < i - 1
        at = _skip(view, at, LE)
        if not known or at < 0:
            return False
    framed = view.folds[max(at - 1, 0) : at + 1] == ["pour", "cadre"]
    return framed or view.folds[at] in BEFORE


def _site_end(view: View, i: int) -> int:
    """The token after a site with what names it: « maison du peuple », « centre culturel X »."""
    end = _names_end(view, i + 1)
    if end + 1 < len(view) and view.folds[end] in DE and _is_naming(view, end + 1):
        end = _names_end(view, end + 2)
    return end


def _names_end(view: View, end: int) -> int:
    while end < len(view) and view.pos[end] in ("ADJ", "PROPN", "X"):
        end += 1
    return end


def _is_naming(view: View, i: int) -> bool:
    return view.words[i][0].isupper() or view.pos[i] == "NOUN"


def _joint_before(view: View, noun: int) -> int:
    """The `de` or `et` before a noun and its article, -1 where there is none."""
    at = _skip(view, noun - 1, LE)
    if at >= 0 and view.folds[at] in DE and view.folds[at - 1] == "et":
        return at - 1
    return at if at > 0 and (view.folds[at] in DE or view.folds[at] in ("et", "pour")) else -1


def _opening(view: View, at: int) -> int:
    while at > 0 and view.words[at] != "(":
        at -= 1
    return at


def _skip(view: View, at: int, words: frozenset[str]) -> int:
    """The position at or before `at` that holds none of some words."""
    while at >= 0 and view.folds[at] in words:
        at -= 1
    return at
