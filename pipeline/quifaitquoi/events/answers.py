"""Reactions take for their target whoever did or said what they react to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.events.draft import role
from quifaitquoi.records.actions import Argument, Trait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.events.draft import Draft
    from quifaitquoi.records.actions import EventMention

DENYING: Final = frozenset("démentir nier contester réfuter récuser démenti dénégation".split())
# Sentences between an act and the reaction to it.
REACH: Final = 2


def answered(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in order, with targets for the praise, blame and denials that state none.

    « condamne cette attaque » is aimed at who attacked, « salue cette décision » at who decided, a
    denial at who accused the one who denies, or else at who said what it goes back to.
    """
    found: list[Draft] = []
    for draft in drafts:
        action = draft.action
        if action.type.has(Trait.REACTION) and action.sources and not action.targets:
            targets = _aimed_at(action, drafts, found)
            if targets:
                draft = replace(draft, action=replace(action, targets=targets))
        found.append(draft)
    return found


def _aimed_at(
    action: EventMention, drafts: Sequence[Draft], earlier: Sequence[Draft]
) -> tuple[Argument, ...]:
    for draft in drafts:
        if draft.action.start == action.object_act:
            return _others(action, draft.action)
    near = [
        other.action
        for other in reversed(earlier)
        if action.sentence - other.action.sentence <= REACH
    ]
    if action.lemma in DENYING:
        accusers = [other for other in near if role(action.sources) & role(other.targets)]
        speakers = near if action.goes_back else []
        near = [other for other in (*accusers, *speakers) if other.type.has(Trait.CLAIM)]
    elif not action.goes_back:
        return ()
    return next((targets for other in near if (targets := _others(action, other))), ())


def _others(action: EventMention, act: EventMention) -> tuple[Argument, ...]:
    """The sources of an act other than who reacts to it."""
    own = role(action.sources)
    return tuple(argument for argument in act.sources if not own & set(argument.keys))
