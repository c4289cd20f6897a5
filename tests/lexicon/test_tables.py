"""Reading of CSV tables and the user's folder laid over them."""

import os
from pathlib import Path

import pytest

from quifaitquoi.lexicon import tables
from quifaitquoi.lexicon.tables import (
    LexiconError,
    content_of,
    read_rows,
    read_table,
    table_files,
)

COLUMNS = ("word", "note")


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_know_their_line(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "word,note\n# comment\n\npain, bon \nvin,\n")
    rows = list(read_rows(path, COLUMNS))
    assert [(row["word"], row["note"], row.where) for row in rows] == [
        ("pain", "bon", "t.csv:4"),
        ("vin", "", "t.csv:5"),
    ]


def test_a_byte_order_mark_and_other_orders_of_columns_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("note,word\nbon,pain\n", encoding="utf-8-sig")
    (row,) = read_rows(path, COLUMNS)
    assert (row["word"], row["note"]) == ("pain", "bon")


def test_alternatives(tmp_path: Path) -> None:
    (row,) = read_rows(written(tmp_path / "t.csv", "word,note\npain| vin||,\n"), COLUMNS)
    assert row.words("word") == ("pain", "vin")
    assert row.words("note") == ()


def test_errors_name_the_line(tmp_path: Path) -> None:
    (row,) = read_rows(written(tmp_path / "t.csv", "word,note\npain,\n"), COLUMNS)
    assert str(row.error("too dry")) == "t.csv:2: too dry"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\npain\n", "t.csv:1: columns are word, expected word,note"),
        ("word,note,more\n", "t.csv:1: columns are word,note,more"),
        ("", "t.csv:1: columns are , expected"),
        ("word,note\npain,bon,cher\n", "t.csv:2: 3 cells, expected 2"),
    ],
)
def test_tables_that_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        list(read_rows(written(tmp_path / "t.csv", text), COLUMNS))


def test_a_folder_of_files_and_the_users_rows_over_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    written(tmp_path / "data" / "foods" / "b.csv", "word,note\nvin,\n")
    written(tmp_path / "data" / "foods" / "a.csv", "word,note\npain,\n")
    written(tmp_path / "mine" / "foods.csv", "word,note\nsel,\n")
    rows = read_table("foods", COLUMNS, tmp_path / "mine")
    assert [(row["word"], row.own) for row in rows] == [
        ("pain", True),
        ("vin", True),
        ("sel", False),
    ]
    assert len(read_table("foods", COLUMNS, tmp_path / "empty")) == 2


def test_no_such_table() -> None:
    with pytest.raises(LexiconError, match="nothing: no such table"):
        read_table("nothing", COLUMNS)


def test_the_tables_of_a_folder_are_those_below_it_and_behind_links(tmp_path: Path) -> None:
    written(tmp_path / "shared" / "mine.csv", "word,note\npain,\n")
    written(tmp_path / "rules" / "NAMES.CSV", "x")
    written(tmp_path / "rules" / "notes.txt", "x")
    (tmp_path / "rules" / "actions").symlink_to(tmp_path / "shared")
    (tmp_path / "rules" / "up").symlink_to(tmp_path / "rules")
    found = [path.relative_to(tmp_path).as_posix() for path in table_files(tmp_path / "rules")]
    assert found == ["rules/NAMES.CSV", "rules/actions/mine.csv"]
    before = content_of(tmp_path / "rules")
    written(tmp_path / "shared" / "mine.csv", "word,note\nvin,\n")
    assert content_of(tmp_path / "rules") != before
    with pytest.raises(FileNotFoundError):
        table_files(tmp_path / "elsewhere")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is shut to root")
def test_a_folder_of_rules_that_is_shut_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "actions" / "mine.csv", "word,note\n")
    path.parent.chmod(0)
    try:
        with pytest.raises(PermissionError):
            table_files(tmp_path)
    finally:
        path.parent.chmod(0o755)
