"""CSV files that a person may have touched: other encodings, cells of any length, wrong quotes."""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quifaitquoi.records.errors import LocatedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class TableError(LocatedError):
    """A table that cannot be read."""


@contextmanager
def opened(path: Path) -> Iterator[csv.DictReader[str]]:
    """Rows of a CSV file by column; raises TableError, also while they are read."""
    csv.field_size_limit(sys.maxsize)  # a cell holds a whole sentence, however long
    with path.open(encoding="utf-8-sig", newline="") as file:
        # Strictly: a quote that is never closed would swallow all rows after it.
        reader = csv.DictReader(file, strict=True)
        try:
            yield reader
        except UnicodeDecodeError as error:
            message = "not UTF-8: save it as UTF-8"
            raise TableError(message, path, _line_of_others(path)) from error
        except csv.Error as error:
            raise TableError(str(error), path, reader.reader.line_num) from error


def _line_of_others(path: Path) -> int:
    """The first line that is not UTF-8."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 0
