"""Phrases of several countries: « les présidents malien et nigérien » are one actor each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking import offices
from quifaitquoi.actors.linking.people import Person
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind

if TYPE_CHECKING:
    from quifaitquoi.actors.linking.naming import Naming
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.records.actors import ActorMention, Traits

# Posts of which a country has one: their plural with several countries is one holder each.
UNIQUE: Final = offices.LEADING | {"foreign"}
PREPOSITIONS: Final = frozenset({"de", "du", "des"})


def coupled(
    mention: ActorMention, countries: tuple[str, ...], store: Store, naming: Naming
) -> tuple[str, ...]:
    """Keys of what a plural phrase means in each of its countries, or none.

    None where the phrase is of one country, or of several together (« la délégation
    franco-allemande »).
    """
    traits = mention.traits
    parts = _parts(traits, countries, naming)
    if len(countries) < 2 or traits.count == 1 or parts is None:
        return ()
    noun, adjectives, rest = parts
    single = _is_single(traits, countries, adjectives, rest, naming)
    office = "#office" in traits.noun
    if single:
        row = naming.lexicon.office_plurals.get(fold(noun))
        noun = row[0].word if row else offices.singular(noun)
    keys: list[str] = []
    for country in countries:
        adjective = naming.demonym(country, traits.gender or "m", plural=not single)
        key = " ".join(filter(None, (noun, adjective, rest)))
        if single and office:
            keys.append(_holder(mention, country, key, store))
        else:
            kind = traits.kind or ActorKind.GROUP
            keys.append(store.registry.add(Actor(key, kind, country, traits.sector)))
    return tuple(keys)


def _parts(
    traits: Traits, countries: tuple[str, ...], naming: Naming
) -> tuple[str, list[str], str] | None:
    """Noun, adjectives of the countries and what follows them; None if they cannot be told apart.

    Countries are the phrase's adjectives or, for people, its complements or owners.
    """
    written = traits.key.split()
    demonyms = naming.lexicon.demonyms
    at = [i for i, word in enumerate(written) if i and fold(word.strip(",")) in demonyms]
    if at:
        if len(at) != len(countries):
            return None
        adjectives = [fold(written[i].strip(",")) for i in at]
        return " ".join(written[: at[0]]), adjectives, " ".join(written[at[-1] + 1 :])
    if not traits.demonym:
        return None
    end = next((i for i, word in enumerate(written) if word in PREPOSITIONS), len(written))
    return " ".join(written[:end]), [], ""


def _is_single(
    traits: Traits, countries: tuple[str, ...], adjectives: list[str], rest: str, naming: Naming
) -> bool:
    """Whether each country has one: by an adjective in the singular, else by the post."""
    for country, adjective in zip(countries, adjectives, strict=False):
        forms = [fold(form) for form in naming.lexicon.countries[country].demonyms]
        if adjective in (*forms[:2], *forms[4:6]) and adjective not in (*forms[2:4], *forms[6:8]):
            return True
    posts = offices.families(traits.noun)
    return bool(adjectives) and bool(posts & UNIQUE or (rest and "minister" in posts))


def _holder(mention: ActorMention, country: str, key: str, store: Store) -> str:
    """The named person of the article who holds the post, else an actor without a name."""
    traits = mention.traits
    posts = offices.families(traits.noun)
    for person in store.persons:
        if person.country == country and posts & offices.families(person.nouns):
            return person.key
    person = Person(
        key, (), country=country, sector=traits.sector or "CVL", gender=traits.gender,
        nouns=set(traits.noun), offsets=[mention.start],
    )  # fmt: skip
    store.add_person(person)
    return key
