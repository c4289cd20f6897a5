"""Journal to tables: all of them beside the old ones first, then in their place."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, Final

from quifaitquoi import __version__
from quifaitquoi.run.copies import Sketched, duplicates
from quifaitquoi.run.journal import FOLDER
from quifaitquoi.table import (
    ACTORS,
    ARTICLES,
    EVENT_TYPES,
    TABLES,
    ActorTally,
    write_csv,
    write_datapackage,
    write_french_csv,
    write_parquet,
    write_xlsx,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from quifaitquoi.run.journal import Journal
    from quifaitquoi.table import Row

#: What tables are written as, and the names of the files, of all tables or of each.
FORMATS: Final = {
    "csv": "{}.csv",
    "parquet": "{}.parquet",
    "xlsx": "tables.xlsx",
    "csv-fr": "{}-fr.csv",
}
#: Actors that a summary names, and files without a publication date, of which it holds one more.
ACTORS_SHOWN: Final = 5
UNDATED_SHOWN: Final = 5


@dataclass(slots=True)
class Summary:
    """What a run did: inputs by status, rows by table, the actors named most often.

    `unread` holds (file, status, reason) of those that were not read whole; `processed` counts what
    was not already in the journal, `undated` the articles read without a publication date, of whose
    files `undated_files` are the first; `types` are those of the events.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    actors: list[tuple[str, int]] = field(default_factory=list)
    unread: list[tuple[str, str, str]] = field(default_factory=list)
    processed: int = 0
    undated: int = 0
    undated_files: dict[str, None] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)


def write_tables(
    journal: Journal, output: Path, *, formats: Collection[str] = ("csv",), excel: bool = False
) -> Summary:
    """Write every table of a finished run; CSV always, as datapackage.json describes it.

    Tables are drafted in the journal's folder and moved when all are whole: where writing fails,
    the old ones stand. datapackage.json comes last, so that its hashes are those of the tables
    beside it unless the moving itself was cut short. Files of other formats of an earlier run that
    this one does not write are removed, since they would contradict the others.
    """
    drafts = output / FOLDER / "tables"
    drafts.mkdir(exist_ok=True)
    for path in drafts.iterdir():
        path.unlink()
    summary = Summary()
    with closing(_counted(journal, summary)) as actors:
        copies = duplicates(_sketched(journal), journal.sketch)
        contents: dict[str, Callable[[], Iterator[Row]]]
        contents = {name: partial(_rows, journal, name) for name in TABLES} | {
            ACTORS.name: actors.rows,
            ARTICLES.name: partial(_articles, journal, copies),
        }
        for name, table in TABLES.items():
            rows = contents[name]
            summary.rows[name] = write_csv(drafts / f"{name}.csv", table, rows(), excel=excel)
            if "parquet" in formats:
                write_parquet(drafts / FORMATS["parquet"].format(name), table, rows())
            if "csv-fr" in formats:
                write_french_csv(drafts / FORMATS["csv-fr"].format(name), table, rows())
        if "xlsx" in formats:
            sheets = ((table, contents[name]()) for name, table in TABLES.items())
            write_xlsx(drafts / FORMATS["xlsx"], sheets)
    package = write_datapackage(drafts, __version__, own=sorted(summary.types - {*EVENT_TYPES}))
    for path in sorted(drafts.iterdir(), key=lambda path: (path == package, path.name)):
        path.replace(output / path.name)
    for pattern in (FORMATS[name] for name in FORMATS.keys() - {"csv", *formats}):
        for name in TABLES:
            (output / pattern.format(name)).unlink(missing_ok=True)
    return summary


def _rows(journal: Journal, name: str) -> Iterator[Row]:
    return chain.from_iterable(rows for (rows,) in journal.rows(name))


def _sketched(journal: Journal) -> Iterator[Sketched]:
    for articles, sketches in journal.rows("articles", "sketches"):
        for article, sketch in zip(articles, sketches, strict=False):
            published = str(article["published"] or "")
            yield Sketched(str(article["article_id"]), published, str(sketch["sketch"]))


def _articles(journal: Journal, copies: Mapping[str, str]) -> Iterator[Row]:
    for row in _rows(journal, ARTICLES.name):
        yield row | {"duplicate_of": copies.get(str(row["article_id"]), "")}


def _counted(journal: Journal, summary: Summary) -> ActorTally:
    """The actors of a run; articles are counted on the way."""
    tally = ActorTally()
    for mentions, events, articles in journal.rows("mentions", "events", "articles"):
        tally.add(mentions, events)
        summary.types.update(str(row["event_type"]) for row in events)
        for row in articles:
            summary.statuses[str(row["status"])] += 1
            if row["status"] not in ("ok", "empty"):
                file = str(row["file"] or row["article_id"])
                summary.unread.append((file, str(row["status"]), str(row["reason"])))
            elif not row["published"]:
                summary.undated += 1
                if len(summary.undated_files) <= UNDATED_SHOWN:
                    summary.undated_files[str(row["file"] or row["article_id"])] = None
    # Descriptions start small; « personnes » of two articles are not the same.
    named = (
        (key, int(str(row["events"])))
        for row in tally.rows()
        if row["events"] and not (key := str(row["key"]))[0].islower()
    )
    summary.actors = nsmallest(ACTORS_SHOWN, named, key=lambda actor: (-actor[1], actor[0]))
    return tally
