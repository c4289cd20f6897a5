"""Scores and differences against gold labels, as the page shows them."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from quifaitquoi.evaluate import evaluate, evaluate_parts, gold_coding, grouped, read_predictions
from quifaitquoi.labels import TEST, read_gold
from quifaitquoi.report.texts import browser_offsets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quifaitquoi.evaluate import Difference, Evaluation, Score
    from quifaitquoi.table import Row


def quality(
    tables: Path,
    articles: Sequence[Row],
    texts: Mapping[str, str],
    gold: Path,
    *,
    genres: Mapping[str, str] | None = None,
    show_test: bool = False,
) -> dict[str, Any] | None:
    """Scores of the tables against the gold labels of the articles that they cover.

    All together, by split, and by genre where `genres` gives those of articles. Differences of the
    test split are left out unless `show_test`. None where no article has labels. Raises
    StandoffError for labels that cannot be read.
    """
    covered = {str(row["article_id"]): number for number, row in enumerate(articles)}
    given = read_gold(gold)
    labels = {name: one for name, one in gold_coding(given).items() if name in covered}
    if not labels:
        return None
    predicted = read_predictions(tables)
    labels, lacking = predicted.comparable(labels), predicted.not_given
    found = evaluate(labels, predicted.coding, texts, not_given=lacking)
    return {
        "whole": _measured(found),
        "parts": {
            kind: {
                name: _measured(one)
                for name, one in evaluate_parts(
                    labels, predicted.coding, grouped(names), not_given=lacking
                ).items()
            }
            for kind, names in (("split", given.splits), ("genre", genres or {}))
        },
        "differences": [
            _difference(one, covered[one.article_id], texts.get(one.article_id, ""))
            for one in found.differences
            if show_test or given.splits[one.article_id] != TEST
        ],
    }


def _measured(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "counts": evaluation.counts,
        "scores": _scores(evaluation.scores),
        "notGiven": sorted(evaluation.not_given),
        "types": _scores(evaluation.types),
    }


def _scores(scores: Mapping[str, Score]) -> list[list[Any]]:
    """Name, precision, recall, F1, its interval, right, found, gold; ratios to four places."""
    return [
        [
            name,
            *(round(value, 4) if isinstance(value, float) else value for value in astuple(score)),
        ]
        for name, score in scores.items()
    ]


def _difference(one: Difference, article: int, text: str) -> dict[str, Any]:
    unit = browser_offsets(text)
    return {
        "article": article,
        "what": one.what,
        "verdict": one.verdict,
        "start": unit(one.start),
        "end": unit(one.end),
        "words": one.words,
        "type": one.type,
        "found": one.found_type,
        "slots": one.slots,
        "rule": one.rule_id,
        "sentence": one.sentence,
    }
