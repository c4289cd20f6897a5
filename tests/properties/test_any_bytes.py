"""Any file, line, label or cell: read or refused with a reason, and offsets that hold."""

from __future__ import annotations

import csv
import json
import time
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fuzz.target import check
from quifaitquoi import labels
from quifaitquoi.labels.standoff import StandoffError
from quifaitquoi.table import DATES, write_csv
from quifaitquoi.table.write import FORMULA_STARTS

if TYPE_CHECKING:
    from pathlib import Path

WORDS: Final = (
    "le lundi 3 mars 2024 mars-avril 31/02/2023 hier dernier prochain du au 1er les années 1990 "
    "mi- fin entre et 12 13 trimestre siècle IIe il y a dix ans d'ici là Lomé, (AFP) – Le Kenya a "
    "reçu Lire aussi : © Photo www.exemple.org Ã© â€™ &eacute; <p> </p> <script> \ufb01 \u00ad "
    "\u200b \ufeff \u2028 \r \n \r\n \t \0 \ud7ff \U0001f600 e\u0301 "
    "9999 0000 00 99999999999999999999"
).split(" ")
ANY_TEXT: Final = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=40).map(" ".join)
#: Longer than any line of a text, as a generator of pages or an attack would make it.
LONG: Final = 300_000
SHARED: Final = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@settings(max_examples=200, suppress_health_check=SHARED, deadline=None)
@example(b"\0\xff\xfe1")
@example(b"\2{}\n[]\nnull\n")
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    check(data, tmp_path)


@settings(max_examples=300, suppress_health_check=SHARED, deadline=None)
@given(ANY_TEXT)
def test_offsets_and_dates_hold_in_any_text(tmp_path: Path, text: str) -> None:
    assert check(b"\0" + text.encode(), tmp_path) == 1


@settings(max_examples=50, suppress_health_check=SHARED, deadline=None)
@given(ANY_TEXT)
def test_offsets_and_dates_hold_in_any_page(tmp_path: Path, text: str) -> None:
    pytest.importorskip("trafilatura")
    body = f"<html><body><article><h1>{text}</h1><p>{text}</p></article></body></html>"
    assert check(b"\1" + body.encode(), tmp_path) == 1


@settings(max_examples=200, suppress_health_check=SHARED, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(["id", "text", "published"]), ANY_TEXT)))
def test_any_objects_are_read_or_refused(tmp_path: Path, objects: list[dict[str, str]]) -> None:
    lines = "\n".join(json.dumps(one) for one in objects)
    assert check(b"\2" + lines.encode(), tmp_path) == len(objects)


@pytest.mark.parametrize(
    "unit", [*"a1 .,-'’«(/&<é\u00ad\u0301", "1 ", "le ", "3 mars ", "- ", "&#"]
)
def test_a_line_of_any_length_does_not_hang(tmp_path: Path, unit: str) -> None:
    text = unit * (LONG // len(unit) // (5 if len(unit) > 1 else 1))
    started = time.perf_counter()
    check(b"\0" + text.encode(), tmp_path)
    assert time.perf_counter() - started < 20


@settings(max_examples=300)
@example("T1\tEvent 0 1\ta\n")
@given(st.text() | st.from_regex(r"([TEANR#*]\d? ?\t?[\w:; -]{0,9}\t?\w?\n){0,4}", fullmatch=True))
def test_any_standoff_is_read_without_loss_or_refused(text: str) -> None:
    try:
        lines = labels.parse(text)
    except StandoffError:
        return
    assert labels.parse(labels.render(lines)) == lines


@settings(max_examples=200, suppress_health_check=SHARED)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_cell_of_a_file_for_spreadsheets_is_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dates.csv"
    row = {"article_id": text, "start": 0, "end": 1, "text": f"={text}", "rule_id": f" @{text}"}
    write_csv(path, DATES, [row], excel=True)
    with path.open(encoding="utf-8", newline="") as file:
        _, cells = csv.reader(file)
    assert not any(cell.startswith(FORMULA_STARTS) for cell in cells)
