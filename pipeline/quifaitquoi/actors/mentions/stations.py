"""Where somebody is posted: « l'ambassadeur russe à l'ONU »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import NAMES, Source
from quifaitquoi.actors.mentions import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.syntax.view import View

# Posts that one holds at a place or with a body that one does not belong to.
POSTED: Final = ("ambassad", "representant", "delegue", "observat", "consul", "charge d'affaires",
                 "attache", "correspondant", "envoye", "nonce", "haut representant")  # fmt: skip


def _before_name(view: View, j: int, hits: Mapping[int, Hit]) -> int:
    """« l'imam central, à Cotonou Issa Koné »."""
    k = j + 1 if j < len(view) and view.words[j] == "," else j
    if k + 2 >= len(view) or view.folds[k] not in ("a", "au", "en"):
        return j
    hit = hits.get(k + 1)
    if hit is None or hit.source not in NAMES or hit.end >= len(view):
        return j
    following = view.words[hit.end]
    return hit.end if following[0].isupper() and view.pos[hit.end] == "PROPN" else j


def station_end(view: View, phrase: Nominal, hits: Mapping[int, Hit]) -> int:
    """Where the place of a post ends.

    « l'ambassadeur russe » goes on « à l'ONU », « le chef de mission de MSF » « pour la Syrie »,
    « l'attaché de l'ambassade d'Italie » « au Togo ».
    """
    j = phrase.end
    if (end := _before_name(view, j, hits)) > j:
        return end
    serves = any(
        hit.source is Source.ORGANISATION or view.folds[hit.start].startswith(POSTED)
        for hit in phrase.inner
    )
    if j + 1 >= len(view) or not (serves or view.folds[phrase.noun].startswith(POSTED)):
        return j
    if view.folds[j] not in ("a", "au", "aux", "en", "aupres", "pour", "pres"):
        return j
    k = j + 1
    while k < len(view) - 1 and view.folds[k] in words.DE_LE:
        k += 1
    hit = hits.get(k)
    return hit.end if hit is not None and hit.source in NAMES else j
