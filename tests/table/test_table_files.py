"""Rows to files and back."""

from __future__ import annotations

import csv
import json
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.table import (
    ARTICLES,
    DYADS,
    EVENTS,
    TABLES,
    TableError,
    TableWarning,
    data_dictionary,
    read_dyads,
    read_events,
    read_frame,
    read_given,
    read_rows,
    write_csv,
    write_datapackage,
    write_parquet,
)
from tests.event_types import TYPES

if TYPE_CHECKING:
    from pathlib import Path

EVENT = {
    "event_id": "0123456789abcdef",
    "group_id": "0123456789abcdef",
    "article_id": "a/1",
    "published": "2031-05",
    "sentence": 'Il dit :\n« "oui",  non ».',
    "trigger": "dit",
    "trigger_lemma": "dire",
    "trigger_start": 3,
    "trigger_end": 6,
    "event_type": "STATEMENT",
    "cameo_root": "01",
    "quad_class": 1,
    "goldstein": -7.2,
    "factuality": "ASSERTED",
    "source_keys": ("SADC", "Nouvel | an"),
    "source_countries": ("", "KEN"),
    "target_keys": ("ONU",),
    "target_countries": ("",),
    "date_start": "0987-05-01",
    "rule_id": "action.dire.v",
}


@pytest.fixture
def events_csv(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    assert write_csv(path, EVENTS, [EVENT, {**EVENT, "article_id": "a/2", "date_start": ""}]) == 2
    return path


def test_csv_is_rfc_4180_with_one_line_a_row(events_csv: Path) -> None:
    content = events_csv.read_bytes()
    assert content.count(b"\n") == 3
    assert b"\r" not in content
    with events_csv.open(encoding="utf-8", newline="") as file:
        header, row, _ = csv.reader(file)
    assert tuple(header) == EVENTS.names
    cells = dict(zip(header, row, strict=True))
    assert cells["sentence"] == 'Il dit : « "oui", non ».'
    assert cells["source_keys"] == "SADC|Nouvel / an"
    assert cells["source_countries"] == "|KEN"
    assert cells["goldstein"] == "-7.2"


def test_unknown_column_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="events has no column colour"):
        write_csv(tmp_path / "events.csv", EVENTS, [{"colour": "red"}])


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_excel_safe_text_never_starts_a_formula(tmp_path: Path, start: str) -> None:
    path = tmp_path / "articles.csv"
    row = {"article_id": "a", "title": f"\t{start}1+1", "characters": 5}
    write_csv(path, ARTICLES, [row], excel=True)
    assert read_rows(tmp_path, ARTICLES)[0]["title"] == f"'{start}1+1"
    write_csv(path, ARTICLES, [row])
    assert read_rows(tmp_path, ARTICLES)[0]["title"] == f"{start}1+1"


@pytest.mark.parametrize("title", ["Un mot ;=1+1", "Un mot; =1+1", 'Un mot;"=1+1"', "a;b;-1"])
def test_excel_safe_text_starts_none_where_semicolons_part_cells(
    tmp_path: Path, title: str
) -> None:
    write_csv(tmp_path / "articles.csv", ARTICLES, [{"title": title}], excel=True)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell.strip(' "') for line in csv.reader(file, delimiter=";") for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_cell_of_any_length_is_read_back(tmp_path: Path) -> None:
    title = "x" * 200_000
    write_csv(tmp_path / "articles.csv", ARTICLES, [{"title": title}])
    assert read_rows(tmp_path, ARTICLES)[0]["title"] == title


def test_lists_come_back_parallel_even_when_a_place_is_empty(events_csv: Path) -> None:
    row = read_rows(events_csv.parent, EVENTS)[0]
    assert row["source_countries"] == ("", "KEN")
    assert row["target_countries"] == ("",)
    assert row["trigger_start"] == 3


def test_missing_files_and_columns_count_as_empty_with_a_warning(tmp_path: Path) -> None:
    with pytest.warns(TableWarning, match="missing"):
        assert read_rows(tmp_path, EVENTS) == []
    (tmp_path / "events.csv").write_text("article_id,trigger_start\na,3\n", encoding="utf-8")
    with pytest.warns(TableWarning, match="has no event_id"):
        (row,) = read_rows(tmp_path, EVENTS)
    assert (row["article_id"], row["trigger_start"], row["trigger_end"]) == ("a", 3, None)
    assert row["source_keys"] == ()


def test_a_number_that_is_none_names_file_and_line(tmp_path: Path) -> None:
    write_csv(tmp_path / "events.csv", EVENTS, [EVENT, {**EVENT, "trigger_start": "x"}])
    with pytest.raises(ValueError, match=r"events\.csv:3: trigger_start"):
        read_rows(tmp_path, EVENTS)


def test_read_events_gives_pandas_types(events_csv: Path) -> None:
    frame = read_events(events_csv)
    assert list(frame.columns) == list(EVENTS.names)
    assert list(frame["event_type"].cat.categories) == list(TYPES)
    assert frame["event_type"].cat.ordered
    assert frame["trigger_start"].dtype == "Int64"
    assert frame["goldstein"].iloc[0] == -7.2
    assert frame["date_start"].iloc[0].year == 987
    assert frame["date_start"].isna().tolist() == [False, True]
    assert frame["published"].iloc[0] == "2031-05"
    assert frame["source_keys"].iloc[0] == ("SADC", "Nouvel / an")
    assert frame["target_countries"].iloc[0] == ("",)
    assert frame["target_sectors"].iloc[0] == ("",)
    assert frame["place"].iloc[0] == ""


def test_read_dyads_counts_pairs(tmp_path: Path) -> None:
    path = tmp_path / "dyads.csv"
    row = {"event_id": "0" * 16, "source_key": "KEN", "target_key": "PER", "goldstein": 1.0}
    write_csv(path, DYADS, [row, row])
    frame = read_dyads(path)
    assert frame.groupby(["source_key", "target_key"])["goldstein"].sum().tolist() == [2.0]


def test_a_value_outside_a_closed_set_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    write_csv(path, EVENTS, [{**EVENT, "factuality": "MAYBE"}])
    with pytest.raises(ValueError, match="factuality has unknown values: MAYBE"):
        read_events(path)


def test_every_empty_table_can_be_read(tmp_path: Path) -> None:
    for name, table in TABLES.items():
        path = tmp_path / f"{name}.csv"
        write_csv(path, table, [])
        assert read_frame(path, name).empty


def test_read_frame_wants_every_column(tmp_path: Path) -> None:
    path = tmp_path / "dyads.csv"
    path.write_text("event_id\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no article_id"):
        read_dyads(path)


def test_datapackage_describes_every_column(tmp_path: Path) -> None:
    for name, table in TABLES.items():
        write_csv(tmp_path / f"{name}.csv", table, [])
    path = write_datapackage(tmp_path, "1.2.3")
    first = path.read_bytes()
    package = json.loads(first)
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(TABLES[resource["name"]].names)
        assert all(field["description"] and field["type"] for field in fields)
        keys = resource["schema"].get("foreignKeys", [])
        assert {key["fields"] for key in keys} <= {field["name"] for field in fields}
    write_datapackage(tmp_path, "1.2.3")
    assert path.read_bytes() == first


def test_dictionary_names_every_column_and_says_which_scheme_a_code_follows() -> None:
    text = data_dictionary()
    for table in TABLES.values():
        assert f"## {table.name}.csv" in text
        assert all(f"| {name} |" in text for name in table.names)
    assert "Follows PLOVER" in text
    assert "Follows CAMEO" in text


def test_parquet_keeps_lists_and_dates(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "events.parquet"
    assert write_parquet(path, EVENTS, [EVENT]) == 1
    (row,) = parquet.read_table(path).to_pylist()
    assert row["source_keys"] == ["SADC", "Nouvel | an"]
    assert row["date_start"].isoformat() == "0987-05-01"
    assert row["date_end"] is None
    assert row["target_mentions"] == []


@pytest.mark.filterwarnings("ignore::quifaitquoi.table.TableWarning")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("trigger,sentence\nreçu,Été\n".encode("cp1252"), "events.csv:2: not UTF-8"),
        (b"trigger_start\n18.0\n", "events.csv:2: trigger_start is not a whole number: 18.0"),
    ],
)
def test_a_table_that_somebody_saved_otherwise_is_named(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "events.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=message):
        read_rows(tmp_path, EVENTS)
    with pytest.raises(TableError):
        read_given(path, EVENTS, ("trigger",))


def test_a_cell_of_any_length_of_other_systems_is_read(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(f"sentence\n{'mot ' * 50_000}\n", encoding="utf-8")
    (row,), given = read_given(path, EVENTS, ("sentence",))
    assert len(str(row["sentence"])) == 199_999
    assert given == {"sentence"}


def test_a_table_of_any_size_is_described(tmp_path: Path) -> None:
    for name, table in TABLES.items():
        write_csv(tmp_path / f"{name}.csv", table, [])
    with (tmp_path / "events.csv").open("ab") as events:
        events.truncate(30_000_000)
    tracemalloc.start()
    try:
        write_datapackage(tmp_path, "1.2.3")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3_000_000
