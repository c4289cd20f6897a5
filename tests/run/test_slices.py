"""Slices of a run, and their results joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.errors import BusyError, JournalError
from quifaitquoi.run.journal import Journal, kept_texts
from quifaitquoi.run.runner import run
from quifaitquoi.run.slices import Slice, merge
from tests.run.fakes import Fake, articles
from tests.run.test_runner import contents, go

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = [*articles(40), Rejected("x", "x.txt", "binary data")]


def sliced(folder: Path, count: int = 3) -> list[Path]:
    parts = [folder / str(index) for index in range(count)]
    for index, part in enumerate(parts):
        run(ENTRIES, part, Settings(), engine=Fake().engine(), part=Slice(index, count))
    return parts


def test_every_article_is_of_one_slice() -> None:
    slices = [Slice(index, 5) for index in range(5)]
    for article in articles(50):
        assert sum(one.takes(article.id) for one in slices) == 1
    assert Slice(0, 1).takes("caf\udce9")


def test_joined_slices_are_the_whole_run(tmp_path: Path) -> None:
    summary, _ = go(ENTRIES, tmp_path / "whole")
    joined = merge(sliced(tmp_path), tmp_path / "joined")
    assert contents(tmp_path / "joined") == contents(tmp_path / "whole")
    assert (joined.statuses, joined.unread) == (summary.statuses, summary.unread)
    texts = {one.id: one.text for one in ENTRIES if isinstance(one, Article)}
    assert kept_texts(tmp_path / "joined") == kept_texts(tmp_path / "whole") == texts
    assert go(ENTRIES, tmp_path / "joined")[1] == []


def test_a_slice_may_be_empty(tmp_path: Path) -> None:
    entries = articles(1)
    empty = next(index for index in range(9) if not Slice(index, 9).takes(entries[0].id))
    summary = run(entries, tmp_path, Settings(), engine=Fake().engine(), part=Slice(empty, 9))
    assert not summary.statuses


def test_a_missing_slice_is_named(tmp_path: Path) -> None:
    parts = sliced(tmp_path)
    with pytest.raises(JournalError, match="slices are missing: 1/3"):
        merge([parts[0], parts[2]], tmp_path / "joined")
    with pytest.raises(JournalError, match="slices of different cuts: 0/2, 0/3"):
        merge([parts[0], *sliced(tmp_path / "two", 2)[:1]], tmp_path / "joined")
    assert not (tmp_path / "joined").exists()


def test_an_unfinished_run_is_not_joined(tmp_path: Path) -> None:
    parts = sliced(tmp_path)
    with Journal(parts[1]) as journal:
        journal.begin("code", "1/3")
    with pytest.raises(JournalError, match="1: the run was not finished"):
        merge(parts, tmp_path / "joined")
    with pytest.raises(JournalError, match="no run has written here"):
        merge([tmp_path / "none"], tmp_path / "joined")


def test_runs_of_other_rules_are_not_joined(tmp_path: Path) -> None:
    parts = sliced(tmp_path, 2)
    how = Settings(max_characters=1)
    run(ENTRIES, parts[1], how, engine=Fake().engine(), part=Slice(1, 2))
    with pytest.raises(JournalError, match="different code, rules or model"):
        merge(parts, tmp_path / "joined")


def test_an_article_with_two_results_is_not_joined(tmp_path: Path) -> None:
    go(articles(3), tmp_path / "one")
    go(articles(3, "Autre texte."), tmp_path / "two")
    with pytest.raises(JournalError, match="different results for the article 'n000'"):
        merge([tmp_path / "one", tmp_path / "two"], tmp_path / "joined")
    go(articles(4), tmp_path / "three")
    joined = merge([tmp_path / "one", tmp_path / "three"], tmp_path / "joined")
    assert joined.statuses["ok"] == 4


def test_the_output_is_none_of_the_inputs(tmp_path: Path) -> None:
    parts = sliced(tmp_path)
    with pytest.raises(JournalError, match="is one of the folders to join"):
        merge(parts, parts[0])


def test_a_folder_that_is_written_to_is_not_joined(tmp_path: Path) -> None:
    parts = sliced(tmp_path)
    with Journal(parts[0]), pytest.raises(BusyError):
        merge(parts, tmp_path / "joined")
