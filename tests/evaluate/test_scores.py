"""Scores worked out by hand on two small articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedDate,
    CodedEvent,
    Coding,
    Evaluation,
    Party,
    confusion_text,
    evaluate,
    evaluate_parts,
    evaluation_json,
    gold_coding,
    grouped,
    parts_text,
    scores_text,
)
from quifaitquoi.labels import raw_texts, read_gold

ROOT = Path(__file__).resolve().parents[2]
KEN, PER, CHN = Party("KEN", "KEN"), Party("PER", "PER"), Party("CHN", "CHN")
ANA = Party("Ana Ruiz", "PER")
SADC = Party("SADC", "")

GOLD: Coding = {
    "one": CodedArticle(
        (
            CodedEvent(0, 5, "CONSULT", "ASSERTED", (KEN, PER), (), "2031-05", "PER"),
            CodedEvent(10, 15, "STATEMENT", "ASSERTED", (ANA,), (), "", ""),
            CodedEvent(20, 25, "AID", "PLANNED", (SADC,), (KEN,), "2031", ""),
        ),
        (CodedDate(30, 37, "2031-05"), CodedDate(40, 44, "2031"), CodedDate(50, 53, "2030-05")),
    ),
    "two": CodedArticle((CodedEvent(0, 5, "REJECT", "ASSERTED", (CHN,), (), "", ""),), ()),
}
FOUND: Coding = {
    "one": CodedArticle(
        (
            # The right event, but Peru's president stands for Peru.
            CodedEvent(0, 5, "CONSULT", "ASSERTED", (KEN, ANA), (), "2031-05", "KEN"),
            # An overlapping trigger, another type, a date that gold leaves empty.
            CodedEvent(8, 15, "AID", "ASSERTED", (ANA,), (), "2031", ""),
            # The right event with another factuality.
            CodedEvent(20, 25, "AID", "ASSERTED", (SADC,), (KEN,), "2031", ""),
            # Not in gold.
            CodedEvent(60, 65, "STATEMENT", "ASSERTED", (CHN,), (KEN,), "", "CHN"),
        ),
        (CodedDate(30, 37, "2031-05"), CodedDate(39, 44, "2031"), CodedDate(50, 53, "2031-05")),
    ),
    # Nobody labelled this article: it is not scored.
    "three": CodedArticle((CodedEvent(0, 5, "AID"),), (CodedDate(0, 3, "2031"),)),
}


@pytest.fixture(scope="module")
def scored() -> Evaluation:
    return evaluate(GOLD, FOUND)


@pytest.mark.parametrize(
    ("name", "right", "predicted", "gold"),
    [
        ("trigger", 3, 4, 4),
        ("type", 2, 4, 4),
        ("type_no_statement", 2, 3, 3),
        ("type_factuality", 1, 4, 4),
        # KEN, Ana, SADC -> KEN of 7 found and 6 in gold; PER by key is not Ana.
        ("arguments_key", 4, 7, 6),
        ("arguments_country", 5, 7, 6),
        ("participants_country", 5, 7, 6),
        ("event_date", 2, 3, 2),
        ("place_country", 0, 2, 1),
        ("full_tuple", 2, 4, 4),
        ("type_aligned", 2, 3, 3),
        ("factuality_aligned", 2, 3, 3),
        ("arguments_key_aligned", 4, 5, 5),
        ("arguments_country_aligned", 5, 5, 5),
        ("participants_country_aligned", 5, 5, 5),
        ("event_date_aligned", 2, 3, 2),
        ("place_country_aligned", 0, 1, 1),
        ("date_span_exact", 2, 3, 3),
        ("date_span_overlap", 3, 3, 3),
        ("date_value", 2, 3, 3),
    ],
)
def test_counts(scored: Evaluation, name: str, right: int, predicted: int, gold: int) -> None:
    score = scored.scores[name]
    assert (score.right, score.predicted, score.gold) == (right, predicted, gold)
    assert score.precision == pytest.approx(right / predicted)
    assert score.recall == pytest.approx(right / gold)
    assert score.f1 == pytest.approx(2 * right / (predicted + gold))
    assert score.low is not None
    assert score.high is not None
    assert 0 <= score.low <= score.high <= 1


def test_links_are_the_pairs_of_one_event() -> None:
    def events(*groups: str) -> CodedArticle:
        return CodedArticle(
            tuple(CodedEvent(9 * i, 9 * i + 5, "AID", group=g) for i, g in enumerate(groups))
        )

    # Of the pairs of 1 only that of the first two is found; that of « b » is none in gold. A pair
    # with a trigger that is not found does not count, nor do empty groups make one.
    gold = {"a": events("1", "1", "1", "", "", "1")}
    found = {"a": events("a", "a", "b", "b", "")}
    score = evaluate(gold, found).scores["links_aligned"]
    assert (score.right, score.predicted, score.gold) == (1, 2, 3)


def test_scores_by_type_and_their_mean(scored: Evaluation) -> None:
    f1 = {name: score.f1 for name, score in scored.types.items()}
    assert f1 == {"STATEMENT": 0, "CONSULT": 1, "AID": pytest.approx(2 / 3), "REJECT": 0}
    assert list(f1) == ["STATEMENT", "CONSULT", "AID", "REJECT"]
    macro = scored.scores["type_macro"]
    assert macro.f1 == pytest.approx((0 + 1 + 2 / 3 + 0) / 4)
    assert macro.recall == pytest.approx((0 + 1 + 1 + 0) / 4)
    # REJECT is never predicted: it has no precision that could enter the mean.
    assert macro.precision == pytest.approx((0 + 1 + 1 / 2) / 3)


def test_a_type_that_gold_lacks_does_not_enter_the_mean() -> None:
    gold = {"a": CodedArticle((CodedEvent(0, 5, "AID"),))}
    found = {"a": CodedArticle((CodedEvent(0, 5, "AID"), CodedEvent(9, 12, "FIGHT")))}
    scored = evaluate(gold, found)
    assert scored.scores["type_macro"].f1 == 1
    assert scored.types["FIGHT"].precision == 0
    assert scored.types["FIGHT"].recall is None


def test_confusion(scored: Evaluation) -> None:
    assert scored.confusion == {
        ("CONSULT", "CONSULT"): 1,
        ("STATEMENT", "AID"): 1,
        ("AID", "AID"): 1,
        ("", "STATEMENT"): 1,
        ("REJECT", ""): 1,
    }
    lines = confusion_text(scored).splitlines()[1:]
    assert [line.split() for line in lines] == [
        ["–", "STATEMENT", "1"],
        ["REJECT", "–", "1"],
        ["STATEMENT", "AID", "1"],
    ]


def test_the_same_actor_twice_is_right_only_as_often_as_gold_has_it() -> None:
    gold = {"a": CodedArticle((CodedEvent(0, 5, "AID", sources=(PER,)),))}
    found = {"a": CodedArticle((CodedEvent(0, 5, "AID", sources=(PER, ANA)),))}
    score = evaluate(gold, found).scores["arguments_country"]
    assert (score.right, score.predicted, score.gold) == (1, 2, 1)


def test_the_full_tuple_needs_type_roles_and_date() -> None:
    event = CodedEvent(0, 5, "AID", "ASSERTED", (PER,), (KEN,), "2031", "PER")
    gold = {"a": CodedArticle((event,))}
    for other, right in [
        (CodedEvent(0, 5, "AID", "PLANNED", (ANA,), (KEN,), "2031", ""), 1),
        (CodedEvent(0, 5, "YIELD", "ASSERTED", (PER,), (KEN,), "2031", ""), 0),
        (CodedEvent(0, 5, "AID", "ASSERTED", (KEN,), (PER,), "2031", ""), 0),
        (CodedEvent(0, 5, "AID", "ASSERTED", (PER,), (KEN,), "2031-05", ""), 0),
        (CodedEvent(0, 5, "AID", "ASSERTED", (PER, CHN), (KEN,), "2031", ""), 0),
    ]:
        found = {"a": CodedArticle((other,))}
        assert evaluate(gold, found).scores["full_tuple"].right == right


def test_nothing_of_nothing_is_no_number_and_prints_as_a_dash() -> None:
    scored = evaluate({"a": CodedArticle((CodedEvent(0, 5, "AID"),))}, {})
    trigger = scored.scores["trigger"]
    assert (trigger.precision, trigger.recall, trigger.f1) == (None, 0, 0)
    dates = scored.scores["date_value"]
    assert (dates.precision, dates.recall, dates.f1, dates.low) == (None, None, None, None)
    assert scores_text(scored).startswith("1 article, 1 event, 0 dates\n")
    line = next(line for line in scores_text(scored).splitlines() if line.startswith("date value"))
    assert line.split() == ["date", "value", "–", "–", "–", "–", "0", "0", "0"]


def test_an_article_that_the_system_failed_on_is_missed() -> None:
    scored = evaluate(GOLD, {"one": FOUND["one"]})
    assert scored.scores["trigger"].gold == 4
    assert {one.verdict for one in scored.differences if one.article_id == "two"} == {"missed"}


def test_parts_are_scored_apart() -> None:
    parts = grouped({"one": "press|written for the project", "two": "press", "three": ""})
    assert parts == {"press": ["one", "two"], "written for the project": ["one"]}
    found = evaluate_parts(GOLD, FOUND, {**parts, "elsewhere": ["x"]})
    assert {name: one.counts["articles"] for name, one in found.items()} == {
        "press": 2,
        "written for the project": 1,
    }
    assert found["press"].scores == evaluate(GOLD, FOUND).scores
    lines = parts_text({"genre": found, "split": {}}).splitlines()
    assert [line.split()[-8:-6] for line in lines[1:]] == [["2", "4"], ["1", "3"]]
    with pytest.raises(ValueError, match="no article"):
        evaluate({}, FOUND)


def test_the_interval_is_repeatable_and_holds_the_score(scored: Evaluation) -> None:
    assert evaluate(GOLD, FOUND).scores == scored.scores
    score = scored.scores["trigger"]
    assert score.low is not None
    assert score.f1 is not None
    assert score.high is not None
    # Either article alone has F1 6/7 and 0: no resample lies outside.
    assert score.low == 0
    assert score.low < score.f1 < score.high == pytest.approx(6 / 7)


def test_gold_against_itself_is_perfect() -> None:
    gold = gold_coding(read_gold(ROOT / "gold"))
    scored = evaluate(gold, gold, raw_texts(ROOT / "raw"))
    assert {name: score.f1 for name, score in scored.scores.items() if score.f1 != 1} == {}
    assert {name: score.f1 for name, score in scored.types.items() if score.f1 != 1} == {}
    assert scored.differences == ()
    assert len(scored.types) == 20


def test_json_holds_everything(scored: Evaluation) -> None:
    parts = {"split": {"train": scored}}
    content = json.loads(evaluation_json(scored, parts, scored.differences))
    assert content["parts"]["split"]["train"]["scores"] == content["scores"]
    assert content["counts"] == {"articles": 2, "events": 4, "dates": 3}
    assert content["scores"]["trigger"]["right"] == 3
    assert content["types"]["AID"]["precision"] == 0.5
    assert len(content["differences"]) == len(scored.differences)


def test_text_lists_every_score(scored: Evaluation) -> None:
    text = scores_text(scored)
    assert text.startswith("2 articles, 4 events, 3 dates\n")
    line = next(line for line in text.splitlines() if line.startswith("trigger + type  "))
    assert line.split()[3:6] == [".500", ".500", ".500"]
    assert len(text.splitlines()) == 2 + 1 + len(scored.scores) + 2 + len(scored.types)
