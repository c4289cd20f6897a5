"""Where the work is done: this process, processes of this machine, or a Dask cluster."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.records import Article
    from pipeline.run.journal import Rows

Work = Callable[["Settings", list["Article"]], list["Rows"]]


class Engine(Protocol):
    """Applies the unit of work to chunks of articles."""

    def map(
        self, work: Work, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Rows]]]:
        """Chunks with their rows, in the order of the chunks; few are held at a time."""
        ...


class InProcess:
    """One chunk after the other, here."""

    def map(
        self, work: Work, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Rows]]]:
        """See Engine."""
        for chunk in chunks:
            yield chunk, work(settings, chunk)


class Pool:
    """Chunks handed to an executor, at most `ahead` of them at a time."""

    def __init__(self, executor: Executor, ahead: int) -> None:
        self._executor = executor
        self._ahead = ahead

    def map(
        self, work: Work, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Rows]]]:
        """See Engine."""
        waiting: deque[tuple[list[Article], Future[list[Rows]]]] = deque()
        for chunk in chunks:
            waiting.append((chunk, self._executor.submit(work, settings, chunk)))
            if len(waiting) >= self._ahead:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()


@contextmanager
def processes(workers: int, settings: Settings) -> Iterator[Engine]:
    """Processes of this machine, forked after the model is loaded, so that they share it."""
    from pipeline.run.stages import Pipeline

    Pipeline.load(settings)
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context) as executor:
        yield Pool(executor, ahead=2 * workers)


@contextmanager
def dask(scheduler: str | None) -> Iterator[Engine]:
    """Workers of a Dask cluster at an address, or of a local one. Raises ImportError without Dask."""
    try:
        from distributed import Client
    except ImportError as error:
        msg = "the Dask engine needs the extra: pip install 'quifaitquoi[dask]'"
        raise ImportError(msg) from error
    with Client(scheduler) as client:
        workers = max(1, len(client.scheduler_info()["workers"]))
        with client.get_executor() as executor:
            yield Pool(executor, ahead=4 * workers)
