"""When: the date that a trigger governs, its sentence's, or one carried over from nearby."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pipeline.events.draft import Draft, keys
from pipeline.records import EventType, Factuality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import DateMention, Sentence

# What is said, praised or agreed at a dated meeting takes the meeting's date.
SCENES: Final = frozenset({EventType.CONSULT})
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


def dated(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> list[Draft]:
    """Drafts with their dates; within a group the first stated date goes to all."""
    stated = [
        replace(draft, date=draft.action.when, date_basis=draft.action.when.basis)
        if draft.action.when is not None
        else draft
        for draft in drafts
    ]
    return _carried(_shared(stated), sentences, dates)


def _shared(drafts: Sequence[Draft]) -> list[Draft]:
    """All mentions of a group carry its date."""
    dates: dict[int, DateMention] = {}
    for draft in drafts:
        if draft.date is not None:
            dates.setdefault(draft.group, draft.date)
    found = []
    for draft in drafts:
        date = dates.get(draft.group)
        if date is not None and date is not draft.date:
            draft = replace(draft, date=date, date_basis="carried")
        found.append(draft)
    return found


def _carried(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> list[Draft]:
    """Speech without a date of its own takes that of the meeting it belongs to."""
    scene: DateMention | None = None
    present: set[str] = set()
    found = []
    for draft in drafts:
        action = draft.action
        asserted = action.factuality is Factuality.ASSERTED
        if draft.date is not None and action.type in SCENES and asserted:
            if draft.date is not scene:
                scene, present = draft.date, set()
            present |= keys(action)
        elif draft.date is None and action.type in CARRIED and asserted:
            if scene is not None and present & keys(action):
                draft = replace(draft, date=scene, date_basis="carried")
                present |= keys(action)
        found.append(draft)
    return found
