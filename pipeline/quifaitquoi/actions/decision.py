"""The one place that decides which candidates are events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actions.evidence import Evidence
from quifaitquoi.records.actions import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quifaitquoi.actions.candidate import Candidate, Reading
    from quifaitquoi.lexicon.weights import Weights


def decide(readings: Sequence[Reading], weights: Weights) -> list[Mapping[int, Candidate]]:
    """The events of each sentence of an article, by token index; a word has one type at most.

    Those that the rules keep, or, where weights decide, of all candidates those with the evidence.
    Sets the confidence of each candidate that is weighed.
    """
    if not weights:
        return [reading.kept for reading in readings]
    evidence = Evidence(readings)
    chosen: list[Mapping[int, Candidate]] = []
    for reading in readings:
        best: dict[int, Candidate] = {}
        for position, candidate in _asked(reading, weights):
            candidate.confidence = weights.confidence(evidence.of(candidate, reading))
            candidate.weighed = weights.decide
            other = best.get(position)
            if candidate.confidence >= weights.least and (
                other is None or candidate.confidence > (other.confidence or 0.0)
            ):
                best[position] = candidate
        chosen.append(best)
    return chosen


def _asked(reading: Reading, weights: Weights) -> Iterator[tuple[int, Candidate]]:
    """The candidates that may be events, in order of the text."""
    if not weights.decide:
        yield from reading.kept.items()
        return
    for position, candidates in reading.offered.items():
        for candidate in candidates:
            yield position, candidate


def told(readings: Sequence[Reading]) -> Iterator[Offer]:
    """Every candidate of an article with its evidence."""
    evidence = Evidence(readings)
    for reading in readings:
        for candidates in reading.offered.values():
            for candidate in candidates:
                trigger = candidate.trigger
                yield Offer(
                    *reading.resolver.sentence.chars(trigger, trigger),
                    trigger.text,
                    candidate.type,
                    candidate.lost,
                    frozenset(evidence.of(candidate, reading)),
                )
