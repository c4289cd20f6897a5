"""Why each event of an article is there: its rule and the words that fired it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.records.articles import Article
    from quifaitquoi.records.events import Event, Scene
    from quifaitquoi.run.stages import Analysis, Pipeline
    from quifaitquoi.syntax.sentence import Sentence


def explain(article: Article, pipeline: Pipeline, *, tree: bool = True) -> Iterator[str]:
    """Lines of text: the scene, if any; for each event sentence, rule, arguments, date, tree."""
    found = pipeline.analyse(article)
    if found.scene is not None:
        yield from (*_scene(found.scene), "")
    acts = {(*found.cleaned.raw_span(act.start, act.end), act.type): act for act in found.actions}
    for event in found.events:
        act = acts[event.trigger_start, event.trigger_end, event.event_type]
        yield from _event(found, event, act, tree=tree)
    if not found.events:
        yield f"no event in the {len(found.sentences)} sentences of {article.id}"


def _scene(scene: Scene) -> Iterator[str]:
    yield (
        f"scene « {scene.word} »  {scene.date.value}  from « {scene.date.text} »  "
        f"rule {scene.date.rule_id}"
    )
    if scene.place:
        yield f"  place  {scene.place.text} ({scene.place.country or 'country unknown'})"


def _event(found: Analysis, event: Event, act: EventMention, *, tree: bool) -> Iterator[str]:
    sentence = found.sentences[act.sentence]
    yield event.sentence
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
                f"  {role}  {', '.join(argument.keys)}  from « {argument.mention.text} » "
                f"by {argument.function}  rule {argument.mention.rule_id}"
            )
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
        words = f"« {event.date_text} », {event.date_basis}"
        yield f"  date  {event.event_date}  from {words}  rule {rule}"
    if event.place:
        yield f"  place  {event.place} ({event.place_country or 'country unknown'})"
    if event.attribution:
        yield f"  according to  {event.attribution}"
    if event.group_id != event.event_id:
        yield f"  same event as  {event.group_id}"
    if tree:
        yield from _tree(sentence)
    yield ""


def _tree(sentence: Sentence) -> Iterator[str]:
    for token in sentence.span:
        word = f"{token.text:20} {token.lemma_:20} {token.pos_:6} {token.dep_:12}"
        yield f"    {word} {token.head.text}"
