"""Predictions as labels, for a person to correct in brat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.labels.gold import (
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldParticipant,
    GoldPlace,
    write_gold,
)
from quifaitquoi.labels.standoff import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quifaitquoi.records.actors import Actor
    from quifaitquoi.records.events import Event, Participant, Result


def write_draft(results: Iterable[Result], folder: Path) -> None:
    """Write the labels of each article beside its text, which brat shows, and their actors."""
    drafts = []
    actors: dict[str, Actor] = {}
    for result in results:
        drafts.append(draft_article(result))
        path = folder / f"{result.article.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        # Bytes, since the line ends count in the offsets.
        path.write_bytes(result.article.text.encode())
        keys = {
            key
            for event in drafts[-1].events
            for participant in event.sources + event.targets
            for key in participant.keys
        }
        actors |= {key: result.actors[key] for key in keys}
    write_gold(drafts, actors.values(), folder)


def draft_article(result: Result) -> GoldArticle:
    """Labels of what was found in one article; write them with `write_gold`.

    Events name their participants, dates and places by words: each is labelled where these words
    stand nearest to the trigger. One whose words are nowhere in the article is left out.
    """
    text = result.article.text
    dates = tuple(
        GoldDate(date.start, date.end, words_of(text, date.start, date.end), date.value)
        for date in sorted(result.dates, key=lambda date: date.start)
        if date.value
    )
    sizes: dict[str, int] = {}
    for event in result.events:
        sizes[event.group_id] = sizes.get(event.group_id, 0) + 1
    groups = [group for group, size in sizes.items() if size > 1]
    numbers = {group: number for number, group in enumerate(groups, start=1)}
    events = tuple(
        _event(event, result, dates, numbers.get(event.group_id, 0))
        for event in sorted(result.events, key=lambda event: event.trigger_start)
    )
    return GoldArticle(result.article.id, dates, events)


def _event(event: Event, result: Result, dates: tuple[GoldDate, ...], group: int) -> GoldEvent:
    start, text = event.trigger_start, result.article.text
    when = [date for date in dates if date.value == event.event_date]
    place = nearest(occurrences(text, event.place), start)
    return GoldEvent(
        event.event_type,
        start,
        event.trigger_end,
        words_of(text, start, event.trigger_end),
        event.factuality,
        _participants(event.sources, start, result),
        _participants(event.targets, start, result),
        min(when, key=lambda date: abs(date.start - start), default=None),
        GoldPlace(*place, words_of(text, *place), event.place_country)
        if place and event.place_country
        else None,
        group,
    )


def _participants(
    participants: tuple[Participant, ...], start: int, result: Result
) -> tuple[GoldParticipant, ...]:
    text = result.article.text
    spans: dict[tuple[int, int], list[str]] = {}
    for participant in participants:
        mentions = [m for m in result.mentions if participant.key in m.keys]
        words = " ".join(participant.mention.split())
        same = [m for m in mentions if " ".join(m.text.split()) == words] or mentions
        span = nearest([(m.start, m.end) for m in same], start) or nearest(
            occurrences(text, participant.mention), start
        )
        if span:
            spans.setdefault(span, []).append(participant.key)
    return tuple(
        GoldParticipant(*span, words_of(text, *span), tuple(keys)) for span, keys in spans.items()
    )


def occurrences(text: str, words: str) -> Iterable[tuple[int, int]]:
    """Spans at which words stand in a text."""
    found = text.find(words) if words else -1
    while found >= 0:
        yield found, found + len(words)
        found = text.find(words, found + 1)


def nearest(spans: Iterable[tuple[int, int]], start: int) -> tuple[int, int] | None:
    """The span that starts nearest to an offset; None where there is none."""
    return min(spans, key=lambda span: abs(span[0] - start), default=None)
