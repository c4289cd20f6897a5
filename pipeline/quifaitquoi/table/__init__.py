"""The published tables: the only place that names a column.

`columns` says what there is, `rows` fills it from records, `write` and `spreadsheet` turn rows into
files, `read` turns them back, `given` reads those of other systems, `describe` explains the columns
to programs and people.
"""

from quifaitquoi.table.columns import (
    ACTORS,
    ARTICLES,
    DATES,
    DYADS,
    EVENT_TYPES,
    EVENTS,
    MENTIONS,
    TABLES,
    Column,
    Table,
)
from quifaitquoi.table.describe import data_dictionary, write_datapackage
from quifaitquoi.table.given import read_given
from quifaitquoi.table.opening import TableError, opened
from quifaitquoi.table.read import (
    TableWarning,
    frame_of,
    read_dyads,
    read_events,
    read_frame,
    read_rows,
)
from quifaitquoi.table.rows import (
    Cell,
    Row,
    article_row,
    codes,
    date_rows,
    dyad_rows,
    event_rows,
    mention_rows,
    rejected_row,
)
from quifaitquoi.table.schema import pandera_schema
from quifaitquoi.table.spreadsheet import write_french_csv, write_xlsx
from quifaitquoi.table.tally import ActorTally
from quifaitquoi.table.write import text_cells, write_csv, write_parquet

__all__ = [
    "ACTORS",
    "ARTICLES",
    "DATES",
    "DYADS",
    "EVENTS",
    "EVENT_TYPES",
    "MENTIONS",
    "TABLES",
    "ActorTally",
    "Cell",
    "Column",
    "Row",
    "Table",
    "TableError",
    "TableWarning",
    "article_row",
    "codes",
    "data_dictionary",
    "date_rows",
    "dyad_rows",
    "event_rows",
    "frame_of",
    "mention_rows",
    "opened",
    "pandera_schema",
    "read_dyads",
    "read_events",
    "read_frame",
    "read_given",
    "read_rows",
    "rejected_row",
    "text_cells",
    "write_csv",
    "write_datapackage",
    "write_french_csv",
    "write_parquet",
    "write_xlsx",
]
