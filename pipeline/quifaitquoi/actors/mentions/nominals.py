"""Noun phrases: where one begins and ends, its determiner and number, and the names inside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.naming import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.syntax.view import View

# How deep complements of complements are followed.
MAX_DEPTH: Final = 3
# Posts whose portfolio may be a list: « des affaires étrangères, de l'intégration et du plan ».
PORTFOLIO: Final = ("ministre", "secretaire", "commissaire", "vice ministre", "garde des sceaux")
# Posts with a complement in à, pour, auprès de, en.
WITH_A: Final = ("ministre", "secretaire", "conseill", "candidat", "delegue", "haut commissaire")
WITH_POUR: Final = (
    "envoye", "representant", "haut representant", "commissaire", "coordonnateur", "coordinateur",
    "emissaire", "directeur", "directrice", "responsable",
)  # fmt: skip
WITH_AUPRES: Final = (
    "ambassad",
    "representant",
    "envoye",
    "delegue",
    "mediateur",
    "consul",
    "haut",
)
QUOTES: Final = frozenset('«»“”"')
SINGULAR: Final = frozenset("le la un une au du ce cet cette son sa mon ma chaque".split())
# Nouns of time that open no complement of an actor.
NO_COMPLEMENT: Final = frozenset(
    "ici lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin "
    "juillet aout septembre octobre novembre decembre hier demain annee semaine mois jour".split()
)
NAME_SOURCES: Final = frozenset(
    {Source.COUNTRY, Source.CAPITAL, Source.SEAT, Source.ORGANISATION, Source.ORGAN, Source.PLACE}
)


@dataclass(slots=True)
class Nominal:
    """Tokens of a noun phrase.

    [noun, noun_end) is the noun of the tables, [start, end) the phrase with determiner and
    complements, `label` the first token after determiner and number.
    """

    start: int
    label: int
    noun: int
    noun_end: int
    end: int
    hit: Hit | None
    inner: list[Hit] = field(default_factory=list)
    count: int = 1
    definite: bool = True
    determined: bool = False
    demonstrative: bool = False
    owner: int = -1
    amount: int = -1
    complement: int = -1


def nominal(view: View, noun: int, noun_end: int, hits: Mapping[int, Hit]) -> Nominal:
    """The phrase around the noun at [noun, noun_end); `hits` are the sentence's, by start."""
    phrase = Nominal(noun, noun, noun, noun_end, noun_end, hits.get(noun))
    _left(view, phrase)
    head = view.folds[noun] if noun_end == noun + 1 else " ".join(view.folds[noun:noun_end])
    phrase.end = extend(view, noun_end, hits, phrase, head)
    return phrase


def _left(view: View, phrase: Nominal) -> None:
    """Determiner, number and adjectives before the noun."""
    i = phrase.noun - 1
    folds, pos = view.folds, view.pos
    plural = view.morph(phrase.noun, "Number") == "Plur"
    label = phrase.noun
    number = 0
    while i >= 0:
        word = folds[i]
        if view.words[i] in QUOTES:
            i -= 1
            continue
        if word in words.NUMBERS or pos[i] == "NUM" or word.isdigit():
            number = words.NUMBERS.get(word, 0)
            plural = plural or number != 1
        elif word in words.NOT_IN_KEY or word == "ancien":
            label = i if word == "ancien" and label == i + 1 else label
        elif pos[i] == "ADJ" and word not in words.DETERMINERS and not word.isupper():
            label = i if label == i + 1 else label
        else:
            break
        i -= 1
    phrase.label = label
    phrase.start = i + 1
    if i >= 0 and (folds[i] in words.DETERMINERS or pos[i] == "DET"):
        phrase.start = i if folds[i] not in ("du", "au", "aux") else i + 1
        _determine(view, phrase, i)
        plural = folds[i] not in SINGULAR and (plural or folds[i] in words.PLURAL_DETERMINERS)
    else:
        phrase.definite = i < 0
    phrase.count = number if number > 1 else 0 if plural else 1
    _amount(view, phrase)


def _determine(view: View, phrase: Nominal, i: int) -> None:
    word = view.folds[i]
    phrase.determined = True
    phrase.definite = word in words.DEFINITE or word in words.POSSESSIVES
    if word == "des":
        phrase.definite = view.deps[i] == "case" and not view.deps[phrase.noun].startswith("nsubj")
    phrase.demonstrative = word in ("ce", "cet", "cette", "ces")
    if word in words.OWN_THIRD:
        phrase.owner = i
    if i and view.folds[i - 1] == "dont" and word in ("le", "la", "l'", "les"):
        phrase.owner = i - 1


def _amount(view: View, phrase: Nominal) -> None:
    """« une dizaine de suspects »: the amount governs the phrase."""
    i = phrase.start - 1
    folds = view.folds
    if phrase.start < phrase.noun and folds[phrase.start] in ("d'", "de", "des"):
        i = phrase.start
    if i >= 1 and folds[i] in ("de", "d'", "des") and folds[i - 1] in words.AMOUNTS:
        phrase.amount = i - 1
        phrase.count = 0


def extend(
    view: View, j: int, hits: Mapping[int, Hit], phrase: Nominal, head: str, depth: int = 0
) -> int:
    """Where the modifiers after a noun end; the tables' forms among them are added to `phrase`."""
    size = len(view)
    complements = 0
    while j < size:
        step = named(view, j, hits, j - 1) if j else j
        if step > j:
            phrase.inner.extend(filter(None, [hits.get(j)]))
            return step
        step = _adjective(view, j, hits, phrase, complements)
        if step == j and depth < MAX_DEPTH:
            step = _complement(view, j, hits, phrase, head, depth, listed=complements > 0)
            if step == j and complements and phrase.count != 1:
                step = _next_country(view, j, hits, phrase)
            if step > j:
                complements += 1
        if step == j:
            break
        j = step
    return j


def _adjective(
    view: View, j: int, hits: Mapping[int, Hit], phrase: Nominal, complements: int
) -> int:
    """One adjective, or « et » between two demonyms; where it ends, or `j`."""
    hit = hits.get(j)
    if hit is not None and hit.source in (Source.DEMONYM, Source.COMPOUND):
        if view.words[j][0].isupper() and not view.shouted:
            return j
        phrase.inner.append(hit)
        return hit.end
    if view.folds[j] in ("et", ",") and phrase.inner and complements == 0:
        last = phrase.inner[-1]
        following = hits.get(j + 1)
        if (
            last.end == j
            and last.source is Source.DEMONYM
            and following is not None
            and following.source is Source.DEMONYM
            and not view.words[j + 1][0].isupper()
        ):
            phrase.inner.append(following)
            return following.end
    if phrase.hit is not None and view.folds[j].removesuffix("s") in words.PARTISAN:
        return j + 1 if view.words[j][0].islower() else j
    if hit is None and view.pos[j] == "ADJ" and (view.words[j][0].islower() or view.shouted):
        return j + 1
    if view.folds[j] == "en" and j + 1 < len(view) and view.folds[j + 1] in ("exil", "fuite"):
        return j + 2
    return j


def _complement(
    view: View,
    j: int,
    hits: Mapping[int, Hit],
    phrase: Nominal,
    head: str,
    depth: int,
    *,
    listed: bool,
) -> int:
    """A complement with its preposition at `j`; where it ends, or `j` if none starts here."""
    k = _preposition(view, j, hits, head, listed=listed)
    if k == j:
        return j
    size = len(view)
    while k < size and (
        view.folds[k] in ("le", "la", "l'", "les")
        or view.folds[k].isdigit()
        or view.folds[k] in words.NUMBERS
    ):
        k += 1
    if k >= size:
        return j
    hit = hits.get(k)
    if hit is not None:
        phrase.complement = k if phrase.complement < 0 else phrase.complement
        phrase.inner.append(hit)
        if hit.source in NAME_SOURCES:
            return hit.end
        return extend(view, hit.end, hits, phrase, "", depth + 1)
    if view.folds[k] in words.OWN_THIRD and k + 1 < size:
        k += 1
    if view.pos[k] == "ADJ" and k + 1 < size and view.pos[k + 1] in ("NOUN", "PROPN"):
        k += 1
    if view.pos[k] not in ("NOUN", "PROPN", "ADJ", "X") or not view.folds[k]:
        return j
    if view.folds[k] in NO_COMPLEMENT:
        return j
    phrase.complement = k if phrase.complement < 0 else phrase.complement
    k += 1
    while (
        k < size
        and view.words[k][0].isupper()
        and k not in hits
        and (view.pos[k] == view.pos[k - 1] == "PROPN" and view.deps[k] == "flat:name")
    ):
        k += 1
    return extend(view, k, hits, phrase, "", depth + 1)


def _next_country(view: View, j: int, hits: Mapping[int, Hit], phrase: Nominal) -> int:
    """« les armées du Togo, du Ghana et du Bénin »: a further country; where it ends, or `j`."""
    if (
        (view.words[j] != "," and view.folds[j] != "et")
        or not phrase.inner
        or phrase.inner[-1].end != j
    ):
        return j
    k = j + 1
    while k < len(view) and view.folds[k] in (*words.OF, "et", "le", "la", "l'", "les"):
        k += 1
    hit = hits.get(k)
    if hit is None or k == j + 1 or hit.source not in (Source.COUNTRY, Source.CAPITAL):
        return j
    phrase.inner.append(hit)
    return hit.end


def _preposition(view: View, j: int, hits: Mapping[int, Hit], head: str, *, listed: bool) -> int:
    """Position after a preposition that may open a complement of `head` at `j`, or `j`."""
    folds = view.folds
    word = folds[j]
    following = folds[j + 1] if j + 1 < len(view) else ""
    if word in words.OF:
        return j + 1
    if word.startswith("charge") and following in words.OF:
        return j + 2
    if listed and head.startswith(PORTFOLIO) and word in (",", "et"):
        after = j + 2 if word == "," and following == "et" else j + 1
        noun = after + 1
        while noun < len(view) and folds[noun] in ("le", "la", "l'", "les"):
            noun += 1
        office = noun in hits and hits[noun].source in (Source.OFFICE, Source.OFFICES)
        if (
            after < len(view)
            and folds[after] in words.OF
            and _portfolio_noun(view, after + 1)
            and (not office)
        ):
            return after + 1
        return j
    if word in ("a", "au", "aux") and head.startswith(WITH_A):
        return j + 1 if _portfolio_noun(view, j + 1) else j
    if word == "pour" and head.startswith(WITH_POUR):
        return j + 1
    if word == "aupres" and head.startswith(WITH_AUPRES) and following in words.OF:
        return j + 2
    return j


def _portfolio_noun(view: View, k: int) -> bool:
    """Whether a subject of government, not a place, follows."""
    while k < len(view) and view.folds[k] in ("le", "la", "l'", "les"):
        k += 1
    return k < len(view) and view.pos[k] in ("NOUN", "ADJ", "PROPN") and view.deps[k] != "nsubj"
