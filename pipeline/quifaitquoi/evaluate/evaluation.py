"""One scoring: alignment, scores and differences together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quifaitquoi.evaluate.align import align_article
from quifaitquoi.evaluate.baselines import publication_date_baseline, trigger_word_baseline
from quifaitquoi.evaluate.calibration import Calibration, calibrate, confidences
from quifaitquoi.evaluate.coding import CodedArticle
from quifaitquoi.evaluate.differences import Difference, differences
from quifaitquoi.evaluate.scores import Score, confusion, score_all

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Mapping

    from quifaitquoi.evaluate.coding import Coding


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by name and by type, (gold type, predicted type) counts, differences by article.

    `not_given` names the scores that the predictions say nothing about, which `scores` lacks.
    `calibration` is of predictions that say how sure they are; None where none does.
    """

    counts: Mapping[str, int]
    scores: Mapping[str, Score]
    types: Mapping[str, Score]
    confusion: Counter[tuple[str, str]]
    differences: tuple[Difference, ...]
    not_given: frozenset[str] = frozenset()
    calibration: Calibration | None = None


def evaluate(
    gold: Coding,
    predicted: Coding,
    texts: Mapping[str, str] | None = None,
    *,
    not_given: frozenset[str] = frozenset(),
) -> Evaluation:
    """Score predictions against gold, on the articles of gold only.

    `texts`, the raw texts by article id, give the differences their sentences. An article without
    predictions, be it that the system failed on it, counts as missed throughout. `not_given` names
    scores to leave out (see Predictions). Raises ValueError where gold holds no article.
    """
    if not gold:
        msg = "no article of the gold set is left to score"
        raise ValueError(msg)
    aligned = {
        article_id: align_article(article, predicted.get(article_id, CodedArticle()))
        for article_id, article in sorted(gold.items())
    }
    scores, types = score_all(list(aligned.values()))
    return Evaluation(
        {
            "articles": len(gold),
            "events": sum(len(article.events) for article in gold.values()),
            "dates": sum(len(article.dates) for article in gold.values()),
        },
        {name: score for name, score in scores.items() if name not in not_given},
        types,
        confusion(aligned.values()),
        tuple(
            one
            for article_id, article in aligned.items()
            for one in differences(article_id, article, (texts or {}).get(article_id, ""))
        ),
        not_given,
        calibrate(confidences(aligned.values())),
    )


def grouped(names: Mapping[str, str]) -> dict[str, list[str]]:
    """Article ids by name, where `names` gives each article one name or several joined by `|`."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article_id in sorted(names):
        for name in names[article_id].split("|"):
            if name:
                groups[name].append(article_id)
    return dict(sorted(groups.items()))


def evaluate_parts(
    gold: Coding,
    predicted: Coding,
    parts: Mapping[str, Collection[str]],
    *,
    not_given: frozenset[str] = frozenset(),
) -> dict[str, Evaluation]:
    """Scores of parts of the gold set, each given by the ids of its articles; none is left out."""
    found = {}
    for name, article_ids in parts.items():
        part = {article_id: gold[article_id] for article_id in article_ids if article_id in gold}
        if part:
            found[name] = evaluate(part, predicted, not_given=not_given)
    return found


def evaluate_baselines(
    gold: Coding, texts: Mapping[str, str], published: Mapping[str, str]
) -> dict[str, Evaluation]:
    """Scores of the publication date baseline and the trigger word baseline."""
    return {
        "publication date": evaluate(gold, publication_date_baseline(gold, published), texts),
        "trigger words": evaluate(gold, trigger_word_baseline(texts), texts),
    }
