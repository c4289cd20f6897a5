"""Schemas of the tables for pandera, made from the same columns as everything else.

They check a DataFrame of `read_events`, `read_dyads` or `read_frame`: after one's own filtering and
joining, or of tables that another system wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quifaitquoi.table.columns import SEPARATOR, TABLES, Column, Table

if TYPE_CHECKING:
    import pandas as pd
    from pandera.pandas import DataFrameSchema


def pandera_schema(table: Table | str) -> DataFrameSchema:
    """Schema of a table: types, closed sets, patterns, bounds, keys, lists of equal length.

    Other columns may stand beside the table's own. Raises KeyError for an unknown table,
    ImportError where pandera, the extra `schema`, is not installed.
    """
    try:
        import pandera.pandas as pa
    except ImportError as error:
        msg = "schemas need pandera: pip install 'quifaitquoi[schema]'"
        raise ImportError(msg) from error
    found = TABLES[table] if isinstance(table, str) else table
    return pa.DataFrameSchema(
        {column.name: _column(pa, column) for column in found.columns},
        checks=[_parallel(pa, names) for names in _lists(found).values()],
        unique=list(found.primary) or None,
        name=found.name,
        title=found.title,
    )


def _column(pa: Any, column: Column) -> Any:  # noqa: ANN401 - pandera is optional
    return pa.Column(
        _dtype(column),
        checks=list(_checks(pa, column)),
        # Text that is missing is empty, a list that is missing has no places.
        nullable=not column.required and (column.type != "string" or bool(column.values)),
        unique=column.unique,
        description=column.meaning,
    )


def _dtype(column: Column) -> Any:  # noqa: ANN401 - a name, or a type of pandas
    import pandas as pd

    if column.parallel:
        return object
    if column.extensible:
        return "category"
    if column.values:
        return pd.CategoricalDtype(list(column.values), ordered=True)
    types = {"string": "str", "integer": "Int64", "number": "Float64", "date": "datetime64[us]"}
    return types[column.type]


def _checks(pa: Any, column: Column) -> Any:  # noqa: ANN401
    if column.minimum is not None:
        yield pa.Check.ge(column.minimum)
    if column.maximum is not None:
        yield pa.Check.le(column.maximum)
    if column.values:
        return
    if column.parallel:
        yield pa.Check(_is_list, element_wise=True, name="list", error="not a tuple of str")
        if column.pattern:
            yield pa.Check(
                lambda series: series.map(SEPARATOR.join).str.fullmatch(column.pattern),
                name="pattern",
                error=column.pattern,
            )
    elif column.type == "string":
        if column.required:
            yield pa.Check.str_length(min_value=1)
        if column.pattern:
            pattern = column.pattern if column.required else f"({column.pattern})?"
            yield pa.Check(
                lambda series: series.str.fullmatch(pattern), name="pattern", error=column.pattern
            )


def _is_list(cell: object) -> bool:
    return isinstance(cell, tuple) and all(isinstance(value, str) for value in cell)


def _lists(table: Table) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for column in table.columns:
        if column.parallel:
            lists.setdefault(column.parallel, []).append(column.name)
    return lists


def _parallel(pa: Any, names: list[str]) -> Any:  # noqa: ANN401
    def equal_length(frame: pd.DataFrame) -> pd.Series[bool]:
        return frame[names].map(len).nunique(axis=1) <= 1

    return pa.Check(equal_length, error=f"{', '.join(names)} have different lengths")
