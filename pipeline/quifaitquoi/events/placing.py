"""Where: the place that a trigger governs, its group's, that of the day or of the scene."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from quifaitquoi.events.agreement import may_be_in
from quifaitquoi.events.draft import keys
from quifaitquoi.records.actions import Trait

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quifaitquoi.events.draft import Draft
    from quifaitquoi.records.actions import EventMention
    from quifaitquoi.records.actors import Actor, PlaceMention
    from quifaitquoi.records.events import Scene


class _Presence:
    """Whose people were told to be in which country besides its own."""

    def __init__(self, drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._there: defaultdict[str, set[str]] = defaultdict(set)
        for draft in drafts:
            if draft.action.where is not None:
                self.add(draft.action, draft.action.where)

    def add(self, action: EventMention, place: PlaceMention) -> None:
        """Note that those who take part in an act are in the country of a place."""
        self._there[place.country] |= self._homes(action)

    def admits(self, action: EventMention, place: PlaceMention | None) -> bool:
        """Whether an act may be where another was: neither its words nor its parties forbid it."""
        if place is None or not may_be_in(action, place.country):
            return False
        homes = self._homes(action)
        known = {place.country} | self._there[place.country]
        return not place.country or not homes or bool(homes & known)

    def _homes(self, action: EventMention) -> set[str]:
        """The countries of the parties of an act."""
        found = (self._actors[key].country for key in keys(action) if key in self._actors)
        return {country for country in found if country}


def placed(
    drafts: Sequence[Draft], actors: Mapping[str, Actor], scene: Scene | None = None
) -> list[Draft]:
    """Drafts with their places; within a group the first stated place goes to all.

    Acts of force go on where the last one was; meetings and blows of the scene are where it is.
    """
    groups: dict[int, PlaceMention] = {}
    for draft in drafts:
        if draft.action.where is not None:
            groups.setdefault(draft.group, draft.action.where)
    presence = _Presence(drafts, actors)
    days: dict[int, PlaceMention] = {}
    there: PlaceMention | None = None
    found = []
    for draft in drafts:
        action, date = draft.action, draft.date
        place = groups.get(draft.group)
        if action.type.has(Trait.STAYING):
            near = [] if date is None else [days.get(date.start)]
            if scene is not None and date is scene.date:
                near.append(scene.place)
            if not action.type.has(Trait.MEETING):
                near.append(there)
            place = place or next((one for one in near if presence.admits(action, one)), None)
            if place is not None:
                presence.add(action, place)
                there = there if action.type.has(Trait.MEETING) else place
                if date is not None:
                    days.setdefault(date.start, place)
        found.append(replace(draft, place=place))
    return found
