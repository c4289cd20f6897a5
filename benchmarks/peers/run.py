"""Run one system over articles; this runs in the environment of the peers.

    python -m benchmarks.peers.run SYSTEM ARTICLES.jsonl FOLDER

Writes an events.csv, and for a system of dates a dates.csv beside an empty one.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers import dates, events

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DATE_COLUMNS = ("article_id", *dates.Found._fields)
EVENT_COLUMNS = ("article_id", *events.Event._fields)


def main() -> None:
    """Code every article and say how long it took."""
    system, source, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    articles = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    found: list[tuple[object, ...]] = []
    started = time.perf_counter()
    if system in dates.SYSTEMS:
        find = dates.SYSTEMS[system]()
        for one in articles:
            found += [(one["id"], *date) for date in find(one["text"], one["published"])]
        write(folder / "dates.csv", DATE_COLUMNS, found)
        write(folder / "events.csv", EVENT_COLUMNS[:4], ())
    else:
        labelled = [one for one in articles if "events" in one]
        coder = events.Coder(events.SYSTEMS[system](labelled))
        for one in articles:
            found += [(one["id"], *event) for event in coder.events(one["text"], one["published"])]
        write(folder / "events.csv", EVENT_COLUMNS, found)
    print(f"{time.perf_counter() - started:.0f}")


def write(path: Path, columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    """A table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
