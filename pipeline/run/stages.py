"""The order of the stages, for one article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from pipeline import actions, actors, clean, dates, events, identity, parse, places, resolve
from pipeline.lexicon import actions as action_lexicon
from pipeline.lexicon import actors as actor_lexicon
from pipeline.records import (
    ActionMention,
    Actor,
    ActorMention,
    Article,
    CleanText,
    DateMention,
    Event,
    PlaceMention,
    Result,
    Sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from spacy.language import Language

    from pipeline.config import Settings
    from pipeline.lexicon.actions import ActionLexicon
    from pipeline.lexicon.actors import ActorLexicon

Mention = TypeVar("Mention", ActorMention, DateMention)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What each stage gave for one article; offsets are clean. Holds Docs: not to be kept."""

    article: Article
    cleaned: CleanText
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[ActorMention, ...]
    actors: Mapping[str, Actor]
    places: tuple[PlaceMention, ...]
    actions: tuple[ActionMention, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The model and the tables, loaded once; `process` is a pure function of the article."""

    nlp: Language
    actor_lexicon: ActorLexicon
    action_lexicon: ActionLexicon

    @classmethod
    def load(cls, settings: Settings) -> Pipeline:
        """Load what the settings name; cached, since it takes seconds."""
        return _load(settings.model, settings.rules)

    def analyse(self, article: Article) -> Analysis:
        """Run every stage in its order."""
        cleaned = clean.clean(article)
        sentences = parse.parse(cleaned, self.nlp)
        found_dates = resolve.resolve(dates.find(sentences), article.published)
        mentions, who = identity.resolve(
            actors.find(sentences, self.actor_lexicon), sentences, self.actor_lexicon
        )
        found_places = places.find(sentences, self.actor_lexicon)
        acts = actions.find(
            sentences, mentions, who, found_dates, found_places, self.action_lexicon
        )
        built = events.build(article, cleaned, sentences, acts, who, found_dates, found_places)
        return Analysis(
            article, cleaned, sentences, found_dates, mentions, who, found_places, acts, built
        )

    def process(self, article: Article) -> Result:
        """Everything that one article holds, with raw offsets and without Docs."""
        found = self.analyse(article)
        return Result(
            article=article,
            events=found.events,
            dates=tuple(_raw(found.cleaned, found.dates)),
            mentions=tuple(_raw(found.cleaned, (m for m in found.mentions if m.keys))),
            actors=found.actors,
            sentences=len(found.sentences),
        )


@cache
def _load(model: str, rules: Path | None) -> Pipeline:
    return Pipeline(parse.load(model), actor_lexicon.load(rules), action_lexicon.load(rules))


def _raw(cleaned: CleanText, mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        start, end = cleaned.raw_span(mention.start, mention.end)
        yield replace(mention, start=start, end=end)
