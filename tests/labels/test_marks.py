"""Rows judged on the page, as labels."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from quifaitquoi.cli import main
from quifaitquoi.cli.common import DONE, USAGE
from quifaitquoi.evaluate import gold_coding, partial_coding
from quifaitquoi.labels import (
    MarksError,
    StandoffError,
    check_gold,
    raw_texts,
    read_gold,
    read_marks,
)
from quifaitquoi.labels.label_studio import to_label_studio
from quifaitquoi.labels.standoff import parse
from tests.report.report_tables import write_tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return write_tables(tmp_path)


@pytest.fixture
def rows(folders: tuple[Path, Path]) -> list[dict[str, str]]:
    with (folders[0] / "events.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def line(row: dict[str, str], verdict: str = "right", *wrong: str, note: str = "") -> str:
    return json.dumps({"verdict": verdict, "wrong": wrong, "note": note, "row": row})


def labelled(folders: tuple[Path, Path], lines: Sequence[str]) -> tuple[int, Path]:
    """Exit status of `from-marks`, and the folder that it wrote."""
    tables, raw = folders
    marks, output = tables.parent / "marks.jsonl", tables.parent / "marked"
    marks.write_text("\n".join(lines), encoding="utf-8")
    command = ["from-marks", str(marks), "--tables", str(tables), "--raw", str(raw)]
    return main([*command, "-o", str(output)]), output


def test_only_what_was_judged_is_a_label(
    folders: tuple[Path, Path], rows: list[dict[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        line(rows[0]),
        line(rows[1], "wrong", "act", note="pas\nun acte"),
        line(rows[2], "wrong", "source", "when", note="c’était mardi"),
        line(rows[6]),
    ]
    status, output = labelled(folders, lines)
    assert status == DONE
    assert "2 articles in" in (told := capsys.readouterr().err)
    assert ": 3 events, 1 judged to be none, 0 left out" in told
    assert check_gold(output, raw_texts(output)) == []
    gold = read_gold(output)
    assert set(gold.splits.values()) == {"partial"}
    first, second = gold.articles["article0000"], gold.articles["article0001"]
    assert [str(one.start) for one in (*first.events, *second.events)] == [
        rows[number]["trigger_start"] for number in (0, 2, 6)
    ]
    whole, part = first.events
    assert [key for one in whole.sources for key in one.keys] == [rows[0]["source_keys"]]
    assert [key for one in whole.targets for key in one.keys] == [rows[0]["target_keys"]]
    assert whole.when
    assert whole.where
    assert (whole.when.value, whole.where.country) == (rows[0]["event_date"], "TGO")
    assert (part.sources, part.when, part.note) == ((), None, "wrong: source, when. c’était mardi")
    assert part.targets
    (wrong,) = first.wrong
    assert (wrong.trigger, wrong.note) == (rows[1]["trigger"], "pas un acte")
    assert not wrong.sources + wrong.targets


def test_no_score_counts_what_was_judged_in_part(
    folders: tuple[Path, Path], rows: list[dict[str, str]]
) -> None:
    _, output = labelled(folders, [line(rows[0]), line(rows[1], "wrong", "act")])
    gold = read_gold(output)
    assert gold_coding(gold) == {}
    (article,) = partial_coding(gold).values()
    assert (len(article.events), len(article.wrong)) == (1, 1)
    score = ["evaluate", "--gold", str(output), "--raw", str(output), "--pred-gold", str(output)]
    assert main(score) == USAGE


@pytest.mark.parametrize(
    ("change", "mark", "reason"),
    [
        ({"place": "Accra"}, ("right",), "the tables say something else since"),
        ({}, ("wrong",), "it is not said what is wrong"),
        ({}, ("wrong", "factuality"), "it is not said which factuality is right"),
    ],
)
def test_what_says_too_little_is_left_out(
    folders: tuple[Path, Path],
    rows: list[dict[str, str]],
    capsys: pytest.CaptureFixture[str],
    change: dict[str, str],
    mark: tuple[Any, ...],
    reason: str,
) -> None:
    status, output = labelled(folders, [line(rows[0]), line(rows[1] | change, *mark)])
    assert status == DONE
    assert reason in capsys.readouterr().err
    (article,) = read_gold(output).articles.values()
    assert (len(article.events), article.wrong) == (1, ())


def test_nothing_judged_is_no_folder_of_labels(
    folders: tuple[Path, Path], rows: list[dict[str, str]]
) -> None:
    status, output = labelled(folders, [line(rows[1], "wrong")])
    assert status == USAGE
    assert not output.exists()


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"verdict": "right", "wrong": [], "note": "", "row": {}}', "null"]
)
def test_a_line_that_is_no_mark_is_named(text: str) -> None:
    with pytest.raises(MarksError, match="line 2 is no mark"):
        read_marks(f"\n{text}\n")


def test_a_verdict_that_the_page_does_not_give(rows: list[dict[str, str]]) -> None:
    for bad in (line(rows[0], "perhaps"), line(rows[0], "wrong", "weather")):
        with pytest.raises(MarksError, match="line 1 is no mark"):
            read_marks(bad)


def test_a_label_that_is_none_does_not_become_one_elsewhere(
    folders: tuple[Path, Path], rows: list[dict[str, str]]
) -> None:
    _, output = labelled(folders, [line(rows[1], "wrong", "act")])
    labels = parse((output / "article0000.ann").read_text(encoding="utf-8"))
    with pytest.raises(StandoffError, match="marked wrong"):
        to_label_studio({"article0000": labels}, raw_texts(output), {})
