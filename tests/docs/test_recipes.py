"""The recipes keep names that programs take for nothing or for numbers, and the one for R runs."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

import quifaitquoi as qfq
from quifaitquoi.cli import main
from quifaitquoi.table import read_frame
from tests.docs.blocks import ROOT, blocks_of

if TYPE_CHECKING:
    from pathlib import Path

RECIPES = ROOT / "docs" / "recipes.md"
#: Articles of a folder; the person is named as the article is, in its last line.
NAMES = ["007", "1e5", "NA", "None", "TRUE", "nan", "null"]
NEEDED = ("readr", "dplyr", "tidyr")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of articles whose names are traps, as `outputs` beside where a recipe runs."""
    place = tmp_path_factory.mktemp("recipes")
    (place / "raw").mkdir()
    for name in NAMES:
        text = "Publié le 5 mars 2024\n\nLe Kenya a reçu mardi Luc Null à Nairobi.\n"
        (place / "raw" / f"{name}.txt").write_text(text, encoding="utf-8")
    out = ["-o", str(place / "outputs"), "--format", "parquet"]
    assert main(["run", str(place / "raw"), *out]) == 0
    return place


def recipe(language: str, word: str) -> str:
    """The block of a language that has this word."""
    (found,) = (
        one.text for one in blocks_of(RECIPES) if one.language == language and word in one.text
    )
    return found


def r(code: str, place: Path) -> str:
    """What Rscript prints; the test is skipped where it or a library is not there."""
    if lacking := _lacking():
        pytest.skip(f"not installed: {lacking}")
    return _rscript(code, place)


@cache
def _lacking() -> str:
    """What of R is not installed."""
    if shutil.which("Rscript") is None:
        return "R (Rscript is not found)"
    asked = (f'if (!requireNamespace("{name}", quietly = TRUE)) cat("{name} ")' for name in NEEDED)
    return _rscript("\n".join(asked), ROOT).strip()


def _rscript(code: str, place: Path) -> str:
    command = ["Rscript", "-e", code]
    done = subprocess.run(  # noqa: S603 - our own code
        command, cwd=place, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.model
def test_pandas(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found: dict[str, pd.DataFrame] = {}
    exec(recipe("python", "plain = pd"), found)  # noqa: S102 - a block of our documentation
    assert sorted(found["plain"]["article_id"].unique()) == NAMES
    assert set(found["plain"]["cameo_root"]) == {"04"}
    assert sorted(qfq.read_events("outputs/events.csv")["article_id"].unique()) == NAMES
    assert (
        sorted(read_frame(folder / "outputs" / "articles.csv", "articles")["article_id"]) == NAMES
    )


@pytest.mark.model
def test_duckdb(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    reading = re.search(r"read_csv\('outputs/dyads\.csv', .*?\)", recipe("python", "quad_class, c"))
    assert reading is not None
    for table in (reading[0], "'outputs/events.parquet'"):
        rows = duckdb.sql(f"SELECT DISTINCT article_id, cameo_root FROM {table} ORDER BY 1")  # noqa: S608
        assert rows.fetchall() == [(name, "04") for name in NAMES]


@pytest.mark.model
def test_parquet(folder: Path) -> None:
    written = pd.read_parquet(folder / "outputs" / "events.parquet")
    assert sorted(written["article_id"].unique()) == NAMES
    assert [list(keys) for keys in written["target_keys"]] == [["Luc Null"]] * len(NAMES)
    assert {str(day) for day in written["date_start"]} == {"2024-03-05"}
    ours = qfq.read_events(folder / "outputs" / "events.csv")
    assert list(written.columns) == list(ours.columns)


@pytest.mark.model
def test_r_keeps_the_names(folder: Path) -> None:
    code = recipe("r", "library(readr)")
    names = r(f'{code}\ncat("\\n", sort(unique(events$article_id), method = "radix"))', folder)
    assert names.splitlines()[-1].split() == NAMES


def test_r_counts_as_pandas_does() -> None:
    events = qfq.read_events(ROOT / "outputs" / "events.csv")
    happened = events[
        (events["factuality"] == "ASSERTED") & (events["event_id"] == events["group_id"])
    ]
    counts = happened["source_keys"].explode().dropna().value_counts()
    printed = r(recipe("r", "library(readr)"), ROOT)
    first = re.search(r"^ 1 (.*\S)\s+(\d+)$", printed, re.MULTILINE)
    assert first is not None, printed
    assert (first[1], int(first[2])) == (counts.index[0], int(counts.iloc[0]))
