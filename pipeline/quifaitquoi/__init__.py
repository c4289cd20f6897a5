"""Who did what to whom, when and where, in French-language news, as a table.

`extract` reads one text, `extract_df` a DataFrame of articles, `stream` any number of articles one
after the other, `find_dates` only dates; `read_events` and `read_dyads` load published tables into
pandas. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quifaitquoi.records.articles import Article
    from quifaitquoi.run.api import extract, extract_df, find_dates, stream
    from quifaitquoi.table import read_dyads, read_events

__version__ = "0.1.0"
__all__ = [
    "Article",
    "__version__",
    "extract",
    "extract_df",
    "find_dates",
    "read_dyads",
    "read_events",
    "stream",
]

_HOMES = {
    "Article": "quifaitquoi.records.articles",
    "extract": "quifaitquoi.run.api",
    "extract_df": "quifaitquoi.run.api",
    "stream": "quifaitquoi.run.api",
    "find_dates": "quifaitquoi.run.api",
    "read_events": "quifaitquoi.table",
    "read_dyads": "quifaitquoi.table",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever stands under the name
    if name not in _HOMES:
        msg = f"module 'quifaitquoi' has no attribute {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(msg)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
