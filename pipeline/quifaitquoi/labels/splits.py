"""Which labelled articles may be read and learnt from, and which are scored only: splits.csv.

Of an article of the split `partial` only what has a label was judged: the rest is neither right nor
wrong, so that it can be learnt from and not be scored.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from quifaitquoi.labels.files import read_rows
from quifaitquoi.labels.standoff import StandoffError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SPLITS_FILE: Final = "splits.csv"
SPLIT_COLUMNS: Final = ("article_id", "split")
TRAIN: Final = "train"
TEST: Final = "test"
PARTIAL: Final = "partial"
#: Of articles that are labelled as a whole.
SPLITS: Final = (TRAIN, TEST)
_KNOWN: Final = (*SPLITS, PARTIAL)


def read_splits(folder: Path, article_ids: Iterable[str]) -> dict[str, str]:
    """Split of each article, which is train where a gold folder's splits.csv says nothing of it.

    Raises StandoffError for a file that `check_splits` finds wrong.
    """
    given: dict[str, str] = {}
    path = folder / SPLITS_FILE
    if path.is_file():
        for line, article_id, split in _lines(path):
            if problem := _problem(article_id, split, given):
                raise StandoffError(problem, path, line)
            given[article_id] = split
    return {article_id: given.get(article_id, TRAIN) for article_id in article_ids}


def write_splits(folder: Path, splits: Mapping[str, str]) -> None:
    """Write splits.csv, as `read_splits` reads it."""
    with (folder / SPLITS_FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(SPLIT_COLUMNS)
        writer.writerows(sorted(splits.items()))


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
        yield error.line, error.message
    else:
        yield from ((0, f"in no split: {name}") for name in sorted(labelled - seen.keys()))


def _lines(path: Path) -> Iterator[tuple[int, str, str]]:
    for line, row in read_rows(path, SPLIT_COLUMNS):
        yield line, row["article_id"], row["split"]


def _problem(article_id: str, split: str, seen: dict[str, str]) -> str:
    if article_id in seen:
        return f"second line of {article_id}"
    return "" if split in _KNOWN else f"unknown split: {split}; known are {', '.join(_KNOWN)}"
