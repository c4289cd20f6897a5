"""`evaluate`: predictions against gold labels, and the gate that keeps the accuracy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import (
    DONE,
    REJECTED,
    Commands,
    UsageError,
    explained,
    settings_options,
)
from quifaitquoi.cli.language import say
from quifaitquoi.cli.sides import sides_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from quifaitquoi.cli.sides import Sides
    from quifaitquoi.evaluate import Difference, Evaluation, Loss


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
    sides.add_argument(
        "--pred", type=Path, metavar="PATH", help="events.csv, or its folder, of any system"
    )
    sides.add_argument("--pred-gold", type=Path, metavar="DIR", help="labels of another annotator")
    evaluate.add_argument("--gate", action="store_true", help="fail under gold/floors.json")
    evaluate.add_argument("--update", action="store_true", help="with --gate: raise the floors")
    evaluate.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    evaluate.add_argument("--baseline", action="store_true", help="what coders without rules reach")
    evaluate.add_argument(
        "--differences", action="store_true", help="every label that differs, and confusions"
    )
    evaluate.add_argument(
        "--why", action="store_true", help="at which step each missed event was lost"
    )
    evaluate.add_argument(
        "--split", choices=("train", "test"), default="", help="only articles of this split"
    )
    evaluate.add_argument(
        "--show-test",
        action="store_true",
        help="differences of the test split too, which then measures nothing for who reads them",
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
        from quifaitquoi.evaluate import evaluate, evaluation_json, parts_text, scores_text

        sides = sides_of(arguments)
        gold, predicted = sides.compared
        found = evaluate(gold, predicted, sides.texts, not_given=sides.predicted.not_given)
        parts = _parts(sides)
        print(scores_text(found))
        print(parts_text(parts))
        shown = _shown(arguments, sides)
        differing = [one for one in found.differences if one.article_id in shown]
        lost = _lost(sides, shown) if arguments.why else ()
        _print_more(arguments, sides, found, differing, lost)
        if arguments.json:
            text = evaluation_json(found, parts, differing, lost)
            arguments.json.write_text(text, encoding="utf-8", newline="\n")
        return _gate(arguments, parts["split"]) if arguments.gate else DONE


def _check_options(arguments: argparse.Namespace) -> None:
    from quifaitquoi.table import EVENT_TYPES

    if arguments.update and not arguments.gate:
        msg = "--update goes with --gate"
        raise UsageError(msg)
    chosen = arguments.article != ["*"] or arguments.exclude or arguments.split
    if arguments.gate and (chosen or arguments.pred or arguments.pred_gold):
        msg = "--gate runs the pipeline on the whole gold set: leave out the other choices"
        raise UsageError(msg)
    if arguments.why and (arguments.pred or arguments.pred_gold):
        msg = "--why follows the pipeline: it does not go with --pred and --pred-gold"
        raise UsageError(msg)
    if unknown := set(arguments.type) - set(EVENT_TYPES):
        msg = f"--type {', '.join(sorted(unknown))}: known are {', '.join(EVENT_TYPES)}"
        raise UsageError(msg)
    if arguments.type and not arguments.differences:
        msg = "--type goes with --differences"
        raise UsageError(msg)


def _parts(sides: Sides) -> dict[str, dict[str, Evaluation]]:
    """Scores by split and by genre."""
    from quifaitquoi.evaluate import evaluate_parts, grouped

    gold, predicted = sides.compared
    not_given = sides.predicted.not_given
    genres = {name: article.genre for name, article in sides.articles.items()}
    return {
        kind: evaluate_parts(gold, predicted, grouped(names), not_given=not_given)
        for kind, names in (("split", sides.splits), ("genre", genres))
    }


def _shown(arguments: argparse.Namespace, sides: Sides) -> set[str]:
    """Articles whose differences may be shown: those of the test split only to who asks."""
    from quifaitquoi.labels import TEST

    wanted = arguments.differences or arguments.why or arguments.json
    if wanted and TEST in sides.splits.values():
        say(
            "warning: who has read the differences of the test split cannot measure on it any more"
            if arguments.show_test
            else "differences of the test split are left out: see --show-test",
        )
    return {name for name, split in sides.splits.items() if arguments.show_test or split != TEST}


def _lost(sides: Sides, shown: set[str]) -> tuple[Loss, ...]:
    from quifaitquoi.evaluate import losses

    gold = {name: article for name, article in sides.gold.items() if name in shown}
    return losses(gold, sides.predicted.coding, sides.traces, sides.texts)


def _print_more(
    arguments: argparse.Namespace,
    sides: Sides,
    found: Evaluation,
    differing: Sequence[Difference],
    lost: Sequence[Loss],
) -> None:
    from quifaitquoi.evaluate import (
        baselines_text,
        confusion_text,
        differences_text,
        evaluate_baselines,
        losses_text,
        select,
    )

    if arguments.baseline:
        published = {name: article.published for name, article in sides.articles.items()}
        print(baselines_text(evaluate_baselines(sides.gold, sides.texts, published)))
    if arguments.differences:
        print(confusion_text(found))
        print(differences_text(select(differing, types=arguments.type)))
    if arguments.why:
        print(losses_text(lost))


def _gate(arguments: argparse.Namespace, measured: Mapping[str, Evaluation]) -> int:
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
        write_floors(path, update_floors(floors, measured, mark))
        say(f"floors written to {path}")
        return DONE
    if floors is None:
        msg = f"{path} is missing: set the floors with `quifaitquoi evaluate --gate --update`"
        raise UsageError(msg)
    reasons = check_floors(floors, measured, mark)
    for reason in reasons:
        say(f"gate: {reason}")
    if not reasons:
        count = sum(len(split.f1) for split in floors.splits.values())
        say(f"gate: {count} scores at or over their floors")
    return REJECTED if reasons else DONE
