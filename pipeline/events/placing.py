"""Where: the place that a trigger governs, its sentence's, or its group's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.events.draft import Draft
    from pipeline.records import PlaceMention


def placed(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with their places; within a group the first stated place goes to all."""
    found = [replace(draft, place=draft.action.where) for draft in drafts]
    shared: dict[int, PlaceMention] = {}
    for draft in found:
        if draft.place is not None:
            shared.setdefault(draft.group, draft.place)
    return [replace(draft, place=shared.get(draft.group)) for draft in found]
