"""Published tables back into Python: plain cells for the scorer, pandas for analysis."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from quifaitquoi.table.columns import DYADS, EVENTS, SEPARATOR, TABLES, Table
from quifaitquoi.table.opening import TableError, opened
from quifaitquoi.table.write import text_cells

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike
    from pathlib import Path

    import pandas as pd

    from quifaitquoi.table.columns import Column
    from quifaitquoi.table.rows import Row


class TableWarning(UserWarning):
    """A table or column that is missing and taken as empty."""


def read_rows(folder: Path, table: Table) -> list[Row]:
    """Rows of a table of `folder` with lists as tuples and whole numbers as int.

    A missing file or column is taken as empty, with a TableWarning; columns of others are left out.
    Raises TableError, with file and line, for a whole number that is none and for a file that is no
    CSV in UTF-8.
    """
    path = folder / f"{table.name}.csv"
    if not path.is_file():
        warnings.warn(f"{path} is missing: taken as empty", TableWarning, stacklevel=2)
        return []
    with opened(path) as reader:
        if missing := [name for name in table.names if name not in (reader.fieldnames or ())]:
            text = f"{path} has no {', '.join(missing)}: taken as empty"
            warnings.warn(text, TableWarning, stacklevel=2)
        return [_row(table, cells, f"{path}:{reader.line_num}") for cells in reader]


def read_events(path: str | PathLike[str]) -> pd.DataFrame:
    """events.csv as a DataFrame.

    Closed sets are ordered categories, date_start and date_end are datetime64 (the other dates may
    be a month or a year and stay text), whole numbers are Int64, lists are tuples, empty text is
    the empty string.
    """
    return read_frame(path, EVENTS)


def read_dyads(path: str | PathLike[str]) -> pd.DataFrame:
    """dyads.csv as a DataFrame, with types as in `read_events`."""
    return read_frame(path, DYADS)


def read_frame(path: str | PathLike[str], table: Table | str) -> pd.DataFrame:
    """Any published table as a DataFrame, with types as in `read_events`.

    Raises ValueError where a column is missing or holds a value outside its closed set; types of a
    user's own tables stand behind ours.
    """
    import pandas as pd  # half a second, which commands that read no table need not pay

    found = TABLES[table] if isinstance(table, str) else table
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    if missing := [name for name in found.names if name not in frame.columns]:
        msg = f"{path} has no {', '.join(missing)}"
        raise ValueError(msg)
    return _typed(frame, found)


def frame_of(table: Table, rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a DataFrame: the one that `read_frame` gives of the file that they would make."""
    import pandas as pd

    return _typed(pd.DataFrame(text_cells(table, rows), columns=table.names, dtype=str), table)


def _typed(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Columns of text as those of `table`, in its order."""
    import pandas as pd

    for column in table.columns:
        frame[column.name] = _series(pd, frame, column, table)
    return frame[list(table.names)]


def _series(pandas: Any, frame: pd.DataFrame, column: Column, table: Table) -> Any:  # noqa: ANN401
    text = frame[column.name]
    if column.parallel:
        first = next(c.name for c in table.columns if c.parallel == column.parallel)
        keys = frame[first]
        if column.name != first:  # already split
            counts = keys.map(len)
        else:
            counts = keys.map(lambda cell: len(cell.split(SEPARATOR)) if cell else 0)
        lists = [
            _places(cell, count) for cell, count in zip(text.tolist(), counts.tolist(), strict=True)
        ]
        return pandas.Series(lists, index=frame.index, dtype=object)
    if column.values:
        own = sorted(set(text) - {"", *column.values})
        if own and not column.extensible:
            msg = f"{column.name} has unknown values: {', '.join(own)}"
            raise ValueError(msg)
        known = text.replace("", None)
        return known.astype(pandas.CategoricalDtype([*column.values, *own], ordered=True))
    if column.type == "date":
        dates = pandas.to_datetime(text.replace("", None), format="%Y-%m-%d")
        return dates.astype("datetime64[us]")  # also where there is none
    if column.type == "integer":
        return pandas.to_numeric(text.replace("", None)).astype("Int64")
    if column.type == "number":
        return pandas.to_numeric(text.replace("", None)).astype("Float64")
    return text


def _places(cell: str, count: int) -> tuple[str, ...]:
    """Split a cell; one empty place and no place at all look the same, so `count` decides."""
    if cell:
        return tuple(cell.split(SEPARATOR))
    return ("",) * count


def _row(table: Table, cells: dict[str, str], where: str) -> Row:
    row: Row = {}
    counts: dict[str, int] = {}
    for column in table.columns:
        text = cells.get(column.name) or ""
        if column.parallel:
            counts.setdefault(column.parallel, len(text.split(SEPARATOR)) if text else 0)
            row[column.name] = _places(text, counts[column.parallel])
        elif column.type == "integer":
            if text and not text.isdecimal():
                msg = f"{where}: {column.name} is not a whole number: {text}"
                raise TableError(msg)
            row[column.name] = int(text) if text else None
        else:
            row[column.name] = text
    return row
