"""Place names, each read once: « Paris » is a place where, a state that acts, or left open.

Who finds actors and who finds places both ask here. What is open (« à Paris ») the acts of the
sentence settle: it is a party where one of them takes it as an argument, else where it happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.sites import site_of
from quifaitquoi.lexicon.actors import Place
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.words import DE, LE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View


class Use(Enum):
    """What a place name is: a place where, the state that acts or is acted upon, or open."""

    SETTING = auto()
    STATE = auto()
    OPEN = auto()


class Reason(Enum):
    """Why a name is what it is."""

    #: A town or region of the tables: no state.
    TABLE = auto()
    #: « le maire de Paris », « l'aéroport de Lomé »: the town of what it has.
    OF_TOWN = auto()
    #: « Lomé, 18 mai - » at the start of a paragraph.
    DATELINE = auto()
    #: « promet une aide au Togo », « demande à Lomé ».
    DATIVE = auto()
    #: « Paris condamne », « l'armée du Togo ».
    BARE = auto()
    #: « à Lomé », « au Togo ».
    PREPOSITION = auto()
    #: « le nord du Mali », « la capitale du Togo ».
    PLACE_NOUN = auto()
    #: « au stade municipal de Lomé »: where the site is.
    SITE = auto()
    #: « expulsé du Mali », « quitte le Tchad », « s'envole pour Abidjan ».
    MOVED = auto()
    #: « à Lomé et Accra ».
    LISTED = auto()


USES: Final = {
    Reason.TABLE: Use.SETTING,
    Reason.OF_TOWN: Use.SETTING,
    Reason.DATELINE: Use.SETTING,
    Reason.SITE: Use.SETTING,
    Reason.DATIVE: Use.STATE,
    Reason.BARE: Use.STATE,
    Reason.PREPOSITION: Use.OPEN,
    Reason.PLACE_NOUN: Use.OPEN,
    Reason.MOVED: Use.OPEN,
    Reason.LISTED: Use.OPEN,
}


@dataclass(frozen=True, slots=True)
class Toponym:
    """How a hit of a place name is used; `located`: something may be there."""

    reason: Reason
    located: bool

    @property
    def use(self) -> Use:
        """What the name is."""
        return USES[self.reason]


STATES: Final = frozenset({Source.COUNTRY, Source.CAPITAL, Source.SEAT})
# Folded prepositions behind which a name may be no more than a place.
LOCATIVE: Final = frozenset(
    "a au aux en dans sur vers chez pres depuis jusqu'a sous hors devant".split()
)
CONTRACTED: Final = frozenset({"au", "aux"})
DIRECTIONS: Final = frozenset(
    ["nord", "sud", "est", "ouest", "centre", "extreme", "nord ouest", "nord est", "sud ouest",
     "sud est"]
)  # fmt: skip
NEAR: Final = frozenset({"pres", "loin", "autour", "abord", "abords", "proximite", "large"})


def read(view: View, hits: Iterable[Hit], lexicon: ActorLexicon) -> dict[int, Toponym]:
    """The place names among a sentence's hits, by where they start.

    What is part of a person's name, or a common word as well and not introduced as a place, is
    none.
    """
    found: dict[int, Toponym] = {}
    last = -1
    for hit in hits:
        subject = view.deps[view.governor(hit.start, hit.end)].startswith("nsubj")
        listed = not subject and _continues_list(view, last, hit.start)
        toponym = _toponym(view, hit, lexicon, listed=listed)
        if toponym is not None:
            found[hit.start] = toponym
            last = hit.end if toponym.located else last
    return found


def _toponym(view: View, hit: Hit, lexicon: ActorLexicon, *, listed: bool) -> Toponym | None:
    row = hit.rows[0]
    if isinstance(row, Place):
        continued = hit.end < len(view) and view.folds[hit.end] in DE
        if continued and view.folds[hit.start] in DIRECTIONS:
            return None  # « le Nord-Ouest du pays »
        known = not row.ambiguous or is_located(view, hit.start, lexicon)
        return (
            None
            if not known or _in_name(view, hit, lexicon.given_names)
            else Toponym(Reason.TABLE, True)
        )
    if hit.source not in STATES:
        return None
    reason = _reason(view, hit, lexicon, listed=listed)
    located = USES[reason] is not Use.STATE
    if hit.source is Source.CAPITAL and _is_of_town(view, hit.start, lexicon):
        return Toponym(Reason.OF_TOWN, located)
    return Toponym(reason, located)


def _reason(view: View, hit: Hit, lexicon: ActorLexicon, *, listed: bool) -> Reason:
    if _dative(view, hit, lexicon):
        return Reason.DATIVE
    if _introduced_by(view, hit.start) in LOCATIVE:
        return Reason.PREPOSITION
    if is_located(view, hit.start, lexicon):
        return Reason.PLACE_NOUN
    if site_of(view, hit.start, lexicon) >= 0:
        return Reason.SITE
    if listed:
        return Reason.LISTED
    if is_moved(view, view.governor(hit.start, hit.end), lexicon):
        return Reason.MOVED
    if hit.source is Source.CAPITAL and _dateline(view, hit):
        return Reason.DATELINE
    return Reason.BARE


def is_placed(view: View, i: int) -> bool:
    """Whether a locative preposition stands before the name at `i`."""
    return _introduced_by(view, i) in LOCATIVE


def is_located(view: View, i: int, lexicon: ActorLexicon) -> bool:
    """Whether a locative preposition or a place noun governs the name at `i`."""
    noun = noun_before(view, i)
    return is_placed(view, i) or any(
        noun in nouns for nouns in (NEAR, lexicon.words("place_opening"), lexicon.words("summit"))
    )


def noun_before(view: View, i: int) -> str:
    """The folded word that « de » joins to the name at `i`, or empty."""
    j = _before(view, i)
    return view.folds[j - 1] if j > 0 and view.folds[j] in DE else ""


def _introduced_by(view: View, i: int) -> str:
    """The folded word before a name and its article, or empty."""
    j = _before(view, i)
    return view.folds[j] if j >= 0 else ""


def _is_of_town(view: View, i: int, lexicon: ActorLexicon) -> bool:
    """« le maire de Paris », « les attentats de Bruxelles »: the town, not its country."""
    j = i - 2
    if j > 0 and view.pos[j] == "ADJ":
        j -= 1
    return j >= 0 and view.folds[i - 1] in DE and view.folds[j] in lexicon.words("of_town")


def _in_name(view: View, hit: Hit, given: Mapping[str, str]) -> bool:
    """« Mokgweetsi Masisi », « Sidi Bouzid Ahmed »: part of a person's name."""
    before = view.folds[hit.start - 1] if hit.start else ""
    return (
        before in given and view.words[hit.start - 1][0].isupper() and hit.end == hit.start + 1
    ) or (
        hit.start > 0
        and hit.end == hit.start + 1
        and view.pos[hit.start - 1] == "PROPN"
        and view.words[hit.start - 1][0].isupper()
        and not view.shouted
        and view.deps[hit.start] == "flat:name"
    )


def _before(view: View, i: int) -> int:
    """Position of the word before a name and its article, -1 at the start."""
    i -= 1
    if i >= 0 and view.folds[i] in LE:
        i -= 1
    return i


def _dative(view: View, hit: Hit, lexicon: ActorLexicon) -> bool:
    """« promet une aide au Togo », « demande à Lomé »: the one who gets it, not where."""
    i = view.governor(hit.start, hit.end)
    head = view.heads[i]
    contracted = hit.start > 0 and view.folds[hit.start - 1] in CONTRACTED
    toward = contracted or _introduced_by(view, hit.start) == "a"
    return toward and head != i and view.lemmas[head] in lexicon.words("dative")


def is_moved(view: View, i: int, lexicon: ActorLexicon) -> bool:
    """« expulsé du Mali », « quitte le Tchad », « s'envole pour Abidjan »."""
    head = view.heads[i]
    if view.pos[head] != "VERB":
        return False
    lemma = view.lemmas[head]
    if view.deps[i] == "obj":
        return lemma in lexicon.words("reaching")
    word = _introduced_by(view, i)
    return (word in DE and lemma in lexicon.words("leaving")) or (
        word == "pour" and lemma in lexicon.words("setting_out")
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
