"""Single persons described: « le ministre », « le chef de l'État », « son homologue »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking import offices
from quifaitquoi.actors.linking.choice import Candidate
from quifaitquoi.actors.linking.discourse import unique
from quifaitquoi.actors.linking.evidence import Evidence
from quifaitquoi.actors.linking.naming import NAMED_BODIES
from quifaitquoi.actors.linking.people import Person
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import ActorKind, MentionForm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from quifaitquoi.actors.linking.naming import Naming
    from quifaitquoi.actors.linking.owners import Owner
    from quifaitquoi.actors.linking.salience import CountrySalience
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.records.actors import ActorMention, Traits

# Offices that a state gives: without a country of their own they get that at hand.
STATE_SECTORS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP"})
OFFICIAL_NOUNS: Final = frozenset({"#office", "#rank"})
KINDS: Final = OFFICIAL_NOUNS | {"#profession"}
HOSTS: Final = frozenset({"hote", "interlocuteur", "interlocutrice", "visiteur", "invite"})
CLIENTS: Final = frozenset({"client", "cliente"})
LAWYER: Final = "avocat"
# « son allié russe »: a state's ally is a state.
ALLY: Final = "allie"
COUNTERPARTS: Final = frozenset({"homologue", "collegue"})
# Sectors of people who need not be of the country at hand.
ROAMING: Final = frozenset({"REB", "IGO", "NGO"})


class Holders:
    """Finds who is meant among the article's persons, or makes an actor without a name."""

    def __init__(self, store: Store, naming: Naming, countries: CountrySalience) -> None:
        self._store = store
        self._naming = naming
        self._countries = countries

    def keys(self, mention: ActorMention, owner: Owner) -> tuple[str, ...]:
        """Key of a described person, or none."""
        traits = mention.traits
        countries = traits.countries or self._store.countries_of(owner.keys)
        if ALLY in traits.noun and len(traits.countries) == 1:
            return (self._store.registry.state(traits.countries[0]),)
        if COUNTERPARTS & set(traits.noun):
            return self._counterpart(mention, owner.keys) or self._same_post(mention, owner.keys)
        if CLIENTS & set(traits.noun) and len(owner.keys) == 1:
            served = self._store.clients.get(owner.keys[0], ())
            return served or (self._unnamed(mention, countries, owner).key,)
        if HOSTS & set(traits.noun) and owner and owner.inner is None:
            return self._other_person(mention, owner.keys)
        if "interlocuteur" in traits.noun and self._store.persons and self._store.persons[0].parts:
            return (self._store.persons[0].key,)
        if traits.definite:
            apart = (*owner.keys, *self._store.clause_subject(mention))
            found = self._holder(mention, countries, apart)
            if found is None or not _agrees(traits.noun, found.nouns):
                found = self._without_post(mention, countries, apart) or found
            if found is None and self._naming.lexicon.words("on_stage") & set(traits.noun):
                found = self._speaker(mention, countries)
            if found is not None:
                self._learn(found, traits)
                return (found.key,)
        elif (named := self._named_below(mention, countries)) is not None:
            return (named.key,)
        if "#people" in traits.noun and traits.definite:
            return ()
        person = self._unnamed(mention, countries, owner)
        if traits.noun[0].startswith(LAWYER) and owner:
            self._store.clients[person.key] = owner.keys
        return (person.key,)

    def _named_below(self, mention: ActorMention, countries: tuple[str, ...]) -> Person | None:
        """« Un maire condamné » in a title: the one of this post whom the lead names first."""
        if not self._countries.in_title(mention) or offices.is_generic(mention.traits.noun):
            return None
        lead = {other.start for other in self._store.mentions if self._countries.in_lead(other)}
        fitting = [
            person
            for person in self._store.persons
            if person.parts
            and not lead.isdisjoint(person.offsets)
            and _describes(mention, person, countries)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _learn(self, person: Person, traits: Traits) -> None:
        """« l'universitaire belge »: the article's word on a country that was guessed."""
        if person.guessed and len(traits.countries) == 1:
            person.country, person.guessed = traits.countries[0], False
            self._store.registry.actors[person.key] = person.actor()

    def _counterpart(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« son homologue »: who shares the owner's office, else another leader at hand."""
        by_key = self._store.by_key
        countries = mention.traits.countries
        own = [by_key[key] for key in owner if key in by_key]
        families = frozenset[str]().union(*(offices.families(p.nouns) for p in own))
        families = families or offices.LEADING | {"minister"}
        sharing = unique(
            referent.keys[0]
            for referent in self._store.discourse.everything()
            if referent.offset < mention.start
            and (person := by_key.get(referent.keys[0])) is not None
            and person.key not in owner
            and (not countries or person.country in countries)
            and families & offices.families(person.nouns)
        )
        return self._store.chooser.choose(
            mention,
            (Candidate((key,), ((Evidence.SINCE, rank),)) for rank, key in enumerate(sharing)),
        )

    def _same_post(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« son homologue kényan »: the owner's post with the other country's adjective."""
        own = self._store.by_key.get(owner[0]) if len(owner) == 1 else None
        countries = mention.traits.countries
        if own is None or len(countries) != 1:
            return ()
        offices_ = self._naming.lexicon.offices
        posts = [offices_[noun][0] for noun in sorted(own.nouns) if noun in offices_]
        words = [
            post.word for post in posts if post.kind == "office" and fold(post.word) in own.nouns
        ]
        if not words:
            return ()
        noun, _, rest = max(words, key=len).partition(" ")
        adjective = self._naming.demonym(countries[0], own.gender or "m", plural=False)
        key = f"{noun} {adjective} {rest}" if noun.islower() else f"{noun} {rest} {adjective}"
        person = Person(
            key.strip(), (), country=countries[0], sector=own.sector,
            nouns=set(own.nouns), offsets=[mention.start],
        )  # fmt: skip
        if person.key not in self._store.by_key:
            self._store.add_person(person)
        return (person.key,)

    def _other_person(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« son hôte »: the person named last who is not the owner."""
        for referent in self._store.discourse.back(mention):
            person = referent.kind is ActorKind.PERSON and len(referent.keys) == 1
            if person and referent.keys[0] not in owner:
                return referent.keys
        return ()

    def _speaker(self, mention: ActorMention, countries: tuple[str, ...]) -> Person | None:
        """« le conférencier »: the person named last before it."""
        gender = mention.traits.gender
        for referent in self._store.discourse.back(mention):
            person = self._store.by_key.get(referent.keys[0])
            if referent.form is MentionForm.NAME and person is not None and person.parts:
                agrees = not gender or person.gender in ("", gender)
                abroad = bool(countries) and person.country not in countries
                return person if agrees and not abroad else None
        return None

    def _holder(
        self, mention: ActorMention, countries: tuple[str, ...], apart: tuple[str, ...]
    ) -> Person | None:
        """The person of the article whom a definite description means."""
        traits = mention.traits
        fitting = [
            person
            for person in self._store.persons
            if person.key not in apart and _describes(mention, person, countries)
        ]
        near = ""
        if not countries and offices.families(traits.noun) & offices.LEADING:
            near = self._countries.at_hand(mention)
        sought = {person.key for person in fitting}
        before = unique(
            referent.keys[0]
            for referent in self._store.discourse.everything()
            if referent.offset < mention.start and referent.keys[0] in sought
        )
        former = _former(traits.noun)
        chosen = self._store.chooser.choose(
            mention,
            (
                Candidate(
                    (person.key,),
                    (
                        (Evidence.QUALIFIED, _agrees(traits.noun, person.nouns)),
                        (Evidence.IN_OFFICE, _former(person.nouns) is former),
                        (Evidence.COUNTRY, person.country in countries),
                        (Evidence.AT_HAND, bool(near) and person.country == near),
                        (Evidence.SINCE, (*before, person.key).index(person.key)),
                    ),
                )
                for person in sorted(fitting, key=lambda person: min(person.offsets))
            ),
        )
        return self._store.by_key[chosen[0]] if chosen else None

    def _without_post(
        self, mention: ActorMention, countries: tuple[str, ...], apart: tuple[str, ...]
    ) -> Person | None:
        """« X a gagné. Le député de Trappes … »: the one at hand of whom nothing is known yet."""
        traits = mention.traits
        narrowed = traits.owner >= 0 or any(noun.startswith("#party ") for noun in traits.noun)
        post = KINDS & set(traits.noun)
        if not narrowed or not post or offices.is_generic(traits.noun):
            return None
        by_key = self._store.by_key
        near = dict.fromkeys(
            key for r in self._store.discourse.back(mention, 1) for key in r.keys if key in by_key
        )
        blank = [
            by_key[key]
            for key in near
            if by_key[key].parts and not by_key[key].nouns and key not in apart
        ]
        if len(blank) != 1 or (traits.gender and blank[0].gender not in ("", traits.gender)):
            return None
        if countries and blank[0].country not in countries:
            return None
        return blank[0]

    def _unnamed(self, mention: ActorMention, countries: tuple[str, ...], owner: Owner) -> Person:
        """An office-holder or other single person without a name, under the noun phrase."""
        traits = mention.traits
        country = next(iter(countries), "")
        sector = self._sector(traits, owner)
        local = sector in STATE_SECTORS or (sector not in ROAMING and not owner)
        local = local and not self._naming.lexicon.words("nowhere") & set(traits.noun)
        if not country and local and not self._naming.lexicon.words("abroad") & set(traits.noun):
            country = self._countries.lent(mention)
        key = self._fuller(mention) or self._key(mention, country, owner)
        known = self._store.by_key.get(key)
        if known is None:
            known = Person(
                key, (), country="" if sector == "IGO" else country,
                sector=sector or "CVL", gender=traits.gender,
                nouns=set(traits.noun), offsets=[mention.start],
            )  # fmt: skip
            self._store.add_person(known)
        return known

    def _fuller(self, mention: ActorMention) -> str:
        """« le secrétaire général » who is called « secrétaire général du parti » further on."""
        traits = mention.traits
        if not traits.definite or traits.owner >= 0 or fold(traits.key) not in traits.noun:
            return ""
        fuller = {
            other.traits.key
            for other in self._store.mentions
            if other.form is MentionForm.DESCRIPTION
            and other.traits.kind is ActorKind.PERSON
            and other.traits.noun[:1] == traits.noun[:1]
            and other.traits.key.startswith(traits.key + " ")
        }
        return fuller.pop() if len(fuller) == 1 else ""

    def _sector(self, traits: Traits, owner: Owner) -> str:
        """The noun's sector, or that of the body that the person serves."""
        bodies = [self._store.registry.actors[key] for key in owner.keys]
        serves = bool(bodies) and all(actor.kind in NAMED_BODIES for actor in bodies)
        if serves and (bodies[0].kind is ActorKind.IGO or not traits.sector):
            return bodies[0].sector
        return traits.sector

    def _key(self, mention: ActorMention, country: str, owner: Owner) -> str:
        """The noun phrase; a minister's with the demonym, a relative's with the owner."""
        traits = mention.traits
        full = self._naming.completed(mention, owner)
        if owner.inner is not None or full != traits.key:
            return full
        if len(owner.keys) == 1 and (
            owner.keys[0] in self._naming.lexicon.countries
            or "#office" not in traits.noun
            or self._store.registry.actors[owner.keys[0]].kind in NAMED_BODIES
        ):
            return f"{traits.key} {self._naming.of_actor(owner.keys[0])}"
        if not country or traits.countries:
            return traits.key
        adjective = self._naming.demonym(country, traits.gender or "m", plural=False)
        first, _, rest = traits.key.partition(" ")
        if fold(first) == "ministre":
            return f"{first} {adjective} {rest}".strip()
        said = set(traits.noun)
        leads = bool(offices.families(traits.noun) & offices.LEADING)
        bare = fold(traits.key) in said and (
            leads or said.isdisjoint(OFFICIAL_NOUNS | self._naming.lexicon.words("anybody"))
        )
        return f"{traits.key} {adjective}".strip() if bare else traits.key


def _describes(mention: ActorMention, person: Person, countries: tuple[str, ...]) -> bool:
    """Whether a description can mean a person: country, gender, body, office."""
    traits = mention.traits
    generic = offices.is_generic(traits.noun)
    if any(_differs(kind, traits.noun, person.nouns) for kind in ("#party ", "#of ")):
        return False
    if "#to_come" in traits.noun and "#to_come" not in person.nouns:
        return False
    if countries and person.country not in countries and (generic or not person.guessed):
        return False
    if traits.gender and person.gender and traits.gender != person.gender:
        return False
    if traits.sector == "IGO" and person.sector != "IGO" and not generic:
        return False
    if "#people" in traits.noun:
        return bool(countries)
    own = offices.families(person.nouns)
    narrowed = traits.owner >= mention.start
    if generic:
        if countries:
            return bool(offices.LEADING & own)
        return bool(OFFICIAL_NOUNS & person.nouns) and not narrowed
    shared = offices.families(traits.noun) & own
    if narrowed:
        posted = traits.sector == "IGO" or traits.noun[0] != "ministre"
        return bool(shared) and (posted or _same_portfolio(traits.noun, person.nouns))
    return bool(shared) and _portfolio_agrees(traits, person)


def _differs(kind: str, nouns: Iterable[str], others: Iterable[str]) -> bool:
    """Whether both say what a kind of qualifier asks, and not the same."""
    one = {noun for noun in nouns if noun.startswith(kind)}
    other = {noun for noun in others if noun.startswith(kind)}
    return bool(one) and bool(other) and not one & other


def _agrees(nouns: Iterable[str], others: Collection[str]) -> bool:
    """Whether a person was called by all that a description adds to the office."""
    return all(noun in others for noun in nouns if noun.startswith(("#party ", "#of ")))


def _same_portfolio(nouns: Iterable[str], others: Collection[str]) -> bool:
    return any(noun in others for noun in nouns if noun.startswith("#of "))


def _former(nouns: Iterable[str]) -> bool:
    return any(noun.startswith(("ancien ", "ex ")) for noun in nouns)


def _portfolio_agrees(traits: Traits, person: Person) -> bool:
    """« le ministre de la Défense » is not the minister of foreign affairs."""
    noun = traits.noun[0]
    if not noun.startswith("ministre "):
        return True
    own = [other for other in person.nouns if other.startswith("ministre ")]
    return not own or any(other in traits.noun for other in own)
