"""The gold set itself: its labels are sound, and none of its articles is missing."""

from __future__ import annotations

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
