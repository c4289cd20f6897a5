"""What a run has done so far, so that the next one goes on where it stopped.

One SQLite file beside the tables: a transaction holds the rows of a chunk of articles, so a run
killed at any moment leaves whole chunks. An article is done when its content, the rules, the model
and the code that would read it are those of the entry. The lock that keeps a second run out is
SQLite's own: it ends with the process, however that ends, and workers do not inherit it.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.run.errors import BusyError, JournalError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from quifaitquoi.table import Row

FOLDER: Final = ".quifaitquoi"
FILE: Final = "journal.sqlite"
#: Tables of which each article has rows of its own, its sketch, and its text, into which the
#: offsets of the tables point; the rest is counted from these.
PARTS: Final = ("articles", "events", "dates", "mentions", "dyads", "sketches", "texts")
#: Of the tables below; a run puts a journal of another version aside.
VERSION: Final = 4
SCHEMA: Final = f"""
drop table if exists done;
drop table if exists runs;
create table done (
    id text primary key, fingerprint text not null, run integer not null,
    {", ".join(f"{part} blob not null" for part in PARTS)}
);
create table runs (
    id integer primary key, code text not null, slice text not null, finished integer not null
);
pragma user_version = {VERSION};
"""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CORRUPT: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

#: Rows of one article by table.
Rows = dict[str, list["Row"]]


class Packed(NamedTuple):
    """Rows of one article as they are stored, packed by the process that found them.

    `failed` says that the article did for a passing reason, so that the next run must try again.
    """

    failed: bool
    parts: tuple[bytes, ...]


class RunMark(NamedTuple):
    """What a run was made with: the fingerprint of code and rules, its slice (empty: the whole)."""

    code: str
    slice: str
    finished: bool


class Journal:
    """The journal of one output folder; a context manager that holds the folder's lock.

    Raises BusyError while another run holds it, JournalError for a file that is no journal (unless
    `fresh`, which forgets everything) and, where it is only `joined` to others, for one of another
    version.
    """

    def __init__(self, output: Path, *, fresh: bool = False, joined: bool = False) -> None:
        folder = output / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        self.output = output
        self._base = _opened(folder / FILE, output, fresh=fresh, joined=joined)
        self._run = 0

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()

    def begin(self, code: str, part: str = "") -> None:
        """Begin a run of some code and rules over a slice of the input."""
        with self._base:
            self._run = (
                self._base.execute(
                    "insert into runs (code, slice, finished) values (?, ?, 0)", (code, part)
                ).lastrowid
                or 0
            )

    def last(self) -> RunMark | None:
        """The latest run; None in a new journal."""
        found = self._base.execute(
            "select code, slice, finished from runs order by id desc limit 1"
        ).fetchone()
        return None if found is None else RunMark(found[0], found[1], bool(found[2]))

    def fingerprint(self, article_id: str) -> str | None:
        """Fingerprint of an article's entry, of this run or an earlier one."""
        found = self._base.execute(
            "select fingerprint from done where id = ?", (article_id,)
        ).fetchone()
        return None if found is None else str(found[0])

    def keep(self, article_id: str) -> None:
        """The entry of an earlier run stands for this one too."""
        self._base.execute("update done set run = ? where id = ?", (self._run, article_id))

    def store(self, entries: Iterable[tuple[str, str, Packed]]) -> None:
        """Store (article id, fingerprint, rows) in one transaction."""
        self._insert(
            (article_id, "" if rows.failed else fingerprint, *rows.parts)
            for article_id, fingerprint, rows in entries
        )

    def take(self, other: Journal) -> None:
        """Copy the entries of another journal in one transaction.

        Raises JournalError for an article that this run has met already with another result, and
        as `rows` does.
        """
        columns = ", ".join(PARTS)
        with closing(other._base.cursor()) as cursor:
            self._insert(
                entry
                for entry in cursor.execute(f"select id, fingerprint, {columns} from done")  # noqa: S608
                if not self._has(entry[0], entry[1], other.output)
                and other._rows_of(entry[0], entry[2:])
            )

    def finish(self) -> None:
        """Forget what this run did not meet."""
        with self._base:
            self._base.execute("delete from done where run != ?", (self._run,))
            self._base.execute("delete from runs where id != ?", (self._run,))
            self._base.execute("update runs set finished = 1")

    def rows(self, *parts: str) -> Iterator[tuple[list[Row], ...]]:
        """Rows of some of PARTS, article by article in order of id.

        Raises JournalError at an entry that is damaged, and forgets it, so that the next run
        reads that article again.
        """
        if unknown := set(parts) - set(PARTS):
            msg = f"no such part of a journal: {', '.join(sorted(unknown))}"
            raise ValueError(msg)
        with closing(self._base.cursor()) as cursor:
            columns = ", ".join(parts)
            for id_, *packed in cursor.execute(f"select id, {columns} from done order by id"):  # noqa: S608
                yield self._rows_of(id_, packed)

    def sketch(self, article_id: str) -> str:
        """The sketch of an article that has one."""
        (packed,) = self._base.execute(
            "select sketches from done where id = ?", (article_id,)
        ).fetchone()
        return str(_unpacked(packed)[0]["sketch"])

    def _rows_of(self, article_id: str, packed: Iterable[bytes]) -> tuple[list[Row], ...]:
        try:
            return tuple(map(_unpacked, packed))
        except (zlib.error, ValueError, TypeError) as error:
            with self._base:
                self._base.execute("delete from done where id = ?", (article_id,))
            msg = (
                f"{self.output}: what an earlier run found in {article_id!r} is damaged and was "
                "forgotten: run it again with the same options"
            )
            raise JournalError(msg) from error

    def _has(self, article_id: str, fingerprint: str, output: Path) -> bool:
        found = self._base.execute(
            "select fingerprint from done where id = ? and run = ?", (article_id, self._run)
        ).fetchone()
        if found is not None and found[0] != fingerprint:
            msg = (
                f"{output} and another folder hold different results for the article {article_id!r}"
            )
            raise JournalError(msg)
        return found is not None

    def _insert(self, entries: Iterable[tuple[str | bytes, ...]]) -> None:
        marks = ", ".join("?" * (3 + len(PARTS)))
        with self._base:
            self._base.executemany(
                f"insert or replace into done values ({marks})",  # noqa: S608 - only marks
                ((id_, mark, self._run, *parts) for id_, mark, *parts in entries),
            )


def kept_texts(output: Path) -> dict[str, str]:
    """Texts of the articles that the latest run into a folder read, by id.

    Empty where there is no journal, or none that this version can read: tables may come without it.
    Raises BusyError while a run writes to the folder.
    """
    if not (output / FOLDER / FILE).is_file():
        return {}
    try:
        with Journal(output, joined=True) as journal:
            return {
                str(article["article_id"]): str(text["text"])
                for articles, texts in journal.rows("articles", "texts")
                for article, text in zip(articles, texts, strict=False)
            }
    except JournalError:
        return {}


def packed(rows: Rows) -> Packed:
    """Rows of one article, of all PARTS, to be stored."""
    failed = rows["articles"][0]["status"] == "failed"
    return Packed(failed, tuple(_packed(rows[part]) for part in PARTS))


def _packed(rows: list[Row]) -> bytes:
    """Rows of one table, which all have the same columns: their names, then the cells of each."""
    names = list(rows[0]) if rows else []
    text = _ENCODER.encode([names, *(list(row.values()) for row in rows)])
    return zlib.compress(text.encode(), level=1)  # a tenth larger than by default, in half the time


def _unpacked(packed: bytes) -> list[Row]:
    names, *rows = json.loads(zlib.decompress(packed))
    return [dict(zip(names, row, strict=True)) for row in rows]


def _opened(path: Path, output: Path, *, fresh: bool, joined: bool) -> sqlite3.Connection:
    try:
        base = _connected(path, fresh=fresh)
        (found,) = base.execute("pragma user_version").fetchone()
        if found == VERSION:
            return base
        base.close()
        if joined:
            msg = f"{output}: its journal is of version {found}, not {VERSION}: run it again"
            raise JournalError(msg)
        path.replace(path.with_suffix(f".{found}.sqlite"))
        return _connected(path, fresh=True)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            msg = f"another run is writing to {output}: wait for it, or choose another folder"
            raise BusyError(msg) from error
        if error.sqlite_errorcode not in _CORRUPT or not fresh:
            hint = (
                ": forget what it held with --fresh" if error.sqlite_errorcode in _CORRUPT else ""
            )
            msg = f"{path}: {error}{hint}"
            raise JournalError(msg) from error
    path.unlink()
    return _connected(path, fresh=True)


def _connected(path: Path, *, fresh: bool) -> sqlite3.Connection:
    """Open and lock a journal, with its tables."""
    base = sqlite3.connect(path, timeout=0)
    try:
        base.execute("pragma locking_mode = exclusive")
        base.execute("begin exclusive")
        base.commit()
        (tables,) = base.execute("select count(*) from sqlite_master").fetchone()
        if fresh or not tables:
            base.executescript(SCHEMA)
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base
