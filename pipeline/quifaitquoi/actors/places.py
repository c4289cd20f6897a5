"""Mentions of places: names of the tables, and unknown names where only a place can stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.linking.outlets import home_of
from quifaitquoi.actors.sites import site_of, sites
from quifaitquoi.actors.toponyms import (
    DIRECTIONS,
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
    from collections.abc import Iterator, Mapping, Sequence

    from quifaitquoi.actors.gazetteer import Hit, Row
    from quifaitquoi.actors.reading import Read
    from quifaitquoi.actors.toponyms import Toponym
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

# Sentences within which « la ville » goes back to a place.
NEAR_BY: Final = 2
# The outlet's country counts as much as so many names: a local paper need not say where it is.
HOME: Final = 2
# How far after a name its country may stand: « à Moura, dans le centre du Mali ».
CONTAINER_REACH: Final = 9
# What follows « à » with a capital and is no place.
NOT_PLACES: Final = frozenset(
    "le la les l' un une ce cet cette son sa ses lui elle eux monsieur madame m. mme dieu noel "
    "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)


def find(
    sentences: Sequence[Read], lexicon: ActorLexicon, outlet: str = ""
) -> tuple[PlaceMention, ...]:
    """Places of an article's sentences, as `reading.read` gives them, each with its country.

    Of the names of the tables those count that `toponyms` has located. An unknown name takes the
    country that follows it, else the one that the article names most, for which that of its
    `outlet` counts too; `rule_id` says which.
    """
    reader = _Reader(lexicon, sentences, home_of(outlet, lexicon))
    return tuple(sorted(reader.places(), key=lambda place: (place.start, place.end)))


class _Reader:
    """The places of one article."""

    def __init__(self, lexicon: ActorLexicon, drafts: Sequence[Read], home: str) -> None:
        self._drafts = drafts
        self._lexicon = lexicon
        self._given = lexicon.given_names
        self._counts: Counter[str] = Counter({home: HOME} if home else ())
        self._surnames: set[str] = set()
        for view, hits, _ in drafts:
            for hit in hits:
                if len(hit.rows) == 1 and (country := _named_by(hit.rows[0])):
                    self._counts[country] += 1
            for i in range(1, len(view)):
                if view.folds[i - 1] in self._given and view.words[i][0].isupper():
                    self._surnames.add(view.folds[i])
        self._main = max(self._counts, key=lambda iso3: self._counts[iso3], default="")

    def places(self) -> Iterator[PlaceMention]:
        """All places of the article."""
        told: list[PlaceMention] = []
        for view, hits, toponyms in self._drafts:
            by_start = {hit.start: hit for hit in hits}
            found = list(self._named(view, by_start, toponyms))
            yield from found
            told = [one for one in told if one.sentence >= view.index - NEAR_BY]
            told += sorted((one for one in found if one.country), key=lambda one: one.start)
            yield from self._sites(view, by_start, told)

    def _named(
        self, view: View, by_start: dict[int, Hit], toponyms: Mapping[int, Toponym]
    ) -> Iterator[PlaceMention]:
        """Places of a sentence by their names."""
        taken: set[int] = set()
        for hit in by_start.values():
            taken.update(range(hit.start, hit.end))
            toponym = toponyms.get(hit.start)
            if toponym is not None and toponym.located:
                rule = _rule(hit, toponym)
                found = self._mention(view, hit.start, hit.end, self._country(hit), rule)
                # Where it is is told of the site, not of its town alone.
                site = site_of(view, hit.start, self._lexicon)
                yield found if site < 0 else replace(found, start=view.start(site))
        yield from self._unknown(view, by_start, taken)
        yield from self._capitals(view, by_start)

    def _sites(
        self, view: View, by_start: dict[int, Hit], told: Sequence[PlaceMention]
    ) -> Iterator[PlaceMention]:
        """« à la maison du peuple », « dans la ville »: where the last place or the article is."""
        for start, end in sites(view, self._lexicon):
            inside = [hit for i, hit in by_start.items() if start < i <= end + 1]
            if any(hit.source in (*STATES, Source.PLACE) for hit in inside):
                continue
            inside = [hit for hit in inside if hit.source is Source.DEMONYM]
            before = [one.country for one in told if one.start < view.start(start)]
            country = self._country(inside[0]) if inside else (before or [self._main])[-1]
            if country:
                yield self._mention(view, start, end, country, "place.site")

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


def _named_by(row: Row) -> str:
    """The country that a row of the tables names, or that its place lies in for certain."""
    if isinstance(row, Country):
        return row.iso3
    return row.country if isinstance(row, Place) and not row.ambiguous else ""


def _rule(hit: Hit, toponym: Toponym) -> str:
    if isinstance(row := hit.rows[0], Place):
        return f"place.{row.kind}"
    return f"place.{'dateline' if toponym.reason is Reason.DATELINE else hit.source.name.lower()}"


def _strictly_locative(view: View, i: int, lexicon: ActorLexicon) -> bool:
    """As `is_located`, for a word that no table knows: « à X », « la ville de X »."""
    before = view.folds[i - 1] if i else ""
    if before in ("a", "vers"):
        if view.words[i - 1].endswith("."):
            return False  # « A. Ouédraogo »
        return view.pos[i] in ("PROPN", "X") and view.deps[i] != "iobj"
    noun = noun_before(view, i)
    return (noun in lexicon.words("place_opening") - DIRECTIONS or noun in NEAR) and noun not in (
        "place", "siege", "camp", "etat", "palais", "base",
    )  # fmt: skip


def _of_the_country(view: View, i: int) -> bool:
    return view.folds[i + 1 : i + 3] == ["du", "pays"]
