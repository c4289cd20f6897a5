"""Tables to what the page's script works on: plain lists, short, in the order of the tables."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.records.actions import Factuality
from quifaitquoi.report.texts import browser_offsets
from quifaitquoi.table import (
    ACTORS,
    DATES,
    DYADS,
    EVENT_TYPES,
    EVENTS,
    MENTIONS,
    read_rows,
    text_cells,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quifaitquoi.table import Row

ASSETS: Final = Path(__file__).parent / "assets"

ROLES: Final = ("source", "target")

Content = dict[str, Any]


def content(tables: Path, articles: Sequence[Row], texts: Mapping[str, str]) -> Content:
    """Everything that the page shows of a folder of tables but its scores.

    `articles` are the rows of its articles.csv, `texts` the raw texts by article id. Events are
    columns of the cells of events.csv, so that the page can give the rows back as they are, and
    three of their own: where trigger and sentence meet, in UTF-16 code units, as browsers count.
    """
    known = {str(row["article_id"]) for row in articles}
    # An event of an article that articles.csv lacks cannot be shown in its place.
    events = [row for row in read_rows(tables, EVENTS) if row["article_id"] in known]
    offsets = {name: browser_offsets(text) for name, text in texts.items()}
    cells = zip(*text_cells(EVENTS, events), strict=True) if events else ((),) * len(EVENTS.names)
    columns = dict(zip(EVENTS.names, map(_column, cells), strict=True))
    marks = _marks(tables, offsets)
    return {
        "columns": EVENTS.names,
        "decimals": [column.name for column in EVENTS.columns if column.type == "number"],
        "events": columns | _places(events, offsets),
        "types": _types(events),
        "factualities": list(Factuality),
        "articles": [_article(row, texts, marks) for row in articles],
        "pairs": _pairs(tables, events),
        # Browsers know names in every language by these.
        "countries": json.loads((ASSETS / "countries.json").read_text("utf-8")),
        "counts": {
            "dates": sum(_number(row["dates"]) for row in articles),
            "actors": len(read_rows(tables, ACTORS)),
        },
    }


def _column(cells: Sequence[str]) -> Sequence[str] | Content:
    """A column as it is, or, where cells often repeat, as each value once and its place by row."""
    values = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    if 2 * len(values) > len(cells):
        return cells
    return {"values": list(values), "rows": [values[cell] for cell in cells]}


def _places(events: Sequence[Row], offsets: Mapping[str, Callable[[int], int]]) -> Content:
    """By event, where its trigger stands in its sentence (`at`) and in its article."""
    seen = Counter[tuple[str, str, str]]()
    places: Content = {"at": [], "start": [], "end": []}
    for row in events:
        article, sentence = str(row["article_id"]), str(row["sentence"])
        trigger = str(row["trigger"])
        same = (article, sentence, trigger)
        unit = offsets.get(article, int)
        places["at"].append(trigger_offset(sentence, trigger, seen[same]))
        places["start"].append(unit(_number(row["trigger_start"])))
        places["end"].append(unit(_number(row["trigger_end"])))
        seen[same] += 1
    return places


def _types(events: Sequence[Row]) -> list[str]:
    """Our types, then those of the user's own tables."""
    return [*EVENT_TYPES, *sorted({str(row["event_type"]) for row in events} - {*EVENT_TYPES})]


def trigger_offset(sentence: str, trigger: str, number: int = 0) -> int:
    """Where the trigger stands in its sentence, in UTF-16 code units; -1 where it is not found.

    The table gives the trigger's offset in the article only; `number` tells apart several events
    of one sentence with the same trigger.
    """
    found = [
        match.start() for match in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", sentence)
    ]
    if not found:
        start = sentence.find(trigger)
        found = [start] if start >= 0 else []
    return browser_offsets(sentence)(found[min(number, len(found) - 1)]) if found else -1


def _article(row: Row, texts: Mapping[str, str], marks: Mapping[str, list[list[Any]]]) -> Content:
    name = str(row["article_id"])
    kept = ("title", "source", "published", "published_basis", "status", "reason")
    return {
        "id": name,
        **{column: row[column] for column in kept},
        **({"text": texts[name], "marks": marks.get(name, [])} if name in texts else {}),
    }


def _marks(tables: Path, offsets: Mapping[str, Any]) -> dict[str, list[list[Any]]]:
    """Dates as (start, end, "date", value), actors as (start, end, "actor", keys) by article."""
    marks: defaultdict[str, list[list[Any]]] = defaultdict(list)
    for row in read_rows(tables, DATES):
        name = str(row["article_id"])
        if name in offsets:
            span = [offsets[name](_number(row[edge])) for edge in ("start", "end")]
            marks[name].append([*span, "date", row["value"]])
    keys: defaultdict[tuple[str, int, int], list[str]] = defaultdict(list)
    for row in read_rows(tables, MENTIONS):
        name = str(row["article_id"])
        if name in offsets:
            keys[name, _number(row["start"]), _number(row["end"])].append(str(row["key"]))
    for (name, start, end), found in keys.items():
        unit = offsets[name]
        marks[name].append([unit(start), unit(end), "actor", [key for key in found if key]])
    return {name: sorted(found) for name, found in marks.items()}


def _pairs(tables: Path, events: Sequence[Row]) -> list[list[Any]]:
    """Number of the event, its source's and its target's side, each once.

    A side is a country, or for an actor without one (CEDEAO, a movement) its key, as in scoring.
    """
    index = {row["event_id"]: number for number, row in enumerate(events)}
    pairs = {
        (
            index[row["event_id"]],
            *(str(row[f"{role}_country"] or row[f"{role}_key"]) for role in ROLES),
        )
        for row in read_rows(tables, DYADS)
        if row["event_id"] in index
    }
    return [list(pair) for pair in sorted(pairs)]


def _number(cell: object) -> int:
    """An offset; a table of others may lack one."""
    return cell if isinstance(cell, int) else 0
