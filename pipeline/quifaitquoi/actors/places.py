"""Mentions of places: names of the tables, and unknown names where only a place can stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.lexicon.actors import Country, Place
from quifaitquoi.records.actors import PlaceMention
from quifaitquoi.records.clean import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.actors.gazetteer import Hit, Read
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

PLACED: Final = frozenset({Source.COUNTRY, Source.CAPITAL, Source.SEAT})
PREPOSITIONS: Final = frozenset("a en dans vers sur depuis jusqu'a hors sous".split())
CONTRACTED: Final = frozenset({"au", "aux"})
ARTICLES: Final = frozenset("le la l' les".split())
OF: Final = frozenset("de d' du des".split())
# Nouns that open a place's name or a part of a country.
PLACE_NOUNS: Final = frozenset(
    "ville villes village villages localite localites province provinces region regions prefecture "
    "prefectures departement departements district districts cercle commune communes quartier "
    "quartiers secteur canton comte wilaya arrondissement territoire zone ile iles camp base port "
    "aeroport poste frontiere carrefour marche foret vallee lac fleuve capitale nord sud est ouest "
    "centre nord-est peripherie banlieue environs alentours axe route gare stade hopital "
    "universite prison palais place siege colline plateau desert cote littoral mine site "
    "gouvernorat oblast etat".split()
)
MEETINGS: Final = frozenset("sommet conference forum rencontre reunion".split())
NEAR: Final = frozenset({"pres", "loin", "autour", "abord", "abords", "proximite", "large"})
# Verbs whose object, complement in « de » or in « pour » is a place.
REACHING: Final = frozenset("quitter gagner rejoindre fuir traverser atteindre regagner".split())
LEAVING: Final = frozenset(
    "expulser retirer revenir partir sortir chasser évacuer rentrer venir arriver fuir rapatrier "
    "repartir enfuir refouler".split()
)
# Verbs and nouns whose complement in « à » gets or hears something.
DATIVE: Final = frozenset(
    "donner offrir promettre accorder livrer demander fournir remettre apporter octroyer imposer "
    "infliger adresser répondre rappeler reprocher permettre proposer "
    "reconnaître recommander réclamer opposer vendre prêter céder restituer don aide "
    "soutien appui prêt assistance livraison appel adhésion réponse avertissement invitation "
    "menace".split()
)
SETTING_OUT: Final = frozenset("partir envoler embarquer décoller repartir".split())
DIRECTIONS: Final = frozenset("nord sud est ouest centre extreme nord-ouest nord-est".split())
# How far after a name its country may stand: « à Moura, dans le centre du Mali ».
CONTAINER_REACH: Final = 9
# What follows « à » with a capital and is no place.
NOT_PLACES: Final = frozenset(
    "le la les l' un une ce cet cette son sa ses lui elle eux monsieur madame m. mme dieu noel "
    "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)


def find(sentences: Sequence[Read], lexicon: ActorLexicon) -> tuple[PlaceMention, ...]:
    """Places of an article's sentences, as `gazetteer.read` gives them, each with its country.

    Countries and capitals count where a locative preposition, a place noun or a dateline makes them
    places. An unknown name takes the country that follows it, else the one that the article
    names most; `rule_id` says which.
    """
    reader = _Reader(lexicon, sentences)
    return tuple(sorted(reader.places(), key=lambda place: (place.start, place.end)))


class _Reader:
    """The places of one article."""

    def __init__(self, lexicon: ActorLexicon, drafts: Sequence[Read]) -> None:
        self._drafts = drafts
        self._given = lexicon.given_names
        self._counts: Counter[str] = Counter()
        self._surnames: set[str] = set()
        for view, hits in drafts:
            for hit in hits:
                if isinstance(row := hit.rows[0], Country) and len(hit.rows) == 1:
                    self._counts[row.iso3] += 1
            for i in range(1, len(view)):
                if view.folds[i - 1] in self._given and view.words[i][0].isupper():
                    self._surnames.add(view.folds[i])
        self._main = max(self._counts, key=lambda iso3: self._counts[iso3], default="")

    def places(self) -> Iterator[PlaceMention]:
        """All places of the article."""
        for view, hits in self._drafts:
            by_start = {hit.start: hit for hit in hits}
            taken: set[int] = set()
            last = -2
            for hit in hits:
                taken.update(range(hit.start, hit.end))
                subject = view.deps[view.governor(hit.start, hit.end)].startswith("nsubj")
                listed = not subject and _continues_list(view, last, hit.start)
                rule = self._rule(view, hit, listed=listed)
                if rule:
                    last = hit.end
                    yield self._mention(view, hit.start, hit.end, self._country(hit), rule)
            yield from self._unknown(view, by_start, taken)
            yield from self._capitals(view, by_start)

    def _rule(self, view: View, hit: Hit, *, listed: bool) -> str:
        """Why a form of the tables is a place here, or empty."""
        row = hit.rows[0]
        if isinstance(row, Place):
            if row.ambiguous and not _locative(view, hit.start):
                return ""
            return "" if self._in_name(view, hit) else f"place.{row.kind}"
        if hit.source in PLACED and not _dative(view, hit):
            kind = hit.source.name.lower()
            if _locative(view, hit.start) or listed or _moved(view, hit):
                return f"place.{kind}"
            if hit.source is Source.CAPITAL and _dateline(view, hit):
                return "place.dateline"
        return ""

    def _in_name(self, view: View, hit: Hit) -> bool:
        """« Mokgweetsi Masisi », « Sidi Bouzid Ahmed »: part of a person's name."""
        before = view.folds[hit.start - 1] if hit.start else ""
        return (
            before in self._given
            and view.words[hit.start - 1][0].isupper()
            and hit.end == hit.start + 1
        ) or (
            hit.start > 0
            and hit.end == hit.start + 1
            and view.pos[hit.start - 1] == "PROPN"
            and view.words[hit.start - 1][0].isupper()
            and not view.shouted
            and view.deps[hit.start] == "flat:name"
        )

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
                or not _strictly_locative(view, i)
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
                hit.source in (*PLACED, Source.PLACE) and (opened or _locative(view, i))
            ):
                return self._country(hit)
        return ""

    def _capitals(self, view: View, by_start: dict[int, Hit]) -> Iterator[PlaceMention]:
        """« dans la capitale togolaise », « dans le nord du pays »."""
        for i, word in enumerate(view.folds):
            if word != "capitale" and not (word in DIRECTIONS and _of_the_country(view, i)):
                continue
            if word == "capitale" and not (_locative(view, i) or _moved_from(view, i)):
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


def _before(view: View, i: int) -> int:
    """Position of the word before a name and its article, -1 at the start."""
    i -= 1
    if i >= 0 and view.folds[i] in ARTICLES:
        i -= 1
    return i


def _locative(view: View, i: int) -> bool:
    """Whether a locative preposition or a place noun governs the name at `i`."""
    j = _before(view, i)
    if j < 0:
        return False
    word = view.folds[j]
    if word in PREPOSITIONS or word in CONTRACTED:
        return True
    return (
        word in OF
        and j > 0
        and (view.folds[j - 1] in PLACE_NOUNS or view.folds[j - 1] in NEAR | MEETINGS)
    )


def _dative(view: View, hit: Hit) -> bool:
    """« promet une aide au Togo », « demande à Lomé »: the one who gets it, not where."""
    i = view.governor(hit.start, hit.end)
    j = _before(view, hit.start)
    head = view.heads[i]
    contracted = hit.start > 0 and view.folds[hit.start - 1] in CONTRACTED
    given = contracted or (j >= 0 and view.folds[j] == "a")
    return given and head != i and view.lemmas[head] in DATIVE


def _moved(view: View, hit: Hit) -> bool:
    """« expulsé du Mali », « quitte le Tchad », « s'envole pour Abidjan »."""
    return _moved_from(view, view.governor(hit.start, hit.end))


def _moved_from(view: View, i: int) -> bool:
    head = view.heads[i]
    if view.pos[head] != "VERB":
        return False
    lemma = view.lemmas[head]
    if view.deps[i] == "obj":
        return lemma in REACHING
    j = _before(view, i)
    word = view.folds[j] if j >= 0 else ""
    return (word in OF and lemma in LEAVING) or (word == "pour" and lemma in SETTING_OUT)


def _strictly_locative(view: View, i: int) -> bool:
    """As `_locative`, for a word that no table knows: « à X », « la ville de X »."""
    before = view.folds[i - 1] if i else ""
    if before in ("a", "vers"):
        return view.pos[i] in ("PROPN", "X") and view.deps[i] != "iobj"
    j = _before(view, i)
    if j < 1:
        return False
    return (
        view.folds[j] in OF
        and (view.folds[j - 1] in PLACE_NOUNS - DIRECTIONS or view.folds[j - 1] in NEAR)
        and view.folds[j - 1] not in ("place", "siege", "camp", "etat", "palais", "base")
    )


def _continues_list(view: View, last: int, start: int) -> bool:
    """Whether the name at `start` goes on a list of places that ends before token `last`."""
    if last < 0:
        return False
    between = view.folds[last:start]
    return 0 < len(between) <= 3 and all(
        word in ("et", "ou", "a", "au", "puis") or view.words[last + k] == ","
        for k, word in enumerate(between)
    )


def _dateline(view: View, hit: Hit) -> bool:
    """« Lomé, 18 mai - », « ABUJA (agence) – » at the start of a paragraph."""
    if hit.start != 0 or view.sentence.kind is not BlockKind.PARAGRAPH or view.idx[0] != 0:
        return False
    following = view.words[hit.end] if hit.end < len(view) else ""
    rest = "".join(view.words[hit.end : hit.end + 8])
    return following in ("(", "-", "–", "—") or (following == "," and any(map(str.isdigit, rest)))


def _of_the_country(view: View, i: int) -> bool:
    return view.folds[i + 1 : i + 3] == ["du", "pays"]
