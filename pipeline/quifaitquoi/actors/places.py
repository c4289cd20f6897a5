"""Mentions of places: names of the tables, and unknown names where only a place can stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.toponyms import (
    NEAR,
    STATES,
    Reason,
    is_located,
    is_moved,
    noun_before,
)
from quifaitquoi.lexicon.actors import Country, Place
from quifaitquoi.records.actors import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.actors.reading import Read
    from quifaitquoi.actors.toponyms import Toponym
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

DIRECTIONS: Final = frozenset("nord sud est ouest centre extreme nord-ouest nord-est".split())
# How far after a name its country may stand: « à Moura, dans le centre du Mali ».
CONTAINER_REACH: Final = 9
# What follows « à » with a capital and is no place.
NOT_PLACES: Final = frozenset(
    "le la les l' un une ce cet cette son sa ses lui elle eux monsieur madame m. mme dieu noel "
    "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)


def find(sentences: Sequence[Read], lexicon: ActorLexicon) -> tuple[PlaceMention, ...]:
    """Places of an article's sentences, as `reading.read` gives them, each with its country.

    Of the names of the tables those count that `toponyms` has located. An unknown name takes the
    country that follows it, else the one that the article names most; `rule_id` says which.
    """
    reader = _Reader(lexicon, sentences)
    return tuple(sorted(reader.places(), key=lambda place: (place.start, place.end)))


class _Reader:
    """The places of one article."""

    def __init__(self, lexicon: ActorLexicon, drafts: Sequence[Read]) -> None:
        self._drafts = drafts
        self._lexicon = lexicon
        self._given = lexicon.given_names
        self._counts: Counter[str] = Counter()
        self._surnames: set[str] = set()
        for view, hits, _ in drafts:
            for hit in hits:
                if isinstance(row := hit.rows[0], Country) and len(hit.rows) == 1:
                    self._counts[row.iso3] += 1
            for i in range(1, len(view)):
                if view.folds[i - 1] in self._given and view.words[i][0].isupper():
                    self._surnames.add(view.folds[i])
        self._main = max(self._counts, key=lambda iso3: self._counts[iso3], default="")

    def places(self) -> Iterator[PlaceMention]:
        """All places of the article."""
        for view, hits, toponyms in self._drafts:
            by_start = {hit.start: hit for hit in hits}
            taken: set[int] = set()
            for hit in hits:
                taken.update(range(hit.start, hit.end))
                toponym = toponyms.get(hit.start)
                if toponym is not None and toponym.located:
                    rule = _rule(hit, toponym)
                    yield self._mention(view, hit.start, hit.end, self._country(hit), rule)
            yield from self._unknown(view, by_start, taken)
            yield from self._capitals(view, by_start)

    def _country(self, hit: Hit) -> str:
        """The country of the row that the article's other names make likely."""
        if isinstance(hit.rows[0], Country):
            codes = [row.iso3 for row in hit.rows if isinstance(row, Country)]
        else:
            codes = [row.country for row in hit.rows if isinstance(row, Place)]
        if "" in codes and self._main not in codes:
            return ""
        return max(codes, key=lambda code: self._counts[code])

    def _unknown(
        self, view: View, by_start: dict[int, Hit], taken: set[int]
    ) -> Iterator[PlaceMention]:
        for i, word in enumerate(view.words):
            if (
                i in taken
                or view.shouted
                or not word[0].isupper()
                or view.folds[i] in NOT_PLACES
                or view.folds[i] in self._given
                or view.folds[i] in self._surnames
                or view.pos[i] not in ("PROPN", "NOUN", "X", "ADJ")
                or not _strictly_locative(view, i, self._lexicon)
            ):
                continue
            end = i + 1
            while (
                end < len(view)
                and end not in taken
                and (view.words[end][0].isupper() or view.words[end] == "-")
                and view.pos[end] in ("PROPN", "X", "PUNCT")
            ):
                end += 1
            country = self._container(view, end, by_start)
            rule = "place.unknown.container" if country else "place.unknown.dominant"
            yield self._mention(view, i, end, country or self._main, rule)

    def _container(self, view: View, end: int, by_start: dict[int, Hit]) -> str:
        """The country of the place that a name is said to lie in."""
        for i in range(end, min(end + CONTAINER_REACH, len(view))):
            if view.pos[i] in ("VERB", "AUX") or view.words[i] in ".;:":
                return ""
            hit = by_start.get(i)
            if hit is None:
                continue
            opened = view.words[i - 1] == "("
            if hit.source is Source.DEMONYM or (
                hit.source in (*STATES, Source.PLACE)
                and (opened or is_located(view, i, self._lexicon))
            ):
                return self._country(hit)
        return ""

    def _capitals(self, view: View, by_start: dict[int, Hit]) -> Iterator[PlaceMention]:
        """« dans la capitale togolaise », « dans le nord du pays »."""
        for i, word in enumerate(view.folds):
            if word != "capitale" and not (word in DIRECTIONS and _of_the_country(view, i)):
                continue
            if word == "capitale" and not (
                is_located(view, i, self._lexicon) or is_moved(view, i, self._lexicon)
            ):
                continue
            hit = by_start.get(i + 1)
            if hit is not None and hit.source is Source.DEMONYM:
                yield self._mention(view, i, hit.end, self._country(hit), "place.capitale")
            elif self._main:
                end = i + 1 if word == "capitale" else i + 3
                yield self._mention(view, i, end, self._main, "place.part.dominant")

    def _mention(self, view: View, start: int, end: int, country: str, rule: str) -> PlaceMention:
        return PlaceMention(
            view.start(start), view.stop(end - 1), view.text(start, end), country, rule, view.index
        )


def _rule(hit: Hit, toponym: Toponym) -> str:
    if isinstance(row := hit.rows[0], Place):
        return f"place.{row.kind}"
    return f"place.{'dateline' if toponym.reason is Reason.DATELINE else hit.source.name.lower()}"


def _strictly_locative(view: View, i: int, lexicon: ActorLexicon) -> bool:
    """As `is_located`, for a word that no table knows: « à X », « la ville de X »."""
    before = view.folds[i - 1] if i else ""
    if before in ("a", "vers"):
        return view.pos[i] in ("PROPN", "X") and view.deps[i] != "iobj"
    noun = noun_before(view, i)
    return (noun in lexicon.words("place_opening") - DIRECTIONS or noun in NEAR) and noun not in (
        "place", "siege", "camp", "etat", "palais", "base",
    )  # fmt: skip


def _of_the_country(view: View, i: int) -> bool:
    return view.folds[i + 1 : i + 3] == ["du", "pays"]
