"""What the tables mean, for programs (datapackage.json) and for people (data dictionary)."""

from __future__ import annotations

import json
from hashlib import file_digest
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.table.columns import SEPARATOR, TABLES, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PACKAGE_FILE: Final = "datapackage.json"


def write_datapackage(
    folder: Path,
    version: str,
    tables: Iterable[str] = tuple(TABLES),
    *,
    own: Sequence[str] = (),
) -> Path:
    """Describe the CSV files of `folder` as a Frictionless Data Package; the path written.

    `version` is that of the rules that made them, `own` the types of the user's own tables.
    Raises FileNotFoundError for a missing table.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "quifaitquoi",
        "title": "Who did what to whom, when and where, in French-language news",
        "version": version,
        "resources": [_resource(folder, TABLES[name], own) for name in tables],
    }
    path = folder / PACKAGE_FILE
    path.write_text(
        json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )
    return path


def data_dictionary() -> str:
    """Every table and column with type, constraint and meaning, as Markdown."""
    parts = []
    for table in TABLES.values():
        lines = [
            f"## {table.name}.csv",
            "",
            f"{table.title}.",
            "",
            "| column | type | constraint | meaning |",
            "| --- | --- | --- | --- |",
        ]
        lines.extend(_dictionary_line(column) for column in table.columns)
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _resource(folder: Path, table: Table, own: Sequence[str]) -> dict[str, Any]:
    path = folder / f"{table.name}.csv"
    with path.open("rb") as content:  # read piece by piece: a table may be larger than memory
        digest = file_digest(content, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": _schema(table, own),
    }


def _schema(table: Table, own: Sequence[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, own) for column in table.columns]}
    if table.primary:
        schema["primaryKey"] = list(table.primary)
    if table.foreign:
        schema["foreignKeys"] = [
            {
                "fields": column,
                # A table that points to itself is named by the empty string.
                "reference": {"resource": "" if other == table.name else other, "fields": field},
            }
            for column, (other, field) in table.foreign.items()
        ]
    return schema


def _field(column: Column, own: Sequence[str]) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    field["description"] = _meaning(column)
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = [*column.values, *(own if column.extensible else ())]
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    if constraints:
        field["constraints"] = constraints
    if column.parallel:
        field["separator"] = SEPARATOR
    return field


def _meaning(column: Column) -> str:
    meaning = column.meaning
    if column.parallel:
        meaning += f"; a list joined by {SEPARATOR}, parallel to the other {column.parallel} lists"
    return f"{meaning}. Follows {column.follows}." if column.follows else f"{meaning}."


def _dictionary_line(column: Column) -> str:
    constraints = []
    if column.required:
        constraints.append("required")
    if column.unique:
        constraints.append("unique")
    if column.values:
        constraints.append("one of " + ", ".join(column.values))
    if column.pattern:
        constraints.append(f"`{column.pattern}`")
    if column.minimum is not None:
        constraints.append(f"at least {column.minimum:g}")
    if column.maximum is not None:
        constraints.append(f"at most {column.maximum:g}")
    kind = "list of strings" if column.parallel else column.type
    cells = (column.name, kind, "; ".join(constraints), _meaning(column))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
