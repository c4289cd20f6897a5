"""Whose a described actor is: the possessive before its noun, or the complement after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actors import MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.actors import ActorMention


@dataclass(frozen=True, slots=True)
class Owner:
    """The actors to whom a description belongs; `inner` is the mention inside it that says so."""

    keys: tuple[str, ...] = ()
    inner: ActorMention | None = None

    def __bool__(self) -> bool:
        return bool(self.keys)


NOBODY: Final = Owner()


def inner_first(mentions: Sequence[ActorMention]) -> Iterator[int]:
    """Positions of an article's mentions in order, but complements before what they complete."""
    done = [False] * len(mentions)
    for first in range(len(mentions)):
        chain: list[int] = []
        i: int | None = first
        while i is not None and not done[i]:
            done[i] = True
            chain.append(i)
            i = _complement(mentions, i)
        yield from reversed(chain)


def _complement(mentions: Sequence[ActorMention], i: int) -> int | None:
    """Position of the mention at the complement of mention `i`."""
    mention = mentions[i]
    if mention.traits.owner <= mention.start:
        return None
    for j in range(i + 1, len(mentions)):
        other = mentions[j]
        if other.start > mention.traits.owner or other.sentence != mention.sentence:
            return None
        if _is_owner(mention, other):
            return j
    return None


def owner_of(mention: ActorMention, here: Sequence[ActorMention]) -> Owner:
    """Owner of a phrase, as far as known; `here` are its sentence's resolved mentions."""
    offset = mention.traits.owner
    if offset < 0:
        return NOBODY
    for other in here:
        if _is_owner(mention, other):
            return Owner(other.keys, other if offset > mention.start else None)
    return NOBODY


def _is_owner(mention: ActorMention, other: ActorMention) -> bool:
    return (
        other.start <= mention.traits.owner < other.end
        and other.form is not MentionForm.DEMONYM
        and other is not mention
        and other.start != mention.start
    )
