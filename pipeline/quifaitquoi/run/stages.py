"""The order of the stages, for one article or some that the model reads together."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import cache
from itertools import tee
from math import inf
from time import thread_time
from typing import TYPE_CHECKING, Final, TypeVar

from quifaitquoi import actions, clean, dates, events
from quifaitquoi.actors import linking, places, reading
from quifaitquoi.actors.mentions import find as find_mentions
from quifaitquoi.dates.calendar import resolve
from quifaitquoi.lexicon import actions as action_lexicon
from quifaitquoi.lexicon import actors as actor_lexicon
from quifaitquoi.lexicon import clean as clean_lexicon
from quifaitquoi.lexicon import dates as date_lexicon
from quifaitquoi.lexicon import leaders as leader_lexicon
from quifaitquoi.lexicon import weights as weight_lexicon
from quifaitquoi.lexicon.tables import LexiconError, content_of
from quifaitquoi.records.actions import Offer, Trace
from quifaitquoi.records.actors import Actor, ActorMention, MentionSort, PlaceMention
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.records.dates import DateMention
from quifaitquoi.records.events import Event, Result, Scene
from quifaitquoi.run.copies import sketch
from quifaitquoi.run.errors import ModelError, SlowError
from quifaitquoi.run.limit import Watch
from quifaitquoi.syntax.model import load as load_model
from quifaitquoi.syntax.model import parse, parse_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from spacy.language import Language

    from quifaitquoi.config import Settings
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.lexicon.clean import Boilerplate
    from quifaitquoi.lexicon.dates import DateWords
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.lexicon.weights import Weights
    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.records.clean import Block, CleanText
    from quifaitquoi.syntax.sentence import Sentence

LOGGER: Final = logging.getLogger(__name__)
Mention = TypeVar("Mention", ActorMention, DateMention, Offer, Trace)


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
    actions: tuple[EventMention, ...]
    scene: Scene | None
    events: tuple[Event, ...]
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of words and names, the user's laid over ours."""

    dates: DateWords
    actors: ActorLexicon
    leaders: Leaders
    actions: ActionLexicon
    boilerplate: Boilerplate
    weights: Weights

    @classmethod
    def load(cls, rules: Path | None) -> Tables:
        """Read and check them; raises LexiconError with file and line."""
        try:
            return cls(
                date_lexicon.load(rules),
                actor_lexicon.load(rules),
                leader_lexicon.load(rules),
                action_lexicon.load(rules),
                clean_lexicon.load(rules),
                weight_lexicon.load(rules),
            )
        except LexiconError as error:
            if rules is None:
                raise
            msg = f"with the rules of {rules}: {error}"
            raise LexiconError(msg) from error


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The model and the tables, loaded once; `process` is a pure function of the article.

    `max_seconds` is as in Settings, `clock` tells how long this thread has worked.
    """

    nlp: Language
    tables: Tables
    max_seconds: float = inf
    clock: Callable[[], float] = thread_time

    @classmethod
    def load(cls, settings: Settings) -> Pipeline:
        """Load what the settings name; cached, since it takes seconds.

        Tables of the user that have changed since are read again. Raises ModelError for a model
        that cannot be used, LexiconError for a table, with its line, OSError for no such folder.
        """
        loaded = _load(settings.model, settings.rules, content_of(settings.rules))
        loaded = replace(loaded, max_seconds=settings.max_seconds)
        if not settings.min_confidence:
            return loaded
        weights = replace(loaded.tables.weights, minimum=settings.min_confidence)
        return replace(loaded, tables=replace(loaded.tables, weights=weights))

    @classmethod
    def over(cls, nlp: Language, rules: Path | None = None) -> Pipeline:
        """The stages over a French pipeline that is loaded already; `rules` as in Settings.

        An article may take any time.
        """
        return cls(nlp, Tables.load(rules))

    def analyse(self, article: Article) -> Analysis:
        """Run every stage in its order; raises SlowError for an article that takes too long."""
        found = next(self._analyse_all((article,)))
        if isinstance(found, Rejected):
            msg = f"{found.id}: {found.reason}"
            raise SlowError(msg)
        return found

    def _analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis | Rejected]:
        ahead, behind = tee(map(self._cleaned, articles))
        parsed = parse_all((cleaned for _, cleaned, _ in ahead), self.nlp)
        for (article, cleaned, watch), sentences in zip(behind, parsed, strict=True):
            found: Analysis | Rejected
            try:
                with watch:
                    found = self._analysed(article, cleaned, sentences, watch)
                    watch.check()
            except SlowError as error:
                found = Rejected(article.id, article.file, str(error), article.sha256)
            yield found

    def _cleaned(self, article: Article) -> tuple[Article, CleanText, Watch]:
        watch = Watch(self.max_seconds, self.clock)
        with watch:
            return article, clean.clean(article, self.tables.boilerplate), watch

    def _analysed(
        self, article: Article, cleaned: CleanText, sentences: tuple[Sentence, ...], watch: Watch
    ) -> Analysis:
        try:
            return self.read(article, cleaned, watch.over(sentences))
        except (MemoryError, SlowError):
            raise
        except Exception:  # one line must not cost the others
            LOGGER.debug("%s is read line by line", article.id, exc_info=True)
            return self._read_what_can_be(article, cleaned, watch)

    def _read_what_can_be(self, article: Article, cleaned: CleanText, watch: Watch) -> Analysis:
        """Read an article without the lines on which a stage fails, beside those before them.

        Raises the last failure where no line can be read.
        """
        kept: tuple[Block, ...] = ()
        analysis: Analysis | None = None
        failures: list[Exception] = []
        for block in cleaned.blocks:
            rest = replace(cleaned, blocks=(*kept, block))
            try:
                analysis = self.read(article, rest, watch.over(parse(rest, self.nlp)))
                kept = rest.blocks
            except (MemoryError, SlowError):
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, it is said
                failures.append(error)
        if analysis is None:
            raise failures[-1]
        reasons = sorted({f"{type(error).__name__}: {error}" for error in failures})
        unread = f"{len(failures)} of {len(cleaned.blocks)} lines not read: {', '.join(reasons)}"
        return replace(analysis, unread=unread)

    def read(
        self, article: Article, cleaned: CleanText, sentences: tuple[Sentence, ...]
    ) -> Analysis:
        """Run the stages that come after the parse, on sentences of `cleaned`."""
        words = self.tables.actors
        found_dates = self._dates(article, sentences)
        read = reading.read(sentences, words)
        found_mentions, clues = find_mentions(read, words, self.tables.leaders)
        mentions, who = linking.resolve(
            found_mentions, clues, sentences, words, self.tables.leaders, article.source
        )
        found_places = places.find(read, words, article.source)
        tables = self.tables
        acts = actions.find(
            sentences, mentions, who, found_dates, found_places, tables.actions, tables.weights
        )
        scene = actions.find_scene(
            sentences, found_dates, found_places, self.tables.actions, article.published
        )
        texts = [sentence.text for sentence in sentences]
        built = events.build(article, cleaned, texts, acts, who, found_dates, scene)
        return Analysis(
            article,
            cleaned,
            sentences,
            found_dates,
            mentions,
            who,
            found_places,
            acts,
            scene,
            built,
        )

    def find_dates(self, article: Article) -> Iterator[DateMention]:
        """Dates alone, with raw offsets: neither actors nor acts are looked for."""
        cleaned = clean.clean(article, self.tables.boilerplate)
        (sentences,) = parse_all((cleaned,), self.nlp)
        return _raw(cleaned, self._dates(article, sentences))

    def _dates(self, article: Article, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
        return resolve(dates.find(sentences, self.tables.dates), article.published)

    def unweighed(self) -> Pipeline:
        """The same pipeline without weights: the rules alone decide."""
        return replace(self, tables=replace(self.tables, weights=weight_lexicon.UNWEIGHED))

    def offers(self, article: Article) -> tuple[Result, tuple[Offer, ...]]:
        """What an article holds, and every candidate for an event in it, both with raw offsets."""
        found = self.analyse(article)
        return _result(found), tuple(_raw(found.cleaned, self.offered(found)))

    def offered(self, found: Analysis) -> tuple[Offer, ...]:
        """Every candidate for an event in an article that was analysed, with clean offsets."""
        return actions.offers(
            found.sentences,
            found.mentions,
            found.actors,
            found.dates,
            found.places,
            self.tables.actions,
        )

    def trace(self, article: Article) -> tuple[Trace, ...]:
        """What became of each word of an article, with raw offsets."""
        found, tables = self.analyse(article), self.tables
        told = actions.trace(
            found.sentences,
            found.mentions,
            found.actors,
            found.dates,
            found.places,
            tables.actions,
            tables.weights,
        )
        return tuple(_raw(found.cleaned, told))

    def process(self, article: Article) -> Result:
        """Everything that one article holds, with raw offsets and without Docs.

        Raises SlowError for one that takes too long.
        """
        return _result(self.analyse(article))

    def process_all(self, articles: Iterable[Article]) -> Iterator[Result | Rejected]:
        """As `process`, each in its turn; faster, since the model reads many articles at once.

        One that takes too long is rejected with that reason, and the others follow.
        """
        for found in self._analyse_all(articles):
            if isinstance(found, Rejected):
                yield found
                continue
            result = _result(found)
            for sentence in found.sentences:
                sentence.doc.release()
            yield result


@cache
def _load(model: str, rules: Path | None, content: str) -> Pipeline:  # noqa: ARG001 - the cache's
    tables = Tables.load(rules)  # first, since a wrong line should not wait for the model
    try:
        nlp = load_model(model)
    except OSError as error:
        msg = f"no spaCy model {model!r}: install it, or name another with --model"
        raise ModelError(msg) from error
    except KeyError as error:
        msg = f"the spaCy model {model!r} has no lemmatizer like that of the French models"
        raise ModelError(msg) from error
    return Pipeline(nlp, tables)


def _result(found: Analysis) -> Result:
    return Result(
        article=found.article,
        events=found.events,
        dates=tuple(_raw(found.cleaned, found.dates)),
        mentions=tuple(_raw(found.cleaned, _actors(found))),
        actors=found.actors,
        sentences=len(found.sentences),
        sketch=sketch(found.cleaned.text),
        unread=found.unread,
    )


def _actors(found: Analysis) -> Iterator[ActorMention]:
    """Mentions that stand for an actor: a capital where something happens is one in events only."""
    acting = {
        argument.mention.start
        for action in found.actions
        for argument in (*action.sources, *action.targets)
    }
    for mention in found.mentions:
        if mention.keys and (mention.start in acting or mention.sort is not MentionSort.SITE):
            yield mention


def _raw(cleaned: CleanText, mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        start, end = cleaned.raw_span(mention.start, mention.end)
        moved = (start, end) != (mention.start, mention.end)
        yield replace(mention, start=start, end=end) if moved else mention
