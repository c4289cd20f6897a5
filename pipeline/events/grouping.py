"""Which mentions report one event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pipeline.events.draft import Draft, keys
from pipeline.records import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.records import ActionMention

# Letters that the words of one family share (arrêter, arrestation; rencontrer, rencontre).
FAMILY_PREFIX: Final = 4


def grouped(actions: Sequence[ActionMention]) -> list[Draft]:
    """Drafts with their groups.

    A definite noun without parties takes those of its group, and is no event where there is none.
    """
    drafts: list[Draft] = []
    for action in actions:
        first = _antecedent(action, drafts)
        if first is None:
            if keys(action):
                drafts.append(Draft(action, len(drafts)))
            continue
        if not keys(action):
            parties = drafts[first].action
            action = replace(action, sources=parties.sources, targets=parties.targets)
        drafts.append(Draft(action, drafts[first].group))
    return drafts


def _antecedent(action: ActionMention, drafts: Sequence[Draft]) -> int | None:
    own = keys(action)
    for i in range(len(drafts) - 1, -1, -1):
        other = drafts[i].action
        if other.type is not action.type or other.sentence == action.sentence:
            continue
        related = _related(other.lemma, action.lemma)
        if not own:
            if related or action.type is EventType.CONSULT:
                return i
        elif related and own & keys(other) and other.factuality is action.factuality:
            if action.type is EventType.STATEMENT:
                continue
            return i
    return None


def _related(first: str, second: str) -> bool:
    return first[:FAMILY_PREFIX] == second[:FAMILY_PREFIX]
