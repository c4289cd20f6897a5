"""Arrays in a file: made once, not read unless whole, done without where they cannot be kept."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from quifaitquoi.syntax.model import arrays

if TYPE_CHECKING:
    from collections.abc import Callable

MADE = {
    "few": np.array([7], np.uint8),
    "none": np.array([], np.uint32),
    "many": np.arange(1000, dtype=np.uint64),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(arrays.VARIABLE, str(tmp_path / "a" / "b"))
    return tmp_path / "a" / "b"


def asked(times: int = 1) -> int:
    """How often the arrays are made when they are asked for; they must be right."""
    made = []

    def make() -> arrays.Arrays:
        made.append(1)
        return dict(MADE)

    for _ in range(times):
        found = arrays.kept("mark", make)
        assert list(found) == list(MADE)
        assert all(np.array_equal(found[name], MADE[name]) for name in MADE)
        assert all(found[name].dtype == MADE[name].dtype for name in MADE)
    return len(made)


def test_made_once(folder: Path) -> None:
    assert asked(3) == 1
    assert [path.name for path in folder.iterdir()] == ["mark.arrays"]


def test_another_mark_is_another_file(folder: Path) -> None:
    asked()
    other = {"other": np.array([1], np.uint8)}
    assert list(arrays.kept("newer", lambda: other)) == ["other"]
    assert asked() == 0
    assert len(list(folder.iterdir())) == 2


def cut(whole: bytes) -> bytes:
    return whole[:-9]


def emptied(_: bytes) -> bytes:
    return b""


def flipped(whole: bytes) -> bytes:
    return whole[:500] + bytes([whole[500] ^ 1]) + whole[501:]


def longer(whole: bytes) -> bytes:
    return whole + b"\0"


@pytest.mark.parametrize("damage", [cut, emptied, flipped, longer])
def test_a_damaged_file_is_made_again(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    asked()
    file = folder / "mark.arrays"
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert asked(2) == 1
    assert file.read_bytes() == whole


def test_what_is_read_cannot_be_changed(folder: Path) -> None:
    asked()
    assert folder.exists()
    with pytest.raises(ValueError, match="read-only"):
        arrays.kept("mark", dict)["many"][0] = 1


def test_a_file_that_is_replaced_stays_what_it_was(folder: Path) -> None:
    asked()
    found = arrays.kept("mark", dict)
    (folder / "mark.arrays").unlink()
    asked()
    assert np.array_equal(found["many"], MADE["many"])


def test_no_folder_can_be_made(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file")
    assert asked(2) == 2


def test_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(arrays.VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    assert asked(2) == 2
    assert list(tmp_path.iterdir()) == []


def test_in_the_users_own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(arrays.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert asked(2) == 1
    assert (tmp_path / "quifaitquoi" / "mark.arrays").is_file()


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert asked(2) == 2
    assert list(folder.iterdir()) == []


def test_what_a_killed_process_left_goes(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "x.part").write_bytes(b"half")
    asked()
    assert [path.name for path in folder.iterdir()] == ["mark.arrays"]


def _ask(_: int) -> bool:
    return asked() <= 1


def test_several_processes_at_once(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert all(pool.map(_ask, range(40), chunksize=1))
    assert [path.name for path in folder.iterdir()] == ["mark.arrays"]
