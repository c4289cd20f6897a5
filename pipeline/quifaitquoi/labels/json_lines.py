"""Labelled articles as JSON objects that need neither brat nor this package to be read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from quifaitquoi.labels.gold import ACTORS_FILE
from quifaitquoi.labels.standoff import StandoffError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quifaitquoi.labels.gold import Gold, GoldArticle, GoldEvent, GoldParticipant
    from quifaitquoi.records.actors import Actor
    from quifaitquoi.records.articles import Article


def json_lines(gold: Gold, articles: Mapping[str, Article]) -> Iterator[str]:
    """One line of JSON for each labelled article, in order of id.

    `articles` are the raw articles by id. An object holds what is known of the article, its text,
    its dates and its events, each label with raw offsets in code points; an event names its
    actors in full, with kind, country and sector. Raises KeyError where an article lacks, and
    StandoffError for an actor that is not described.
    """
    for article_id, labels in sorted(gold.articles.items()):
        article = articles[article_id]
        line = {
            "id": article_id,
            "split": gold.splits[article_id],
            "title": article.title,
            "published": article.published,
            "source": article.source,
            "genre": article.genre,
            "text": article.text,
            **_labels(labels, gold.actors),
        }
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _labels(labels: GoldArticle, actors: Mapping[str, Actor]) -> dict[str, Any]:
    return {
        "dates": [asdict(date) for date in sorted(labels.dates, key=lambda date: date.start)],
        "events": [
            _event(event, actors) for event in sorted(labels.events, key=lambda event: event.start)
        ],
    }


def _event(event: GoldEvent, actors: Mapping[str, Actor]) -> dict[str, Any]:
    return {
        "type": event.type,
        "factuality": event.factuality,
        "trigger": {"start": event.start, "end": event.end, "text": event.trigger},
        "sources": _participants(event.sources, actors),
        "targets": _participants(event.targets, actors),
        "date": asdict(event.when) if event.when else None,
        "place": asdict(event.where) if event.where else None,
        "group": event.group or None,
    }


def _participants(
    participants: Sequence[GoldParticipant], actors: Mapping[str, Actor]
) -> list[dict[str, Any]]:
    known = actors.keys()
    if missing := [key for one in participants for key in one.keys if key not in known]:
        raise StandoffError(f"not in {ACTORS_FILE}: {', '.join(missing)}")
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "actors": [asdict(actors[key]) for key in one.keys],
        }
        for one in participants
    ]
