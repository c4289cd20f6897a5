"""Tables of any other system: the columns that it gives, each cell checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quifaitquoi.table.columns import SEPARATOR
from quifaitquoi.table.opening import TableError, opened

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from quifaitquoi.table.columns import Column, Table
    from quifaitquoi.table.rows import Cell, Row


def read_given(path: Path, table: Table, needed: Collection[str]) -> tuple[list[Row], set[str]]:
    """Rows of a file with any of the columns of `table`, and the names of those that it has.

    Cells are as `read_rows` gives them; columns of others are left out. Raises TableError, with
    file and line, where a column or cell of `needed` is missing, or a cell is not what the column
    holds.
    """
    with opened(path) as reader:
        given = {name for name in table.names if name in (reader.fieldnames or ())}
        if missing := [name for name in needed if name not in given]:
            msg = f"{path} has no column {', '.join(missing)}; needed are {', '.join(needed)}"
            raise TableError(msg)
        columns = [column for column in table.columns if column.name in given]
        rows = []
        for cells in reader:
            try:
                if None in cells:
                    msg = "more cells than columns"
                    raise ValueError(msg)
                rows.append(_row(columns, cells, needed))
            except ValueError as error:
                msg = f"{path}:{reader.line_num}: {error}"
                raise TableError(msg) from error
    return rows, given


def _row(columns: list[Column], cells: dict[str, str], needed: Collection[str]) -> Row:
    row: Row = {}
    lengths: dict[str, tuple[str, int]] = {}
    for column in columns:
        text = (cells.get(column.name) or "").strip()
        if not text and column.name in needed:
            msg = f"{column.name} is empty"
            raise ValueError(msg)
        row[column.name] = cell = _cell(column, text)
        if isinstance(cell, tuple):
            first, length = lengths.setdefault(column.parallel, (column.name, len(cell)))
            if cell and length and len(cell) != length:
                msg = f"{column.name} has {len(cell)} places, {first} {length}"
                raise ValueError(msg)
    _check_spans(row)
    return row


def _check_spans(row: Row) -> None:
    """A span that is empty or runs backwards would lie over its neighbours."""
    for name, end in row.items():
        start = row.get(f"{name.removesuffix('end')}start") if name.endswith("end") else None
        if isinstance(start, int) and isinstance(end, int) and start >= end:
            msg = f"{name} is {end}, and its start is {start}"
            raise ValueError(msg)


def _cell(column: Column, text: str) -> Cell:
    if column.parallel:
        places = tuple(text.split(SEPARATOR)) if text else ()
        for place in places:
            _check(column, place)
        return places
    if column.type == "integer":
        if text and not text.isdecimal():
            msg = f"{column.name} is not a whole number: {text}"
            raise ValueError(msg)
        return int(text) if text else None
    _check(column, text)
    return text


def _check(column: Column, text: str) -> None:
    if text and column.values and text not in column.values:
        msg = f"{column.name} is {text}; known are {', '.join(column.values)}"
        raise ValueError(msg)
    if text and column.pattern and not re.fullmatch(column.pattern, text):
        msg = f"{column.name} does not have the form of the data dictionary: {text}"
        raise ValueError(msg)
