"""Triggers on their way to event mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quifaitquoi.records.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.lexicon.actions import Condition, Sense
    from quifaitquoi.records.actions import Argument, EventType, Factuality, Step, Tense
    from quifaitquoi.syntax.frames import Frame
    from quifaitquoi.syntax.tokens import Token


@dataclass(slots=True)
class Candidate:
    """A trigger with its frame, sense and arguments, before the event is decided on.

    `lost` names the step at which the rules gave it up, empty where they take it; `failed` are the
    conditions of its sense that do not hold; `types` is how many types its word has here;
    `weighed` says that evidence, and not the rules, decides on it; `factuality` and `tense` are
    None until they are asked for.
    """

    frame: Frame
    sense: Sense
    type: EventType
    sources: tuple[Argument, ...] = ()
    targets: tuple[Argument, ...] = ()
    keys: frozenset[str] = field(default_factory=frozenset)
    lost: str = ""
    failed: tuple[Condition, ...] = ()
    types: int = 1
    confidence: float | None = None
    weighed: bool = False
    factuality: Factuality | None = None
    tense: Tense | None = None

    @property
    def trigger(self) -> Token:
        """The trigger's token."""
        return self.frame.trigger


@record
class Lost:
    """A word that is no event: the step at which it was lost, why, and its frame if it was read."""

    step: Step
    reason: str = ""
    frame: Frame | None = None


@record
class Reading:
    """A sentence as the rules read it, by token index.

    `kept` are the events that they find, `offered` all candidates of each word of the lexicon,
    `lost` says of every other word why it is no event.
    """

    resolver: ArgumentResolver
    kept: Mapping[int, Candidate]
    offered: Mapping[int, Sequence[Candidate]]
    lost: Mapping[int, Lost]
