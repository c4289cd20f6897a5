"""An action on its way to an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.records import ActionMention, DateMention, PlaceMention


@dataclass(frozen=True, slots=True)
class Draft:
    """An action with the index of its group's first member, its date and its place."""

    action: ActionMention
    group: int
    date: DateMention | None = None
    date_basis: str = ""
    place: PlaceMention | None = None


def keys(action: ActionMention) -> frozenset[str]:
    """Keys of all its parties."""
    return frozenset(
        key for argument in (*action.sources, *action.targets) for key in argument.keys
    )
