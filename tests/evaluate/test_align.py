"""One-to-one alignment."""

from __future__ import annotations

import pytest

from quifaitquoi.evaluate import CodedEvent
from quifaitquoi.evaluate.align import align


def spans(*offsets: tuple[int, int], kind: str = "AID") -> tuple[CodedEvent, ...]:
    return tuple(CodedEvent(start, end, kind) for start, end in offsets)


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        ([(0, 5)], [(0, 5)], [(0, 0)]),
        ([(0, 5)], [(4, 9)], [(0, 4)]),
        ([(0, 5)], [(5, 9)], []),
        ([(0, 5)], [(0, 9), (0, 5)], [(0, 0)]),
        ([(0, 5)], [(0, 5), (0, 9)], [(0, 0)]),
        ([(0, 4), (6, 9)], [(0, 9)], [(0, 0)]),
        ([(0, 9)], [(0, 3), (4, 9)], [(0, 4)]),
        ([(0, 5), (6, 9)], [(2, 9), (6, 9)], [(0, 2), (6, 6)]),
        ([], [(0, 5)], []),
        ([(0, 5)], [(-1, -1)], []),
    ],
)
def test_pairs(
    gold: list[tuple[int, int]], found: list[tuple[int, int]], pairs: list[tuple[int, int]]
) -> None:
    aligned, missed, spurious = align(spans(*gold), spans(*found), lambda *_: True)
    assert [(one.start, other.start) for one, other in aligned] == pairs
    assert len(aligned) + len(missed) == len(gold)
    assert len(aligned) + len(spurious) == len(found)


def test_exact_spans_come_before_larger_overlaps() -> None:
    aligned, _, _ = align(spans((0, 5)), spans((0, 50), (0, 5)), lambda *_: True)
    assert aligned[0][1].end == 5


def test_of_two_events_on_one_word_the_one_of_the_same_type_is_the_partner() -> None:
    found = spans((0, 5), kind="FIGHT") + spans((0, 5), kind="AID")
    aligned, _, spurious = align(
        spans((0, 5), kind="AID"), found, lambda one, other: one.type == other.type
    )
    assert aligned[0][1].type == "AID"
    assert spurious[0].type == "FIGHT"
