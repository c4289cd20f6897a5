"""Rows to files: CSV and Parquet."""

from __future__ import annotations

import csv
import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.table.columns import SEPARATOR, SEPARATOR_INSIDE, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from quifaitquoi.table.rows import Cell, Row

# A spreadsheet reads a cell that starts so as a formula.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
# So does what a spreadsheet of another country splits off at `;`, quoted or not.
_FORMULA: Final = re.compile(rf"""(^|;\s*["']*\s*)(?=[{re.escape("".join(FORMULA_STARTS))}])""")
# Rows of one Parquet row group, which is also what is held in memory at a time.
ROW_GROUP: Final = 50_000


def write_csv(path: Path, table: Table, rows: Iterable[Row], *, excel: bool = False) -> int:
    """Write rows, in the order they come, as RFC 4180 CSV in UTF-8; the number of rows.

    Lines end in a line feed. White space in text becomes one space; lists are joined by `|`,
    and a `|` inside one of their values becomes `/`. With `excel`, text that a spreadsheet would
    run as a formula (it starts with = + - @, tab or carriage return, as a whole or behind a `;`)
    gets an apostrophe in front; such a file is for the eyes, not for reading back. Raises
    ValueError for a row with a column that the table lacks.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.names)
        for cells in text_cells(table, rows, excel=excel):
            writer.writerow(cells)
            count += 1
    return count


def text_cells(table: Table, rows: Iterable[Row], *, excel: bool = False) -> Iterator[list[str]]:
    """Cells of each row as `write_csv` writes them, in the order of the columns."""
    kinds = {column.name: column.type == "string" for column in table.columns}
    for row in rows:
        if unknown := row.keys() - kinds.keys():
            msg = f"{table.name} has no column {', '.join(sorted(unknown))}"
            raise ValueError(msg)
        yield _cells(kinds, row, excel=excel)


def write_parquet(path: Path, table: Table, rows: Iterable[Row]) -> int:
    """Write rows as Parquet with nested lists and real dates; the number of rows.

    Raises ImportError where pyarrow, the extra `parquet`, is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        msg = "Parquet needs pyarrow: pip install 'quifaitquoi[parquet]'"
        raise ImportError(msg) from error
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    schema = pa.schema(
        [
            pa.field(
                column.name,
                pa.list_(pa.string()) if column.parallel else types.get(column.type, pa.date32()),
            )
            for column in table.columns
        ]
    )
    count = 0
    with parquet.ParquetWriter(path, schema) as writer:
        for group in _groups(rows, ROW_GROUP):
            values = [
                {column.name: typed(column, row) for column in table.columns} for row in group
            ]
            writer.write_table(pa.Table.from_pylist(values, schema=schema))
            count += len(group)
    return count


def typed(column: Column, row: Row) -> Any:  # noqa: ANN401 - one of the types that Parquet knows
    """Cell as str, list of str, int, float or date; None for an empty number or date."""
    cell = row.get(column.name)
    if column.parallel:
        return [_collapse(value) for value in cell] if isinstance(cell, tuple | list) else []
    if column.type == "string":
        return _collapse(_text(cell))
    if cell is None or cell == "":
        return None
    return date.fromisoformat(_text(cell)) if column.type == "date" else cell


def _cells(kinds: Mapping[str, bool], row: Row, *, excel: bool) -> list[str]:
    """Cells of a row in the order of the columns; `kinds` says which of them hold text."""
    cells = []
    for name, is_text in kinds.items():
        text = _text(row.get(name))
        if is_text and text:
            text = _collapse(text)
            if excel:
                text = _FORMULA.sub(r"\1'", text)
        cells.append(text)
    return cells


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, tuple | list):
        return SEPARATOR.join(value.replace(SEPARATOR, SEPARATOR_INSIDE) for value in cell)
    return str(cell)


def _collapse(text: str) -> str:
    return " ".join(text.split())


def _groups(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while group := list(islice(iterator, size)):
        yield group
