"""Calibration worked out by hand."""

from __future__ import annotations

import json

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedEvent,
    evaluate,
    evaluation_json,
    predictions_from_rows,
    scores_text,
)
from quifaitquoi.evaluate.calibration import calibrate


def test_nothing_has_no_calibration() -> None:
    assert calibrate([]) is None


def test_brier_and_expected_error() -> None:
    found = calibrate([(0.9, True), (0.95, False), (0.2, False), (1.0, True)])
    assert found is not None
    assert found.brier == pytest.approx((0.01 + 0.9025 + 0.04 + 0) / 4)
    assert [(one.low, one.events) for one in found.bins] == [(0.2, 1), (0.9, 3)]
    assert found.ece == pytest.approx((0.2 + 3 * (2.85 / 3 - 2 / 3)) / 4)


def test_right_is_trigger_and_type() -> None:
    gold = {"a": CodedArticle((CodedEvent(0, 4, "AID"), CodedEvent(10, 14, "YIELD")))}
    predicted = {
        "a": CodedArticle(
            (
                CodedEvent(0, 4, "AID", confidence=0.8),
                CodedEvent(10, 14, "REJECT", confidence=0.8),
                CodedEvent(20, 24, "AID", confidence=0.6),
            )
        )
    }
    found = evaluate(gold, predicted).calibration
    assert found is not None
    assert [(one.low, one.right) for one in found.bins] == [(0.6, 0.0), (0.8, 0.5)]


def test_text_and_json_tell_it() -> None:
    gold = {"a": CodedArticle((CodedEvent(0, 4, "AID"),))}
    found = evaluate(gold, {"a": CodedArticle((CodedEvent(0, 4, "AID", confidence=0.75),))})
    assert "Brier score .062, expected calibration error .250" in scores_text(found)
    assert json.loads(evaluation_json(found, {}, []))["calibration"]["bins"] == [
        {"low": 0.7, "high": 0.8, "events": 1, "confidence": 0.75, "right": 1.0}
    ]
    plain = evaluate(gold, {"a": CodedArticle((CodedEvent(0, 4, "AID"),))})
    assert "Brier" not in scores_text(plain)
    assert json.loads(evaluation_json(plain, {}, []))["calibration"] is None


@pytest.mark.parametrize(("cell", "value"), [("0.83", 0.83), (0.5, 0.5), ("", None), ("?", None)])
def test_confidence_of_a_table(cell: str | float, value: float | None) -> None:
    row = {"article_id": "a", "trigger_start": 0, "trigger_end": 4, "event_type": "AID"}
    (event,) = predictions_from_rows([{**row, "confidence": cell}], [])["a"].events
    assert event.confidence == value
