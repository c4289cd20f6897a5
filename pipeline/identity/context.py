"""What all resolvers of one article share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.identity.discourse import unique
from pipeline.lexicon.actors import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.identity.discourse import Discourse
    from pipeline.identity.people import Person
    from pipeline.identity.registry import Registry
    from pipeline.identity.scene import Scene
    from pipeline.lexicon.actors import ActorLexicon
    from pipeline.records import ActorMention


@dataclass(slots=True)
class Context:
    """One article: its tables, countries, actors, earlier mentions and persons."""

    lexicon: ActorLexicon
    scene: Scene
    registry: Registry
    discourse: Discourse
    persons: list[Person]
    mentions: Sequence[ActorMention]
    by_key: dict[str, Person] = field(init=False)

    def __post_init__(self) -> None:
        self.by_key = {person.key: person for person in self.persons}

    def add_person(self, person: Person) -> None:
        """Note a person whom no name introduces."""
        self.persons.append(person)
        self.by_key[person.key] = person
        self.registry.add(person.actor())

    def countries_of(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Countries of actors, without repetition."""
        actors = (self.registry.actors[key] for key in keys)
        return unique(actor.country for actor in actors if actor.country)

    def clause_subject(self, mention: ActorMention) -> tuple[str, ...]:
        """Keys of the subject of the sentence: a complement beside it is somebody else."""
        if mention.traits.subject:
            return ()
        for referent in self.discourse.back(mention, 0):
            if referent.main:
                return referent.keys
        return ()

    def demonym(self, country: str, gender: str, *, plural: bool) -> str:
        """The country's adjective in this gender and number, or empty."""
        forms = self.lexicon.countries[country].demonyms
        return forms[2 * plural + (gender == "f")] if len(forms) > 3 else ""

    def of_country(self, country: str) -> str:
        """« du Togo », « de la Turquie », « de l'Inde », « des Comores »."""
        row = self.lexicon.countries[country]
        if row.gender in ("mp", "fp"):
            return f"des {row.name}"
        if fold(row.name)[0] in "aeiouyh":
            return f"de l’{row.name}"
        return f"du {row.name}" if row.gender == "m" else f"de la {row.name}"


def of_key(key: str) -> str:
    """« de » or « d' » before a key."""
    return f"d’{key}" if fold(key[:1]) in "aeiouyh" else f"de {key}"
