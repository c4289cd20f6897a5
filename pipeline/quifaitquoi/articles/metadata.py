"""The table `metadata.csv`: what is known of an article besides its text."""

from __future__ import annotations

import csv
import io
import logging
import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles.dateline import written_day
from quifaitquoi.articles.encoding import UnreadableError, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)

NAME: Final = "metadata.csv"
# Day first, and neither a part nor a distance from today, which the library would else fill in.
_FORMS: Final = {
    "DATE_ORDER": "DMY",
    "PREFER_LOCALE_DATE_ORDER": False,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
}
_YEARS: Final = range(1800, 2101)
_COLUMNS: Final = ("title", "published", "source", "url", "genre")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{1,2}[:hH].*)?)?)?Z?$", re.ASCII)


class MetadataError(ValueError):
    """A metadata table in which nothing can be read."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the table says of one file; empty where it says nothing."""

    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    genre: str = ""


def iso_date(text: str) -> str:
    """Cut an ISO 8601 date or time to its day, month or year; ValueError for any other text."""
    match = _ISO.match(text.strip())
    if match is None:
        msg = f"not an ISO date: {text!r}; write 2024-03-31, 2024-03 or 2024"
        raise ValueError(msg)
    year, month, day = match.groups()
    date(int(year), int(month or 1), int(day or 1))  # raises for 2024-02-30
    return "-".join(part for part in (year, month, day) if part)


def load(path: Path, root: Path) -> dict[str, Metadata]:
    """Read the table for the files under `root`, by path relative to it with `/` between folders.

    Separators are commas, semicolons or tabs. A line that cannot be used is logged as a warning;
    MetadataError when there is no table at all: an unreadable file or no column `file`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read: {error}"
        raise MetadataError(msg) from error
    # Path.is_file raises for long names.
    return parse(data, str(path), lambda name: os.path.isfile(root / name))  # noqa: PTH113


def parse(data: bytes, table: str, exists: Callable[[str], bool]) -> dict[str, Metadata]:
    """Read the bytes of a table, `table` in messages, as `load` does."""
    entries: dict[str, Metadata] = {}
    shown = PurePath(table).name
    read_date = DateReader(shown)
    for number, row in _rows(data, table):
        name = row.get("file", "").replace("\\", "/")
        where = f"{shown}:{number}"
        pure = PurePosixPath(name)
        if not name:
            logger.warning("%s: no file named, line ignored", where)
        elif pure.is_absolute() or ".." in pure.parts or ":" in "".join(pure.parts[:1]):
            logger.warning("%s: %s lies outside the folder, line ignored", where, name)
        elif str(pure) in entries:
            logger.warning("%s: %s is named twice, line ignored", where, name)
        else:
            if not exists(str(pure)):
                logger.warning("%s: there is no file %s", where, name)
            values = {column: row.get(column, "") for column in _COLUMNS}
            published = read_date(values.pop("published"), number)
            entries[str(pure)] = Metadata(published=published, **values)
    return entries


def parsed_day(text: str) -> str:
    """A whole date in any form with words that dateparser knows, ISO 8601; empty for other text.

    Not numbers alone: « 05/14/2024 » in a column that is read day first makes doubtful all of it.
    """
    import dateparser

    if not any(character.isalpha() for character in text):
        return ""
    found = dateparser.parse(text, languages=["fr", "en"], settings=dict(_FORMS))
    return found.date().isoformat() if found and found.year in _YEARS else ""


class DateReader:
    """Publication dates of one file's rows, in ISO 8601; what is not written so is told."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._told = False

    def __call__(self, text: str, line: int | str) -> str:
        """Cut a date as `iso_date` does, else read it day first, as French or English writes it.

        « 14/05/2024 », « 12 juill. 2025 », « Tue, 05 Mar 2024 10:00:00 GMT »; empty for any other.
        """
        if not text.strip():
            return ""
        try:
            return iso_date(text)
        except ValueError as error:
            found = written_day(text) or parsed_day(text)
            if not found:
                logger.warning("%s:%s: publication date ignored: %s", self._file, line, error)
            elif not self._told:
                message = "%s:%s: publication dates such as %s are read day first: %s"
                logger.warning(message, self._file, line, text.strip(), found)
                self._told = True
            return found


def _rows(data: bytes, table: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = decode(data)
    except UnreadableError as error:
        msg = f"{table}: cannot be read: {error}"
        raise MetadataError(msg) from error
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    # Strictly: a quote that is never closed would swallow all lines after it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        if "file" not in columns:
            msg = f"{table}:1: no column 'file'; there are: {', '.join(columns) or 'none'}"
            raise MetadataError(msg)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, dict(zip(columns, map(str.strip, cells), strict=False))
    except csv.Error as error:
        msg = f"{table}:{reader.line_num}: {error}"
        raise MetadataError(msg) from error
