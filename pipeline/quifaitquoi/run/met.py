"""The inputs that a run has met, by id; on disk, since there may be any number of them."""

from __future__ import annotations

import sqlite3
from typing import Final

from quifaitquoi.records.articles import Rejected

SCHEMA: Final = """
pragma journal_mode = off;
create table met (id text primary key, file text, reason text, sha256 text) without rowid;
"""


class Met:
    """Ids, each with what could not be read under it, or None for an article."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("")  # a file of its own, as far as memory is short
        self._base.executescript(SCHEMA)

    def close(self) -> None:
        """Give back what lies on disk."""
        self._base.close()

    def __contains__(self, id_: str) -> bool:
        found = self._base.execute("select 1 from met where id = ?", (id_,))
        return found.fetchone() is not None

    def __getitem__(self, id_: str) -> Rejected | None:
        found = self._base.execute("select * from met where id = ?", (id_,)).fetchone()
        return None if found[1] is None else Rejected(*found)

    def __setitem__(self, id_: str, rejected: Rejected | None) -> None:
        rest = (None, None, None) if rejected is None else (
            rejected.file, rejected.reason, rejected.sha256
        )  # fmt: skip
        self._base.execute("insert or replace into met values (?, ?, ?, ?)", (id_, *rest))
