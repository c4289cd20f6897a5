"""Denials take the accuser for their target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pipeline.records import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import ActionMention

DENYING: Final = frozenset("démentir nier contester réfuter récuser démenti dénégation".split())
# Sentences between an accusation and its denial.
REACH: Final = 2


def answered(actions: Sequence[ActionMention]) -> list[ActionMention]:
    """Actions in order; a denial without target is directed at who accused the one who denies."""
    found: list[ActionMention] = []
    for action in actions:
        if action.type is EventType.REJECT and action.lemma in DENYING and not action.targets:
            accusation = _accusation(action, found)
            if accusation is not None:
                action = replace(action, targets=accusation.sources)
        found.append(action)
    return found


def _accusation(denial: ActionMention, earlier: Sequence[ActionMention]) -> ActionMention | None:
    deniers = {key for argument in denial.sources for key in argument.keys}
    for other in reversed(earlier):
        if denial.sentence - other.sentence > REACH:
            return None
        accused = {key for argument in other.targets for key in argument.keys}
        if other.type is EventType.DISAPPROVE and accused & deniers:
            return other
    return None
