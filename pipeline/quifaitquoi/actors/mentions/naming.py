"""Bodies' own names after a common noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actors.gazetteer import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.syntax.view import View


def named(view: View, j: int, hits: Mapping[int, Hit], noun: int, nouns: Collection[str]) -> int:
    """Where a body's own name at token `j` ends, its common noun being at `noun`; `j` if none.

    `nouns` are those after which bodies have their names: « le mouvement 3R », « la coalition Viv
    Ansanm », « l'ONG Sentinelle ».
    """
    if view.shouted or j >= len(view) or not _is_common(view, noun):
        return j
    if view.folds[noun] not in nouns or (j - 1 > noun and view.words[j - 1][0].isupper()):
        return j
    hit = hits.get(j)
    if hit is not None:
        return hit.end if hit.source is Source.ORGANISATION else j
    end = j
    while end < len(view) and end not in hits and _is_name_part(view, end, j):
        end += 1
    return end


def _is_common(view: View, noun: int) -> bool:
    """Whether a naming noun is common here: in lower case, « ONG », or a sentence's first word."""
    return view.words[noun][0].islower() or noun == 0 or view.folds[noun] == "ong"


def _is_name_part(view: View, i: int, start: int) -> bool:
    word = view.words[i]
    if any(map(str.isupper, word)):
        return i > start or view.pos[i] not in ("DET", "PRON") or word.isupper()
    return (
        i > start
        and word in ("-", "'", "’")
        and view.stop(i) == view.start(min(i + 1, len(view) - 1))
    )
