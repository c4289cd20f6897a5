"""Whole runs with the model, on texts of our own."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.cli import common, main
from quifaitquoi.config import Settings
from quifaitquoi.labels import check_gold, raw_texts
from quifaitquoi.records.articles import Article
from quifaitquoi.run.errors import ChangedError, ModelError
from quifaitquoi.run.runner import run
from quifaitquoi.run.stages import Pipeline
from tests.run.test_runner import contents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quifaitquoi.records.clean import CleanText
    from quifaitquoi.run.stages import Analysis
    from quifaitquoi.syntax.sentence import Sentence

pytestmark = pytest.mark.model
TEXT = """NAIROBI, 4 mai 2031. Le président du Kenya a reçu mardi l'ambassadeur du Pérou.

Le Kenya a condamné l'attaque. Lima a annoncé l'envoi d'une aide alimentaire à Nairobi.
"""


@pytest.fixture
def raw(tmp_path: Path, loaded: Pipeline) -> Path:
    del loaded
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(3):
        (folder / f"n{number}.txt").write_text(f"{TEXT}{number}\n", encoding="utf-8")
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_two_workers_give_the_same_bytes(raw: Path, tmp_path: Path) -> None:
    for name, more in (("one", []), ("two", ["--workers", "2"])):
        assert main(["run", str(raw), "-o", str(tmp_path / name), *more]) == common.DONE
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert rows(tmp_path / "one" / "events.csv")


def test_encodings_give_the_same_events(raw: Path, tmp_path: Path) -> None:
    text = "Le président sénégalais a reçu à Dakar l’ambassadeur du Pérou."
    for path in raw.iterdir():
        path.unlink()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        (raw / f"{encoding}.txt").write_bytes(text.encode(encoding))
    (raw / "empty.txt").write_bytes(b"")
    (raw / "binary.txt").write_bytes(bytes(range(256)) * 9)
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.REJECTED
    statuses = {row["file"]: row["status"] for row in rows(tmp_path / "out" / "articles.csv")}
    assert statuses.pop("binary.txt") == "rejected"
    assert statuses.pop("empty.txt") == "empty"
    assert set(statuses.values()) == {"ok"}
    starts = {row["trigger_start"] for row in rows(tmp_path / "out" / "events.csv")}
    assert starts == {str(text.index("reçu"))}


def test_an_article_that_fails_is_rejected_and_the_rest_goes_on(
    raw: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    read = Pipeline.read

    def fail(self: Pipeline, article: Article, *parsed: object) -> object:
        if article.id == "n1":
            msg = "no luck"
            raise RecursionError(msg)
        return read(self, article, *parsed)  # type: ignore[arg-type]

    monkeypatch.setattr(Pipeline, "read", fail)
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.REJECTED
    found = rows(tmp_path / "out" / "articles.csv")
    assert [row["status"] for row in found] == ["ok", "rejected", "ok"]
    assert found[1]["reason"] == "RecursionError: no luck"
    assert not caplog.records
    assert main(["run", str(raw), "-o", str(tmp_path / "more"), "-v"]) == common.REJECTED
    assert caplog.records[0].exc_info


def test_a_line_that_fails_costs_that_line_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Pipeline.read

    def fail(
        self: Pipeline, article: Article, cleaned: CleanText, parsed: tuple[Sentence, ...]
    ) -> Analysis:
        if any("bananes" in sentence.text for sentence in parsed):
            raise KeyError(3)
        return read(self, article, cleaned, parsed)

    monkeypatch.setattr(Pipeline, "read", fail)
    text = "Le Kenya a condamné le Pérou.\n\nLe Togo vend des bananes.\n\nLe Mali a reçu le Bénin."
    summary = run([Article("a", text)], tmp_path, Settings())
    assert summary.unread == [("a", "partial", "1 of 3 lines not read: KeyError: 3")]
    found = rows(tmp_path / "events.csv")
    assert [row["trigger"] for row in found] == ["condamné", "reçu"]
    assert [text[int(row["trigger_start"]) :][:4] for row in found] == ["cond", "reçu"]


def test_what_the_machine_caused_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [Article("a", "Le Kenya a condamné le Pérou."), Article("b", "Le Mali.")]

    def fail(*_: object) -> Analysis:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Pipeline, "read", fail)
        summary = run(articles, tmp_path, Settings())
    assert summary.unread == [("a", "failed", "MemoryError"), ("b", "failed", "MemoryError")]
    summary = run(articles, tmp_path, Settings())
    assert (summary.processed, summary.unread, summary.rows["events"]) == (2, [], 1)


def test_an_article_that_is_too_long_is_rejected(tmp_path: Path, loaded: Pipeline) -> None:
    del loaded
    long = Article("long", "Le Kenya. " * 20, file="long.txt")
    summary = run([long], tmp_path, Settings(max_characters=99))
    assert summary.unread == [("long.txt", "rejected", "200 characters, more than 99")]


def test_a_line_of_5_mb_is_rejected(raw: Path, tmp_path: Path) -> None:
    (raw / "n1.txt").write_text("Le Kenya salue le Pérou. " * 200_000, encoding="utf-8")
    assert main(["run", str(raw), "-o", str(tmp_path / "out")]) == common.REJECTED
    found = rows(tmp_path / "out" / "articles.csv")[1]
    assert found["reason"] == "5000000 characters, more than 500000"


def test_a_broken_row_of_rules_is_named(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    (rules / "actions").mkdir(parents=True)
    columns = "word,pos,sense,type,when,source,target,cameo,example,note"
    (rules / "actions" / "mine.csv").write_text(f"{columns}\npapoter,v,,TALK,,,,,,\n", "utf-8")
    how = ["run", str(raw), "-o", str(tmp_path / "out"), "--rules", str(rules)]
    assert main(how) == common.USAGE
    assert capsys.readouterr().err == (
        f"quifaitquoi: with the rules of {rules}: mine.csv:2: unknown type 'TALK'\n"
    )
    assert not list((tmp_path / "out").glob("*.csv"))


def test_rules_of_the_user_are_used(raw: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    (rules / "actions").mkdir(parents=True)
    columns = "word,pos,sense,type,when,source,target,cameo,example,note"
    row = "papoter,v,,CONSULT,,,avec,,Le Kenya [papote] avec le Pérou.,"
    (rules / "actions" / "mine.csv").write_text(f"{columns}\n{row}\n", "utf-8")
    for path in raw.iterdir():
        path.write_text("Le Kenya a papoté avec le Pérou.", encoding="utf-8")
    how = ["run", str(raw), "-o", str(tmp_path / "out"), "--rules", str(rules)]
    assert main(how) == common.DONE
    found = rows(tmp_path / "out" / "events.csv")
    assert [row["rule_id"] for row in found] == ["action.papoter.v"] * 3
    assert (found[0]["source_keys"], found[0]["target_keys"]) == ("KEN", "PER")


def test_an_unknown_model_is_told(raw: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no spaCy model 'fr_core_news_xl'"):
        run([Article("a", "Le Kenya.")], tmp_path, Settings(model="fr_core_news_xl"))
    assert main(["run", str(raw), "-o", str(tmp_path), "--model", "./none"]) == common.USAGE


def test_explain_shows_rule_words_and_tree(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(raw / "n0.txt")]) == common.DONE
    out = capsys.readouterr().out
    assert "rule action.condamner.v" in out
    assert "  source  KEN  from « Kenya », subj by the tree" in out
    assert "    condamné             condamner " in out
    assert main(["explain", str(raw / "n0.txt"), "--no-tree"]) == common.DONE
    assert "    condamné             condamner " not in capsys.readouterr().out
    assert main(["explain", str(raw / "n0.txt"), "--lang", "fr"]) == common.DONE
    out = capsys.readouterr().out
    assert "  source  KEN  d’après « Kenya », subj par l’arbre" in out
    assert "    condamné             condamner " in out


def test_explain_says_when_there_is_nothing(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw / "n0.txt").write_text("Il fait beau dans le jardin.", encoding="utf-8")
    assert main(["explain", str(raw / "n0.txt")]) == common.DONE
    assert capsys.readouterr().out == "no event in n0; sentences read: 1\n"
    assert main(["explain", str(raw / "n0.txt"), "--lang", "fr"]) == common.DONE
    assert capsys.readouterr().out == "aucun événement dans n0 ; phrases lues : 1\n"


def test_drafts_are_sound_labels_and_nothing_is_lost(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "draft"
    assert main(["draft", str(raw), "-o", str(output)]) == common.DONE
    assert sorted(path.name for path in output.glob("*.ann")) == ["n0.ann", "n1.ann", "n2.ann"]
    assert [str(problem) for problem in check_gold(output, raw_texts(output))] == []
    assert main(["evaluate", "--gold", str(output), "--raw", str(raw)]) == common.DONE
    assert "3 articles" in capsys.readouterr().out
    assert main(["draft", str(raw), "-o", str(output)]) == common.USAGE
    assert "holds labels already" in capsys.readouterr().err


def test_a_draft_stays_in_its_folder(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": "../../out", "text": TEXT})
    (raw / "x.jsonl").write_text(line + "\n", encoding="utf-8")
    output = tmp_path / "a" / "draft"
    assert main(["draft", str(raw / "x.jsonl"), "-o", str(output)]) == common.REJECTED
    assert "rejected x.jsonl: the id '../../out' is no name for a file" in capsys.readouterr().err
    assert not list(tmp_path.rglob("out.*"))


COLUMNS = "word,pos,sense,type,when,source,target,cameo,example,note"


def test_rules_that_change_while_a_run_waits_for_its_input_are_noticed(tmp_path: Path) -> None:
    mine = tmp_path / "rules" / "actions" / "mine.csv"
    mine.parent.mkdir(parents=True)

    def rule(kind: str) -> None:
        row = f"papoter,v,,{kind},,,avec,,Le Kenya [papote] avec le Pérou.,"
        mine.write_text(f"{COLUMNS}\n{row}\n", "utf-8")

    def entries() -> Iterator[Article]:
        yield Article("a", "Le Kenya a papoté avec le Pérou.")
        rule("DISAPPROVE")
        yield Article("b", "Le Kenya a papoté avec le Togo.")

    rule("CONSULT")
    settings, output = Settings(rules=mine.parent.parent), tmp_path / "out"
    with pytest.raises(ChangedError, match="the rules changed while the run began"):
        run(entries(), output, settings)
    assert not (output / "events.csv").exists()
    # In the same process the tables are read again.
    assert run(entries(), output, settings).processed == 2
    types = {row["event_type"] for row in rows(output / "events.csv")}
    assert types == {"DISAPPROVE"}
