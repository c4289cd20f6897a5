"""Which articles may be learnt from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.labels import StandoffError
from quifaitquoi.labels.splits import check_splits, read_splits

if TYPE_CHECKING:
    from pathlib import Path


def test_what_no_line_names_is_train(tmp_path: Path) -> None:
    path = tmp_path / "splits.csv"
    assert read_splits(tmp_path, ["a"]) == {"a": "train"}
    assert list(check_splits(path, ["a"])) == []
    path.write_text("article_id,split\nb,test\nelsewhere,test\n", encoding="utf-8")
    assert read_splits(tmp_path, ["a", "b"]) == {"a": "train", "b": "test"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("article_id,split\na,test\nb,train\n", []),
        ("article_id,split\na,test\n", [(0, "in no split: b")]),
        ("article_id,split\na,test\nb,train\nc,test\n", [(4, "no labels of this article: c")]),
        (
            "article_id,split\na,test\nb,dev\n",
            [(3, "unknown split: dev; known are train, test, partial")],
        ),
        ("article_id,split\na,test\nb,train\na,train\n", [(4, "second line of a")]),
        ("article,split\na,test\n", [(1, "columns are not article_id,split")]),
    ],
)
def test_problems(tmp_path: Path, text: str, problems: list[tuple[int, str]]) -> None:
    path = tmp_path / "splits.csv"
    path.write_text(text, encoding="utf-8")
    assert list(check_splits(path, ["a", "b"])) == problems
    if any(line > 1 and "no labels" not in message for line, message in problems):
        with pytest.raises(StandoffError, match=rf"splits.csv:\d+: {problems[0][1]}"):
            read_splits(tmp_path, ["a", "b"])
