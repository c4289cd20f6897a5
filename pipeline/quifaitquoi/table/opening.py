"""CSV files that a person may have touched: other encodings, cells of any length, wrong quotes."""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class TableError(ValueError):
    """A table that cannot be read, with its file and, where it is known, the line."""


@contextmanager
def opened(path: Path) -> Iterator[csv.DictReader[str]]:
    """Rows of a CSV file by column; raises TableError, also while they are read."""
    csv.field_size_limit(sys.maxsize)  # a cell holds a whole sentence, however long
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield csv.DictReader(file)
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8: save it as UTF-8"
        raise TableError(msg) from error
    except csv.Error as error:
        msg = f"{path}: {error}"
        raise TableError(msg) from error
