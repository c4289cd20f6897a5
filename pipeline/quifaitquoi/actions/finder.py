"""The event mentions of an article: each sentence read, decided on, told."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quifaitquoi.actions.arguments import ArgumentResolver
from quifaitquoi.actions.candidates import Candidates
from quifaitquoi.actions.decision import decide, told
from quifaitquoi.actions.gates import is_contest
from quifaitquoi.actions.generic import nobody
from quifaitquoi.actions.mentions import event_mentions
from quifaitquoi.actions.speech import goes_on
from quifaitquoi.lexicon.weights import UNWEIGHED, Weights
from quifaitquoi.records.actions import Trait
from quifaitquoi.records.actors import Actor, ActorMention, PlaceMention
from quifaitquoi.records.dates import DateMention
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.frames import Carriers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quifaitquoi.actions.candidate import Candidate, Reading
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.records.actions import (
        Argument,
        EventMention,
        Offer,
    )
    from quifaitquoi.syntax.sentence import Sentence


Placed = TypeVar("Placed", DateMention, PlaceMention)


def find(
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
    weights: Weights = UNWEIGHED,
) -> tuple[EventMention, ...]:
    """Action mentions of an article in order of the text, with clean offsets.

    `mentions` are resolved (actors/linking); `dates` and `places` carry their sentence's index.
    `weights` say how sure each is and may decide; without a threshold the rules do.
    """
    index = MentionIndex(mentions)
    dates_of, places_of = by_sentence(dates), by_sentence(places)
    readings = readings_of(
        sentences, index, actors, dates_of, places, lexicon, weighed=weights.decide
    )
    found: list[EventMention] = []
    contest = is_contest(sentences, lexicon.words("contest_word"))
    decided = decide(readings, weights)
    hand_on(readings, decided)
    for sentence, reading, chosen in zip(sentences, readings, decided, strict=True):
        candidates = chosen
        if contest:
            candidates = {i: one for i, one in chosen.items() if one.type.has(Trait.STATES)}
        if not candidates:
            continue
        own_places = [
            place
            for place in places_of.get(sentence.index, [])
            if not index.holds(sentence.index, place.start, place.end)
        ]
        own_dates = dates_of.get(sentence.index, [])
        found.extend(event_mentions(reading.resolver, candidates, lexicon, own_dates, own_places))
    return tuple(found)


def hand_on(readings: Iterable[Reading], decided: Iterable[Mapping[int, Candidate]]) -> None:
    """Give « Et de poursuivre : ...» the speaker of the words before."""
    speakers: tuple[Argument, ...] = ()
    for reading, chosen in zip(readings, decided, strict=True):
        for position in sorted(chosen):
            one = chosen[position]
            if one.frame.pos == "n" or not one.type.has(Trait.SPEECH):
                continue
            if not one.sources and goes_on(one.trigger, reading.resolver):
                one.sources = speakers
            speakers = one.sources or speakers


def offers(
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
) -> tuple[Offer, ...]:
    """All candidates of an article with their evidence, whoever decides; arguments as in `find`."""
    index = MentionIndex(mentions)
    readings = readings_of(
        sentences, index, actors, by_sentence(dates), places, lexicon, weighed=True
    )
    return tuple(told(readings))


def readings_of(
    sentences: Sequence[Sentence],
    index: MentionIndex,
    actors: Mapping[str, Actor],
    dates: Mapping[int, Sequence[DateMention]],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
    *,
    weighed: bool,
) -> list[Reading]:
    """Each sentence as the rules read it."""
    starts = frozenset(place.start for place in places)
    resolvers = []
    for sentence in sentences:
        spans = tuple((date.start, date.end) for date in dates.get(sentence.index, ()))
        resolvers.append(ArgumentResolver(sentence, index, actors, starts, lexicon, spans))
    unreal = nobody(resolvers, lexicon)
    carriers = Carriers(*map(lexicon.words, ("support", "occurring", "announcing")))
    # Sentences are counted along, since who calls may look at the clock as each is taken.
    return [
        Candidates(resolver, carriers, unreal, weighed=weighed).find()
        for _, resolver in zip(sentences, resolvers, strict=True)
    ]


def by_sentence(mentions: Iterable[Placed]) -> dict[int, list[Placed]]:
    """Mentions by the index of their sentence."""
    found: dict[int, list[Placed]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found
