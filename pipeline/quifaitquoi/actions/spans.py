"""The words of a circumstance, and the nouns and verbs that they stand by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.words import DE, LE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.records.actors import PlaceMention
    from quifaitquoi.syntax.tokens import Token


# « au cours du mois », « à compter du 3 »: before these `de` makes no complement of a noun.
COMPOUND: Final = frozenset(
    """cours partir compter lors date courant occasion nuit soirée journée matinée matin soir aube
    semaine week-end mois début fin""".split()
)
# Before a country within which something is.
INSIDE: Final = frozenset({"en", "au", "aux"})
# Before the place that somebody is from, and a preposition.
ORIGINS: Final = frozenset(
    """originaire originaires natif natifs native natives né née nés nées issu issue issus issues
    ressortissant ressortissante ressortissants ressortissantes""".split()
)
# Before a date that lies ahead of what is said now, and after « à » and before « de ».
AHEAD: Final = frozenset({"pour", "avant", "ici"})
STARTS: Final = frozenset({"compter", "partir"})
# Before what something is told from: « depuis sa création en 1991 ».
FROM: Final = frozenset({"depuis", "après", "avant", "dès"})
# « la pire attaque depuis 2015 », and words within which they stand before `depuis`.
RANKS: Final = frozenset(
    "pire pires premier première premiers premières seul seule seuls seules unique".split()
)
RANK_REACH: Final = 8
# What stands between the places of a list.
LISTED: Final = re.compile(
    r"\s*(?:,\s*)?(?:\b(?:et|ou|puis|comme)\s+)?(?:à|au|aux|en|du|de|des|d['’])?\s*(?:la|le|les|l['’])?\s*"
)


@dataclass(frozen=True, slots=True)
class WordSpan:
    """The words of a circumstance: tokens [start, end) of the block, and the highest of them."""

    doc: Sequence[Token]
    start: int
    end: int
    root: Token


def inserted_behind(span: WordSpan) -> Token | None:
    """The word that an insertion is about: « l'exécution, mardi, de », « remettre, en 2006, »."""
    if span.end >= len(span.doc) or span.doc[span.end].text != ",":
        return None
    start = span.start
    while start > 0 and span.doc[start - 1].pos_ in ("DET", "ADP"):
        start -= 1
    if start < 2 or span.doc[start - 1].text != ",":
        return None
    noun = span.doc[start - 2]
    if noun.pos_ not in ("NOUN", "VERB"):
        return None
    # A subject may stand before its inserted date too: « le ministre, mardi, a dit ».
    return None if noun.dep_.startswith("nsubj") else noun


def completed_noun(span: WordSpan) -> Token | None:
    """The noun of « la réunion de mardi », « le pèlerinage 2024 »: the date is its complement."""
    if span.start and span.root.lower_.isdecimal() and span.end == span.start + 1:
        before = span.doc[span.start - 1]
        if before.pos_ in ("NOUN", "PROPN"):
            return before
    words = list(words_before(span))
    if not words or words[0].lower_ not in DE:
        return None
    noun = next((word for word in words[1:] if word.pos_ not in ("DET", "ADJ")), None)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.lower_ in COMPOUND:
        return None
    return noun


def words_before(span: WordSpan) -> Iterator[Token]:
    """The words before a circumstance, without articles, from right to left."""
    for i in range(span.start - 1, max(span.start - 6, -1), -1):
        word = span.doc[i]
        if word.lower_ not in LE or i < span.start - 2:
            yield word


def introduction(noun: Token) -> str:
    """The word that introduces a noun, or the noun that it completes by `de`: « lors du ...»."""
    i = noun.i - 1
    while i > 0 and (
        noun.doc[i].pos_ in ("DET", "ADJ", "NUM") or noun.doc[i].lower_ in DE or _is_inner(noun, i)
    ):
        i -= 1
    return noun.doc[i].lower_ if i >= 0 else ""


def _is_inner(noun: Token, i: int) -> bool:
    """Whether the word at `i` is a noun that `de` joins to what follows."""
    following = noun.doc[i + 1].lower_
    return (
        noun.doc[i].pos_ in ("NOUN", "PROPN")
        and following in DE
        and noun.doc[i].lower_ not in COMPOUND
    )


def is_bound(date: WordSpan) -> bool:
    """Whether a date only bounds a comparison, or dates what it is told from.

    « la pire attaque depuis 2015 », « pour la première fois depuis sa création en 1991 ».
    """
    words = list(words_before(date))
    if not words:
        return False
    if words[0].lower_ == "depuis":
        return any(
            _is_rank(word) for word in date.doc[max(words[0].i - RANK_REACH, 0) : words[0].i]
        )
    return words[0].lower_ in INSIDE and _is_told_from(words[1:])


def _is_told_from(words: Sequence[Token]) -> bool:
    """« depuis sa création », « après son élection », from right to left."""
    if not words or words[0].pos_ != "NOUN":
        return False
    before = next((word for word in words[1:] if word.pos_ not in ("DET", "ADJ")), None)
    return before is not None and before.lower_ in FROM


def _is_rank(word: Token) -> bool:
    """« la pire », « le premier », « la plus meurtrière »: what is compared with all since then."""
    before = word.doc[word.i - 1] if word.i else None
    if word.lower_ in RANKS:
        return True
    return word.lower_ == "plus" and before is not None and before.lower_ in ("le", "la", "les")


def is_ahead(date: WordSpan) -> bool:
    """Whether a date lies ahead of what is said: « une grève à compter de jeudi »."""
    words = [word.lower_ for word in words_before(date)]
    started = len(words) > 1 and words[0] in DE and words[1] in STARTS
    return started or (bool(words) and words[0] in AHEAD)


def is_topic(place: WordSpan, owners: Container[int], lexicon: ActionLexicon) -> bool:
    """Whether a place completes a noun: « la situation au Soudan », « la guerre en Ukraine »."""
    if nouns_above(place, owners, lexicon):
        return True
    if place.start < 2 or place.doc[place.start - 1].lower_ not in INSIDE:
        return False
    noun = place.doc[place.start - 2]
    return (
        noun.pos_ == "NOUN"
        and noun.i not in owners
        and noun.lemma_ not in lexicon.words("whereabouts")
    )


def is_origin(place: WordSpan) -> bool:
    """Whether a place is where somebody is from: « X, originaire des Ardennes », « né à Thiès »."""
    words = [word.lower_ for word in islice(words_before(place), 2)]
    return len(words) > 1 and words[0] in (*DE, *INSIDE, "à") and words[1] in ORIGINS


def in_one_country(places: Sequence[PlaceMention], text: str, offset: int) -> list[PlaceMention]:
    """Places of a sentence without lists that lie in several countries: « en Italie et en France ».

    `text` begins at clean offset `offset`.
    """
    lists: list[list[PlaceMention]] = []
    for place in sorted(places, key=lambda one: one.start):
        last = lists[-1][-1] if lists else None
        if last and LISTED.fullmatch(text[last.end - offset : place.start - offset]):
            lists[-1].append(place)
        else:
            lists.append([place])
    return [place for one in lists if len({place.country for place in one}) == 1 for place in one]


def nouns_above(place: WordSpan, owners: Container[int], lexicon: ActionLexicon) -> int:
    """How many nouns stand between a place and the act above; those of places do not count."""
    nouns = 0
    current = place.root.head
    places = lexicon.words("whereabouts")
    while current.i not in owners and current.pos_ in ("NOUN", "PROPN") and current.head != current:
        nouns += current.pos_ == "NOUN" and current.lemma_.lower() not in places
        current = current.head
    return nouns
