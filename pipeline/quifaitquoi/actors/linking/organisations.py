"""States, forces, organisations: « l'armée », « les deux pays », « la Commission », « le bloc »."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.choice import Candidate
from quifaitquoi.actors.linking.discourse import REACH
from quifaitquoi.actors.linking.evidence import Evidence
from quifaitquoi.actors.linking.salience import FIRMS
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind, MentionForm, MentionSort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.actors.linking.discourse import Referent
    from quifaitquoi.actors.linking.owners import Owner
    from quifaitquoi.actors.linking.salience import CountrySalience
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.records.actors import ActorMention

# Sectors of bodies whose names and acronyms are used in one country after the other.
PARTIES: Final = frozenset({"PTY", "OPP", "CVL"})
# Nouns that are a body only with a capital: the summit of an intergovernmental organisation.
CAPITALISED: Final = frozenset({"conference"})
# Bodies whose units, convoys and patrols are the bodies themselves.
UNITED: Final = frozenset({ActorKind.FORCE, ActorKind.ORG, ActorKind.IGO})


class Bodies:
    """Resolves what belongs to a state or is an organisation."""

    def __init__(self, store: Store, countries: CountrySalience, lexicon: ActorLexicon) -> None:
        self._store = store
        self._scene = countries
        self._registry = store.registry
        self._discourse = store.discourse
        self._lexicon = lexicon
        self._nouns = lexicon.bodies

    def named(self, mention: ActorMention) -> tuple[str, ...]:
        """Keys of a country or organisation by its name."""
        traits = mention.traits
        if self._is_namesake(mention):
            here = self._scene.at_hand(mention)
            key = mention.text.replace("'", "’")
            if not key.isupper():  # « le parti UPR »
                key = " ".join(word for word in key.split() if word.isupper()) or key
            return (self._registry.add(Actor(key, ActorKind.ORG, here, traits.sector)),)
        if mention.keys:
            here = self._scene.at_hand(mention) if traits.sector == "GOV" else ""
            return tuple(self._registry.known(key, mention, here) for key in mention.keys)
        if traits.kind is ActorKind.FORCE:
            country = next(iter(traits.countries), "") or self._scene.at_hand(mention)
            key = f"{country} {traits.key}".strip()
            return (self._registry.add(Actor(key, traits.kind, country, traits.sector)),)
        if mention.sort is MentionSort.BODY:
            return (self._registry.add(self._unknown(mention)),)
        for referent in self._discourse.everything():
            for key in traits.noun:
                if key in referent.keys:
                    return (self._registry.known(key, mention),)
        return self._at_hand(mention)

    def _unknown(self, mention: ActorMention) -> Actor:
        """A body that no table has, of the country at hand; a firm's must stand in the title."""
        traits = mention.traits
        country = next(iter(traits.countries), "") or self._scene.lent(mention)
        if not traits.countries and traits.sector in FIRMS and country not in self._scene.titled:
            country = ""
        return Actor(traits.key, traits.kind or ActorKind.ORG, country, traits.sector)

    def _is_namesake(self, mention: ActorMention) -> bool:
        """« le parti UPR » of an article on Gabon is not the Mauritanian one of the tables."""
        traits = mention.traits
        named = self._scene.named
        return (
            traits.kind is ActorKind.ORG
            and traits.sector in PARTIES
            and bool(mention.keys and traits.countries and named)
            and named.isdisjoint(traits.countries)
        )

    def _at_hand(self, mention: ActorMention) -> tuple[str, ...]:
        """Of namesakes in several countries, that of the country at hand: « Parti démocrate »."""
        here = self._scene.at_hand(mention)
        keys = [key for key in mention.traits.noun if self._registry.country(key) == here != ""]
        return (self._registry.known(keys[0], mention),) if len(keys) == 1 else ()

    def state(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Keys of a government noun: those of its countries."""
        traits = mention.traits
        if traits.noun[0] == "etats" and not traits.countries and not traits.definite:
            return (self._registry.add(Actor(traits.key, ActorKind.GROUP, "", "GOV")),)
        regional = [m for m in self._store.mentions if _is_regional(m, mention)]
        if regional:
            return tuple(self._registry.known(key, regional[0]) for key in regional[0].keys)
        countries = self._countries(mention, here, owner)
        return tuple(self._registry.state(country) for country in countries)

    def force(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: Owner
    ) -> tuple[str, ...]:
        """Keys of an armed force, court or chamber, one for each of its countries.

        A unit of a named body is that body: « un bataillon de la garde », « un convoi de l'ONU ».
        """
        if owner.inner is not None and not mention.traits.countries:
            actors = [self._registry.actors[key] for key in owner.keys]
            if actors and all(actor.kind in UNITED for actor in actors):
                return owner.keys
        name = self._fuller_force(mention)
        sector = mention.traits.sector
        return tuple(
            self._registry.add(Actor(f"{country} {name}", ActorKind.FORCE, country, sector))
            for country in self._countries(mention, here, owner.keys)
        )

    def _countries(
        self, mention: ActorMention, here: Sequence[ActorMention], owner: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Countries of a noun that belongs to a state.

        Its own words, its owner, the place that opens the sentence, the country at hand.
        """
        traits = mention.traits
        if traits.countries:
            if len(traits.countries) == 1 and traits.noun:
                self._scene.note_country(traits.noun[-1], traits.countries[0], mention.start)
            return traits.countries
        if owner and (owned := self._store.countries_of(owner)):
            return owned
        if traits.count > 1:
            return self._scene.last(mention, traits.count)
        located = self._scene.located(mention, here)
        if located and traits.subject and (len(located) == 1 or traits.count == 0):
            return located
        country = self._scene.at_hand(mention)
        return (country,) if country else ()

    def _fuller_force(self, mention: ActorMention) -> str:
        """« la Haute Cour » is the Haute Cour constitutionnelle of the same article."""
        words = fold(mention.text) + " "
        for other in self._store.mentions:
            if other.traits.kind is ActorKind.FORCE and fold(other.text).startswith(words):
                return other.traits.key
        return mention.traits.key

    def bare(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« les deux pays », « l'organisation »: what has been named before."""
        traits = mention.traits
        noun = traits.noun[0]
        if noun in self._lexicon.words("state_noun") or self._is_side(noun):
            return self._sides(mention, noun, owner)
        if traits.count != 1 or not traits.definite or (noun == "conseil" and traits.owner >= 0):
            return ()  # « son conseil » is a lawyer
        if noun in self._lexicon.words("making") and " d" in traits.key.replace("’", "'"):
            return ()  # « la formation d'un gouvernement »
        if noun in CAPITALISED:
            return self._discourse.host(mention.start) if mention.text[:1].isupper() else ()
        return self._named_so(mention, noun) or self._told_of(mention, noun)

    def made(self, mention: ActorMention, owner: tuple[str, ...]) -> tuple[str, ...]:
        """« une association de veuves », « le collectif malien »: a body that no name gives."""
        traits = mention.traits
        noun = traits.noun[0]
        if noun not in self._nouns.described or traits.count != 1 or " " not in traits.key:
            return ()
        countries = traits.countries or self._store.countries_of(owner)
        country = countries[0] if countries else self._scene.lent(mention)
        trades = self._lexicon.words("agency_trade")
        firm = noun == "agence" and not trades.isdisjoint(fold(traits.key).split())
        sector = "BUS" if firm else self._nouns.described[noun]
        return (self._registry.add(Actor(traits.key, ActorKind.ORG, country, sector)),)

    def _told_of(self, mention: ActorMention, noun: str) -> tuple[str, ...]:
        """Of the bodies at hand the one that has been named most, or the last before them."""
        times: Counter[tuple[str, ...]] = Counter()
        for referent in self._discourse.everything():
            if times and mention.sentence - referent.sentence > REACH:
                break
            if referent.offset < mention.start and self._is_body(referent, noun):
                times[referent.keys] += 1
        return self._store.chooser.choose(
            mention,
            (Candidate(keys, ((Evidence.TOLD_OF, count),)) for keys, count in times.items()),
        )

    def again(self, mention: ActorMention) -> tuple[str, ...]:
        """« le parti », « la coalition »: the body named before by this noun or of its sectors."""
        traits = mention.traits
        noun = traits.noun[0]
        rest = fold(traits.key).removeprefix(noun).split()
        if (
            traits.count != 1
            or not traits.definite
            or traits.owner >= 0
            or len(rest) != len(traits.countries)  # « la firme américaine »
            or (traits.kind is not ActorKind.ORG and not self._has_sectors(noun))
        ):
            return ()
        described = not self._has_sectors(noun) or self._described_so(mention, noun)
        found = self._named_so(mention, noun) if described else self.bare(mention, ())
        return found if not rest or self._store.countries_of(found) == traits.countries else ()

    def _described_so(self, mention: ActorMention, noun: str) -> bool:
        """Whether an earlier one without a name has this noun: « une coalition de partis »."""
        return any(
            referent.form is MentionForm.DESCRIPTION
            and referent.nouns[:1] == (noun,)
            and referent.keys[0][:1].islower()
            for referent in self._discourse.everything()
            if referent.offset < mention.start
        )

    def _named_so(self, mention: ActorMention, noun: str) -> tuple[str, ...]:
        """The body whose name begins with this noun, or was given after it."""
        for referent in self._discourse.everything():
            if (
                referent.offset < mention.start
                and referent.form is MentionForm.NAME
                and referent.kind in (ActorKind.ORG, ActorKind.IGO)
                and (noun in referent.nouns or self._registry.called(referent.keys[0], noun))
            ):
                return referent.keys
        return ()

    def _has_sectors(self, noun: str) -> bool:
        """« le parti », « la firme »: a noun for bodies of some sectors, and for none of states."""
        return "IGO" not in self._nouns.bare.get(noun, {"IGO"})

    def _is_body(self, referent: Referent, noun: str) -> bool:
        """Whether a bare noun may take up a referent, by the sectors that it tells."""
        if referent.form in (MentionForm.PRONOUN, MentionForm.POSSESSIVE):
            return False
        sectors = self._nouns.bare[noun]
        if referent.kind is ActorKind.IGO:
            return "IGO" in sectors
        if referent.kind is not ActorKind.ORG or len(referent.keys) != 1:
            return False
        if referent.keys[0] in self._lexicon.words("channel"):
            return False
        return self._registry.actors[referent.keys[0]].sector in sectors

    def _sides(self, mention: ActorMention, noun: str, owner: tuple[str, ...]) -> tuple[str, ...]:
        traits = mention.traits
        if traits.count > 1 and (traits.definite or not traits.countries):
            if self._is_side(noun) and (sides := self._two_sides(mention)):
                return sides
            countries = self._store.countries_of(owner)
            if len(countries) != traits.count:
                countries = self._scene.last(mention, traits.count)
            return tuple(self._registry.state(country) for country in countries)
        if traits.count == 1 and (traits.definite or self._is_side(noun)):
            if noun not in ("pays", "nation", "etat"):
                return ()
            country = next(iter(traits.countries), "") or self._scene.at_hand(mention)
            return (self._registry.state(country),) if country else ()
        if self._is_side(noun):
            country = self._scene.at_hand(mention)
            return (self._registry.add(Actor(traits.key, ActorKind.GROUP, country, "")),)
        if " " not in traits.key:
            return ()
        return (self._registry.add(Actor(traits.key, ActorKind.GROUP, "", "GOV")),)

    def _is_side(self, noun: str) -> bool:
        """« les deux camps », « les belligérants »: a noun for who takes part in a quarrel."""
        return noun in self._lexicon.words("side")

    def _two_sides(self, mention: ActorMention) -> tuple[str, ...]:
        """« les deux camps »: the two bodies named last, other than the sentence's subject."""
        apart = self._store.clause_subject(mention)
        found: list[str] = []
        for referent in self._discourse.back(mention):
            if (
                len(referent.keys) == 1
                and referent.form is not MentionForm.DEMONYM
                and referent.kind in (ActorKind.STATE, ActorKind.FORCE, ActorKind.ORG)
            ):
                key = referent.keys[0]
                if key not in found and key not in apart:
                    found.append(key)
        return tuple(reversed(found[:2])) if len(found) > 1 else ()


def _is_regional(other: ActorMention, mention: ActorMention) -> bool:
    """« l'exécutif européen »: an adjective in or right after the phrase that is no country's."""
    return (
        other.sort is MentionSort.REGIONAL
        and mention.start < other.start <= max(mention.end, mention.traits.end) + 1
    )
