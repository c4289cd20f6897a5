"""Engines: the same bytes wherever the work is done."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.config import Settings
from quifaitquoi.run import engines, runner
from quifaitquoi.run.errors import WorkerError
from quifaitquoi.run.journal import packed
from tests.run.fakes import Fake, articles, rows_of_text
from tests.run.test_runner import contents

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from quifaitquoi.records.articles import Article
    from quifaitquoi.run.journal import Packed


def work(settings: Settings, chunk: list[Article], mark: str = "") -> list[Packed]:
    del settings, mark
    return [packed(rows_of_text(article)) for article in chunk]


def die(settings: Settings, chunk: list[Article], mark: str) -> list[Packed]:
    del settings, mark
    if chunk:
        os._exit(9)
    return []


def bytes_of(
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine: AbstractContextManager[engines.Engine] | None,
) -> dict[str, bytes]:
    monkeypatch.setattr(runner, "rows_of", work)
    runner.run(articles(70), output, Settings(), engine=engine)
    return contents(output)


def test_two_processes_give_the_same_bytes_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bytes_of(tmp_path / "one", monkeypatch, None)
    assert bytes_of(tmp_path / "two", monkeypatch, engines.processes(2)) == one


def test_a_dead_worker_is_told_and_what_was_done_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "rows_of", die)
    with pytest.raises(WorkerError, match="a worker process died"):
        runner.run(articles(70), tmp_path, Settings(), engine=engines.processes(2))
    assert not list(tmp_path.glob("*.csv"))


def test_nothing_is_loaded_when_nothing_is_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner.run(articles(3), tmp_path, Settings(), engine=Fake().engine())

    def fail(*_: object, **__: object) -> None:
        msg = "loaded"
        raise AssertionError(msg)

    monkeypatch.setattr(runner, "rows_of", fail)
    assert runner.run(articles(3), tmp_path, Settings(), engine=engines.processes(2)).processed == 0


def test_few_chunks_wait_at_a_time() -> None:
    taken: list[int] = []

    def chunks() -> object:
        for number in range(50):
            taken.append(number)
            yield articles(1)

    with engines.processes(2) as engine:
        pool = engine.map(work, Settings(), chunks())  # type: ignore[arg-type]
        next(pool)
        assert len(taken) == 6  # two are being read, two wait, two are held for the end


@pytest.mark.parametrize("count", [0, 1, 3, 31, 64, 65, 300])
def test_the_last_chunks_are_ever_smaller(count: int) -> None:
    given = articles(count)
    chunks = [given[start : start + 32] for start in range(0, count, 32)]
    found = list(engines._tapered(chunks, 2))
    assert [article for chunk in found for article in chunk] == given
    sizes = [len(chunk) for chunk in found]
    assert sizes == sorted(sizes, reverse=True)
    assert all(size <= engines.SMALLEST for size in sizes[-2:])
    assert len(found) <= len(chunks) + 12


@pytest.mark.slow
def test_dask_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    one = bytes_of(tmp_path / "one", monkeypatch, None)
    assert bytes_of(tmp_path / "dask", monkeypatch, engines.dask(None, 2)) == one


@pytest.mark.slow
def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path) -> None:
    config = pytest.importorskip("dask.config")
    pytest.importorskip("distributed")
    with (
        config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(WorkerError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"),
    ):
        runner.run(articles(3), tmp_path, Settings(), engine=engines.dask("tcp://127.0.0.1:9"))


def test_workers_of_dask_that_do_not_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")

    def dying(**_: object) -> None:
        msg = "Nanny failed to start."
        raise RuntimeError(msg)

    monkeypatch.setattr(distributed, "LocalCluster", dying)
    with (
        pytest.raises(WorkerError, match="did not start, perhaps for want of memory: Nanny"),
        engines.dask(None, 2),
    ):
        pass
