"""The published tables are what the pipeline makes of `raw/`, and point into it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.articles import read
from quifaitquoi.clean import clean
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article
from quifaitquoi.run.runner import run
from quifaitquoi.table import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from quifaitquoi.run.stages import Pipeline

pytestmark = pytest.mark.model
#: Share of a table's rows that may differ: room for a library's next patch release.
TOLERANCE = 0.01


@pytest.fixture(scope="session")
def fresh(root: Path, tmp_path_factory: pytest.TempPathFactory, weighed: Pipeline) -> Path:
    """Tables of a run of now over `raw/`."""
    del weighed
    output = tmp_path_factory.mktemp("outputs")
    run(read(root / "raw"), output, Settings())
    return output


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", TABLES)
def test_published_tables_are_those_of_a_fresh_run(root: Path, fresh: Path, name: str) -> None:
    if not (root / "outputs" / f"{name}.csv").is_file():
        pytest.skip("outputs/ is not published yet: `make run` writes it")
    published, now = (
        Counter(tuple(row.items()) for row in rows(folder, name))
        for folder in (root / "outputs", fresh)
    )
    differing = max((published - now).total(), (now - published).total())
    assert differing <= TOLERANCE * max(published.total(), now.total()), (
        f"{differing} rows of {name}.csv differ: publish them anew with `make run`"
    )


def test_another_process_gives_the_same_bytes(root: Path, fresh: Path, tmp_path: Path) -> None:
    """Not even the order of sets, which another hash seed changes, shows in the tables."""
    command = [sys.executable, "-m", "quifaitquoi", "run", str(root / "raw")]
    subprocess.run(  # noqa: S603 - our own command
        [*command, "-o", str(tmp_path), "--workers", "2"],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    for name in (*(f"{table}.csv" for table in TABLES), "datapackage.json"):
        assert (tmp_path / name).read_bytes() == (fresh / name).read_bytes()


def test_the_package_describes_its_tables(fresh: Path) -> None:
    package = json.loads((fresh / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (fresh / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"


def test_tables_agree_with_each_other(fresh: Path) -> None:
    events = rows(fresh, "events")
    ids = [row["event_id"] for row in events]
    assert len(set(ids)) == len(ids)
    assert {row["group_id"] for row in events} <= set(ids)
    assert {row["event_id"] for row in rows(fresh, "dyads")} <= set(ids)
    counts = Counter(row["article_id"] for row in events)
    keys = {row["key"] for row in rows(fresh, "actors")}
    for row in rows(fresh, "articles"):
        assert int(row["events"]) == counts[row["article_id"]]
    for row in events:
        for role in ("source", "target"):
            named = row[f"{role}_keys"].split("|") if row[f"{role}_keys"] else []
            assert set(named) <= keys
            lists = [
                row[f"{role}_{what}"].count("|") for what in ("countries", "sectors", "mentions")
            ]
            assert not named or set(lists) == {len(named) - 1}


@pytest.mark.parametrize(
    ("name", "start", "end", "text"),
    [
        ("events", "trigger_start", "trigger_end", "trigger"),
        ("dates", "start", "end", "text"),
        ("mentions", "start", "end", "text"),
    ],
)
def test_offsets_lead_back_to_the_words(
    root: Path, fresh: Path, name: str, start: str, end: str, text: str
) -> None:
    """Words of the raw text, read as cleaning reads characters, are the words of the table."""
    raw = {entry.id: entry.text for entry in read(root / "raw") if isinstance(entry, Article)}
    for row in rows(fresh, name):
        words = raw[row["article_id"]][int(row[start]) : int(row[end])]
        assert words.strip() == words
        assert plain(words) == plain(row[text]), row["article_id"]


def plain(words: str) -> str:
    """A stretch of text cleaned by itself, which divides and joins lines like the whole."""
    cleaned = clean(Article("x", words)).text or words
    return "".join(cleaned.split()).replace("-", "")
