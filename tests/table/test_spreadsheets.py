"""Rows to workbooks and to CSV for Excel in French."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import openpyxl

from quifaitquoi.table import EVENTS, spreadsheet, write_french_csv, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROWS = [
    {
        "article_id": "NA",
        "sentence": "=1+1",
        "trigger": "#N/A",
        "goldstein": -2.5,
        "trigger_start": 3,
        "date_start": "2024-03-05",
        "source_keys": ("KEN", "A | B"),
        "cameo_root": "08",
    },
    {"article_id": "null", "sentence": "é" + "x" * 40_000, "date_start": "0987-05-01"},
]


def read(path: Path, sheet: str = "events") -> list[dict[str, object]]:
    names, *rows = openpyxl.load_workbook(path)[sheet].values
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_workbook(tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    write_xlsx(path, [(EVENTS, ROWS)])
    first, second = read(path)
    assert first["article_id"] == "NA"
    assert first["date_start"] == datetime(2024, 3, 5)
    assert (first["goldstein"], first["trigger_start"], first["date_end"]) == (-2.5, 3, None)
    assert (first["source_keys"], first["cameo_root"]) == ("KEN|A / B", "08")
    assert (second["article_id"], second["date_start"]) == ("null", "0987-05-01")
    assert len(str(second["sentence"])) <= spreadsheet.CELL_MAX
    sheet = openpyxl.load_workbook(path)["events"]
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(3, len(EVENTS.names)).coordinate}"
    assert {cell.data_type for cell in sheet[2] if cell.value} == {"s", "n", "d"}


def test_workbook_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_xlsx(tmp_path / name, [(EVENTS, ROWS)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_rows_go_on_in_another_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "ROWS_MAX", 3)
    write_xlsx(tmp_path / "a.xlsx", [(EVENTS, ROWS * 2 + ROWS[:1])])
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert sheets == ["events", "events 2", "events 3"]
    assert len(read(tmp_path / "a.xlsx", "events 3")) == 1


def test_csv_for_excel_in_french(tmp_path: Path) -> None:
    path = tmp_path / "events-fr.csv"
    write_french_csv(path, EVENTS, ROWS[:1])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfevent_id;group_id;")
    assert b";-2,5;" in data
    assert b";'=1+1;" in data
    assert data.endswith(b"\r\n")
