"""Reading of the CSV tables in `data/`, with the user's own folder laid over them."""

from __future__ import annotations

import csv
import hashlib
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import NoReturn

DATA: Final = Path(__file__).resolve().parent.parent / "data"


class LexiconError(ValueError):
    """A table that cannot be used, with file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands (`file:line`) for messages."""

    cells: dict[str, str]
    where: str
    own: bool = True

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        """The alternatives of a cell, separated by `|`."""
        return tuple(word.strip() for word in self.cells[column].split("|") if word.strip())

    def error(self, reason: str) -> LexiconError:
        """An error that names this line."""
        return LexiconError(f"{self.where}: {reason}")


def table_files(folder: Path) -> list[Path]:
    """Files of a folder of rules that end in .csv, whatever the case, also below and behind links.

    Raises OSError for a folder that is not there or cannot be read.
    """
    found: list[Path] = []
    met: set[str] = set()
    for place, folders, files in os.walk(folder, onerror=_raise, followlinks=True):
        real = os.path.realpath(place)
        if real in met:  # a link to a folder above it
            folders.clear()
        else:
            met.add(real)
            found += (Path(place, file) for file in files if file.lower().endswith(".csv"))
    return sorted(found)


def content_of(rules: Path | None) -> str:
    """Hash over names and bytes of the tables of a folder of rules; the same one anywhere else."""
    if rules is None:
        return ""
    digest = hashlib.sha256()
    for path in table_files(rules):
        digest.update(path.relative_to(rules).as_posix().encode("utf-8", "surrogateescape") + b"\0")
        if path.is_file():  # nothing ends what a pipe holds
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _raise(error: OSError) -> NoReturn:
    raise error


def read_rows(path: Path, columns: Sequence[str], *, own: bool = True) -> Iterator[Row]:
    """Rows of one CSV file; lines whose first cell starts with `#` are comments.

    Raises LexiconError where the header lacks a column or has an unknown one, or a line has another
    number of cells.
    """
    with _opened(path) as file:
        reader = csv.reader(file, strict=True)
        header = next(reader, [])
        if sorted(header) != sorted(columns):
            msg = f"{path.name}:1: columns are {','.join(header)}, expected {','.join(columns)}"
            raise LexiconError(msg)
        for cells in reader:
            if not cells or cells[0].startswith("#"):
                continue
            where = f"{path.name}:{reader.line_num}"
            if len(cells) != len(header):
                msg = f"{where}: {len(cells)} cells, expected {len(header)}"
                raise LexiconError(msg)
            yield Row(dict(zip(header, (cell.strip() for cell in cells), strict=True)), where, own)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """A table as text; raises LexiconError where it is none."""
    try:
        if not path.is_file():
            msg = f"{path}: not a regular file"
            raise LexiconError(msg)
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 from byte {error.start}: save it as UTF-8"
        raise LexiconError(msg) from error
    except csv.Error as error:
        msg = f"{path}: {error}"
        raise LexiconError(msg) from error


def read_table(name: str, columns: Sequence[str], rules: Path | None = None) -> list[Row]:
    """Rows of a table: of `data/NAME.csv`, or of every file of the folder `data/NAME/` by name.

    Then those of the same files in the user's folder `rules`, with `own` False. Raises
    LexiconError.
    """
    rows: list[Row] = []
    for folder in (DATA, rules):
        if folder is None:
            continue
        single = folder / f"{name}.csv"
        paths = [single] if single.exists() else sorted((folder / name).glob("*.csv"))
        for path in paths:
            rows.extend(read_rows(path, columns, own=folder is DATA))
    if not rows:
        msg = f"{name}: no such table in {DATA}"
        raise LexiconError(msg)
    return rows
