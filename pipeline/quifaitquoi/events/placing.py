"""Where: the place that a trigger governs, its group's, or that of the same day's events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.events.draft import Draft
    from quifaitquoi.records.actors import PlaceMention
    from quifaitquoi.records.events import Scene

# Acts of force and talks go on where the day's first one was, unless the text says otherwise.
STAYING: Final = frozenset(
    {
        EventType.CONSULT,
        EventType.PROTEST,
        EventType.POSTURE,
        EventType.ASSAULT,
        EventType.FIGHT,
        EventType.MASS,
    }
)


def placed(drafts: Sequence[Draft], scene: Scene | None = None) -> list[Draft]:
    """Drafts with their places; within a group the first stated place goes to all.

    Meetings and blows of the scene are where it is.
    """
    groups: dict[int, PlaceMention] = {}
    for draft in drafts:
        if draft.action.where is not None:
            groups.setdefault(draft.group, draft.action.where)
    days: dict[int, PlaceMention] = {}
    found = []
    for draft in drafts:
        place = groups.get(draft.group)
        if draft.date is not None and draft.action.type in STAYING:
            day = draft.date.start
            place = place or days.get(day)
            if place is not None:
                days.setdefault(day, place)
        if place is None and scene is not None and draft.action.type in STAYING:
            place = scene.place if draft.date is scene.date else None
        found.append(replace(draft, place=place))
    return found
