"""Journal to tables: all of them beside the old ones first, then in their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import chain
from typing import TYPE_CHECKING, Final

from pipeline.run.journal import FOLDER
from pipeline.table import TABLES, ActorTally, write_csv, write_datapackage, write_parquet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from pipeline.run.journal import Journal
    from pipeline.table import Row

FORMATS: Final = ("csv", "parquet")
#: Actors that a summary names.
ACTORS_SHOWN: Final = 5


@dataclass(slots=True)
class Summary:
    """What a run did: inputs by status, rows by table, the actors named most often.

    `rejected` holds (file, reason); `processed` counts what was not already in the journal.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    actors: list[tuple[str, int]] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    processed: int = 0


def write_tables(
    journal: Journal, output: Path, *, formats: Collection[str] = ("csv",), excel: bool = False
) -> Summary:
    """Write every table of a finished run; CSV always, as datapackage.json describes it.

    Tables are drafted in the journal's folder and moved when all are whole: where writing fails,
    the old ones stand. datapackage.json comes last, so that its hashes are those of the tables
    beside it unless the moving itself was cut short. Parquet files of an earlier run that this one
    does not write are removed, since they would contradict the others.
    """
    drafts = output / FOLDER / "tables"
    drafts.mkdir(exist_ok=True)
    for path in drafts.iterdir():
        path.unlink()
    summary = Summary()
    actors = _counted(journal, summary)
    for name, table in TABLES.items():
        found = actors if name == "actors" else None
        summary.rows[name] = write_csv(
            drafts / f"{name}.csv", table, _rows(journal, name, found), excel=excel
        )
        if "parquet" in formats:
            write_parquet(drafts / f"{name}.parquet", table, _rows(journal, name, found))
    package = write_datapackage(drafts, version("quifaitquoi"))
    for path in sorted(drafts.iterdir(), key=lambda path: (path == package, path.name)):
        path.replace(output / path.name)
    if "parquet" not in formats:
        for name in TABLES:
            (output / f"{name}.parquet").unlink(missing_ok=True)
    return summary


def _rows(journal: Journal, name: str, actors: list[Row] | None) -> Iterator[Row]:
    if actors is not None:
        return iter(actors)
    return chain.from_iterable(rows for (rows,) in journal.rows(name))


def _counted(journal: Journal, summary: Summary) -> list[Row]:
    """Rows of actors.csv; articles are counted on the way."""
    tally = ActorTally()
    for mentions, events, articles in journal.rows("mentions", "events", "articles"):
        tally.add(mentions, events)
        for row in articles:
            summary.statuses[str(row["status"])] += 1
            if row["status"] == "rejected":
                summary.rejected.append((str(row["file"] or row["article_id"]), str(row["reason"])))
    actors = tally.rows()
    named = ((str(row["key"]), int(str(row["events"]))) for row in actors if row["events"])
    summary.actors = sorted(named, key=lambda actor: (-actor[1], actor[0]))[:ACTORS_SHOWN]
    return actors
