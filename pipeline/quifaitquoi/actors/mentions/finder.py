"""The order in which mentions are found: tables, noun phrases, persons, organisations, pronouns."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import NAMES, Hit, Source
from quifaitquoi.actors.mentions import (
    building as mentions,
)
from quifaitquoi.actors.mentions import (
    lists,
    names,
    persons,
    pronouns,
)
from quifaitquoi.actors.mentions import (
    organisations as bodies,
)
from quifaitquoi.actors.mentions.definitions import (
    definitions,
    given_acronyms,
    known_as,
    repeated,
)
from quifaitquoi.actors.mentions.descriptions import REGIONAL, describe, is_private, nominals
from quifaitquoi.actors.mentions.determiners import first_token
from quifaitquoi.actors.mentions.nominals import PORTFOLIO
from quifaitquoi.actors.mentions.stations import station_end
from quifaitquoi.actors.mentions.surnames import Surnames
from quifaitquoi.actors.toponyms import Use
from quifaitquoi.lexicon.actors import Group, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from quifaitquoi.actors.mentions.names import Run
    from quifaitquoi.actors.mentions.organisations import Body
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.actors.reading import Read
    from quifaitquoi.actors.toponyms import Toponym
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.records.actors import ActorMention, CountryClue
    from quifaitquoi.syntax.view import View

COUNTRY_SOURCES: Final = frozenset({Source.COUNTRY, Source.CAPITAL, Source.SEAT, Source.DEMONYM})


def find(
    sentences: Iterable[Read], lexicon: ActorLexicon, leaders: Leaders
) -> tuple[tuple[ActorMention, ...], tuple[CountryClue, ...]]:
    """Mentions of actors in an article's sentences, as `reading.read` gives them, by offset.

    Names that the tables settle have their key; persons, descriptions, pronouns and possessives
    have traits only, and wait for `linking.resolve`. The second value is what else tells of the
    country at hand.
    """
    drafts = [Draft(*sentence) for sentence in sentences]
    _without_surnames(drafts, Surnames(lexicon, leaders))
    _settle_ambiguous(drafts)
    _settle_acronyms(drafts, lexicon)
    _define(drafts, lexicon)
    people = persons.PersonFinder(lexicon, leaders)
    for draft in drafts:
        draft.read_phrases(lexicon)
        draft.read_persons(people, lexicon)
    found: list[ActorMention] = []
    for draft in drafts:
        draft.read_known_persons(people)
        found.extend(draft.mentions(lexicon))
    mentions = sorted(found, key=lambda mention: (mention.start, mention.end))
    return tuple(mentions), tuple(clue for draft in drafts for clue in draft.clues)


def _without_surnames(drafts: Sequence[Draft], surnames: Surnames) -> None:
    """« François Hollande » is no country, nor is « Hollande » later on, nor « Tour de France »."""
    known: set[str] = set()
    for draft in drafts:
        named = surnames.named(draft.view, draft.hits)
        known.update(draft.view.folds[hit.start] for hit in named)
        draft.drop([*named, *surnames.inside(draft.view, draft.hits)])
    for draft in drafts:
        draft.drop(surnames.again(draft.view, draft.hits, known))


def _settle_ambiguous(drafts: Iterable[Draft]) -> None:
    """« Congo » and « congolais » belong to the country that the article names otherwise."""
    seen: Counter[str] = Counter()
    unclear: list[tuple[Draft, int]] = []
    for draft in drafts:
        for at, hit in enumerate(draft.hits):
            if hit.source in COUNTRY_SOURCES:
                if len(hit.rows) == 1:
                    seen[getattr(hit.rows[0], "iso3", "")] += 1
                else:
                    unclear.append((draft, at))
            elif hit.source is Source.PLACE:
                seen[getattr(hit.rows[0], "country", "")] += 1
    for draft, at in unclear:
        hit = draft.hits[at]
        best = max(hit.rows, key=lambda row: seen[getattr(row, "iso3", "")])
        draft.hits[at] = replace(hit, rows=(best,))


def _settle_acronyms(drafts: Sequence[Draft], lexicon: ActorLexicon) -> None:
    """« FDS »: the body that the article so names, else that of its country or what all have.

    The Syrian body where the article spells it out or names Syria most, elsewhere the security
    forces of whatever country.
    """
    given: dict[str, Hit] = {}
    seen: Counter[str] = Counter()
    for draft in drafts:
        for at, hit in given_acronyms(draft.view, draft.hits):
            given[draft.view.folds[at]] = hit
        seen.update(
            getattr(hit.rows[0], "iso3", "") for hit in draft.hits if hit.source in COUNTRY_SOURCES
        )
    for draft in drafts:
        for at, hit in enumerate(draft.hits):
            form = draft.view.folded(hit.start, hit.end)
            if (known := given.get(form)) is not None:
                if draft.view.words[hit.start].isupper():
                    draft.hits[at] = replace(known, start=hit.start, end=hit.end)
            elif hit.source is Source.ORGANISATION and form in lexicon.groups:
                country = getattr(hit.rows[0], "country", "")
                if country and seen[country] < max(seen.values(), default=1):
                    draft.hits[at] = replace(hit, source=Source.GROUP, rows=lexicon.groups[form])


def _define(drafts: Sequence[Draft], lexicon: ActorLexicon) -> None:
    """Acronyms that the article spells out: some are other bodies than those of the tables."""
    countries = {
        getattr(hit.rows[0], "iso3", "")
        for draft in drafts
        for hit in draft.hits
        if hit.source in COUNTRY_SOURCES
    }
    names: dict[str, Body] = {}
    others: set[str] = set()
    for draft in drafts:
        for body in definitions(draft.view, {hit.start: hit for hit in draft.hits}, lexicon.bodies):
            row = known_as(body, draft.view, lexicon, countries)
            if isinstance(row, Group):  # « Forces de défense et de sécurité (FDS) »: by its noun
                continue
            names[draft.view.folded(body.start, body.end)] = replace(body, own=row is None)
            if row is None:
                others.add(fold(body.name))
    for draft in drafts:
        draft.defined = list(repeated(draft.view, names))
        draft.others = others
        draft.drop(
            hit
            for hit in draft.hits
            if hit.source in (Source.ORGANISATION, Source.GROUP)
            and draft.view.folded(hit.start, hit.end) in others
        )


class Draft:
    """One sentence on its way to mentions."""

    def __init__(self, view: View, hits: Iterable[Hit], toponyms: Mapping[int, Toponym]) -> None:
        self.view = view
        self.toponyms = toponyms
        self.hits = list(hits)
        self.by_start: dict[int, Hit] = {}
        self.phrases: list[Nominal] = []
        self.runs: list[Run] = []
        self.persons: list[Run] = []
        self.bodies: list[Body] = []
        self.defined: list[Body] = []
        self.others: Collection[str] = ()
        self.clues: list[CountryClue] = []

    def drop(self, hits: Iterable[Hit]) -> None:
        """Leave out forms of the tables that are none here."""
        dropped = set(map(id, hits))
        self.hits = [hit for hit in self.hits if id(hit) not in dropped]

    def read_phrases(self, lexicon: ActorLexicon) -> None:
        """Noun phrases and the names that begin with a kind of organisation."""
        self.hits = list(_with_movement(self.hits))
        self.by_start = {hit.start: hit for hit in self.hits}
        self.phrases = nominals(self.view, self.by_start, lexicon)
        inside = {i for phrase in self.phrases for i in range(phrase.noun + 1, phrase.end)}
        own = {i for body in self.defined for i in range(body.start, body.end)}
        found = [
            body
            for body in bodies.long_names(self.view, self.by_start, lexicon)
            if body.start not in inside
        ]
        found += bodies.apposed(self.view, self.by_start, lexicon)
        found += bodies.branches(self.view, self.hits)
        self.bodies = [*self.defined, *(body for body in found if body.start not in own)]

    def read_persons(self, people: persons.PersonFinder, lexicon: ActorLexicon) -> None:
        """Runs of capitalised words, and which of them are persons by their own evidence."""
        blocked = names.blocked_tokens(self.view, self.hits, lexicon)
        for phrase in self.phrases:
            if self.view.folds[phrase.noun].startswith(PORTFOLIO):
                blocked[phrase.noun_end : phrase.end] = [True] * (phrase.end - phrase.noun_end)
        for body in self.bodies:
            blocked[body.start : body.end] = [True] * (body.end - body.start)
        found = list(lists.apart(names.runs(self.view, blocked), people.leaders))
        firms = [bodies.firm(run, lexicon.bodies.closing) for run in found]
        self.bodies += filter(None, firms)
        self.runs = [run for run, firm in zip(found, firms, strict=True) if firm is None]
        _reach_out(self.phrases, self.bodies)
        by_start: dict[int, Nominal] = {}
        by_end: dict[int, list[Nominal]] = {}
        for phrase in filter(persons.is_title, self.phrases):
            by_start[first_token(self.view, phrase)] = phrase
            phrase.station = station_end(self.view, phrase, self.by_start)
            for end in {phrase.end, phrase.station}:
                by_end.setdefault(end, []).append(phrase)
        previous: Run | None = None
        for run in self.runs:
            people.judge(run, self.by_start, by_start, by_end)
            if previous is not None:
                lists.share_title(previous, run)
            if run.evidence:
                previous = run
        lists.accept_listed(self.runs)
        lists.front_titles(self.view, self.runs, self.phrases)
        for run in self.runs:
            if run.evidence and run.evidence != "surname":
                people.learn(run)

    def read_known_persons(self, people: persons.PersonFinder) -> None:
        """Persons of the sentence, with those that other sentences have introduced."""
        for run in self.runs:
            person = run if run.evidence else people.accept_known(run)
            if person is not None:
                self.persons.append(person)
            elif (body := bodies.acronym(run)) is not None:
                self.bodies.append(replace(body, own=fold(body.name) in self.others))

    def mentions(self, lexicon: ActorLexicon) -> list[ActorMention]:
        """All mentions of the sentence, pronouns last; what else tells of a country is noted."""
        taken = [False] * len(self.view)
        for run in self.persons:
            _take(taken, run.start, run.end)
        for body in self.bodies:
            _take(taken, body.start, body.end)
        return [
            *(mentions.person(run, lexicon) for run in self.persons),
            *(mentions.body(self.view, body, lexicon) for body in self.bodies),
            *self._of_tables(taken),
            *self._descriptions(taken, lexicon),
            *self._regional(taken),
            *pronouns.find(self.view, taken),
        ]

    def _of_tables(self, taken: list[bool]) -> Iterator[ActorMention]:
        """Names and adjectives of the tables outside the tokens `taken`; names take theirs."""
        view = self.view
        of_persons = {id(run.demonym) for run in self.persons}
        private = {id(hit) for phrase in self.phrases if is_private(phrase) for hit in phrase.inner}
        for hit in self.hits:
            if taken[hit.start]:
                continue
            toponym = self.toponyms.get(hit.start)
            if toponym is not None and toponym.use is Use.SETTING:
                self.clues.extend(filter(None, [mentions.setting(view, hit)]))
                taken[hit.start : hit.end] = [hit.source is Source.CAPITAL] * (hit.end - hit.start)
            elif hit.source in NAMES and (name := mentions.name(view, hit, toponym)) is not None:
                yield name
                _take(taken, hit.start, hit.end)
            elif hit.source in (Source.DEMONYM, Source.COMPOUND) and id(hit) not in of_persons:
                if id(hit) in private or mentions.is_language(view, hit):
                    self.clues.append(mentions.adjective(view, hit))
                else:
                    yield mentions.demonym(view, hit)

    def _descriptions(self, taken: list[bool], lexicon: ActorLexicon) -> Iterator[ActorMention]:
        """Noun phrases that are no title of a person, nor what a minister is in charge of."""
        view = self.view
        titles = {id(phrase) for run in self.persons for phrase in run.titles}
        portfolios = {
            i
            for phrase in self.phrases
            if view.folds[phrase.noun].startswith(PORTFOLIO)
            for i in range(phrase.noun_end, phrase.end)
        }
        for phrase in self.phrases:
            free = not taken[phrase.noun] and phrase.noun not in portfolios
            if free and id(phrase) not in titles and mentions.acts(view, phrase, lexicon):
                yield describe(view, phrase)

    def _regional(self, taken: list[bool]) -> Iterator[ActorMention]:
        """Adjectives that stand for an organisation."""
        for i, word in enumerate(self.view.folds):
            noun = i in self.by_start and self.view.pos[i] != "ADJ"
            if word in REGIONAL and not taken[i] and not noun:
                yield mentions.regional(self.view, i, REGIONAL[word])


def _with_movement(hits: Iterable[Hit]) -> Iterator[Hit]:
    """« les rebelles houthis », « les islamistes shebab » are the movement itself."""
    before: Hit | None = None
    for hit in hits:
        if (
            before is not None
            and before.end == hit.start
            and before.source is Source.GROUP
            and hit.source is Source.ORGANISATION
            and {getattr(row, "sector", "") for row in (*before.rows[:1], *hit.rows)} == {"REB"}
        ):
            before = replace(hit, start=before.start)
            continue
        if before is not None:
            yield before
        before = hit
    if before is not None:
        yield before


def _reach_out(phrases: Iterable[Nominal], found: Iterable[Body]) -> None:
    """« un passager d'United Airlines »: a phrase ends where the name inside it ends."""
    for body in found:
        for phrase in phrases:
            if phrase.start < body.start < phrase.end < body.end:
                phrase.end = body.end


def _take(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)
