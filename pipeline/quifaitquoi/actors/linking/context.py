"""What all resolvers of one article share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.discourse import unique
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import ActorKind, MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quifaitquoi.actors.linking.choice import Chooser
    from quifaitquoi.actors.linking.discourse import Discourse
    from quifaitquoi.actors.linking.owners import Owner
    from quifaitquoi.actors.linking.people import Person
    from quifaitquoi.actors.linking.registry import Registry
    from quifaitquoi.actors.linking.salience import CountrySalience
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.records.actors import ActorMention

# Before these letters « le » and « de » are elided.
VOWELS: Final = frozenset("aeiouyh")
OF: Final = re.compile(r"\s+(?:du|des|de (?:la |l['’])?|d['’])\s*(?:\w+ )?$")
NAMED_BODIES: Final = frozenset({ActorKind.ORG, ActorKind.IGO})


@dataclass(slots=True)
class Context:
    """One article: its tables, countries, actors, earlier mentions and persons.

    `clients` are those for whom a lawyer speaks, by the lawyer's key.
    """

    lexicon: ActorLexicon
    scene: CountrySalience
    registry: Registry
    discourse: Discourse
    persons: list[Person]
    mentions: Sequence[ActorMention]
    chooser: Chooser
    by_key: dict[str, Person] = field(init=False)
    articles: dict[str, str] = field(default_factory=dict)
    clients: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_key = {person.key: person for person in self.persons}

    def add_person(self, person: Person) -> None:
        """Note a person whom no name introduces."""
        self.persons.append(person)
        self.by_key[person.key] = person
        self.registry.add(person.actor())

    def note_article(self, mention: ActorMention, key: str) -> None:
        """Remember the article that a key takes after « de »: m, f, plural p, none n."""
        traits = mention.traits
        if mention.form is MentionForm.NAME:
            if traits.kind is ActorKind.PERSON:
                return
            article = traits.gender or "l" if traits.start < mention.start else "n"
        elif mention.form is MentionForm.DESCRIPTION and (key[:1].islower() or key == traits.key):
            article = traits.gender or "m" if traits.count == 1 else "p"
        else:
            return
        if self.articles.get(key, "n") == "n":
            self.articles[key] = article

    def of_actor(self, key: str) -> str:
        """« du Premier Parti », « de la coalition », « d'Awa Traoré »."""
        if key in self.lexicon.countries:
            return self.of_country(key)
        article = self.articles.get(key, "n")
        if key[:1].islower() and self.registry.actors[key].kind is ActorKind.ORG:
            key = key.partition(" ")[0]  # « leaders de la coalition », whatever its full name
        if article == "p":
            return f"des {key}"
        aspirate = key.isupper() and key.startswith("H")  # « du HCR »
        if article != "n" and fold(key[:1]) in VOWELS and not aspirate:
            return f"de l’{key}"
        return {"m": f"du {key}", "f": f"de la {key}"}.get(article) or of_key(key)

    def completed(self, mention: ActorMention, owner: Owner) -> str:
        """A phrase as key, its complement under the name that the article gives it.

        « porte-parole du groupe » is the « porte-parole du M23 »; names, states and forces stay as
        the text has them.
        """
        key, inner = mention.traits.key, owner.inner
        if inner is None or inner.form is not MentionForm.DESCRIPTION or len(owner.keys) != 1:
            return key
        if self.registry.actors[owner.keys[0]].kind not in NAMED_BODIES:
            return key
        head = OF.sub("", key[: max(0, inner.start - mention.start)])
        return f"{head} {self.of_actor(owner.keys[0])}" if head else key

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
        if fold(row.name)[0] in VOWELS:
            return f"de l’{row.name}"
        return f"du {row.name}" if row.gender == "m" else f"de la {row.name}"


def of_key(key: str) -> str:
    """« de » or « d' » before a key."""
    return f"d’{key}" if fold(key[:1]) in VOWELS else f"de {key}"
