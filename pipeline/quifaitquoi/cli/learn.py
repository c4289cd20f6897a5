"""`learn`: weights from gold labels."""

from __future__ import annotations

import sys
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

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from quifaitquoi.evaluate import Example, Learnt
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
            examples = (one for gold, raw in pairs for one in _examples(gold, raw, pipeline))
            marked = [
                replace(
                    one,
                    unseen=any(fnmatchcase(one.article_id, each) for each in arguments.unseen),
                )
                for one in examples
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


def _examples(gold: Path, raw: Path, pipeline: Pipeline) -> Iterator[Example]:
    """The labelled articles of a folder that may be learnt from."""
    from quifaitquoi.articles import read
    from quifaitquoi.evaluate import Example, gold_coding, predictions_from_results
    from quifaitquoi.labels import TRAIN, read_gold
    from quifaitquoi.records.articles import Article

    labels = read_gold(gold)
    coding = {
        name: article
        for name, article in gold_coding(labels).items()
        if labels.splits[name] == TRAIN
    }
    articles = {one.id: one for one in read(raw) if isinstance(one, Article)}
    if missing := sorted(coding.keys() - articles.keys()):
        print(f"not in {raw}: {', '.join(missing)}", file=sys.stderr)
    for name in sorted(coding.keys() & articles.keys()):
        result, offers = pipeline.offers(articles[name])
        found = predictions_from_results([result])
        rules = found[name].events if name in found else ()
        yield Example(name, offers, rules, coding[name].events)


def _told(learnt: Learnt) -> str:
    from quifaitquoi.evaluate import calibration_text, cross_validated_text

    lines = cross_validated_text(learnt)
    return f"{lines}\n{calibration_text(learnt.calibration)}" if learnt.calibration else lines
