"""Rows to what spreadsheets open: a workbook of all tables, and CSV as French Excel expects it."""

from __future__ import annotations

import csv
from datetime import date, datetime
from itertools import count, islice
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.table.write import text_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from quifaitquoi.table.columns import Column, Table
    from quifaitquoi.table.rows import Row

# What a sheet and a cell can hold, and the first day that Excel counts right.
ROWS_MAX: Final = 1_048_576
CELL_MAX: Final = 32_767
FIRST_DAY: Final = date(1900, 3, 1)
_WIDTH: Final = 18
# Text stays text: no formula, link or number.
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(path: Path, tables: Iterable[tuple[Table, Iterable[Row]]]) -> None:
    """Write an Excel workbook with a sheet per table that its heading filters.

    Dates and numbers are such, and text is never a formula. What a sheet cannot hold goes on in the
    next one, what a cell cannot hold is cut. The same rows give the same bytes. Raises ImportError
    where xlsxwriter, of the extra `xlsx`, is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        msg = "Excel needs xlsxwriter: pip install 'quifaitquoi[xlsx]'"
        raise ImportError(msg) from error
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for table, rows in tables:
            cells = text_cells(table, rows)
            for number in count(1):
                sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
                if _fill(sheet, table, islice(cells, ROWS_MAX - 1), day) < ROWS_MAX:
                    break


def write_french_csv(path: Path, table: Table, rows: Iterable[Row]) -> None:
    """Write rows as a CSV file that Excel on a French system opens by double click.

    Semicolons, decimal commas and a byte order mark; text that would run as a formula has an
    apostrophe in front, as with `excel` of `write_csv`.
    """
    numbers = {index for index, each in enumerate(table.columns) if each.type == "number"}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(table.names)
        for cells in text_cells(table, rows, excel=True):
            writer.writerow(
                cell.replace(".", ",") if index in numbers else cell
                for index, cell in enumerate(cells)
            )


def _fill(sheet: Any, table: Table, rows: Iterator[list[str]], day: Any) -> int:  # noqa: ANN401 - a library without types
    """Fill a sheet; the number of its rows with the heading."""
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(table.columns) - 1, _WIDTH)
    sheet.write_row(0, 0, table.names)
    height = 1
    for cells in rows:
        for index, (column, text) in enumerate(zip(table.columns, cells, strict=True)):
            value = _value(column, text)
            if value == "":
                continue
            if isinstance(value, date):
                sheet.write_datetime(height, index, value, day)
            elif isinstance(value, str):
                sheet.write_string(height, index, value)
            else:
                sheet.write_number(height, index, value)
        height += 1
    sheet.autofilter(0, 0, height - 1, len(table.columns) - 1)
    return height


def _value(column: Column, text: str) -> str | float | date:
    if column.type in ("integer", "number") and text:
        return float(text)
    if column.type == "date" and text and (found := date.fromisoformat(text)) >= FIRST_DAY:
        return found
    return text if len(text) <= CELL_MAX else f"{text[: CELL_MAX - 1]}…"
