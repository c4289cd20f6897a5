"""One choice among candidates by the sum of the evidence, which is kept to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from quifaitquoi.records.actors import Choice
from quifaitquoi.records.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.actors.linking.evidence import Evidence
    from quifaitquoi.actors.linking.registry import Registry
    from quifaitquoi.records.actors import ActorMention

# Worse than this is somebody else: in a quotation and another paragraph three sentences back.
FLOOR: Final = -11.0
# So near each other are two of whom only the order of the text tells anything.
MARGIN: Final = 0.1
#: Pieces of evidence, each with how often it holds.
Pieces: TypeAlias = "tuple[tuple[Evidence, float], ...]"


@record
class Candidate:
    """Actors whom a mention may mean, and what speaks for and against them."""

    keys: tuple[str, ...]
    pieces: Pieces

    @property
    def score(self) -> float:
        """The sum of the evidence."""
        return sum([piece.weight * times for piece, times in self.pieces])

    @property
    def told(self) -> tuple[tuple[str, float], ...]:
        """The evidence in words, with what each piece counts."""
        return tuple((piece.told, piece.weight * times) for piece, times in self.pieces)


class Chooser:
    """Chooses, and remembers why, for the mention's record."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._choices: dict[tuple[int, int], tuple[tuple[str, ...], Choice]] = {}

    def choose(self, mention: ActorMention, candidates: Iterable[Candidate]) -> tuple[str, ...]:
        """Keys of the best candidate; none where all are bad, or two of two countries alike good.

        A candidate without keys is a thing, and may win.
        """
        ranked = sorted(candidates, key=lambda one: -one.score)
        if not ranked or ranked[0].score < FLOOR:
            return ()
        best = ranked[0]
        second = next((one for one in ranked if one.keys != best.keys), Candidate((), ()))
        alike = best.score - second.score < MARGIN
        if alike and second.keys and self._countries(best) != self._countries(second):
            return ()
        choice = Choice(best.told, second.keys, second.told)
        self._choices[mention.start, mention.end] = best.keys, choice
        return best.keys

    def why(self, mention: ActorMention, keys: tuple[str, ...]) -> Choice | None:
        """The choice that gave a mention these keys, if one did."""
        chosen, choice = self._choices.get((mention.start, mention.end), ((), None))
        return choice if keys and chosen == keys else None

    def _countries(self, candidate: Candidate) -> set[str]:
        return {self._registry.actors[key].country for key in candidate.keys}
