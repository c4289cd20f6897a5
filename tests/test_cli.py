"""The command line, without the model: what it needs to start, its messages and exit statuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.cli import common, main, parser, sides
from quifaitquoi.cli import run as cli_run
from quifaitquoi.config import Settings
from quifaitquoi.evaluate import FLOORS_FILE, gold_coding, read_floors
from quifaitquoi.labels import GoldArticle, GoldEvent, GoldParticipant, write_gold
from quifaitquoi.records.actions import Factuality, Step, Trace
from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.run import engines
from quifaitquoi.run.errors import BusyError, ModelError
from quifaitquoi.run.journal import packed
from quifaitquoi.run.runner import run
from quifaitquoi.run.slices import Slice
from tests.event_types import TYPES
from tests.run.fakes import Fake, articles, rows_of_text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Le Kenya salue le Pérou.\nLe Pérou remercie le Kenya.\n"
#: What `--help` can answer within, on a machine that does other work as well.


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    kenya = GoldParticipant(3, 8, "Kenya", ("KEN",))
    peru = GoldParticipant(18, 23, "Pérou", ("PER",))
    event = GoldEvent(TYPES["DIPLOMACY"], 9, 14, "salue", Factuality.ASSERTED, (kenya,), (peru,))
    actors = [Actor(key, ActorKind.STATE, key, "GOV") for key in ("KEN", "PER")]
    write_gold([GoldArticle("a", (), (event,))], actors, folder)
    return folder


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """In-process runs give rows that only the text decides; the ids that were processed."""
    done: list[str] = []

    def rows(self: object, work: object, settings: object, chunks: list) -> object:  # type: ignore[type-arg]
        del self, work, settings
        for chunk in chunks:
            done.extend(article.id for article in chunk)
            yield chunk, [packed(rows_of_text(article)) for article in chunk]

    monkeypatch.setattr(engines.InProcess, "map", rows)
    return done


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )


@pytest.mark.parametrize(
    "code",
    [
        "import quifaitquoi",
        "from quifaitquoi.cli import parser; parser().format_help()",
        "import quifaitquoi.cli as c\ntry: c.main(['evaluate', '--help'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_used(code: str) -> None:
    heavy = "{'spacy', 'pandas', 'numpy', 'dateparser', 'thinc', 'distributed', 'pyarrow'}"
    assert python(f"{code}\nimport sys; print({heavy} & set(sys.modules))").stdout.endswith(
        "set()\n"
    )


def test_articles_without_a_date_are_named(
    raw: Path, tmp_path: Path, no_model: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "b.txt").write_text("Publié le 3 mars 2024\n\nLe Kenya a signé.", encoding="utf-8")
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.DONE
    assert capsys.readouterr().err.endswith("1 without a publication date: a.txt\n")
    assert no_model


def test_fields_are_told(
    tmp_path: Path, no_model: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("corps,paru\nLe Kenya a signé.,2024-03-05\n", encoding="utf-8")
    told = ["--field", "text=corps", "--field", "published=paru"]
    formats = ["--format", "csv-fr,xlsx"]
    out = tmp_path / "out"
    assert main(["run", str(path), "-o", str(out), *told, *formats]) == common.DONE
    assert no_model == ["a.csv#2"]
    assert (out / "tables.xlsx").is_file()
    assert (out / "events-fr.csv").is_file()
    assert main(["run", str(path), "-o", str(out), *told]) == common.DONE
    assert {path.suffix for path in out.iterdir() if path.is_file()} == {".csv", ".json"}
    assert not list(out.glob("*-fr.csv"))
    with pytest.raises(SystemExit):
        main(["run", str(path), "--field", "body=text"])
    assert "write FIELD=NAME, FIELD one of id, text" in capsys.readouterr().err


def test_help_names_every_command() -> None:
    for command in ("run", "merge", "evaluate", "explain", "draft", "check", "report"):
        assert f"\n    {command} " in parser().format_help()


def test_run_writes_tables_and_says_what_it_did(
    raw: Path, tmp_path: Path, no_model: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out"
    assert main(["run", str(raw), "-o", str(output)]) == common.DONE
    assert capsys.readouterr().err == (
        "1 article (1 processed now, 0 rejected, 0 empty): "
        f"0 events, 1 date, 1 actor in {output}\n"
        "no article has a publication date: « hier », « mardi » and « 3 mars » stay without value; "
        "name it with --published or in the column published of metadata.csv\n"
    )
    assert main(["run", str(raw), "-o", str(output)]) == common.DONE
    assert "(0 processed now" in capsys.readouterr().err
    assert no_model == ["a"]
    assert main(["run", str(raw), "-o", str(output), "--fresh", "--published", "2031-05"]) == 0
    assert "no article has" not in capsys.readouterr().err
    assert ",2031-05,argument," in (output / "articles.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("no_model")
def test_rejected_input_is_named_and_gives_status_1(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        (raw / f"b{number:02}.txt").write_bytes(b"\0\1\2")
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.REJECTED
    lines = capsys.readouterr().err.splitlines()
    assert lines[1] == "rejected b00.txt: binary data: NUL or control characters"
    assert lines[-2] == f"and 2 more: see {tmp_path / 'out' / 'articles.csv'}"


@pytest.mark.usefixtures("no_model")
def test_slices_are_joined(raw: Path, tmp_path: Path) -> None:
    (raw / "b.txt").write_text(TEXT, encoding="utf-8")
    parts = [str(tmp_path / name) for name in ("0", "1")]
    for index, part in enumerate(parts):
        how = ["--shards", "2", "--shard", str(index)]
        assert main(["run", str(raw), "-o", part, *how]) == common.DONE
    assert main(["merge", *parts, "-o", str(tmp_path / "joined")]) == common.DONE
    assert main(["run", str(raw), "-o", str(tmp_path / "whole")]) == common.DONE
    for name in ("articles.csv", "actors.csv", "datapackage.json"):
        whole = (tmp_path / "whole" / name).read_bytes()
        assert (tmp_path / "joined" / name).read_bytes() == whole


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["nowhere"], "no such file or folder: nowhere"),
        (["{empty}"], "no article in {empty}: read are .txt, .html, "),
        (["{raw}", "-o", "{raw}/a.txt"], "{raw}/a.txt: File exists"),
        (["{raw}", "-o", "{raw}/a.txt/x"], "{raw}/a.txt/x: Not a directory"),
        (["{raw}", "--metadata", "{raw}/none.csv"], "{raw}/none.csv: cannot be read"),
        (["{raw}", "--rules", "{raw}/none"], "--rules {raw}/none: no such folder"),
        (["{raw}", "--rules", "{empty}"], "--rules {empty}: no .csv file in it"),
        (["{raw}", "--config", "{raw}/none.toml"], "{raw}/none.toml: "),
        (["{raw}", "--workers", "0"], "--workers takes a number from 1"),
        (["{raw}", "--scheduler", "tcp://x:1"], "--scheduler is for --engine dask"),
        (["{raw}", "--shards", "2"], "--shards N and --shard I go together"),
        (["{raw}", "--shards", "2", "--shard", "2"], "--shards N and --shard I go together"),
    ],
)
@pytest.mark.usefixtures("no_model")
def test_what_cannot_be_done_is_explained(
    raw: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
) -> None:
    (tmp_path / "empty").mkdir()
    places = {"raw": str(raw), "empty": str(tmp_path / "empty")}
    how = [option.format(**places) for option in options]
    if "-o" not in how:
        how += ["-o", str(tmp_path / "out")]
    assert main(["run", *how]) == common.USAGE
    assert capsys.readouterr().err.startswith(f"quifaitquoi: {message.format(**places)}")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--published", "2031-02-30", "'2031-02-30': day"),
        ("--published", "demain", "'demain': not an ISO date"),
        ("--format", "xml", "'xml': known are csv, parquet, xlsx, csv-fr"),
    ],
)
def test_wrong_values_are_usage_errors(
    capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["run", option, value])
    assert stopped.value.code == common.USAGE
    assert message in capsys.readouterr().err


def test_metadata_without_file_column(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "metadata.csv").write_text("name\na.txt\n", encoding="utf-8")
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.USAGE
    assert "metadata.csv:1: no column 'file'" in capsys.readouterr().err


@pytest.mark.usefixtures("no_model")
def test_metadata_lines_that_cannot_be_used_are_warnings(
    raw: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    table = "file,published\nb.txt,2031-01-01\na.txt,2031-02-30\n"
    (raw / "metadata.csv").write_text(table, encoding="utf-8")
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.DONE
    assert [record.getMessage() for record in caplog.records] == [
        "metadata.csv:2: there is no file b.txt",
        "metadata.csv:3: publication date ignored: day is out of range for month",
    ]


def test_libraries_say_nothing_beside_the_reason(raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").unlink()
    (raw / "a.html").write_text("<p>", encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "quifaitquoi", "run", str(raw), "-o", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == common.REJECTED
    count, reason = done.stderr.splitlines()
    assert count.startswith("1 article (0 processed now, 1 rejected, 0 empty)")
    assert reason == "rejected a.html: no article text found in the HTML"


def test_an_unknown_table_of_rules_is_an_error(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "name.csv").write_text("x\n", encoding="utf-8")
    assert main(["run", str(raw), "-o", str(tmp_path / "out"), "--rules", str(rules)]) == 2
    assert f"{rules / 'name.csv'}: no table of ours has this name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BusyError("busy"), "busy"),
        (ModelError("no model"), "no model"),
        (ImportError("extra"), "extra"),
        (MemoryError(), "not enough memory: a process needs some 0.6 GB"),
    ],
)
def test_errors_of_a_run_are_told(
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    told: str,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(engines.InProcess, "map", fail)
    assert main(["run", str(raw), "-o", str(tmp_path)]) == common.USAGE
    assert capsys.readouterr().err == f"quifaitquoi: {told}\n"


def test_ctrl_c_is_told(
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engines.InProcess, "map", interrupt)
    assert main(["run", str(raw), "-o", str(tmp_path)]) == common.INTERRUPTED
    assert "goes on from here" in capsys.readouterr().err


def test_merge_of_what_is_no_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(articles(3), tmp_path / "0", Settings(), engine=Fake().engine(), part=Slice(0, 2))
    assert main(["merge", str(tmp_path / "0"), "-o", str(tmp_path / "joined")]) == common.USAGE
    assert "slices are missing: 1/2" in capsys.readouterr().err
    assert main(["merge", str(tmp_path / "9"), "-o", str(tmp_path / "joined")]) == common.USAGE


def test_check_names_file_and_line(
    gold: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(gold), "--raw", str(raw)]) == common.DONE
    path = gold / "a.ann"
    path.write_text(path.read_text("utf-8").replace("salue", "salua"), encoding="utf-8")
    assert main(["check", str(gold), "--raw", str(raw)]) == common.REJECTED
    out, err = capsys.readouterr()
    assert out.startswith(f"{path}:1: ")
    assert err.endswith("1 file, 1 problem\n")
    assert main(["check", str(raw)]) == common.USAGE


def evaluate(gold: Path, raw: Path, *options: str) -> int:
    return main(["evaluate", "--gold", str(gold), "--raw", str(raw), *options])


def test_evaluate_scores_tables_and_labels(
    gold: Path, raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "scores.json"
    how = ("--pred-gold", str(gold), "--json", str(page), "--baseline", "--differences")
    assert evaluate(gold, raw, *how) == common.DONE
    out = capsys.readouterr().out
    assert "1 article, 1 event, 0 dates" in out
    assert "trigger words: trigger + type" in out
    assert json.loads(page.read_text(encoding="utf-8"))["scores"]["trigger"]["f1"] == 1
    events = tmp_path / "events.csv"
    events.write_text(
        "article_id,trigger_start,trigger_end,event_type\na,3,8,AID\n", encoding="utf-8"
    )
    assert evaluate(gold, raw, "--pred", str(events), "--differences") == common.DONE
    out = capsys.readouterr().out
    assert "DIPLOMACY « salue » 9-14" in out
    assert "event date: not given" in out
    events.write_text(
        "article_id,trigger_start,trigger_end,event_type\nb,3,8,AID\n", encoding="utf-8"
    )
    assert evaluate(gold, raw, "--pred", str(events)) == common.USAGE
    assert "holds no article that is scored: article_id b ..., gold a" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--update",), "--update goes with --gate"),
        (("--gate", "--article", "a"), "--gate runs the pipeline on the whole gold set"),
        (("--gate", "--split", "test"), "--gate runs the pipeline on the whole gold set"),
        (("--type", "TALK", "--differences"), "--type TALK: known are STATEMENT"),
        (("--type", "AID"), "--type goes with --differences"),
        (("--why", "--pred-gold", "{gold}"), "--why follows the pipeline"),
        (("--pred", "nowhere"), "nowhere is missing; it holds at least article_id"),
        (("--pred-gold", "nowhere"), "no .ann file in nowhere"),
        (("--pred-gold", "{gold}", "--article", "z*"), "no article of the gold set is left"),
        (("--pred-gold", "{gold}", "--split", "test"), "no article of the gold set is left"),
    ],
)
def test_evaluate_explains_what_it_cannot_do(
    gold: Path,
    raw: Path,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    message: str,
) -> None:
    how = [option.format(gold=gold) for option in options]
    assert evaluate(gold, raw, *how) == common.USAGE
    assert capsys.readouterr().err.startswith(f"quifaitquoi: {message}")


def test_differences_of_the_test_split_are_shown_on_request_only(
    gold: Path, raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "splits.csv").write_text("article_id,split\na,test\n", encoding="utf-8")
    second, page = tmp_path / "second", tmp_path / "scores.json"
    second.mkdir()
    (second / "actors.csv").write_bytes((gold / "actors.csv").read_bytes())
    labels = (gold / "a.ann").read_text(encoding="utf-8")
    (second / "a.ann").write_text(labels.replace("ASSERTED", "PLANNED"), encoding="utf-8")
    how = ("--pred-gold", str(second), "--split", "test", "--differences", "--json", str(page))
    assert evaluate(gold, raw, *how) == common.DONE
    out, err = capsys.readouterr()
    assert "« salue »" not in out
    assert err == "differences of the test split are left out: see --show-test\n"
    assert json.loads(page.read_text(encoding="utf-8"))["differences"] == []
    assert evaluate(gold, raw, *how, "--show-test") == common.DONE
    out, err = capsys.readouterr()
    assert "« salue »" in out
    assert err.startswith("warning: ")
    assert len(json.loads(page.read_text(encoding="utf-8"))["differences"]) == 1


def test_the_gate(
    gold: Path, raw: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from quifaitquoi.labels import read_gold

    coding = gold_coding(read_gold(gold))
    monkeypatch.setattr(sides, "_predicted", lambda *_: (coding, {}))
    assert evaluate(gold, raw, "--gate") == common.USAGE
    assert f"{gold / FLOORS_FILE} is missing: set the floors" in capsys.readouterr().err
    assert evaluate(gold, raw, "--gate", "--update") == common.DONE
    assert read_floors(gold / FLOORS_FILE).splits["train"].f1["type"] == 0.99
    assert evaluate(gold, raw, "--gate") == common.DONE
    assert "scores at or over their floors" in capsys.readouterr().err
    (raw / "a.txt").write_text(TEXT + "\n", encoding="utf-8")
    assert evaluate(gold, raw, "--gate") == common.REJECTED
    assert "gate: gold or raw files changed" in capsys.readouterr().err
    monkeypatch.setattr(sides, "_predicted", lambda *_: ({}, {}))
    assert evaluate(gold, raw, "--gate", "--update") == common.DONE
    assert evaluate(gold, raw, "--gate") == common.REJECTED
    assert "gate: train, trigger: F1 0.000 is under its floor 0.990" in capsys.readouterr().err
    (gold / FLOORS_FILE).write_text("{}", encoding="utf-8")
    assert evaluate(gold, raw, "--gate") == common.USAGE


def test_why_follows_what_may_be_read(
    gold: Path, raw: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    traces = {"a": [Trace(9, 14, Step.PARTY, "saluer", "no actor in its roles")]}
    monkeypatch.setattr(sides, "_predicted", lambda *_: ({}, traces))
    assert evaluate(gold, raw, "--why") == common.DONE
    out = capsys.readouterr().out
    assert "1 event of gold not found, or with another type, by step:" in out
    assert "no party: saluer: no actor in its roles" in out
    (gold / "splits.csv").write_text("article_id,split\na,test\n", encoding="utf-8")
    assert evaluate(gold, raw, "--why") == common.DONE
    out, err = capsys.readouterr()
    assert "saluer" not in out
    assert "left out: see --show-test" in err


def test_a_crash_is_a_miss(
    gold: Path, raw: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from quifaitquoi.run.stages import Pipeline

    class Broken:
        def process(self, article: object) -> None:
            del article
            msg = "no"
            raise RuntimeError(msg)

    monkeypatch.setattr(Pipeline, "load", lambda _: Broken())
    assert evaluate(gold, raw) == common.DONE
    out, err = capsys.readouterr()
    assert err == "a is missed as a whole: RuntimeError: no\n"
    assert re.search(r"^trigger +– +\.000", out, re.MULTILINE)


def test_predictions_can_be_scored_without_the_articles(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(gold, tmp_path / "none", "--pred-gold", str(gold)) == common.DONE
    assert "1 article" in capsys.readouterr().out
    assert evaluate(gold, tmp_path / "none") == common.USAGE
    assert evaluate(gold, tmp_path / "none", "--pred-gold", str(gold), "--baseline") == 2


def test_parquet_without_its_library_is_told_before_anything_is_read(
    raw: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli_run, "find_spec", lambda _: None)
    assert main(["run", str(raw), "--format", "csv,parquet"]) == common.USAGE
    assert "needs the extra: pip install 'quifaitquoi[parquet]'" in capsys.readouterr().err


def test_a_terminal_without_the_characters_is_no_error(gold: Path, raw: Path) -> None:
    command = [sys.executable, "-m", "quifaitquoi", "evaluate", "--gold", str(gold)]
    done = subprocess.run(  # noqa: S603
        [*command, "--raw", str(raw), "--pred-gold", str(gold)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert b"date value" in done.stdout


def test_settings_in_a_file(
    raw: Path, tmp_path: Path, no_model: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    config, output = tmp_path / "settings.toml", tmp_path / "out"
    how = ["run", str(raw), "-o", str(output), "--config", str(config)]
    config.write_text('published = "2031-05"\n', encoding="utf-8")
    assert main(how) == common.DONE
    assert ",2031-05,argument," in (output / "articles.csv").read_text(encoding="utf-8")
    assert no_model == ["a"]
    capsys.readouterr()
    for text, message in (
        ('published = "demain"', f"{config}: published: not an ISO date"),
        ('modle = "x"', f"{config}: unknown key 'modle'"),
        ("model = 3", f"{config}: model is 3, expected a text"),
    ):
        config.write_text(text, encoding="utf-8")
        assert main(how) == common.USAGE
        assert capsys.readouterr().err.startswith(f"quifaitquoi: {message}")


def test_report_needs_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path)]) == common.USAGE
    assert "holds no events.csv" in capsys.readouterr().err


@pytest.mark.usefixtures("no_model")
def test_report_is_a_page(raw: Path, tmp_path: Path) -> None:
    output, page = tmp_path / "out", tmp_path / "page.html"
    assert main(["run", str(raw), "-o", str(output)]) == common.DONE
    assert main(["report", str(output), "-o", str(page), "--raw", str(raw)]) == common.DONE
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.usefixtures("no_model")
def test_report_has_the_texts_that_the_run_kept(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert main(["run", str(raw), "-o", str(output)]) == common.DONE
    assert main(["report", str(output)]) == common.DONE
    assert '"text":"' in (output / "report.html").read_text(encoding="utf-8")
    (output / ".quifaitquoi" / "journal.sqlite").write_bytes(b"no journal")
    assert main(["report", str(output)]) == common.DONE
    assert '"text":"' not in (output / "report.html").read_text(encoding="utf-8")


def test_a_closed_pipe_is_no_error(gold: Path, raw: Path) -> None:
    command = [sys.executable, "-m", "quifaitquoi", "evaluate", "--gold", str(gold)]
    process = subprocess.Popen(  # noqa: S603
        [*command, "--raw", str(raw), "--pred-gold", str(gold)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == ""
    deadline = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.stderr.close()
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="no sh")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_whoever_started_us_has_closed(raw: Path, gold: Path, closed: str) -> None:
    command = f'exec "$0" -m quifaitquoi check "$1" --raw "$2" {closed}'
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", command, sys.executable, gold, raw], capture_output=True, check=False
    )
    assert done.returncode == common.DONE
    assert b"Traceback" not in done.stderr


def test_a_table_that_somebody_saved_otherwise_is_told(
    raw: Path, tmp_path: Path, no_model: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    del no_model
    output = tmp_path / "out"
    assert main(["run", str(raw), "-o", str(output)]) == common.DONE
    (output / "events.csv").write_bytes("trigger\nété\n".encode("cp1252"))
    capsys.readouterr()
    assert main(["report", str(output), "--raw", str(raw)]) == common.USAGE
    assert "events.csv:2: not UTF-8: save it as UTF-8" in capsys.readouterr().err
