"""Where the work is done: this process, processes of this machine, or a Dask cluster."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from quifaitquoi.run.errors import WorkerError

if TYPE_CHECKING:
    from quifaitquoi.config import Settings
    from quifaitquoi.records.articles import Article
    from quifaitquoi.run.journal import Packed

#: Articles that the last chunks of a run shrink to.
SMALLEST: Final = 4

Work = Callable[["Settings", list["Article"]], list["Packed"]]


class Engine(Protocol):
    """Applies the unit of work to chunks of articles."""

    def map(
        self, work: Work, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Packed]]]:
        """Chunks with their rows, in the order of the chunks; few are held at a time."""
        ...


class InProcess:
    """One chunk after the other, here."""

    def map(
        self, work: Work, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Packed]]]:
        """See Engine."""
        for chunk in chunks:
            yield chunk, work(settings, chunk)


class Pool:
    """Chunks handed to an executor, at most two for each of its workers at a time.

    Where processes are `forked`, the work is called on nothing before the first chunk, so that they
    share what it loads; not at all when there is none.
    """

    def __init__(self, executor: Executor, workers: int, *, forked: bool = False) -> None:
        self._executor = executor
        self._workers = workers
        self._forked = forked

    def map(
        self, work: Work, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Packed]]]:
        """See Engine."""
        waiting: deque[tuple[list[Article], Future[list[Packed]]]] = deque()
        for number, chunk in enumerate(_tapered(chunks, self._workers)):
            if self._forked and not number:
                work(settings, [])
            waiting.append((chunk, self._executor.submit(work, settings, chunk)))
            if len(waiting) >= 2 * self._workers:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()


@contextmanager
def processes(workers: int) -> Iterator[Engine]:
    """Processes of this machine, forked after the model is loaded, so that they share it.

    Raises WorkerError when one of them dies, as it does when memory runs out.
    """
    # Where a system cannot fork, each worker loads the model for itself.
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_parent)
    try:
        yield Pool(executor, workers, forked=can_fork)
    except BrokenProcessPool as error:
        msg = "a worker process died, perhaps for want of memory: run again with fewer --workers"
        raise WorkerError(msg) from error
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def dask(scheduler: str | None, workers: int | None = None) -> Iterator[Engine]:
    """Workers of a Dask cluster at an address, or else so many processes of this machine.

    Raises ImportError without Dask, WorkerError where no scheduler answers, or where workers do not
    start or keep dying.
    """
    try:
        from distributed import Client, KilledWorker, LocalCluster
    except ImportError as error:
        msg = "the Dask engine needs the extra: pip install 'quifaitquoi[dask]'"
        raise ImportError(msg) from error
    with ExitStack() as stack:
        try:
            if scheduler is None:
                # Its own processes coming and going is no news. They have one thread each, since
                # Python runs one at a time; there is no page to see.
                logging.getLogger("distributed").setLevel(logging.ERROR)
                cluster = LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=workers,
                    threads_per_worker=1,
                    dashboard_address=None,
                )
                scheduler = stack.enter_context(cluster).scheduler_address
            client = stack.enter_context(Client(scheduler))  # type: ignore[no-untyped-call]
        except RuntimeError as error:  # a process that dies before it is asked anything
            msg = f"Dask's workers did not start, perhaps for want of memory: {error}"
            raise WorkerError(msg) from error
        except (OSError, ValueError) as error:
            msg = f"no Dask scheduler at {scheduler}: {error}"
            raise WorkerError(msg) from error
        count = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        try:
            yield Pool(stack.enter_context(client.get_executor()), count)
        except KilledWorker as error:
            msg = f"workers died again and again, perhaps for want of memory: {error}"
            raise WorkerError(msg) from error


def _tapered(chunks: Iterable[list[Article]], workers: int) -> Iterator[list[Article]]:
    """The same articles, the last of them in ever smaller chunks, so that no process ends early.

    As many chunks as there are workers are held back, until the last one is known.
    """
    held: deque[list[Article]] = deque()
    for chunk in chunks:
        held.append(chunk)
        if len(held) > workers:
            yield held.popleft()
    rest = [article for chunk in held for article in chunk]
    while rest:
        size = max(SMALLEST, len(rest) // (2 * workers))
        yield rest[:size]
        rest = rest[size:]


def _follow_parent() -> None:
    """In a worker: leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
