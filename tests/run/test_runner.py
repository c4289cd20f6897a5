"""Runs without the model: what is processed, resumed, refused and written."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run import tables, work
from quifaitquoi.run.errors import BusyError, JournalError, NothingToReadError
from quifaitquoi.run.journal import FILE, FOLDER, Journal
from quifaitquoi.run.runner import CHUNK, run
from quifaitquoi.table import TABLES
from tests.run.fakes import Fake, articles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quifaitquoi.run.tables import Summary

COUNT = 2 * CHUNK + 3


def go(
    entries: Iterable[Article | Rejected],
    output: Path,
    settings: Settings | None = None,
    **how: bool,
) -> tuple[Summary, list[str]]:
    fake = Fake()
    found = run(entries, output, settings or Settings(), engine=fake.engine(), **how)  # type: ignore[arg-type]
    return found, fake.done


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def table(folder: Path, name: str) -> list[str]:
    return (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()


def test_all_tables_are_written_in_order_of_article(tmp_path: Path) -> None:
    summary, done = go(reversed(articles(COUNT)), tmp_path)
    assert sorted(contents(tmp_path)) == sorted([*(f"{n}.csv" for n in TABLES), "datapackage.json"])
    assert len(done) == summary.processed == COUNT
    ids = [line.split(",")[0] for line in table(tmp_path, "articles")[1:]]
    assert ids == sorted(done)
    assert table(tmp_path, "actors")[1] == f"KEN,STATE,KEN,GOV,{COUNT},{COUNT},0"
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in package["resources"]} == {f"{name}.csv" for name in TABLES}


def test_an_unchanged_input_is_not_processed_again_and_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    go(articles(COUNT), tmp_path)
    before = contents(tmp_path)
    summary, done = go(articles(COUNT), tmp_path)
    assert (done, summary.processed, summary.statuses["ok"]) == ([], 0, COUNT)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Autre."},
        {"published": "2031-05-02"},
        {"published_basis": "html"},
        {"title": "Un titre"},
        {"file": "other.txt"},
        {"sha256": "0" * 64},
    ],
)
def test_an_article_that_changed_is_processed_again(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    first, *others = articles(4)
    go([first, *others], tmp_path)
    _, done = go([replace(first, **changed), *others], tmp_path)
    assert done == [first.id]


def test_other_settings_rules_or_code_process_everything_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, rules = tmp_path / "out", tmp_path / "rules"
    go(articles(3), output)
    assert len(go(articles(3), output, Settings(max_characters=99))[1]) == 3
    rules.mkdir()
    assert len(go(articles(3), output, Settings(rules=rules))[1]) == 3
    assert not go(articles(3), output, Settings(rules=rules))[1]
    (rules / "names.csv").write_text("x", encoding="utf-8")
    assert len(go(articles(3), output, Settings(rules=rules))[1]) == 3
    monkeypatch.setattr(work, "code_fingerprint", lambda *_: "other code")
    assert len(go(articles(3), output, Settings(rules=rules))[1]) == 3


def test_the_same_rules_in_another_folder_change_nothing(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "names.csv").write_text("x", encoding="utf-8")
    go(articles(3), tmp_path / "out", Settings(rules=tmp_path / "one"))
    assert not go(articles(3), tmp_path / "out", Settings(rules=tmp_path / "two"))[1]


def test_what_the_input_no_longer_has_leaves_the_tables(tmp_path: Path) -> None:
    go(articles(5), tmp_path)
    summary, done = go(articles(3), tmp_path)
    assert (done, summary.statuses["ok"]) == ([], 3)
    assert len(table(tmp_path, "articles")) == 4


def test_a_failing_engine_leaves_the_tables_and_keeps_whole_chunks(tmp_path: Path) -> None:
    go(articles(2), tmp_path)
    before = contents(tmp_path)
    entries = articles(COUNT)

    def stop(article: Article) -> None:
        if article.id == entries[2 * CHUNK].id:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(entries, tmp_path, Settings(), engine=Fake(stop).engine())
    assert contents(tmp_path) == before
    summary, done = go(entries, tmp_path)
    # The two of the first run were done: chunks are of what was left.
    assert len(done) == summary.processed < COUNT - 2
    assert len(done) >= COUNT - 2 - 2 * CHUNK
    clean, _ = go(entries, tmp_path / "clean")
    assert contents(tmp_path) == contents(tmp_path / "clean")
    assert clean.statuses == summary.statuses


def test_a_full_disk_leaves_the_old_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go(articles(2), tmp_path)
    before = contents(tmp_path)
    written = tables.write_csv

    def full(path: Path, *how: object, **options: bool) -> int:
        if path.name == "mentions.csv":
            path.write_text("half a", encoding="utf-8")
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return written(path, *how, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(tables, "write_csv", full)
    with pytest.raises(OSError, match="No space left"):
        go(articles(5), tmp_path)
    assert contents(tmp_path) == before
    monkeypatch.undo()
    summary, done = go(articles(5), tmp_path)
    assert (done, summary.statuses["ok"]) == ([], 5)


def test_a_run_cut_short_while_it_moves_its_tables_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(articles(5), tmp_path / "whole")
    go(articles(2), tmp_path / "out")
    replace_file, moved = type(tmp_path).replace, []

    def stop(self: Path, target: Path) -> object:
        moved.append(target.name)
        if len(moved) == 3:
            raise KeyboardInterrupt
        return replace_file(self, target)

    monkeypatch.setattr(type(tmp_path), "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        go(articles(5), tmp_path / "out")
    monkeypatch.undo()
    assert "datapackage.json" not in moved
    assert go(articles(5), tmp_path / "out")[1] == []
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_rejected_input_has_its_row_and_reason(tmp_path: Path) -> None:
    broken = Rejected("x", "x.txt", "binary data", "")
    summary, done = go([*articles(2), broken], tmp_path)
    assert len(done) == 2
    assert summary.unread == [("x.txt", "rejected", "binary data")]
    assert table(tmp_path, "articles")[-1] == "x,x.txt,,,,,,,,,,rejected,binary data,"


def test_an_id_that_comes_twice_is_rejected_once(tmp_path: Path) -> None:
    first = articles(1)[0]
    again = Rejected(first.id, "b.txt", "id 'n000' is already that of an article", "")
    summary, done = go([first, replace(first, text="Autre."), again], tmp_path)
    assert done == [first.id]
    ids = [line.split(",")[0] for line in table(tmp_path, "articles")[1:]]
    assert [one.partition("-")[0] for one in ids] == ["n000", "n000#2", "n000#2"]
    assert len(set(ids)) == 3
    assert [reason for *_, reason in summary.unread] == [
        "the id 'n000' stands twice in the input",
        "id 'n000' is already that of an article",
    ]


def test_an_article_goes_before_what_could_not_be_read_under_its_id(tmp_path: Path) -> None:
    good = articles(1)[0]
    broken = Rejected(good.id, "n000.html", "binary data", "")
    for _ in range(2):
        summary, _ = go([broken, good], tmp_path)
        assert summary.statuses == {"ok": 1, "rejected": 1}
        assert summary.unread == [("n000.html", "rejected", "binary data")]


def test_a_name_like_one_that_a_double_is_given_is_another(tmp_path: Path) -> None:
    one = articles(1)[0]
    double, other = replace(one, text="Autre."), replace(one, id=f"{one.id}#2")
    summary, done = go([one, double, other], tmp_path)
    assert (summary.statuses, done) == ({"ok": 2, "rejected": 1}, [one.id, other.id])


def test_a_name_that_is_no_unicode_is_rejected(tmp_path: Path) -> None:
    article = replace(articles(1)[0], id="caf\udce9", file="caf\udce9.txt")
    summary, done = go([article], tmp_path)
    assert done == []
    assert summary.unread == [("caf?.txt", "rejected", "a name that is not UTF-8: rename the file")]


def test_nothing_to_read_touches_nothing(tmp_path: Path) -> None:
    go(articles(2), tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(NothingToReadError):
        go([], tmp_path / "out")
    with pytest.raises(NothingToReadError):
        go([], tmp_path / "new")
    assert contents(tmp_path / "out") == before
    assert not (tmp_path / "new").exists()


def test_a_second_run_is_refused_while_one_runs(tmp_path: Path) -> None:
    go(articles(2), tmp_path)
    before = contents(tmp_path)
    with Journal(tmp_path), pytest.raises(BusyError, match="another run is writing"):
        go(articles(3), tmp_path, fresh=True)
    assert contents(tmp_path) == before
    assert go(articles(2), tmp_path)[1] == []


def test_fresh_forgets(tmp_path: Path) -> None:
    go(articles(3), tmp_path)
    assert len(go(articles(3), tmp_path, fresh=True)[1]) == 3


def test_a_broken_journal_is_told_and_fresh_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / FILE
    path.parent.mkdir()
    path.write_bytes(b"no database " * 500)
    with pytest.raises(JournalError, match="--fresh"):
        go(articles(3), tmp_path)
    assert len(go(articles(3), tmp_path, fresh=True)[1]) == 3


def test_a_journal_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER / FILE).mkdir(parents=True)
    with pytest.raises(JournalError, match=r"journal\.sqlite: unable to open"):
        go(articles(3), tmp_path)


def test_a_journal_of_another_version_is_put_aside(tmp_path: Path) -> None:
    go(articles(3), tmp_path)
    path = tmp_path / FOLDER / FILE
    with closing(sqlite3.connect(path)) as base:
        base.execute("pragma user_version = 999")
        base.execute("drop table done")
        base.commit()
    old = path.read_bytes()
    with pytest.raises(JournalError, match="version 999"):
        Journal(tmp_path, joined=True)
    assert path.read_bytes() == old
    assert len(go(articles(3), tmp_path)[1]) == 3
    assert path.with_suffix(".999.sqlite").read_bytes() == old


def test_a_damaged_entry_is_told_and_read_again(tmp_path: Path) -> None:
    go(articles(3), tmp_path)
    with closing(sqlite3.connect(tmp_path / FOLDER / FILE)) as base:
        base.execute("update done set events = x'00' where id = (select max(id) from done)")
        base.commit()
    with pytest.raises(JournalError, match="damaged"):
        go(articles(3), tmp_path)
    assert len(go(articles(3), tmp_path)[1]) == 1


def test_parquet_of_an_earlier_run_does_not_stay_beside_newer_tables(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    run(
        articles(2),
        tmp_path,
        Settings(),
        engine=Fake().engine(),
        formats=("csv", "parquet"),
    )
    assert (tmp_path / "events.parquet").is_file()
    go(articles(2), tmp_path)
    assert not list(tmp_path.glob("*.parquet"))


def test_excel_makes_formulas_harmless(tmp_path: Path) -> None:
    article = replace(articles(1)[0], text="=1+1")
    go([article], tmp_path, excel=True)
    assert ",'=1+1," in table(tmp_path, "dates")[1]


def test_the_journal_is_smaller_than_the_tables_and_holds_no_text(tmp_path: Path) -> None:
    entries = articles(400, "Un secret bien gardé. " * 100)
    entries = [replace(one, text=f"{one.text} {one.id}") for one in entries]
    fake = Fake()
    run(entries, tmp_path, Settings(), engine=fake.engine())
    journal = (tmp_path / FOLDER / FILE).stat().st_size
    assert journal < sum(len(content) for content in contents(tmp_path).values())


def test_progress_is_called_once_an_input(tmp_path: Path) -> None:
    calls: list[int] = []
    run(
        articles(4),
        tmp_path,
        Settings(),
        engine=Fake().engine(),
        progress=lambda: calls.append(1),
    )
    assert len(calls) == 4
