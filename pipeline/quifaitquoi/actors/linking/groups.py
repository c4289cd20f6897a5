"""Groups: « manifestants », « les deux présidents », « ses partisans », « les dirigeants »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.coupled import coupled
from quifaitquoi.actors.linking.numbered import several
from quifaitquoi.actors.linking.office_holders import STATE_SECTORS
from quifaitquoi.actors.linking.offices import singular
from quifaitquoi.actors.linking.salience import FIRMS
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind, MentionForm, MentionSort

if TYPE_CHECKING:
    from quifaitquoi.actors.linking.discourse import Referent
    from quifaitquoi.actors.linking.naming import Naming
    from quifaitquoi.actors.linking.owners import Owner
    from quifaitquoi.actors.linking.salience import CountrySalience
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.records.actors import ActorMention, Traits

# Sectors whose people are of the country at hand.
LOCAL: Final = STATE_SECTORS | {"CVL", "BUS", "MED", "PTY", "EDU"}
# Sectors of bodies whose people are of many countries.
MIXED: Final = FIRMS | {"NGO"}
# Groups that are their organisation's leaders: a summit's leaders are the organisation.
LEADERS: Final = frozenset({"chefs d'etat", "responsables", "dirigeants", "ministres"})
SUMMIT: Final = frozenset({"chefs d'etat", "chefs d'etat et de gouvernement"})
# Sectors whose nouns are used one for the other within an article.
MERGED: Final = frozenset({"REB", "MIL", "OPP", "PTY"})
# Words for one group, and the one that keys use in an article that has both.
SYNONYMS: Final = {
    "soldats": "militaires", "contestataires": "manifestants", "protestataires": "manifestants",
    "djihadistes": "jihadistes", "insurgés": "rebelles", "déplacées": "déplacés",
}  # fmt: skip
# Believers of one faith are the faith's own people: « les fidèles musulmans ».
BELIEVERS: Final = frozenset({"fidèles", "croyants", "adeptes", "pratiquants"})
# Armed people who fight beside and against the rebels of a country, but are none of them.
JIHADISTS: Final = frozenset({"jihadistes", "terroristes"})
# Whom a state evacuates, calls upon or protects are its own.
NATIONALS: Final = frozenset({"citoyens", "ressortissants", "compatriotes", "peuple"})
# Allies and partners of a country that are its fellow states.
ALLIES: Final = frozenset({"allies", "partenaires", "voisins", "parrains"})
PAIRED: Final = frozenset({"delegations", "ministres", "ambassadeurs"})
# Armed groups are other than the body named last when they are called so.
MANY: Final = frozenset({"groupes armes", "milices", "gangs", "bandes armees", "groupes rebelles"})


def fighting(actor: Actor) -> bool:
    """Whether an organisation is armed, as far as its sector says."""
    return actor.sector in ("REB", "MIL", "")


class Groups:
    """Resolves plural and collective descriptions."""

    def __init__(self, store: Store, naming: Naming, countries: CountrySalience) -> None:
        self._store = store
        self._naming = naming
        self._lexicon = naming.lexicon
        self._countries = countries

    def keys(self, mention: ActorMention, owner: Owner) -> tuple[str, ...]:
        """Keys of a group: its body, persons at hand, an earlier group, or a new one."""
        traits = mention.traits
        if (
            owner
            and self._lexicon.words("fighter") & set(traits.noun)
            and self._commands(owner.keys)
        ):
            return owner.keys
        if traits.countries and traits.noun[0] in ALLIES:
            return tuple(self._store.registry.state(country) for country in traits.countries)
        if traits.kind is ActorKind.GROUP:
            states = traits.countries or self._owners(mention, owner)
            found = (
                several(mention, self._store)
                or self._leaders(mention)
                or self._pair(mention, owner)
                or coupled(mention, states, self._store, self._naming)
            )
            if found:
                return found
        if traits.definite and not traits.countries and not owner and traits.owner < 0:
            earlier = self._earlier(mention)
            if earlier:
                return earlier
        return (self._store.registry.add(self._unnamed(mention, owner)),)

    def _pair(self, mention: ActorMention, owner: Owner) -> tuple[str, ...]:
        """« les deux délégations »: one of each of the two countries at hand."""
        traits = mention.traits
        noun, _, rest = traits.key.partition(" ")
        if traits.count != 2 or not traits.definite or owner or traits.noun[0] not in PAIRED:
            return ()
        one, gender = singular(noun), "f" if traits.noun[0] == "delegations" else "m"
        return tuple(
            self._store.registry.add(
                Actor(
                    f"{one} {self._naming.demonym(country, gender, plural=False)} {rest}".strip(),
                    ActorKind.GROUP if gender == "f" else ActorKind.PERSON,
                    country,
                    traits.sector or "GOV",
                )
            )
            for country in traits.countries or self._countries.last(mention, 2)
        )

    def _commands(self, owner: tuple[str, ...]) -> bool:
        """Whether these are bodies whose fighters are the bodies themselves."""
        actors = [self._store.registry.actors[key] for key in owner]
        return all(
            actor.kind is ActorKind.FORCE or (actor.kind is ActorKind.ORG and fighting(actor))
            for actor in actors
        )

    def _unnamed(self, mention: ActorMention, owner: Owner) -> Actor:
        """A group under its noun phrase, with the demonym or owner that the guidelines add."""
        traits = mention.traits
        countries = traits.countries or self._owners(mention, owner)
        key = self._own_key(self._naming.completed(mention, owner))
        of_state = traits.demonym and self._of_state(owner.keys)
        if owner and " " not in key and not traits.countries and not of_state:
            key = f"{key} {self._naming.of_actor(owner.keys[0])}"
        elif not self._stateless(mention, owner) and not self._says_country(key, traits.countries):
            named = traits.demonym and " de" not in key and "d’" not in key
            if named or (not countries and self._is_local(traits)):
                countries = countries or self._country_here(mention)
            if named and len(countries) == 1 and self._is_classing(key, traits):
                key = self._with_demonym(key, traits, countries[0])
        country = countries[0] if len(countries) == 1 else ""
        return Actor(key, traits.kind or ActorKind.GROUP, country, traits.sector)

    def _is_local(self, traits: Traits) -> bool:
        """Whether people or bodies of whom no more is said are those of the country at hand."""
        return (
            traits.sector in LOCAL
            or traits.kind is ActorKind.ORG
            or not self._lexicon.words("local_rebel").isdisjoint(traits.noun)
        )

    def _country_here(self, mention: ActorMention) -> tuple[str, ...]:
        country = self._countries.lent(mention)
        return (country,) if country else ()

    def _owners(self, mention: ActorMention, owner: Owner) -> tuple[str, ...]:
        """Countries of the owners, but the people of a firm need not be of its country."""
        actors = [self._store.registry.actors[key] for key in owner.keys]
        people = mention.traits.kind is ActorKind.GROUP
        if people and actors and all(actor.sector in MIXED for actor in actors):
            return ()
        foreign = self._lexicon.words("foreign") & set(fold(mention.traits.key).split())
        if not actors and not foreign and NATIONALS & set(mention.traits.noun):
            return self._store.countries_of(self._store.clause_subject(mention))[:1]
        return self._store.countries_of(owner.keys)

    def _of_state(self, owner: tuple[str, ...]) -> bool:
        """Whether the owners are a state or its officials: « ses ministres » are the country's."""
        actors = [self._store.registry.actors[key] for key in owner]
        return all(
            actor.kind is ActorKind.STATE
            or (actor.kind is ActorKind.PERSON and actor.sector in ("GOV", "MIL"))
            for actor in actors
        )

    def _own_key(self, key: str) -> str:
        """One noun for a group that the article calls by two, with what follows it."""
        noun, space, rest = key.partition(" ")
        if noun in BELIEVERS and rest.partition(" ")[0] in self._lexicon.words("faith"):
            return rest
        usual = SYNONYMS.get(noun, noun)
        both = any(usual in other.traits.noun[:1] for other in self._store.mentions)
        return (usual if both else noun) + space + rest

    def _says_country(self, key: str, countries: tuple[str, ...]) -> bool:
        """Whether a phrase with countries has them in its key, as an adjective or otherwise."""
        known = self._lexicon.demonyms
        return bool(countries) and (
            " de" in key or "d’" in key or any(fold(word) in known for word in key.split())
        )

    def _is_classing(self, key: str, traits: Traits) -> bool:
        """Whether all that a key adds to its noun says what the people are."""
        if " " not in key or fold(key) == traits.noun[-1]:
            return True
        classing = self._lexicon.words("classing")
        return all(fold(word) in classing for word in key.split()[1:])

    def _stateless(self, mention: ActorMention, owner: Owner) -> bool:
        """Foreigners, friends and forces of several states belong to no country at hand."""
        words = set(fold(mention.traits.key).split())
        if self._lexicon.words("foreign") & words:
            return True
        if self._lexicon.words("stateless") & set(mention.traits.noun) or self._is_one(mention):
            return True
        actors = self._store.registry.actors
        return bool(owner) and all(actors[key].kind is ActorKind.IGO for key in owner.keys)

    def _is_one(self, mention: ActorMention) -> bool:
        """« l'entreprise », « un journal », a bare « comité »: one body, which has a name and home.

        Of firms and papers, whatever else is said of them, but « la presse locale ».
        """
        traits, said = mention.traits, fold(mention.traits.key).split()
        if traits.count != 1 or traits.demonym or self._lexicon.words("domestic") & set(said):
            return False
        bare = traits.kind is ActorKind.ORG and not traits.sector and len(said) == 1
        return bare or traits.sector in FIRMS

    def _with_demonym(self, key: str, traits: Traits, country: str) -> str:
        adjective = self._naming.demonym(country, traits.gender, plural=traits.count != 1)
        return f"{key} {adjective}".strip()

    def _leaders(self, mention: ActorMention) -> tuple[str, ...]:
        """Leaders who are their organisation.

        « les dirigeants ouest-africains », by the adjective; « les chefs d'État », of a summit of
        the organisation at hand.
        """
        traits = mention.traits
        if not LEADERS & set(traits.noun):
            return ()
        for other in self._store.mentions:
            inside = mention.start <= other.start and other.end <= mention.end
            if inside and other.sort is MentionSort.REGIONAL:
                return tuple(self._store.registry.known(key, other) for key in other.keys)
        if SUMMIT & set(traits.noun) and traits.definite and not traits.count:
            return self._assembled(mention)
        return ()

    def _assembled(self, mention: ActorMention) -> tuple[str, ...]:
        """The organisation whose summit is told."""
        return () if mention.traits.countries else self._store.discourse.host(mention.start)

    def _earlier(self, mention: ActorMention) -> tuple[str, ...]:
        """An earlier group of the same noun, or the last armed group for another word for one."""
        traits = mention.traits
        actors = self._store.registry.actors
        for referent in self._store.discourse.everything():
            if referent.form in (MentionForm.PRONOUN, MentionForm.POSSESSIVE):
                continue
            if referent.form is MentionForm.DESCRIPTION and (
                traits.noun[0] in referent.nouns[:1]
                or (traits.sector in MERGED and set(referent.nouns) & set(traits.noun))
                or (LEADERS & set(traits.noun) and LEADERS & set(referent.nouns))
            ):
                return referent.keys
            armed = (
                traits.sector == "REB"
                and traits.noun[0] not in MANY
                and actors[referent.keys[0]].sector == "REB"
            )
            if armed and not self._apart(traits.noun, referent, actors[referent.keys[0]]):
                return referent.keys
        return ()

    def _apart(self, nouns: tuple[str, ...], referent: Referent, actor: Actor) -> bool:
        """« les rebelles » are no militia named before, no jihadists, nor the State they fight."""
        if actor.kind not in (ActorKind.GROUP, ActorKind.ORG):
            return True
        camps = self._lexicon.words("local_rebel")
        own, other = camps & set(nouns), camps & {*referent.nouns, *fold(actor.key).split()}
        if actor.kind is ActorKind.ORG:
            return bool(own) and not actor.country
        return own != other and bool(own or JIHADISTS & set(nouns))
