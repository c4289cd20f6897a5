"""An article that takes too long is rejected with that reason, the others are read."""

from __future__ import annotations

import csv
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quifaitquoi import extract, stream
from quifaitquoi.cli import common, main
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.records.events import Result
from quifaitquoi.run import limit
from quifaitquoi.run.errors import SlowError
from quifaitquoi.run.limit import Watch
from quifaitquoi.run.runner import run
from quifaitquoi.run.stages import Pipeline
from tests.actions.notation import read, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from quifaitquoi.run.stages import Analysis

TEXT = "Le Kenya a condamné le Pérou."
#: Less than anything takes.
NOTHING = 1e-9
REASON = "took longer than 1e-09 s of processor time"


class Clock:
    """A second passes whenever it is asked."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        self.now += 1
        return self.now


@pytest.fixture
def _at_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sentence that is taken looks at the clock."""
    monkeypatch.setattr(limit, "BETWEEN", 1)


def test_sentences_that_are_taken_look_at_the_clock() -> None:
    watch = Watch(2, Clock())
    watched = watch.over([sentence(read("nsubj(Lima) parle=parler+pres*"))] * 5 * limit.BETWEEN)
    taken = []
    with pytest.raises(SlowError, match=r"^took longer than 2 s of processor time$"), watch:
        taken.extend(one.index for one in watched)
    assert len(taken) == 2 * limit.BETWEEN
    with pytest.raises(SlowError), watch:
        [watched[0] for _ in range(limit.BETWEEN)]
    assert len(list(watched)) == 5 * limit.BETWEEN  # once the watch is left, time is free


def test_only_time_within_counts() -> None:
    clock = Clock()
    watch = Watch(5, clock)  # of which the two take two seconds each
    for _ in range(2):
        with watch:
            watch.check()
        clock.now += 100
    with watch:
        clock.now += 1
        with pytest.raises(SlowError):
            watch.check()


@pytest.mark.model
@pytest.mark.usefixtures("_at_each")
def test_the_others_are_read(loaded: Pipeline) -> None:
    timed = replace(loaded, max_seconds=200, clock=Clock())
    articles = [
        Article("a", TEXT),
        Article("b", f"{TEXT}\n\n" * 30, "", file="b"),
        Article("c", TEXT),
    ]
    first, slow, last = timed.process_all(articles)
    assert slow == Rejected("b", "b", "took longer than 200 s of processor time")
    assert isinstance(first, Result)
    assert isinstance(last, Result)
    assert first.events[0].trigger == last.events[0].trigger == "condamné"


@pytest.mark.model
@pytest.mark.usefixtures("_at_each")
@pytest.mark.parametrize("stage", ["clean", "read line by line", "without a sentence"])
def test_wherever_the_time_went(
    loaded: Pipeline, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    whole = Pipeline.read

    def fail(self: Pipeline, article: Article, cleaned: object, sentences: object) -> Analysis:
        if len(sentences) == 3:
            raise KeyError
        return whole(self, article, cleaned, sentences)

    if stage == "read line by line":
        monkeypatch.setattr(Pipeline, "read", fail)
    # A sentence is taken some 17 times, so that of three lines no reading takes as long by itself.
    most = {"clean": 0.5, "read line by line": 45, "without a sentence": 1.5}[stage]
    text = "" if stage == "without a sentence" else f"{TEXT}\n\n" * 3
    timed = replace(loaded, max_seconds=most, clock=Clock())
    with pytest.raises(SlowError, match=f"^a: took longer than {most} s of processor time$"):
        timed.process(Article("a", text))


@pytest.mark.model
def test_it_is_not_met_again_unless_the_limit_changes(tmp_path: Path, loaded: Pipeline) -> None:
    del loaded
    articles = [Article("a", TEXT, file="a.txt")]
    for done in (1, 0):
        summary = run(articles, tmp_path, Settings(max_seconds=NOTHING))
        assert (summary.processed, summary.unread) == (done, [("a.txt", "rejected", REASON)])
    summary = run(articles, tmp_path, Settings())
    assert (summary.processed, summary.unread, summary.rows["events"]) == (1, [], 1)


@pytest.mark.model
@pytest.mark.parametrize("how", [[], ["--workers", "2"]])
def test_the_command_says_it(
    tmp_path: Path, loaded: Pipeline, capfd: pytest.CaptureFixture[str], how: list[str]
) -> None:
    del loaded
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    output = tmp_path / "out"
    arguments = ["run", str(tmp_path / "a.txt"), "-o", str(output), "--max-seconds", str(NOTHING)]
    assert main([*arguments, *how]) == common.REJECTED
    assert f"rejected a.txt: {REASON}\n" in capfd.readouterr().err
    with (output / "articles.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["status"], row["reason"]) == ("rejected", REASON)


@pytest.mark.parametrize("text", ["0", "-1", "nan", "ten"])
def test_a_limit_is_a_number_above_0(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["run", "raw", f"--max-seconds={text}"])
    assert ended.value.code == common.USAGE
    assert f"'{text}': a number above 0, or inf for no limit" in capsys.readouterr().err


@pytest.mark.model
def test_in_python_one_text_raises_and_of_many_it_is_left_out(
    loaded: Pipeline, caplog: pytest.LogCaptureFixture
) -> None:
    del loaded
    settings = Settings(max_seconds=NOTHING)
    with pytest.raises(SlowError, match=f"^text: {REASON}$"):
        extract(TEXT, settings=settings)
    with caplog.at_level(logging.WARNING):
        assert list(stream([("a", TEXT), ("b", TEXT)], settings=settings)) == []
    assert caplog.messages == [f"rejected a: {REASON}", f"rejected b: {REASON}"]
