"""Whether the confidence of events keeps its word: of those with .8, eight in ten are right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quifaitquoi.evaluate.align import Aligned

BINS: Final = 10


class Bin(NamedTuple):
    """Events with a confidence in [low, high): how many, their mean confidence, share right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Brier score, expected calibration error, and the bins that hold events."""

    events: int
    brier: float
    ece: float
    bins: tuple[Bin, ...]


def confidences(articles: Iterable[Aligned]) -> list[tuple[float, bool]]:
    """Confidence of each predicted event that has one, and whether trigger and type are right."""
    pairs = [
        (predicted.confidence, gold is not None and gold.type == predicted.type)
        for article in articles
        for gold, predicted in (*article.events, *((None, one) for one in article.spurious))
    ]
    return [(confidence, right) for confidence, right in pairs if confidence is not None]


def calibrate(pairs: Sequence[tuple[float, bool]]) -> Calibration | None:
    """Calibration of (confidence, right) pairs; None where there are none."""
    if not pairs:
        return None
    held: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        held.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    bins = tuple(
        Bin(
            place / BINS,
            (place + 1) / BINS,
            len(held[place]),
            sum(confidence for confidence, _ in held[place]) / len(held[place]),
            sum(right for _, right in held[place]) / len(held[place]),
        )
        for place in sorted(held)
    )
    return Calibration(
        len(pairs),
        sum((confidence - right) ** 2 for confidence, right in pairs) / len(pairs),
        sum(one.events * abs(one.confidence - one.right) for one in bins) / len(pairs),
        bins,
    )
