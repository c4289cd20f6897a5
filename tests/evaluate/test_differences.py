"""Differences that a person can read."""

from __future__ import annotations

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedDate,
    CodedEvent,
    Difference,
    Party,
    differences_text,
    evaluate,
    select,
)

TEXT = "Titre sans point\r\nLima a aidé M. Paz en mai. Le Pérou refuse tout. Fin."
PER, KEN = Party("PER", "PER"), Party("Ana", "KEN")


def span(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


@pytest.fixture
def found() -> tuple[Difference, ...]:
    gold = {
        "a": CodedArticle(
            (
                CodedEvent(*span("aidé"), "AID", "ASSERTED", (PER,), (KEN,), "2031-05"),
                CodedEvent(*span("refuse"), "REJECT", "ASSERTED", (PER,)),
            ),
            (CodedDate(*span("mai"), "2031-05"),),
        ),
        "b": CodedArticle((CodedEvent(0, 5, "FIGHT", "ASSERTED"),)),
    }
    predicted = {
        "a": CodedArticle(
            (
                CodedEvent(*span("Titre"), "STATEMENT", "ASSERTED", rule_id="action.titrer.v"),
                CodedEvent(*span("aidé"), "AID", "PLANNED", (PER,), (), "2031-05", rule_id="r"),
            ),
            (CodedDate(*span("mai"), "2030-05", "date.mai"),),
        )
    }
    return evaluate(gold, predicted, {"a": TEXT}).differences


def test_differences_stand_in_the_order_of_the_text(found: tuple[Difference, ...]) -> None:
    assert [(one.article_id, one.what, one.verdict, one.words) for one in found] == [
        ("a", "event", "spurious", "Titre"),
        ("a", "event", "differs", "aidé"),
        ("a", "date", "differs", "mai"),
        ("a", "event", "missed", "refuse"),
        ("b", "event", "missed", ""),
    ]


def test_a_difference_says_slot_rule_and_sentence(found: tuple[Difference, ...]) -> None:
    assert found[1].slots == (("factuality", "ASSERTED", "PLANNED"), ("targets", "Ana (KEN)", ""))
    assert found[1].rule_id == "r"
    assert found[0].sentence == "[Titre] sans point"
    assert found[1].sentence == "Lima a [aidé] M. Paz en mai."
    assert found[3].sentence == "Le Pérou [refuse] tout."
    assert found[4].sentence == ""


def test_text(found: tuple[Difference, ...]) -> None:
    text = differences_text(select(found, articles=["a"]))
    start, end = span("aidé")
    assert "=== a: events: 1 missed, 1 spurious, 1 differs; dates: 1 differs\n" in text
    assert f"DIFFERS  AID « aidé » {start}-{end}  [r]" in text
    assert "         targets: gold Ana (KEN) | found –" in text
    assert "         value: gold 2031-05 | found 2030-05" in text
    assert "MISSED   REJECT « refuse »" in text
    assert "\n         type REJECT; factuality ASSERTED; sources PER\n" in text
    assert differences_text([]) == ""


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"exclude": ["a"]}, [""]),
        ({"types": ["AID", "STATEMENT"]}, ["Titre", "aidé"]),
        ({"verdicts": ["missed"]}, ["refuse", ""]),
        ({"slots": ["value"]}, ["mai"]),
        ({"what": ["date"]}, ["mai"]),
        ({"articles": ["*"], "types": ["FIGHT"]}, [""]),
    ],
)
def test_select(
    found: tuple[Difference, ...], choice: dict[str, list[str]], words: list[str]
) -> None:
    assert [one.words for one in select(found, **choice)] == words
