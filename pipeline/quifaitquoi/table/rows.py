"""Records to rows: what stands in each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.records.actions import Codes, EventType
    from quifaitquoi.records.articles import Rejected
    from quifaitquoi.records.events import Event, Participant, Result

# A tuple, or a list once a row has been through JSON, is a list inside a cell; None is no number.
Cell = str | int | float | tuple[str, ...] | list[str] | None
Row = dict[str, Cell]


def codes(event_type: EventType, cameo: str = "") -> Codes:
    """CAMEO root, PLOVER type, quad class and Goldstein value of a type.

    `cameo`, the finer CAMEO code of the rule if it has one, may have a PLOVER type of its own.
    """
    found = event_type.codes
    plover = event_type.plover_of.get(cameo[:3])
    return found._replace(plover_type=plover) if plover else found


def event_rows(result: Result) -> list[Row]:
    """Rows of events.csv for one article, by trigger offset."""
    return [_event_row(event) for event in _in_order(result.events)]


def date_rows(result: Result) -> list[Row]:
    """Rows of dates.csv for one article, by offset."""
    return [
        {
            "article_id": result.article.id,
            "start": date.start,
            "end": date.end,
            "text": date.text,
            "value": date.value,
            "date_start": date.date_start,
            "date_end": date.date_end,
            "precision": date.precision,
            "basis": date.basis,
            "rule_id": date.rule_id,
        }
        for date in sorted(result.dates, key=lambda date: (date.start, date.end))
    ]


def mention_rows(result: Result) -> list[Row]:
    """Rows of mentions.csv for one article, by offset; one for each actor a mention stands for.

    A mention that stands for nobody the article names gives one row without key. Raises KeyError
    where a mention has a key that the result's actors lack.
    """
    rows: list[Row] = []
    for mention in sorted(result.mentions, key=lambda mention: (mention.start, mention.end)):
        for key in sorted(mention.keys) or ("",):
            actor = result.actors[key] if key else None
            rows.append(
                {
                    "article_id": result.article.id,
                    "start": mention.start,
                    "end": mention.end,
                    "text": mention.text,
                    "key": key,
                    "kind": actor.kind if actor else "",
                    "country": actor.country if actor else "",
                    "sector": actor.sector if actor else "",
                    "rule_id": mention.rule_id,
                }
            )
    return rows


def dyad_rows(result: Result) -> list[Row]:
    """Rows of dyads.csv for one article: each source with each target.

    Several sources without any target are a joint subject: each pair stands both ways.
    """
    rows: list[Row] = []
    for event in _in_order(result.events):
        found = codes(event.event_type, event.cameo)
        for source, target in _pairs(event):
            rows.append(
                {
                    "event_id": event.event_id,
                    "article_id": event.article_id,
                    "date_start": event.date_start,
                    "source_key": source.key,
                    "source_country": source.country,
                    "source_sector": source.sector,
                    "target_key": target.key,
                    "target_country": target.country,
                    "target_sector": target.sector,
                    "event_type": event.event_type,
                    "cameo_root": found.cameo_root,
                    "quad_class": found.quad_class,
                    "goldstein": found.goldstein,
                    "factuality": event.factuality,
                }
            )
    return rows


def article_row(result: Result) -> Row:
    """Row of articles.csv for an article that was read."""
    article = result.article
    empty = result.sentences == 0
    return {
        "article_id": article.id,
        "file": article.file,
        "sha256": article.sha256,
        "published": article.published,
        "published_basis": article.published_basis,
        "title": article.title,
        "source": article.source,
        "characters": len(article.text),
        "sentences": result.sentences,
        "dates": len(result.dates),
        "events": len(result.events),
        "status": "partial" if result.unread else "empty" if empty else "ok",
        "reason": result.unread or ("no sentence left after cleaning" if empty else ""),
    }


def rejected_row(rejected: Rejected, status: str = "rejected") -> Row:
    """Row of articles.csv for an input that could not be read, or not this time (`failed`)."""
    return {
        "article_id": rejected.id,
        "file": rejected.file,
        "sha256": rejected.sha256,
        "status": status,
        "reason": rejected.reason,
    }


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda e: (e.trigger_start, e.trigger_end, e.event_type))


def _pairs(event: Event) -> Iterator[tuple[Participant, Participant]]:
    seen: set[tuple[str, str]] = set()
    for source in event.sources:
        for target in event.targets or event.sources:
            pair = (source.key, target.key)
            if source.key != target.key and pair not in seen:
                seen.add(pair)
                yield source, target


def _event_row(event: Event) -> Row:
    found = codes(event.event_type, event.cameo)
    return {
        "event_id": event.event_id,
        "group_id": event.group_id,
        "article_id": event.article_id,
        "published": event.published,
        "sentence": event.sentence,
        "trigger": event.trigger,
        "trigger_lemma": event.trigger_lemma,
        "trigger_start": event.trigger_start,
        "trigger_end": event.trigger_end,
        "event_type": event.event_type,
        **found._asdict(),
        "factuality": event.factuality,
        "attribution": event.attribution,
        **_participant_cells("source", event.sources),
        **_participant_cells("target", event.targets),
        "event_date": event.event_date,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "date_precision": event.date_precision,
        "date_text": event.date_text,
        "date_basis": event.date_basis,
        "place": event.place,
        "place_country": event.place_country,
        "confidence": None if event.confidence is None else round(event.confidence, 2),
        "rule_id": event.rule_id,
    }


def _participant_cells(role: str, participants: tuple[Participant, ...]) -> Row:
    return {
        f"{role}_keys": tuple(participant.key for participant in participants),
        f"{role}_countries": tuple(participant.country for participant in participants),
        f"{role}_sectors": tuple(participant.sector for participant in participants),
        f"{role}_mentions": tuple(participant.mention for participant in participants),
    }
