"""Scores and differences against gold labels, as the page shows them."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from quifaitquoi.evaluate import evaluate, gold_coding, read_predictions
from quifaitquoi.labels import read_gold
from quifaitquoi.report.texts import browser_offsets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quifaitquoi.evaluate import Difference, Score
    from quifaitquoi.table import Row


def quality(
    tables: Path, articles: Sequence[Row], texts: Mapping[str, str], gold: Path
) -> dict[str, Any] | None:
    """Scores of the tables against the gold labels of the articles that they cover.

    None where no article has labels. Raises StandoffError for labels that cannot be read.
    """
    covered = {str(row["article_id"]): number for number, row in enumerate(articles)}
    labels = gold_coding(read_gold(gold))
    labels = {name: article for name, article in labels.items() if name in covered}
    if not labels:
        return None
    found = evaluate(labels, read_predictions(tables), texts)
    return {
        "counts": found.counts,
        "scores": _scores(found.scores),
        "types": _scores(found.types),
        "differences": [
            _difference(one, covered[one.article_id], texts.get(one.article_id, ""))
            for one in found.differences
        ],
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
