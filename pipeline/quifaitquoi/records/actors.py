"""Actors, and the mentions that stand for them or for a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from quifaitquoi.records.record import record


class ActorKind(StrEnum):
    """Kinds of actor of gold/GUIDELINES.md."""

    PERSON = "PERSON"
    STATE = "STATE"
    FORCE = "FORCE"
    IGO = "IGO"
    ORG = "ORG"
    GROUP = "GROUP"


SECTORS: Final = frozenset("GOV MIL COP JUD LEG OPP REB PTY IGO NGO BUS MED EDU CVL".split())


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part, keyed as in gold/GUIDELINES.md."""

    key: str
    kind: ActorKind
    country: str = ""
    sector: str = ""


class MentionForm(StrEnum):
    """How a mention points to its actor."""

    NAME = "name"
    DESCRIPTION = "description"
    DEMONYM = "demonym"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"


class MentionSort(StrEnum):
    """What linking asks of a mention besides its form; PLAIN where the form says enough.

    Pronouns by what they do: RELATIVE (« qui »), DEMONSTRATIVE (« celui-ci »), PERSONAL (« il »),
    OBJECT (« le »), FIRST (« nous »), PARTITIVE (« l'un d'eux »). Names: SITE, a capital or seat
    that may be no more than where something happens (« à Lomé »); LAND, a country likewise (« au
    Togo »); BODY, an organisation outside the tables. REGIONAL: an adjective that stands for an
    organisation (« ouest-africain »).
    """

    PLAIN = ""
    RELATIVE = "relative"
    DEMONSTRATIVE = "demonstrative"
    PERSONAL = "personal"
    OBJECT = "object"
    FIRST = "first"
    PARTITIVE = "partitive"
    SITE = "site"
    LAND = "land"
    BODY = "body"
    REGIONAL = "regional"


@record
class Traits:
    """What the words of a mention say by themselves about its actor, for linking.

    `kind` and `sector` as far as the words fix them; `key` is a name in its usual capitals, or the
    noun phrase that becomes the key of an actor without a name; `countries` are ISO codes that the
    phrase states (several: a choice when it is a name, all of them when it is an adjective); `noun`
    holds the folded office, group or description nouns; `gender` is m, f or empty; `count` is the
    number of actors, 0 for a plural without number; `subject` and `main` say whether it is the
    subject of a verb, and of the sentence's main verb; `start` and `end` bound the whole phrase
    with its titles; `owner` is the clean offset of the possessive or complement whose actor
    completes the phrase (« son homologue »), -1 without one.
    """

    kind: ActorKind | None = None
    key: str = ""
    countries: tuple[str, ...] = ()
    sector: str = ""
    noun: tuple[str, ...] = ()
    gender: str = ""
    count: int = 1
    definite: bool = True
    subject: bool = False
    main: bool = False
    demonym: bool = False
    start: int = -1
    end: int = -1
    owner: int = -1


@record
class Choice:
    """Why a mention stands for its actors: evidence in words and what it counts.

    `others` are the actors who came next, empty where nobody or a thing did; `against` is theirs.
    """

    evidence: tuple[tuple[str, float], ...]
    others: tuple[str, ...] = ()
    against: tuple[tuple[str, float], ...] = ()


@record
class ActorMention:
    """Words that stand for one or several actors.

    `start` and `end` are the label's extent (no title, no article); `head` is the clean offset of
    the token that governs the phrase in the tree (« président » in « le président Faure Gnassingbé
    »). `keys` is empty until linking has said who it is, and stays empty when nobody can be
    named. `choice` is there where linking weighed whom it means.
    """

    start: int
    end: int
    text: str
    head: int
    sentence: int
    form: MentionForm
    rule_id: str
    keys: tuple[str, ...] = ()
    traits: Traits = Traits()
    sort: MentionSort = MentionSort.PLAIN
    choice: Choice | None = None

    def standing_for(self, keys: tuple[str, ...], choice: Choice | None) -> ActorMention:
        """The same words, once it is known whom they mean."""
        return ActorMention(
            self.start, self.end, self.text, self.head, self.sentence, self.form, self.rule_id,
            keys, self.traits, self.sort, choice,
        )  # fmt: skip


@record
class CountryClue:
    """A word at a clean offset that tells of countries, though it stands for no actor: a town.

    `located`: something is there, « à Nice ».
    """

    start: int
    sentence: int
    countries: tuple[str, ...]
    located: bool = False


@record
class PlaceMention:
    """A place name and the ISO alpha-3 country that it lies in (empty when not known)."""

    start: int
    end: int
    text: str
    country: str
    rule_id: str
    sentence: int
