"""`learn`: weights from gold labels."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import (
    DONE,
    Commands,
    UsageError,
    explained,
    settings_of,
    settings_options,
)
from quifaitquoi.cli.language import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from quifaitquoi.evaluate import CodedArticle, Example, Learnt
    from quifaitquoi.records.articles import Article
    from quifaitquoi.run.stages import Pipeline


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `learn`."""
    learn = commands.add_parser(
        "learn",
        help="weights from gold labels",
        description="Weights of the evidence for events, learnt from labelled articles.",
    )
    learn.add_argument("gold", type=Path, metavar="GOLD", help="labels")
    learn.add_argument("raw", type=Path, metavar="RAW", help="their articles")
    learn.add_argument(
        "--also",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("GOLD", "RAW"),
        help="more labels and their articles; may be given again",
    )
    learn.add_argument(
        "--unseen",
        nargs="+",
        default=["*"],
        metavar="PATTERN",
        help="articles that no rule was written for: threshold and confidence go by these [all]",
    )
    learn.add_argument(
        "--rules-decide",
        action="store_true",
        help="write no threshold: the weights only say how sure the rules are",
    )
    learn.add_argument(
        "--curve",
        action="store_true",
        help="also measure how few articles would do, and what each kind of evidence adds",
    )
    learn.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    settings_options(learn)
    learn.set_defaults(function=_learn)


def _learn(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.evaluate import (
            NotEnoughError,
            curves_text,
            kinds_of_evidence,
            learn,
            learning_curve,
            weights_csv,
        )
        from quifaitquoi.run.stages import Pipeline

        pipeline = Pipeline.load(settings_of(arguments)).unweighed()
        pairs = [(arguments.gold, arguments.raw), *arguments.also]
        try:
            marked = [
                replace(
                    one,
                    unseen=not one.partial
                    and any(fnmatchcase(one.article_id, each) for each in arguments.unseen),
                )
                for one in _examples(pairs, pipeline)
            ]
            learnt = learn(marked)
        except NotEnoughError as error:
            raise UsageError(error) from error
        table = weights_csv(learnt, threshold=not arguments.rules_decide)
        arguments.output.write_text(table, encoding="utf-8", newline="\n")
        print(_told(learnt), end="")
        if arguments.curve:
            print(f"\n{curves_text(learning_curve(marked), kinds_of_evidence(marked))}", end="")
    return DONE


def _examples(pairs: Sequence[tuple[Path, Path]], pipeline: Pipeline) -> Iterator[Example]:
    """The labelled articles of folders that may be learnt from.

    Marks of an article that is labelled as a whole teach nothing new, and nothing at all of one
    that is for testing: they are left out.
    """
    from quifaitquoi.evaluate import gold_coding, of_judgements, partial_coding
    from quifaitquoi.labels import TRAIN, read_gold

    labels = [(read_gold(gold), _articles(raw), raw) for gold, raw in pairs]
    whole = {
        articles[name].text
        for gold, articles, _ in labels
        for name in gold_coding(gold).keys() & articles.keys()
    }
    for gold, articles, raw in labels:
        train = {k: v for k, v in gold_coding(gold).items() if gold.splits[k] == TRAIN}
        partial = partial_coding(gold)
        known = {k for k in partial.keys() & articles.keys() if articles[k].text in whole}
        if missing := sorted((train.keys() | partial.keys()) - articles.keys()):
            say(f"not in {raw}: {', '.join(missing)}")
        if known:
            say(f"labelled as a whole elsewhere: {', '.join(sorted(known))}")
        for name in sorted(train.keys() & articles.keys()):
            yield _whole(articles[name], train[name], pipeline)
        for name in sorted((partial.keys() & articles.keys()) - known):
            yield of_judgements(name, pipeline.offers(articles[name])[1], partial[name])


def _articles(raw: Path) -> dict[str, Article]:
    from quifaitquoi.articles import read
    from quifaitquoi.records.articles import Article

    return {one.id: one for one in read(raw) if isinstance(one, Article)}


def _whole(article: Article, labels: CodedArticle, pipeline: Pipeline) -> Example:
    from quifaitquoi.evaluate import Example, predictions_from_results

    result, offers = pipeline.offers(article)
    found = predictions_from_results([result])
    rules = found[article.id].events if article.id in found else ()
    return Example(article.id, offers, rules, labels.events)


def _told(learnt: Learnt) -> str:
    from quifaitquoi.evaluate import calibration_text, cross_validated_text

    lines = cross_validated_text(learnt)
    return f"{lines}\n{calibration_text(learnt.calibration)}" if learnt.calibration else lines
