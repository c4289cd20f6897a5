"""The processor time that one article may take.

Nothing is interrupted: the stages take sentence after sentence, and every so many that they take
one looks at the clock first. So it works in any process and thread and on any system.
"""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING, Final, SupportsIndex, overload

from quifaitquoi.run.errors import SlowError
from quifaitquoi.syntax.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

# Sentences that are taken between two looks at the clock: some milliseconds, and each look is a
# call to the system.
BETWEEN: Final = 64


class Watch:
    """Seconds left to one article, which go while the Watch is entered.

    `clock` tells how long this thread has worked: what others do on the machine is not in it.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = thread_time) -> None:
        self._limit = seconds
        self._left = seconds
        self._clock = clock
        self._entered: float | None = None
        self._taken = 0

    def __enter__(self) -> None:
        self._entered = self._clock()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._entered is not None:
            self._left -= self._clock() - self._entered
        self._entered = None

    def check(self) -> None:
        """Raise SlowError where nothing is left."""
        if self._entered is not None and self._clock() - self._entered > self._left:
            msg = f"took longer than {self._limit:g} s of processor time"
            raise SlowError(msg)

    def take(self, count: int) -> None:
        """Note that so many sentences are taken; every so many look at the clock."""
        self._taken += count
        if self._taken >= BETWEEN:
            self._taken = 0
            self.check()

    def over(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """The sentences, which look at the clock as they are taken, until the Watch is left."""
        watched = _Watched(sentences)
        watched.watch = self
        return watched


class _Watched(tuple[Sentence, ...]):
    """Sentences of an article under a Watch."""

    watch: Watch

    def __iter__(self) -> Iterator[Sentence]:
        for start in range(0, len(self), BETWEEN):
            yield from self[start : start + BETWEEN]

    @overload
    def __getitem__(self, index: SupportsIndex) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Sentence | tuple[Sentence, ...]:
        found = super().__getitem__(index)
        self.watch.take(len(found) if isinstance(found, tuple) else 1)
        return found
