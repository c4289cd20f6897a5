"""Candidates to the event mentions that leave the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.countries import countries_of
from quifaitquoi.actions.factuality import factuality_of
from quifaitquoi.actions.modifiers import attach
from quifaitquoi.actions.nouns import stands
from quifaitquoi.actions.spans import in_one_country
from quifaitquoi.actions.speech import quoted
from quifaitquoi.actions.tense import tense_of
from quifaitquoi.records.actions import (
    EventMention,
    Factuality,
    Trait,
)
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.frames import is_verb, lemma_of
from quifaitquoi.syntax.verb_groups import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.records.actions import EventType
    from quifaitquoi.records.actors import PlaceMention
    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.syntax.frames import Frame
    from quifaitquoi.syntax.tokens import Token

# « un double attentat »: several.
MULTIPLE: Final = frozenset({"double", "triple", "quadruple"})
# What a verb of speech or refusal is about.
CONTENT: Final = ("obj", "que", "de+inf", "inf", "à", "de")


def event_mentions(
    resolver: ArgumentResolver,
    candidates: Mapping[int, Candidate],
    lexicon: ActionLexicon,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
) -> Iterator[EventMention]:
    """The events of a sentence with what their triggers govern."""
    frames = {position: candidate.frame for position, candidate in candidates.items()}
    # Speech takes a place only from its own clause.
    placed = {i for i, candidate in candidates.items() if not candidate.type.has(Trait.SPEECH)}
    telling = {i for i, candidate in candidates.items() if _is_words_alone(candidate.type)}
    days = [date for date in dates if not resolver.sentence.is_dateline(date.start, date.end)]
    when = attach(resolver.sentence, frames, days, frames, lexicon, telling)
    sentence = resolver.sentence
    sites = in_one_country(places, sentence.text, sentence.offset + sentence.start_char)
    where = attach(sentence, frames, sites, placed, lexicon, telling)
    for position, candidate in candidates.items():
        within = countries_of(candidate, resolver, places)
        circumstances = when.get(position), where.get(position), within
        yield _mention(resolver, candidate, candidates, *circumstances)


def _is_words_alone(kind: EventType) -> bool:
    """Whether an act is nothing but words, unlike one that two share (« accueillir »)."""
    return kind.has(Trait.SPEECH) and not kind.has(Trait.SHARED)


def _mention(
    resolver: ArgumentResolver,
    candidate: Candidate,
    candidates: Mapping[int, Candidate],
    when: DateMention | None,
    where: PlaceMention | None,
    within: frozenset[str],
) -> EventMention:
    sentence, frame, trigger = resolver.sentence, candidate.frame, candidate.trigger
    start, end = sentence.chars(trigger, trigger)
    above = _trigger_above(trigger, candidates)
    titled = sentence.kind is not BlockKind.PARAGRAPH
    return EventMention(
        start=start,
        end=end,
        text=trigger.text,
        lemma=candidate.sense.word,
        sentence=sentence.index,
        type=candidate.type,
        factuality=_factuality(candidate, candidates, above, resolver.lexicon),
        rule_id=candidate.sense.rule_id,
        cameo=candidate.sense.cameo,
        sources=candidate.sources,
        targets=candidate.targets,
        attribution=_attribution(trigger, resolver, candidates),
        when=when,
        where=where,
        within=within,
        number=_number(frame),
        definite=frame.pos == "n",
        anew=frame.pos == "n" and not frame.definite and not titled,
        stands=stands(candidate, resolver.lexicon),
        tense=tense_of(candidate, resolver.clauses),
        object_act=_object_act(resolver, candidate, candidates),
        goes_back=_goes_back(candidate, resolver.lexicon.words("anaphoric")),
        heading=titled,
        confidence=candidate.confidence,
        weighed=candidate.weighed,
    )


def _number(frame: Frame) -> int:
    """2 for a noun that tells of several acts, 1 for one of a single act, 0 for what may be both.

    That is a verb, or a singular without article: « Attentat à Lima ».
    """
    if frame.pos != "n":
        return 0
    children = frame.trigger.children
    if frame.plural or any(child.lower_ in MULTIPLE for child in children):
        return 2
    return 1 if any(child.pos_ == "DET" for child in children) else 0


def _factuality(
    candidate: Candidate,
    candidates: Mapping[int, Candidate],
    above: Token | None,
    lexicon: ActionLexicon,
) -> Factuality:
    governor = candidates.get(above.i) if above is not None else None
    if (
        candidate.type.has(Trait.MARCH)
        and governor is not None
        and governor.type.has(Trait.ASKS)
        and not (is_verb(candidate.trigger) and verb_group(candidate.trigger).is_participle)
    ):
        # Who calls for a march announces it.
        return Factuality.PLANNED
    found = factuality_of(candidate, lexicon)
    told = candidate.type.has(Trait.STATES) and quoted(candidate.trigger)
    if told and found is Factuality.PLANNED and "Tense=Fut" in candidate.trigger.morph:
        # « Le geste compte », dira-t-elle: the future of stories.
        return Factuality.ASSERTED
    return found


def _trigger_above(trigger: Token, candidates: Mapping[int, Candidate]) -> Token | None:
    """The nearest trigger above."""
    return next((token for token in trigger.ancestors if token.i in candidates), None)


def _objects(candidate: Candidate) -> Iterator[Token]:
    """What a reaction is about: the heads of the functions in which its target is sought."""
    for function, path in candidate.sense.target:
        if path == "owner" or function == "obj":
            yield from candidate.frame.get(function)


def _object_act(
    resolver: ArgumentResolver, candidate: Candidate, candidates: Mapping[int, Candidate]
) -> int:
    acts = [token for token in _objects(candidate) if token.i in candidates]
    return resolver.sentence.chars(acts[0], acts[0])[0] if acts else -1


def _goes_back(candidate: Candidate, anaphoric: frozenset[str]) -> bool:
    frame = candidate.frame
    if candidate.type.has(Trait.REFUSES) and not any(map(frame.get, CONTENT)):
        # « Bamako dément. »
        return True
    return any(
        lemma_of(token) in anaphoric
        and not any(child.dep_.startswith(("nmod", "acl")) for child in token.children)
        for token in _objects(candidate)
    )


def _attribution(
    trigger: Token, resolver: ArgumentResolver, candidates: Mapping[int, Candidate]
) -> str:
    """Key of the actor whom the sentence gives as the source of the claim, or empty.

    `selon X`, or the speaker of the statement in whose clause the trigger stands.
    """
    if resolver.claimant:
        return resolver.claimant
    current = trigger
    while current.head != current:
        clause = current
        current = current.head
        speech = candidates.get(current.i)
        if (
            speech is not None
            and clause.dep_ in ("ccomp", "xcomp")
            and speech.type.has(Trait.STATES)
            and speech.sources
            and lemma_of(clause)
        ):
            return speech.sources[0].keys[0]
    return ""
