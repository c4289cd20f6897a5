"""Typed rows of the tables of actors, and the look-up over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.records.actors import ActorKind


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory under its ISO alpha-3 code.

    `gender` is m, f, mp or fp, of the French name; `demonyms` begins with masculine and feminine
    singular, then plural; `capital` are names of the seat of government, `seats` buildings and
    offices that stand for it; `prefixes` are combining forms (« ivoiro »). `ambiguous` holds the
    folded forms that may mean another country, a person or a word.
    """

    iso3: str
    name: str
    gender: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    prefixes: tuple[str, ...]
    ambiguous: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An IGO, ORG or named FORCE under its actor key.

    `organs` are bodies that share the key, `gender` is that of the noun with which one of the forms
    begins, m, f or empty; `ambiguous` holds the folded forms and organs that may
    mean something else, or `*` for all of them.
    """

    key: str
    kind: ActorKind
    country: str
    sector: str
    forms: tuple[str, ...]
    organs: tuple[str, ...]
    gender: str
    ambiguous: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """A noun for a post (`office`), a military `rank`, a `title` before a name, or a `profession`.

    `scope` says whose complement is expected: of a `state`, of an organisation (`org`), or `none`.
    """

    word: str
    forms: tuple[str, ...]
    plural: tuple[str, ...]
    kind: str
    sector: str
    scope: str


@dataclass(frozen=True, slots=True)
class Group:
    """A common noun for people or a body.

    Kind STATE: the actor is the country itself. FORCE: the key is the country's code and `word`.
    GROUP and ORG: the key is the noun phrase of the text, with the country's adjective where
    `demonym` is true (`militaires ivoiriens`).
    """

    word: str
    forms: tuple[str, ...]
    kind: ActorKind
    sector: str
    demonym: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, river, building or airport and the ISO alpha-3 country that it lies in.

    `country` is empty for what lies in several. `ambiguous`: the name is also another place, a
    country, a word or the name of a person.
    """

    name: str
    country: str
    aliases: tuple[str, ...]
    kind: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class BodyNouns:
    """What nouns tell of the body beside which, or for which, they stand, by folded noun.

    `genders` holds all nouns, empty where one has none. The others give sectors, empty for one that
    is not known: `opening` of a body whose name begins with the noun, with its kind; `naming`
    of one whose own name follows it; `closing` of one whose name ends in it; `bare` all that a body
    may have that the noun alone takes up; `described` of one that it names by a complement.
    """

    genders: Mapping[str, str]
    opening: Mapping[str, tuple[ActorKind, str]]
    naming: Mapping[str, str]
    closing: Mapping[str, str]
    bare: Mapping[str, frozenset[str]]
    described: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All tables of actors; `countries` is keyed by ISO code, the others by folded form.

    A form that several rows share gives all of them, in the order of the table. `given_names` gives
    m, f or u (both), `bodies` what nouns for bodies tell. `classes` are those of `classes.csv`.
    """

    countries: Mapping[str, Country]
    country_names: Mapping[str, tuple[Country, ...]]
    demonyms: Mapping[str, tuple[Country, ...]]
    capitals: Mapping[str, tuple[Country, ...]]
    seats: Mapping[str, tuple[Country, ...]]
    prefixes: Mapping[str, tuple[Country, ...]]
    organisations: Mapping[str, tuple[Organisation, ...]]
    organs: Mapping[str, tuple[Organisation, ...]]
    offices: Mapping[str, tuple[Office, ...]]
    office_plurals: Mapping[str, tuple[Office, ...]]
    groups: Mapping[str, tuple[Group, ...]]
    places: Mapping[str, tuple[Place, ...]]
    given_names: Mapping[str, str]
    bodies: BodyNouns
    classes: Mapping[str, frozenset[str]]

    def words(self, name: str) -> frozenset[str]:
        """Words of a class, as written and folded; KeyError if there is none of that name."""
        return self.classes[name]
