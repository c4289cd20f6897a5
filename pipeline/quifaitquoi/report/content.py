"""Tables to what the page's script works on: plain lists, short, in the order of the tables."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.records.actions import Factuality
from quifaitquoi.report.texts import browser_offsets
from quifaitquoi.table import DATES, DYADS, EVENT_TYPES, EVENTS, MENTIONS, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quifaitquoi.table import Row

ASSETS: Final = Path(__file__).parent / "assets"

# Cells of an event that go to the page as they are.
PLAIN: Final = (
    "trigger", "event_type", "quad_class", "factuality", "attribution", "event_date", "date_start",
    "date_end", "date_text", "date_basis", "place", "place_country", "rule_id",
)  # fmt: skip
EVENT_FIELDS: Final = (
    "id", "group", "article", "sentence", "at", "start", "end", *PLAIN, "sources", "targets",
)  # fmt: skip
ROLES: Final = ("source", "target")

Content = dict[str, Any]


def content(tables: Path, articles: Sequence[Row], texts: Mapping[str, str]) -> Content:
    """Everything that the page shows of a folder of tables but its scores.

    `articles` are the rows of its articles.csv, `texts` the raw texts by article id. An event names
    its article and its sentence by their number; offsets count UTF-16 code units, as browsers do.
    """
    events = read_rows(tables, EVENTS)
    index = {str(row["article_id"]): number for number, row in enumerate(articles)}
    # An event of an article that articles.csv lacks cannot be shown in its place.
    events = [row for row in events if row["article_id"] in index]
    sentences: dict[str, int] = {}
    offsets = {name: browser_offsets(text) for name, text in texts.items()}
    seen = Counter[tuple[str, str, str]]()
    rows = []
    for row in events:
        article, sentence = str(row["article_id"]), str(row["sentence"])
        trigger = str(row["trigger"])
        place = (article, sentence, trigger)
        unit = offsets.get(article, int)
        rows.append(
            [
                row["event_id"],
                row["group_id"],
                index[article],
                sentences.setdefault(sentence, len(sentences)),
                trigger_offset(sentence, trigger, seen[place]),
                unit(_number(row["trigger_start"])),
                unit(_number(row["trigger_end"])),
                *(row[name] for name in PLAIN),
                *(_participants(row, role) for role in ROLES),
            ]
        )
        seen[place] += 1
    marks = _marks(tables, offsets)
    return {
        "fields": EVENT_FIELDS,
        "types": _types(events),
        "factualities": list(Factuality),
        "events": rows,
        "sentences": list(sentences),
        "articles": [_article(row, texts, marks) for row in articles],
        "pairs": _pairs(tables, events),
        "countries": _countries(events),
    }


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
    kept = ("title", "published", "published_basis", "status", "reason", "sentences")
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


def _participants(row: Row, role: str) -> list[list[str]]:
    cells = [row[f"{role}_{part}"] for part in ("keys", "countries", "mentions")]
    columns = [cell if isinstance(cell, tuple | list) else () for cell in cells]
    return [list(places) for places in zip(*columns, strict=False)]


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


def _countries(events: Sequence[Row]) -> dict[str, str]:
    """Alpha-2 codes of the countries that occur: browsers know names in every language by them."""
    codes: dict[str, str] = json.loads((ASSETS / "countries.json").read_text("utf-8"))
    used = {str(row["place_country"]) for row in events}
    for row in events:
        for role in ROLES:
            cell = row[f"{role}_countries"]
            used.update(cell if isinstance(cell, tuple | list) else ())
    return {code: codes[code] for code in sorted(used & codes.keys())}


def _number(cell: object) -> int:
    """An offset; a table of others may lack one."""
    return cell if isinstance(cell, int) else 0
