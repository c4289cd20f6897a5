"""One-to-one alignment of predicted and gold spans: exact ones first, then overlapping ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quifaitquoi.evaluate.coding import CodedArticle, CodedDate, CodedEvent


class Spanned(Protocol):
    """Anything that stands at offsets [start, end)."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Aligned:
    """One article: pairs of (gold, predicted), and what has no partner."""

    events: tuple[tuple[CodedEvent, CodedEvent], ...]
    missed: tuple[CodedEvent, ...]
    spurious: tuple[CodedEvent, ...]
    dates: tuple[tuple[CodedDate, CodedDate], ...]
    missed_dates: tuple[CodedDate, ...]
    spurious_dates: tuple[CodedDate, ...]


def align_article(gold: CodedArticle, predicted: CodedArticle) -> Aligned:
    """Align the triggers and the dates of one article.

    Where several partners overlap alike, the one of the same type or value is taken.
    """
    return Aligned(
        *align(gold.events, predicted.events, lambda one, other: one.type == other.type),
        *align(gold.dates, predicted.dates, lambda one, other: one.value == other.value),
    )


def align(
    gold: Sequence[S], predicted: Sequence[S], same: Callable[[S, S], bool]
) -> tuple[tuple[tuple[S, S], ...], tuple[S, ...], tuple[S, ...]]:
    """Pairs of (gold, predicted) by offset, gold without partner, predictions without partner.

    Greedy: equal spans, then the larger overlap, then those that are `same`, then by offset.
    """
    candidates = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            overlap = min(one.end, other.end) - max(one.start, other.start)
            if overlap > 0:
                exact = (one.start, one.end) == (other.start, other.end)
                candidates.append((not exact, -overlap, not same(one, other), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return (
        tuple((gold[i], predicted[j]) for i, j in sorted(partner.items())),
        tuple(one for i, one in enumerate(gold) if i not in partner),
        tuple(other for j, other in enumerate(predicted) if j not in taken),
    )
