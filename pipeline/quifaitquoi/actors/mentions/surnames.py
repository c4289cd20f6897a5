"""Persons whose name is also a country's, a town's or a people's: « François Hollande »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.names import given_name
from quifaitquoi.lexicon.actors import Office, fold
from quifaitquoi.syntax.words import DE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.syntax.view import View

PLACES: Final = frozenset({Source.COUNTRY, Source.CAPITAL, Source.SEAT, Source.PLACE})
SURNAMES: Final = PLACES | {Source.DEMONYM, Source.GROUP}
COURTESY: Final = frozenset({"monsieur", "madame"})
# What stands before a country, but not before a person: « en Hollande », « du Togo ».
BEFORE_COUNTRY: Final = words.DETERMINERS | {"en", "vers", "dans", "et"}
MAX_NAME: Final = 5


class Surnames:
    """Which forms of the tables are words of persons' names."""

    def __init__(self, lexicon: ActorLexicon, leaders: Leaders) -> None:
        self._lexicon = lexicon
        self._leaders = leaders

    def named(self, view: View, hits: Sequence[Hit]) -> list[Hit]:
        """Forms that the words beside them show to be of a person's name."""
        by_end = {hit.end: hit for hit in hits}
        return [
            hit
            for hit in hits
            if self._is_single(view, hit)
            and (
                self._after_given_name(view, hit)
                or self._after_title(view, hit, by_end)
                or self._opens_leader(view, hit)
            )
        ]

    def inside(self, view: View, hits: Sequence[Hit]) -> list[Hit]:
        """Forms inside the name of a thing, in capitals: « le Tour de France »."""
        return [
            hit
            for hit in hits
            if self._is_single(view, hit) and self._bears_name(view, hit.start - 2)
        ]

    def again(self, view: View, hits: Sequence[Hit], known: Collection[str]) -> list[Hit]:
        """Countries that are a surname known here or from the tables: « Hollande a réagi »."""
        return [
            hit
            for hit in hits
            if hit.source is Source.COUNTRY
            and self._is_single(view, hit)
            and self._stands_alone(view, hit.start, known)
        ]

    @staticmethod
    def _is_single(view: View, hit: Hit) -> bool:
        return (
            hit.end == hit.start + 1
            and hit.source in SURNAMES
            and view.words[hit.start][0].isupper()
            and not view.shouted
        )

    def _after_given_name(self, view: View, hit: Hit) -> bool:
        i = hit.start - 1
        return (
            i >= 0
            and view.words[i][0].isupper()
            and given_name(view.folds[i], self._lexicon)
            and view.stop(i) + 1 == view.start(hit.start)
        )

    def _after_title(self, view: View, hit: Hit, by_end: Mapping[int, Hit]) -> bool:
        """« M. Hollande », « le président Hollande »: a country would have its preposition."""
        title = by_end.get(hit.start)
        if title is None or title.source is not Source.OFFICE:
            return False
        row = title.rows[0]
        courtesy = isinstance(row, Office) and fold(row.word) in COURTESY
        return courtesy or (hit.source is Source.COUNTRY and view.pos[title.start] == "NOUN")

    def _opens_leader(self, view: View, hit: Hit) -> bool:
        """« Marine Le Pen »: the whole is a well-known person's name."""
        i = hit.start
        return any(
            " ".join(view.folds[i:end]) in self._leaders.by_form
            for end in range(i + 2, min(i + MAX_NAME, len(view)) + 1)
        )

    def _stands_alone(self, view: View, i: int, known: Collection[str]) -> bool:
        before = view.folds[i - 1] if i else ""
        if before in BEFORE_COUNTRY or (i and view.words[i - 1] in "-–"):
            return False
        word = view.folds[i]
        if word in known:
            return True
        alone = before not in DE and word in self._leaders.by_surname
        subject = view.deps[i] in ("nsubj", "nsubj:pass", "ROOT")
        verb_next = i + 1 < len(view) and view.pos[i + 1] in ("VERB", "AUX")
        return alone and ((subject and verb_next) or view.deps[i] in ("obj", "iobj", "xcomp"))

    def _bears_name(self, view: View, i: int) -> bool:
        """Whether token `i` with « de » after it begins the name of a thing.

        A body's tells where it is: « l'Université de Genève ».
        """
        return (
            i >= 0
            and view.folds[i] not in self._lexicon.bodies.opening
            and view.folds[i + 1] in DE
            and view.folds[i] in self._lexicon.words("named_after")
            and view.words[i][0].isupper()
        )
