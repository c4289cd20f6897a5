"""An action on its way to an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.records.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.records.actions import Argument, EventMention
    from quifaitquoi.records.actors import PlaceMention
    from quifaitquoi.records.dates import DateMention


@record
class Draft:
    """An action with the index of its group's first member, its date and its place."""

    action: EventMention
    group: int
    date: DateMention | None = None
    date_basis: str = ""
    place: PlaceMention | None = None


def role(arguments: Sequence[Argument]) -> frozenset[str]:
    """Keys of the parties in one role."""
    return frozenset(key for argument in arguments for key in argument.keys)


def keys(action: EventMention) -> frozenset[str]:
    """Keys of all its parties."""
    return role(action.sources) | role(action.targets)
