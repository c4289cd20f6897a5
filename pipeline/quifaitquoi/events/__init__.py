"""Action mentions to events: mentions of one event grouped, date and place attached.

Dates and places come from the words only, never from the publication date. `date_basis` says which
way: the date's own basis (explicit, relative) when the trigger's clause or sentence states it,
`carried` when it stands elsewhere in the article, `scene` when it is that of the occasion which the
article reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.events.answers import answered
from quifaitquoi.events.coreference import grouped
from quifaitquoi.events.dating import dated
from quifaitquoi.events.placing import placed
from quifaitquoi.records.actions import Argument, EventMention, Factuality, Tense
from quifaitquoi.records.events import Event, Participant, event_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quifaitquoi.events.draft import Draft
    from quifaitquoi.records.actors import Actor
    from quifaitquoi.records.articles import Article
    from quifaitquoi.records.clean import CleanText
    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.records.events import Scene

__all__ = ["build"]


def build(
    article: Article,
    clean: CleanText,
    sentences: Sequence[str],
    actions: Sequence[EventMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    scene: Scene | None = None,
) -> tuple[Event, ...]:
    """Events of an article, in order of their triggers; offsets are raw."""
    linked = answered(grouped(actions, article.published))
    drafts = placed(dated(linked, dates, article.published, scene), actors, scene)
    ids = [_id(article, clean, draft.action) for draft in drafts]
    return tuple(
        _event(article, clean, sentences, draft, ids[i], ids[draft.group], actors)
        for i, draft in enumerate(drafts)
    )


def _id(article: Article, clean: CleanText, action: EventMention) -> str:
    start, end = clean.raw_span(action.start, action.end)
    return event_id(article.id, start, end, action.type)


def _factuality(action: EventMention, date: DateMention | None, published: str) -> Factuality:
    """What is asserted of a day after publication is planned, unless it is told as past."""
    if (
        action.factuality is Factuality.ASSERTED
        and action.tense not in (Tense.PAST, Tense.PLUPERFECT)
        and date is not None
        and date.begins_after(published)
    ):
        return Factuality.PLANNED
    return action.factuality


def _participants(
    arguments: Sequence[Argument], actors: Mapping[str, Actor]
) -> tuple[Participant, ...]:
    found = []
    for argument in arguments:
        for key in argument.keys:
            actor = actors[key]
            found.append(Participant(key, actor.country, actor.sector, argument.mention.text))
    return tuple(found)


def _event(
    article: Article,
    clean: CleanText,
    sentences: Sequence[str],
    draft: Draft,
    identity: str,
    group: str,
    actors: Mapping[str, Actor],
) -> Event:
    action, date, place = draft.action, draft.date, draft.place
    start, end = clean.raw_span(action.start, action.end)
    return Event(
        event_id=identity,
        group_id=group,
        article_id=article.id,
        published=article.published,
        sentence=" ".join(sentences[action.sentence].split()),
        trigger=action.text,
        trigger_lemma=action.lemma,
        trigger_start=start,
        trigger_end=end,
        event_type=action.type,
        factuality=_factuality(action, date, article.published),
        attribution=action.attribution,
        sources=_participants(action.sources, actors),
        targets=_participants(action.targets, actors),
        event_date=date.value if date else "",
        date_start=date.date_start if date else "",
        date_end=date.date_end if date else "",
        date_precision=date.precision if date else "",
        date_text=date.text if date else "",
        date_basis=draft.date_basis,
        place=place.text if place else "",
        place_country=place.country if place else "",
        rule_id=action.rule_id,
        cameo=action.cameo,
        confidence=action.confidence,
    )
