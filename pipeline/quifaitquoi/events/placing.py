"""Where: the place that a trigger governs, its group's, that of the day or of the scene."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quifaitquoi.records.actions import Trait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.events.draft import Draft
    from quifaitquoi.records.actors import PlaceMention
    from quifaitquoi.records.events import Scene


def placed(drafts: Sequence[Draft], scene: Scene | None = None) -> list[Draft]:
    """Drafts with their places; within a group the first stated place goes to all.

    Acts of force go on where the last one was; meetings and blows of the scene are where it is.
    """
    groups: dict[int, PlaceMention] = {}
    for draft in drafts:
        if draft.action.where is not None:
            groups.setdefault(draft.group, draft.action.where)
    days: dict[int, PlaceMention] = {}
    there: PlaceMention | None = None
    found = []
    for draft in drafts:
        place = groups.get(draft.group)
        if draft.action.type.has(Trait.STAYING):
            date = draft.date
            if place is None and date is not None:
                place = days.get(date.start)
            if place is None and scene is not None and date is scene.date:
                place = scene.place
            if not draft.action.type.has(Trait.MEETING):
                place = there = place or there
            if place is not None and date is not None:
                days.setdefault(date.start, place)
        found.append(replace(draft, place=place))
    return found
