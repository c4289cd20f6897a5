"""`evaluate`: predictions against gold labels, and the gate that keeps the accuracy."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quifaitquoi.cli.common import (
    DONE,
    REJECTED,
    Commands,
    UsageError,
    explained,
    settings_of,
    settings_options,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from quifaitquoi.evaluate import Coding, Evaluation
    from quifaitquoi.records.articles import Article

LOGGER = logging.getLogger(__name__)


class _Scored(NamedTuple):
    """Both sides, and what is known of the articles by id."""

    gold: Coding
    predicted: Coding
    texts: Mapping[str, str]
    published: Mapping[str, str]


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `evaluate`."""
    evaluate = commands.add_parser(
        "evaluate",
        help="scores against gold labels",
        description="Scores of the pipeline, or of other predictions, against gold labels.",
    )
    evaluate.add_argument("--gold", type=Path, default=Path("gold"), metavar="DIR", help="[gold]")
    evaluate.add_argument("--raw", type=Path, default=Path("raw"), metavar="DIR", help="[raw]")
    sides = evaluate.add_mutually_exclusive_group()
    sides.add_argument("--pred", type=Path, metavar="DIR", help="tables, of this or another system")
    sides.add_argument("--pred-gold", type=Path, metavar="DIR", help="labels of another annotator")
    evaluate.add_argument("--gate", action="store_true", help="fail under gold/floors.json")
    evaluate.add_argument("--update", action="store_true", help="with --gate: raise the floors")
    evaluate.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    evaluate.add_argument("--baseline", action="store_true", help="what coders without rules reach")
    evaluate.add_argument(
        "--differences", action="store_true", help="every label that differs, and confusions"
    )
    evaluate.add_argument(
        "--article", nargs="+", default=["*"], metavar="PATTERN", help="only these articles"
    )
    evaluate.add_argument(
        "--exclude", nargs="+", default=[], metavar="PATTERN", help="all but these"
    )
    evaluate.add_argument(
        "--type", nargs="+", default=[], metavar="TYPE", help="only differences of these types"
    )
    settings_options(evaluate)
    evaluate.set_defaults(function=_evaluate)


def _evaluate(arguments: argparse.Namespace) -> int:
    _check_options(arguments)
    with explained():
        from quifaitquoi.evaluate import evaluate, evaluation_json, scores_text

        sides = _sides(arguments)
        try:
            found = evaluate(
                sides.gold,
                sides.predicted,
                sides.texts,
                articles=arguments.article,
                exclude=arguments.exclude,
            )
        except ValueError as error:
            raise UsageError(error) from error
        print(scores_text(found))
        _print_more(arguments, sides, found)
        if arguments.json:
            arguments.json.write_text(evaluation_json(found), encoding="utf-8", newline="\n")
        return _gate(arguments, found) if arguments.gate else DONE


def _check_options(arguments: argparse.Namespace) -> None:
    from quifaitquoi.records.actions import EventType

    if arguments.update and not arguments.gate:
        msg = "--update goes with --gate"
        raise UsageError(msg)
    if arguments.gate and (
        arguments.article != ["*"] or arguments.exclude or arguments.pred or arguments.pred_gold
    ):
        msg = "--gate runs the pipeline on the whole gold set: leave out the other choices"
        raise UsageError(msg)
    if unknown := set(arguments.type) - set(EventType):
        msg = f"--type {', '.join(sorted(unknown))}: known are {', '.join(EventType)}"
        raise UsageError(msg)
    if arguments.type and not arguments.differences:
        msg = "--type goes with --differences"
        raise UsageError(msg)


def _print_more(arguments: argparse.Namespace, sides: _Scored, found: Evaluation) -> None:
    from quifaitquoi.evaluate import (
        baselines_text,
        confusion_text,
        differences_text,
        evaluate_baselines,
        select,
    )

    if arguments.baseline:
        texts = {name: text for name, text in sides.texts.items() if name in sides.gold}
        print(baselines_text(evaluate_baselines(sides.gold, texts, sides.published)))
    if arguments.differences:
        print(confusion_text(found))
        print(differences_text(select(found.differences, types=arguments.type)))


def _sides(arguments: argparse.Namespace) -> _Scored:
    from quifaitquoi.evaluate import gold_coding, read_predictions
    from quifaitquoi.labels import read_gold

    gold = gold_coding(read_gold(arguments.gold))
    given = arguments.pred or arguments.pred_gold
    # Predictions can be scored without the articles, but not quoted.
    optional = given and not arguments.baseline and not arguments.raw.exists()
    articles = {} if optional else _articles(arguments.raw, gold)
    if missing := [name for name in gold if name not in articles and not optional]:
        print(f"not in {arguments.raw}: {', '.join(missing)}", file=sys.stderr)
    if arguments.pred:
        if not arguments.pred.is_dir():
            msg = f"{arguments.pred}: no such folder"
            raise UsageError(msg)
        predicted = read_predictions(arguments.pred)
    elif arguments.pred_gold:
        predicted = gold_coding(read_gold(arguments.pred_gold))
    else:
        predicted = _predicted(arguments, articles)
    return _Scored(
        gold,
        predicted,
        {name: article.text for name, article in articles.items()},
        {name: article.published for name, article in articles.items()},
    )


def _articles(raw: Path, gold: Coding) -> dict[str, Article]:
    from quifaitquoi.articles import read
    from quifaitquoi.records.articles import Article

    found = (entry for entry in read(raw) if isinstance(entry, Article))
    return {article.id: article for article in found if article.id in gold}


def _predicted(arguments: argparse.Namespace, articles: Mapping[str, Article]) -> Coding:
    """What the pipeline finds; an article on which it fails has nothing, hence is missed."""
    from fnmatch import fnmatchcase

    from quifaitquoi.evaluate import predictions_from_results
    from quifaitquoi.run.stages import Pipeline

    pipeline = Pipeline.load(settings_of(arguments))
    coding: Coding = {}
    for article in articles.values():
        wanted = any(fnmatchcase(article.id, pattern) for pattern in arguments.article)
        if not wanted or any(fnmatchcase(article.id, pattern) for pattern in arguments.exclude):
            continue
        try:
            coding |= predictions_from_results([pipeline.process(article)])
        except Exception as error:  # a crash is a miss, not the end of the scoring
            LOGGER.debug("%s could not be processed", article.id, exc_info=True)
            reason = f"{type(error).__name__}: {error}"
            print(f"{article.id} is missed as a whole: {reason}", file=sys.stderr)
    return coding


def _gate(arguments: argparse.Namespace, found: Evaluation) -> int:
    from quifaitquoi.evaluate import (
        FLOORS_FILE,
        check_floors,
        fingerprint,
        read_floors,
        update_floors,
        write_floors,
    )

    path = arguments.gold / FLOORS_FILE
    try:
        floors = read_floors(path) if path.is_file() else None
    except ValueError as error:
        raise UsageError(error) from error
    mark = fingerprint(arguments.gold, arguments.raw)
    if arguments.update:
        write_floors(path, update_floors(floors, found.scores, mark, found.counts))
        print(f"floors written to {path}", file=sys.stderr)
        return DONE
    if floors is None:
        msg = f"{path} is missing: set the floors with `quifaitquoi evaluate --gate --update`"
        raise UsageError(msg)
    reasons = check_floors(floors, found.scores, mark, found.counts)
    for reason in reasons:
        print(f"gate: {reason}", file=sys.stderr)
    if not reasons:
        print(f"gate: {len(floors.f1)} scores at or over their floors", file=sys.stderr)
    return REJECTED if reasons else DONE
