"""Label files as text and rows; what they cannot be read for, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.labels.standoff import StandoffError
from quifaitquoi.table import TableError, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, its line ends as they are; StandoffError for other bytes."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise StandoffError("not UTF-8: save it as UTF-8", path, line) from error


def read_standoff(path: Path) -> str:
    """The text of an .ann file; StandoffError for one that was saved as on Windows."""
    text = read_text(path)
    if "\r\n" in text:
        line = text.count("\n", 0, text.index("\r\n")) + 1
        raise StandoffError("ends with CR LF, as on Windows: save it with LF alone", path, line)
    return text


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and cells of each row of a CSV file with these columns; StandoffError for any other."""
    try:
        with opened(path) as reader:
            if tuple(reader.fieldnames or ()) != tuple(columns):
                raise StandoffError(f"columns are not {','.join(columns)}", path, 1)
            for row in reader:
                if None in row or None in row.values():
                    message = f"not {len(columns)} cells"
                    raise StandoffError(message, path, reader.line_num)
                yield reader.line_num, row
    except TableError as error:
        raise StandoffError(error.message, path, error.line) from error
