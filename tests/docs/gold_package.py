"""The gold set as a Frictionless data package: gold/datapackage.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.labels import SPLITS
from quifaitquoi.records.actors import SECTORS, ActorKind

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "datapackage.json"
_LICENCES: Final = [
    {
        "name": "MIT",
        "title": "MIT, for labels, tables and guidelines; texts: see raw/README.md",
    }
]
_SOURCES: Final = [
    {"title": "French Wikinews by way of WiNER-fr (Yoann Dupont), CC BY: wiki*"},
    {"title": "Five press articles on Togo's diplomacy, 2023 to 2025: 000_* to 004_*"},
    {"title": "Articles written for the project: dev*"},
]


def package(gold: Path) -> dict[str, Any]:
    """The description of a gold folder; labels are listed, tables have a schema."""
    actors: list[dict[str, Any]] = [
        _field("key", "name of the actor, shared by the whole gold set", unique=True),
        _field("kind", "kind of actor", enum=[*ActorKind]),
        _field("country", "ISO 3166-1 alpha-3, if any", required=False, pattern="[A-Z]{3}"),
        _field("sector", "sector, if any", required=False, enum=sorted(SECTORS)),
    ]
    splits = [
        _field("article_id", "file of labels without its ending", unique=True),
        _field("split", "train is read and learnt from, test is scored only", enum=[*SPLITS]),
    ]
    labels = sorted(path.relative_to(gold).as_posix() for path in gold.rglob("*.ann"))
    return {
        "name": "quifaitquoi-gold",
        "title": "Events in French-language news: who did what to whom, when and where",
        "description": "Labels of press articles in brat standoff; README.md is the dataset card, "
        "GUIDELINES.md says what is labelled.",
        "licenses": _LICENCES,
        "sources": _SOURCES,
        "keywords": ["French", "news", "event coding", "CAMEO", "brat standoff"],
        "resources": [
            {
                "name": "labels",
                "title": "Dates, actors, places, events of each article; offsets are code points",
                "path": labels,
                "format": "ann",
                "mediatype": "text/plain",
                "encoding": "utf-8",
            },
            _table("actors", "Every actor key of the labels", "key", actors),
            _table("splits", "The split of every article", "article_id", splits),
        ],
    }


def render(gold: Path) -> str:
    """The text of the file."""
    return json.dumps(package(gold), ensure_ascii=False, indent=2) + "\n"


def _field(
    name: str,
    description: str,
    *,
    required: bool = True,
    unique: bool = False,
    enum: list[str] | None = None,
    pattern: str = "",
) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": required, "unique": unique}
    constraints |= {"enum": [str(one) for one in enum or ()], "pattern": pattern}
    return {
        "name": name,
        "type": "string",
        "description": description,
        "constraints": {key: value for key, value in constraints.items() if value},
    }


def _table(name: str, title: str, primary: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": primary},
    }
