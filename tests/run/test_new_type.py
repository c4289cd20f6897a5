"""A type of act that only the user's tables know: one row, its words, its label in the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import quifaitquoi as qfq
from quifaitquoi.cli import common, main
from quifaitquoi.lexicon import actions, types
from quifaitquoi.table import pandera_schema

if TYPE_CHECKING:
    from pathlib import Path

    from quifaitquoi.run.stages import Pipeline

TYPE = "SPY,18,ASSAULT,4,-8.0,suffered,Espionnage,Espionage,"
WORD = "espionner,v,,SPY,,,obj,,Le Kenya a [espionné] le Pérou.,"


@pytest.mark.model
def test_a_type_of_the_user_goes_all_the_way(loaded: Pipeline, tmp_path: Path) -> None:
    del loaded
    rules, raw, out = tmp_path / "rules", tmp_path / "raw", tmp_path / "out"
    for folder in (rules / "actions", raw):
        folder.mkdir(parents=True)
    (rules / "types.csv").write_text(f"{','.join(types.COLUMNS)}\n{TYPE}\n", encoding="utf-8")
    table = f"{','.join(actions.COLUMNS)}\n{WORD}\n"
    (rules / "actions" / "21_spy.csv").write_text(table, encoding="utf-8")
    (raw / "a.txt").write_text("Lima affirme que le Kenya a espionné le Pérou.", encoding="utf-8")
    assert main(["run", str(raw), "-o", str(out), "--rules", str(rules)]) == common.DONE

    events = qfq.read_events(out / "events.csv")
    codes = ["event_type", "cameo_root", "plover_type", "quad_class", "goldstein"]
    assert events.loc[events["trigger"] == "espionné", codes].values.tolist() == [
        ["SPY", "18", "ASSAULT", 4, -8.0]
    ]
    assert events["event_type"].cat.categories[-1] == "SPY"
    pandera_schema("events").validate(events)
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert "SPY" in fields["event_type"]["constraints"]["enum"]

    page = tmp_path / "page.html"
    how = ["report", str(out), "-o", str(page), "--raw", str(raw), "--rules", str(rules)]
    assert main(how) == common.DONE
    assert '"SPY":["Espionnage","Espionage"]' in page.read_text(encoding="utf-8")
