"""Each way in which a candidate is part of another event, with the reason that is told."""

from __future__ import annotations

from typing import Final

import pytest

from quifaitquoi.actions.finder import readings_of
from quifaitquoi.actions.weeding import WAYS
from quifaitquoi.records.actions import Step
from quifaitquoi.records.mention_index import MentionIndex
from tests.actions.notation import actors, read, sentence
from tests.actions.test_find_actions import ROWS, lexicon

LEXICON: Final = lexicon(f"{ROWS}\nimposer,v,,REDUCE,obj:sanction,,contre\neffectuer,v,,CONSULT,,,")
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


def lost(tree: str) -> dict[str, str]:
    """Why the words of a sentence that are weeded are."""
    doc = read(tree)
    mentions, known = actors(doc)
    (reading,) = readings_of(
        [sentence(doc)], MentionIndex(mentions), known, {}, [], LEXICON, weighed=False
    )
    return {doc[i].text: one.reason for i, one in reading.lost.items() if one.step is Step.WEEDED}


@pytest.mark.parametrize("reason", [way.reason for way in WAYS])
def test_a_part_of_another_event_is_told_so(reason: str) -> None:
    tree, word = CASES[reason]
    assert lost(tree) == {word: reason}
