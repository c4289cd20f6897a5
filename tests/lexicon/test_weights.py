"""The table of weights: its checks, whose it is, and the arithmetic."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.lexicon.tables import LexiconError
from quifaitquoi.lexicon.weights import UNWEIGHED, Weights, load

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "feature,weight,support\n"
SETTINGS = "bias,-1,9\nslope,2,9\noffset,0.5,9\n"


def test_ours_says_how_sure_the_rules_are() -> None:
    weights = load()
    assert weights
    assert not weights.decide


def test_a_user_s_table_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "weights.csv").write_text(f"{HEADER}{SETTINGS}form finite v,0.25,9\n", "utf-8")
    assert load(tmp_path) == Weights({"form finite v": 0.25}, -1, 2, 0.5)


def test_a_threshold_decides(tmp_path: Path) -> None:
    (tmp_path / "weights.csv").write_text(f"{HEADER}{SETTINGS}threshold,0.4,9\n", "utf-8")
    weights = load(tmp_path)
    assert weights.decide
    assert weights.least == 0.4


def test_an_empty_table_knows_no_confidence(tmp_path: Path) -> None:
    (tmp_path / "weights.csv").write_text(HEADER, "utf-8")
    assert load(tmp_path) == UNWEIGHED
    assert not UNWEIGHED


def test_a_folder_without_the_table_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path) == load()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (f"{SETTINGS}x,1,9\nx,2,9\n", r"weights.csv:6: 'x' stands twice"),
        (f"{SETTINGS}x,much,9\n", r"weights.csv:5: weight 'much' is no number"),
        (f"{SETTINGS}x,inf,9\n", r"weights.csv:5: weight 'inf' is no number"),
        ("bias,0,9\nx,1,9\n", r"weights.csv:3: .* no row slope, offset"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, rows: str, message: str) -> None:
    (tmp_path / "weights.csv").write_text(HEADER + rows, "utf-8")
    with pytest.raises(LexiconError, match=message):
        load(tmp_path)


def test_confidence_is_the_logistic_of_the_sum() -> None:
    weights = Weights({"x": 1.5, "y": -0.5}, bias=0.25, slope=2.0, offset=-1.0)
    assert weights.confidence({"x", "y", "unheard of"}) == pytest.approx(
        1 / (1 + exp(-(2 * (0.25 + 1.5 - 0.5) - 1)))
    )
