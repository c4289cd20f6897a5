"""Which mentions report one event."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

from quifaitquoi.events.draft import Draft, keys, role
from quifaitquoi.records.actions import Factuality, Trait

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.actions import EventMention

# Letters that the words of one family share (arrêter, arrestation; rencontrer, rencontre).
FAMILY_PREFIX: Final = 4
# Sentences within which « les échanges entre X et Y » mean the talk just told.
TALK_GAP: Final = 2
UNREAL: Final = frozenset({Factuality.POSSIBLE, Factuality.NEGATED})


def grouped(actions: Sequence[EventMention]) -> list[Draft]:
    """Drafts with their groups.

    A noun without parties takes those of its group: of an earlier mention, or of a later one when
    it stands in a title. It is no event where there is none, unless weights have decided.
    """
    kept: list[EventMention] = []
    links: list[EventMention | None] = []
    for i, action in enumerate(actions):
        other = _antecedent(action, kept)
        if not keys(action):
            if action.anew:
                other = None
            elif other is None and action.heading:
                other = _announced(action, actions[i + 1 :])
            if other is None and not action.weighed and not _stands(action, actions):
                continue
            if other is not None:
                action = replace(
                    action,
                    sources=other.sources,
                    targets=other.targets,
                    factuality=_certainty(action, other),
                )
        kept.append(action)
        links.append(other)
    return _drafts(kept, links)


def _stands(action: EventMention, actions: Sequence[EventMention]) -> bool:
    """Whether a noun is an event without parties: a new or dated blow, or one of several told."""
    if not action.stands or action.factuality in UNREAL:
        return False
    if action.type.has(Trait.MEETING):
        return action.when is not None or not action.anew
    return (
        action.anew
        or not action.type.has(Trait.VIOLENT)
        or action.when is not None
        or any(
            other.type.has(Trait.VIOLENT)
            and other.start != action.start
            and (keys(other) or other.stands)
            for other in actions
        )
    )


def _certainty(action: EventMention, other: EventMention) -> Factuality:
    """A mention that says nothing itself is as certain as the one it repeats."""
    plain = action.factuality is Factuality.ASSERTED
    return other.factuality if plain else action.factuality


def _drafts(kept: Sequence[EventMention], links: Sequence[EventMention | None]) -> list[Draft]:
    """Number the groups by their first member."""
    place = {action.start: i for i, action in enumerate(kept)}
    group = list(range(len(kept)))
    members = [[i] for i in group]
    for i, other in enumerate(links):
        if other is not None and other.start in place:
            first, second = sorted((group[i], group[place[other.start]]))
            if first != second:
                for member in members[second]:
                    group[member] = first
                members[first] += members[second]
    return [Draft(action, number) for action, number in zip(kept, group, strict=True)]


def _announced(action: EventMention, later: Sequence[EventMention]) -> EventMention | None:
    """What a noun in a title announces: the next act of its word's family with parties."""
    for other in later:
        family = action.type.has(Trait.GENERIC) or _related(other.lemma, action.lemma)
        if other.type == action.type and keys(other) and family:
            return other
    return None


def _antecedent(action: EventMention, earlier: Sequence[EventMention]) -> EventMention | None:
    """The nearest earlier mention of the same event; of one word family before any of its type."""
    own = keys(action)
    if not own:
        return _repeated(action, earlier)
    if action.type.has(Trait.STATES):
        return None
    for other in _same_type(action, earlier):
        if not _related(other.lemma, action.lemma):
            continue
        if _compatible(action, other):
            return other if other.factuality is action.factuality else None
        if role(action.sources) & role(other.sources):
            # The same one acted towards others: another event, and so is what came before it.
            return None
    if action.type.has(Trait.MEETING) and action.definite:
        for other in _same_type(action, earlier):
            near = action.sentence - other.sentence <= TALK_GAP
            if near and keys(other) == own and len(own) > 1:
                return other
    return None


def _same_type(action: EventMention, earlier: Sequence[EventMention]) -> Iterator[EventMention]:
    """Mentions of other sentences, the nearest first."""
    for other in reversed(earlier):
        if other.type == action.type and other.sentence != action.sentence:
            yield other


def _repeated(action: EventMention, earlier: Sequence[EventMention]) -> EventMention | None:
    """The earlier mention that one without parties repeats."""
    same = [other for other in reversed(earlier) if other.type == action.type]
    for other in same:
        if _related(other.lemma, action.lemma):
            return other
    if action.type.has(Trait.MEETING):
        return next(filter(keys, same), same[0] if same and action.stands else None)
    same = [other for other in same if keys(other)]
    # Not the talk told last, but the attack that the article began with.
    done = [other for other in same if other.factuality is Factuality.ASSERTED]
    return done[-1] if done and action.type.has(Trait.GENERIC) else None


def _compatible(action: EventMention, other: EventMention) -> bool:
    """Whether two acts share a party, and share one in each role that both fill."""
    return bool(keys(action) & keys(other)) and all(
        not first or not second or first & second
        for first, second in (
            (role(action.sources), role(other.sources)),
            (role(action.targets), role(other.targets)),
        )
    )


def _related(first: str, second: str) -> bool:
    return _family(first) == _family(second)


@lru_cache(maxsize=10_000)
def _family(lemma: str) -> str:
    """First letters without accents."""
    plain = normalize("NFD", lemma)
    return "".join(char for char in plain if not combining(char))[:FAMILY_PREFIX]
