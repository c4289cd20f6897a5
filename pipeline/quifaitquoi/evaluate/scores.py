"""Precision, recall and F1 with a bootstrap interval, as gold/README.md reports them.

Slots are scored end to end: those of an event that the other side lacks count as missed or
spurious. A score whose name ends in `_aligned` counts aligned triggers only, so that a slot is
seen apart from the finding of events. A slot that gold leaves empty and the system fills is an
error, and an empty slot is never a success, but in the full tuple. Actors of one role are compared
as multisets; an actor without country counts in the country scores with its key in its place.
Groups are scored by their links, the pairs of triggers that are one event.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from quifaitquoi.table import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from numpy.typing import NDArray

    from quifaitquoi.evaluate.align import Aligned
    from quifaitquoi.evaluate.coding import CodedEvent

RESAMPLES: Final = 1_000
SEED: Final = 2024
# Percentiles that leave 5 % outside.
LOW, HIGH = 2.5, 97.5
MACRO: Final = "type_macro"
# How 0/0 and an empty slot are printed.
DASH: Final = "–"


class Counts(NamedTuple):
    """Right predictions, predictions, gold labels."""

    right: int
    predicted: int
    gold: int


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, None for 0/0, and the 95 % interval of F1 over articles."""

    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None = None
    high: float | None = None
    right: int | None = None
    predicted: int | None = None
    gold: int | None = None


Slots = Counter["Hashable"]


def _arguments_key(event: CodedEvent) -> Slots:
    return Counter(
        [("source", party.key) for party in event.sources]
        + [("target", party.key) for party in event.targets]
    )


def _arguments_country(event: CodedEvent) -> Slots:
    return Counter(
        [("source", party.side) for party in event.sources]
        + [("target", party.side) for party in event.targets]
    )


def _participants_country(event: CodedEvent) -> Slots:
    return Counter(party.side for party in event.sources + event.targets)


def _date(event: CodedEvent) -> Slots:
    return Counter([event.date] if event.date else [])


def _place(event: CodedEvent) -> Slots:
    return Counter([event.country] if event.country else [])


def _trigger(_: CodedEvent) -> Slots:
    return Counter(["trigger"])


def _type(event: CodedEvent) -> Slots:
    return Counter([event.type])


def _type_no_statement(event: CodedEvent) -> Slots:
    return Counter([event.type] if event.type != "STATEMENT" else [])


def _type_factuality(event: CodedEvent) -> Slots:
    return Counter([(event.type, event.factuality)])


def _factuality(event: CodedEvent) -> Slots:
    return Counter([event.factuality])


def _full_tuple(event: CodedEvent) -> Slots:
    roles = tuple(sorted(_arguments_country(event).items(), key=str))
    return Counter([(event.type, roles, event.date)])


# What an event puts into each score: right is what both sides of an aligned pair put in.
_EVENT_SCORES: Final[dict[str, Callable[[CodedEvent], Slots]]] = {
    "trigger": _trigger,
    "type": _type,
    "type_no_statement": _type_no_statement,
    "type_factuality": _type_factuality,
    "arguments_key": _arguments_key,
    "arguments_country": _arguments_country,
    "participants_country": _participants_country,
    "event_date": _date,
    "place_country": _place,
    "full_tuple": _full_tuple,
}
_ALIGNED_SCORES: Final[dict[str, Callable[[CodedEvent], Slots]]] = {
    "type_aligned": _type,
    "factuality_aligned": _factuality,
    "arguments_key_aligned": _arguments_key,
    "arguments_country_aligned": _arguments_country,
    "participants_country_aligned": _participants_country,
    "event_date_aligned": _date,
    "place_country_aligned": _place,
}


def count(article: Aligned) -> dict[str, Counts]:
    """Counts of every score but the macro average for one article."""
    found = {
        name: _count(slots, article.events, article.missed, article.spurious)
        for name, slots in _EVENT_SCORES.items()
    }
    found |= {name: _count(slots, article.events) for name, slots in _ALIGNED_SCORES.items()}
    found["links_aligned"] = _links(article.events)
    pairs = article.dates
    predicted, gold = (
        len(pairs) + len(article.spurious_dates),
        len(pairs) + len(article.missed_dates),
    )
    exact = sum((one.start, one.end) == (other.start, other.end) for one, other in pairs)
    values = sum(one.value == other.value for one, other in pairs)
    found["date_span_exact"] = Counts(exact, predicted, gold)
    found["date_span_overlap"] = Counts(len(pairs), predicted, gold)
    found["date_value"] = Counts(values, predicted, gold)
    return found


def count_types(article: Aligned) -> dict[str, Counts]:
    """Counts of trigger and type for one article, type by type."""
    right = Counter(one.type for one, other in article.events if one.type == other.type)
    gold = Counter(one.type for one, _ in article.events)
    gold.update(one.type for one in article.missed)
    predicted = Counter(other.type for _, other in article.events)
    predicted.update(other.type for other in article.spurious)
    return {kind: Counts(right[kind], predicted[kind], gold[kind]) for kind in gold | predicted}


def confusion(articles: Iterable[Aligned]) -> Counter[tuple[str, str]]:
    """How often (gold type, predicted type) met; the empty string stands for no partner."""
    pairs: Counter[tuple[str, str]] = Counter()
    for article in articles:
        pairs.update((one.type, other.type) for one, other in article.events)
        pairs.update((one.type, "") for one in article.missed)
        pairs.update(("", other.type) for other in article.spurious)
    return pairs


def score_all(articles: Sequence[Aligned]) -> tuple[dict[str, Score], dict[str, Score]]:
    """Scores by name, and of trigger and type by type in the order of the types.

    The macro average is over the types that gold holds; a type never predicted has no precision.
    """
    weights = _resample(len(articles))
    scores = _scores([count(article) for article in articles], weights)
    by_type = [count_types(article) for article in articles]
    order = {kind: rank for rank, kind in enumerate(EVENT_TYPES)}
    kinds = sorted(
        {kind for found in by_type for kind in found},
        key=lambda kind: (order.get(kind, len(order)), kind),
    )
    types = _scores(by_type, weights, kinds)
    scores[MACRO] = _macro(by_type, types, weights)
    names = list(_EVENT_SCORES)
    names.insert(names.index("type_no_statement") + 1, MACRO)
    ordered = [*names, *(name for name in scores if name not in names)]
    return {name: scores[name] for name in ordered}, types


def _count(
    slots: Callable[[CodedEvent], Slots],
    pairs: Iterable[tuple[CodedEvent, CodedEvent]],
    missed: Iterable[CodedEvent] = (),
    spurious: Iterable[CodedEvent] = (),
) -> Counts:
    right = predicted = gold = 0
    for one, other in pairs:
        wanted, given = slots(one), slots(other)
        right += (wanted & given).total()
        gold += wanted.total()
        predicted += given.total()
    gold += sum(slots(one).total() for one in missed)
    predicted += sum(slots(other).total() for other in spurious)
    return Counts(right, predicted, gold)


def _links(pairs: Sequence[tuple[CodedEvent, CodedEvent]]) -> Counts:
    """Pairs of found triggers that gold, and that the predictions, take for one event."""
    right = predicted = gold = 0
    for (one, found), (other, again) in combinations(pairs, 2):
        wanted = bool(one.group) and one.group == other.group
        given = bool(found.group) and found.group == again.group
        right += wanted and given
        predicted += given
        gold += wanted
    return Counts(right, predicted, gold)


def _resample(articles: int) -> NDArray[np.float64]:
    """How often each article is drawn, one line per resample; the seed makes it repeatable."""
    generator = random.Random(SEED)  # noqa: S311 - statistics, no secret
    weights = np.zeros((RESAMPLES, articles))
    for line in weights:
        for drawn in generator.choices(range(articles), k=articles):
            line[drawn] += 1
    return weights


def _scores(
    articles: Sequence[dict[str, Counts]],
    weights: NDArray[np.float64],
    names: Iterable[str] | None = None,
) -> dict[str, Score]:
    wanted = list(names if names is not None else articles[0])
    found = {}
    for name in wanted:
        table = np.array([article.get(name, Counts(0, 0, 0)) for article in articles])
        right, predicted, gold = (int(total) for total in table.sum(axis=0))
        low, high = _interval(_f1(weights @ table))
        found[name] = Score(
            _ratio(right, predicted),
            _ratio(right, gold),
            _ratio(2 * right, predicted + gold),
            low,
            high,
            right,
            predicted,
            gold,
        )
    return found


def _macro(
    articles: Sequence[dict[str, Counts]],
    types: dict[str, Score],
    weights: NDArray[np.float64],
) -> Score:
    held = {kind: score for kind, score in types.items() if score.gold}
    lines = []
    for kind in held:
        table = weights @ np.array([article.get(kind, Counts(0, 0, 0)) for article in articles])
        # A resample without gold of this type says nothing about it.
        lines.append(np.where(table[:, 2] > 0, _f1(table), np.nan))
    means = np.array([_mean(column) for column in zip(*lines, strict=True)], dtype=np.float64)
    return Score(
        _mean([score.precision for score in held.values()]),
        _mean([score.recall for score in held.values()]),
        _mean([score.f1 for score in held.values()]),
        *_interval(means),
    )


def _f1(table: NDArray[np.float64]) -> NDArray[np.float64]:
    total = table[:, 1] + table[:, 2]
    f1 = np.full(len(table), np.nan)
    np.divide(2 * table[:, 0], total, out=f1, where=total > 0)
    return f1


def _interval(values: NDArray[np.float64]) -> tuple[float | None, float | None]:
    known = values[~np.isnan(values)]
    if not len(known):
        return None, None
    low, high = np.percentile(known, (LOW, HIGH))
    return float(low), float(high)


def score_of(counts: Counts) -> Score:
    """Precision, recall and F1 of some counts."""
    right, predicted, gold = counts
    return Score(
        _ratio(right, predicted),
        _ratio(right, gold),
        _ratio(2 * right, predicted + gold),
        right=right,
        predicted=predicted,
        gold=gold,
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None and not np.isnan(value)]
    return sum(known) / len(known) if known else None


def counted(count: int, nouns: str) -> str:
    """A number with its noun, which is given in the plural: « 1 event »."""
    return f"{count} {nouns.removesuffix('s') if count == 1 else nouns}"
