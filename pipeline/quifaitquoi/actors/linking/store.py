"""What has been told of the actors of one article, for those who resolve its descriptions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quifaitquoi.actors.linking.discourse import unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quifaitquoi.actors.linking.choice import Chooser
    from quifaitquoi.actors.linking.discourse import Discourse
    from quifaitquoi.actors.linking.people import Person
    from quifaitquoi.actors.linking.registry import Registry
    from quifaitquoi.records.actors import ActorMention


@dataclass(slots=True)
class Store:
    """Actors, earlier mentions and persons, all mentions of the article, and who chooses.

    `clients` are those for whom a lawyer speaks, by the lawyer's key.
    """

    registry: Registry
    discourse: Discourse
    persons: list[Person]
    mentions: Sequence[ActorMention]
    chooser: Chooser
    by_key: dict[str, Person] = field(init=False)
    clients: dict[str, tuple[str, ...]] = field(default_factory=dict)

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
