"""The unit of work among threads."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from quifaitquoi.config import Settings
from quifaitquoi.run import work

if TYPE_CHECKING:
    import pytest


def test_one_thread_at_a_time_loads_and_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    locked = []

    def loaded(*_: object) -> object:
        locked.append(work._LOCK.locked())
        return SimpleNamespace(process_all=lambda _: ())

    monkeypatch.setattr(work, "loaded", loaded)
    work.rows_of(Settings(), [])
    assert locked == [True]
    assert not work._LOCK.locked()
