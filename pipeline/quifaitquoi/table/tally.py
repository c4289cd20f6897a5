"""The actors of a run, counted on disk, since there are more with each article."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.table.rows import Cell, Row

#: Counts of each actor by how it is described.
SCHEMA: Final = """
pragma journal_mode = off;
create table counts (
    key text, kind text, country text, sector text,
    articles integer, mentions integer, events integer,
    primary key (key, kind, country, sector)
) without rowid;
"""
ADD: Final = """
insert into counts values (?, ?, ?, ?, ?, ?, ?) on conflict do update set
    articles = articles + excluded.articles,
    mentions = mentions + excluded.mentions,
    events = events + excluded.events
"""


class ActorTally:
    """Counts the actors of a run article by article.

    It is fed with rows, so that a resumed run can feed it what an earlier one wrote.
    """

    def __init__(self) -> None:
        self._base = sqlite3.connect("")  # a file of its own, as far as memory is short
        self._base.executescript(SCHEMA)

    def close(self) -> None:
        """Give back what lies on disk."""
        self._base.close()

    def add(self, mentions: Iterable[Row], events: Iterable[Row]) -> None:
        """Count the rows of mentions.csv and events.csv of one article."""
        counts: dict[tuple[str, str, str, str], list[int]] = {}
        first: dict[str, list[int]] = {}
        for row in mentions:
            if key := str(row["key"]):
                described = (key, str(row["kind"]), str(row["country"]), str(row["sector"]))
                count = counts.setdefault(described, [0, 0, 0])
                count[1] += 1
                first.setdefault(key, count)[0] = 1
        for row in events:
            for key in {*_keys(row["source_keys"]), *_keys(row["target_keys"])}:
                if key not in first:
                    first[key] = counts[key, "", "", ""] = [0, 0, 0]
                first[key][2] += 1
        self._base.executemany(ADD, [(*one, *count) for one, count in counts.items()])

    def rows(self) -> Iterator[Row]:
        """Rows of actors.csv by key; an actor described in two ways has its more frequent one."""
        found = self._base.execute("select * from counts order by key")
        for key, counts in groupby(found, lambda count: str(count[0])):
            described = list(counts)
            # Ties go to the fuller, then the first description, whatever the order of the articles.
            _, kind, country, sector, *_ = min(
                described, key=lambda one: (-one[5], one[1:4].count(""), one[1:4])
            )
            articles, mentions, events = (sum(one[i] for one in described) for i in (4, 5, 6))
            yield {
                "kind": kind,
                "country": country,
                "sector": sector,
                "key": key,
                "articles": articles,
                "mentions": mentions,
                "events": events,
            }


def _keys(cell: Cell) -> tuple[str, ...]:
    return tuple(key for key in cell if key) if isinstance(cell, tuple | list) else ()
