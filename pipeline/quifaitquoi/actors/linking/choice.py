"""One choice among candidates by the sum of the evidence, which is kept to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from quifaitquoi.records.actors import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.actors.linking.evidence import Evidence
    from quifaitquoi.records.actors import ActorMention

#: Pieces of evidence, each with how often it holds.
Pieces: TypeAlias = "tuple[tuple[Evidence, float], ...]"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Actors whom a mention may mean, and what speaks for and against them."""

    keys: tuple[str, ...]
    pieces: Pieces

    @property
    def score(self) -> float:
        """The sum of the evidence."""
        return sum(piece.value[1] * times for piece, times in self.pieces)

    @property
    def told(self) -> tuple[tuple[str, float], ...]:
        """The evidence in words, with what each piece counts."""
        return tuple((piece.value[0], piece.value[1] * times) for piece, times in self.pieces)


class Chooser:
    """Chooses, and remembers why, for the mention's record."""

    def __init__(self) -> None:
        self._choices: dict[tuple[int, int], tuple[tuple[str, ...], Choice]] = {}

    def choose(self, mention: ActorMention, candidates: Iterable[Candidate]) -> tuple[str, ...]:
        """Keys of the best candidate, of equals the first; none without candidates.

        A candidate without keys is a thing, and may win.
        """
        ranked = sorted(candidates, key=lambda one: -one.score)
        if not ranked:
            return ()
        best = ranked[0]
        second = next((one for one in ranked if one.keys != best.keys), Candidate((), ()))
        choice = Choice(best.told, second.keys, second.told)
        self._choices[mention.start, mention.end] = best.keys, choice
        return best.keys

    def why(self, mention: ActorMention, keys: tuple[str, ...]) -> Choice | None:
        """The choice that gave a mention these keys, if one did."""
        chosen, choice = self._choices.get((mention.start, mention.end), ((), None))
        return choice if keys and chosen == keys else None
