"""Mentions in order of the text: each gets the keys of the actors that it stands for."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking import people
from quifaitquoi.actors.linking.antecedents import Antecedents
from quifaitquoi.actors.linking.binding import Binding, opposed
from quifaitquoi.actors.linking.choice import Chooser
from quifaitquoi.actors.linking.coreference import Coreference
from quifaitquoi.actors.linking.descriptions import Descriptions
from quifaitquoi.actors.linking.discourse import Discourse
from quifaitquoi.actors.linking.interviews import Interview, signatory
from quifaitquoi.actors.linking.naming import Naming
from quifaitquoi.actors.linking.office_holders import LAWYER
from quifaitquoi.actors.linking.outlets import home_of
from quifaitquoi.actors.linking.owners import inner_first, owner_of
from quifaitquoi.actors.linking.registry import Registry
from quifaitquoi.actors.linking.salience import BODY, FIRMS, CountrySalience
from quifaitquoi.actors.linking.speakers import Speakers
from quifaitquoi.actors.linking.store import Store
from quifaitquoi.actors.linking.things import things
from quifaitquoi.records.actors import Actor, ActorKind, ActorMention, MentionForm, MentionSort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.records.actors import CountryClue
    from quifaitquoi.syntax.sentence import Sentence


# How much a person or a town tells of the country at hand, next to the country's name.
PERSON: Final = 0.5
CLUE: Final = 0.75
# Names of one person that make an article one about that person.
OFTEN: Final = 3


def resolve(
    mentions: Sequence[ActorMention],
    clues: Sequence[CountryClue],
    sentences: Sequence[Sentence],
    lexicon: ActorLexicon,
    leaders: Leaders,
    outlet: str = "",
) -> tuple[tuple[ActorMention, ...], dict[str, Actor]]:
    """Fill in the keys of an article's mentions, and say who the actors are.

    Takes what `mentions.find` gave, with the sentences; `outlet` is who published them. A mention
    whose actor cannot be told keeps no key. The second value holds every key that a mention has.
    """
    home = home_of(outlet, lexicon)
    return _Resolver(mentions, clues, sentences, lexicon, leaders, home).run()


class _Resolver:
    """State of one article."""

    def __init__(
        self,
        mentions: Sequence[ActorMention],
        clues: Sequence[CountryClue],
        sentences: Sequence[Sentence],
        lexicon: ActorLexicon,
        leaders: Leaders,
        home: str,
    ) -> None:
        self._sentences = sentences
        self._seen = 0
        self._mentions = mentions
        self._by_sentence: dict[int, list[ActorMention]] = {}
        for mention in self._mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)
        named = Counter(
            country
            for mention in mentions
            for country in mention.traits.countries
            if mention.form in (MentionForm.NAME, MentionForm.DEMONYM)
        )
        named.update(country for clue in clues for country in clue.countries)
        self._persons, self._by_offset = people.people(
            mentions, leaders, named, lexicon.given_names
        )
        self._scene = _scene(
            mentions, clues, sentences, self._by_offset, lexicon.words("sport"), home
        )
        self._registry = Registry(lexicon)
        self._discourse = Discourse(sentences)
        self._chooser = Chooser(self._registry)
        for person in self._persons:
            self._complete(person)
        self._store = Store(
            self._registry, self._discourse, self._persons, self._mentions, self._chooser
        )
        self._naming = Naming(lexicon, self._store)
        self._descriptions = Descriptions(self._store, self._naming, self._scene)
        interview = Interview(sentences, self._mentions, self._by_offset)
        self._binding = binding = Binding(sentences, self._mentions)
        antecedents = Antecedents(sentences, self._discourse, self._topics())
        self._coreference = Coreference(
            sentences, binding, self._discourse, antecedents, self._chooser
        )
        signed = signatory(sentences, self._mentions, self._by_offset)
        self._speaking = Speakers(
            sentences, binding, self._discourse, self._registry, interview, signed, self._chooser,
            lexicon.words("telling_us"),
        )  # fmt: skip

    def _topics(self) -> frozenset[str]:
        """Persons whom the title names, and the one whom the article names most."""
        titled = {m.start for m in self._mentions if self._scene.in_title(m)}
        found = {person.key for person in self._persons if not titled.isdisjoint(person.offsets)}
        most = max(self._persons, key=lambda person: len(person.offsets), default=None)
        if most is not None and len(most.offsets) >= OFTEN:
            found.add(most.key)
        return frozenset(found)

    def _complete(self, person: people.Person) -> None:
        """A country and sector for persons of whom the article says none."""
        stated = (
            person.country
            or person.sector == "IGO"
            or person.leader is not None
            or not person.nouns.isdisjoint(("#abroad", "prophete"))
        )
        if not stated:
            first = next(m for m in self._mentions if m.start == min(person.offsets))
            person.country = self._scene.lent(first, alone=True)
            person.guessed = True
        person.sector = person.sector or "CVL"
        if person.sector == "IGO":
            person.country = ""
        self._registry.add(person.actor())

    def _assign(self, person: people.Person, owner: tuple[str, ...]) -> None:
        """« sa cheffe, la Rwandaise X »: who serves an organisation of states has no country.

        Who serves another has its country, unless the article says more.
        """
        actors = [self._registry.actors[key] for key in owner]
        if not actors:
            return
        if any(noun.startswith(LAWYER) for noun in person.nouns):
            self._store.clients[person.key] = owner
        if all(actor.kind is ActorKind.IGO for actor in actors):
            person.country, person.sector = "", "IGO"
        elif all(actor.kind is ActorKind.ORG for actor in actors):
            person.bodies = owner
            countries = {actor.country for actor in actors if actor.sector not in FIRMS}
            if person.guessed and len(countries) == 1:
                person.country = countries.pop()
        self._registry.actors[person.key] = person.actor()

    def run(self) -> tuple[tuple[ActorMention, ...], dict[str, Actor]]:
        """Resolve all mentions, those of first persons after the rest of their sentence."""
        resolved: dict[int, ActorMention] = {}
        pending: list[tuple[int, ActorMention]] = []
        here: list[ActorMention] = []
        for i in inner_first(self._mentions):
            mention = self._mentions[i]
            if here and here[0].sentence != mention.sentence:
                here = []
            self._see_things(mention.sentence)
            if pending and mention.sentence != pending[0][1].sentence:
                self._speakers(pending, resolved)
            if mention.sort is MentionSort.FIRST:
                pending.append((i, mention))
            else:
                resolved[i] = self._resolved(mention, here)
                insort(here, resolved[i], key=lambda other: (other.start, other.end))
        self._speakers(pending, resolved)
        done = tuple(resolved[i] for i in sorted(resolved))
        used = {key for mention in done for key in mention.keys}
        return done, {key: actor for key, actor in self._registry.actors.items() if key in used}

    def _see_things(self, sentence: int) -> None:
        """Note what the sentences up to this one speak of besides actors."""
        while self._seen <= sentence:
            here = self._by_sentence.get(self._seen, ())
            self._discourse.add_things(things(self._sentences[self._seen], here))
            self._seen += 1

    def _speakers(
        self, pending: list[tuple[int, ActorMention]], resolved: dict[int, ActorMention]
    ) -> None:
        """« je » is who speaks, « nous » the body for which one speaks."""
        for i, mention in pending:
            keys = self._speaking.keys(mention)
            person = self._store.by_key.get(keys[0]) if len(keys) == 1 else None
            if mention.traits.count != 1 and person is not None and person.bodies:
                keys = person.bodies
            resolved[i] = self._with(mention, keys)
        pending.clear()

    def _resolved(self, mention: ActorMention, here: list[ActorMention]) -> ActorMention:
        keys, gender = self._keys(mention, here)
        if not keys:
            return mention
        kind = self._registry.actors[keys[0]].kind
        speaks = self._binding.speaks(mention)
        self._discourse.add(mention, keys, kind, gender, speaks=speaks)
        if len(keys) == 1:
            self._naming.note_article(mention, keys[0])
        return self._with(mention, keys)

    def _with(self, mention: ActorMention, keys: tuple[str, ...]) -> ActorMention:
        return mention.standing_for(keys, self._chooser.why(mention, keys))

    def _keys(self, mention: ActorMention, here: list[ActorMention]) -> tuple[tuple[str, ...], str]:
        traits = mention.traits
        if mention.form in (MentionForm.PRONOUN, MentionForm.POSSESSIVE):
            keys = self._coreference.keys(mention, here)
            return keys, traits.gender or self._discourse.gender(keys)
        if mention.form is MentionForm.DEMONYM:
            for key in mention.keys:
                self._registry.known(key, mention)
            return mention.keys, ""
        if mention.form is MentionForm.DESCRIPTION:
            return self._descriptions.keys(mention, here), traits.gender
        if traits.kind is ActorKind.PERSON:
            person = self._by_offset[mention.start]
            if person.leader is None:
                self._assign(person, owner_of(mention, here).keys)
            return (person.key,), person.gender or traits.gender
        return self._descriptions.named(mention), traits.gender


def _scene(
    mentions: Sequence[ActorMention],
    clues: Sequence[CountryClue],
    sentences: Sequence[Sentence],
    persons: dict[int, people.Person],
    sport: frozenset[str],
    home: str,
) -> CountrySalience:
    scene = CountrySalience(sentences, opposed(sentences, mentions), sport, home)
    for mention in mentions:
        traits = mention.traits
        if mention.form is MentionForm.NAME and traits.kind is ActorKind.PERSON:
            country = persons[mention.start].country
            scene.add(mention, (country,) if country else (), PERSON)
            scene.named.update((country,) if country else ())
        elif mention.form in (MentionForm.NAME, MentionForm.DEMONYM):
            if traits.kind is not ActorKind.ORG:
                scene.add(mention, traits.countries)
                scene.named.update(traits.countries)
            elif traits.sector not in FIRMS:
                scene.add(mention, traits.countries, BODY)
    for clue in clues:
        scene.add(clue, clue.countries, CLUE)
        scene.named.update(clue.countries)
    scene.close()
    return scene
