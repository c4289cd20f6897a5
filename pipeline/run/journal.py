"""What a run has done so far, so that the next one goes on where it stopped.

One SQLite file beside the tables: a transaction holds the rows of a batch of articles, so a run killed at
any moment leaves whole batches. An article is done when its content, the rules, the model and the code
that would read it are those of the entry.
"""

from __future__ import annotations

import fcntl
import json
import sqlite3
from contextlib import closing
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from pipeline.table import Row

FOLDER: Final = ".quifaitquoi"
SCHEMA: Final = """
create table if not exists done (
    id text primary key, fingerprint text not null, run integer not null, rows text not null
);
create table if not exists runs (id integer primary key);
"""

#: Rows of one article by table.
Rows = dict[str, list["Row"]]


class BusyError(RuntimeError):
    """Another run writes to the same folder."""


class Journal:
    """The journal of one output folder; a context manager that holds the folder's lock."""

    def __init__(self, output: Path, *, fresh: bool = False) -> None:
        folder = output / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(folder / "lock", output)
        path = folder / "journal.sqlite"
        if fresh:
            path.unlink(missing_ok=True)
        self._base = sqlite3.connect(path)
        self._base.executescript(SCHEMA)
        self._run = self._base.execute("insert into runs default values").lastrowid
        self._base.commit()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()
        self._lock.close()

    def state(self, article_id: str) -> tuple[str, bool] | None:
        """Fingerprint of an article's entry, and whether this run has met it; None if there is none."""
        found = self._base.execute(
            "select fingerprint, run from done where id = ?", (article_id,)
        ).fetchone()
        return None if found is None else (found[0], found[1] == self._run)

    def keep(self, article_id: str) -> None:
        """The entry of an earlier run stands for this one too."""
        self._base.execute("update done set run = ? where id = ?", (self._run, article_id))

    def store(self, entries: Iterable[tuple[str, str, Rows]]) -> None:
        """Store (article id, fingerprint, rows) in one transaction."""
        with self._base:
            self._base.executemany(
                "insert or replace into done values (?, ?, ?, ?)",
                (
                    (article_id, fingerprint, self._run, json.dumps(rows, ensure_ascii=False))
                    for article_id, fingerprint, rows in entries
                ),
            )

    def finish(self) -> None:
        """Forget what this run did not meet."""
        with self._base:
            self._base.execute("delete from done where run != ?", (self._run,))

    def rows(self, *tables: str) -> Iterator[tuple[list[Row], ...]]:
        """Rows of the named tables, article by article in order of id."""
        with closing(self._base.cursor()) as cursor:
            found = cursor.execute("select rows from done where run = ? order by id", (self._run,))
            for (text,) in found:
                rows = json.loads(text)
                yield tuple(rows[table] for table in tables)


def _locked(path: Path, output: Path) -> IO[str]:
    lock = path.open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        msg = f"another run is writing to {output}: wait for it, or choose another folder with -o"
        raise BusyError(msg) from error
    return lock
