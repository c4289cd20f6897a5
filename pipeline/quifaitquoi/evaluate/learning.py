"""Weights learnt from gold: a logistic regression over the evidence of candidates.

It needs scikit-learn, the extra `learn`; what it writes needs nothing. The same articles give the
same weights.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass, replace
from math import exp
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.evaluate.align import align
from quifaitquoi.evaluate.calibration import Calibration, calibrate
from quifaitquoi.evaluate.coding import CodedEvent
from quifaitquoi.evaluate.scores import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quifaitquoi.evaluate.coding import CodedArticle
    from quifaitquoi.records.actions import Offer

# Of weights.csv, as lexicon/weights.py reads it.
COLUMNS: Final = ("feature", "weight", "support")
THRESHOLD: Final = "threshold"
FOLDS: Final = 10
# A feature that fewer candidates have says nothing that holds elsewhere.
SUPPORT: Final = 10
# Inverse strength of the penalty on large weights, and how much less a single word or sense is
# believed than what many words share. Measured on 57 articles, cross-validated; so is SUPPORT.
INVERSE_PENALTY: Final = 0.05
SINGLE: Final = ("word ", "sense ")
SINGLE_SCALE: Final = 0.5
# Shares of the articles from which the learning curve is learnt.
SHARES: Final = (0.125, 0.25, 0.5, 0.75, 1.0)
# Kinds of evidence by the words with which names of features begin; all others tell complements.
KINDS: Final = {
    "outcome of the rules": frozenset("rules failed type types".split()),
    "word and sense": frozenset("word sense".split()),
    "form": frozenset({"form"}),
    "parties": frozenset("source sources target targets nobody".split()),
    "events above and below": frozenset("above below head carrier completes".split()),
    "sentence": frozenset({"sentence"}),
    "article": frozenset({"article"}),
}
COMPLEMENTS: Final = "complements"
# Times that the threshold is made of the F1 that the one before reaches; it settles at once.
STEPS: Final = 5
# Weights that round to nothing are left out.
DECIMALS: Final = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled article: its candidates, what rules alone find in it, and its labels; raw.

    `unseen`: no rule was written for it, so that rules do there as they do anywhere. `partial`: its
    candidates are only those that were judged, so that nothing can be counted on it.
    """

    article_id: str
    offers: tuple[Offer, ...]
    rules: tuple[CodedEvent, ...]
    gold: tuple[CodedEvent, ...]
    unseen: bool = True
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Learnt:
    """Rows of weights.csv, and how they do on unseen articles that they were not learnt from."""

    rows: tuple[tuple[str, float, int], ...]
    articles: int
    rules: Counts
    weighed: Counts
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class _Judged:
    """Confidences of the unseen articles' candidates by what other articles teach, and how made."""

    confidences: list[list[float]]
    slope: float
    offset: float
    threshold: float


class NotEnoughError(ValueError):
    """Too few articles or labels to learn from."""


def learn(examples: Sequence[Example]) -> Learnt:
    """Learn from labelled articles; raises NotEnoughError, ImportError without scikit-learn.

    Threshold and calibration come from unseen articles, each weighed by what the others teach.
    """
    ordered = sorted(examples, key=lambda one: one.article_id)
    judged = _cross_validated(ordered)
    unseen = [one for one in ordered if one.unseen]
    pairs = [
        pair
        for one, line in zip(unseen, judged.confidences, strict=True)
        for pair in _pairs(one, _decided(one, line, judged.threshold))
    ]
    settings = {"slope": judged.slope, "offset": judged.offset, THRESHOLD: judged.threshold}
    return Learnt(
        _Model(ordered).rows(settings),
        len(unseen),
        _total(_count(one, one.rules) for one in unseen),
        _counts(unseen, judged.confidences, judged.threshold),
        calibrate(pairs),
    )


def learning_curve(
    examples: Sequence[Example], shares: Sequence[float] = SHARES
) -> dict[int, Counts]:
    """How weights learnt from a share of the articles do on those they were not learnt from.

    By number of articles learnt from; raises as `learn` does. Of articles that are labelled as a
    whole.
    """
    whole = (one for one in examples if not one.partial)
    ordered = sorted(whole, key=lambda one: one.article_id)
    unseen = [one for one in ordered if one.unseen]
    curve = {}
    for share in shares:
        judged = _cross_validated(ordered, share)
        learnt_from = round(len(ordered) * (FOLDS - 1) / FOLDS * share)
        curve[learnt_from] = _counts(unseen, judged.confidences, judged.threshold)
    return curve


def kinds_of_evidence(examples: Sequence[Example]) -> dict[str, Counts]:
    """How weights do with one kind of evidence after another, each added to those before.

    By kind (`KINDS`, and last the complements); raises as `learn` does.
    """
    known: set[str] = set()
    found = {}
    for kind, words in KINDS.items():
        known.update(words)
        fewer = [_only(one, known) for one in examples]
        (found[kind],) = learning_curve(fewer, (1.0,)).values()
    (found[COMPLEMENTS],) = learning_curve(examples, (1.0,)).values()
    return found


def of_judgements(article_id: str, offers: Iterable[Offer], labels: CodedArticle) -> Example:
    """What an article teaches of which only what has a label was judged.

    A word that is an event of one type is none of another; one that is no event of a type may still
    be one of another.
    """
    kept = tuple(
        offer
        for offer in offers
        if any(_meet(one, offer) for one in labels.events)
        or any(_meet(one, offer) and one.type == offer.type for one in labels.wrong)
    )
    return Example(article_id, kept, (), labels.events, unseen=False, partial=True)


def weights_csv(learnt: Learnt, *, threshold: bool = True) -> str:
    """The table as it is written; without its threshold the rules decide."""
    rows = [row for row in learnt.rows if threshold or row[0] != THRESHOLD]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((name, f"{weight:.{DECIMALS}f}", count) for name, weight, count in rows)
    return file.getvalue()


def _cross_validated(ordered: Sequence[Example], share: float = 1.0) -> _Judged:
    """Each fold weighed by what a share of the other folds teaches."""
    if (count := sum(one.unseen for one in ordered)) < FOLDS:
        msg = f"{count} labelled articles are too few: {FOLDS} at least"
        raise NotEnoughError(msg)
    sums: list[list[float]] = [[] for _ in ordered]
    for fold in range(FOLDS):
        others = [one for i, one in enumerate(ordered) if i % FOLDS != fold]
        model = _Model(_spread(others, share))
        for i in range(fold, len(ordered), FOLDS):
            sums[i] = model.sums(ordered[i])
    unseen = [one for one in ordered if one.unseen]
    own = [line for one, line in zip(ordered, sums, strict=True) if one.unseen]
    slope, offset = _line(own, [_labels(one) for one in unseen])
    confidences = [_logistic(slope, offset, line) for line in own]
    return _Judged(confidences, slope, offset, _threshold(unseen, confidences))


def _spread(examples: Sequence[Example], share: float) -> list[Example]:
    """A share of the articles, evenly spread over them."""
    count = round(len(examples) * share)
    return [examples[i * len(examples) // count] for i in range(count)]


def _only(example: Example, words: set[str]) -> Example:
    """The article with such evidence alone whose names begin with these words."""
    offers = tuple(
        replace(offer, evidence=frozenset(e for e in offer.evidence if _kind(e) in words))
        for offer in example.offers
    )
    return replace(example, offers=offers)


def _kind(feature: str) -> str:
    return feature.partition(" ")[0].partition("=")[0]


class _Model:
    """A regression learnt from some articles."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.support = Counter(
            name for one in examples for offer in one.offers for name in offer.evidence
        )
        names = sorted(name for name, count in self.support.items() if count >= SUPPORT)
        self.places = {name: place for place, name in enumerate(names)}
        self.candidates = sum(len(one.offers) for one in examples)
        labels = [label for one in examples for label in _labels(one)]
        if len(set(labels)) < 2:
            msg = "no candidate is labelled as an event of its type, or none is not"
            raise NotEnoughError(msg)
        regression = _regression(INVERSE_PENALTY)
        # Articles count alike, however long; single judgements as much as others on average.
        whole = [one for one in examples if not one.partial]
        share = sum(len(one.offers) for one in whole) / len(whole)
        shares = [
            1.0 if one.partial else share / len(one.offers) for one in examples for _ in one.offers
        ]
        offers = [offer for one in examples for offer in one.offers]
        regression.fit(self._matrix(offers), labels, sample_weight=shares)
        self.bias = float(regression.intercept_[0])
        self.weights = {
            name: float(weight) * _scale_of(name)
            for name, weight in zip(names, regression.coef_[0], strict=True)
        }

    def sums(self, example: Example) -> list[float]:
        """The sum of weights of each candidate of an article."""
        return [
            self.bias + sum(self.weights.get(name, 0.0) for name in sorted(offer.evidence))
            for offer in example.offers
        ]

    def rows(self, settings: Mapping[str, float]) -> tuple[tuple[str, float, int], ...]:
        """Rows of the table: settings first, then features in order of their names."""
        return (
            ("bias", self.bias, self.candidates),
            *((name, value, self.candidates) for name, value in settings.items()),
            *(
                (name, weight, self.support[name])
                for name, weight in self.weights.items()
                if round(weight, DECIMALS)
            ),
        )

    def _matrix(self, offers: Sequence[Offer]) -> Any:  # noqa: ANN401 - SciPy is optional
        from scipy.sparse import csr_matrix

        columns, ends = [], [0]
        for offer in offers:
            columns += sorted(self.places[name] for name in offer.evidence if name in self.places)
            ends.append(len(columns))
        scales = [_scale_of(name) for name in self.places]
        values = [scales[column] for column in columns]
        return csr_matrix((values, columns, ends), shape=(len(offers), len(self.places)))


def _regression(inverse_penalty: float) -> Any:  # noqa: ANN401 - scikit-learn is optional
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        msg = "learning needs the extra: pip install 'quifaitquoi[learn]'"
        raise ImportError(msg) from error
    return LogisticRegression(C=inverse_penalty, max_iter=5000)


def _scale_of(name: str) -> float:
    return SINGLE_SCALE if name.startswith(SINGLE) else 1.0


def _labels(example: Example) -> list[bool]:
    """Whether each candidate is an event of gold, of its type."""
    return [
        any(_meet(one, offer) and one.type == offer.type for one in example.gold)
        for offer in example.offers
    ]


def _meet(one: CodedEvent, offer: Offer) -> bool:
    return min(one.end, offer.end) > max(one.start, offer.start)


def _line(sums: Sequence[Sequence[float]], labels: Sequence[Sequence[bool]]) -> tuple[float, float]:
    """Slope and offset that make probabilities of sums (Platt)."""
    regression = _regression(1e6)
    regression.fit([[x] for line in sums for x in line], [y for line in labels for y in line])
    return float(regression.coef_[0][0]), float(regression.intercept_[0])


def _logistic(slope: float, offset: float, sums: Sequence[float]) -> list[float]:
    return [1 / (1 + exp(-(slope * x + offset))) for x in sums]


def _decided(
    example: Example, confidences: Sequence[float], threshold: float
) -> tuple[CodedEvent, ...]:
    """The best candidate of each word, if its confidence reaches the threshold."""
    best: dict[int, CodedEvent] = {}
    for offer, confidence in zip(example.offers, confidences, strict=True):
        other = best.get(offer.start)
        better = other is None or confidence > (other.confidence or 0)
        if confidence >= threshold and better:
            best[offer.start] = CodedEvent(
                offer.start, offer.end, offer.type, confidence=confidence
            )
    return tuple(best.values())


def _pairs(example: Example, found: Sequence[CodedEvent]) -> list[tuple[float, bool]]:
    aligned, _, spurious = align(example.gold, found, _same)
    return [
        *((other.confidence or 0, one.type == other.type) for one, other in aligned),
        *((other.confidence or 0, False) for other in spurious),
    ]


def _count(example: Example, found: Sequence[CodedEvent]) -> Counts:
    aligned, _, _ = align(example.gold, found, _same)
    right = sum(one.type == other.type for one, other in aligned)
    return Counts(right, len(found), len(example.gold))


def _same(one: CodedEvent, other: CodedEvent) -> bool:
    return one.type == other.type


def _counts(
    examples: Sequence[Example], confidences: Sequence[Sequence[float]], threshold: float
) -> Counts:
    return _total(
        _count(one, _decided(one, line, threshold))
        for one, line in zip(examples, confidences, strict=True)
    )


def _total(counts: Iterable[Counts]) -> Counts:
    return Counts(*map(sum, zip(*counts, strict=True)))


def _threshold(examples: Sequence[Example], confidences: Sequence[Sequence[float]]) -> float:
    """The confidence from which on events are taken, for the best F1.

    With true probabilities that is half of the best F1 (Lipton et al. 2014), here
    of the average article. The peak of the curve itself moves with every article.
    """
    threshold = 0.5
    for _ in range(STEPS):
        scores = [
            _f1(_count(one, _decided(one, line, threshold)))
            for one, line in zip(examples, confidences, strict=True)
            if one.gold
        ]
        threshold = sum(scores) / len(scores) / 2
    return threshold


def _f1(counts: Counts) -> float:
    return 2 * counts.right / (counts.predicted + counts.gold)
