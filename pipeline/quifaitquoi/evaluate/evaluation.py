"""One scoring: alignment, scores and differences together."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from quifaitquoi.evaluate.align import align_article
from quifaitquoi.evaluate.baselines import publication_date_baseline, trigger_word_baseline
from quifaitquoi.evaluate.coding import CodedArticle
from quifaitquoi.evaluate.differences import Difference, differences
from quifaitquoi.evaluate.scores import Score, confusion, score_all

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Mapping

    from quifaitquoi.evaluate.coding import Coding


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by name and by type, (gold type, predicted type) counts, differences by article."""

    counts: Mapping[str, int]
    scores: Mapping[str, Score]
    types: Mapping[str, Score]
    confusion: Counter[tuple[str, str]]
    differences: tuple[Difference, ...]


def evaluate(
    gold: Coding,
    predicted: Coding,
    texts: Mapping[str, str] | None = None,
    *,
    articles: Collection[str] = ("*",),
    exclude: Collection[str] = (),
) -> Evaluation:
    """Score predictions against gold, on the articles of gold only.

    `texts`, the raw texts by article id, give the differences their sentences; `articles` and
    `exclude` are shell patterns. An article without predictions, be it that the system failed on
    it, counts as missed throughout. Raises ValueError where no article is left.
    """
    chosen = [
        article_id
        for article_id in sorted(gold)
        if any(fnmatchcase(article_id, pattern) for pattern in articles)
        and not any(fnmatchcase(article_id, pattern) for pattern in exclude)
    ]
    if not chosen:
        msg = "no article of the gold set is left to score"
        raise ValueError(msg)
    aligned = {
        article_id: align_article(gold[article_id], predicted.get(article_id, CodedArticle()))
        for article_id in chosen
    }
    scores, types = score_all(list(aligned.values()))
    return Evaluation(
        {
            "articles": len(chosen),
            "events": sum(len(gold[article_id].events) for article_id in chosen),
            "dates": sum(len(gold[article_id].dates) for article_id in chosen),
        },
        scores,
        types,
        confusion(aligned.values()),
        tuple(
            one
            for article_id, article in aligned.items()
            for one in differences(article_id, article, (texts or {}).get(article_id, ""))
        ),
    )


def evaluate_baselines(
    gold: Coding, texts: Mapping[str, str], published: Mapping[str, str]
) -> dict[str, Evaluation]:
    """Scores of the publication date baseline and the trigger word baseline."""
    return {
        "publication date": evaluate(gold, publication_date_baseline(gold, published), texts),
        "trigger words": evaluate(gold, trigger_word_baseline(texts), texts),
    }
