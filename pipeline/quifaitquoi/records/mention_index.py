"""Look-up of the mention at a token, tolerant of a wrong tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.records.actors import MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.records.actors import ActorMention

# Of several mentions with one head, the more explicit.
_RANK = {
    MentionForm.NAME: 0,
    MentionForm.DESCRIPTION: 1,
    MentionForm.DEMONYM: 2,
    MentionForm.PRONOUN: 3,
    MentionForm.POSSESSIVE: 4,
}


class MentionIndex:
    """Mentions of an article by sentence and clean offset."""

    def __init__(self, mentions: Iterable[ActorMention]) -> None:
        self._heads: dict[tuple[int, int], ActorMention] = {}
        self._sentences: dict[int, list[ActorMention]] = {}
        for mention in mentions:
            place = (mention.sentence, mention.head)
            other = self._heads.get(place)
            if other is None or _order(mention) < _order(other):
                self._heads[place] = mention
            self._sentences.setdefault(mention.sentence, []).append(mention)

    def at(self, sentence: int, offset: int) -> ActorMention | None:
        """The mention whose head is the token at a clean offset.

        Else the smallest whose words hold it, else the smallest name whose whole phrase (with
        titles and appositions) holds it; None where there is none.
        """
        found = self._heads.get((sentence, offset))
        if found is not None:
            return found
        here = self._sentences.get(sentence, ())
        inside = [m for m in here if m.start <= offset < m.end]
        if not inside:
            inside = [
                m
                for m in here
                if m.form is MentionForm.NAME and m.traits.start <= offset < m.traits.end
            ]
        return min(inside, key=lambda m: (m.end - m.start, _order(m)), default=None)

    def holds(self, sentence: int, start: int, end: int) -> bool:
        """Whether clean offsets [start, end) are a part of an actor's name or description."""
        return any(
            m.start <= start and end <= m.end and m.end - m.start > end - start
            for m in self._sentences.get(sentence, ())
            if m.keys
        )

    def of(self, sentence: int) -> tuple[ActorMention, ...]:
        """All mentions of a sentence, in the order in which they came."""
        return tuple(self._sentences.get(sentence, ()))


def _order(mention: ActorMention) -> tuple[bool, int]:
    return not mention.keys, _RANK[mention.form]
