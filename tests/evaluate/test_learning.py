"""Weights learnt from made-up candidates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedEvent,
    Example,
    NotEnoughError,
    cross_validated_text,
    curves_text,
    kinds_of_evidence,
    learn,
    learning_curve,
    of_judgements,
    weights_csv,
)
from quifaitquoi.records.actions import Offer
from tests.event_types import TYPES


def article(number: int) -> Example:
    """Six candidates: the rules take the first two, gold has the first and the third."""
    kinds = ["kept good", "kept bad", "lost good", "lost bad", "lost bad", "lost bad"]
    offers = tuple(
        Offer(
            10 * i,
            10 * i + 4,
            "acte",
            TYPES["AID"],
            "",
            frozenset({*kind.split(), f"rare {number}"}),
        )
        for i, kind in enumerate(kinds)
    )
    rules = tuple(CodedEvent(o.start, o.end, o.type) for o in offers[:2])
    gold = tuple(CodedEvent(o.start, o.end, o.type) for o in (offers[0], offers[2]))
    return Example(f"a{number:02}", offers, rules, gold)


EXAMPLES = [article(number) for number in range(12)]


def test_weights_say_what_gold_says() -> None:
    pytest.importorskip("sklearn")
    learnt = learn(EXAMPLES)
    rows = {name: weight for name, weight, _ in learnt.rows}
    assert rows["good"] > 0.5 > -0.5 > rows["bad"]
    assert "rare 0" not in rows, "of too few candidates"
    assert {"bias", "threshold", "slope", "offset"} <= rows.keys()
    assert learnt.rules == (12, 24, 24)
    assert learnt.weighed == (24, 24, 24)
    assert learnt.calibration is not None
    assert "rules alone" in cross_validated_text(learnt)


def test_the_same_articles_in_any_order_give_the_same_table() -> None:
    pytest.importorskip("sklearn")
    table = weights_csv(learn(EXAMPLES))
    assert table == weights_csv(learn(EXAMPLES[::-1]))
    assert table.startswith("feature,weight,support\nbias,")
    assert "\nthreshold," in table
    assert "threshold" not in weights_csv(learn(EXAMPLES), threshold=False)


def test_threshold_and_confidence_go_by_unseen_articles() -> None:
    pytest.importorskip("sklearn")
    seen = [replace(article(number), unseen=False) for number in range(12, 24)]
    learnt = learn([*EXAMPLES, *seen])
    assert learnt.articles == 12
    assert learnt.rules == (12, 24, 24)
    with pytest.raises(NotEnoughError, match="0 labelled articles are too few"):
        learn(seen)


def test_judgements_teach_what_was_judged() -> None:
    pytest.importorskip("sklearn")
    one = article(12)
    first, second, third = one.offers[:3]
    other = replace(second, type=TYPES["CONSULT"])
    labels = CodedArticle(
        events=(CodedEvent(first.start, first.end, first.type),),
        wrong=(CodedEvent(second.start, second.end, second.type),),
    )
    rival = replace(first, type=TYPES["CONSULT"])
    judged = of_judgements("a12", (first, rival, second, other, third), labels)
    assert judged.offers == (first, rival, second)
    assert (judged.gold, judged.partial, judged.unseen) == (labels.events, True, False)
    alone, more = learn(EXAMPLES), learn([*EXAMPLES, judged])
    assert more.articles == alone.articles
    assert more.rules == alone.rules
    supports = [{name: support for name, _, support in learnt.rows} for learnt in (alone, more)]
    assert supports[1]["bias"] == supports[0]["bias"] + 3
    assert supports[1]["good"] == supports[0]["good"] + 2
    assert learning_curve([*EXAMPLES, judged], (1.0,)) == learning_curve(EXAMPLES, (1.0,))


def test_too_few_articles() -> None:
    with pytest.raises(NotEnoughError, match="3 labelled articles are too few"):
        learn(EXAMPLES[:3])


def test_nothing_to_tell_apart() -> None:
    unlabelled = [Example(one.article_id, one.offers, one.rules, ()) for one in EXAMPLES]
    with pytest.raises(NotEnoughError, match="no candidate is labelled"):
        learn(unlabelled)


def test_more_articles_and_more_kinds_of_evidence_do_better() -> None:
    pytest.importorskip("sklearn")
    named = [
        replace(
            one,
            offers=tuple(
                replace(
                    offer, evidence=frozenset({"rules", *map("form {}".format, offer.evidence)})
                )
                for offer in one.offers
            ),
        )
        for one in EXAMPLES
    ]
    kinds = kinds_of_evidence(named)
    assert kinds["word and sense"].predicted > kinds["form"].predicted == 24
    curve = learning_curve(named, (0.5, 1.0))
    assert [*curve] == [5, 11]
    assert curve[11] == kinds["form"]
    text = curves_text(curve, kinds)
    assert "5 articles" in text
    assert "+ complements" in text
