"""What `evaluate` compares: gold labels of the articles asked for, and predictions."""

from __future__ import annotations

import logging
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from quifaitquoi.cli.common import UsageError, settings_of
from quifaitquoi.cli.language import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quifaitquoi.evaluate import Coding, Predictions
    from quifaitquoi.records.actions import Trace
    from quifaitquoi.records.articles import Article

LOGGER = logging.getLogger(__name__)


class Sides(NamedTuple):
    """Gold and predictions, the split of each gold article, and the articles at hand, all by id."""

    gold: Coding
    predicted: Predictions
    splits: Mapping[str, str]
    articles: Mapping[str, Article]
    traces: Mapping[str, Sequence[Trace]] = {}

    @property
    def compared(self) -> tuple[Coding, Coding]:
        """Gold without what the predictions do not give, and the predictions."""
        return self.predicted.comparable(self.gold), self.predicted.coding

    @property
    def texts(self) -> dict[str, str]:
        """Raw texts by article id."""
        return {name: article.text for name, article in self.articles.items()}


def sides_of(arguments: argparse.Namespace) -> Sides:
    """Both sides for the options of `evaluate`; raises UsageError where no article is left."""
    from quifaitquoi.evaluate import Predictions, gold_coding
    from quifaitquoi.labels import read_gold

    labels = read_gold(arguments.gold)
    whole = gold_coding(labels)
    splits = {name: labels.splits[name] for name in whole}
    splits = {name: split for name, split in splits.items() if _wanted(name, split, arguments)}
    if not splits:
        msg = "no article of the gold set is left to score"
        raise UsageError(msg)
    gold = {name: whole[name] for name in splits}
    given = arguments.pred or arguments.pred_gold
    # Predictions can be scored without the articles, but not quoted.
    optional = given and not arguments.baseline and not arguments.raw.exists()
    articles = {} if optional else _articles(arguments.raw, gold)
    if missing := [name for name in gold if name not in articles and not optional]:
        say(f"not in {arguments.raw}: {', '.join(missing)}")
    if arguments.pred:
        predicted = _given(arguments.pred, gold)
    elif arguments.pred_gold:
        predicted = Predictions(gold_coding(read_gold(arguments.pred_gold)))
    else:
        coding, traces = _predicted(arguments, articles)
        return Sides(gold, Predictions(coding), splits, articles, traces)
    return Sides(gold, predicted, splits, articles)


def _given(path: Path, gold: Coding) -> Predictions:
    """Predictions of a file or folder; UsageError where they cannot be compared with gold."""
    from quifaitquoi.evaluate import read_predictions

    try:
        found = read_predictions(path)
    except (FileNotFoundError, ValueError) as error:
        raise UsageError(error) from error
    if found.coding and not found.coding.keys() & gold.keys():
        ids = [", ".join(sorted(names)[:3]) for names in (found.coding, gold)]
        msg = f"{path} holds no article that is scored: article_id {ids[0]} ..., gold {ids[1]} ..."
        raise UsageError(msg)
    return found


def _wanted(article_id: str, split: str, arguments: argparse.Namespace) -> bool:
    return (
        arguments.split in ("", split)
        and any(fnmatchcase(article_id, pattern) for pattern in arguments.article)
        and not any(fnmatchcase(article_id, pattern) for pattern in arguments.exclude)
    )


def _articles(raw: Path, gold: Coding) -> dict[str, Article]:
    from quifaitquoi.articles import read
    from quifaitquoi.records.articles import Article

    found = (entry for entry in read(raw) if isinstance(entry, Article))
    return {article.id: article for article in found if article.id in gold}


def _predicted(
    arguments: argparse.Namespace, articles: Mapping[str, Article]
) -> tuple[Coding, dict[str, Sequence[Trace]]]:
    """What the pipeline finds, and for --why what became of each word.

    An article on which it fails has nothing, hence is missed.
    """
    from quifaitquoi.evaluate import predictions_from_results
    from quifaitquoi.run.stages import Pipeline

    pipeline = Pipeline.load(settings_of(arguments))
    coding: Coding = {}
    traces: dict[str, Sequence[Trace]] = {}
    for article in articles.values():
        try:
            coding |= predictions_from_results([pipeline.process(article)])
            if arguments.why:
                traces[article.id] = pipeline.trace(article)
        except Exception as error:  # a crash is a miss, not the end of the scoring
            LOGGER.debug("%s could not be processed", article.id, exc_info=True)
            reason = f"{type(error).__name__}: {error}"
            say(f"{article.id} is missed as a whole: {reason}")
    return coding, traces
