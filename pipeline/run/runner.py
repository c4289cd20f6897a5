"""A whole run: articles to tables, resumed where an earlier run stopped."""

from __future__ import annotations

import logging
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from pipeline.records import Article, Rejected
from pipeline.run.engines import Engine, InProcess
from pipeline.run.journal import FOLDER, Journal
from pipeline.run.work import fingerprint, rejected, rows_of
from pipeline.table import (
    TABLES,
    ActorTally,
    write_csv,
    write_datapackage,
    write_parquet,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pipeline.config import Settings
    from pipeline.table import Row

LOGGER = logging.getLogger(__name__)
# Articles of one unit of work: enough to fill the model's batches, few enough to lose little.
CHUNK: Final = 16
FORMATS: Final = ("csv", "parquet")


@dataclass(slots=True)
class Summary:
    """What a run did: inputs by status, rows by table, the actors named most often."""

    statuses: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    actors: list[tuple[str, int]] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    processed: int = 0


def run(
    entries: Iterable[Article | Rejected],
    output: Path,
    settings: Settings,
    *,
    engine: AbstractContextManager[Engine] | None = None,
    formats: Iterable[str] = ("csv",),
    fresh: bool = False,
    progress: Callable[[], object] = lambda: None,
) -> Summary:
    """Read articles, process those that are new or changed, write every table into `output`.

    `progress` is called once an input. Raises BusyError when another run writes to the folder.
    """
    output.mkdir(parents=True, exist_ok=True)
    summary = Summary()
    with Journal(output, fresh=fresh) as journal, engine or nullcontext(InProcess()) as workers:
        pending = _pending(entries, journal, settings, progress)
        for articles, rows in workers.map(rows_of, settings, _chunks(pending, CHUNK)):
            journal.store(
                (article.id, fingerprint(settings, article), row)
                for article, row in zip(articles, rows, strict=True)
            )
            summary.processed += len(articles)
        journal.finish()
        _write(journal, output, tuple(formats), summary)
    return summary


def _pending(
    entries: Iterable[Article | Rejected],
    journal: Journal,
    settings: Settings,
    progress: Callable[[], object],
) -> Iterator[Article]:
    """Articles that must be processed; the others are settled on the way."""
    met: set[str] = set()
    for entry in entries:
        progress()
        if entry.id in met:
            reason = f"the id {entry.id!r} stands twice in the input"
            entry = Rejected(_free(entry.id, met), entry.file, reason, entry.sha256)
        met.add(entry.id)
        mark = fingerprint(settings, entry)
        state = journal.state(entry.id)
        if state is not None and state[0] == mark:
            journal.keep(entry.id)
        elif isinstance(entry, Rejected):
            LOGGER.warning("%s: %s", entry.file or entry.id, entry.reason)
            journal.store([(entry.id, mark, rejected(entry))])
        else:
            yield entry


def _free(article_id: str, met: set[str]) -> str:
    number = 2
    while f"{article_id}#{number}" in met:
        number += 1
    return f"{article_id}#{number}"


def _chunks(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    for article in articles:
        chunk.append(article)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _write(journal: Journal, output: Path, formats: tuple[str, ...], summary: Summary) -> None:
    """Write every table beside the old ones, then put them in place."""
    drafts = output / FOLDER / "tables"
    drafts.mkdir(exist_ok=True)
    for path in drafts.iterdir():
        path.unlink()
    tally = ActorTally()
    for mentions, events, articles in journal.rows("mentions", "events", "articles"):
        tally.add(mentions, events)
        _count(articles, summary)
    actors = tally.rows()
    summary.actors = sorted(
        ((str(row["key"]), int(str(row["events"]))) for row in actors), key=lambda a: (-a[1], a[0])
    )[:5]
    for name, table in TABLES.items():

        def rows(name: str = name) -> Iterator[Row]:
            return iter(actors) if name == "actors" else _flat(journal.rows(name))

        summary.rows[name] = write_csv(drafts / f"{name}.csv", table, rows())
        if "parquet" in formats:
            write_parquet(drafts / f"{name}.parquet", table, rows())
    write_datapackage(drafts, _version())
    for path in sorted(drafts.iterdir()):
        path.replace(output / path.name)


def _flat(groups: Iterable[tuple[list[Row], ...]]) -> Iterator[Row]:
    return chain.from_iterable(rows for (rows,) in groups)


def _count(articles: Iterable[Row], summary: Summary) -> None:
    for row in articles:
        summary.statuses[str(row["status"])] += 1
        if row["status"] == "rejected":
            summary.rejected.append((str(row["file"] or row["article_id"]), str(row["reason"])))


def _version() -> str:
    from importlib.metadata import version

    return version("quifaitquoi")
