"""The pandera schemas hold for what a run writes, and notice what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from quifaitquoi.config import Settings
from quifaitquoi.run.runner import run
from quifaitquoi.table import TABLES, read_frame
from quifaitquoi.table.schema import pandera_schema

if TYPE_CHECKING:
    from pathlib import Path

pandera = pytest.importorskip("pandera.pandas")

EVENT = {
    "event_id": "0123456789abcdef",
    "group_id": "0123456789abcdef",
    "article_id": "a",
    "published": "2031-05",
    "sentence": "Le Kenya et la SADC saluent le Pérou.",
    "trigger": "saluent",
    "trigger_lemma": "saluer",
    "trigger_start": "20",
    "trigger_end": "27",
    "event_type": "DIPLOMACY",
    "cameo_root": "05",
    "plover_type": "SUPPORT",
    "quad_class": "1",
    "goldstein": "3.5",
    "factuality": "ASSERTED",
    "source_keys": "KEN|SADC",
    "source_countries": "KEN|",
    "source_sectors": "GOV|IGO",
    "source_mentions": "Kenya|SADC",
    "date_start": "2031-05-02",
    "rule_id": "action.saluer.v",
}


@pytest.fixture
def events(tmp_path: Path) -> pd.DataFrame:
    path = tmp_path / "events.csv"
    table = TABLES["events"]
    rows = [EVENT, EVENT | {"event_id": "f" * 16, "date_start": "", "published": ""}]
    frame = pd.DataFrame([dict.fromkeys(table.names, "") | row for row in rows])
    frame.to_csv(path, index=False)
    return read_frame(path, table)


@pytest.mark.model
@pytest.mark.parametrize("name", TABLES)
def test_tables_of_a_run_are_valid(published: Path, name: str) -> None:
    frame = read_frame(published / f"{name}.csv", name)
    assert len(frame)
    pandera_schema(name).validate(frame, lazy=True)


@pytest.fixture(scope="module")
def published(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from quifaitquoi.articles import read

    output = tmp_path_factory.mktemp("outputs")
    run(read(root / "raw"), output, Settings())
    return output


def test_events_as_read_are_valid(events: pd.DataFrame) -> None:
    checked = pandera_schema("events").validate(events.assign(mine=1), lazy=True)
    assert len(checked) == len(events)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_is_valid(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_text(",".join(TABLES[name].names) + "\n", encoding="utf-8")
    pandera_schema(name).validate(read_frame(path, name), lazy=True)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("event_id", "0123456789abcdef"),  # twice
        ("event_id", "x"),
        ("article_id", ""),
        ("published", "May 2031"),
        ("trigger_start", -1),
        ("quad_class", 5),
        ("place_country", "Kenya"),
        ("source_keys", ("KEN",)),
        ("source_countries", ("KE", "")),
        ("source_mentions", "Kenya|SADC"),
    ],
)
def test_what_is_wrong_is_noticed(events: pd.DataFrame, column: str, value: object) -> None:
    wrong = events.copy()
    wrong.at[1, column] = value
    with pytest.raises(pandera.errors.SchemaErrors, match=column):
        pandera_schema("events").validate(wrong, lazy=True)


def test_an_unknown_factuality_is_noticed(events: pd.DataFrame) -> None:
    wrong = events.assign(factuality=["ASSERTED", "RUMOURED"])
    with pytest.raises(pandera.errors.SchemaErrors):
        pandera_schema("events").validate(wrong, lazy=True)
