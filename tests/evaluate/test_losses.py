"""Missed events by the step at which they were lost."""

from __future__ import annotations

from quifaitquoi.evaluate import CodedArticle, CodedEvent, losses, losses_text
from quifaitquoi.records.actions import Step, Trace

TEXT = "Le Kenya salue le Pérou, puis le quitte. Menu : contact"
GOLD = {
    "a": CodedArticle(
        (
            CodedEvent(9, 14, "DIPLOMACY"),
            CodedEvent(33, 39, "REDUCE"),
            CodedEvent(48, 55, "CONSULT"),
        )
    ),
    "b": CodedArticle((CodedEvent(0, 2, "AID"),)),
}
FOUND = {"a": CodedArticle((CodedEvent(9, 14, "STATEMENT"),))}
TRACES = {
    "a": [
        Trace(9, 14, Step.PARTY, "saluer"),
        Trace(30, 32, Step.WORD, "le", "read as PRON"),
        Trace(33, 39, Step.SENSE, "quitter", "obj", "obj:#IGO|poste"),
    ]
}


def test_each_missed_event_has_its_step() -> None:
    found = losses(GOLD, FOUND, TRACES, {"a": TEXT})
    assert [(one.article_id, one.type, one.step, one.reason) for one in found] == [
        ("a", "DIPLOMACY", Step.TYPE, "found STATEMENT"),
        ("a", "REDUCE", Step.SENSE, "obj"),
        ("a", "CONSULT", Step.TEXT, ""),
        ("b", "AID", Step.TEXT, ""),
    ]
    assert (found[1].words, found[1].sentence) == (
        "quitte",
        "Le Kenya salue le Pérou, puis le [quitte].",
    )
    assert losses(GOLD, GOLD, TRACES, {}) == ()


def test_of_several_words_the_one_that_came_furthest_counts() -> None:
    gold = {"a": CodedArticle((CodedEvent(30, 39, "REDUCE"),))}
    (one,) = losses(gold, {}, TRACES, {"a": TEXT})
    assert (one.step, one.word) == (Step.SENSE, "quitter")


def test_counts_by_step_come_first() -> None:
    text = losses_text(losses(GOLD, FOUND, TRACES, {"a": TEXT}))
    lines = text.splitlines()
    assert lines[0].startswith("4 events of gold")
    assert [line.split()[-1] for line in lines[2:7]] == ["2", "1", "1", "1", "1"]
    assert "REDUCE       « quitte » 33-39  no sense fits: quitter: obj:#IGO|poste" in lines
    assert lines.index("=== a") < lines.index("=== b")
