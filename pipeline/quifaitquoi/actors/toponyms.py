"""Place names, each read once: « Paris » is a place where, a state that acts, or left open.

Who finds actors and who finds places both ask here. What is open (« à Paris ») the acts of the
sentence settle: it is a party where one of them takes it as an argument, else where it happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.lexicon.actors import Place
from quifaitquoi.records.clean import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quifaitquoi.actors.gazetteer import Hit
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
    #: « expulsé du Mali », « quitte le Tchad », « s'envole pour Abidjan ».
    MOVED = auto()
    #: « à Lomé et Accra ».
    LISTED = auto()


USES: Final = {
    Reason.TABLE: Use.SETTING,
    Reason.OF_TOWN: Use.SETTING,
    Reason.DATELINE: Use.SETTING,
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
ARTICLES: Final = frozenset("le la l' les".split())
OF: Final = frozenset("de d' du des".split())
# What a town has, and what happens in one: a capital after them is no state.
OF_TOWNS: Final = frozenset(
    "attentat attentats attaque attaques fusillade explosion maire mairie ville commune banlieue "
    "centre centre-ville nord sud est ouest quartier quartiers rue rues place aeroport gare port "
    "prison stade marche musee bourse mosquee cathedrale eveque archeveque universite hopital cour "
    "appel tribunal parquet prefet prefecture gouverneur region habitants population peripherie "
    "sommet conference congres salon festival marathon accord accords".split()
)
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


def read(view: View, hits: Iterable[Hit], given: Mapping[str, str]) -> dict[int, Toponym]:
    """The place names among a sentence's hits, by where they start; `given` are given names.

    What is part of a person's name, or a common word as well and not introduced as a place, is
    none.
    """
    found: dict[int, Toponym] = {}
    last = -1
    for hit in hits:
        subject = view.deps[view.governor(hit.start, hit.end)].startswith("nsubj")
        listed = not subject and _continues_list(view, last, hit.start)
        toponym = _toponym(view, hit, given, listed=listed)
        if toponym is not None:
            found[hit.start] = toponym
            last = hit.end if toponym.located else last
    return found


def _toponym(view: View, hit: Hit, given: Mapping[str, str], *, listed: bool) -> Toponym | None:
    row = hit.rows[0]
    if isinstance(row, Place):
        known = not row.ambiguous or is_located(view, hit.start)
        return None if not known or _in_name(view, hit, given) else Toponym(Reason.TABLE, True)
    if hit.source not in STATES:
        return None
    reason = _reason(view, hit, listed=listed)
    located = USES[reason] is not Use.STATE
    if hit.source is Source.CAPITAL and _is_of_town(view, hit.start):
        return Toponym(Reason.OF_TOWN, located)
    return Toponym(reason, located)


def _reason(view: View, hit: Hit, *, listed: bool) -> Reason:
    if _dative(view, hit):
        return Reason.DATIVE
    if _introduced_by(view, hit.start) in LOCATIVE:
        return Reason.PREPOSITION
    if is_located(view, hit.start):
        return Reason.PLACE_NOUN
    if listed:
        return Reason.LISTED
    if is_moved(view, view.governor(hit.start, hit.end)):
        return Reason.MOVED
    if hit.source is Source.CAPITAL and _dateline(view, hit):
        return Reason.DATELINE
    return Reason.BARE


def is_located(view: View, i: int) -> bool:
    """Whether a locative preposition or a place noun governs the name at `i`."""
    noun = noun_before(view, i)
    return _introduced_by(view, i) in LOCATIVE or noun in PLACE_NOUNS or noun in NEAR | MEETINGS


def noun_before(view: View, i: int) -> str:
    """The folded word that « de » joins to the name at `i`, or empty."""
    j = _before(view, i)
    return view.folds[j - 1] if j > 0 and view.folds[j] in OF else ""


def _introduced_by(view: View, i: int) -> str:
    """The folded word before a name and its article, or empty."""
    j = _before(view, i)
    return view.folds[j] if j >= 0 else ""


def _is_of_town(view: View, i: int) -> bool:
    """« le maire de Paris », « les attentats de Bruxelles »: the town, not its country."""
    j = i - 2
    if j > 0 and view.pos[j] == "ADJ":
        j -= 1
    return j >= 0 and view.folds[i - 1] in OF and view.folds[j] in OF_TOWNS


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
    if i >= 0 and view.folds[i] in ARTICLES:
        i -= 1
    return i


def _dative(view: View, hit: Hit) -> bool:
    """« promet une aide au Togo », « demande à Lomé »: the one who gets it, not where."""
    i = view.governor(hit.start, hit.end)
    head = view.heads[i]
    contracted = hit.start > 0 and view.folds[hit.start - 1] in CONTRACTED
    toward = contracted or _introduced_by(view, hit.start) == "a"
    return toward and head != i and view.lemmas[head] in DATIVE


def is_moved(view: View, i: int) -> bool:
    """« expulsé du Mali », « quitte le Tchad », « s'envole pour Abidjan »."""
    head = view.heads[i]
    if view.pos[head] != "VERB":
        return False
    lemma = view.lemmas[head]
    if view.deps[i] == "obj":
        return lemma in REACHING
    word = _introduced_by(view, i)
    return (word in OF and lemma in LEAVING) or (word == "pour" and lemma in SETTING_OUT)


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
