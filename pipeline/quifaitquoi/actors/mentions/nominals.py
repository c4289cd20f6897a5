"""Noun phrases: where one begins and ends, its determiner and number, and the names inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.determiners import determine
from quifaitquoi.actors.mentions.naming import named
from quifaitquoi.actors.mentions.phrase import Nominal
from quifaitquoi.lexicon.actors import Place
from quifaitquoi.syntax.words import DE, DEMONSTRATIVES, LE, SINGULAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

# What stands before a complement's noun, before the next one of a list, before a second noun.
BEFORE_NOUN: Final = LE | DEMONSTRATIVES
BEFORE_NEXT: Final = words.DE_LE | {"et"}
BEFORE_SECOND: Final = DE | SINGULAR | {"a", "l'"}
# How deep complements of complements are followed.
MAX_DEPTH: Final = 3
# Posts whose portfolio may be a list: « des affaires étrangères, de l'intégration et du plan ».
PORTFOLIO: Final = ("ministre", "secretaire", "commissaire", "vice ministre", "garde des sceaux")
# « le ministre de la Communauté nationale à l'étranger ».
OUTSIDE: Final = ["a", "l'", "etranger"]
# Posts with a complement in à, pour, auprès de, en.
WITH_A: Final = (
    "ministre", "secretaire", "conseill", "candidat", "delegue", "haut commissaire", "adjoint",
    "assistant", "charge",
)  # fmt: skip
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
# Nouns that say which of several holders of a post one is.
RANKED: Final = frozenset({"chef", "adjoint"})
# Nouns of time that open no complement of an actor.
NO_COMPLEMENT: Final = frozenset(
    "ici lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin "
    "juillet aout septembre octobre novembre decembre hier demain annee semaine mois jour".split()
)
# How one holds a post, or no longer does.
STANDING: Final = frozenset(
    {("en", "exil"), ("en", "fuite"), ("en", "exercice"), ("en", "poste"), ("en", "titre"),
     ("en", "fonction"), ("par", "interim"), ("a", "vie")}
)  # fmt: skip
# Nouns of what bodies and posts are for, whose own complement is in « contre ».
FIGHTS: Final = frozenset({"lutte", "combat", "guerre", "croisade", "riposte"})
# Nouns of parts of a town or a body that a number tells apart: « les fidèles du secteur 12 ».
NUMBERED: Final = frozenset("secteur arrondissement zone district section bataillon".split())
# What follows « de » before a verb, and words that stand for a noun: no complement.
NO_NOUN: Final = frozenset("se s' ne n' y tous toutes".split())
# Nouns of people that are adjectives too: « un leader religieux », « les milices kurdes ».
PEOPLE_SOURCES: Final = frozenset({Source.GROUP, Source.OFFICE, Source.OFFICES, Source.MEMBER})
NAME_SOURCES: Final = frozenset(
    {Source.COUNTRY, Source.CAPITAL, Source.SEAT, Source.ORGANISATION, Source.ORGAN, Source.PLACE}
)


def nominal(
    view: View, noun: int, noun_end: int, hits: Mapping[int, Hit], lexicon: ActorLexicon
) -> Nominal:
    """The phrase around the noun at [noun, noun_end); `hits` are the sentence's, by start."""
    phrase = Nominal(lexicon, noun, noun, noun, noun_end, noun_end, hits.get(noun))
    determine(view, phrase)
    head = view.folds[noun] if noun_end == noun + 1 else " ".join(view.folds[noun:noun_end])
    phrase.end = extend(view, noun_end, hits, phrase, head)
    _leave_to_verb(view, phrase)
    if not phrase.inner and (shared := _shared_adjective(view, phrase.end, hits)) is not None:
        phrase.inner.append(shared)
    return phrase


def _leave_to_verb(view: View, phrase: Nominal) -> None:
    """« accuse le ministre de corruption »: a last bare complement in « de » is the verb's."""
    verb = view.heads[phrase.noun]
    while view.pos[verb] == "NOUN" and view.heads[verb] < verb:
        verb = view.heads[verb]  # « le chef du parti »
    if verb >= phrase.start or view.lemmas[verb] not in phrase.lexicon.words("charging"):
        return
    at = [i for i in range(phrase.noun_end, phrase.end) if view.folds[i] in ("de", "d'")]
    if not at or at[-1] + 1 >= phrase.end:
        return
    noun = at[-1] + 1
    known = any(hit.start == noun for hit in phrase.inner)
    narrowing = phrase.lexicon.words("of_posts")
    if known or view.pos[noun] != "NOUN" or view.folds[noun] in narrowing:
        return
    phrase.end = at[-1]
    phrase.inner = [hit for hit in phrase.inner if hit.start < phrase.end]
    if phrase.complement >= phrase.end:
        phrase.complement = -1


def _shared_adjective(view: View, j: int, hits: Mapping[int, Hit]) -> Hit | None:
    """« le peuple et le gouvernement haïtiens »: the adjective after the second noun is plural."""
    if j >= len(view) or view.folds[j] != "et":
        return None
    k = j + 1
    while k < len(view) and view.folds[k] in BEFORE_SECOND:
        k += 1
    noun = hits.get(k)
    if noun is None or k == j + 1 or view.folds[k].endswith("s"):
        return None
    adjective = hits.get(noun.end)
    if adjective is None or adjective.source is not Source.DEMONYM:
        return None
    return adjective if view.folds[adjective.start].endswith(("s", "x")) else None


def extend(
    view: View, j: int, hits: Mapping[int, Hit], phrase: Nominal, head: str, depth: int = 0
) -> int:
    """Where the modifiers after a noun end; the tables' forms among them are added to `phrase`."""
    size = len(view)
    complements = 0
    while j < size:
        step = named(view, j, hits, j - 1, phrase.lexicon.bodies.naming) if j else j
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
            step = _region(view, j, hits)
        if step == j:
            break
        j = step
    return j


def _adjective(
    view: View, j: int, hits: Mapping[int, Hit], phrase: Nominal, complements: int
) -> int:
    """One adjective, or « et » between two demonyms; where it ends, or `j`."""
    hit = hits.get(j)
    if j == phrase.noun_end and (
        is_apposed(view, j, phrase.count) or _narrows(view, j, phrase, hits)
    ):
        return j + 1
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
    people = hit is not None and hit.source in PEOPLE_SOURCES and hit.end == j + 1
    if (hit is None or people) and view.pos[j] == "ADJ":
        return j + 1 if view.words[j][0].islower() or view.shouted else j
    if view.folds[j : j + 3] == OUTSIDE and view.folds[phrase.noun].startswith(PORTFOLIO):
        return j + 3
    if tuple(view.folds[j : j + 2]) in STANDING:
        return j + 2
    return j


def _region(view: View, j: int, hits: Mapping[int, Hit]) -> int:
    """« le bureau Afrique de la FIDH »: the part of the world that one is in charge of."""
    hit = hits.get(j)
    row = hit.rows[0] if hit is not None else None
    if hit is None or not isinstance(row, Place) or row.country or hit.end >= len(view):
        return j
    return hit.end if view.folds[hit.end] in DE and view.pos[j - 1] == "NOUN" else j


def _narrows(view: View, j: int, phrase: Nominal, hits: Mapping[int, Hit]) -> bool:
    """« le coordonnateur pays du projet », « le médecin chef, X »: a noun that narrows a post."""
    if phrase.hit is None or not phrase.hit.title or j + 1 >= len(view):
        return False
    return (
        ((view.pos[j] == "NOUN" and j not in hits) or view.folds[j] in RANKED)
        and view.words[j].islower()
        and view.folds[j] not in NO_COMPLEMENT
        and (view.folds[j + 1] in DE or view.words[j + 1] == ",")
    )


def is_apposed(view: View, j: int, count: int) -> bool:
    """« des femmes journalistes », « les enfants soldats »: what some of the people are."""
    return (
        count != 1
        and 0 < j < len(view)
        and view.folds[j - 1] in words.PEOPLE
        and view.pos[j] == "NOUN"
        and view.folds[j].endswith("s")
    )


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
    while k < len(view) and (
        view.folds[k] in BEFORE_NOUN or view.folds[k].isdigit() or view.folds[k] in words.NUMBERS
    ):
        k += 1
    if k >= len(view) or view.folds[k] in NO_COMPLEMENT or view.folds[k] in NO_NOUN:
        return j
    hit = hits.get(k)
    if hit is None:
        k = _common_noun(view, k)
        if k < 0:
            return j
        end = _noun_end(view, k, hits)
    elif hit.source is Source.DEMONYM and k == j + 1 and view.words[k][0].islower():
        return hit.end  # « le professeur d'anglais »
    else:
        end = hit.end
        phrase.inner.append(hit)
    if phrase.complement < 0:
        phrase.complement = k
    if hit is not None and hit.source in NAME_SOURCES:
        return end
    return extend(view, end, hits, phrase, "", depth + 1)


def _common_noun(view: View, k: int) -> int:
    """The noun outside the tables that a complement has at `k`, or -1: « de son ancien patron »."""
    if view.folds[k] in words.OWN_THIRD and k + 1 < len(view):
        k += 1
    if view.pos[k] == "ADJ" and k + 1 < len(view) and view.pos[k + 1] in ("NOUN", "PROPN"):
        k += 1
    named = view.pos[k] in ("NOUN", "PROPN", "ADJ", "X") and view.folds[k]
    time = view.folds[k] in NO_COMPLEMENT or view.folds[k].startswith("dernier")
    return k if named and not time else -1


def _noun_end(view: View, noun: int, hits: Mapping[int, Hit]) -> int:
    """Where a noun ends with its number, or a name with its further words."""
    k = noun + 1
    if view.folds[noun] in NUMBERED and k < len(view) and view.folds[k].isdigit():
        k += 1
    while (
        k < len(view)
        and view.words[k][0].isupper()
        and k not in hits
        and (view.pos[k] == view.pos[k - 1] == "PROPN" and view.deps[k] == "flat:name")
    ):
        k += 1
    return k


def _next_country(view: View, j: int, hits: Mapping[int, Hit], phrase: Nominal) -> int:
    """« les armées du Togo, du Ghana et du Bénin »: a further country; where it ends, or `j`."""
    if (
        (view.words[j] != "," and view.folds[j] != "et")
        or not phrase.inner
        or phrase.inner[-1].end != j
    ):
        return j
    k = j + 1
    while k < len(view) and view.folds[k] in BEFORE_NEXT:
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
    if word in DE or (word == "contre" and folds[j - 1] in FIGHTS):
        return j + 1
    if word.startswith("charge") and following in DE:
        return j + 2
    if listed and head.startswith(PORTFOLIO) and word in (",", "et"):
        after = j + 2 if word == "," and following == "et" else j + 1
        return after + 1 if _next_portfolio(view, after, hits) else j
    if word in ("a", "au", "aux") and head.startswith(WITH_A):
        return j + 1 if _portfolio_noun(view, j + 1, hits) else j
    if word == "pour" and head.startswith(WITH_POUR):
        return j + 1
    if word == "aupres" and head.startswith(WITH_AUPRES) and following in DE:
        return j + 2
    return j


def _next_portfolio(view: View, at: int, hits: Mapping[int, Hit]) -> bool:
    """« ministre des Sports, de la Culture »: whether `de` and a further subject stand at `at`."""
    noun = at + 1
    while noun < len(view) and view.folds[noun] in LE:
        noun += 1
    office = noun in hits and hits[noun].source in (Source.OFFICE, Source.OFFICES)
    return (
        at < len(view)
        and view.folds[at] in DE
        and _portfolio_noun(view, at + 1, hits)
        and not office
    )


def _portfolio_noun(view: View, k: int, hits: Mapping[int, Hit]) -> bool:
    """Whether a subject of government, not a place, follows."""
    while k < len(view) and view.folds[k] in LE:
        k += 1
    if k in hits and hits[k].source in (Source.COUNTRY, Source.CAPITAL):
        return False
    return k < len(view) and view.pos[k] in ("NOUN", "ADJ", "PROPN") and view.deps[k] != "nsubj"
