"""Descriptions and names of bodies: « le ministre », « l'armée », « les deux pays », « la Commission »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pipeline.identity import offices
from pipeline.identity.discourse import unique
from pipeline.identity.people import Person
from pipeline.lexicon.actors import fold
from pipeline.records import Actor, ActorKind, MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.identity.discourse import Discourse, Referent
    from pipeline.identity.registry import Registry
    from pipeline.identity.scene import Scene
    from pipeline.lexicon.actors import ActorLexicon
    from pipeline.records import ActorMention, Traits

STATE_NOUNS: Final = frozenset(
    "pays nation nations etat etats capitale capitales voisin voisins gouvernements regimes "
    "juntes armees".split()
)
SIDES: Final = frozenset("partie parties camp camps belligerant belligerants protagonistes".split())
# Groups that are their organisation's leaders: a summit's leaders are the organisation.
LEADERS: Final = frozenset({"chefs d'etat", "responsables", "dirigeants", "ministres"})
# Offices that a state gives: without a country of their own they get that at hand.
STATE_SECTORS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP"})
ARMED: Final = frozenset({"REB"})
# Sectors whose nouns are used one for the other within an article.
MERGED: Final = frozenset({"REB", "MIL", "OPP", "PTY"})
OFFICIAL_NOUNS: Final = frozenset({"#office", "#rank"})
MOST_NAMED: Final = 6


class Descriptions:
    """Resolves descriptions against the article's persons, places and earlier mentions."""

    def __init__(
        self,
        lexicon: ActorLexicon,
        scene: Scene,
        registry: Registry,
        discourse: Discourse,
        persons: list[Person],
        mentions: Sequence[ActorMention],
    ) -> None:
        self._lexicon = lexicon
        self._scene = scene
        self._registry = registry
        self._discourse = discourse
        self._persons = persons
        self._mentions = mentions
        self._by_key = {person.key: person for person in persons}

    def named(self, mention: ActorMention) -> tuple[str, ...]:
        """Keys of a country or organisation by its name."""
        traits = mention.traits
        if mention.keys:
            return tuple(self._registry.known(key, mention) for key in mention.keys)
        if traits.kind is ActorKind.FORCE:
            country = next(iter(traits.countries), "") or self._scene.at_hand(mention)
            key = f"{country} {traits.key}".strip()
            return (self._registry.add(Actor(key, ActorKind.FORCE, country, traits.sector)),)
        if mention.rule_id == "actor.body":
            country = next(iter(traits.countries), "") or self._scene.at_hand(mention)
            return (self._registry.add(Actor(traits.key, ActorKind.ORG, country, traits.sector)),)
        for referent in self._discourse.everything():
            for key in traits.noun:
                if key in referent.keys:
                    return (self._registry.known(key, mention),)
        return ()

    def keys(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """Keys of a description, or none when nobody can be named; `here` are the resolved mentions
        of its sentence.
        """
        traits = mention.traits
        owner = self._owner(mention, here)
        if traits.kind is ActorKind.STATE:
            return self._state(mention, here, owner)
        if traits.kind is ActorKind.FORCE:
            return self._force(mention, here, owner)
        if traits.kind is ActorKind.PERSON:
            return self._person(mention, owner)
        if traits.kind in (ActorKind.GROUP, ActorKind.ORG):
            return self._group(mention, here, owner)
        return self._bare(mention, owner)

    # Owners ---------------------------------------------------------------------------------

    def _owner(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """Keys of the possessive or complement that completes a phrase."""
        offset = mention.traits.owner
        if offset < 0 or offset >= mention.start:
            return ()
        return next((m.keys for m in here if m.start == offset), ())

    def _owner_countries(self, owner: Iterable[str]) -> tuple[str, ...]:
        actors = (self._registry.actors[key] for key in owner)
        return unique(actor.country for actor in actors if actor.country)

    # States and forces ----------------------------------------------------------------------

    def _countries(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Countries of a noun that belongs to a state: its own words, its owner, the place that
        opens the sentence, the country at hand.
        """
        traits = mention.traits
        if traits.countries:
            return traits.countries
        if owner and (owned := self._owner_countries(owner)):
            return owned
        if traits.count > 1:
            return self._scene.last(mention, traits.count)
        located = self._scene.located(mention, here)
        if located and traits.subject and (len(located) == 1 or traits.count == 0):
            return located
        country = self._scene.at_hand(mention)
        return (country,) if country else ()

    def _state(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: tuple[str, ...]
    ) -> tuple[str, ...]:
        countries = self._countries(mention, here, owner)
        return tuple(self._registry.state(country) for country in countries)

    def _force(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: tuple[str, ...]
    ) -> tuple[str, ...]:
        traits = mention.traits
        name = self._fuller_force(mention)
        return tuple(
            self._registry.add(Actor(f"{country} {name}", ActorKind.FORCE, country, traits.sector))
            for country in self._countries(mention, here, owner)
        )

    def _fuller_force(self, mention: ActorMention) -> str:
        """« la Haute Cour » is the Haute Cour constitutionnelle of the same article."""
        words = fold(mention.text) + " "
        for other in self._mentions:
            if other.traits.kind is ActorKind.FORCE and fold(other.text).startswith(words):
                return other.traits.key
        return mention.traits.key

    # Persons --------------------------------------------------------------------------------

    def _person(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        traits = mention.traits
        countries = traits.countries or self._owner_countries(owner)
        if "homologue" in traits.noun or "collegue" in traits.noun:
            return self._counterpart(mention, owner)
        if "interlocuteur" in traits.noun and self._persons and self._persons[0].parts:
            return (self._persons[0].key,)
        if traits.definite:
            apart = (*owner, *self._clause_subject(mention))
            if (found := self._holder(mention, countries, apart)) is not None:
                return (found.key,)
        if "#people" in traits.noun and traits.definite:
            return ()
        return (self._unnamed(mention, countries, owner).key,)

    def _counterpart(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« son homologue »: who shares the owner's office, else the other person at hand."""
        countries = mention.traits.countries
        own = [self._by_key[key] for key in owner if key in self._by_key]
        families = frozenset[str]().union(*(offices.families(p.nouns) for p in own))
        families = families or offices.LEADING | {"minister"}
        for referent in self._discourse.everything():
            person = self._by_key.get(referent.keys[0])
            if person is None or person.key in owner or referent.offset > mention.start:
                continue
            if countries and person.country not in countries:
                continue
            if families & offices.families(person.nouns):
                return (person.key,)
        return ()

    def _holder(
        self, mention: ActorMention, countries: tuple[str, ...], owner: tuple[str, ...]
    ) -> Person | None:
        """The person of the article whom a definite description means."""
        traits = mention.traits
        fitting = [
            person
            for person in self._persons
            if self._describes(mention, person, countries) and person.key not in owner
        ]
        if not fitting:
            return None
        if len(fitting) > 1 and not countries:
            near = self._scene.at_hand(mention)
            if offices.families(traits.noun) & offices.LEADING:
                fitting = [p for p in fitting if p.country == near] or fitting
        recency = {
            key: rank
            for rank, referent in reversed(list(enumerate(self._discourse.everything())))
            if referent.offset < mention.start
            for key in referent.keys[:1]
        }
        far = len(recency) + 1
        return min(
            fitting,
            key=lambda p: (
                _former(p) is not _former_nouns(traits.noun),
                recency.get(p.key, far * 1000),
                min(p.offsets),
            ),
        )

    def _describes(self, mention: ActorMention, person: Person, countries: tuple[str, ...]) -> bool:
        traits = mention.traits
        if countries and person.country not in countries:
            return False
        if (
            traits.gender
            and person.gender
            and traits.gender != person.gender
            and (traits.gender == "f" or person.gender == "f")
        ):
            return False
        if traits.sector == "IGO" and person.sector != "IGO" and not _generic(traits):
            return False
        if "#people" in traits.noun:
            return bool(countries)
        if _generic(traits):
            if countries:
                leading = offices.LEADING & offices.families(person.nouns)
                return bool(leading)
            return bool(OFFICIAL_NOUNS & person.nouns) and not traits.owner >= mention.start
        if _specific(mention):
            same = offices.families(traits.noun) & offices.families(person.nouns)
            return bool(same) and (traits.sector == "IGO" or traits.noun[0] != "ministre")
        return bool(offices.families(traits.noun) & offices.families(person.nouns)) and (
            _portfolio_agrees(traits, person)
        )

    def _clause_subject(self, mention: ActorMention) -> tuple[str, ...]:
        """Keys of the subject of the sentence: a complement beside it is somebody else."""
        if mention.traits.subject:
            return ()
        for referent in self._discourse.back(mention, 0):
            if referent.main:
                return referent.keys
        return ()

    def _unnamed(
        self, mention: ActorMention, countries: tuple[str, ...], owner: tuple[str, ...]
    ) -> Person:
        """An office-holder or other single person without a name, under the noun phrase."""
        traits = mention.traits
        country = next(iter(countries), "")
        if not country and traits.sector in STATE_SECTORS and traits.sector != "IGO":
            country = self._scene.at_hand(mention)
        key = self._person_key(traits, country, owner)
        known = self._by_key.get(key)
        if known is None:
            known = Person(
                key, (), country="" if traits.sector == "IGO" else country,
                sector=traits.sector or "CVL", gender=traits.gender,
                nouns=set(traits.noun), offsets=[mention.start],
            )  # fmt: skip
            self._persons.append(known)
            self._by_key[key] = known
            self._registry.add(known.actor())
        return known

    def _person_key(self, traits: Traits, country: str, owner: tuple[str, ...]) -> str:
        """The key of an unnamed person: a minister's takes the demonym, a relative's the owner."""
        if owner and len(owner) == 1 and owner[0] in self._lexicon.countries:
            return f"{traits.key} {self._of_country(owner[0])}"
        if owner and traits.owner >= 0 and "#office" not in traits.noun:
            return f"{traits.key} {_of(owner[0])}" if len(owner) == 1 else traits.key
        first, _, rest = traits.key.partition(" ")
        if fold(first) == "ministre" and country and not traits.countries:
            adjective = self._demonym(country, traits.gender or "m", plural=False)
            return f"{first} {adjective} {rest}".strip()
        return traits.key

    def _of_country(self, country: str) -> str:
        """« du Togo », « de la Turquie », « d'Israël », « des Comores »."""
        row = self._lexicon.countries[country]
        vowel = fold(row.name)[0] in "aeiouyh"
        if row.gender in ("mp", "fp"):
            return f"des {row.name}"
        if vowel:
            return f"de l’{row.name}"
        return f"du {row.name}" if row.gender == "m" else f"de la {row.name}"

    # Groups ---------------------------------------------------------------------------------

    def _group(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: tuple[str, ...]
    ) -> tuple[str, ...]:
        traits = mention.traits
        if traits.kind is ActorKind.GROUP and (several := self._several(mention)):
            return several
        if traits.kind is ActorKind.GROUP and LEADERS & set(traits.noun):
            inside = [m for m in self._inside(mention) if m.rule_id == "actor.regional"]
            if inside:
                return tuple(self._registry.known(key, inside[0]) for key in inside[0].keys)
        if traits.definite and not traits.countries and not owner and traits.owner < 0:
            earlier = self._earlier(mention)
            if earlier:
                return earlier
        countries = traits.countries or self._owner_countries(owner)
        key = traits.key
        if len(traits.countries) == 0 and traits.demonym and " de" not in key and "d’" not in key:
            country = next(iter(countries), "") or self._scene.at_hand(mention)
            countries = (country,) if country else ()
            if country and (" " not in key or fold(key) in traits.noun):
                key = self._with_demonym(traits, country)
        elif owner and not traits.countries and " " not in key:
            key = f"{traits.key} {_of(owner[0])}"
        elif not countries and traits.sector in STATE_SECTORS | {"CVL"}:
            country = self._scene.at_hand(mention)
            countries = (country,) if country else ()
        kind = traits.kind or ActorKind.GROUP
        country = countries[0] if len(countries) == 1 else ""
        return (self._registry.add(Actor(key, kind, country, traits.sector)),)

    def _with_demonym(self, traits: Traits, country: str) -> str:
        adjective = self._demonym(country, traits.gender, plural=traits.count != 1)
        return f"{traits.key} {adjective}" if adjective else traits.key

    def _demonym(self, country: str, gender: str, *, plural: bool) -> str:
        forms = self._lexicon.countries[country].demonyms
        if len(forms) < 4:
            return ""
        return forms[2 * plural + (gender == "f")]

    def _inside(self, mention: ActorMention) -> list[ActorMention]:
        return [
            m
            for m in self._mentions
            if m is not mention and mention.start <= m.start and m.end <= mention.end
        ]

    def _earlier(self, mention: ActorMention) -> tuple[str, ...]:
        """An earlier group of the same noun, or the last armed group for another word for one."""
        traits = mention.traits
        for referent in self._discourse.everything():
            if referent.form in (MentionForm.PRONOUN, MentionForm.POSSESSIVE):
                continue
            if referent.form is MentionForm.DESCRIPTION and (
                traits.noun[0] in referent.nouns[:1]
                or (traits.sector in MERGED and set(referent.nouns) & set(traits.noun))
                or (LEADERS & set(traits.noun) and LEADERS & set(referent.nouns))
            ):
                return referent.keys
            if referent.kind not in (ActorKind.GROUP, ActorKind.ORG):
                continue
            if traits.sector in ARMED and self._registry.actors[referent.keys[0]].sector in ARMED:
                return referent.keys
        return ()

    def _several(self, mention: ActorMention) -> tuple[str, ...]:
        """« les deux présidents », « les chefs d'État togolais et kazakh »: persons at hand."""
        traits = mention.traits
        if not traits.definite:
            return ()
        count = traits.count or len(traits.countries)
        if count < 2 or count > MOST_NAMED:
            return ()
        families = offices.families(traits.noun)
        generic = offices.is_generic(traits.noun) and traits.owner < 0
        keys: list[str] = []
        for referent in self._discourse.everything():
            if referent.offset >= mention.start:
                continue
            for key in reversed(referent.keys):
                person = self._by_key.get(key)
                if person is None or key in keys:
                    continue
                if traits.countries and person.country not in traits.countries:
                    continue
                if generic or families & offices.families(person.nouns):
                    keys.append(key)
            if len(keys) >= count:
                break
        if len(keys) == count:
            return tuple(sorted(keys, key=lambda key: min(self._by_key[key].offsets)))
        return self._ahead(mention, count)

    def _ahead(self, mention: ActorMention, count: int) -> tuple[str, ...]:
        """The persons that the rest of the sentence or the next one lists."""
        named = unique(
            self._by_offset_key(m)
            for m in self._mentions
            if m.start > mention.end
            and m.sentence - mention.sentence <= 1
            and m.form is MentionForm.NAME
            and m.traits.kind is ActorKind.PERSON
        )
        return named if len(named) == count else ()

    def _by_offset_key(self, mention: ActorMention) -> str:
        for person in self._persons:
            if mention.start in person.offsets:
                return person.key
        return mention.traits.key

    # Bare nouns -----------------------------------------------------------------------------

    def _bare(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« les deux pays », « l'organisation »: what has been named before."""
        traits = mention.traits
        noun = traits.noun[0]
        if noun in STATE_NOUNS or noun in SIDES:
            return self._sides(mention, noun, owner)
        if traits.count != 1 or not traits.definite:
            return ()
        for referent in self._discourse.everything():
            if referent.offset < mention.start and self._is_body(referent, noun):
                return referent.keys
        return ()

    def _is_body(self, referent: Referent, noun: str) -> bool:
        if referent.kind is ActorKind.IGO:
            return noun not in ("parti", "syndicat", "entreprise", "societe", "compagnie")
        if referent.kind is not ActorKind.ORG or len(referent.keys) != 1:
            return False
        sector = self._registry.actors[referent.keys[0]].sector
        fits = {
            "parti": ("PTY", "OPP"), "formation": ("PTY", "OPP"), "entreprise": ("BUS",),
            "societe": ("BUS",), "compagnie": ("BUS",), "ong": ("NGO",), "rebellion": ("REB",),
        }.get(noun)  # fmt: skip
        return fits is None or sector in fits

    def _sides(self, mention: ActorMention, noun: str, owner: tuple[str, ...]) -> tuple[str, ...]:
        traits = mention.traits
        if traits.count > 1 and (traits.definite or not traits.countries):
            if noun in SIDES and (sides := self._two_sides(mention)):
                return sides
            countries = self._owner_countries(owner)
            if len(countries) != traits.count:
                countries = self._scene.last(mention, traits.count)
            return tuple(self._registry.state(country) for country in countries)
        if noun in SIDES and traits.count == 1:
            return ()
        if traits.count == 1 and traits.definite:
            if noun not in ("pays", "nation", "etat"):
                return ()
            country = next(iter(traits.countries), "") or self._scene.at_hand(mention)
            return (self._registry.state(country),) if country else ()
        if noun in SIDES:
            country = self._scene.at_hand(mention)
            return (self._registry.add(Actor(traits.key, ActorKind.GROUP, country, "")),)
        if " " not in traits.key:
            return ()
        return (self._registry.add(Actor(traits.key, ActorKind.GROUP, "", "GOV")),)

    def _two_sides(self, mention: ActorMention) -> tuple[str, ...]:
        """« les deux camps »: the two bodies named last, other than the sentence's subject."""
        apart = self._clause_subject(mention)
        found: list[str] = []
        for referent in self._discourse.back(mention):
            if (
                len(referent.keys) == 1
                and referent.form is not MentionForm.DEMONYM
                and (referent.kind in (ActorKind.STATE, ActorKind.FORCE, ActorKind.ORG))
            ):
                key = referent.keys[0]
                if key not in found and key not in apart:
                    found.append(key)
        return tuple(reversed(found[:2])) if len(found) > 1 else ()


def _generic(traits: Traits) -> bool:
    return offices.is_generic(traits.noun)


def _former(person: Person) -> bool:
    return _former_nouns(person.nouns)


def _former_nouns(nouns: Iterable[str]) -> bool:
    return any(noun.startswith(("ancien ", "ex ")) for noun in nouns)


def _specific(mention: ActorMention) -> bool:
    """Whether a complement other than a country narrows the office."""
    return mention.traits.owner >= mention.start


def _portfolio_agrees(traits: Traits, person: Person) -> bool:
    """« le ministre de la Défense » is not the minister of foreign affairs."""
    noun = traits.noun[0]
    if not noun.startswith("ministre "):
        return True
    other = [n for n in person.nouns if n.startswith("ministre ")]
    return not other or noun in other or any(n in traits.noun for n in other)


def _of(key: str) -> str:
    """« de » or « d' » before a key."""
    return f"d’{key}" if fold(key[:1]) in "aeiouyh" else f"de {key}"
