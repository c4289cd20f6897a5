"""Why each event of an article is there: its rule and the words that fired it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from quifaitquoi.lexicon.weights import Weights
    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.records.actors import Choice
    from quifaitquoi.records.articles import Article
    from quifaitquoi.records.events import Event, Scene
    from quifaitquoi.run.stages import Analysis, Pipeline
    from quifaitquoi.syntax.sentence import Sentence

# Features told of each side.
STRONGEST: Final = 5


def explain(
    article: Article, pipeline: Pipeline, *, tree: bool = True, tell: Callable[[str], str] = str
) -> Iterator[str]:
    """Lines of text: the scene, if any; for each event sentence, rule, arguments, date, tree.

    `tell` says those lines that are ours in another language.
    """
    found = pipeline.analyse(article)
    if found.scene is not None:
        yield from (*map(tell, _scene(found.scene)), "")
    weights = pipeline.tables.weights
    offers = pipeline.offered(found) if weights else ()
    evidence = {(offer.start, offer.end, offer.type): offer.evidence for offer in offers}
    acts = {(*found.cleaned.raw_span(act.start, act.end), act.type): act for act in found.actions}
    for event in found.events:
        act = acts[event.trigger_start, event.trigger_end, event.event_type]
        yield event.sentence
        yield from map(tell, _event(found, event, act))
        if weights:
            yield from map(tell, _evidence(weights, evidence[act.start, act.end, act.type]))
        if tree:
            yield from _tree(found.sentences[act.sentence])
        yield ""
    if not found.events:
        yield tell(f"no event in {article.id}; sentences read: {len(found.sentences)}")


def _scene(scene: Scene) -> Iterator[str]:
    yield (
        f"scene « {scene.word} »  {scene.date.value}  from « {scene.date.text} »  "
        f"rule {scene.date.rule_id}"
    )
    if scene.place:
        yield f"  place  {scene.place.text} ({scene.place.country or 'country unknown'})"


def _event(found: Analysis, event: Event, act: EventMention) -> Iterator[str]:
    yield (
        f"  {event.event_type} {event.factuality}  trigger « {event.trigger} » "
        f"[{event.trigger_start}:{event.trigger_end}]  rule {event.rule_id}"
    )
    for role, arguments, participants in (
        ("source", act.sources, event.sources),
        ("target", act.targets, event.targets),
    ):
        for argument in arguments:
            yield (
                f"  {role}  {', '.join(argument.keys)}  from « {argument.mention.text} », "
                f"{argument.function} by {argument.basis}  rule {argument.mention.rule_id}"
            )
            if argument.mention.choice is not None:
                yield from _choice(argument.mention.choice)
        if not arguments:
            for party in participants:
                yield f"  {role}  {party.key}  from « {party.mention} », carried from its group"
    if event.event_date:
        rule = next(
            (
                date.rule_id
                for date in found.dates
                if (date.text, date.value) == (event.date_text, event.event_date)
            ),
            "",
        )
        yield (
            f"  date  {event.event_date}  from « {event.date_text} », {event.date_basis}  "
            f"rule {rule}"
        )
    if event.place:
        yield f"  place  {event.place} ({event.place_country or 'country unknown'})"
    if event.attribution:
        yield f"  according to  {event.attribution}"
    if event.group_id != event.event_id:
        yield f"  same event as  {event.group_id}"


def _choice(choice: Choice) -> Iterator[str]:
    """Why a pronoun or description means whom it does, and who came next."""
    yield f"    meant  {_weighed(choice.evidence)}"
    if choice.others:
        yield f"    rather than  {', '.join(choice.others)}  {_weighed(choice.against)}"


def _weighed(evidence: Iterable[tuple[str, float]]) -> str:
    ranked = sorted(evidence, key=lambda piece: -abs(piece[1]))
    return _listed((weight, name) for name, weight in ranked if weight)


def _evidence(weights: Weights, evidence: Collection[str]) -> Iterator[str]:
    """The confidence of an event, and the strongest of what speaks for and against it."""
    known = [(weights.features[name], name) for name in evidence if name in weights.features]
    yield f"  confidence  {weights.confidence(evidence):.2f}"
    rising = sorted(known)
    falling = sorted(known, key=lambda one: (-one[0], one[1]))
    yield f"    for  {_listed(one for one in falling[:STRONGEST] if one[0] > 0)}"
    yield f"    against  {_listed(one for one in rising[:STRONGEST] if one[0] <= 0)}"


def _listed(weighed: Iterable[tuple[float, str]]) -> str:
    return ", ".join(f"{name} {weight:+.2f}" for weight, name in weighed) or "-"


def _tree(sentence: Sentence) -> Iterator[str]:
    for token in sentence.tokens:
        word = f"{token.text:20} {token.lemma_:20} {token.pos_:6} {token.dep_:12}"
        yield f"    {word} {token.head.text}"
