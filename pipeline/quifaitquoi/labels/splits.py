"""Which labelled articles may be read and learnt from, and which are scored only: splits.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.labels.standoff import StandoffError
from quifaitquoi.table import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SPLITS_FILE: Final = "splits.csv"
SPLIT_COLUMNS: Final = ("article_id", "split")
TRAIN: Final = "train"
TEST: Final = "test"
SPLITS: Final = (TRAIN, TEST)


def read_splits(folder: Path, article_ids: Iterable[str]) -> dict[str, str]:
    """Split of each article, which is train where a gold folder's splits.csv says nothing of it.

    Raises StandoffError for a file that `check_splits` finds wrong.
    """
    given: dict[str, str] = {}
    path = folder / SPLITS_FILE
    if path.is_file():
        for line, article_id, split in _lines(path):
            if problem := _problem(article_id, split, given):
                msg = f"{path}:{line}: {problem}"
                raise StandoffError(msg)
            given[article_id] = split
    return {article_id: given.get(article_id, TRAIN) for article_id in article_ids}


def check_splits(path: Path, article_ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Line and message of every problem; a folder whose articles are all train needs no file."""
    if not path.is_file():
        return
    seen: dict[str, str] = {}
    labelled = set(article_ids)
    try:
        for line, article_id, split in _lines(path):
            if problem := _problem(article_id, split, seen):
                yield line, problem
            elif article_id not in labelled:
                yield line, f"no labels of this article: {article_id}"
            seen[article_id] = split
    except StandoffError as error:
        yield 1, str(error)
    else:
        yield from ((0, f"in no split: {name}") for name in sorted(labelled - seen.keys()))


def _lines(path: Path) -> Iterator[tuple[int, str, str]]:
    with opened(path) as reader:
        if tuple(reader.fieldnames or ()) != SPLIT_COLUMNS:
            msg = f"columns are not {','.join(SPLIT_COLUMNS)}"
            raise StandoffError(msg)
        for row in reader:
            yield reader.line_num, row["article_id"] or "", row["split"] or ""


def _problem(article_id: str, split: str, seen: dict[str, str]) -> str:
    if article_id in seen:
        return f"second line of {article_id}"
    return "" if split in SPLITS else f"unknown split: {split}; known are {', '.join(SPLITS)}"
