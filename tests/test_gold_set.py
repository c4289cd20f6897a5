"""The gold set itself: its labels are sound, and none of its articles is missing."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from quifaitquoi.articles import read
from quifaitquoi.labels import (
    annotations_of,
    check_gold,
    parse,
    raw_texts,
    read_gold,
    write_gold,
)
from quifaitquoi.records.articles import Article
from tests.docs import gold_package

if TYPE_CHECKING:
    from pathlib import Path


def test_labels_are_sound(root: Path) -> None:
    problems = check_gold(root / "gold", raw_texts(root / "raw"))
    assert [str(problem) for problem in problems] == []


def test_every_labelled_article_can_be_read(root: Path) -> None:
    articles = {entry.id for entry in read(root / "raw") if isinstance(entry, Article)}
    assert read_gold(root / "gold").articles.keys() <= articles


def test_labels_survive_being_written(root: Path, tmp_path: Path) -> None:
    gold = read_gold(root / "gold")
    write_gold(gold.articles.values(), gold.actors.values(), tmp_path)
    again = read_gold(tmp_path)
    assert again.actors == gold.actors
    for article_id, article in gold.articles.items():
        assert again.articles[article_id] == article


def test_labels_quote_their_article(root: Path) -> None:
    texts = raw_texts(root / "raw")
    for article_id, article in read_gold(root / "gold").articles.items():
        for annotation in annotations_of(article):
            quoted = getattr(annotation, "text", None)
            if quoted is None or not hasattr(annotation, "start"):
                continue
            words = texts[article_id][annotation.start : annotation.end]
            assert " ".join(words.split()) == " ".join(quoted.split())


def test_the_files_are_plain_standoff(root: Path) -> None:
    for path in sorted((root / "gold").rglob("*.ann")):
        assert list(parse(path.read_text(encoding="utf-8"), path.name))


def test_the_data_package_is_that_of_the_files(root: Path) -> None:
    gold = root / "gold"
    found = (gold / gold_package.FILE).read_text(encoding="utf-8")
    assert found == gold_package.render(gold), "run: python -m tests.docs.refresh"


def test_the_data_package_describes_its_files(root: Path) -> None:
    """What a Frictionless validator checks: names, paths, headers, constraints, primary keys."""
    gold = root / "gold"
    package = json.loads((gold / gold_package.FILE).read_text(encoding="utf-8"))
    names = [package["name"], *(resource["name"] for resource in package["resources"])]
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        assert all((gold / path).is_file() for path in paths)
        if schema := resource.get("schema"):
            with (gold / resource["path"]).open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            assert header == [field["name"] for field in schema["fields"]]
            for field, cells in zip(schema["fields"], zip(*rows, strict=True), strict=True):
                assert wrong_cells(cells, field["constraints"]) == []


def wrong_cells(cells: tuple[str, ...], constraints: dict[str, object]) -> list[str]:
    """Cells that break a constraint of their field."""
    wrong = [cell for cell in cells if constraints.get("required") and not cell]
    enum, pattern = constraints.get("enum"), constraints.get("pattern")
    if isinstance(enum, list):
        wrong += [cell for cell in cells if cell and cell not in enum]
    if isinstance(pattern, str):
        wrong += [cell for cell in cells if cell and not re.fullmatch(pattern, cell)]
    return wrong if len(set(cells)) == len(cells) or not constraints.get("unique") else [*cells]
