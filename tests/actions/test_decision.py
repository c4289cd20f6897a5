"""Weights over evidence: what they keep, what they drop, and what they go by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quifaitquoi.actions import find, offers
from quifaitquoi.lexicon.weights import Weights
from quifaitquoi.records.clean import BlockKind
from tests.actions.notation import actors, read, sentence
from tests.actions.test_find_actions import LEXICON

if TYPE_CHECKING:
    from quifaitquoi.records.actions import Offer

KEPT = "nsubj(Lima) accuse=accuser+pres* obj(Quito)"
#: No sense fits: one asks for `que`, one for an ambassador, one for a place and soldiers.
UNFIT = "nsubj(Lima) rappelle=rappeler+pres* obj(la cloche)"
NOBODY = "nsubj(Une enquête*) finit=finir+pres*"


def decided(text: str, weights: Weights) -> list[str]:
    doc = read(text)
    mentions, known = actors(doc)
    acts = find([sentence(doc, BlockKind.PARAGRAPH)], mentions, known, [], [], LEXICON, weights)
    return [f"{act.text} {act.type} {act.confidence:.2f}" for act in acts]


def offered(text: str) -> list[Offer]:
    doc = read(text)
    mentions, known = actors(doc)
    return list(offers([sentence(doc, BlockKind.PARAGRAPH)], mentions, known, [], [], LEXICON))


def test_what_the_rules_keep_may_weigh_too_light() -> None:
    assert decided(KEPT, Weights({"rules kept v": 1.0}, threshold=0.5)) == [
        "accuse DISAPPROVE 0.73"
    ]
    assert decided(KEPT, Weights({"rules kept v": -1.0}, threshold=0.5)) == []


def test_what_the_rules_lose_may_weigh_enough() -> None:
    assert decided(UNFIT, Weights({"rules kept v": 1.0}, bias=-1.0, threshold=0.5)) == []
    assert decided(UNFIT, Weights({"type REDUCE v": 1.0}, bias=-0.5, threshold=0.5)) == [
        "rappelle REDUCE 0.62"
    ]
    assert decided(NOBODY, Weights({"rules party n": 1.0}, threshold=0.5)) == [
        "enquête INVESTIGATE 0.73"
    ]


def test_without_a_threshold_the_rules_decide_and_weights_say_how_sure() -> None:
    assert decided(KEPT, Weights({"rules kept v": -1.0})) == ["accuse DISAPPROVE 0.27"]
    assert decided(UNFIT, Weights({"type REDUCE v": 9.0})) == []
    assert decided(KEPT, Weights({"rules kept v": -1.0}, minimum=0.3)) == []


def test_who_asks_for_more_or_less_than_the_threshold_gets_it() -> None:
    weights = Weights({"rules kept v": 1.0}, threshold=0.9)
    assert decided(KEPT, weights) == []
    assert decided(KEPT, replace(weights, minimum=0.7)) == ["accuse DISAPPROVE 0.73"]


def test_a_word_has_the_type_that_weighs_most() -> None:
    weights = Weights({"type REDUCE v": 1.0, "type STATEMENT v": 2.0}, threshold=0.5)
    assert decided(UNFIT, weights) == ["rappelle STATEMENT 0.88"]


def test_each_type_is_offered_once_with_the_sense_that_lacks_least() -> None:
    found = offered(UNFIT)
    assert [(one.text, one.type, one.lost) for one in found] == [
        ("rappelle", "STATEMENT", "sense"),
        ("rappelle", "REDUCE", "sense"),
    ]
    assert {"failed obj list other", "subj=STATE v", "form finite v"} <= found[1].evidence


def test_where_a_sense_fits_no_other_is_offered() -> None:
    (found,) = offered(KEPT)
    assert found.lost == ""
    assert {"rules kept v", "rules failed=0", "sources=1 v", "targets=1 v"} <= found.evidence


def test_a_word_that_is_no_event_with_these_complements_is_not_offered() -> None:
    assert offered("nsubj(Lima) tire=tirer+pres* obj(une leçon)") == []
