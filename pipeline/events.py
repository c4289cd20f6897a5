"""Action mentions to events: mentions of one event grouped, date and place attached.

Dates and places come from the words only, never from the publication date. `date_basis` says which way:
the date's own basis (explicit, relative) when the trigger's clause or sentence states it, `carried` when
it stands elsewhere in the article.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.records import (
    ActionMention,
    Actor,
    Argument,
    Article,
    CleanText,
    DateMention,
    Event,
    EventType,
    Factuality,
    Participant,
    PlaceMention,
    Sentence,
    event_id,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Clauses that happen at the time of the clause they hang on (« Reçu le 4 par X, Y a déclaré »).
SIMULTANEOUS: Final = frozenset({"advcl", "conj", "obl:mod", "parataxis", "dep", "acl", "ROOT"})
# What is said, praised or agreed at a dated meeting takes the meeting's date.
CARRYING: Final = frozenset({EventType.CONSULT})
CARRIED: Final = frozenset(
    {
        EventType.STATEMENT,
        EventType.DIPLOMACY,
        EventType.APPEAL,
        EventType.INTEND,
        EventType.CONSULT,
        EventType.DISAPPROVE,
        EventType.DEMAND,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
# Letters that the words of one family share (arrêter, arrestation; rencontrer, rencontre).
FAMILY_PREFIX: Final = 4


@dataclass(frozen=True, slots=True)
class _Draft:
    """An action on its way to an event: its group, date and place."""

    action: ActionMention
    group: int
    date: DateMention | None = None
    date_basis: str = ""
    place: PlaceMention | None = None


def build(
    article: Article,
    clean: CleanText,
    sentences: Sequence[Sentence],
    actions: Sequence[ActionMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
) -> tuple[Event, ...]:
    """Events of an article, in order of their triggers; offsets are raw."""
    drafts = _grouped(actions)
    drafts = _dated(drafts, sentences, dates)
    drafts = _placed(drafts, places)
    drafts = _shared(drafts)
    ids = [_id(article, clean, draft.action) for draft in drafts]
    return tuple(
        _event(article, clean, sentences, draft, ids[i], ids[draft.group], actors)
        for i, draft in enumerate(drafts)
    )


def _id(article: Article, clean: CleanText, action: ActionMention) -> str:
    start, end = clean.raw_span(action.start, action.end)
    return event_id(article.id, start, end, action.type)


def _keys(action: ActionMention) -> frozenset[str]:
    return frozenset(k for argument in (*action.sources, *action.targets) for k in argument.keys)


def _grouped(actions: Sequence[ActionMention]) -> list[_Draft]:
    """Group by index into the result.

    A definite noun without parties takes those of its group, and is no event where there is none.
    """
    drafts: list[_Draft] = []
    for action in actions:
        first = _antecedent(action, drafts)
        if first is None:
            if _keys(action):
                drafts.append(_Draft(action, len(drafts)))
            continue
        if not _keys(action):
            parties = drafts[first].action
            action = replace(action, sources=parties.sources, targets=parties.targets)
        drafts.append(_Draft(action, drafts[first].group))
    return drafts


def _antecedent(action: ActionMention, drafts: Sequence[_Draft]) -> int | None:
    keys = _keys(action)
    for i in range(len(drafts) - 1, -1, -1):
        other = drafts[i].action
        if other.type is not action.type or other.sentence == action.sentence:
            continue
        related = _related(other.lemma, action.lemma)
        if not keys:
            if related or action.type is EventType.CONSULT:
                return i
        elif related and keys & _keys(other) and other.factuality is action.factuality:
            if action.type is EventType.STATEMENT:
                continue
            return i
    return None


def _related(first: str, second: str) -> bool:
    return first[:FAMILY_PREFIX] == second[:FAMILY_PREFIX]


def _dated(
    drafts: Sequence[_Draft], sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> list[_Draft]:
    by_start = {draft.action.start: draft.action for draft in drafts}
    taken = {draft.action.when.start for draft in drafts if draft.action.when is not None}
    dated: list[_Draft] = []
    carried: DateMention | None = None
    for draft in drafts:
        action = draft.action
        free = [d for d in dates if d.sentence == action.sentence and d.start not in taken]
        date = action.when or _simultaneous(action, by_start)
        if date is None and len(free) == 1:
            date = free[0]
        basis = date.basis if date is not None else ""
        here = any(d.sentence == action.sentence for d in dates)
        if (
            date is None
            and not here
            and carried is not None
            and action.type in CARRIED
            and action.factuality is Factuality.ASSERTED
        ):
            date, basis = carried, "carried"
        if date is not None and action.type in CARRYING and basis != "carried":
            carried = date
        dated.append(replace(draft, date=date, date_basis=basis))
    return dated


def _simultaneous(
    action: ActionMention, by_start: Mapping[int, ActionMention]
) -> DateMention | None:
    """Date of the clause that this one goes along with, either way."""
    above = by_start.get(action.governor)
    if above is not None and action.relation in SIMULTANEOUS and above.when is not None:
        return above.when
    for other in by_start.values():
        if other.governor == action.start and other.relation in ("advcl", "obl:mod"):
            return other.when
    return None


def _placed(drafts: Sequence[_Draft], places: Sequence[PlaceMention]) -> list[_Draft]:
    return [replace(draft, place=draft.action.where) for draft in drafts]


def _shared(drafts: Sequence[_Draft]) -> list[_Draft]:
    """All mentions of a group carry its date and place."""
    dates: dict[int, DateMention] = {}
    places: dict[int, PlaceMention] = {}
    for draft in drafts:
        if draft.date is not None and draft.date_basis != "carried":
            dates.setdefault(draft.group, draft.date)
        if draft.place is not None:
            places.setdefault(draft.group, draft.place)
    shared = []
    for draft in drafts:
        date = dates.get(draft.group)
        if date is not None and date is not draft.date:
            draft = replace(draft, date=date, date_basis="carried")
        shared.append(replace(draft, place=places.get(draft.group, draft.place)))
    return shared


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
    sentences: Sequence[Sentence],
    draft: _Draft,
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
        sentence=" ".join(sentences[action.sentence].span.text.split()),
        trigger=action.text,
        trigger_lemma=action.lemma,
        trigger_start=start,
        trigger_end=end,
        event_type=action.type,
        factuality=action.factuality,
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
    )
