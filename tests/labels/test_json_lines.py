"""Labelled articles for programs that know neither brat nor this package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quifaitquoi.articles import read
from quifaitquoi.cli import common, main
from quifaitquoi.labels import read_gold
from quifaitquoi.labels.json_lines import json_lines
from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_label_of_the_gold_set_is_there(root: Path) -> None:
    gold = read_gold(root / "gold")
    articles = {one.id: one for one in read(root / "raw") if isinstance(one, Article)}
    lines = [json.loads(line) for line in json_lines(gold, articles)]
    assert [line["id"] for line in lines] == sorted(gold.articles)
    for line in lines:
        labels = gold.articles[line["id"]]
        assert line["split"] == gold.splits[line["id"]]
        assert len(line["dates"]) == len(labels.dates)
        assert len(line["events"]) == len(labels.events)
        for event in line["events"]:
            held = [event["trigger"], *event["sources"], *event["targets"]]
            held += [event[slot] for slot in ("date", "place") if event[slot]]
            for span in held:
                words = line["text"][span["start"] : span["end"]]
                assert words.split() == span["text"].split()


def test_an_event_says_who_its_actors_are(tmp_path: Path) -> None:
    gold, raw, file = tmp_path / "gold", tmp_path / "raw", tmp_path / "gold.jsonl"
    gold.mkdir()
    raw.mkdir()
    (raw / "a.txt").write_text("La Cédéao aide Lomé.\n", encoding="utf-8")
    (raw / "metadata.csv").write_text("file,genre\na.txt,agency\n", encoding="utf-8")
    (gold / "actors.csv").write_text(
        "key,kind,country,sector\nCEDEAO,IGO,,IGO\nTGO,STATE,TGO,GOV\n", encoding="utf-8"
    )
    (gold / "a.ann").write_text(
        "T1\tAID 10 14\taide\nT2\tActor 3 9\tCédéao\nN1\tReference T2 Actor:CEDEAO\tCEDEAO\n"
        "T3\tActor 15 19\tLomé\nN2\tReference T3 Actor:TGO\tTGO\n"
        "E1\tAID:T1 Source:T2 Target:T3\nA1\tFactuality E1 ASSERTED\n",
        encoding="utf-8",
    )
    assert main(["to-jsonl", str(gold), "--raw", str(raw), "-o", str(file)]) == common.DONE
    (line,) = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    assert (line["split"], line["genre"]) == ("train", "agency")
    (event,) = line["events"]
    assert (event["type"], event["date"], event["group"]) == ("AID", None, None)
    assert event["sources"][0]["actors"] == [
        {"key": "CEDEAO", "kind": "IGO", "country": "", "sector": "IGO"}
    ]
    assert event["targets"][0]["actors"][0]["key"] == "TGO"


def test_an_article_that_is_missing_is_an_error(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    how = ["to-jsonl", str(root / "gold"), "--raw", str(tmp_path), "-o", str(tmp_path / "g.jsonl")]
    assert main(how) == common.USAGE
    assert "dev01" in capsys.readouterr().err
