"""In which countries an act may be whose clause states no place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Trait
from quifaitquoi.records.actors import ActorKind, MentionForm
from quifaitquoi.records.clean import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.records.actors import ActorMention, PlaceMention

# Tokens of a title within which a colon ends what it begins with.
RUBRIC: Final = 6


def countries_of(
    candidate: Candidate, resolver: ArgumentResolver, places: Sequence[PlaceMention]
) -> frozenset[str]:
    """The countries to which its sentence, with these places, leaves an act; empty: any.

    They are those of the places, and the states named beside them; of a blow in a title without
    places, the state before the colon unless that one struck. The sentence of a meeting says where
    its guests are from as well.
    """
    kind = candidate.type
    if not kind.has(Trait.STAYING) or kind.has(Trait.MEETING):
        return frozenset()
    mentions = resolver.mentions.of(resolver.sentence.index)
    found = {place.country for place in places if place.country}
    if found:
        return frozenset(found | _states(mentions, resolver))
    if not kind.has(Trait.VIOLENT):
        return frozenset()
    striking = {resolver.actors[key].country for one in candidate.sources for key in one.keys}
    return frozenset(_states(_rubric(mentions, resolver), resolver) - striking)


def _states(mentions: Iterable[ActorMention], resolver: ArgumentResolver) -> set[str]:
    actors = (resolver.actors[key] for mention in mentions for key in mention.keys)
    return {actor.country for actor in actors if actor.kind is ActorKind.STATE}


def _rubric(mentions: Iterable[ActorMention], resolver: ArgumentResolver) -> list[ActorMention]:
    """The name that a title puts before a colon: « Pérou : deux marchés visés »."""
    sentence = resolver.sentence
    if sentence.kind is BlockKind.PARAGRAPH:
        return []
    words = sentence.tokens
    colon = next((i for i, word in enumerate(words[:RUBRIC]) if word.text == ":"), 0)
    if not colon:
        return []
    _, end = sentence.chars(words[0], words[colon - 1])
    return [one for one in mentions if one.form is MentionForm.NAME and one.end == end]
