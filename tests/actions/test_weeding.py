"""Each way in which a candidate is part of another event, with the reason that is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.actions.finder import readings_of
from quifaitquoi.actions.weeding import WAYS
from quifaitquoi.records.actions import Step
from quifaitquoi.records.mention_index import MentionIndex
from tests.actions.notation import actors, read, sentence
from tests.actions.test_find_actions import ROWS, lexicon

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actions import ActionLexicon

LEXICON: Final = lexicon(
    f"""{ROWS}
imposer,v,,REDUCE,obj:sanction,,contre
effectuer,v,,CONSULT,,,
sombrer,v,,ASSAULT,dans:attaque,par,subj"""
)
#: The reason, a tree, and the word that it is given for.
CASES: Final = {
    "word that another act's sense asks for": (
        "nsubj(Lima) impose=imposer+pres* obj(des sanctions=sanction+pl nmod(contre Quito))",
        "sanctions"),
    "act that another puts an end to": (
        "nsubj(Lima) suspend=suspendre+pres* obj(la visite nmod(de Quito))", "visite"),
    "toll of a blow that is told itself": (
        "nsubj(Une attaque) tue=tuer+pres* obj(Péruviens)", "tue"),
    "frame of an act that is told itself": (
        "nsubj(La séance* nmod(de la visite nmod(de Quito)) nmod(avec Lima)) dure=durer+pres*",
        "séance"),
    "verb that carries a noun": (
        "nsubj(Okello) effectue=effectuer+pres* obj(une visite) obl:mod(à Lima)", "effectue"),
    "speech that goes on with another": (
        "nsubj(Lima) accuse=accuser+pres* obj(Quito) advcl(annonçant=annoncer+ger obj(tout))",
        "annonçant"),
    "content of another act": (
        "nsubj(Lima) invite=inviter+pres* obj(Quito) xcomp(mark(à) libérer+inf)", "libérer"),
    "speech that introduces another": (
        "nsubj(Lima) annonce=annoncer+pres* advcl(mark(en) accusant=accuser+ger obj(Quito))",
        "annonce"),
}  # fmt: skip


def lost(tree: str, lexicon: ActionLexicon = LEXICON) -> dict[str, str]:
    """Why the words of a sentence that are weeded are."""
    doc = read(tree)
    mentions, known = actors(doc)
    (reading,) = readings_of(
        [sentence(doc)], MentionIndex(mentions), known, {}, [], lexicon, weighed=False
    )
    return {doc[i].text: one.reason for i, one in reading.lost.items() if one.step is Step.WEEDED}


@pytest.mark.parametrize("reason", [way.reason for way in WAYS])
def test_a_part_of_another_event_is_told_so(reason: str) -> None:
    tree, word = CASES[reason]
    assert lost(tree) == {word: reason}


def test_who_died_in_a_blow_is_told_by_a_class() -> None:
    tree = "nsubj(Okello) a sombré=sombrer+part* obl:mod(dans une attaque)"
    taught = replace(LEXICON, classes={**LEXICON.classes, "dying": frozenset({"sombrer"})})
    assert lost(tree) == {"attaque": "word that another act's sense asks for"}
    assert lost(tree, taught) == {"sombré": "toll of a blow that is told itself"}
