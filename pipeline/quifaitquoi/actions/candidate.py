"""A trigger on its way to an event mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actions import Sense
    from quifaitquoi.records.actions import Argument, EventType
    from quifaitquoi.syntax.frames import Frame
    from quifaitquoi.syntax.tokens import Token


@dataclass(slots=True)
class Candidate:
    """A trigger with its frame, sense and arguments, before the event is decided on."""

    frame: Frame
    sense: Sense
    type: EventType
    sources: tuple[Argument, ...] = ()
    targets: tuple[Argument, ...] = ()
    keys: frozenset[str] = field(default_factory=frozenset)

    @property
    def trigger(self) -> Token:
        """The trigger's token."""
        return self.frame.trigger
